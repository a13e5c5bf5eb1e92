//! The fields of a form: label above, help under it, what is wrong in its place.

use std::cell::RefCell;

use content::taxonomy::{Ref, Term};
use leptos::prelude::*;

use crate::model::{Origins, Refusals, Typed};
use crate::parts::form::refused_summary;
use crate::{render, text};

/// More values than these are given a field to search among them, where script is on.
const SEARCHED: usize = 10;

/// What stands in a form and what is to be said about it.
#[derive(Debug)]
pub struct Sheet<'a> {
    /// What stands in the fields.
    pub typed: &'a Typed,
    /// What was refused.
    pub refused: &'a Refusals,
    /// What somebody else saved meanwhile.
    pub theirs: Option<&'a Typed>,
    /// Where the fields come from.
    pub origins: &'a Origins,
    /// Labels of the refused fields that were shown, for the summary on top.
    labels: RefCell<Vec<(String, String)>>,
}

/// What is said about a field.
#[derive(Debug, Clone, Copy, Default)]
pub struct About<'a> {
    /// What to write.
    pub label: &'a str,
    /// What one may want to know before.
    pub help: &'a str,
    /// Key of the listing's field, to tell where it comes from.
    pub key: &'a str,
}

impl<'a> Sheet<'a> {
    /// A form with what was typed and what was refused.
    #[must_use]
    pub fn new(
        typed: &'a Typed,
        refused: &'a Refusals,
        theirs: Option<&'a Typed>,
        origins: &'a Origins,
    ) -> Self {
        Self { typed, refused, theirs, origins, labels: RefCell::default() }
    }

    /// The refused fields that were shown, each with what to do about it.
    pub fn summary(&self) -> AnyView {
        let labels = self.labels.borrow();
        let lines = labels.iter().filter_map(|(name, label)| {
            let words = self.refusal(name)?;
            Some((name.clone(), format!("{label}: {words}")))
        });
        refused_summary(lines.collect()).into_any()
    }

    /// A line of text; `kind` is the type of its input.
    pub fn line(&self, name: &str, about: About<'_>, kind: &str, longest: usize) -> AnyView {
        let id = name.to_owned();
        let input = view! {
            <input
                id=id
                name=name.to_owned()
                type=kind.to_owned()
                maxlength=longest
                value=self.typed.one(name).to_owned()
                aria-describedby=self.described(name, about)
                aria-invalid=self.invalid(name)
            />
        };
        self.framed(name, about, input)
    }

    /// A small number with its unit behind it.
    pub fn number(&self, name: &str, about: About<'_>, unit: &'static str) -> AnyView {
        let input = view! {
            <span class="with-unit">
                <input
                    id=name.to_owned()
                    name=name.to_owned()
                    inputmode="numeric"
                    maxlength="6"
                    size="6"
                    autocomplete="off"
                    value=self.typed.one(name).to_owned()
                    aria-describedby=self.described(name, about)
                    aria-invalid=self.invalid(name)
                />
                " " {unit}
            </span>
        };
        self.framed(name, about, input)
    }

    /// A text of several lines.
    pub fn text(&self, name: &str, about: About<'_>, rows: u8, longest: usize) -> AnyView {
        let input = view! {
            <textarea
                id=name.to_owned()
                name=name.to_owned()
                rows=rows
                maxlength=longest
                aria-describedby=self.described(name, about)
                aria-invalid=self.invalid(name)
                inner_html=render::text_area(self.typed.one(name))
            ></textarea>
        };
        self.framed(name, about, input)
    }

    /// A list to choose one value from; the first stands for none.
    pub fn select(&self, name: &str, about: About<'_>, options: &[(&str, &str)]) -> AnyView {
        let chosen = self.typed.one(name);
        let options: Vec<_> = options
            .iter()
            .map(|(value, label)| {
                view! { <option value=(*value).to_owned() selected=*value == chosen>{(*label).to_owned()}</option> }
            })
            .collect();
        let input = view! {
            <select
                id=name.to_owned()
                name=name.to_owned()
                aria-describedby=self.described(name, about)
                aria-invalid=self.invalid(name)
            >
                {options}
            </select>
        };
        self.framed(name, about, input)
    }

    /// One of a few values.
    pub fn radios(&self, name: &str, about: About<'_>, options: &[(&str, &str)]) -> AnyView {
        let chosen = self.typed.one(name);
        let choices: Vec<_> = options
            .iter()
            .enumerate()
            .map(|(index, (value, label))| {
                let id = if index == 0 { name.to_owned() } else { format!("{name}-{index}") };
                view! {
                    <label class="choice">
                        <input type="radio" id=id name=name.to_owned() value=(*value).to_owned() checked=*value == chosen />
                        " " {(*label).to_owned()}
                    </label>
                }
            })
            .collect();
        self.group(name, about, false, choices.into_any())
    }

