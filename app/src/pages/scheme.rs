//! One scheme.

use chrono::NaiveDate;
use content::taxonomy::{Entry, Ref, Scheme};
use leptos::prelude::*;

use crate::model::{Facet, Filter, Need, Offering, offerings};
use crate::page::{Failure, Page, Request, Section};
use crate::parts::card::place;
use crate::parts::crumbs::crumbs;
use crate::parts::icon::icon;
use crate::parts::notice::notice;
use crate::{links, text};

/// Most listings shown; the search has them all.
const SHOWN: usize = 50;

/// Asks who offers the scheme.
pub async fn load(request: Request<'_>, slug: &str) -> Result<Page, Failure> {
    let scheme = Ref::<Scheme>::parse(slug).map_err(|_| Failure::NotFound)?;
    let filter = filter(scheme).ok_or(Failure::NotFound)?;
    let found = request.catalogue.having(filter).await?;
    let found = offerings(found, filter, request.today);
    let description = format!("{} Se, hvem i Nordjylland der tilbyder det.", scheme.help());
    let view = view(scheme.get(), filter, &found, request.today);
    let page = Page::new(scheme.label(), text::shortened(&description, 155), links::scheme(slug), view);
    Ok(page.in_section(Section::Companies))
}

/// The search for a scheme.
pub fn filter(scheme: Ref<Scheme>) -> Option<Filter> {
    Filter::parse(Facet::Scheme, scheme.slug())
}

/// That it has ended, or has not begun; none while it is there.
pub fn period(scheme: &Scheme, today: NaiveDate) -> Option<String> {
    let ended = scheme.valid_to.filter(|last| *last < today);
    let ended = ended.map(|last| format!("Ordningen gælder ikke efter {}.", text::date(last)));
    let begins = scheme.valid_from.filter(|first| *first > today);
    ended.or_else(|| begins.map(|first| format!("Ordningen begynder {}.", text::date(first))))
}

/// What it is, what is known of it, and who offers it.
pub fn view(
    scheme: &'static Scheme,
    filter: Filter,
    found: &[Offering],
    today: NaiveDate,
) -> impl IntoView + use<> {
    let ended = scheme.valid_to.is_some_and(|last| last < today);
    let period = period(scheme, today).map(|words| {
        let stays = ended.then_some(" Siden bliver stående, så gamle aftaler og ord stadig kan slås op.");
        notice("triangle-alert", view! { <p><b>{words}</b> {stays}</p> })
    });
    let note = scheme.valid_note.as_deref().map(|note| notice("info", view! { <p>{note}</p> }));
    view! {
        <div class="page scheme">
            {crumbs(vec![("Ordninger", links::SCHEMES.to_owned())])}
            <h1>{scheme.label()}</h1>
            {period}
            <p class="lead">{scheme.help()}</p>
            {note}
            {meaning(scheme)}
            {offered(filter, found)}
        </div>
    }
}

fn meaning(scheme: &'static Scheme) -> impl IntoView {
    let part = |title: &'static str, words: Option<&'static str>| {
        words.map(|words| view! { <div><dt>{title}</dt><dd>{words}</dd></div> })
    };
    let law = scheme.law.as_deref().map(|law| {
        view! { <div><dt>"Lov"</dt><dd>{law} ". Tjek den gældende udgave."</dd></div> }
    });
    let period = [("fra", scheme.valid_from), ("til og med", scheme.valid_to)]
        .map(|(word, day)| day.map(|day| format!("{word} {}", text::date(day))));
    let period: Vec<String> = period.into_iter().flatten().collect();
    let period =
        (!period.is_empty()).then(|| view! { <div><dt>"Gælder"</dt><dd>{period.join(" ")}</dd></div> });
    let guide = scheme
        .guide
        .as_deref()
        .map(|guide| view! { <li><a href=guide>"Læs, hvordan andre har gjort"</a></li> });
    let counts = scheme
        .counts
        .then(|| view! { <li><a href=links::REASONABLE>"Regn ud, hvor mange I må tage"</a></li> });
    view! {
        <section>
            <h2>"Hvad betyder det?"</h2>
            <dl class="facts">
                {part("For den, der begynder", scheme.for_person.as_deref())}
                {part("For virksomheden", scheme.for_enterprise.as_deref())}
                {law} {period}
                <div><dt>"Andre ord for det"</dt><dd>{scheme.search().join(", ")}</dd></div>
            </dl>
            <p class="quiet">"Vi skriver kun det, vi har en kilde på. Kommunen kan sige, hvad der gælder for jer. Det her er ikke juridisk rådgivning."</p>
            <ul class="ways">{guide} {counts}</ul>
        </section>
    }
}

fn offered(filter: Filter, found: &[Offering]) -> impl IntoView + use<> {
    let heading = match found.len() {
        0 => "Ingen virksomheder endnu".to_owned(),
        total => format!("{} tilbyder det", text::companies(total)),
    };
    let none = found.is_empty().then(|| {
        notice("info", view! {
            <p>"Ingen i kataloget har skrevet, at de tilbyder det. Det betyder ikke, at de siger nej: spørg en, der har opgaverne."</p>
        })
    });
    let lines: Vec<_> = found.iter().take(SHOWN).map(line).collect();
    let order = (found.len() > 1).then(|| {
        view! { <p class="quiet">"Først dem med ledige pladser, den nyeste melding øverst. Så dem, der ikke siger noget, dem uden plads, og til sidst dem, der holder pause."</p> }
    });
    let all = (found.len() > SHOWN).then(|| format!("Vi viser {SHOWN} her. Søgningen har dem alle."));
    view! {
        <section class="band" id="virksomheder">
            <h2>{heading}</h2>
            {none} {order}
            <ul class="entries entries-wide">{lines}</ul>
            {all.map(|words| view! { <p>{words}</p> })}
            <p><a class="onward" href=links::filter(filter)>"Søg blandt dem, der tilbyder det " {icon("arrow-right")}</a></p>
            <p><a class="onward" href=links::matching(&Need::only(filter))>"Find et sted efter opgaver og hensyn " {icon("arrow-right")}</a></p>
        </section>
    }
}

fn line(offering: &Offering) -> impl IntoView + use<> {
    let listing = &offering.listing;
    let once = offering.once.as_ref().map(|once| {
        let places = match once.count {
            0 => "ingen ledige".to_owned(),
            places => text::count(places.into(), "ledig plads", "ledige pladser"),
        };
        format!("Sagde {}: {places}. Spørg, om det stadig gælder.", text::date(once.confirmed))
    });
    let free = text::free_now(offering.free).or(once);
    let free = free.unwrap_or_else(|| "Siger ikke, om der er ledige pladser".to_owned());
    let paused = offering.paused.map(|pause| view! { <p><b>{text::pause(pause)}</b></p> });
    view! {
        <li class="entry" data-slug=listing.slug.clone()>
            <h3><a href=links::listing(listing)>{listing.name.clone()}</a></h3>
            {paused}
            <p>{free}</p>
            <p class="quiet">{place(listing, None)}</p>
        </li>
    }
}

#[cfg(test)]
mod tests;
