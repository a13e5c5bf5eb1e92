//! A listing as those see it who keep it: how it stands, and what to do next.

use content::listing::State;
use leptos::prelude::*;

use crate::model::{InvalidText, OwnListing, Refusals, Section, Step, Typed, Waiting, completeness};
use crate::page::Page;
use crate::parts::crumbs::crumbs;
use crate::parts::difference::difference;
use crate::parts::free_places::FreePlacesForm;
use crate::parts::notice::notice;
use crate::parts::own_nav::own_nav;
use crate::{links, render, text};

/// What was refused of the forms on the page.
#[derive(Debug, Clone, Copy)]
pub enum OwnRefused<'a> {
    /// Nothing; none was sent.
    Nothing,
    /// What was typed to an editor, and what is wrong with it.
    Answer(&'a str, InvalidText),
    /// How many places are free, and what is wrong with it.
    FreePlaces(&'a Typed, &'a Refusals),
}

/// How the listing stands.
#[must_use]
pub fn page(own: &OwnListing, refused: OwnRefused<'_>) -> Page {
    let page = Page::new(own.listing.name.clone(), "Jeres egen side i kataloget.", "", view(own, refused));
    Page { canonical: None, indexed: false, kept: false, ..page }
}

fn view(own: &OwnListing, refused: OwnRefused<'_>) -> impl IntoView + use<> {
    let (answer, places) = match refused {
        OwnRefused::Nothing => (None, None),
        OwnRefused::Answer(typed, wrong) => (Some((typed, wrong)), None),
        OwnRefused::FreePlaces(typed, wrong) => (None, Some((typed, wrong))),
    };
    let action = links::own(&own.listing.slug, links::OWN_FREE_PLACES);
    let places = FreePlacesForm {
        listing: &own.listing,
        today: own.today,
        refused: places,
        action: &action,
        key: None,
    };
    let listing = &own.listing;
    let steps = completeness(listing);
    view! {
        <article class="page own">
            {crumbs(vec![("Min side", links::MY_PAGE.to_owned())])}
            {own_nav(&listing.slug, "")}
            <div class="own-main">
                {places.summary()}
                <h1>{listing.name.clone()}</h1>
                <p class="lead">{standing(own)}</p>
                {asked(own, answer)}
                {waiting(&own.waiting)}
                {free_places(places)}
                {progress(&listing.slug, &steps)}
                {sections(&listing.slug, &steps)}
                {deeds(own)}
            </div>
        </article>
    }
}

fn standing(own: &OwnListing) -> String {
    match own.listing.state {
        State::Draft => "Siden er en kladde. Kun I og redaktionen kan se den.".to_owned(),
        State::Waiting => {
            "Redaktionen ser på siden, før den kommer i kataloget. Skriv bare videre så længe.".to_owned()
        }
        State::Paused => format!("I holder pause. {}.", text::standing(&own.listing, own.today)),
        State::Public | State::Closed => format!("{}.", text::standing(&own.listing, own.today)),
    }
}

/// What an editor asked back, with a field for the answer. A draft can be sent in without a question.
fn asked(own: &OwnListing, answer: Option<(&str, InvalidText)>) -> Option<AnyView> {
    let draft = own.listing.state == State::Draft;
    if own.asked.is_none() && !draft {
        return None;
    }
    let question = own.asked.clone().map(|question| {
        view! { <p>"Redaktionen spørger:"</p> <blockquote class="question">{question}</blockquote> }
    });
    let typed = answer.map_or("", |(typed, _)| typed);
    let wrong = answer.map(|(_, wrong)| match wrong {
        InvalidText::TooLong => "Skriv det kortere: højst 1.000 tegn.",
        wrong => text::invalid_text(wrong, "Skriv et svar."),
    });
    Some(
        view! {
            <section class="asked">
                {question}
                <form method="post" action=links::own(&own.listing.slug, "send")>
                    <div class="form-field wide" data-refused=wrong.map(|_| "")>
                        <label for="tekst">"Besked til redaktionen (hvis I vil)"</label>
                        {wrong.map(|words| view! { <p class="error" id="tekst-fejl">{words}</p> })}
                        <textarea id="tekst" name="tekst" rows="3" maxlength="1000" inner_html=render::text_area(typed)></textarea>
                    </div>
                    <button class="button">"Send til redaktionen"</button>
                </form>
            </section>
        }
        .into_any(),
    )
}