    /// A box to tick.
    pub fn tick(&self, name: &str, label: &'static str) -> AnyView {
        view! {
            <label class="choice">
                <input type="checkbox" id=name.to_owned() name=name.to_owned() value="ja" checked=!self.typed.one(name).is_empty() />
                " " {label}
            </label>
        }
        .into_any()
    }

    /// Values of a vocabulary to tick.
    pub fn terms<T: Term>(&self, name: &str, about: About<'_>) -> AnyView {
        self.terms_with::<T>(name, about, |_| ().into_any())
    }

    /// The same with something behind each.
    pub fn terms_with<T: Term>(
        &self,
        name: &str,
        about: About<'_>,
        behind: impl Fn(Ref<T>) -> AnyView,
    ) -> AnyView {
        let choices: Vec<_> = Ref::<T>::every()
            .enumerate()
            .map(|(index, value)| {
                let id = if index == 0 { name.to_owned() } else { format!("{name}-{index}") };
                let term = value.get();
                view! {
                    <li data-words=term.search().join(" ")>
                        <label class="choice" title=term.help().to_owned()>
                            <input
                                type="checkbox"
                                id=id
                                name=name.to_owned()
                                value=term.slug().to_owned()
                                checked=self.typed.has(name, term.slug())
                            />
                            " " {term.label().to_owned()}
                        </label>
                        {behind(value)}
                    </li>
                }
            })
            .collect();
        let searched = choices.len() > SEARCHED;
        self.group(name, about, searched, view! { <ul class="choices">{choices}</ul> }.into_any())
    }

    /// Fields that belong together under one heading.
    pub fn group(&self, name: &str, about: About<'_>, searched: bool, content: AnyView) -> AnyView {
        let described = self.described(name, about);
        view! {
            <fieldset
                class="form-field wide"
                data-refused=self.refusal(name).map(|_| "")
                data-pick=searched.then_some("")
                aria-describedby=described
            >
                <legend>{about.label.to_owned()}</legend>
                {self.said(name, about)}
                {content}
            </fieldset>
        }
        .into_any()
    }

    /// The same without anything to be refused or compared: a block of fields.
    pub fn block(legend: String, content: AnyView) -> AnyView {
        view! { <fieldset class="block"><legend>{legend}</legend> {content}</fieldset> }.into_any()
    }

    fn framed(&self, name: &str, about: About<'_>, input: impl IntoView + 'static) -> AnyView {
        view! {
            <div class="form-field wide" data-refused=self.refusal(name).map(|_| "")>
                <label for=name.to_owned()>{about.label.to_owned()}</label>
                {self.said(name, about)}
                {input}
            </div>
        }
        .into_any()
    }

    /// Help, where it comes from, what was wrong, and what somebody else wrote.
    fn said(&self, name: &str, about: About<'_>) -> AnyView {
        let help = (!about.help.is_empty()).then(|| {
            view! { <p class="help" id=format!("{name}-hjaelp")>{about.help.to_owned()}</p> }
        });
        let origin = self.origins.get(about.key).map(|(origin, day)| {
            view! { <p class="help origin">{text::origin_of(origin, *day)}</p> }
        });
        if self.refusal(name).is_some() {
            self.labels.borrow_mut().push((name.to_owned(), about.label.trim_end_matches('?').to_owned()));
        }
        let refused = self.refusal(name).map(|words| {
            view! { <p class="error" id=format!("{name}-fejl")>{words}</p> }
        });
        let theirs = self.theirs.filter(|theirs| !theirs.all(name).eq(self.typed.all(name))).map(|theirs| {
            let words = theirs.all(name).collect::<Vec<_>>().join(", ");
            view! {
                <div class="theirs">
                    <p class="help">"Det, der står nu:"</p>
                    <p>{if words.is_empty() { "(intet)".to_owned() } else { words }}</p>
                </div>
            }
        });
        view! { {help} {origin} {refused} {theirs} }.into_any()
    }

    fn refusal(&self, name: &str) -> Option<String> {
        self.refused.iter().find(|(known, _)| known == name).map(|(_, why)| text::refusal(why))
    }

    fn invalid(&self, name: &str) -> Option<&'static str> {
        self.refusal(name).map(|_| "true")
    }

    fn described(&self, name: &str, about: About<'_>) -> Option<String> {
        let refused = self.refusal(name).map(|_| format!("{name}-fejl"));
        let help = (!about.help.is_empty()).then(|| format!("{name}-hjaelp"));
        let ids: Vec<String> = [refused, help].into_iter().flatten().collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }
}
