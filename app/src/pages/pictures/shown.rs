//! The pictures that are shown, each with what can be done to it.

use content::Listing;
use content::listing::{MAX_PICTURES, Picture};
use leptos::prelude::*;

use super::send::described;
use crate::model::{Focus, PicturesRefused};
use crate::parts::picture::thumbnail;
use crate::{links, text};

/// Ids of the fields for what each picture shows.
const FIELDS: [&str; MAX_PICTURES] =
    ["tekst-1", "tekst-2", "tekst-3", "tekst-4", "tekst-5", "tekst-6", "tekst-7", "tekst-8"];
/// The same for the logo.
const LOGO_FIELD: &str = "tekst-logo";

/// The field for what the picture with this id shows.
pub fn field_of(listing: &Listing, id: &str) -> Option<&'static str> {
    if listing.logo.as_ref().is_some_and(|logo| logo.id == id) {
        return Some(LOGO_FIELD);
    }
    let at = listing.pictures.iter().position(|picture| picture.id == id)?;
    FIELDS.get(at).copied()
}

/// The logo, where there is one.
pub fn logo(listing: &Listing, refused: PicturesRefused<'_>) -> impl IntoView + use<> {
    listing.logo.as_ref().map(|logo| {
        view! {
            <section>
                <h2>"Logo"</h2>
                <ul class="own-pictures">
                    <li id=format!("billede-{}", logo.id)>
                        {thumbnail(logo, &logo.alt)}
                        <div>
                            {text_form(listing, logo, "Logo", refused)}
                            <div class="answers">{button(&listing.slug, &logo.id, "slet", None, "Slet", "Logo")}</div>
                        </div>
                    </li>
                </ul>
            </section>
        }
    })
}

/// The pictures in their order.
pub fn pictures(listing: &Listing, refused: PicturesRefused<'_>) -> impl IntoView + use<> {
    let items: Vec<_> =
        (0..listing.pictures.len().min(MAX_PICTURES)).map(|at| item(listing, at, refused)).collect();
    (!items.is_empty()).then(|| {
        view! {
            <section>
                <h2>"Jeres billeder"</h2>
                <p>"Det første står øverst på jeres side, og på jeres kort i søgningen, når I ikke har et logo."</p>
                <ol class="own-pictures">{items}</ol>
            </section>
        }
    })
}

fn item(listing: &Listing, at: usize, refused: PicturesRefused<'_>) -> impl IntoView + use<> {
    let (slug, count) = (&listing.slug, listing.pictures.len());
    let picture = &listing.pictures[at];
    let name = format!("Billede {} af {count}", at + 1);
    let way = |way, words| button(slug, &picture.id, "plads", Some(way), words, &name);
    let (earlier, later) =
        ((at > 0).then(|| way("op", "Ryk frem")), (at + 1 < count).then(|| way("ned", "Ryk tilbage")));
    view! {
        <li id=format!("billede-{}", picture.id)>
            {thumbnail(picture, &picture.alt)}
            <div>
                <h3>{name.clone()}</h3>
                {text_form(listing, picture, &name, refused)}
                <div class="answers">{earlier} {later} {button(slug, &picture.id, "slet", None, "Slet", &name)}</div>
            </div>
        </li>
    }
}

fn button(
    slug: &str,
    id: &str,
    deed: &str,
    way: Option<&'static str>,
    words: &'static str,
    name: &str,
) -> impl IntoView + use<> {
    view! {
        <form class="answer" method="post" action=links::own_picture(slug, deed)>
            <input type="hidden" name="id" value=id.to_owned() />
            {way.map(|way| view! { <input type="hidden" name="retning" value=way /> })}
            <button class="button quiet-button" aria-label=format!("{words}: {name}")>{words}</button>
        </form>
    }
}

/// What it shows, and what of it must be seen; as typed where that was refused.
fn text_form(
    listing: &Listing,
    picture: &Picture,
    name: &str,
    refused: PicturesRefused<'_>,
) -> impl IntoView + use<> {
    let typed = match refused {
        PicturesRefused::Text(typed, wrong) if typed.id == picture.id => Some((typed, wrong)),
        _ => None,
    };
    let (alt, focus) = match typed {
        Some((typed, _)) => (typed.tekst.as_str(), Focus::parse(&typed.fokus)),
        None => (picture.alt.as_str(), Focus::of(picture)),
    };
    let field = field_of(listing, &picture.id).unwrap_or(LOGO_FIELD);
    let parts: Vec<_> = Focus::ALL
        .into_iter()
        .map(|part| {
            view! {
                <label title=text::focus(part)>
                    <input type="radio" name="fokus" value=part.name() checked=part == focus />
                    <span class="unseen">{text::focus(part)}</span>
                </label>
            }
        })
        .collect();
    view! {
        <form method="post" action=links::own_picture(&listing.slug, "tekst") novalidate>
            <input type="hidden" name="id" value=picture.id.clone() />
            {described(name, field, alt, typed.map(|(_, wrong)| wrong))}
            <fieldset class="form-field">
                <legend>"Hvor er det vigtigste?" <span class="unseen">{format!(" ({name})")}</span></legend>
                <p class="help">"Det skæres aldrig af, når billedet vises i et andet format."</p>
                <div class="focus-grid">{parts}</div>
            </fieldset>
            <button class="button" aria-label=format!("Gem: {name}")>"Gem"</button>
        </form>
    }
}
