//! The ways out: leaving a listing, and closing it.

use leptos::prelude::*;

use crate::links;
use crate::model::Colleagues;
use crate::parts::form::Refusal;

/// For one who keeps it. The last who may invite names who takes over; whoever is alone closes it instead.
pub fn leave(all: &Colleagues, refused: Option<Refusal>) -> impl IntoView + use<> {
    let own = all.colleagues.iter().any(|colleague| colleague.own);
    let last = all.asked_by_last();
    let alone = last && all.colleagues.len() == 1;
    let refused = refused.filter(|(place, _)| matches!(*place, "efter" | "forlad")).map(|(_, words)| words);
    let successor = (last && !alone).then(|| successor(all, refused));
    let way = if alone {
        view! {
            {refused.map(|words| view! { <p class="error">{words}</p> })}
            <p>"I er den eneste, der holder siden. Inviter en kollega, der kan tage over, før I går, eller luk siden."</p>
        }
        .into_any()
    } else {
        view! {
            <p>"Så kan I ikke længere rette den. Jeres konto og jeres andre sider bliver."</p>
            <form method="post" action=links::own(&all.slug, "kolleger/forlad")>
                {successor}
                <button class="button quiet-button">"Forlad siden"</button>
            </form>
        }
        .into_any()
    };
    own.then(|| {
        view! {
            <section id="forlad">
                <h2>"Vil I ikke holde siden mere?"</h2>
                {way}
            </section>
        }
    })
}

fn successor(all: &Colleagues, refused: Option<&'static str>) -> impl IntoView + use<> {
    let others: Vec<_> = all
        .colleagues
        .iter()
        .filter(|colleague| !colleague.own)
        .map(|colleague| view! { <option value=colleague.account>{colleague.email.clone()}</option> })
        .collect();
    view! {
        <div class="form-field" data-refused=refused.map(|_| "")>
            <label for="efter">"Hvem tager over?"</label>
            <p class="help" id="efter-hjaelp">"I er den sidste, der kan invitere. Den, I vælger, kan det så."</p>
            {refused.map(|words| view! { <p class="error" id="efter-fejl">{words}</p> })}
            <select
                id="efter"
                name="efter"
                aria-describedby=if refused.is_some() { "efter-fejl efter-hjaelp" } else { "efter-hjaelp" }
                aria-invalid=refused.map(|_| "true")
            >
                <option value="">"Vælg en kollega"</option>
                {others}
            </select>
        </div>
    }
}

/// The way to close it, for those who may.
pub fn close(all: &Colleagues) -> impl IntoView + use<> {
    (all.closable && all.manages).then(|| {
        view! {
            <section>
                <h2>"Findes virksomheden ikke mere?"</h2>
                <p><a href=links::own(&all.slug, "luk")>"Luk siden"</a></p>
            </section>
        }
    })
}
