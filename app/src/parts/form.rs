//! Forms that say what is wrong where it is wrong.

use leptos::prelude::*;

/// A field that was refused: the id of its input and what to do about it.
pub type Refusal = (&'static str, &'static str);

/// What is wrong with a form, on top of it, each a link to its field. Nothing when nothing is.
pub fn error_summary(refusals: &[Refusal]) -> impl IntoView + use<> {
    let links: Vec<_> =
        refusals.iter().map(|&(id, words)| view! { <li><a href=format!("#{id}")>{words}</a></li> }).collect();
    (!links.is_empty()).then(|| {
        view! {
            <div class="error-summary" role="alert" tabindex="-1" id="fejl">
                <h2>"Det skal rettes"</h2>
                <ul>{links}</ul>
            </div>
        }
    })
}

/// A field for a mail address, with help below its label and what was wrong above it.
pub fn email_field(
    id: &'static str,
    help: &'static str,
    typed: &str,
    refused: Option<&'static str>,
) -> impl IntoView + use<> {
    let described = if refused.is_some() { format!("{id}-fejl {id}-hjaelp") } else { format!("{id}-hjaelp") };
    view! {
        <div class="form-field" data-refused=refused.map(|_| "")>
            <label for=id>"Mailadresse"</label>
            <p class="help" id=format!("{id}-hjaelp")>{help}</p>
            {refused.map(|words| view! { <p class="error" id=format!("{id}-fejl")>{words}</p> })}
            <input
                id=id
                name=id
                type="email"
                inputmode="email"
                autocomplete="email"
                spellcheck="false"
                maxlength="254"
                required
                value=typed.to_owned()
                aria-describedby=described
                aria-invalid=refused.map(|_| "true")
            />
        </div>
    }
}
