//! Addresses of the editors' room.

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
