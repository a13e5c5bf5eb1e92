//! Which trades words belong to, by the vocabulary and the same analysis the search uses.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use app::model::{Field, Listing};
use content::folding::fold;
use content::taxonomy::{Entry, Ref, Trade};

use super::analysis::{Analyser, words};
use super::document::passages;
use super::synonyms::Synonyms;

/// How much it says that a word is, or is part of, …
mod weight {
    /// … the name of a trade or service.
    pub const LABEL: f32 = 3.0;
    /// … a search word of one.
    pub const SEARCH: f32 = 2.0;
    /// … a part or a root of a word of those.
    pub const KIN: f32 = 0.5;
}
/// What a synonym, and what a part of a compound is worth of the word itself.
const SYNONYM: f32 = 0.65;
const PART: f32 = 0.5;

/// The words of the trades, as terms.
static TRADES: LazyLock<Trades> = LazyLock::new(Trades::load);

/// The trade that words belong to most; none when no trade knows them.
#[must_use]
pub fn trade_of(text: &str) -> Option<Ref<Trade>> {
    let trades = &*TRADES;
    let mut scores = vec![0.0_f32; Ref::<Trade>::every().len()];
    for ways in trades.asked(text) {
        for (trade, score) in scores.iter_mut().enumerate() {
            *score += trades.best(&ways, trade);
        }
    }
    let best = scores.iter().copied().fold(0.0, f32::max);
    Ref::<Trade>::every().zip(scores).find(|(_, score)| best > 0.0 && *score >= best).map(|(trade, _)| trade)
}

/// The words of a listing and its trades.
pub struct Kin {
    trades: Vec<usize>,
    own: HashSet<String>,
}

impl Kin {
    /// Those of a listing.
    #[must_use]
    pub fn of(listing: &Listing) -> Self {
        let mut own = HashSet::new();
        for passage in passages(listing) {
            let sells = matches!(passage.field, Field::OneLine | Field::Offers | Field::Services);
            for word in words(&passage.text).filter(|_| sells) {
                own.extend(TRADES.analyser.word(word).terms().map(ToOwned::to_owned));
            }
        }
        Self { trades: listing.trades.iter().map(|trade| trade.index()).collect(), own }
    }

    /// Whether what was searched for is near what the listing sells: at least half of the telling words,
    /// or their synonyms or parts, are words of its own, its trades or their services.
    #[must_use]
    pub fn could_answer(&self, text: &str) -> bool {
        let asked = TRADES.asked(text);
        let known = |ways: &Vec<Way>| {
            self.trades.iter().any(|trade| TRADES.best(ways, *trade) > 0.0)
                || ways.iter().any(|(terms, _)| terms.iter().all(|term| self.own.contains(term)))
        };
        let met = asked.iter().filter(|ways| known(ways)).count();
        met > 0 && 2 * met >= asked.len()
    }
}

/// Terms that stand for a word together, and what they are worth of it.
type Way = (Vec<String>, f32);

struct Trades {
    analyser: Analyser,
    synonyms: Synonyms,
    /// For a term, each trade it says something of and how much; the less the more trades it is known to.
    weights: HashMap<String, Vec<(usize, f32)>>,
}

impl Trades {
    fn load() -> Self {
        let analyser = Analyser::default();
        let synonyms = Synonyms::load(&analyser);
        let mut trades = Self { analyser, synonyms, weights: HashMap::new() };
        for trade in Ref::<Trade>::every() {
            trades.add(trade.index(), trade.get());
            trade.get().services().for_each(|service| trades.add(trade.index(), service.get()));
        }
        for known in trades.weights.values_mut() {
            let share = known.len().max(1);
            #[expect(clippy::cast_precision_loss, reason = "there are a few dozen trades")]
            for (_, weight) in known.iter_mut() {
                *weight /= share as f32;
            }
        }
        trades
    }

    fn add(&mut self, trade: usize, entry: &impl Entry) {
        self.add_words(trade, entry.label(), weight::LABEL);
        entry.search().iter().for_each(|phrase| self.add_words(trade, phrase, weight::SEARCH));
    }

