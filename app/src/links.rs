//! Every address of the site is built here.

mod answer;
mod list;
mod message;

use content::Listing;
use content::taxonomy::is_slug;

pub use answer::{
    ANSWER_MESSAGE, FOLLOW_MESSAGE, MESSAGE_ANSWERED, answer_message, follow_message, message_answered,
};
pub use list::{COMPARE, LIST, LIST_CSV, LIST_XLSX, LISTED, back, documentation, listed, with_listings};
pub use message::{
    CONFIRM_MESSAGE, FORGET_SENDER, MESSAGE_TO_LISTED, MESSAGE_WRITTEN, back_to_message, confirm_message,
    message,
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
/// The part of a listing that is one's own where its pictures are kept.
pub const OWN_PICTURES: &str = "billeder";

/// Where one asks for a link to sign in.
pub const SIGN_IN: &str = "/log-ind";
/// Says that the link is on its way.
pub const LINK_SENT: &str = "/log-ind/sendt";
/// Where the link of the mail leads.
pub const CONFIRM_SIGN_IN: &str = "/log-ind/bekraeft";
/// Where an editor gives the second factor.
pub const SECOND_FACTOR: &str = "/log-ind/kode";
/// Where an editor gets one.
pub const NEW_SECOND_FACTOR: &str = "/log-ind/ny-kode";
/// The editors' room.
pub const EDITORS: &str = "/redaktion";
/// What people did not find, as a table for a spreadsheet.
pub const GAPS_CSV: &str = "/redaktion/mangler.csv";
/// What people did not find, by municipality and trade.
pub const LACKING: &str = "/redaktion/mangler";
/// The mails and how they stand.
pub const MAIL_LOG: &str = "/redaktion/mails";
/// What editors did.
pub const LOG: &str = "/redaktion/log";
/// Who keeps which listing; takes an editor's word that somebody no longer does.
pub const KEEPERS: &str = "/redaktion/medlemmer";
/// Listings that may be one enterprise twice; takes an editor's word that two are two.
pub const DUPLICATES: &str = "/redaktion/dubletter";
/// Where the link of a mail about a claim leads.
pub const CONFIRM_CLAIM: &str = "/log-ind/bekraeft-adgang";
/// Where the link of an invitation to keep a listing leads.
pub const CONFIRM_INVITATION: &str = "/log-ind/invitation";
/// Where the link of a mail that asks whether listings are right leads.
pub const VOUCH: &str = "/bekraeft";
/// Thanks for the answer.
pub const VOUCHED: &str = "/bekraeft/tak";
/// Takes a member's word that listings are right.
pub const CONFIRM_LISTING: &str = "/min-side/bekraeft";
/// Takes an editor's answer to a claim.
pub const DECIDE_CLAIM: &str = "/redaktion/adgang";
/// Every listing, for editors.
pub const ALL_LISTINGS: &str = "/redaktion/sider";
/// Takes an editor's answer to what waits.
pub const REVIEW: &str = "/redaktion/svar";
/// Has a change taken back.
pub const TAKE_BACK: &str = "/redaktion/tag-tilbage";
/// Takes an editor's word that an error is mended.
pub const CLOSE_REPORT: &str = "/redaktion/fejl";
/// Where an enterprise that is not in the catalogue is put there.
pub const CREATE: &str = "/opret";
/// The member's own page.
pub const MY_PAGE: &str = "/min-side";
/// Takes a sign-out.
pub const SIGN_OUT: &str = "/min-side/log-ud";
/// Ends one of the member's sessions.
pub const END_SESSION: &str = "/min-side/afslut";

/// All that is stored about the member, as a file.
pub const OWN_DATA: &str = "/min-side/mine-data.json";
/// Where the member deletes their account.
pub const DELETE_ACCOUNT: &str = "/min-side/slet";
/// Says that the account is deleted.
pub const ACCOUNT_DELETED: &str = "/log-ind/slettet";

/// Where one signs in on the way to one's own page.
#[must_use]
pub fn sign_in_to(path: &str) -> String {
    let elsewhere = onward(path).filter(|path| *path != MY_PAGE);
    elsewhere.map_or_else(|| SIGN_IN.to_owned(), |path| format!("{SIGN_IN}?til={path}"))
}

/// The address in a sign-in mail; it leads on to a path of one's own.
#[must_use]
pub fn confirm_sign_in(key: &str, to: &str) -> String {
    let to = onward(to).map(|path| format!("&til={path}")).unwrap_or_default();
    format!("{CONFIRM_SIGN_IN}?noegle={key}{to}")
}

/// A path that one may be led to after signing in: one of the own pages, and nothing that a browser would
/// take for another site's address.
#[must_use]
pub fn onward(path: &str) -> Option<&str> {
    let mut parts = path.strip_prefix('/')?.split('/');
    let own = [MY_PAGE, EDITORS, CREATE].iter().any(|own| parts.clone().next() == own.strip_prefix('/'));
    (own && parts.all(is_slug)).then_some(path)
}

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

/// The address in the mail about a claim.
#[must_use]
pub fn confirm_claim(key: &str) -> String {
    format!("{CONFIRM_CLAIM}?noegle={key}")
}

/// The address in the mail that invites somebody to keep a listing.
#[must_use]
pub fn confirm_invitation(key: &str) -> String {
    format!("{CONFIRM_INVITATION}?noegle={key}")
}

/// The address in a mail that asks whether listings are right.
#[must_use]
pub fn vouch(key: &str) -> String {
    format!("{VOUCH}?noegle={key}")
}

/// A page of a listing that is one's own, by the last part of its address; the first one has none.
#[must_use]
pub fn own(slug: &str, part: &str) -> String {
    if part.is_empty() { format!("{MY_PAGE}/{slug}") } else { format!("{MY_PAGE}/{slug}/{part}") }
}

/// A listing that is one's own as a buyer will see it, or as a municipality.
#[must_use]
pub fn preview(slug: &str, as_buyer: bool) -> String {
    let reader = if as_buyer { "koeber" } else { "kommune" };
    format!("{MY_PAGE}/{slug}/vis?som={reader}")
}

/// A page of the editors' room, likewise.
#[must_use]
pub fn editors(part: &str) -> String {
    if part.is_empty() { EDITORS.to_owned() } else { format!("{EDITORS}/{part}") }
}

/// Where a listing is merged with another; the first one is kept.
#[must_use]
pub fn merge(kept: &str, other: &str) -> String {
    format!("{DUPLICATES}/{kept}/{other}")
}

/// The editors' list of listings with these words in their name.
#[must_use]
pub fn found_listings(typed: &str) -> String {
    if typed.is_empty() {
        return ALL_LISTINGS.to_owned();
    }
    let query = url::form_urlencoded::Serializer::new(String::new()).append_pair("q", typed).finish();
    format!("{ALL_LISTINGS}?{query}")
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

/// The address that does something to the pictures of a listing that is one's own.
#[must_use]
pub fn own_picture(slug: &str, deed: &str) -> String {
    own(slug, &format!("{OWN_PICTURES}/{deed}"))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_is_led_to_own_pages_only() {
        for path in ["/min-side", "/min-side/cafe-kox/salg", "/redaktion/log", "/opret"] {
            assert_eq!(onward(path), Some(path));
        }
        for path in
            ["", "/", "//min-side", "/min-side//x", "/min-side?x", "/virksomheder", "min-side", "/\\x"]
        {
            assert_eq!(onward(path), None, "{path}");
        }
    }
}
