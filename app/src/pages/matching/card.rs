//! A place among others: what fits, what to ask, what it cannot.

use content::listing::Placement;
use content::taxonomy::{Ref, Term};
use leptos::prelude::*;

use crate::model::{AsOf, FittingPlace, Need, Wish};
use crate::parts::card::place;
use crate::parts::icon::icon;
use crate::parts::keep::keep;
use crate::parts::panel::panel;
use crate::{links, text};

/// The place with its three short lists; without wishes what it says of itself.
pub fn card<'a>(found: &'a FittingPlace, need: &Need, as_of: &AsOf) -> impl IntoView + use<'a> {
    let listing = &*found.listing;
    let from = need.place().map(text::origin);
    let away = found.km.zip(from).map(|(km, from)| format!("{} fra {from}", text::distance(km)));
    let habit = text::habit_on_card(listing, as_of).map(|habit| format!(" · {habit}"));
    view! {
        <article class="card place-card" data-slug=listing.slug.as_str()>
            {panel(listing)}
            <div class="card-text">
                <h3><a href=links::listing(listing)>{listing.name.as_str()}</a></h3>
                <p class="card-line">{listing.one_line.as_str()}</p>
                <p class="card-where">{icon("map-pin")} <span>{place(listing, away)}</span></p>
                {now(found)}
                {says(found, need)}
                <p class="card-standing">{text::standing(listing, as_of.today)} {habit}</p>
                <div class="card-do">
                    {keep(listing)}
                    <a href=links::placement_message(&listing.slug, need)>"Spørg dem"<span class="unseen">{format!(", {}", listing.name)}</span></a>
                </div>
            </div>
        </article>
    }
}

/// Free places and a pause, as they stand now.
fn now(found: &FittingPlace) -> impl IntoView + use<> {
    let lines = [text::free_now(found.fit.free), found.fit.paused.map(text::pause)];
    let lines: Vec<_> =
        lines.into_iter().flatten().map(|line| view! { <p class="card-free">{line}</p> }).collect();
    lines
}

fn says<'a>(found: &'a FittingPlace, need: &Need) -> impl IntoView + use<'a> {
    let (listing, fit) = (&*found.listing, &found.fit);
    if need.wishes().next().is_none() {
        let placement = listing.placement.as_ref();
        let said = placement.map_or_else(Vec::new, own_words);
        let words =
            said.into_iter().map(|(title, words)| view! { <p class="card-found"><b>{title}</b> {words}</p> });
        return words.collect::<Vec<_>>().into_any();
    }
    // How far it is stands with the place already.
    let met = fit.met.iter().filter(|wish| !matches!(wish, Wish::Within(_)));
    let met = met.map(|wish| text::met(*wish, listing, found.km)).collect();
    let ask = fit.unstated.iter().map(|(wish, likely)| text::ask(*wish, *likely)).collect();
    let refused = fit.refused.iter().map(|(wish, obstacle)| text::refused(*wish, *obstacle)).collect();
    view! { {list("yes", "check", "Passer", met)} {list("ask", "circle-help", "Spørg dem om", ask)} {list("no", "x", "Kan de ikke", refused)} }
        .into_any()
}

fn list(kind: &'static str, drawing: &'static str, title: &'static str, words: Vec<String>) -> impl IntoView {
    (!words.is_empty()).then(|| {
        let words: Vec<_> = words.into_iter().map(|words| view! { <li>{words}</li> }).collect();
        view! { <div class="fit" data-fit=kind><h4>{icon(drawing)} {title}</h4> <ul>{words}</ul></div> }
    })
}

/// Tasks and schemes in a line each.
fn own_words(placement: &Placement) -> Vec<(&'static str, String)> {
    let lines = [("Opgaver: ", labels(&placement.tasks)), ("Ordninger: ", labels(&placement.schemes))];
    lines.into_iter().filter(|(_, words)| !words.is_empty()).collect()
}

fn labels<T: Term>(values: &[Ref<T>]) -> String {
    let labels: Vec<&str> = values.iter().map(|value| value.get().label()).collect();
    labels.join(" · ")
}
