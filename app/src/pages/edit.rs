//! A member's form for what the enterprise sells.

use content::Listing;
use leptos::prelude::*;

use crate::model::{InvalidSales, InvalidText, MAX_LINE, MAX_LONG_TEXT, Sales, SalesForm};
use crate::page::Page;
use crate::parts::crumbs::crumbs;
use crate::parts::form::error_summary;
use crate::parts::notice::notice;
use crate::{links, render, text};

/// Warns before typed text is left.
const SCRIPTS: &[&str] = &["enhance/leave.js"];

/// What came of the last try to save.
#[derive(Debug, Clone, Copy)]
pub enum Outcome<'a> {
    /// None was made.
    Open,
    /// Something is wrong.
    Refused(InvalidSales),
    /// Somebody else saved these meanwhile.
    Conflict(&'a Sales),
}

/// The form with what is there, or with what was typed and what came of it.
#[must_use]
pub fn page(listing: &Listing, form: &SalesForm, outcome: Outcome<'_>) -> Page {
    let title = format!("Ret {}", listing.name);
    let page = Page::new(title, "Jeres egen side i kataloget.", "", view(listing, form, outcome));
    Page { canonical: None, indexed: false, kept: false, ..page.quickened_by(SCRIPTS) }
}

/// A text of the form.
struct Area<'a> {
    id: &'static str,
    label: &'static str,
    help: &'static str,
    rows: u8,
    longest: usize,
    typed: &'a str,
    refused: Option<&'static str>,
    theirs: Option<&'a str>,
}

fn areas<'a>(form: &'a SalesForm, outcome: Outcome<'a>) -> [Area<'a>; 3] {
    let refused = if let Outcome::Refused(refused) = outcome { refused } else { InvalidSales::default() };
    let theirs = if let Outcome::Conflict(theirs) = outcome { Some(theirs) } else { None };
    [
        Area {
            id: "linje",
            label: "Hvad sælger I, på én linje?",
            help: "Højst 140 tegn, uden punktum. Det er det første, en køber læser.",
            rows: 2,
            longest: MAX_LINE,
            typed: &form.linje,
            refused: refused.one_line.map(|wrong| match wrong {
                InvalidText::TooLong => "Skriv det kortere: højst 140 tegn.",
                wrong => text::invalid_text(wrong, "Skriv, hvad I sælger."),
            }),
            theirs: theirs.map(|theirs| theirs.one_line.as_str()),
        },
        Area {
            id: "beskrivelse",
            label: "Hvad laver I?",
            help: "Et par korte afsnit. En tom linje begynder et nyt.",
            rows: 8,
            longest: MAX_LONG_TEXT,
            typed: &form.beskrivelse,
            refused: refused.description.map(long),
            theirs: theirs.map(|theirs| theirs.description.as_str()),
        },
        Area {
            id: "forskel",
            label: "Hvorfor gør det en forskel at handle hos jer?",
            help: "Skriv om stedet og aldrig om bestemte borgere.",
            rows: 5,
            longest: MAX_LONG_TEXT,
            typed: &form.forskel,
            refused: refused.social_effect.map(long),
            theirs: theirs.map(|theirs| theirs.social_effect.as_str()),
        },
    ]
}

fn long(wrong: InvalidText) -> &'static str {
    match wrong {
        InvalidText::TooLong => "Skriv det kortere: højst 10.000 tegn.",
        wrong => text::invalid_text(wrong, "Skriv noget her."),
    }
}

fn view(listing: &Listing, form: &SalesForm, outcome: Outcome<'_>) -> impl IntoView + use<> {
    let areas = areas(form, outcome);
    let refusals: Vec<_> = areas.iter().filter_map(|area| Some((area.id, area.refused?))).collect();
    let conflict = matches!(outcome, Outcome::Conflict(_)).then(|| {
        notice(
            "info",
            view! {
                <p role="alert">
                    "En anden har rettet teksterne, mens I skrev. Det, de skrev, står over jeres. "
                    "Ret jeres til, og gem igen. Intet er gået tabt."
                </p>
            },
        )
    });
    let areas: Vec<_> = areas.iter().map(Area::view).collect();
    let way = crumbs(vec![("Min side", links::MY_PAGE.to_owned())]);
    view! {
        <article class="page form-page">
            {way}
            {error_summary(&refusals)}
            {conflict}
            <h1>{format!("Ret {}", listing.name)}</h1>
            <form method="post" action=links::own(&listing.slug, "") data-leave="" novalidate>
                <input type="hidden" name="udgave" value=form.udgave.clone() />
                {areas}
                <button class="button">"Gem"</button>
            </form>
            <p><a href=links::listing(listing)>"Se siden, som den er nu"</a></p>
        </article>
    }
}

impl Area<'_> {
    fn view(&self) -> impl IntoView + use<> {
        let Self { id, refused, .. } = *self;
        let described =
            if refused.is_some() { format!("{id}-fejl {id}-hjaelp") } else { format!("{id}-hjaelp") };
        let theirs = self.theirs.filter(|theirs| *theirs != self.typed).map(|theirs| {
            view! {
                <div class="theirs">
                    <p class="help">"Det, der står nu:"</p>
                    <p>{if theirs.is_empty() { "(intet)".to_owned() } else { theirs.to_owned() }}</p>
                </div>
            }
        });
        view! {
            <div class="form-field wide" data-refused=refused.map(|_| "")>
                <label for=id>{self.label}</label>
                <p class="help" id=format!("{id}-hjaelp")>{self.help}</p>
                {refused.map(|words| view! { <p class="error" id=format!("{id}-fejl")>{words}</p> })}
                {theirs}
                <textarea
                    id=id
                    name=id
                    rows=self.rows
                    maxlength=self.longest
                    aria-describedby=described
                    aria-invalid=refused.map(|_| "true")
                    inner_html=render::text_area(self.typed)
                ></textarea>
            </div>
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn listing() -> Listing {
        serde_json::from_value(
            serde_json::json!({ "slug": "a", "name": "A", "state": "draft", "one_line": "Ny" }),
        )
        .unwrap()
    }

    #[test]
    fn a_conflict_shows_both() {
        let form = SalesForm { linje: "<Gammel>".into(), udgave: "2".into(), ..SalesForm::default() };
        let html = page(&listing(), &form, Outcome::Conflict(&Sales::of(&listing()))).body;
        assert!(html.contains("<p>Ny</p>") && html.contains("&lt;Gammel&gt;</textarea>"), "{html}");
        assert!(html.contains("value=\"2\""));
        assert_eq!(html.matches("Det, der står nu").count(), 1, "only where they differ");
    }
}
