//! Addresses of messages to enterprises.

use super::{LIST, SEARCH, with_listings};
use crate::model::{MessageKind, Need};

/// Takes what was written to several of a list.
pub const MESSAGE_TO_LISTED: &str = "/liste/henvendelse";
/// Says that a link is on its way to whoever wrote.
pub const MESSAGE_WRITTEN: &str = "/henvendelse/sendt";
/// Where the link that confirms the sender's address leads.
pub const CONFIRM_MESSAGE: &str = "/henvendelse/bekraeft";
/// Has a browser be forgotten that sends without confirming.
pub const FORGET_SENDER: &str = "/henvendelse/glem";

/// Where one writes to an enterprise.
#[must_use]
pub fn message(slug: &str) -> String {
    format!("{SEARCH}/{slug}/henvendelse")
}

/// Where one writes to an enterprise about a place, with what is looked for filled in.
#[must_use]
pub fn placement_message(slug: &str, need: &Need) -> String {
    format!("{}?{}", message(slug), wanted(need))
}

/// The same for several; there are none without a slug.
#[must_use]
pub fn placement_message_to(need: &Need, slugs: &[&str]) -> String {
    let to = with_listings(MESSAGE_TO_LISTED, slugs);
    format!("{to}{}{}", if slugs.is_empty() { '?' } else { '&' }, wanted(need))
}

/// The query of a message about a place; the way there is nothing the form asks for.
fn wanted(need: &Need) -> String {
    let asked = Need { values: need.values.clone(), hours: need.hours, ..Need::default() };
    let kind = format!("art={}", MessageKind::Placement.slug());
    match asked.to_query_string() {
        wishes if wishes.is_empty() => kind,
        wishes => format!("{kind}&{wishes}"),
    }
}

/// The address in the mail that confirms the sender's address.
#[must_use]
pub fn confirm_message(key: &str) -> String {
    format!("{CONFIRM_MESSAGE}?noegle={key}")
}

/// A form for messages that one may be led back to; else the list.
#[must_use]
pub fn back_to_message(path: &str) -> &str {
    let form = path.strip_prefix(SEARCH).is_some_and(|rest| rest.ends_with("/henvendelse"));
    if form && super::back(path).is_some() { path } else { LIST }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_looked_for_goes_along_and_where_from_does_not() {
        let need = Need::parse("opgave=koekken&timer=4&naer=Hobro&km=10&udenbil=1");
        assert_eq!(
            placement_message("a", &need),
            "/virksomheder/a/henvendelse?art=placering&opgave=koekken&timer=4"
        );
        assert_eq!(
            placement_message_to(&Need::default(), &["a", "b"]),
            "/liste/henvendelse?v=a&v=b&art=placering"
        );
    }

    #[test]
    fn one_is_led_back_to_forms_only() {
        assert_eq!(back_to_message("/virksomheder/a-b/henvendelse"), "/virksomheder/a-b/henvendelse");
        for path in ["", "//x.dk/henvendelse", "/virksomheder//x/henvendelse", "/min-side", "/virksomheder/a"]
        {
            assert_eq!(back_to_message(path), LIST, "{path}");
        }
    }
}
