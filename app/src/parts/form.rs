//! Forms that say what is wrong where it is wrong.

use leptos::prelude::*;

/// A field that was refused: the id of its input and what to do about it.
pub type Refusal = (&'static str, &'static str);

/// What is wrong with a form, on top of it, each a link to its field. Nothing when nothing is.
pub fn error_summary(refusals: &[Refusal]) -> impl IntoView + use<> {
    let links: Vec<_> =
        refusals.iter().map(|&(id, words)| view! { <li><a href=format!("#{id}")>{words}</a></li> }).collect();
    (!links.is_empty()).then(|| summary(links))
}

/// The same for fields whose names are made while they are shown.
pub fn refused_summary(refusals: Vec<(String, String)>) -> impl IntoView + use<> {
    let links: Vec<_> = refusals
        .into_iter()
        .map(|(id, words)| view! { <li><a href=format!("#{id}")>{words}</a></li> })
        .collect();
    (!links.is_empty()).then(|| summary(links))
}

/// Says on top of a form that it was sent too often for now, and that nothing of it is lost.
pub fn too_often(is_it: bool) -> impl IntoView + use<> {
    is_it.then(|| {
        view! {
            <div class="error-summary" role="alert" tabindex="-1" id="fejl">
                <h2>"Det gik lidt for stærkt"</h2>
                <p>
                    "Vi har fået det samme mange gange på kort tid. "
                    "Alt, I har skrevet, står her stadig. Vent et kvarter, og send det så igen."
                </p>
            </div>
        }
    })
}

fn summary<V: IntoView + 'static>(links: Vec<V>) -> impl IntoView + use<V> {
    view! {
        <div class="error-summary" role="alert" tabindex="-1" id="fejl">
            <h2>"Det skal rettes"</h2>
            <ul>{links}</ul>
        </div>
    }
}

/// A field for a line of text.
#[derive(Debug, Clone, Copy)]
pub struct Field<'a> {
    /// Id and name.
    pub id: &'static str,
    /// What to type.
    pub label: &'static str,
    /// What one may want to know before.
    pub help: &'static str,
    /// What was typed before.
    pub typed: &'a str,
    /// What was wrong with it.
    pub refused: Option<&'static str>,
    /// Type of the input.
    pub kind: &'static str,
    /// What the browser may fill in.
    pub autocomplete: &'static str,
    /// Most characters.
    pub longest: u16,
}

impl Field<'_> {
    /// Label, help, what was wrong, and the input they describe.
    pub fn view(&self) -> impl IntoView + use<> {
        let Self { id, refused, .. } = *self;
        let described =
            if refused.is_some() { format!("{id}-fejl {id}-hjaelp") } else { format!("{id}-hjaelp") };
        view! {
            <div class="form-field" data-refused=refused.map(|_| "")>
                <label for=id>{self.label}</label>
                <p class="help" id=format!("{id}-hjaelp")>{self.help}</p>
                {refused.map(|words| view! { <p class="error" id=format!("{id}-fejl")>{words}</p> })}
                <input
                    id=id
                    name=id
                    type=self.kind
                    autocomplete=self.autocomplete
                    spellcheck="false"
                    maxlength=self.longest
                    required
                    value=self.typed.to_owned()
                    aria-describedby=described
                    aria-invalid=refused.map(|_| "true")
                />
            </div>
        }
    }
}
