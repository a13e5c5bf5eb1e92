//! What the form for a message shows.

use std::sync::Arc;

use content::Listing;

use super::*;
use crate::model::{Obstacle, Receiver};

fn listing(slug: &str) -> Arc<Listing> {
    let facts = serde_json::json!({ "slug": slug, "name": "A <b>", "state": "public", "phone": "98" });
    Arc::new(serde_json::from_value(facts).unwrap())
}

fn html(receivers: &Receivers, form: &MessageForm, refused: InvalidMessage, sender: Option<&str>) -> String {
    let now = DateTime::from_timestamp(1_000, 0).unwrap();
    page(Draft { receivers, form, refused, sender, now }).body
}

fn to_one() -> Receivers {
    let open = vec![Receiver { listing: listing("a"), no_newcomers_before: None }];
    Receivers { open, ..Receivers::default() }
}

#[test]
fn one_that_can_be_written_to_needs_no_choice() {
    let html = self::html(&to_one(), &MessageForm::default(), InvalidMessage::default(), None);
    assert!(
        html.contains("action=\"/virksomheder/a/henvendelse\"") && html.contains("A &lt;b&gt;"),
        "{html}"
    );
    assert!(!html.contains("name=\"v\"") && !html.contains("error-summary"));
    assert!(html.contains("<details data-wanted=\"\""), "what is looked for is folded away: {html}");
    assert!(html.contains("name=\"dannet\" value=\"1000\"") && !html.contains("Glem mig"));
    assert!(html.contains("tabindex=\"-1\"") && html.contains("aria-hidden=\"true\""));
}

#[test]
fn one_that_cannot_offers_others() {
    let blocked = vec![(listing("a"), Obstacle::NoAddress)];
    let none = Receivers { blocked, ..Receivers::default() };
    let nothing = html(&none, &MessageForm::default(), InvalidMessage::default(), None);
    assert!(nothing.contains("Ring på ") && !nothing.contains("<textarea"), "{nothing}");
    let others = Receivers { instead: vec![listing("b")], ..none };
    let html = self::html(&others, &MessageForm::default(), InvalidMessage::default(), None);
    assert!(
        html.contains("action=\"/liste/henvendelse\"") && html.contains("name=\"af\" value=\"a\""),
        "{html}"
    );
    assert!(html.contains("name=\"v\" value=\"b\""));
    let unwanted = Receivers { blocked: vec![(listing("a"), Obstacle::QuotaUsed)], ..others };
    let html = self::html(&unwanted, &MessageForm::default(), InvalidMessage::default(), None);
    assert!(!html.contains("Ring på"), "who has enough is not rung up instead");
}

#[test]
fn a_browser_that_is_known_is_told_so_and_can_be_forgotten() {
    let html = self::html(&to_one(), &MessageForm::default(), InvalidMessage::default(), Some("a@b.dk"));
    assert!(html.contains("bliver sendt med det samme") && html.contains("action=\"/henvendelse/glem\""));
}

#[test]
fn each_share_that_is_used_up_has_its_words() {
    for whose in [TooOften::Visitor, TooOften::Sender, TooOften::Receiver, TooOften::Site] {
        let refused = InvalidMessage { too_often: Some(whose), ..InvalidMessage::default() };
        let html = self::html(&to_one(), &MessageForm::default(), refused, None);
        assert_eq!(html.matches("står her stadig").count(), 1, "{whose:?}");
        assert_eq!(html.matches("role=\"alert\"").count(), 1, "{whose:?}");
    }
}