fn waiting(waiting: &[Waiting]) -> Option<AnyView> {
    (!waiting.is_empty()).then(|| {
        notice(
            "info",
            view! {
                <p>"Det her venter på redaktionen. Det gamle står i kataloget, så længe."</p>
                {difference(waiting, "I kataloget nu", "Jeres nye")}
            },
        )
        .into_any()
    })
}

/// How many places are free, for a listing with schemes that is not closed.
fn free_places(form: FreePlacesForm<'_>) -> Option<impl IntoView + use<>> {
    let rows = form.view().filter(|_| !form.listing.is_closed())?;
    Some(view! {
        <section id=links::OWN_FREE_PLACES>
            <h2>"Har I plads lige nu?"</h2>
            <p>"Et tryk er nok. Kommunerne ser tallet og dagen med det samme."</p>
            {rows}
        </section>
    })
}

fn progress(slug: &str, steps: &[Step]) -> impl IntoView + use<> {
    let done = steps.iter().filter(|step| step.done).count();
    let next = steps.iter().find(|step| !step.done).map(|step| {
        let href = format!("{}#{}", links::own(slug, step.part), step.field);
        view! { <p>"Det næste, der hjælper mest: " <a href=href>{step.words}</a></p> }
    });
    let words = format!("{done} af {} ting er på plads", steps.len());
    view! {
        <section>
            <h2>"Så langt er I"</h2>
            <p><progress max=steps.len() value=done aria-label=words.clone()></progress> " " {words}</p>
            {next}
        </section>
    }
}

fn sections(slug: &str, steps: &[Step]) -> impl IntoView + use<> {
    let pages = Section::ALL.iter().map(|section| (section.part(), section.title()));
    let items: Vec<_> = pages
        .chain([(links::OWN_PICTURES, "Billeder")])
        .map(|(part, title)| {
            let lacking = steps.iter().filter(|step| step.part == part && !step.done).count();
            let state = match lacking {
                0 => "på plads".to_owned(),
                lacking => format!("mangler {}", text::count(lacking, "ting", "ting")),
            };
            view! {
                <li>
                    <a href=links::own(slug, part)>{title}</a>
                    <span class="quiet">{state}</span>
                </li>
            }
        })
        .collect();
    view! {
        <section>
            <h2>"Ret"</h2>
            <ul class="sessions">{items}</ul>
        </section>
    }
}

fn deeds(own: &OwnListing) -> impl IntoView + use<> {
    let slug = &own.listing.slug;
    let public = matches!(own.listing.state, State::Public | State::Paused);
    let paused = own.listing.state == State::Paused;
    let (value, words) = if paused { ("nej", "Åbn igen") } else { ("ja", "Hold pause") };
    let seen = public.then(|| view! { <li><a href=links::listing_at(slug)>"Siden, som den er nu"</a></li> });
    let confirm = public.then(|| {
        view! {
            <form method="post" action=links::CONFIRM_LISTING>
                <input type="hidden" name="slug" value=slug.clone() />
                <button class="button">"Alt passer"</button>
            </form>
        }
    });
    let pause = public.then(|| {
        view! {
            <form method="post" action=links::own(slug, "pause")>
                <button class="button quiet-button" name="pause" value=value>{words}</button>
            </form>
        }
    });
    view! {
        <section>
            <h2>"Sådan ser I ud"</h2>
            <ul>
                <li><a href=links::preview(slug, true)>"Se siden som køber"</a></li>
                <li><a href=links::preview(slug, false)>"Se siden som kommune"</a></li>
                {seen}
            </ul>
            <div class="answers">{confirm} {pause}</div>
        </section>
    }
}
