//! What to ask at the first meeting.

use content::Listing;
use leptos::prelude::*;

use super::Meeting;
use crate::model::Fit;
use crate::text;

/// Made of the need and of what the places leave out; each says who has not written anything about it.
pub fn questions(meeting: Meeting<'_>) -> Option<impl IntoView + use<>> {
    let fits: Vec<(&Listing, Fit)> =
        meeting.open().map(|listing| (&**listing, meeting.fit(listing))).collect();
    let places: Vec<(&Listing, &Fit)> = fits.iter().map(|(listing, fit)| (*listing, fit)).collect();
    let rows: Vec<_> = text::questions(meeting.need, &places)
        .into_iter()
        .map(|question| {
            let silent = (!question.unstated.is_empty())
                .then(|| format!(" Ikke oplyst af {}.", text::listed(&question.unstated)));
            view! { <li>{question.words} <span class="quiet">{silent}</span></li> }
        })
        .collect();
    (!places.is_empty()).then(|| {
        view! {
            <section class="meeting-questions">
                <h2>"Spørgsmål til første møde"</h2>
                <p class="quiet">"Tal om opgaver, tider og hensyn. Ingen skal fortælle om sygdom for at få svar."</p>
                <ol>{rows}</ol>
            </section>
        }
    })
}
