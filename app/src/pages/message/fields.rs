//! What is typed into the form for a message.

use std::iter;

use leptos::prelude::*;

use super::Draft;
use crate::model::{InvalidWords, MAX_COMPANY, MAX_WHAT, MAX_WISH, MessageForm, MessageKind};
use crate::{render, text};

/// A field for text.
pub struct Line {
    /// Id and name.
    pub id: &'static str,
    /// What was wrong with it.
    pub refused: Option<String>,
    label: &'static str,
    help: &'static str,
    typed: String,
    sort: Sort,
    longest: usize,
}

/// What a field takes.
#[derive(Clone, Copy, PartialEq)]
enum Sort {
    Lines,
    Wish,
    Company,
    Mail,
}

/// All of them in order.
pub fn all(draft: Draft<'_>) -> Vec<Line> {
    let Draft { form, refused, .. } = draft;
    let help =
        "Højst 2.000 tegn. Skriv aldrig om en bestemt borger: intet navn, intet CPR-nummer, ingen diagnose.";
    let what = Line {
        id: "hvad",
        refused: words(refused.what, "Skriv, hvad I har brug for."),
        label: "Hvad har I brug for?",
        help,
        typed: form.hvad.clone(),
        sort: Sort::Lines,
        longest: MAX_WHAT,
    };
    let company = Line {
        id: "firma",
        refused: words(refused.company, "Skriv, hvem I er."),
        label: "Jeres virksomhed eller arbejdsplads",
        help: "Så virksomheden ved, hvem der spørger.",
        typed: form.firma.clone(),
        sort: Sort::Company,
        longest: MAX_COMPANY,
    };
    let email = Line {
        id: "email",
        refused: refused.email.map(|wrong| text::invalid_email(wrong).to_owned()),
        label: "Jeres mailadresse",
        help: "Her svarer virksomheden.",
        typed: form.email.clone(),
        sort: Sort::Mail,
        longest: 254,
    };
    iter::once(what).chain(wishes(draft)).chain([company, email]).collect()
}

fn wishes(draft: Draft<'_>) -> [Line; 3] {
    let Draft { form, refused, .. } = draft;
    let wish = |id, label, help, typed: &String, wrong| Line {
        id,
        refused: words(wrong, ""),
        label,
        help,
        typed: typed.clone(),
        sort: Sort::Wish,
        longest: MAX_WISH,
    };
    let amount = "For eksempel 40 kuverter eller to dage om ugen.";
    [
        wish("maengde", "Hvor meget?", amount, &form.maengde, refused.amount),
        wish("sted", "Hvor?", "En by eller en adresse.", &form.sted, refused.place),
        wish("hvornaar", "Hvornår?", "En dag, eller fra og til.", &form.hvornaar, refused.wanted_by),
    ]
}

fn words(wrong: Option<InvalidWords>, missing: &str) -> Option<String> {
    wrong.map(|wrong| text::invalid_words(wrong, missing))
}

impl Line {
    /// Label, help, what was wrong, and the field they describe.
    pub fn view(self) -> impl IntoView {
        let Self { id, refused, sort, .. } = self;
        let described =
            if refused.is_some() { format!("{id}-fejl {id}-hjaelp") } else { format!("{id}-hjaelp") };
        let invalid = refused.is_some().then_some("true");
        let label =
            if sort == Sort::Wish { format!("{} (hvis I vil)", self.label) } else { self.label.to_owned() };
        let (kind, autocomplete) = match sort {
            Sort::Lines | Sort::Wish => ("text", "off"),
            Sort::Company => ("text", "organization"),
            Sort::Mail => ("email", "email"),
        };
        let field = if sort == Sort::Lines {
            view! {
                <textarea id=id name=id rows="6" maxlength=self.longest required aria-describedby=described aria-invalid=invalid inner_html=render::text_area(&self.typed)></textarea>
            }
            .into_any()
        } else {
            view! {
                <input id=id name=id type=kind autocomplete=autocomplete maxlength=self.longest required=sort != Sort::Wish value=self.typed aria-describedby=described aria-invalid=invalid />
            }
            .into_any()
        };
        let error = refused.map(|words| view! { <p class="error" id=format!("{id}-fejl")>{words}</p> });
        view! {
            <div class=if sort == Sort::Lines { "form-field wide" } else { "form-field" } data-refused=invalid.map(|_| "")>
                <label for=id>{label}</label>
                <p class="help" id=format!("{id}-hjaelp")>{self.help}</p>
                {error} {field}
            </div>
        }
    }
}

/// The id of the field for a kind.
pub fn kind_id(kind: MessageKind) -> String {
    format!("art-{}", kind.slug())
}

/// One kind to choose.
pub fn kind(kind: MessageKind, form: &MessageForm) -> impl IntoView + use<> {
    let slug = kind.slug();
    view! {
        <label class="choice">
            <input type="radio" id=kind_id(kind) name="art" value=slug checked=form.art == slug />
            " " {text::message_kind(kind)}
        </label>
    }
}

/// A field that people do not meet; programs fill it in.
pub fn trap() -> impl IntoView {
    view! {
        <div class="unseen" aria-hidden="true">
            <label for="website">"Lad feltet være tomt"</label>
            <input id="website" name="website" tabindex="-1" autocomplete="off" />
        </div>
    }
}
