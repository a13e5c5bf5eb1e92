//! Those who say a listing is theirs.

use leptos::prelude::*;

use crate::model::WaitingClaim;
use crate::{links, text};

/// Each with both answers.
pub fn claims(claims: &[WaitingClaim]) -> impl IntoView + use<> {
    let items: Vec<_> = claims.iter().map(claim).collect();
    let none = items.is_empty().then(|| view! { <p>"Ingen venter på svar."</p> });
    view! {
        <section>
            <h2>"Vil holde en side"</h2>
            {none}
            <ul class="sessions">{items}</ul>
        </section>
    }
}

fn claim(claim: &WaitingClaim) -> impl IntoView + use<> {
    let answer = |answer: &'static str, words: &'static str, quiet: bool| {
        let class = if quiet { "button quiet-button" } else { "button" };
        let key = if quiet { "r" } else { "a" };
        view! { <button class=class name="svar" value=answer data-shortcut=key>{words}</button> }
    };
    view! {
        <li tabindex="0" data-queued="" aria-label=format!("{} vil holde {}", claim.name, claim.listing)>
            <p>
                <strong>{claim.name.clone()}</strong> ", " {claim.role.clone()} ", " {claim.email.clone()} <br />
                "vil holde " <a href=links::listing_at(&claim.slug)>{claim.listing.clone()}</a>
                <span class="quiet">" · " {text::date(claim.day)}</span>
            </p>
            <form class="answers" method="post" action=links::DECIDE_CLAIM>
                <input type="hidden" name="id" value=claim.id />
                {answer("ja", "Giv adgang", false)} {answer("nej", "Afvis", true)}
            </form>
        </li>
    }
}
