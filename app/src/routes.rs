//! Which page answers which address.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::model::{
    Account, AsOf, AskedMessage, ClaimForm, CloseForm, Colleagues, DeedLine, EditorsRoom, Enrolment,
    Farewell, Findable, FollowedMessage, InvalidClaim, InvalidColleagues, InvalidEmail, InvalidMails,
    InvalidMessage, InvalidMessageAnswer, InvalidReport, InvalidText, InviteForm, KeeperLine, LackingLine,
    Leaf, Listed, Listing, ListingLine, MailLine, MailSettings, MailsForm, Merge, MergeOutcome,
    MessageAnswer, MessageAnswerForm, OwnListing, PairLine, PictureForm, PicturesRefused, Refusals,
    RefusedAnswer, ReportForm, SignInForm, ToConfirm, Typed, Unconfirmed, WaitingPicture, WhyRefused,
};
use crate::page::{Failure, Page, Request, Told};
pub use crate::pages::edit::{Outcome, SectionForm};
pub use crate::pages::message::Draft;
use crate::{pages, shell};

/// A whole HTML document.
#[derive(Debug)]
pub struct Document {
    /// HTTP status.
    pub status: u16,
    /// From doctype to the end.
    pub html: String,
    /// Whether it may be kept and given to the next who asks the same.
    pub kept: bool,
    /// What is counted when it is given to a visitor.
    pub told: Option<Told>,
}

/// The document at the address, or the page that says why there is none.
pub async fn respond(request: Request<'_>) -> Document {
    match page(request).await {
        Ok(page) => Document {
            status: 200,
            html: shell::document(request.base_url, &page),
            kept: page.kept,
            told: page.told,
        },
        Err(failure) => fail(request.base_url, failure),
    }
}

/// The page that tells of a failure.
#[must_use]
pub fn fail(base_url: &str, failure: Failure) -> Document {
    let html = shell::document(base_url, &pages::failure::page(failure));
    Document { status: failure.status(), html, kept: false, told: None }
}

/// The form that asks for a sign-in link, or the same again with what was wrong.
#[must_use]
pub fn sign_in(base_url: &str, form: &SignInForm, refused: Option<InvalidEmail>) -> Document {
    let status = if refused.is_some() { 422 } else { 200 };
    own(base_url, status, &pages::sign_in::page(form, refused, false))
}

/// The same when it was sent too often for now, with what was typed.
#[must_use]
pub fn sign_in_later(base_url: &str, form: &SignInForm) -> Document {
    own(base_url, 429, &pages::sign_in::page(form, None, true))
}

/// Says that the link was sent.
#[must_use]
pub fn link_sent(base_url: &str) -> Document {
    own(base_url, 200, &pages::sign_in::sent())
}

/// Asks whoever followed the link to sign in.
#[must_use]
pub fn confirm_sign_in(base_url: &str, key: &str, to: &str) -> Document {
    own(base_url, 200, &pages::sign_in::confirm(key, to))
}

/// Says that the link is used up.
#[must_use]
pub fn link_expired(base_url: &str) -> Document {
    own(base_url, 410, &pages::sign_in::expired())
}

/// A member's own page.
#[must_use]
pub fn my_page(base_url: &str, account: &Account) -> Document {
    own(base_url, 200, &pages::my_page::page(account))
}

/// Asks whoever says that a listing is theirs who they are.
#[must_use]
pub fn claim(base_url: &str, listing: &Listing, form: &ClaimForm, refused: Option<InvalidClaim>) -> Document {
    let status = refused.map_or(200, |refused| if refused.too_often { 429 } else { 422 });
    own(base_url, status, &pages::claim::page(listing, form, refused.unwrap_or_default()))
}

/// Asks whoever followed the link of a claim to go on.
#[must_use]
pub fn confirm_claim(base_url: &str, key: &str) -> Document {
    own(base_url, 200, &pages::sign_in::confirm_claim(key))
}

/// Asks whoever followed the link of an invitation to go on.
#[must_use]
pub fn confirm_invitation(base_url: &str, key: &str) -> Document {
    own(base_url, 200, &pages::sign_in::confirm_invitation(key))
}

/// Says that an invitation no longer works.
#[must_use]
pub fn invitation_expired(base_url: &str) -> Document {
    own(base_url, 410, &pages::sign_in::invitation_expired())
}

/// Those who keep a listing, or the same again with what was wrong.
#[must_use]
pub fn colleagues(
    base_url: &str,
    all: &Colleagues,
    form: &InviteForm,
    refused: InvalidColleagues,
) -> Document {
    let status = match refused {
        InvalidColleagues { too_often: true, .. } => 429,
        refused if refused == InvalidColleagues::default() => 200,
        _ => 422,
    };
    own(base_url, status, &pages::colleagues::page(all, form, refused))
}

