//! What members keep.

use std::sync::Arc;

use chrono::NaiveDate;

use super::{Document, Outcome, OwnRefused, SectionForm, own};
use crate::model::{
    Account, AsOf, ClaimForm, CloseForm, Colleagues, Farewell, Findable, InvalidClaim, InvalidColleagues,
    InvalidMails, InvalidText, InviteForm, Listing, MailSettings, MailsForm, OwnListing, PictureForm,
    PicturesRefused, Refusals, Typed, WaitingPicture,
};
use crate::pages;

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

/// A listing that is one's own, with what was refused of a form on it.
#[must_use]
pub fn own_listing(base_url: &str, own: &OwnListing, refused: OwnRefused<'_>) -> Document {
    let status = if matches!(refused, OwnRefused::Nothing) { 200 } else { 422 };
    super::own(base_url, status, &pages::own::page(own, refused))
}

/// Asks whoever followed the link of a mail how many places are free, or the same again with what was refused.
#[must_use]
pub fn free_places(
    base_url: &str,
    key: &str,
    listing: &Listing,
    today: NaiveDate,
    refused: Option<(&Typed, &Refusals)>,
) -> Document {
    let status = if refused.is_some() { 422 } else { 200 };
    own(base_url, status, &pages::free_places::page(key, listing, today, refused))
}

/// Thanks for that answer.
#[must_use]
pub fn free_places_said(base_url: &str) -> Document {
    own(base_url, 200, &pages::free_places::thanks())
}

/// Says that the link about free places does not work, and where to answer instead.
#[must_use]
pub fn free_places_expired(base_url: &str) -> Document {
    own(base_url, 410, &pages::free_places::expired())
}

/// A section of it to edit, with what came of the last try to save.
#[must_use]
pub fn edit(base_url: &str, own: &OwnListing, form: SectionForm<'_>) -> Document {
    let status = match form.outcome {
        Outcome::Open => 200,
        Outcome::Refused(_) => 422,
        Outcome::Conflict(_) => 409,
    };
    super::own(base_url, status, &pages::edit::page(own, form))
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
