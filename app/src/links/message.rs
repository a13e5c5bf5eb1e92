//! Addresses of messages to enterprises.

use super::{LIST, SEARCH};

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
    fn one_is_led_back_to_forms_only() {
        assert_eq!(back_to_message("/virksomheder/a-b/henvendelse"), "/virksomheder/a-b/henvendelse");
        for path in ["", "//x.dk/henvendelse", "/virksomheder//x/henvendelse", "/min-side", "/virksomheder/a"]
        {
            assert_eq!(back_to_message(path), LIST, "{path}");
        }
    }
}
