//! A paragraph for a buyer's report, ready to be copied.

use chrono::NaiveDate;
use content::Listing;
use leptos::prelude::*;

use super::icon::icon;
use crate::{links, render, text};

/// The script of the button; without it the text is marked by hand.
pub const SCRIPT: &str = "enhance/copy.js";

/// Folded until it is wanted. The field has no name and stands in no form, so it is never sent.
pub fn csr_paragraph(listing: &Listing, base_url: &str, today: NaiveDate) -> impl IntoView + use<> {
    let id = format!("afsnit-{}", listing.slug);
    let address = format!("{base_url}{}", links::listing(listing));
    let paragraph = text::csr_paragraph(listing, &address, today);
    let of = format!(": {}", listing.name);
    view! {
        <details class="more csr-paragraph">
            <summary>"Afsnit til jeres CSR-rapport"<span class="unseen">{of}</span> " " {icon("chevron-down")}</summary>
            <div class="form-field">
                <label for=id.clone()>"Skriv jeres egne tal i klammerne"</label>
                <textarea id=id.clone() rows="6" readonly inner_html=render::text_area(&paragraph)></textarea>
            </div>
            <p class="quiet">"Afsnittet siger kun det, der står i kataloget. " <a href=links::CSR>"Læs, hvad I ærligt kan skrive"</a></p>
            <p><button class="button quiet-button" type="button" data-copy=id hidden>"Kopiér"</button> <span role="status"></span></p>
        </details>
    }
}
