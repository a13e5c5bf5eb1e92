//! Every own address, whom it is for, and what those get.

use super::For::{self, Anyone, Editors, Inviters, Keepers, Members, SignedIn, WithoutCode};

/// Method, address as it is registered, whom it is for, what is sent, and the statuses they get.
pub type Row = (&'static str, &'static str, For, Form, &'static [u16]);
type Form = &'static [(&'static str, &'static str)];

const NOTHING: Form = &[];
const KEY: Form = &[("noegle", "x"), ("slug", "koekkenet")];
const ID: Form = &[("id", "0")];
const SLUG: Form = &[("slug", "koekkenet")];
const CLAIM: Form = &[("id", "{claim}"), ("svar", "nej")];
const COLLEAGUE: Form = &[("id", "{colleague}"), ("rolle", "redigere")];
const CODE: Form = &[("kode", "123456"), ("hemmelighed", "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ")];
const MOVE: Form = &[("id", "{picture}"), ("retning", "op")];

/// In an order in which nobody takes from the next what it needs.
pub const ROWS: &[Row] = &[
    ("GET", "/redaktion", Editors, NOTHING, &[200]),
    ("GET", "/redaktion/mangler", Editors, NOTHING, &[200]),
    ("GET", "/redaktion/mangler.csv", Editors, NOTHING, &[200]),
    ("GET", "/redaktion/sider", Editors, NOTHING, &[200]),
    ("GET", "/redaktion/mails", Editors, NOTHING, &[200]),
    ("GET", "/redaktion/log", Editors, NOTHING, &[200]),
    ("GET", "/redaktion/medlemmer", Editors, NOTHING, &[200]),
    ("POST", "/redaktion/medlemmer", Editors, &[("konto", "0"), ("slug", "koekkenet")], &[303]),
    ("GET", "/redaktion/ubekraeftede", Editors, NOTHING, &[200]),
    ("POST", "/redaktion/ubekraeftede", Editors, SLUG, &[303]),
    ("GET", "/redaktion/dubletter", Editors, NOTHING, &[200]),
    ("POST", "/redaktion/dubletter", Editors, &[("en", "koekkenet"), ("anden", "andre")], &[303]),
    ("GET", "/redaktion/dubletter/{kept}/{other}", Editors, NOTHING, &[200]),
    ("POST", "/redaktion/dubletter/{kept}/{other}", Editors, &[("udgave", "")], &[409]),
    ("POST", "/redaktion/adgang", Editors, CLAIM, &[303]),
    ("POST", "/redaktion/fejl", Editors, ID, &[303]),
    ("POST", "/redaktion/tag-tilbage", Editors, ID, &[303]),
    (
        "POST",
        "/redaktion/svar",
        Editors,
        &[("slug", "koekkenet"), ("udgave", ""), ("svar", "godkend")],
        &[409],
    ),
    ("GET", "/log-ind", Anyone, NOTHING, &[200, 303]),
    ("POST", "/log-ind", Anyone, &[("email", "")], &[422]),
    ("GET", "/log-ind/sendt", Anyone, NOTHING, &[200]),
    ("GET", "/log-ind/bekraeft", Anyone, NOTHING, &[410]),
    ("POST", "/log-ind/bekraeft", Anyone, KEY, &[410]),
    ("GET", "/log-ind/bekraeft-adgang", Anyone, NOTHING, &[410]),
    ("POST", "/log-ind/bekraeft-adgang", Anyone, KEY, &[410]),
    ("GET", "/log-ind/invitation", Anyone, NOTHING, &[410]),
    ("POST", "/log-ind/invitation", Anyone, KEY, &[410]),
    ("GET", "/log-ind/slettet", Anyone, NOTHING, &[200]),
    ("GET", "/log-ind/kode", WithoutCode, NOTHING, &[200, 303]),
    ("POST", "/log-ind/kode", WithoutCode, CODE, &[303, 422]),
    ("GET", "/log-ind/ny-kode", WithoutCode, NOTHING, &[303]),
    ("POST", "/log-ind/ny-kode", WithoutCode, CODE, &[303]),
    ("GET", "/liste", Anyone, NOTHING, &[200]),
    ("POST", "/liste", Anyone, &[("foej", "koekkenet")], &[303]),
    ("GET", "/liste.csv", Anyone, NOTHING, &[200]),
    ("GET", "/liste.xlsx", Anyone, NOTHING, &[200]),
    ("GET", "/bekraeft", Anyone, NOTHING, &[410]),
    ("POST", "/bekraeft", Anyone, KEY, &[410]),
    ("GET", "/bekraeft/tak", Anyone, NOTHING, &[200]),
    ("GET", "/virksomheder/{slug}/er-det-jeres", Anyone, NOTHING, &[200]),
    ("POST", "/virksomheder/{slug}/er-det-jeres", Anyone, NOTHING, &[422]),
    ("GET", "/virksomheder/{slug}/meld-fejl", Anyone, NOTHING, &[200]),
    ("POST", "/virksomheder/{slug}/meld-fejl", Anyone, NOTHING, &[422]),
    ("GET", "/virksomheder/{slug}/meld-fejl/tak", Anyone, NOTHING, &[200]),
    ("GET", "/opret", SignedIn, NOTHING, &[200]),
    ("POST", "/opret", SignedIn, NOTHING, &[422]),
    ("GET", "/min-side", SignedIn, NOTHING, &[200]),
    ("POST", "/min-side/afslut", SignedIn, ID, &[303]),
    ("GET", "/min-side/mine-data.json", SignedIn, NOTHING, &[200]),
    ("POST", "/min-side/bekraeft", Keepers, SLUG, &[303]),
    ("GET", "/min-side/{slug}", Keepers, NOTHING, &[200]),
    ("GET", "/min-side/{slug}/vis", Keepers, NOTHING, &[200]),
    ("GET", "/min-side/{slug}/fundet", Keepers, NOTHING, &[200]),
    ("GET", "/min-side/{slug}/mails", Keepers, NOTHING, &[200]),
    ("POST", "/min-side/{slug}/mails", Keepers, NOTHING, &[303, 422]),
    ("POST", "/min-side/{slug}/pause", Keepers, &[("pause", "nej")], &[303]),
    ("POST", "/min-side/{slug}/send", Keepers, &[("tekst", "Ja")], &[303]),
    ("GET", "/min-side/{slug}/{part}", Keepers, NOTHING, &[200]),
    ("POST", "/min-side/{slug}/{part}", Keepers, &[("linje", ""), ("udgave", "")], &[422]),
    ("GET", "/min-side/{slug}/billeder", Keepers, NOTHING, &[200]),
    ("POST", "/min-side/{slug}/billeder", Keepers, NOTHING, &[422]),
    ("POST", "/min-side/{slug}/billeder/tekst", Keepers, &[("id", "{picture}"), ("tekst", "")], &[422]),
    ("POST", "/min-side/{slug}/billeder/plads", Keepers, MOVE, &[303]),
    ("POST", "/min-side/{slug}/billeder/slet", Keepers, &[("id", "x")], &[303]),
    ("POST", "/min-side/{slug}/billeder/afvist", Keepers, ID, &[303]),
    ("GET", "/min-side/{slug}/luk", Inviters, NOTHING, &[200]),
    ("POST", "/min-side/{slug}/luk", Inviters, &[("grund", "")], &[422]),
    ("GET", "/min-side/{slug}/kolleger", Keepers, NOTHING, &[200]),
    ("POST", "/min-side/{slug}/kolleger", Inviters, &[("email", ""), ("rolle", "invitere")], &[422]),
    ("GET", "/min-side/{slug}/kolleger/tag-tilbage", Anyone, NOTHING, &[303]),
    ("POST", "/min-side/{slug}/kolleger/tag-tilbage", Inviters, ID, &[303]),
    ("GET", "/min-side/{slug}/kolleger/rolle", Anyone, NOTHING, &[303]),
    ("POST", "/min-side/{slug}/kolleger/rolle", Inviters, COLLEAGUE, &[303]),
    ("GET", "/min-side/{slug}/kolleger/fjern", Anyone, NOTHING, &[303]),
    ("POST", "/min-side/{slug}/kolleger/fjern", Inviters, ID, &[303]),
    ("GET", "/min-side/{slug}/kolleger/svar", Anyone, NOTHING, &[303]),
    ("POST", "/min-side/{slug}/kolleger/svar", Inviters, CLAIM, &[303]),
    ("GET", "/min-side/{slug}/kolleger/forlad", Anyone, NOTHING, &[303]),
    ("POST", "/min-side/{slug}/kolleger/forlad", Members, NOTHING, &[303, 422]),
    ("GET", "/min-side/slet", SignedIn, NOTHING, &[200, 303]),
    ("POST", "/min-side/slet", SignedIn, NOTHING, &[303, 422]),
    ("POST", "/min-side/log-ud", Anyone, NOTHING, &[303]),
];
