//! What the form takes and refuses.

use super::super::InvalidWanted;
use super::super::invalid::{InvalidReceivers, InvalidWords};
use super::*;
use crate::model::InvalidEmail;

fn now() -> DateTime<Utc> {
    DateTime::from_timestamp(1_000, 0).unwrap()
}

fn form() -> MessageForm {
    let fields = [
        ("art", "tilbud"),
        ("hvad", " Frokost\r\ntil møde "),
        ("firma", "Firma A/S"),
        ("email", "Indkoeb@Firma.example.dk"),
        ("dannet", "997"),
        ("v", "b"),
        ("v", "a"),
        ("v", "b"),
        ("andet", "x"),
    ];
    MessageForm::of(fields.map(|(name, value)| (name.to_owned(), value.to_owned())))
}

#[test]
fn a_message_is_what_was_typed() {
    let valid = form().validate(now()).unwrap();
    assert_eq!((valid.words.kind, valid.words.what.as_str()), (Kind::Offer, "Frokost\ntil møde"));
    assert_eq!(
        (valid.words.company.as_str(), valid.words.email.as_str()),
        ("Firma A/S", "indkoeb@firma.example.dk")
    );
    assert_eq!(valid.to, ["a", "b"]);
}

#[test]
fn characters_are_counted_and_not_bytes() {
    let long = |count: usize| MessageForm { hvad: "ø".repeat(count), ..form() }.validate(now());
    assert!(long(2_000).is_ok());
    assert_eq!(long(2_001).unwrap_err().what, Some(InvalidWords::TooLong(MAX_WHAT)));
    let lines = MessageForm { hvad: "a\r\n".repeat(1_000), ..form() };
    assert!(lines.validate(now()).is_ok(), "a line end is one character");
}

#[test]
fn no_line_holds_another() {
    for sly in ["A\r\nBcc: b@example.dk", "A\n", "A\u{0}", "A\u{2028}B", "A\u{202e}B", "A\u{7f}"] {
        let sly = sly.to_owned();
        let form = MessageForm {
            maengde: sly.clone(),
            sted: sly.clone(),
            hvornaar: sly.clone(),
            firma: sly.clone(),
            email: format!("a@example.dk{sly}"),
            ..form()
        };
        let refused = form.validate(now()).unwrap_err();
        let lines = [refused.amount, refused.place, refused.wanted_by, refused.company];
        assert_eq!(lines, [Some(InvalidWords::Signs); 4], "{sly:?}");
        assert_eq!(refused.email, Some(InvalidEmail::Malformed));
    }
    let refused = MessageForm { hvad: "a\u{0}".to_owned(), ..form() }.validate(now()).unwrap_err();
    assert_eq!(refused.what, Some(InvalidWords::Signs));
}

#[test]
fn a_person_takes_three_seconds_and_chooses_at_most_five() {
    for made in ["", "998", "1000", "2000", "x", "99999999999999999999"] {
        let form = MessageForm { dannet: made.to_owned(), ..form() };
        assert!(form.validate(now()).unwrap_err().too_quick, "{made}");
    }
    let to = |count: usize| MessageForm { v: (0..count).map(|n| format!("a{n}")).collect(), ..form() };
    assert_eq!(to(0).validate(now()).unwrap_err().receivers, Some(InvalidReceivers::None));
    assert!(to(5).validate(now()).is_ok());
    assert_eq!(to(6).validate(now()).unwrap_err().receivers, Some(InvalidReceivers::TooMany));
    assert_eq!(to(60).validate(now()).unwrap_err().receivers, Some(InvalidReceivers::TooMany));
}

fn with(more: &[(&str, &str)]) -> MessageForm {
    let mut form = form();
    form.art = "placering".to_owned();
    for (name, value) in more {
        assert_eq!(form.wanted.take(name, (*value).to_owned()), None);
    }
    form
}

#[test]
fn a_message_about_a_place_carries_what_is_looked_for() {
    let valid = with(&[("opgave", "koekken"), ("timer", "4")]).validate(now()).unwrap();
    assert_eq!((valid.words.wanted.tasks.len(), valid.words.wanted.hours), (1, Some(4)));
    let refused = with(&[("timer", "40")]).validate(now()).unwrap_err();
    assert!(refused.wanted.hours && refused.what.is_none());
}

#[test]
fn what_is_looked_for_is_not_lost_unseen_when_the_message_is_about_something_else() {
    let other = MessageForm { art: "tilbud".to_owned(), ..with(&[("opgave", "koekken")]) };
    let wrong = InvalidWanted { other_kind: true, ..InvalidWanted::default() };
    assert_eq!(other.validate(now()).unwrap_err().wanted, wrong);
    assert!(MessageForm { wanted: WantedForm::default(), ..other }.validate(now()).is_ok());
}

#[test]
fn an_address_fills_the_form_and_nonsense_fills_nothing() {
    let form = MessageForm::asked("v=a&art=placering&opgave=dyr&timer=4&hvad=Hun+hedder&naer=Hobro");
    assert_eq!((form.art.as_str(), form.wanted.opgave.len()), ("placering", 1));
    assert!(form.hvad.is_empty() && form.v.is_empty(), "only what is known beforehand");
    assert_eq!(MessageForm::asked("art=x&opgave=flyve&timer=99"), MessageForm::default());
}
