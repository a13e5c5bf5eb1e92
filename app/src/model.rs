//! The types that search results, pages and forms share.

mod aftercare;
mod answering;
mod claim;
mod close;
mod colleagues;
mod completeness;
mod cpr;
mod create;
mod duplicates;
mod edit;
mod editors;
mod editors_lists;
mod filter;
mod findable;
mod fit;
mod free_places;
mod freshness;
mod habit;
mod health;
mod matched;
mod message;
mod need;
mod offering;
mod own;
mod own_data;
mod picture;
mod plain;
mod query;
mod reasonable;
mod report;
mod results;
mod review;
mod second_factor;
mod shortlist;
mod sign_in;
mod suggestion;
mod workdays;

pub use aftercare::{
    Aftercare, InvalidStart, MOST_PLANS, OwnTalk, Planned, Step as AftercareStep, Taker, Talk, With,
};
pub use answering::{
    ANSWER_DAYS, Alike, AskedMessage, Declined, FOLLOW_MONTHS, FollowedMessage, FollowedRecipient,
    InvalidMessageAnswer, MessageAnswerForm, Standing as MessageStanding,
};
pub use claim::{CLAIM_HOURS, ClaimForm, InvalidClaim, InvalidText, ValidClaim, WaitingClaim};
pub use close::{CloseForm, MAX_REASON};
pub use colleagues::{
    Colleague, Colleagues, INVITATION_DAYS, InvalidColleagues, InviteForm, LastOne, Role, WaitingInvitation,
};
pub use completeness::{Step, completeness};
pub use content::Listing;
pub use cpr::without_cpr;
pub use create::{CreateForm, Created};
pub use duplicates::{Merge, MergeField, MergeOutcome, PairLine};
pub use edit::{
    MAX_ADDRESSES, MAX_LINE, MAX_LONG_TEXT, MAX_NAME, MAX_OFFERS, MAX_SHORT, MAX_TEXT_FIELD, Refusal,
    Refusals, Section, Typed,
};
pub use editors::{ChangeLine, EditorsRoom, Lacking, MailLine, MailState};
pub use editors_lists::{DeedLine, KeeperLine, LackingLine, Leaf, ListingLine, Said};
pub use filter::{Facet, Filter};
pub use findable::{Findable, FoundBy, MessageCounts, Often};
pub use fit::{Fit, Free, Obstacle as FitObstacle, Pause, Wish, Wishes, fit, is_lately, says_yes};
pub use free_places::{
    MOST_FREE, ONE_TAP, SAVE, SAY, STILL, SaidPlaces, all_said_since, count_field, said_places,
    schemes_offered, shown_field,
};
pub use freshness::{
    CONFIRM_DAYS, InvalidDay, InvalidMails, Lapse, MailSettings, Mails, MailsForm, NextMail, NoMail,
    Question, Quiet, Unconfirmed,
};
pub use habit::{AsOf, Habit, Habits};
pub use health::health_words;
pub use matched::{FittingPlace, Matched, YesCounts};
pub use message::{Answer as MessageAnswer, DeclineReason, Kind as MessageKind, State as RecipientState};
pub use message::{
    ELSEWHERE, Home, InvalidMessage, InvalidReceivers, InvalidWanted, InvalidWords, MAX_COMPANY, MAX_HOURS,
    MAX_RECEIVERS, MAX_WHAT, MAX_WISH, MESSAGE_HOURS, MessageForm, MessageLoad, Obstacle, Receiver,
    Receivers, SENDER_DAYS, ToConfirm, TooOften, ValidMessage, Wanted, WantedForm, Words as MessageWords,
};
pub use need::{Need, WORK_HOURS};
pub use offering::{Offering, offerings};
pub use own::{InReview, Origin, Origins, OwnListing, Waiting};
pub use own_data::{DeleteForm, Farewell, Handover, NOBODY, Successor};
pub use picture::{
    Focus, InvalidFile, InvalidPicture, PictureForm, PictureTextForm, PicturesRefused, WaitingPicture,
};
pub use query::{DISTANCES, MAX_TEXT, SearchQuery, Sort};
pub use reasonable::{InvalidNumber, Room, RoomForm, SMALL as ROOM_SMALL, Staff};
pub use report::{InvalidReport, MAX_REPORT, OpenReport, Reason as ReportReason, ReportForm};
pub use results::{
    Corrected, Counts, Field, Hit, Loosened, NEARBY, Overview, PAGE_SIZE, Part, PlaceInText, Reading, Reason,
    Results,
};
pub use review::{AnswerForm, RefusedAnswer, ReviewForm, Verdict, WhyRefused};
pub use second_factor::{CodeForm, Enrolment};
pub use shortlist::{Full, Listed, MAX_COMPARED, MAX_LISTED, Shortlist};
pub use sign_in::{Account, InvalidEmail, LINK_MINUTES, SignInForm, SignedIn};
pub use suggestion::{SUGGESTIONS, Suggested, Suggestion};
pub use workdays::{after_workdays, is_workday};
