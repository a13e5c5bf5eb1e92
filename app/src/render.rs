//! From views to text.

use leptos::prelude::{Owner, RenderHtml};

/// The view as HTML, without the markers that Leptos writes for hydration: nothing
/// hydrates here. A marker in text or in an attribute would be escaped, so only
/// markers go.
pub fn to_html(view: impl FnOnce() -> String) -> String {
    Owner::new().with(view).replace("<!>", "")
}

/// Renders one view.
pub fn html<V: RenderHtml>(view: V) -> String {
    view.to_html()
}
