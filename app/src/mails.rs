//! The mails we send, one a file: subject, text and HTML, all written by hand.
//!
//! One purpose each, said in the first line; addresses stand as words, for those who see
//! the text part; who sends it and why it came stands last. No pictures.

mod claim;
mod colleague;
mod freshness;
mod invitation;
mod message;
mod message_confirm;
mod message_declined;
mod message_sent;
mod report;
mod review;
mod sign_in;
mod whole_listing;

pub use claim::{claim_decided, claim_waits, confirm_claim};
pub use colleague::{colleague, orphan};
pub use freshness::freshness;
pub use invitation::invitation;
use leptos::prelude::*;
pub use message::{AnswerAddresses, message};
pub use message_confirm::confirm_message;
pub use message_declined::message_declined;
pub use message_sent::message_sent;
pub use report::report;
pub use review::{Answer, review_waits, reviewed};
pub use sign_in::sign_in;

use crate::render;

/// A mail without its receiver.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mail {
    /// Subject.
    pub subject: String,
    /// Body as text.
    pub text: String,
    /// Body as HTML, saying the same.
    pub html: String,
}

/// The frame of every mail: system fonts, one column, no outside addresses.
fn document(subject: &str, body: impl RenderHtml) -> String {
    let body = render::html(body);
    let subject = render::html(subject.to_owned());
    format!(
        "<!DOCTYPE html>\n<html lang=\"da\"><head><meta charset=\"utf-8\"><title>{subject}</title></head>\
         <body style=\"margin:0;padding:24px;font:17px/1.6 Verdana,sans-serif;color:#16262c;background:#faf6ee\">\
         <div style=\"max-width:36em;margin:0 auto\">{body}</div></body></html>\n"
    )
}

/// A link as a button with its address below, for those whose mail program shows no buttons.
fn button<W: Into<String>>(words: W, address: &str) -> impl IntoView + use<W> {
    let words: String = words.into();
    let address = address.to_owned();
    view! {
        <p>
            <a
                href=address.clone()
                style="display:inline-block;padding:12px 20px;background:#f2a33a;color:#16262c;border-radius:6px"
            >
                {words}
            </a>
        </p>
        <p style="font-size:14px;word-break:break-all">{address}</p>
    }
}
