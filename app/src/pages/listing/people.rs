//! The caseworker's lens of a listing.

mod places;
#[cfg(test)]
mod tests;

use chrono::NaiveDate;
use content::Listing;
use content::listing::{Placement, State};
use content::taxonomy::{Entry, Ref, Scheme, Term};
use leptos::prelude::*;

use super::facts::{Fact, facts};
use crate::model::{Facet, Filter, Need};
use crate::{links, text};

/// Places for people: under which schemes and how many are free, what one can do there and what is taken into
/// account, and how somebody begins. Nothing for a listing without.
pub fn people(listing: &Listing, today: NaiveDate) -> Option<impl IntoView + use<>> {
    let placement = listing.placement.as_ref()?;
    let paused = placement.paused_until.filter(|until| *until >= today);
    let paused = paused.map(|until| {
        view! { <p><b>"Pause. "</b> {format!("De tager ikke imod nye før {}.", text::date(until))}</p> }
    });
    let note = placement.note.clone().map(|note| view! { <p>{note}</p> });
    Some(view! {
        <section class="people">
            <h2>"Plads til mennesker"</h2>
            {paused}
            {part("Ordninger og ledige pladser", Some(schemes(placement, today)))}
            {part("Opgaver og hensyn", facts(wishes(placement)))}
            {part("Sådan begynder man", facts(beginning(placement)))}
            {note}
            <p class="quiet">"Det er kommunen, der afgør, hvilken ordning der passer. Spørg virksomheden, om der er plads nu."</p>
            {ask(listing)}
        </section>
    })
}

/// A heading with what stands below it, if anything does.
fn part(heading: &'static str, content: Option<impl RenderHtml>) -> Option<impl IntoView> {
    let html = content.map(RenderHtml::to_html)?;
    Some(view! { <h3>{heading}</h3> <div inner_html=html></div> })
}

/// Free places are spoken of even when nothing is said.
fn schemes(placement: &Placement, today: NaiveDate) -> impl IntoView + use<> {
    let table = places::places(placement, today);
    let silent = table.is_none().then(|| {
        view! { <p class="quiet">"De siger ikke, om der er ledige pladser."</p> }
    });
    let more = facts(vec![
        Fact::text("Timer om ugen", text::hours(placement)),
        Fact::list("Om ordningerne", &uncertain(&placement.schemes, today)),
    ]);
    view! { {table} {silent} {more} }
}

fn wishes(placement: &Placement) -> Vec<Fact> {
    vec![
        Fact::view("Opgaver", terms(Facet::Task, &placement.tasks)),
        Fact::view("Hensyn, de kan tage", terms(Facet::Consideration, &placement.considerations)),
        Fact::list("Det kan de ikke lige nu", &labels(&placement.ruled_out)),
        Fact::list("Erfaring med", &placement.experience),
    ]
}

fn beginning(placement: &Placement) -> Vec<Fact> {
    let most = placement.messages_per_month.map(|most| format!("Højst {most} om måneden"));
    vec![
        Fact::text("Modtager nye", placement.received_by.as_deref()),
        Fact::text("Den første dag", placement.first_day.as_deref()),
        Fact::text("Uden bil", placement.reach.as_deref()),
        Fact::text("Kontakt", placement.contact.as_deref()),
        Fact::text("Henvendelser", most),
    ]
}

/// Leads to the form for a message about a place.
fn ask(listing: &Listing) -> Option<impl IntoView + use<>> {
    let href = links::placement_message(&listing.slug, &Need::default());
    (listing.state == State::Public).then(|| {
        view! { <p class="ask"><a class="button" href=href>"Spørg om en plads"</a></p> }
    })
}

fn labels<T: Term>(values: &[Ref<T>]) -> Vec<String> {
    values.iter().map(|value| value.get().label().to_owned()).collect()
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
