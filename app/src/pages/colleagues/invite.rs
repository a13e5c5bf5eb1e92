//! Inviting a colleague.

use leptos::prelude::*;

use super::who::role;
use crate::model::{Colleagues, INVITATION_DAYS, InviteForm, Role, WaitingInvitation};
use crate::parts::form::Field;
use crate::{links, text};

/// The form, and those who have not answered.
pub fn invite(all: &Colleagues, form: &InviteForm, refused: Option<&'static str>) -> impl IntoView + use<> {
    let field = Field {
        id: "email",
        label: "Kollegaens mailadresse",
        help: "Vi sender et link. De er med, når de har trykket på det.",
        typed: &form.email,
        refused,
        kind: "email",
        autocomplete: "off",
        longest: 254,
    };
    let chosen = Role::from_slug(&form.rolle);
    let choices: Vec<_> = Role::ALL.into_iter().map(|role| choice(role, role == chosen)).collect();
    view! {
        <section>
            <h2>"Inviter en kollega"</h2>
            <form method="post" action=links::own(&all.slug, "kolleger") novalidate>
                {field.view()}
                <fieldset class="form-field">
                    <legend>"Hvad må de?"</legend>
                    {choices}
                </fieldset>
                <button class="button">"Send invitation"</button>
            </form>
            {waiting(all)}
        </section>
    }
}

fn choice(one: Role, chosen: bool) -> impl IntoView + use<> {
    let help = match one {
        Role::Edit => "rette alt på siden",
        Role::Invite => "desuden vælge, hvem der holder siden, og lukke den",
    };
    view! {
        <label class="choice">
            <input type="radio" name="rolle" value=one.slug() checked=chosen />
            <span>{role(one)} <span class="quiet">": " {help}</span></span>
        </label>
    }
}

fn waiting(all: &Colleagues) -> impl IntoView + use<> {
    let items: Vec<_> = all.invitations.iter().map(|one| invitation(&all.slug, one)).collect();
    (!items.is_empty()).then(|| {
        view! {
            <h3>"Inviteret"</h3>
            <p>{format!("En invitation gælder i {INVITATION_DAYS} dage. Send den igen, hvis den er blevet væk.")}</p>
            <ul class="sessions">{items}</ul>
        }
    })
}

fn invitation(slug: &str, one: &WaitingInvitation) -> impl IntoView + use<> {
    view! {
        <li>
            <p>
                <strong>{one.email.clone()}</strong> <br /> {role(one.role)}
                <span class="quiet">" · gælder til " {text::date(one.until)}</span>
            </p>
            <form method="post" action=links::own(slug, "kolleger/tag-tilbage")>
                <input type="hidden" name="id" value=one.id />
                <button class="button quiet-button" aria-label=format!("Tag invitationen til {} tilbage", one.email)>
                    "Tag tilbage"
                </button>
            </form>
        </li>
    }
}
