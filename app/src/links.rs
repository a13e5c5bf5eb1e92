//! Every address of the site is built here.

mod aftercare;
mod answer;
mod editors;
mod list;
mod matching;
mod message;
mod own;

use content::Listing;

pub use aftercare::{aftercare, aftercare_calendar, guide};
pub use answer::{
    ANSWER_MESSAGE, FOLLOW_MESSAGE, MESSAGE_ANSWERED, answer_message, follow_message, message_answered,
};
pub use editors::{
    ALL_LISTINGS, CLOSE_REPORT, DECIDE_CLAIM, DUPLICATES, EDITORS, GAPS_CSV, KEEPERS, LACKING, LOG, MAIL_LOG,
    REVIEW, TAKE_BACK, editors, found_listings, merge,
};
pub use list::{COMPARE, LIST, LIST_CSV, LIST_XLSX, LISTED, back, documentation, listed, with_listings};
pub use matching::{
    AFTERCARE, AFTERCARE_CALENDAR, DATA_PROTECTION, MATCH, MATCH_FOR_ENTERPRISES, MATCH_FOR_MUNICIPALITIES,
    PLACES_LIST, PLACES_SHEET, REASONABLE, SCHEMES, matching, places_list, places_sheet, scheme,
};
pub use message::{
    CONFIRM_MESSAGE, FORGET_SENDER, MESSAGE_TO_LISTED, MESSAGE_WRITTEN, back_to_message, confirm_message,
    message, placement_message, placement_message_to,
};
pub use own::{
    ACCOUNT_DELETED, CONFIRM_CLAIM, CONFIRM_INVITATION, CONFIRM_LISTING, CONFIRM_SIGN_IN, CREATE,
    DELETE_ACCOUNT, END_SESSION, FREE_PLACES, FREE_PLACES_SAID, LINK_SENT, MY_PAGE, NEW_SECOND_FACTOR,
    OWN_DATA, OWN_FREE_PLACES, OWN_PICTURES, SECOND_FACTOR, SIGN_IN, SIGN_OUT, VOUCH, VOUCHED, confirm_claim,
    confirm_invitation, confirm_sign_in, free_places, onward, own, own_free_places, own_picture, preview,
    sign_in_to, vouch,
};

use crate::model::{Filter, SearchQuery};

/// The front page.
pub const FRONT: &str = "/";
/// The search page without a search.
pub const SEARCH: &str = "/virksomheder";
/// All municipalities.
pub const MUNICIPALITIES: &str = "/kommuner";
/// All trades.
pub const TRADES: &str = "/brancher";
/// About the catalogue.
pub const ABOUT: &str = "/om";
/// How to reach the editors.
pub const CONTACT: &str = "/om/kontakt";
/// Privacy.
pub const PRIVACY: &str = "/om/privatliv";
/// Cookies.
pub const COOKIES: &str = "/om/cookies";
/// The project the catalogue continues.
pub const PROJECT: &str = "/om/projekt";
/// Why and how to trade with social enterprises.
pub const TRADING: &str = "/samhandel";
/// Tick what you buy, see who sells it.
pub const PURCHASE_CHECK: &str = "/samhandel/indkoebstjek";
/// How public buyers may buy.
pub const PUBLIC_BUYING: &str = "/samhandel/offentlige-indkoeb";
/// Social purchases in a CSR report.
pub const CSR: &str = "/csr";
/// Stories of enterprises.
pub const CASES: &str = "/cases";
/// Methods of the work with people.
pub const METHODS: &str = "/metodekatalog";
/// All methods as one document.
pub const WHOLE_METHODS: &str = "/metodekatalog/alt";
/// Why and how an enterprise is in the catalogue.
pub const FOR_ENTERPRISES: &str = "/for-virksomheder";
/// How enterprises meet and trade.
pub const NETWORK: &str = "/om/netvaerk";
/// Articles and the newest listings, for feed readers.
pub const FEED: &str = "/feed.xml";
/// Accessibility statement.
pub const ACCESSIBILITY: &str = "/tilgaengelighed";
/// Description of the search for browsers.
pub const OPENSEARCH: &str = "/opensearch.xml";
/// Suggestions for the search text in `q`.
pub const SUGGEST: &str = "/api/v1/suggest";

/// Pictures of listings, in several widths.
pub const PICTURES: &str = "/billeder";

/// A search.
#[must_use]
pub fn search(query: &SearchQuery) -> String {
    match query.to_query_string() {
        query if query.is_empty() => SEARCH.to_owned(),
        query => format!("{SEARCH}?{query}"),
    }
}

/// The search for one filter.
#[must_use]
pub fn filter(filter: Filter) -> String {
    search(&SearchQuery::only(filter))
}

/// A listing.
#[must_use]
pub fn listing(listing: &Listing) -> String {
    listing_at(&listing.slug)
}

/// The listing with this slug.
#[must_use]
pub fn listing_at(slug: &str) -> String {
    format!("{SEARCH}/{slug}")
}

/// Where one says that the listing is one's own.
#[must_use]
pub fn claim(slug: &str) -> String {
    format!("{SEARCH}/{slug}/er-det-jeres")
}

/// Where an error in a listing is reported.
#[must_use]
pub fn report(slug: &str) -> String {
    format!("{SEARCH}/{slug}/meld-fejl")
}

/// Thanks for a report.
#[must_use]
pub fn report_thanks(slug: &str) -> String {
    format!("{SEARCH}/{slug}/meld-fejl/tak")
}

/// A page of a list, from 0.
#[must_use]
pub fn leaf(list: &str, page: usize) -> String {
    if page == 0 {
        return list.to_owned();
    }
    let sign = if list.contains('?') { '&' } else { '?' };
    format!("{list}{sign}side={}", page + 1)
}

/// A picture in one of its widths, by its id.
#[must_use]
pub fn picture(id: &str, width: u16) -> String {
    format!("{PICTURES}/{id}-{width}.webp")
}

/// A municipality's page.
#[must_use]
pub fn municipality(slug: &str) -> String {
    format!("{MUNICIPALITIES}/{slug}")
}

/// A trade's page.
#[must_use]
pub fn trade(slug: &str) -> String {
    format!("{TRADES}/{slug}")
}
