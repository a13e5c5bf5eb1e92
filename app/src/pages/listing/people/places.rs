//! Schemes and the places free under each.

use chrono::NaiveDate;
use content::listing::{FreePlaces, Placement};
use content::taxonomy::{Entry, Ref, Scheme};
use leptos::prelude::*;

use crate::model::is_lately;
use crate::{links, text};

/// A row for each scheme: how many places are free and on which day that was said. Nothing said is no none.
pub fn places(placement: &Placement, today: NaiveDate) -> Option<impl IntoView + use<>> {
    let said = |scheme| placement.free.iter().find(|free| free.scheme == scheme);
    let alone = placement.free.iter().map(|free| free.scheme);
    let schemes = placement.schemes.iter().copied();
    let schemes = schemes.chain(alone.filter(|scheme| !placement.schemes.contains(scheme)));
    let rows: Vec<_> = schemes.map(|scheme| row(scheme, said(scheme), today)).collect();
    (!rows.is_empty()).then(|| {
        view! {
            <table class="free-places">
                <thead>
                    <tr><th scope="col">"Ordning"</th><th scope="col">"Ledige pladser"</th><th scope="col">"Sagt"</th></tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        }
    })
}

fn row(scheme: Ref<Scheme>, said: Option<&FreePlaces>, today: NaiveDate) -> impl IntoView + use<> {
    let known = match said {
        None => {
            view! { <td colspan="2" class="quiet">"Siger ikke, om der er ledige pladser"</td> }.into_any()
        }
        Some(free) => {
            let old = (!is_lately(free.confirmed, today)).then(|| {
                view! { <br /> <span class="quiet">"Spørg, om det stadig passer"</span> }
            });
            view! { <td>{text::free_count(free.count)} {old}</td> <td>{text::date(free.confirmed)}</td> }
                .into_any()
        }
    };
    view! {
        <tr>
            <th scope="row">
                <a href=links::scheme(scheme.slug()) title=scheme.get().help()>{scheme.get().label()}</a>
            </th>
            {known}
        </tr>
    }
}
