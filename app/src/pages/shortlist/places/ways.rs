//! From the list to the places, to paper and to others.

use leptos::prelude::*;

use super::Meeting;
use crate::model::MAX_RECEIVERS;
use crate::parts::print::print_button;
use crate::{links, text};

/// A message to all of them, the two prints, the link.
pub fn ways(meeting: Meeting<'_>) -> impl IntoView + use<> {
    let slugs = meeting.slugs();
    let here = links::places_list(meeting.need, &meeting.listed.slugs());
    let address = format!("{}{here}", meeting.base_url);
    let sheet = links::places_sheet(meeting.need, &slugs);
    let write = links::placement_message_to(meeting.need, &slugs);
    let write = (1..=MAX_RECEIVERS).contains(&slugs.len()).then(|| {
        let words = if slugs.len() == 1 { "Skriv til stedet" } else { "Skriv til dem alle på én gang" };
        view! {
            <p><a class="button" href=write>{words}</a></p>
            <p class="quiet">"Opgaver, hensyn og ordning følger med over i beskeden. Skriv ikke, hvem borgeren er."</p>
        }
    });
    let sheet = (!slugs.is_empty()).then(|| {
        view! { <li><a href=sheet>"Ark til borgeren, med store bogstaver"</a></li> }
    });
    view! {
        <section class="share">
            <h2>"Videre herfra"</h2>
            {write}
            <ul class="ways">{sheet} <li><a href=links::AFTERCARE>"Læg en plan for efterværn"</a></li></ul>
            <p class="quiet">"Printer I siden her, er det et ark til jer selv med plads til at skrive. Noter fra skærmen kommer ikke med på papiret."</p>
            {print_button()}
            <div class="form-field">
                <label for="delelink">"Link til listen"</label>
                <input id="delelink" readonly value=address.clone() />
            </div>
            <p class="quiet">"Linket holder både listen og det, der ledes efter. Vi gemmer ingen af delene."</p>
        </section>
        <p class="printed">{format!("Fra Samhandel Nord, {}. Listen: {address}", text::date(meeting.today))}</p>
    }
}
