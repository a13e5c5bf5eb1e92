//! Names and values of what is known.

use leptos::prelude::*;

/// A name and its value as HTML, when there is one.
pub struct Fact {
    name: &'static str,
    html: Option<String>,
}

impl Fact {
    /// A text.
    pub fn text<S: Into<String>>(name: &'static str, text: Option<S>) -> Self {
        Self::view(name, text.map(Into::into))
    }

    /// Several texts below each other.
    pub fn list(name: &'static str, texts: &[String]) -> Self {
        let rows: Vec<_> = texts.iter().map(|text| view! { <li>{text.as_str()}</li> }).collect();
        Self::view(name, (!texts.is_empty()).then(|| view! { <ul>{rows}</ul> }))
    }

    /// Anything.
    pub fn view(name: &'static str, value: Option<impl RenderHtml>) -> Self {
        Self { name, html: value.map(RenderHtml::to_html) }
    }
}

/// The facts that are known; none when none is.
pub fn facts(facts: Vec<Fact>) -> Option<impl IntoView> {
    let rows: Vec<_> = facts
        .into_iter()
        .filter_map(|fact| {
            let html = fact.html?;
            Some(view! { <div><dt>{fact.name}</dt> <dd inner_html=html></dd></div> })
        })
        .collect();
    (!rows.is_empty()).then(|| view! { <dl class="facts">{rows}</dl> })
}
