//! A member's own page.

use leptos::prelude::*;

use crate::model::{Account, SignedIn};
use crate::page::Page;
use crate::{links, text};

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
            <section>
                <h2>"Her er I logget ind"</h2>
                <p>"Kender I ikke et af stederne, så afslut det. Det lukkes med det samme."</p>
                <ul class="sessions">{sessions}</ul>
            </section>
        </article>
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
