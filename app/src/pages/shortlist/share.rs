//! The list for others, and for other programs.

use chrono::NaiveDate;
use leptos::prelude::*;

use crate::model::{Listed, Need};
use crate::parts::print::print_button;
use crate::{links, text};

/// A link that holds the list, files, print.
pub fn share(base_url: &str, listed: &Listed, today: NaiveDate) -> impl IntoView + use<> {
    let slugs = listed.slugs();
    let shared = links::with_listings(links::LIST, &slugs);
    let address = format!("{base_url}{shared}");
    let file = |path: &str| links::with_listings(path, &slugs);
    let places = links::places_list(&Need::default(), if listed.received { &slugs } else { &[] });
    let notes = (!listed.received).then(|| {
        view! { <p class="quiet">"Jeres noter er ikke med i linket eller filerne. De bliver i denne browser."</p> }
    });
    view! {
        <section class="share">
            <h2>"Del og hent"</h2>
            <div class="form-field">
                <label for="delelink">"Link til listen"</label>
                <input id="delelink" readonly value=address.clone() />
            </div>
            <p class="quiet">"Linket holder selve listen. Alle, I sender det til, kan se den."</p>
            {notes}
            <ul class="ways">
                <li><a href=places>"Til et møde: liste med pladser"</a></li>
                <li><a href=shared>"Se listen, som andre ser den"</a></li>
                <li><a href=file(links::LIST_CSV) download="">"Hent som CSV"</a></li>
                <li><a href=file(links::LIST_XLSX) download="">"Hent som regneark (XLSX)"</a></li>
            </ul>
            {print_button()}
        </section>
        <p class="printed">{format!("Fra Samhandel Nord, {}. Listen: {address}", text::date(today))}</p>
    }
}
