//! Why a hit was found, beyond what is marked in its name and line.

use content::{Listing, markdown};
use leptos::prelude::*;

use crate::model::{Field, Filter, Hit, Reason};
use crate::parts::mark::{holds, marked, same, standing};
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
    /// Of each word of the hit whether it is marked on the card.
    shown: Vec<bool>,
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
            shown: vec![false; hit.words.len()],
            words: Vec::new(),
            filters: Vec::new(),
        };
        found.show(&listing.name);
        found.show(&listing.one_line);
        for offer in found.offers.clone() {
            found.show(offer);
        }
        if let Some(snippet) = found.quote() {
            found.show(&snippet);
            found.snippet = Some(snippet);
        }
        found.reasons();
        found
    }

    /// Remembers which words the text marks.
    fn show(&mut self, text: &str) {
        for (shown, stands) in self.shown.iter_mut().zip(standing(&self.hit.words, text)) {
            *shown |= stands;
        }
    }

    fn shows(&self, word: &str) -> bool {
        self.hit.words.iter().zip(&self.shown).any(|(known, shown)| *shown && same(known, word))
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
        let mut wanted = standing(words, &listing.description);
        for ((wanted, shown), word) in wanted.iter_mut().zip(&self.shown).zip(words) {
            *wanted &= !shown && !named(word);
        }
        if !wanted.contains(&true) {
            return None;
        }
        snippet(&markdown::plain(&listing.description), words, &wanted)
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
