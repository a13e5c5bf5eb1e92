//! Which page answers which address.

use crate::model::{
    Account, ClaimForm, EditorsRoom, Enrolment, InvalidClaim, InvalidEmail, InvalidReport, InvalidSales,
    Listing, PictureForm, PicturesRefused, ReportForm, Sales, SalesForm, SignInForm, WaitingPicture,
};
use crate::page::{Failure, Page, Request};
use crate::pages::edit::Outcome;
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
}

/// The document at the address, or the page that says why there is none.
pub async fn respond(request: Request<'_>) -> Document {
    match page(request).await {
        Ok(page) => Document { status: 200, html: shell::document(request.base_url, &page), kept: page.kept },
        Err(failure) => fail(request.base_url, failure),
    }
}

/// The page that tells of a failure.
#[must_use]
pub fn fail(base_url: &str, failure: Failure) -> Document {
    let html = shell::document(base_url, &pages::failure::page(failure));
    Document { status: failure.status(), html, kept: false }
}

/// The form that asks for a sign-in link, or the same again with what was wrong.
#[must_use]
pub fn sign_in(base_url: &str, form: &SignInForm, refused: Option<InvalidEmail>) -> Document {
    let status = if refused.is_some() { 422 } else { 200 };
    own(base_url, status, &pages::sign_in::page(form, refused))
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
    let status = if refused.is_some() { 422 } else { 200 };
    own(base_url, status, &pages::claim::page(listing, form, refused.unwrap_or_default()))
}

/// Asks whoever followed the link of a claim to go on.
#[must_use]
pub fn confirm_claim(base_url: &str, key: &str) -> Document {
    own(base_url, 200, &pages::sign_in::confirm_claim(key))
}

/// A member's form for what the enterprise sells.
#[must_use]
pub fn edit(base_url: &str, listing: &Listing, form: &SalesForm) -> Document {
    own(base_url, 200, &pages::edit::page(listing, form, Outcome::Open))
}

/// The same with what was typed and what is wrong with it.
#[must_use]
pub fn edit_refused(base_url: &str, listing: &Listing, form: &SalesForm, refused: InvalidSales) -> Document {
    own(base_url, 422, &pages::edit::page(listing, form, Outcome::Refused(refused)))
}

/// The same with what was typed and what somebody else saved meanwhile.
#[must_use]
pub fn edit_conflict(base_url: &str, listing: &Listing, form: &SalesForm) -> Document {
    own(base_url, 409, &pages::edit::page(listing, form, Outcome::Conflict(&Sales::of(listing))))
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
    let status = if matches!(refused, PicturesRefused::Nothing) { 200 } else { 422 };
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
    let status = if refused.is_some() { 422 } else { 200 };
    own(base_url, status, &pages::report::page(listing, form, refused.unwrap_or_default()))
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

/// The editors' room.
#[must_use]
pub fn editors(base_url: &str, room: &EditorsRoom) -> Document {
    own(base_url, 200, &pages::editors::page(room))
}

fn own(base_url: &str, status: u16, page: &Page) -> Document {
    Document { status, html: shell::document(base_url, page), kept: page.kept }
}

async fn page(request: Request<'_>) -> Result<Page, Failure> {
    let segments: Vec<&str> = request.path.split('/').skip(1).collect();
    match segments.as_slice() {
        [""] => pages::front::load(request).await,
        ["virksomheder"] => pages::search::load(request).await,
        ["virksomheder", slug] => pages::listing::load(request, slug).await,
        ["kommuner"] => pages::municipalities::load(request).await,
        ["kommuner", slug] => pages::municipality::load(request, slug).await,
        ["brancher"] => pages::trades::load(request).await,
        ["brancher", slug] => pages::trade::load(request, slug).await,
        ["om"] => pages::text::load("om", request.path),
        ["om", slug @ ("projekt" | "privatliv" | "cookies" | "kontakt")] => {
            pages::text::load(slug, request.path)
        }
        ["tilgaengelighed"] => pages::text::load("tilgaengelighed", request.path),
        _ => Err(Failure::NotFound),
    }
}
