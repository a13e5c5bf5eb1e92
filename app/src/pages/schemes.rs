//! All schemes.

use chrono::NaiveDate;
use content::taxonomy::{Entry, Ref, Scheme};
use leptos::prelude::*;

use super::scheme;
use crate::model::{Filter, Overview};
use crate::page::{Failure, Page, Request, Section};
use crate::parts::crumbs::crumbs;
use crate::{links, text};

const DESCRIPTION: &str = "Praktik, løntilskud, fleksjob, småjob og de andre måder at være på en arbejdsplads på: \
                           hvad de er, og hvor mange der tilbyder dem.";

/// Asks for the numbers.
pub async fn load(request: Request<'_>) -> Result<Page, Failure> {
    let overview = request.catalogue.overview().await?;
    let page = Page::new("Ordninger", DESCRIPTION, links::SCHEMES, view(&overview, request.today));
    Ok(page.in_section(Section::Companies))
}

/// Every scheme with what it is and how many offer it.
pub fn view(overview: &Overview, today: NaiveDate) -> impl IntoView + use<> {
    let rows: Vec<_> = Ref::<Scheme>::every()
        .filter_map(|scheme| Some((scheme.get(), scheme::filter(scheme)?)))
        .map(|(scheme, filter): (&Scheme, Filter)| {
            let period = scheme::period(scheme, today).map(|words| view! { <p><b>{words}</b></p> });
            view! {
                <li class="entry">
                    <h2><a href=links::scheme(scheme.slug())>{scheme.label()}</a></h2>
                    {period}
                    <p>{scheme.help()}</p>
                    <p class="quiet">{text::companies(overview.counts[filter])}</p>
                </li>
            }
        })
        .collect();
    view! {
        <div class="page">
            {crumbs(Vec::new())}
            <h1>"Ordninger"</h1>
            <p class="lead">"Måder, man kan være på en arbejdsplads på, med en linje om hver."</p>
            <p>
                "Leder I efter et sted til en bestemt? " <a href=links::MATCH>"Begynd med opgaverne"</a>
                ". Vil I selv tage nogen ind? " <a href=links::REASONABLE>"Se, hvor mange I må tage"</a> "."
            </p>
            <ul class="entries entries-wide">{rows}</ul>
        </div>
    }
}
