//! Messages, from the form to the answers.

use super::{Document, Draft, own};
use crate::model::{
    AskedMessage, FollowedMessage, InvalidMessage, InvalidMessageAnswer, MessageAnswer, MessageAnswerForm,
    ToConfirm,
};
use crate::pages;

/// The form for a message, or the same again with what was wrong.
#[must_use]
pub fn message(base_url: &str, draft: Draft<'_>) -> Document {
    let status = match draft.refused {
        InvalidMessage { too_often: Some(_), .. } => 429,
        refused if refused == InvalidMessage::default() => 200,
        _ => 422,
    };
    own(base_url, status, &pages::message::page(draft))
}

/// Says that the link that confirms a message was sent.
#[must_use]
pub fn message_written(base_url: &str) -> Document {
    own(base_url, 200, &pages::message::written())
}

/// Asks whoever followed that link to send the message.
#[must_use]
pub fn confirm_message(base_url: &str, key: &str, message: &ToConfirm) -> Document {
    own(base_url, 200, &pages::message::confirm(key, message))
}

/// Says that the message was sent before.
#[must_use]
pub fn message_sent_already(base_url: &str) -> Document {
    own(base_url, 410, &pages::message::sent_already())
}

/// Says that the link that confirms a message no longer works.
#[must_use]
pub fn message_expired(base_url: &str) -> Document {
    own(base_url, 410, &pages::message::expired())
}

/// Says that a message can go to nobody now.
#[must_use]
pub fn message_to_nobody(base_url: &str) -> Document {
    own(base_url, 409, &pages::message::nobody_left())
}

/// Says that the sender sent too many today.
#[must_use]
pub fn message_too_many(base_url: &str) -> Document {
    own(base_url, 429, &pages::message::too_many())
}

/// Shows whoever followed a link of a message what was asked, or the same again with what was wrong.
#[must_use]
pub fn answer_message(
    base_url: &str,
    answer: MessageAnswer,
    asked: &AskedMessage,
    form: &MessageAnswerForm,
    refused: Option<InvalidMessageAnswer>,
) -> Document {
    let status = if refused.is_some() { 422 } else { 200 };
    own(base_url, status, &pages::answer::ask::page(answer, asked, form, refused.unwrap_or_default()))
}

/// Thanks for the answer to a message.
#[must_use]
pub fn message_answered(base_url: &str, asked: &AskedMessage) -> Document {
    own(base_url, 200, &pages::answer::over::thanks(asked))
}

/// Says what was answered before, or why nothing can be any more.
#[must_use]
pub fn answer_over(base_url: &str, asked: Option<&AskedMessage>) -> Document {
    own(base_url, 410, &pages::answer::over::page(asked))
}

/// How a message stands, for whoever sent it.
#[must_use]
pub fn follow_message(base_url: &str, followed: &FollowedMessage) -> Document {
    own(base_url, 200, &pages::answer::follow::page(followed))
}

/// Says that the link to how a message stands does not work.
#[must_use]
pub fn follow_over(base_url: &str) -> Document {
    own(base_url, 410, &pages::answer::follow::over())
}
