//! The places of the list, each with its reasons.

use content::Listing;
use content::taxonomy::{Ref, Term};
use leptos::prelude::*;

use super::{MANY, Meeting, need};
use crate::model::{Fit, Listed, Wish};
use crate::pages::shortlist::lines::note;
use crate::parts::card;
use crate::parts::icon::icon;
use crate::{links, text};

/// The form that the ticks belong to.
const CHOSEN: &str = "valgte";

/// One below the other in the order of the list. Where there are many, with ticks to go on with some of them.
pub fn places(meeting: Meeting<'_>) -> impl IntoView + use<> {
    let many = meeting.open().count() > MANY;
    let listings = &meeting.listed.listings;
    let places: Vec<_> =
        (0..listings.len()).map(|at| place(meeting, &listings[at], at, many).into_any()).collect();
    let choose = many.then(|| {
        view! {
            <form id=CHOSEN class="meeting-choose" action=links::PLACES_LIST>
                {need::fields(meeting.need)}
                <button class="button">"Vis kun de valgte"</button>
            </form>
        }
    });
    let order = if meeting.listed.received { "link" } else { "own" };
    view! { <ol class="listed meeting-list" data-order=order>{places}</ol> {choose} }
}

fn place(meeting: Meeting<'_>, listing: &Listing, at: usize, many: bool) -> impl IntoView + use<> {
    let closed = listing.is_closed();
    let about = if closed {
        view! { <p class="listed-closed">"Findes ikke længere som socialøkonomisk virksomhed."</p> }
            .into_any()
    } else {
        about(meeting, listing).into_any()
    };
    let name = format!(" {}", listing.name);
    let tick = (many && !closed).then(|| {
        view! {
            <label class="choice">
                <input type="checkbox" form=CHOSEN name="v" value=listing.slug.clone() />
                <span>"Vælg"<span class="unseen">{name}</span></span>
            </label>
        }
    });
    view! {
        <li id=format!("sted-{}", listing.slug) data-listed-slug=listing.slug.clone()>
            <div class="meeting-head">
                <h2><a href=links::listing(listing)>{listing.name.clone()}</a></h2>
                <span class="meeting-grip" data-grip hidden aria-hidden="true">{icon("menu")} " Træk"</span>
            </div>
            {about}
            <div class="listed-deeds">{tick} {moves(meeting, listing, at)}</div>
            <p class="meeting-pen" aria-hidden="true">"Noter"</p>
        </li>
    }
}

fn about(meeting: Meeting<'_>, listing: &Listing) -> impl IntoView + use<> {
    let fit = meeting.fit(listing);
    let away = meeting.km(listing).zip(meeting.need.place());
    let away = away.map(|(km, from)| format!("{} fra {}", text::distance(km), text::origin(from)));
    let free = text::free_now(fit.free).unwrap_or_else(|| "Ledige pladser: spørg dem".to_owned());
    let pause = fit.paused.map(text::pause).map(|pause| view! { <p class="meeting-pause">{pause} "."</p> });
    view! {
        <div class="meeting-what">
            <p>{listing.one_line.clone()}</p>
            <p class="quiet meeting-where">{card::place(listing, away)}</p>
            <p class="meeting-free">{free} "."</p>
            {pause}
        </div>
        {lists(meeting, listing, &fit)}
        {beginning(listing, &fit)}
        {contact(listing)}
        {note(listing)}
    }
}

/// What fits, what to ask and what they cannot do; of no wishes, what they have written themselves.
fn lists(meeting: Meeting<'_>, listing: &Listing, fit: &Fit) -> impl IntoView + use<> {
    let km = meeting.km(listing);
    let lists = if meeting.need.wishes().next().is_some() {
        vec![
            ("passer", "Passer", fit.met.iter().map(|wish| text::met(*wish, listing, km)).collect()),
            (
                "spoerg",
                "Spørg dem om",
                fit.unstated.iter().map(|(wish, likely)| text::ask(*wish, *likely)).collect(),
            ),
            (
                "nej",
                "Kan de ikke",
                fit.refused.iter().map(|(wish, why)| text::refused(*wish, *why)).collect(),
            ),
        ]
    } else {
        written(listing)
    };
    let lists: Vec<_> = lists
        .into_iter()
        .filter(|(_, _, lines): &(_, _, Vec<String>)| !lines.is_empty())
        .map(|(kind, title, lines)| {
            let lines: Vec<_> = lines.into_iter().map(|line| view! { <li>{line}</li> }).collect();
            view! { <div data-fit=kind><h3>{title}</h3><ul>{lines}</ul></div> }
        })
        .collect();
    let nothing = lists
        .is_empty()
        .then(|| view! { <p>"De har ikke skrevet noget om opgaver, hensyn eller ordninger. Spørg dem."</p> });
    view! { <div class="meeting-fit">{lists} {nothing}</div> }
}

