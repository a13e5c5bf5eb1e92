//! The caseworker's lens of a listing.

use chrono::NaiveDate;
use content::listing::Placement;
use content::taxonomy::{Entry, Ref, Scheme, Term};
use leptos::prelude::*;

use super::facts::{Fact, facts};
use crate::model::{Facet, Filter};
use crate::{links, text};

/// Places for people: what one can do there, under which schemes, with which considerations.
pub fn people(placement: &Placement, today: NaiveDate) -> impl IntoView {
    let paused = placement.paused_until.filter(|until| *until >= today);
    let rows = vec![
        Fact::view("Opgaver", terms(Facet::Task, &placement.tasks)),
        Fact::view("Ordninger", terms(Facet::Scheme, &placement.schemes)),
        Fact::view("Hensyn, de kan tage", terms(Facet::Consideration, &placement.considerations)),
        Fact::text("Timer om ugen", text::hours(placement)),
        Fact::list("Pladser", &text::free_places(placement)),
        Fact::list("Erfaring med", &placement.experience),
        Fact::text("Modtager nye", placement.received_by.as_deref()),
        Fact::text("Den første dag", placement.first_day.as_deref()),
        Fact::text("Uden bil", placement.reach.as_deref()),
        Fact::text("Kontakt", placement.contact.as_deref()),
        Fact::text(
            "Henvendelser",
            placement.messages_per_month.map(|most| format!("Højst {most} om måneden")),
        ),
        Fact::text("Pause", paused.map(|until| format!("Tager ikke imod nye før {}", text::date(until)))),
        Fact::list("Om ordningerne", &uncertain(&placement.schemes, today)),
    ];
    view! {
        <section class="people">
            <h2>"Plads til mennesker"</h2>
            {facts(rows)}
            {placement.note.as_deref().map(|note| view! { <p>{note}</p> })}
            <p class="quiet">"Det er kommunen, der afgør, hvilken ordning der passer. Spørg virksomheden, om der er plads nu."</p>
        </section>
    }
}

/// Values as links to others that have them.
fn terms<T: Term>(facet: Facet, values: &[Ref<T>]) -> Option<impl IntoView + use<T>> {
    let rows: Vec<_> = values
        .iter()
        .filter_map(|value| Filter::parse(facet, value.slug()))
        .map(|filter| view! { <li><a href=links::filter(filter) title=filter.entry().help()>{filter.entry().label()}</a></li> })
        .collect();
    (!rows.is_empty()).then(|| view! { <ul class="tags">{rows}</ul> })
}

/// What is uncertain about schemes, and which have ended.
fn uncertain(schemes: &[Ref<Scheme>], today: NaiveDate) -> Vec<String> {
    let notes = schemes.iter().map(|scheme| scheme.get()).filter_map(|scheme| {
        let ended = scheme
            .valid_to
            .filter(|last| *last < today)
            .map(|last| format!("gælder ikke efter {}", text::date(last)));
        ended.or_else(|| scheme.valid_note.clone()).map(|note| format!("{}: {note}", scheme.label()))
    });
    notes.collect()
}
