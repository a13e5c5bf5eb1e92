//! The same places on paper for whoever is to begin there: plain words, large type, nothing of the need.

use content::Listing;
use content::listing::{Address, Placement, Precision};
use content::taxonomy::{Entry, Ref, Task};
use leptos::prelude::*;

use super::Meeting;
use crate::model::{Facet, Need};
use crate::page::{Page, Section};
use crate::parts::crumbs::crumbs;
use crate::parts::map::place_map;
use crate::parts::print::print_button;
use crate::{links, text};

const TITLE: &str = "Steder at begynde";
const DESCRIPTION: &str =
    "Et ark med store bogstaver: hvad man laver, hvem man møder, vejen derhen og den første dag.";
/// Tasks of a place that are named.
const TASKS: usize = 3;
/// Most characters of what the place says, so that it stands on one sheet.
const LINE: usize = 120;
/// The same of the first day.
const FIRST_DAY: usize = 200;
/// Lines to write on.
const LINES: usize = 3;

/// One place a block, with lines to write on.
#[must_use]
pub fn page(meeting: Meeting<'_>) -> Page {
    let page = Page::new(TITLE, DESCRIPTION, links::PLACES_SHEET, view(meeting));
    let page = page.in_section(Section::Match).quickened_by(&["enhance/notes.js"]);
    Page { canonical: None, indexed: false, kept: false, ..page }
}

fn view(meeting: Meeting<'_>) -> impl IntoView + use<'_> {
    let back = meeting.beside(meeting.need);
    let blocks: Vec<_> = meeting.open().map(|listing| block(meeting, listing).into_any()).collect();
    let lead = if blocks.is_empty() {
        "Der er ingen steder på listen endnu."
    } else {
        "Se på stederne i ro og mag. Skriv det ned, du vil spørge om."
    };
    let from =
        format!("Fra Samhandel Nord, {}. Kort: © OpenStreetMap contributors.", text::date(meeting.today));
    let print = (!blocks.is_empty()).then(print_button);
    view! {
        <article class="page sheet">
            {crumbs(vec![("Min liste", links::LIST.to_owned()), ("Liste med pladser", back)])}
            <h1>{TITLE}</h1>
            <p class="printed">{from}</p>
            <p class="lead">{lead}</p>
            {print} {blocks}
        </article>
    }
}

fn block(meeting: Meeting<'_>, listing: &Listing) -> impl IntoView + use<> {
    let nothing = Placement::default();
    let placement = listing.placement.as_ref().unwrap_or(&nothing);
    let pause = meeting.fit(listing).paused.map(text::pause).map(|pause| view! { <p><b>{pause} "."</b></p> });
    let said = |said: &Option<String>, most: usize, ask: &str| {
        said.as_deref().map_or_else(|| ask.to_owned(), |said| text::shortened(said, most))
    };
    let lines: Vec<_> = (0..LINES).map(|_| view! { <span></span> }).collect();
    view! {
        <section class="sheet-place" data-listed-slug=listing.slug.clone()>
            <h2>{listing.name.clone()}</h2>
            <p>{listing.one_line.clone()}</p>
            {pause}
            <h3>"Det kan du lave"</h3>
            {tasks(placement, meeting.need)}
            <div class="sheet-columns">
                <div>
                    <h3>"Den, du møder"</h3>
                    <p>{said(&placement.received_by, LINE, "Spørg, hvem der tager imod dig.")}</p>
                    <h3>"Sådan får du kontakt"</h3>
                    {contact(listing, placement)}
                    <h3>"Den første dag"</h3>
                    <p>{said(&placement.first_day, FIRST_DAY, "Spørg, hvordan den første dag er.")}</p>
                </div>
                <div>
                    <h3>"Vejen derhen"</h3>
                    {way(listing)}
                    <p>{said(&placement.reach, LINE, "Spørg, hvordan du kommer derhen uden bil.")}</p>
                </div>
            </div>
            <h3>"Mine spørgsmål"</h3>
            <p class="sheet-lines" aria-hidden="true">{lines}</p>
        </section>
    }
}

/// What one does there, that which was wished for first.
fn tasks(placement: &Placement, need: &Need) -> AnyView {
    let wished = |task: &Ref<Task>| need.chosen(Facet::Task).any(|value| value.entry().slug() == task.slug());
    let mut tasks = placement.tasks.clone();
    tasks.sort_by_key(|task| !wished(task));
    if tasks.is_empty() {
        return view! { <p>"Spørg, hvilke opgaver der er."</p> }.into_any();
    }
    let more = (tasks.len() > TASKS).then(|| view! { <li>"Der er flere opgaver. Spørg om dem."</li> });
    let rows: Vec<_> = tasks
        .into_iter()
        .take(TASKS)
        .map(|task| view! { <li><b>{task.get().label()} ":"</b> " " {task.get().help()}</li> })
        .collect();
    view! { <ul>{rows} {more}</ul> }.into_any()
}

fn contact(listing: &Listing, placement: &Placement) -> impl IntoView + use<> {
    let how = placement.contact.as_deref().map(|how| view! { <p>{text::shortened(how, LINE)}</p> });
    let phone = listing.phone.clone().map(|phone| view! { <p>"Telefon: " {phone}</p> });
    let ask = (how.is_none() && phone.is_none())
        .then(|| view! { <p>"Tal med kommunen om, hvem der tager kontakten."</p> });
    view! { {how} {phone} {ask} }
}

/// Its address and where that is on the map.
fn way(listing: &Listing) -> impl IntoView + use<> {
    let Some(address) = listing.main_address() else {
        return view! { <p>"Spørg, hvor det ligger."</p> }.into_any();
    };
    let map = address.point.filter(|point| point.in_region()).map(|point| {
        let label = format!("Kort: {} i {}", listing.name, address.town);
        view! { {place_map(label, point, listing.municipality)} {rough(address)} }
    });
    let street = address.street.clone().map(|street| view! { {street} <br /> });
    let postcode = address.postcode.as_deref().map(|postcode| format!("{postcode} "));
    view! { <address>{street} {postcode} {address.town.clone()}</address> {map} }.into_any()
}

/// That the point is not the house.
fn rough(address: &Address) -> Option<impl IntoView + use<>> {
    let place = match address.precision {
        Some(Precision::Address) => return None,
        Some(Precision::Street) => "gaden",
        _ => address.town.as_str(),
    };
    Some(view! { <p>{format!("Prikken er midt i {place}.")}</p> })
}
