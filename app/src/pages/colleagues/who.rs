//! Those who keep a listing, and those who ask to.

use leptos::prelude::*;

use crate::model::{Colleague, Colleagues, Role, WaitingClaim};
use crate::{links, text};

/// What a role is called.
pub fn role(role: Role) -> &'static str {
    match role {
        Role::Edit => "Kan redigere",
        Role::Invite => "Kan også invitere",
    }
}

/// Each with what can be done about it, for those who may.
pub fn who(all: &Colleagues) -> impl IntoView + use<> {
    let manages = all.open && all.manages;
    let items: Vec<_> = all.colleagues.iter().map(|colleague| item(&all.slug, colleague, manages)).collect();
    let none = items.is_empty().then(|| view! { <p>"Ingen holder siden endnu."</p> });
    view! {
        <section id="kolleger">
            <h2>"Hvem holder siden?"</h2>
            {none}
            <ul class="sessions">{items}</ul>
        </section>
    }
}

fn item(slug: &str, colleague: &Colleague, manages: bool) -> impl IntoView + use<> {
    let deeds = manages.then(|| {
        view! {
            <div class="answers">
                {change_role(slug, colleague)} {(!colleague.own).then(|| remove(slug, colleague))}
            </div>
        }
    });
    view! {
        <li>
            <p>
                <strong>{colleague.email.clone()}</strong> {colleague.own.then_some(" (jer)")} <br />
                {role(colleague.role)}
                <span class="quiet">" · siden " {text::date(colleague.since)}</span>
            </p>
            {deeds}
        </li>
    }
}

fn change_role(slug: &str, colleague: &Colleague) -> impl IntoView + use<> {
    let (to, words) = match colleague.role {
        Role::Edit => (Role::Invite, "Må også invitere"),
        Role::Invite => (Role::Edit, "Må kun redigere"),
    };
    view! {
        <form method="post" action=links::own(slug, "kolleger/rolle")>
            <input type="hidden" name="id" value=colleague.account />
            <button
                class="button quiet-button"
                name="rolle"
                value=to.slug()
                aria-label=format!("{words}: {}", colleague.email)
            >
                {words}
            </button>
        </form>
    }
}

fn remove(slug: &str, colleague: &Colleague) -> impl IntoView + use<> {
    view! {
        <form method="post" action=links::own(slug, "kolleger/fjern")>
            <input type="hidden" name="id" value=colleague.account />
            <button class="button quiet-button" aria-label=format!("Fjern {}", colleague.email)>"Fjern"</button>
        </form>
    }
}

/// Those who ask, each with both answers; nothing when nobody does.
pub fn claims(all: &Colleagues) -> impl IntoView + use<> {
    let items: Vec<_> = all.claims.iter().map(claim).collect();
    (!items.is_empty()).then(|| {
        view! {
            <section>
                <h2>"Vil være med"</h2>
                <p>"De har bekræftet deres mailadresse. Giv kun adgang til nogen, I kender."</p>
                <ul class="sessions">{items}</ul>
            </section>
        }
    })
}

fn claim(claim: &WaitingClaim) -> impl IntoView + use<> {
    let answer = |answer: &'static str, words: &'static str, quiet: bool| {
        let class = if quiet { "button quiet-button" } else { "button" };
        let label = format!("{words}: {}", claim.email);
        view! { <button class=class name="svar" value=answer aria-label=label>{words}</button> }
    };
    view! {
        <li>
            <p>
                <strong>{claim.name.clone()}</strong> ", " {claim.role.clone()} ", " {claim.email.clone()}
                <span class="quiet">" · " {text::date(claim.day)}</span>
            </p>
            <form class="answers" method="post" action=links::own(&claim.slug, "kolleger/svar")>
                <input type="hidden" name="id" value=claim.id />
                {answer("ja", "Giv adgang", false)} {answer("nej", "Afvis", true)}
            </form>
        </li>
    }
}
