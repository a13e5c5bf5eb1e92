//! Synthetic listings for measuring, as JSON lines: `generate 10000 > l.jsonl`.
//!
//! The same number always gives the same lines. They are never part of the seed.

use std::io::{self, BufWriter, Write};

use content::places::{self, Town};
use content::taxonomy::{
    Consideration, Cooperation, Entry, Municipality, Ref, Scheme, Service, Task, Term, Trade,
};
use serde_json::{Value, json};

/// First words of names; with a town and a number they make one.
const NAMES: [&str; 12] = [
    "Værkstedet",
    "Gården",
    "Huset",
    "Fonden",
    "Café",
    "Køkkenet",
    "Lageret",
    "Haven",
    "Broen",
    "Kompasset",
    "Fællesskabet",
    "Smedjen",
];

fn main() -> io::Result<()> {
    let count = std::env::args().nth(1).and_then(|count| count.parse().ok()).unwrap_or(1000);
    let mut output = BufWriter::new(io::stdout().lock());
    for number in 0..count {
        serde_json::to_writer(&mut output, &listing(number))?;
        output.write_all(b"\n")?;
    }
    output.flush()
}

fn listing(number: u64) -> Value {
    let mut dice = Dice(number.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ 0x5eed);
    let town = &places::towns()[dice.skewed(places::towns().len())];
    let trades = dice.some::<Trade>(1, 3);
    let name = format!("{} {} {number}", NAMES[dice.below(NAMES.len())], town.name);
    let sells: Vec<Ref<Service>> =
        trades.iter().flat_map(|trade| dice.pick(&trade.services().collect::<Vec<_>>(), 1, 3)).collect();
    let labels: Vec<&str> = sells.iter().map(|service| service.get().label()).collect();
    json!({
        "slug": format!("synthetic-{number}"),
        "name": name,
        "state": if dice.below(50) == 0 { "paused" } else { "public" },
        "published": format!("20{:02}-{:02}-{:02}", 20 + dice.below(6), 1 + dice.below(12), 1 + dice.below(28)),
        "one_line": cut(&labels.join(", "), 140),
        "description": description(&mut dice, &trades, &sells, town),
        "website": format!("https://synthetic-{number}.example.dk"),
        "municipality": town.municipality,
        "addresses": [{ "street": format!("Hovedgaden {}", 1 + dice.below(200)), "town": town.name,
                        "point": town.point(), "precision": "town" }],
        "label": { "kind": if dice.below(3) == 0 { "rsv" } else { "soev" }, "basis": "Lavet til måling" },
        "trades": trades,
        "cooperation": dice.some::<Cooperation>(1, 3),
        "delivery": delivery(&mut dice),
        "offers": sells.iter().map(|service| json!({
            "title": service.get().label(), "text": service.get().help(), "kind": "service", "services": [service],
        })).collect::<Vec<_>>(),
        "placement": {
            "schemes": dice.some::<Scheme>(0, 4), "tasks": dice.some::<Task>(0, 4),
            "considerations": dice.some::<Consideration>(0, 5),
        },
        "source": { "site": "example.dk", "date": "2026" },
    })
}

fn delivery(dice: &mut Dice) -> Value {
    match dice.below(4) {
        0 => json!({ "region": true }),
        1 => json!({ "country": true }),
        _ => json!({ "municipalities": dice.some::<Municipality>(1, 4) }),
    }
}

fn description(dice: &mut Dice, trades: &[Ref<Trade>], sells: &[Ref<Service>], town: &Town) -> String {
    let mut sentences = vec![format!("Vi holder til i {}.", town.name)];
    sentences.extend(trades.iter().map(|trade| trade.get().help().to_owned()));
    for service in sells {
        let words = service.get().search();
        sentences.push(format!("{} {}.", service.get().help(), dice.pick(words, 2, 5).join(" ")));
    }
    sentences.join(" ")
}

fn cut(text: &str, most: usize) -> String {
    text.chars().take(most).collect()
}

/// Numbers that look random and are always the same (splitmix64).
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % end as u64).unwrap_or(0)
    }

    /// Small numbers more often, as big towns have more enterprises.
    fn skewed(&mut self, end: usize) -> usize {
        self.below(end).min(self.below(end)).min(self.below(end))
    }

    /// Between `least` and `most` of the items, each once.
    fn pick<T: Clone>(&mut self, items: &[T], least: usize, most: usize) -> Vec<T> {
        let mut left = items.to_vec();
        let wanted = (least + self.below(most - least + 1)).min(left.len());
        (0..wanted).map(|_| left.swap_remove(self.below(left.len()))).collect()
    }

    fn some<T: Term>(&mut self, least: usize, most: usize) -> Vec<Ref<T>> {
        self.pick(&Ref::every().collect::<Vec<_>>(), least, most)
    }
}
