//! Why a hit was found, beyond what is marked in its name and line.

use content::{Listing, markdown};
use leptos::prelude::*;

use crate::model::{Field, Filter, Hit, Reason};
use crate::parts::mark::{holds, marked, same, stands};
use crate::parts::snippet::snippet;
use crate::text;

/// Most offers named.
const OFFERS: usize = 2;

/// What a card says of its hit. Nothing stands twice: a word that is marked somewhere on
/// the card is no reason beside.
pub struct Found<'a> {
    hit: &'a Hit,
    /// Titles of offers that hold a marked word.
    offers: Vec<&'a str>,
    /// The sentence with words that stand in the description only.
    snippet: Option<String>,
    /// Words met that the card shows nowhere else, by where they stand.
    words: Vec<(Field, Vec<&'a String>)>,
    filters: Vec<Filter>,
}

impl<'a> Found<'a> {
    /// Chooses what to say.
    pub fn new(hit: &'a Hit) -> Self {
        let listing = &hit.listing;
        let line = listing.one_line.to_lowercase();
        let offers = listing.offers.iter().map(|offer| offer.title.as_str());
        let offers = offers.filter(|title| holds(title, &hit.words) && !line.contains(&title.to_lowercase()));
        let mut found = Self {
            hit,
            offers: offers.take(OFFERS).collect(),
            snippet: None,
            words: Vec::new(),
            filters: Vec::new(),
        };
        found.snippet = found.quote();
        found.reasons();
        found
    }

    /// Whether the word is marked on the card.
    fn shows(&self, word: &str) -> bool {
        let listing = &self.hit.listing;
        let texts = [listing.name.as_str(), &listing.one_line].into_iter();
        let mut texts = texts.chain(self.offers.iter().copied()).chain(self.snippet.as_deref());
        self.hit.words.iter().any(|known| same(known, word)) && texts.any(|text| stands(word, text))
    }

    /// The sentence of the description with the words that stand nowhere else.
    fn quote(&self) -> Option<String> {
        let Hit { listing, reasons, words, .. } = self.hit;
        let named = |word: &str| {
            reasons.iter().any(|reason| match reason {
                Reason::Words { field: Field::Description, .. } | Reason::Filter(_) => false,
                Reason::Words { words, .. } => words.iter().any(|known| same(known, word)),
            })
        };
        let there = |word: &&String| stands(word, &listing.description);
        let wanted = words.iter().filter(there).filter(|word| !self.shows(word) && !named(word));
        let wanted: Vec<&String> = wanted.collect();
        if wanted.is_empty() {
            return None;
        }
        snippet(&markdown::plain(&listing.description), &wanted, words)
    }

    fn reasons(&mut self) {
        let hit = self.hit;
        for reason in &hit.reasons {
            match reason {
                Reason::Filter(filter) => self.filters.push(*filter),
                Reason::Words { field, words } => {
                    let words: Vec<_> = words.iter().filter(|word| !self.shows(word)).collect();
                    if !words.is_empty() {
                        self.words.push((*field, words));
                    }
                }
            }
        }
    }

    /// At most a line of offers, a sentence, and the reasons.
    pub fn view(self) -> impl IntoView + use<'a> {
        let marks = &self.hit.words;
        let offers = (!self.offers.is_empty()).then(|| {
            let titles = self.offers.iter().enumerate();
            let titles = titles.map(|(index, title)| ((index > 0).then_some(" · "), marked(title, marks)));
            view! { <p class="card-found">"Blandt tilbuddene: " {titles.collect::<Vec<_>>()}</p> }
        });
        let snippet = self.snippet.map(|snippet| {
            let sentence = marked(&snippet, marks).to_html();
            view! { <p class="card-found" inner_html=sentence></p> }
        });
        view! { {offers} {snippet} {why(&self.hit.listing, &self.words, &self.filters)} }
    }
}

fn why(listing: &Listing, words: &[(Field, Vec<&String>)], filters: &[Filter]) -> impl IntoView + use<> {
    let words = words.iter().map(|(field, words)| {
        view! { <li><b>{text::listed(words)}</b> {format!(" {}", text::field(*field))}</li> }.into_any()
    });
    let filters = filters.iter();
    let filters =
        filters.map(|filter| view! { <li>{text::reason(*filter, listing).into_owned()}</li> }.into_any());
    let reasons: Vec<_> = words.chain(filters).collect();
    (!reasons.is_empty()).then(|| view! { <ul class="why" aria-label="Derfor er den med">{reasons}</ul> })
}
