//! Which page answers which address.

mod editors;
mod keeping;
mod messages;
mod signing_in;

use chrono::NaiveDate;

pub use editors::{all_listings, duplicates, editors, keepers, lacking, log, mail_log, merge, unconfirmed};
pub use keeping::{
    account_deleted, claim, close, colleagues, create, create_later, delete_account, edit, findable,
    free_places, free_places_expired, free_places_said, mails, my_page, own_listing, pictures, preview,
    vouch, vouch_expired, vouched,
};
pub use messages::{
    answer_message, answer_over, confirm_message, follow_message, follow_over, message, message_answered,
    message_expired, message_sent_already, message_to_nobody, message_too_many, message_written,
};
pub use signing_in::{
    confirm_claim, confirm_invitation, confirm_sign_in, invitation_expired, link_expired, link_sent,
    new_second_factor, recovery_codes, second_factor, sign_in, sign_in_later,
};

use crate::model::{InvalidReport, Listed, Listing, ReportForm};
use crate::page::{Failure, Page, Request, Told};
pub use crate::pages::edit::{Outcome, SectionForm};
pub use crate::pages::message::Draft;
pub use crate::pages::own::OwnRefused;
pub use crate::pages::shortlist::places::Meeting;
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

/// A list, the visitor's own or one that came by a link.
#[must_use]
pub fn shortlist(base_url: &str, listed: &Listed, today: NaiveDate) -> Document {
    own(base_url, if listed.full { 422 } else { 200 }, &pages::shortlist::page(base_url, listed, today))
}

/// A list in its placement form, to take to a meeting.
#[must_use]
pub fn places_list(meeting: Meeting<'_>) -> Document {
    own(meeting.base_url, 200, &pages::shortlist::places::page(meeting))
}

/// The sheet of such a list for the citizen.
#[must_use]
pub fn places_sheet(meeting: Meeting<'_>) -> Document {
    own(meeting.base_url, 200, &pages::shortlist::places::sheet::page(meeting))
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

/// Thanks for a report.
#[must_use]
pub fn report_thanks(base_url: &str, listing: &Listing) -> Document {
    own(base_url, 200, &pages::report::thanks(listing))
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
        ["match"] => pages::matching::load(request).await,
        ["liste", "sammenlign"] => pages::shortlist::compare::load(request).await,
        ["kommuner"] => pages::municipalities::load(request).await,
        ["kommuner", slug] => pages::municipality::load(request, slug).await,
        ["brancher"] => pages::trades::load(request).await,
        ["brancher", slug] => pages::trade::load(request, slug).await,
        ["ordninger"] => pages::schemes::load(request).await,
        ["ordninger", slug] => pages::scheme::load(request, slug).await,
        ["om"] => pages::text::load("om", request.path),
        ["om", slug @ ("privatliv" | "cookies" | "kontakt" | "databeskyttelse")] => {
            pages::text::load(slug, request.path)
        }
        ["tilgaengelighed"] => pages::text::load("tilgaengelighed", request.path),
        ["samhandel", "indkoebstjek"] => pages::purchase_check::load(request).await,
        ["eftervaern"] => Ok(pages::aftercare::load(request)),
        ["hjaelp", "rimelighed"] => Ok(pages::reasonable::load(request)),
        ["metodekatalog", "alt"] => pages::methods::load(request),
        _ => pages::article::load(request).await,
    }
}
