//! A member's own page.

use chrono::NaiveDate;
use content::Listing;
use leptos::prelude::*;

use crate::model::{Account, SignedIn};
use crate::page::Page;
use crate::pages::own_data;
use crate::parts::reported::reported;
use crate::{links, text};

/// Id of the form that takes several listings together.
const ALL: &str = "alle";

/// The account and where it is signed in.
#[must_use]
pub fn page(account: &Account) -> Page {
    let page = Page::new("Min side", "Jeres egen side i kataloget.", "", view(account));
    Page { canonical: None, indexed: false, kept: false, ..page }
}

fn view(account: &Account) -> impl IntoView + use<> {
    let sessions: Vec<_> = account.signed_in.iter().map(session).collect();
    view! {
        <article class="page form-page">
            <h1>"Min side"</h1>
            <p class="lead">"I er logget ind som " <strong>{account.email.clone()}</strong> "."</p>
            {account.editor.then(|| view! { <p><a class="button" href=links::EDITORS>"Gå til redaktionen"</a></p> })}
            <form method="post" action=links::SIGN_OUT>
                <button class="button quiet-button">"Log ud"</button>
            </form>
            {mine(account)} {reports(account)}
            <section>
                <h2>"Her er I logget ind"</h2>
                <p>"Kender I ikke et af stederne, så afslut det. Det lukkes med det samme."</p>
                <ul class="sessions">{sessions}</ul>
            </section>
            {own_data::section()}
        </article>
    }
}

fn mine(account: &Account) -> impl IntoView + use<> {
    let several = account.listings.iter().filter(|listing| !listing.is_closed()).count() > 1;
    let listings: Vec<_> =
        account.listings.iter().map(|listing| self::listing(listing, account.today, several)).collect();
    let waiting: Vec<_> = account
        .waiting
        .iter()
        .map(|claim| {
            view! {
                <li>
                    "I har bedt om adgang til "
                    <a href=links::listing_at(&claim.slug)>{claim.listing.clone()}</a> ". Redaktionen, eller en, der holder siden, ser på det."
                </li>
            }
        })
        .collect();
    let none = (listings.is_empty() && waiting.is_empty()).then(|| {
        view! {
            <p>
                "I holder ikke nogen side endnu. " <a href=links::SEARCH>"Find jeres virksomhed"</a>
                ", og vælg “Er det jeres virksomhed?” på dens side. Står I her ikke, så "
                <a href=links::CREATE>"opret jeres virksomhed"</a> "."
            </p>
        }
    });
    view! {
        <section>
            <h2>"Jeres virksomheder"</h2>
            {none}
            <ul class="sessions">{listings}</ul>
            {several.then(|| view! {
                <form id=ALL method="post" action=links::CONFIRM_LISTING>
                    <button class="button">"Alle valgte passer"</button>
                </form>
            })}
            <ul>{waiting}</ul>
        </section>
    }
}

fn reports(account: &Account) -> impl IntoView + use<> {
    let items: Vec<_> = account.reports.iter().map(|report| reported(report, ()).into_any()).collect();
    (!items.is_empty()).then(|| {
        view! {
            <section>
                <h2>"Nogen har meldt en fejl"</h2>
                <p>"Redaktionen har fået besked og ser på det."</p>
                <ul class="sessions">{items}</ul>
            </section>
        }
    })
}

/// A listing with its button; among several with a box for the button that takes them together.
fn listing(listing: &Listing, today: NaiveDate, several: bool) -> impl IntoView + use<> {
    let open = !listing.is_closed();
    let slug = listing.slug.clone();
    view! {
        <li>
            <p>
                {(open && several).then(|| view! {
                    <input type="checkbox" form=ALL name="slug" value=slug.clone() checked aria-label=format!("Vælg {}", listing.name) />
                    " "
                })}
                <a href=links::listing(listing)><strong>{listing.name.clone()}</strong></a> <br />
                <span class="quiet">{text::standing(listing, today)}</span> <br />
                {open.then(|| view! { <a href=links::own(&listing.slug, "")>{format!("Ret {}", listing.name)}</a> " · " })}
                <a href=links::own(&listing.slug, "kolleger") aria-label=format!("Kolleger: {}", listing.name)>"Kolleger"</a>
            </p>
            {open.then(|| view! {
                <form method="post" action=links::CONFIRM_LISTING>
                    <input type="hidden" name="slug" value=slug />
                    <button class="button" aria-label=format!("Alt om {} passer", listing.name)>"Alt passer"</button>
                </form>
            })}
        </li>
    }
}

fn session(session: &SignedIn) -> impl IntoView + use<> {
    let name = session.device.clone();
    let end = (!session.current).then(|| {
        view! {
            <form method="post" action=links::END_SESSION>
                <input type="hidden" name="id" value=session.id />
                <button class="button quiet-button" aria-label=format!("Afslut {name}")>"Afslut"</button>
            </form>
        }
    });
    view! {
        <li>
            <p>
                <strong>{session.device.clone()}</strong> {session.current.then_some(" (her)")} <br />
                <span class="quiet">
                    "Logget ind " {text::date(session.since)} ", sidst set " {text::date(session.seen)}
                </span>
            </p>
            {end}
        </li>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn account(slugs: &[&str]) -> Account {
        let listing = |slug: &&str| {
            serde_json::from_value(serde_json::json!({ "slug": slug, "name": slug, "state": "draft" }))
                .unwrap()
        };
        Account {
            email: "a@example.dk".to_owned(),
            editor: false,
            listings: slugs.iter().map(listing).collect(),
            waiting: Vec::new(),
            reports: Vec::new(),
            today: NaiveDate::from_ymd_opt(2026, 11, 22).unwrap(),
            signed_in: Vec::new(),
        }
    }

    #[test]
    fn several_listings_are_vouched_for_together() {
        let html = page(&account(&["a", "b"])).body;
        assert_eq!(html.matches("form=\"alle\"").count(), 2, "{html}");
        assert!(html.contains("Alle valgte passer") && html.matches(">Alt passer<").count() == 2);
        let one = page(&account(&["a"])).body;
        assert!(!one.contains("alle") && one.contains(">Alt passer<"), "{one}");
    }
}