    fn add_words(&mut self, trade: usize, text: &str, weight: f32) {
        let telling: Vec<&str> = words(text)
            .filter(|word| {
                let folded = fold(word);
                !self.analyser.is_stopword(&folded) && !self.analyser.is_weak(&self.analyser.term(word))
            })
            .collect();
        for surface in telling {
            let word = self.analyser.word(surface);
            let kin = word.also.iter().map(|term| (term.as_str(), weight::KIN));
            for (term, weight) in kin.chain([(&*word.term, weight)]) {
                let known = self.weights.entry(term.to_owned()).or_default();
                match known.iter_mut().find(|(other, _)| *other == trade) {
                    Some((_, most)) => *most = most.max(weight),
                    None => known.push((trade, weight)),
                }
            }
        }
    }

    /// For each telling word of a text, the ways to say it.
    fn asked(&self, text: &str) -> Vec<Vec<Way>> {
        let folded = fold(text);
        let tokens: Vec<(&str, String)> =
            words(&folded).map(|word| (word, self.analyser.folded_term(word))).collect();
        let telling =
            |(word, term): &&(&str, String)| !self.analyser.is_stopword(word) && !self.analyser.is_weak(term);
        let mut asked: Vec<Vec<Way>> = tokens
            .iter()
            .filter(telling)
            .map(|(word, term)| {
                let mut ways = vec![(vec![term.clone()], 1.0)];
                ways.extend(self.analyser.roots(word).into_iter().map(|root| (vec![root], PART)));
                let parts = self.analyser.telling_parts(word);
                if !parts.is_empty() {
                    ways.push((parts, PART));
                }
                ways.extend(self.same(std::slice::from_ref(term)));
                ways
            })
            .collect();
        let terms: Vec<String> = tokens.into_iter().map(|(_, term)| term).collect();
        let phrase: Vec<Way> = if terms.len() > 1 { self.same(&terms).collect() } else { Vec::new() };
        for ways in &mut asked {
            ways.extend(phrase.iter().cloned());
        }
        asked
    }

    fn same(&self, terms: &[String]) -> impl Iterator<Item = Way> {
        self.synonyms.of(terms).iter().map(|terms| (terms.clone(), SYNONYM))
    }

    /// How much the best way says of a trade.
    fn best(&self, ways: &[Way], trade: usize) -> f32 {
        let of = |term: &String| {
            let known = self.weights.get(term)?.iter().find(|(other, _)| *other == trade)?;
            Some(known.1)
        };
        let worth = |(terms, worth): &Way| {
            let weights: Option<Vec<f32>> = terms.iter().map(of).collect();
            weights.map_or(0.0, |weights| worth * weights.into_iter().fold(f32::INFINITY, f32::min))
        };
        ways.iter().map(worth).filter(|score| score.is_finite()).fold(0.0, f32::max)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn words_have_a_trade_where_the_vocabulary_knows_them() {
        for (text, trade) in [
            ("kantinedrift", "kantine-catering"),
            ("moedemad", "kantine-catering"),
            ("frokost", "kantine-catering"),
        ] {
            assert_eq!(trade_of(text).map(|trade| trade.get().slug()), Some(trade), "{text}");
        }
        // Every label leads to its own trade.
        for trade in Ref::<Trade>::every() {
            assert_eq!(trade_of(trade.get().label()), Some(trade), "{}", trade.get().label());
        }
        for text in ["raketmotor", "", "god opgave"] {
            assert_eq!(trade_of(text), None, "{text}");
        }
    }

    #[test]
    fn a_listing_could_answer_what_its_trades_are_about() {
        let listing: Listing = serde_json::from_value(json!({
            "slug": "a", "name": "A", "state": "draft", "one_line": "Gammeldags lakridser", "trades": ["kantine-catering"],
        }))
        .unwrap();
        let kin = Kin::of(&listing);
        for text in ["moedemad", "frokostordning", "kantine vegansk", "lakrids"] {
            assert!(kin.could_answer(text), "{text}");
        }
        for text in ["raketmotor", "vinduespudsning", "raketmotor til cykel", ""] {
            assert!(!kin.could_answer(text), "{text}");
        }
    }
}
