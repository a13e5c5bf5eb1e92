//! From views to text.

use leptos::prelude::RenderHtml;
use leptos::tachys::html::InertElement;

/// The view as HTML, without the `<!>` markers that Leptos writes for hydration: nothing
/// hydrates here. A marker in text or in an attribute would be escaped, so only markers go.
#[must_use]
pub fn html(view: impl RenderHtml) -> String {
    without_markers(view.to_html())
}

/// HTML that is ours and known to be right, put into a view as it is.
#[must_use]
pub fn raw(html: &'static str) -> InertElement {
    InertElement::new(html)
}

/// Text as the content of a `<textarea>`. Leptos leaves that as it is, so a text with an end tag would
/// end the element; browsers drop a first line end, so one is put before. Of no text Leptos makes a space,
/// and that would stand in the field.
#[must_use]
pub fn text_area(text: &str) -> String {
    let html = if text.is_empty() { String::new() } else { text.to_owned().to_html() };
    format!("\n{html}")
}

/// Looks for the exclamation mark, which is rare, rather than for the angle bracket, which is not.
#[must_use]
pub fn without_markers(html: String) -> String {
    let bytes = html.as_bytes();
    let mut kept = String::with_capacity(html.len());
    let mut from = 0;
    for (at, _) in html.match_indices('!') {
        if at > 0 && bytes[at - 1] == b'<' && bytes.get(at + 1) == Some(&b'>') {
            kept.push_str(&html[from..at - 1]);
            from = at + 2;
        }
    }
    if from == 0 {
        return html;
    }
    kept.push_str(&html[from..]);
    kept
}

#[cfg(test)]
mod tests {
    use leptos::prelude::*;

    use super::*;

    #[test]
    fn a_text_area_holds_its_text() {
        assert_eq!(text_area("\n</textarea><b>&"), "\n\n&lt;/textarea&gt;&lt;b&gt;&amp;");
        assert_eq!(text_area(""), "\n");
    }

    #[test]
    fn markers_go_and_text_stays() {
        let name = String::from("<!> & \"Ø\" !");
        let name = name.as_str();
        let view =
            view! { <p data-slug=name>"a " {name} {Some(name)} {None::<&str>}</p> <b>{vec!["x", "y"]}</b> };
        assert_eq!(
            html(view),
            "<p data-slug=\"&lt;!&gt; &amp; &quot;Ø&quot; !\">a &lt;!&gt; &amp; \"Ø\" !&lt;!&gt; &amp; \"Ø\" !</p><b>xy</b>"
        );
    }
}