/// Asks why a listing is closed, or the same again with what was wrong.
#[must_use]
pub fn close(base_url: &str, listing: &Listing, form: &CloseForm, refused: Option<InvalidText>) -> Document {
    let status = if refused.is_some() { 422 } else { 200 };
    own(base_url, status, &pages::close::page(listing, form, refused))
}

/// Says what goes with an account, or the same again with what was not decided.
#[must_use]
pub fn delete_account(base_url: &str, farewell: &Farewell, refused: bool) -> Document {
    own(base_url, if refused { 422 } else { 200 }, &pages::own_data::delete(farewell, refused))
}

/// Says that the account is deleted.
#[must_use]
pub fn account_deleted(base_url: &str) -> Document {
    own(base_url, 200, &pages::own_data::deleted())
}

/// A listing that is one's own; `answer` is what was typed to an editor and what is wrong with it.
#[must_use]
pub fn own_listing(base_url: &str, own: &OwnListing, answer: Option<(&str, InvalidText)>) -> Document {
    let status = if answer.is_some() { 422 } else { 200 };
    self::own(base_url, status, &pages::own::page(own, answer))
}

/// A section of it to edit, with what came of the last try to save.
#[must_use]
pub fn edit(base_url: &str, own: &OwnListing, form: SectionForm<'_>) -> Document {
    let status = match form.outcome {
        Outcome::Open => 200,
        Outcome::Refused(_) => 422,
        Outcome::Conflict(_) => 409,
    };
    self::own(base_url, status, &pages::edit::page(own, form))
}

/// A listing as a buyer will see it, or as a municipality.
#[must_use]
pub fn preview(base_url: &str, listing: &Arc<Listing>, as_buyer: bool, as_of: &AsOf) -> Document {
    own(base_url, 200, &pages::preview::page(listing, as_buyer, as_of))
}

/// The form that puts an enterprise into the catalogue, with what is wrong with it or what it is like.
#[must_use]
pub fn create(base_url: &str, typed: &Typed, refused: &Refusals, alike: &[(String, String)]) -> Document {
    let status = match (refused.is_empty(), alike.is_empty()) {
        (false, _) => 422,
        (true, false) => 409,
        (true, true) => 200,
    };
    own(base_url, status, &pages::create::page(typed, refused, alike, false))
}

/// The same when it was sent too often for now, with what was typed.
#[must_use]
pub fn create_later(base_url: &str, typed: &Typed) -> Document {
    own(base_url, 429, &pages::create::page(typed, &Refusals::new(), &[], true))
}

/// Shows whoever followed the link of a mail the listings it asks about; `none` when they ticked none.
#[must_use]
pub fn vouch(base_url: &str, key: &str, listings: &[Listing], none: bool) -> Document {
    own(base_url, if none { 422 } else { 200 }, &pages::vouch::page(key, listings, none))
}

/// Thanks for the answer.
#[must_use]
pub fn vouched(base_url: &str) -> Document {
    own(base_url, 200, &pages::vouch::thanks())
}

/// Says that the link of the mail is used up, and where to answer instead.
#[must_use]
pub fn vouch_expired(base_url: &str) -> Document {
    own(base_url, 410, &pages::vouch::expired())
}

/// A member's choice of the mails about a listing, or the same again with what was wrong.
#[must_use]
pub fn mails(
    base_url: &str,
    settings: &MailSettings,
    form: &MailsForm,
    refused: Option<InvalidMails>,
) -> Document {
    let status = if refused.is_some() { 422 } else { 200 };
    own(base_url, status, &pages::mails::page(settings, form, refused.unwrap_or_default()))
}

/// The editors' list of every listing.
#[must_use]
pub fn all_listings(base_url: &str, typed: &str, listings: &[ListingLine], leaf: Leaf) -> Document {
    own(base_url, 200, &pages::editors::all(typed, listings, leaf))
}

/// The editors' list of listings nobody vouches for; `total` is how many there are.
#[must_use]
pub fn unconfirmed(base_url: &str, listings: &[Unconfirmed], total: usize) -> Document {
    own(base_url, 200, &pages::unconfirmed::page(listings, total))
}

/// A list, the visitor's own or one that came by a link.
#[must_use]
pub fn shortlist(base_url: &str, listed: &Listed, today: NaiveDate) -> Document {
    own(base_url, if listed.full { 422 } else { 200 }, &pages::shortlist::page(base_url, listed, today))
}

/// Shows members how their listing is found.
#[must_use]
pub fn findable(base_url: &str, listing: &Listing, findable: &Findable) -> Document {
    own(base_url, 200, &pages::findable::page(listing, findable))
}

