//! What there is to do.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// What there is to do. Each kind can be run twice without harm.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "job", rename_all = "snake_case")]
pub enum JobKind {
    /// Forget old finished jobs and let the database tidy up; asks for itself again in a day.
    Housekeeping,
    /// Ask those who keep listings whether they are still right; asks for itself again in a day.
    Freshness,
    /// Make a link that vouches for listings and send it to somebody who keeps them.
    FreshnessMail {
        /// Number of their account.
        account: i64,
        /// Whom to.
        email: String,
        /// When it was decided on.
        asked: DateTime<Utc>,
        /// Slugs of the listings, each with which mail of its round it is.
        about: Vec<(String, u8)>,
    },
    /// Make a picture that was sent fit to show.
    Picture {
        /// Number of what was sent.
        upload: i64,
    },
    /// Make a sign-in link and send it to the address.
    SignInMail {
        /// Whom to.
        email: String,
        /// When it was asked for; nobody waits for it an hour later.
        asked: DateTime<Utc>,
        /// Where to go once signed in; a path, or nothing.
        #[serde(default)]
        to: String,
    },
    /// Make a link that confirms the address of a claim and send it there.
    ClaimMail {
        /// Number of the claim.
        claim: i64,
        /// Whom to.
        email: String,
    },
    /// Tell an editor, or a member, that a claim waits.
    ClaimWaitsMail {
        /// Whom to.
        email: String,
        /// Of which listing.
        slug: String,
        /// Whether to a member, who answers on their own page.
        #[serde(default)]
        member: bool,
    },
    /// Tell whoever made a claim how it was answered.
    ClaimDecidedMail {
        /// Whom to.
        email: String,
        /// Of which listing.
        slug: String,
        /// The answer.
        granted: bool,
    },
    /// Tell somebody who can mend it of a reported error.
    ReportMail {
        /// Whom to.
        email: String,
        /// Of which listing.
        slug: String,
        /// Slug of the reason.
        reason: String,
        /// Whether they are an editor.
        editor: bool,
    },
    /// Tell an editor that something waits to be seen.
    ReviewWaitsMail {
        /// Whom to.
        email: String,
        /// Of which listing.
        slug: String,
        /// Whether the listing is new.
        new: bool,
    },
    /// Tell whoever wrote something how an editor answered.
    ReviewedMail {
        /// Whom to.
        email: String,
        /// Of which listing.
        slug: String,
        /// The answer.
        outcome: ReviewOutcome,
        /// What goes with it.
        words: String,
    },
    /// Tell somebody that they are an editor now.
    InvitationMail {
        /// Whom to.
        email: String,
    },
    /// Make a link that accepts an invitation to keep a listing and send it.
    ColleagueMail {
        /// Number of the invitation.
        invitation: i64,
        /// Whom to.
        email: String,
    },
    /// Remind enterprises of messages they have not answered, and close those they never will; asks for
    /// itself again in a day.
    Messages,
    /// Make a link that confirms the address of whoever wrote a message and send it there.
    ConfirmMessageMail {
        /// Number of the message.
        message: i64,
        /// Whom to.
        email: String,
    },
    /// Make the links that answer a message and send it to an enterprise, or remind it.
    MessageMail {
        /// Number of the recipient.
        recipient: i64,
        /// Whom to.
        email: String,
        /// 0 for the message itself, then which reminder.
        reminder: u8,
    },
    /// Make a link to how a message stands and send it to whoever wrote it.
    MessageSentMail {
        /// Number of the message.
        message: i64,
        /// Whom to.
        email: String,
    },
    /// Tell whoever wrote a message that an enterprise declined it or did not answer.
    MessageDeclinedMail {
        /// Number of the recipient.
        recipient: i64,
        /// Whom to.
        email: String,
    },
    /// Tell an editor that nobody is left who may say who keeps a listing.
    OrphanMail {
        /// Whom to.
        email: String,
        /// Which listing.
        slug: String,
    },
}

impl JobKind {
    /// Its name without anything of a person, for the log.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Housekeeping => "housekeeping",
            Self::Freshness => "freshness",
            Self::FreshnessMail { .. } => "freshness_mail",
            Self::Picture { .. } => "picture",
            Self::SignInMail { .. } => "sign_in_mail",
            Self::ClaimMail { .. } => "claim_mail",
            Self::ClaimWaitsMail { .. } => "claim_waits_mail",
            Self::ClaimDecidedMail { .. } => "claim_decided_mail",
            Self::ReportMail { .. } => "report_mail",
            Self::ReviewWaitsMail { .. } => "review_waits_mail",
            Self::ReviewedMail { .. } => "reviewed_mail",
            Self::InvitationMail { .. } => "invitation_mail",
            Self::ColleagueMail { .. } => "colleague_mail",
            Self::OrphanMail { .. } => "orphan_mail",
            Self::Messages => "messages",
            Self::ConfirmMessageMail { .. } => "confirm_message_mail",
            Self::MessageMail { .. } => "message_mail",
            Self::MessageSentMail { .. } => "message_sent_mail",
            Self::MessageDeclinedMail { .. } => "message_declined_mail",
        }
    }

    /// Whom it writes to, if it writes.
    #[must_use]
    pub fn receiver(&self) -> Option<&str> {
        match self {
            Self::Housekeeping | Self::Freshness | Self::Messages | Self::Picture { .. } => None,
            Self::FreshnessMail { email, .. }
            | Self::SignInMail { email, .. }
            | Self::ClaimMail { email, .. }
            | Self::ClaimWaitsMail { email, .. }
            | Self::ClaimDecidedMail { email, .. }
            | Self::ReportMail { email, .. }
            | Self::ReviewWaitsMail { email, .. }
            | Self::ReviewedMail { email, .. }
            | Self::InvitationMail { email }
            | Self::ColleagueMail { email, .. }
            | Self::OrphanMail { email, .. }
            | Self::ConfirmMessageMail { email, .. }
            | Self::MessageMail { email, .. }
            | Self::MessageSentMail { email, .. }
            | Self::MessageDeclinedMail { email, .. } => Some(email),
        }
    }
}

/// How an editor answered what waited.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReviewOutcome {
    /// It is in the catalogue.
    Approved,
    /// Something is asked back.
    Asked,
    /// It is not.
    Rejected,
}
