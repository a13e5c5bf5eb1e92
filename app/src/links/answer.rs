//! Addresses about messages that were sent.

/// Where the three links of a message lead; takes the answer too.
pub const ANSWER_MESSAGE: &str = "/henvendelse/svar";
/// Thanks for the answer.
pub const MESSAGE_ANSWERED: &str = "/henvendelse/svar/tak";
/// How a message stands; takes the word of whoever sent it that they no longer wait.
pub const FOLLOW_MESSAGE: &str = "/henvendelse/status";

/// The address of one of the three links of a message.
#[must_use]
pub fn answer_message(key: &str) -> String {
    format!("{ANSWER_MESSAGE}?noegle={key}")
}

/// Thanks for the answer that was given with the key.
#[must_use]
pub fn message_answered(key: &str) -> String {
    format!("{MESSAGE_ANSWERED}?noegle={key}")
}

/// How the message of the key stands.
#[must_use]
pub fn follow_message(key: &str) -> String {
    format!("{FOLLOW_MESSAGE}?noegle={key}")
}
