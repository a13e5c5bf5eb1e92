//! All municipalities.

use content::taxonomy::{Entry, Municipality, Ref};
use leptos::prelude::*;

use crate::model::{Filter, Overview};
use crate::page::{Failure, Page, Request, Section};
use crate::parts::crumbs::crumbs;
use crate::parts::map::{Area, map};
use crate::{links, text};

const DESCRIPTION: &str = "Socialøkonomiske virksomheder i de 11 kommuner i Nordjylland, med antal og kort.";

/// Asks for the numbers.
pub async fn load(request: Request<'_>) -> Result<Page, Failure> {
    let overview = request.catalogue.overview().await?;
    let page = Page::new("Kommuner", DESCRIPTION, links::MUNICIPALITIES, view(&overview));
    Ok(page.in_section(Section::Companies))
}

/// Map and list of the same.
pub fn view(overview: &Overview) -> impl IntoView + use<> {
    let count = |place| overview.counts[Filter::located(place)];
    let area = |place: Ref<Municipality>| Area {
        href: links::municipality(place.slug()),
        count: count(place),
        chosen: false,
    };
    let rows: Vec<_> = Ref::<Municipality>::every()
        .map(|place| {
            let delivering = overview.counts[Filter::delivers(place)];
            let delivering = (delivering > 0).then(|| format!(" · {delivering} leverer hertil"));
            view! {
                <li class="entry">
                    <h2><a href=links::municipality(place.slug())>{place.get().name.as_str()}</a></h2>
                    <p>{place.get().help()}</p>
                    <p class="quiet">{text::companies(count(place))} {delivering}</p>
                </li>
            }
        })
        .collect();
    view! {
        <div class="page">
            {crumbs(Vec::new())}
            <h1>"Kommuner"</h1>
            <p class="lead">"Nordjylland har 11 kommuner. Vælg én, og se, hvem der ligger der, og hvem der leverer dertil."</p>
            <div class="beside">
                <ul class="entries">{rows}</ul>
                <div class="beside-map">
                    {map("Kort over Nordjylland: virksomheder i hver kommune", &area, &mut std::iter::empty())}
                </div>
            </div>
        </div>
    }
}
