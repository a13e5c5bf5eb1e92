//! One section of a listing, as those edit it who keep it.

mod contact;
mod delivery;
mod identity;
mod places;
mod sales;
mod sheet;

use leptos::prelude::*;

use crate::links;
use crate::model::{OwnListing, Refusals, Section, Typed};
use crate::page::Page;
use crate::parts::crumbs::crumbs;
use crate::parts::notice::notice;
use crate::parts::own_nav::own_nav;
pub use sheet::{About, Sheet};

/// Warns before typed text is left; finds values in long lists.
const SCRIPTS: &[&str] = &["enhance/leave.js", "enhance/pick.js"];

/// What came of the last try to save.
#[derive(Debug, Clone, Copy)]
pub enum Outcome<'a> {
    /// None was made.
    Open,
    /// Something is wrong.
    Refused(&'a Refusals),
    /// Somebody else saved these meanwhile.
    Conflict(&'a Typed),
}

/// A section of a listing with what is typed into it.
#[derive(Debug, Clone, Copy)]
pub struct SectionForm<'a> {
    /// Which section.
    pub section: Section,
    /// What stands in its fields.
    pub typed: &'a Typed,
    /// The version of the section that was opened.
    pub version: &'a str,
    /// What came of the last try to save.
    pub outcome: Outcome<'a>,
}

/// The form with what is there, or with what was typed and what came of it.
#[must_use]
pub fn page(own: &OwnListing, form: SectionForm<'_>) -> Page {
    let title = format!("{}: {}", form.section.title(), own.listing.name);
    let page = Page::new(title, "Jeres egen side i kataloget.", "", view(own, form));
    Page { canonical: None, indexed: false, kept: false, ..page.quickened_by(SCRIPTS) }
}

fn view(own: &OwnListing, form: SectionForm<'_>) -> impl IntoView + use<> {
    let SectionForm { section, typed, version, outcome } = form;
    let none = Refusals::new();
    let refused = if let Outcome::Refused(refused) = outcome { refused } else { &none };
    let theirs = if let Outcome::Conflict(theirs) = outcome { Some(theirs) } else { None };
    let sheet = Sheet::new(typed, refused, theirs, &own.origins);
    let fields = match section {
        Section::Identity => identity::fields(&sheet, own),
        Section::Sales => sales::fields(&sheet),
        Section::Delivery => delivery::fields(&sheet),
        Section::Places => places::fields(&sheet),
        Section::Contact => contact::fields(&sheet, own),
    };
    let conflict = theirs.map(|_| {
        notice(
            "info",
            view! {
                <p role="alert">
                    "En anden har rettet det samme, mens I skrev. Det, der står nu, står over jeres. "
                    "Ret jeres til, og gem igen. Intet er gået tabt."
                </p>
            },
        )
    });
    let listing = &own.listing;
    view! {
        <article class="page own">
            {crumbs(vec![("Min side", links::MY_PAGE.to_owned()), (&listing.name, links::own(&listing.slug, ""))])}
            {own_nav(&listing.slug, section.part())}
            <div class="own-main">
                {sheet.summary()}
                {conflict}
                <h1>{section.title()}</h1>
                <form method="post" action=links::own(&listing.slug, section.part()) data-leave="" novalidate>
                    <input type="hidden" name="udgave" value=version.to_owned() />
                    {fields}
                    <p class="save"><button class="button">"Gem"</button></p>
                </form>
            </div>
        </article>
    }
}