fn written(listing: &Listing) -> Vec<(&'static str, &'static str, Vec<String>)> {
    fn labels<T: Term>(values: &[Ref<T>]) -> Vec<String> {
        values.iter().map(|value| value.label().to_owned()).collect()
    }
    listing.placement.as_ref().map_or_else(Vec::new, |placement| {
        vec![
            ("passer", "Opgaver", labels(&placement.tasks)),
            ("passer", "Hensyn, de kan tage", labels(&placement.considerations)),
            ("passer", "Ordninger", labels(&placement.schemes)),
            ("nej", "Kan de ikke", labels(&placement.ruled_out)),
        ]
    })
}

/// How it is to begin there, as stated; the way only where it does not stand above.
fn beginning(listing: &Listing, fit: &Fit) -> Option<impl IntoView + use<>> {
    let placement = listing.placement.as_ref()?;
    let way = placement.reach.as_ref().filter(|_| !fit.met.contains(&Wish::WithoutCar));
    let rows: Vec<_> = [
        row("modtager", "Tager imod nye", placement.received_by.clone()),
        row("dag", "Den første dag", placement.first_day.clone()),
        row("vej", "Uden bil", way.cloned()),
    ]
    .into_iter()
    .flatten()
    .collect();
    (!rows.is_empty()).then(|| view! { <dl class="meeting-stated" data-part="begin">{rows}</dl> })
}

/// How to make contact.
fn contact(listing: &Listing) -> Option<impl IntoView + use<>> {
    let how = listing.placement.as_ref().and_then(|placement| placement.contact.as_ref());
    let phone = listing.phone.as_ref().map(|phone| {
        let number: String =
            phone.chars().filter(|letter| letter.is_ascii_digit() || *letter == '+').collect();
        view! { <a href=format!("tel:{number}")>{phone.clone()}</a> }
    });
    let email = listing.email.as_ref().map(|email| {
        view! { <a href=format!("mailto:{email}")>{email.clone()}</a> }
    });
    let rows: Vec<_> =
        [row("maade", "Kontakt", how.cloned()), row("telefon", "Telefon", phone), row("mail", "Mail", email)]
            .into_iter()
            .flatten()
            .collect();
    (!rows.is_empty()).then(|| view! { <dl class="meeting-stated" data-part="contact">{rows}</dl> })
}

fn row(kind: &'static str, name: &'static str, said: Option<impl IntoView>) -> Option<AnyView> {
    let said = said?.into_view();
    Some(view! { <div data-row=kind><dt>{name}</dt><dd>{said}</dd></div> }.into_any())
}

/// What changes the order: buttons for the visitor's own list, and addresses for one that came by a link.
fn moves(meeting: Meeting<'_>, listing: &Listing, at: usize) -> AnyView {
    let last = meeting.listed.listings.len() - 1;
    let moves = [("op", "Flyt op", at > 0), ("ned", "Flyt ned", at < last), ("fjern", "Fjern", true)];
    let of = format!(" {}", listing.name);
    let moves = moves.into_iter().filter(|(.., shown)| *shown);
    if meeting.listed.received {
        let links: Vec<_> = moves
            .filter_map(|(deed, words, _)| {
                let to = links::places_list(meeting.need, &changed(meeting.listed, deed, at)?);
                let to = format!("{to}#sted-{}", listing.slug);
                Some(view! { <a class="button quiet-button" href=to>{words}<span class="unseen">{of.clone()}</span></a> })
            })
            .collect();
        return view! { <div class="listed-moves">{links}</div> }.into_any();
    }
    let buttons: Vec<_> = moves
        .map(|(deed, words, _)| {
            view! {
                <button class="button quiet-button" name=deed value=listing.slug.clone()>
                    {words}<span class="unseen">{of.clone()}</span>
                </button>
            }
        })
        .collect();
    view! {
        <form action=links::LIST method="post" class="listed-moves">
            <input type="hidden" name="retur" value=links::places_list(meeting.need, &[]) />
            {buttons}
        </form>
    }
    .into_any()
}

/// The slugs after a change; none when nothing would be left, for an address without slugs is one's own list.
fn changed<'a>(listed: &'a Listed, deed: &str, at: usize) -> Option<Vec<&'a str>> {
    let mut slugs = listed.slugs();
    match deed {
        "op" => slugs.swap(at - 1, at),
        "ned" => slugs.swap(at, at + 1),
        _ => drop(slugs.remove(at)),
    }
    (!slugs.is_empty()).then_some(slugs)
}