/// A member's pictures, with what was refused of them.
#[must_use]
pub fn pictures(
    base_url: &str,
    listing: &Listing,
    waiting: &[WaitingPicture],
    form: &PictureForm,
    refused: PicturesRefused<'_>,
) -> Document {
    let status = match refused {
        PicturesRefused::Nothing => 200,
        PicturesRefused::TooOften => 429,
        PicturesRefused::Sent(_) | PicturesRefused::Text(..) => 422,
    };
    own(base_url, status, &pages::pictures::page(listing, waiting, form, refused))
}

/// Asks what is wrong with a listing.
#[must_use]
pub fn report(
    base_url: &str,
    listing: &Listing,
    form: &ReportForm,
    refused: Option<InvalidReport>,
) -> Document {
    let status = refused.map_or(200, |refused| if refused.too_often { 429 } else { 422 });
    own(base_url, status, &pages::report::page(listing, form, refused.unwrap_or_default()))
}

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

/// Thanks for a report.
#[must_use]
pub fn report_thanks(base_url: &str, listing: &Listing) -> Document {
    own(base_url, 200, &pages::report::thanks(listing))
}

/// Asks an editor for a code, or for another one.
#[must_use]
pub fn second_factor(base_url: &str, refused: bool) -> Document {
    own(base_url, if refused { 422 } else { 200 }, &pages::second_factor::page(refused))
}

/// Has an editor set up the app for codes.
#[must_use]
pub fn new_second_factor(base_url: &str, enrolment: &Enrolment, refused: bool) -> Document {
    own(base_url, if refused { 422 } else { 200 }, &pages::second_factor::enrol(enrolment, refused))
}

/// Shows an editor the codes to keep on paper.
#[must_use]
pub fn recovery_codes(base_url: &str, codes: &[String]) -> Document {
    own(base_url, 200, &pages::second_factor::recovery(codes))
}

/// What people did not find.
#[must_use]
pub fn lacking(base_url: &str, lines: &[LackingLine]) -> Document {
    own(base_url, 200, &pages::editors::lacking(lines))
}

/// The mails and how they stand.
#[must_use]
pub fn mail_log(base_url: &str, mails: &[MailLine]) -> Document {
    own(base_url, 200, &pages::editors::mails(mails))
}

/// What editors did.
#[must_use]
pub fn log(base_url: &str, deeds: &[DeedLine], leaf: Leaf) -> Document {
    own(base_url, 200, &pages::editors::log(deeds, leaf))
}

/// Who keeps which listing.
#[must_use]
pub fn keepers(base_url: &str, keepers: &[KeeperLine], leaf: Leaf) -> Document {
    own(base_url, 200, &pages::editors::keepers(keepers, leaf))
}

/// Listings that may be one enterprise twice.
#[must_use]
pub fn duplicates(base_url: &str, pairs: &[PairLine]) -> Document {
    own(base_url, 200, &pages::editors::duplicates(pairs))
}

/// Two listings on their way to be one.
#[must_use]
pub fn merge(base_url: &str, merge: &Merge, outcome: &MergeOutcome) -> Document {
    let status = match outcome {
        MergeOutcome::Open => 200,
        MergeOutcome::Conflict => 409,
        MergeOutcome::Unsound(_) => 422,
    };
    own(base_url, status, &pages::editors::merge(merge, outcome))
}

/// The editors' room.
#[must_use]
pub fn editors(base_url: &str, room: &EditorsRoom) -> Document {
    let status = match &room.refused {
        None => 200,
        Some(RefusedAnswer { why: WhyRefused::Changed, .. }) => 409,
        Some(_) => 422,
    };
    own(base_url, status, &pages::editors::page(room))
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

fn own(base_url: &str, status: u16, page: &Page) -> Document {
    Document { status, html: shell::document(base_url, page), kept: page.kept, told: None }
}

async fn page(request: Request<'_>) -> Result<Page, Failure> {
    let segments: Vec<&str> = request.path.split('/').skip(1).collect();
    match segments.as_slice() {
        [""] => pages::front::load(request).await,
        ["virksomheder"] => pages::search::load(request).await,
        ["virksomheder", slug] => pages::listing::load(request, slug).await,
        ["virksomheder", slug, "dokumentation"] => pages::listing::documentation::load(request, slug).await,
        ["liste", "sammenlign"] => pages::shortlist::compare::load(request).await,
        ["kommuner"] => pages::municipalities::load(request).await,
        ["kommuner", slug] => pages::municipality::load(request, slug).await,
        ["brancher"] => pages::trades::load(request).await,
        ["brancher", slug] => pages::trade::load(request, slug).await,
        ["om"] => pages::text::load("om", request.path),
        ["om", slug @ ("privatliv" | "cookies" | "kontakt")] => pages::text::load(slug, request.path),
        ["tilgaengelighed"] => pages::text::load("tilgaengelighed", request.path),
        ["samhandel", "indkoebstjek"] => pages::purchase_check::load(request).await,
        ["metodekatalog", "alt"] => pages::methods::load(request),
        _ => pages::article::load(request).await,
    }
}
