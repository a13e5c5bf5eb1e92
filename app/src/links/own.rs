//! Addresses of signing in and of what is one's own.

use content::taxonomy::is_slug;

use super::EDITORS;

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
/// Where the link of a mail about a claim leads.
pub const CONFIRM_CLAIM: &str = "/log-ind/bekraeft-adgang";
/// Where the link of an invitation to keep a listing leads.
pub const CONFIRM_INVITATION: &str = "/log-ind/invitation";
/// Where the link of a mail that asks whether listings are right leads.
pub const VOUCH: &str = "/bekraeft";
/// Thanks for the answer.
pub const VOUCHED: &str = "/bekraeft/tak";
/// Where the link of a mail leads that asks whether there are free places; takes the answer too.
pub const FREE_PLACES: &str = "/har-i-plads";
/// Thanks for that answer.
pub const FREE_PLACES_SAID: &str = "/har-i-plads/tak";
/// The part of a listing that is one's own that takes how many places are free; also where that stands on its
/// first page.
pub const OWN_FREE_PLACES: &str = "pladser";
/// Takes a member's word that listings are right.
pub const CONFIRM_LISTING: &str = "/min-side/bekraeft";
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
/// The part of a listing that is one's own where its pictures are kept.
pub const OWN_PICTURES: &str = "billeder";

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

/// The address in a mail that asks whether there are free places.
#[must_use]
pub fn free_places(key: &str) -> String {
    format!("{FREE_PLACES}?noegle={key}")
}

/// Where a listing that is one's own says how many places are free.
#[must_use]
pub fn own_free_places(slug: &str) -> String {
    format!("{}#{OWN_FREE_PLACES}", own(slug, ""))
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

/// The address that does something to the pictures of a listing that is one's own.
#[must_use]
pub fn own_picture(slug: &str, deed: &str) -> String {
    own(slug, &format!("{OWN_PICTURES}/{deed}"))
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
