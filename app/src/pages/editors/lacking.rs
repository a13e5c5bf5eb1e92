//! What people did not find, by municipality and trade, and word by word.

use std::collections::BTreeMap;

use content::taxonomy::{Entry, Municipality, Ref, Trade};
use leptos::prelude::*;

use super::framed;
use crate::model::{Lacking, LackingLine, SearchQuery};
use crate::page::Page;
use crate::{links, text};

/// Most lines of the list; the file has all.
const MOST: usize = 100;
/// What stands where a trade is not known.
const NO_TRADE: &str = "Ukendt branche";
/// What stands where no one municipality was asked for.
const NO_PLACE: &str = "Intet bestemt sted";

/// Searches, and those of them without a single hit.
#[derive(Debug, Clone, Copy, Default)]
struct Cell {
    all: i64,
    none: i64,
}

impl Cell {
    fn add(&mut self, gap: &Lacking) {
        self.all += gap.count;
        self.none += if gap.hits == 0 { gap.count } else { 0 };
    }

    fn words(self) -> String {
        match self.all {
            0 => "–".to_owned(),
            all => format!("{all} ({})", self.none),
        }
    }
}

/// The most wanted first; all of them counted in the table.
#[must_use]
pub fn lacking(lines: &[LackingLine]) -> Page {
    let content = if lines.is_empty() {
        view! { <p>"Ingen har søgt forgæves endnu."</p> }.into_any()
    } else {
        view! {
            <p>"Søgninger med højst to hits i det seneste år. Her kan I se, hvad kataloget mangler."</p>
            <p><a href=links::GAPS_CSV download="">"Hent alle som regneark (CSV)"</a></p>
            {by_place_and_trade(lines)} {words(lines)}
        }
        .into_any()
    };
    framed("mangler", "Det, folk ikke fandt", content)
}

/// Of the table; what is known first.
type Column = (bool, Option<Ref<Municipality>>);
type Row = (bool, Option<Ref<Trade>>);

/// A column for each municipality and a row for each trade somebody asked for; without either last.
fn by_place_and_trade(lines: &[LackingLine]) -> impl IntoView + use<> {
    let column = |line: &LackingLine| (line.municipality.is_none(), line.municipality);
    let mut columns: Vec<Column> = lines.iter().map(column).collect();
    columns.sort_unstable();
    columns.dedup();
    let mut cells: BTreeMap<Row, BTreeMap<Column, Cell>> = BTreeMap::new();
    for line in lines {
        let row = cells.entry((line.trade.is_none(), line.trade)).or_default();
        row.entry(column(line)).or_default().add(&line.gap);
    }
    let heads: Vec<_> = columns
        .iter()
        .map(|(_, place)| {
            let name = place.map_or(NO_PLACE, |place| place.get().label());
            view! { <th scope="col" class="number">{name}</th> }
        })
        .collect();
    let rows: Vec<_> = cells
        .into_iter()
        .map(|((_, trade), row)| {
            let name = trade.map_or(NO_TRADE, |trade| trade.get().label());
            let cells: Vec<_> = columns
                .iter()
                .map(|column| row.get(column).copied().unwrap_or_default().words())
                .map(|words| view! { <td class="number">{words}</td> })
                .collect();
            view! { <tr><th scope="row">{name}</th> {cells}</tr> }
        })
        .collect();
    view! {
        <section>
            <h2>"Efter kommune og branche"</h2>
            <p>"Antal søgninger, og i parentes dem helt uden hits."</p>
            <div class="table" role="region" aria-label="Søgt uden held efter kommune og branche" tabindex="0">
                <table>
                    <thead><tr><th scope="col">"Branche"</th> {heads}</tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </section>
    }
}

fn words(lines: &[LackingLine]) -> impl IntoView + use<> {
    let rows: Vec<_> = lines.iter().take(MOST).map(line).collect();
    let more = (lines.len() > MOST).then(|| {
        view! { <p>{format!("Her er de {MOST}, der er søgt mest på. Regnearket har alle {}.", text::number(lines.len()))}</p> }
    });
    view! {
        <section>
            <h2>"Ord for ord"</h2>
            {more}
            <div class="table" role="region" aria-label="Søgt uden held" tabindex="0">
                <table>
                    <thead>
                        <tr>
                            <th scope="col">"Ord"</th>
                            <th scope="col">"Sted"</th>
                            <th scope="col">"Branche"</th>
                            <th scope="col" class="number">"Søgninger"</th>
                            <th scope="col" class="number">"Hits"</th>
                            <th scope="col">"Sidst"</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </section>
    }
}

fn line(line: &LackingLine) -> impl IntoView + use<> {
    let gap = &line.gap;
    let text = format!("{} {}", gap.words, gap.place).trim().to_owned();
    let query = SearchQuery { text, ..SearchQuery::default() };
    let place = if gap.place.is_empty() { "hele regionen".to_owned() } else { gap.place.clone() };
    view! {
        <tr>
            <th scope="row"><a href=links::search(&query)>{gap.words.clone()}</a></th>
            <td>{place}</td>
            <td>{line.trade.map_or("ukendt branche", |trade| trade.get().label())}</td>
            <td class="number">{gap.count}</td>
            <td class="number">{gap.hits}</td>
            <td>{text::date(gap.last)}</td>
        </tr>
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;

    fn gap(words: &str, place: &str, hits: i32, count: i64) -> LackingLine {
        let last = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        let gap = Lacking { words: words.to_owned(), place: place.to_owned(), hits, count, last };
        LackingLine { gap, municipality: None, trade: None }
    }

    #[test]
    fn gaps_lead_to_their_search() {
        let html = lacking(&[gap("glas", "Rebild Kommune", 0, 3)]).body;
        assert!(html.contains("/virksomheder?q=glas+Rebild+Kommune"), "{html}");
        assert!(lacking(&[]).body.contains("Ingen har søgt forgæves endnu."));
    }

    #[test]
    fn the_table_counts_by_municipality_and_trade() {
        let trade = Some(Ref::parse("kantine-catering").unwrap());
        let here = |line: LackingLine| LackingLine {
            municipality: Some(Ref::parse("rebild").unwrap()),
            trade,
            ..line
        };
        let lines = [
            here(gap("frokost", "Rebild Kommune", 0, 3)),
            here(gap("mad", "Skørping", 2, 4)),
            gap("x", "", 1, 5),
        ];
        let html = lacking(&lines).body;
        let row = |name: &str| {
            let (_, rest) = html.split_once(&format!("<th scope=\"row\">{name}</th>")).unwrap();
            rest.split("</tr>").next().unwrap().to_owned()
        };
        assert!(row("Kantine og catering").contains("7 (3)"), "{html}");
        assert!(row(NO_TRADE).contains("–") && row(NO_TRADE).contains("5 (0)"));
        assert!(html.find("Rebild</th>").unwrap() < html.find(NO_PLACE).unwrap());
    }

    #[test]
    fn a_long_list_is_cut_and_says_so() {
        let lines: Vec<_> = (0..101).map(|number| gap(&format!("ord{number}"), "", 0, 1)).collect();
        let html = lacking(&lines).body;
        assert!(
            html.contains("Regnearket har alle 101.") && html.contains("ord99") && !html.contains("ord100")
        );
    }
}
