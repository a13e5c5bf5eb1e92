//! Members see how their listing is found.

use content::Listing;
use leptos::prelude::*;

use crate::model::{Findable, FoundBy, Lacking, SearchQuery};
use crate::page::Page;
use crate::parts::crumbs::crumbs;
use crate::parts::own_nav::own_nav;
use crate::{links, text};

/// Views, searches, and what people nearby looked for.
#[must_use]
pub fn page(listing: &Listing, findable: &Findable) -> Page {
    let title = format!("Kan {} findes?", listing.name);
    let page = Page::new(title, "Jeres egen side i kataloget.", "", view(listing, findable));
    Page { canonical: None, indexed: false, kept: false, ..page }
}

fn view(listing: &Listing, findable: &Findable) -> impl IntoView + use<> {
    view! {
        <article class="page own">
            {crumbs(vec![("Min side", links::MY_PAGE.to_owned())])}
            {own_nav(&listing.slug, "fundet")}
            <div class="own-main">
                <h1>"Kan I findes?"</h1>
                <p class="lead">{format!("Sådan finder folk {} i kataloget.", listing.name)}</p>
                <p class="quiet">
                    "Tallene går denne måned og de tolv før. De siger intet om, hvem der søgte. "
                    "Når I selv er logget ind, tælles I ikke med."
                </p>
                {views(findable)} {messages(findable)} {searches(findable)} {wanted(listing, findable)}
            </div>
        </article>
    }
}

fn views(findable: &Findable) -> impl IntoView + use<> {
    let times = |times: usize| text::count(times, "gang", "gange");
    let words = if findable.views.year == 0 {
        "Ingen har set jeres side endnu. Det kommer.".to_owned()
    } else {
        let (month, year) = (times(findable.views.month), times(findable.views.year));
        format!("Jeres side er vist {month} denne måned og {year} i alt.")
    };
    view! { <section><h2>"Besøg"</h2> <p>{words}</p></section> }
}

fn messages(findable: &Findable) -> impl IntoView + use<> {
    let counts = findable.messages;
    let words = if counts.year == 0 {
        "Ingen har sendt jer en henvendelse endnu.".to_owned()
    } else {
        let year = text::count(counts.year, "henvendelse", "henvendelser");
        format!("I har fået {year}, {} af dem denne måned.", text::number(counts.month))
    };
    let answers = [
        (counts.answered, "har I sagt ja til at svare på"),
        (counts.declined, "har I sagt nej tak til"),
        (counts.silent, "er lukket uden svar"),
        (counts.withdrawn, "venter afsenderen ikke længere på"),
        (counts.waiting, "venter på jer"),
    ];
    let items: Vec<_> = answers
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, words)| view! { <li>{format!("{} {words}", text::number(count))}</li> })
        .collect();
    let list = (!items.is_empty()).then(|| view! { <ul>{items}</ul> });
    view! { <section><h2>"Henvendelser"</h2> <p>{words}</p> {list}</section> }
}

fn searches(findable: &Findable) -> impl IntoView + use<> {
    let rows: Vec<_> = findable.searches.iter().map(search).collect();
    let table = if rows.is_empty() {
        view! {
            <p>"Ingen søgning har vist jer endnu. Jo mere I skriver om det, I sælger, jo flere finder jer."</p>
        }
        .into_any()
    } else {
        view! {
            <p>"De søgninger, der har vist jer oftest. Plads 1 er øverst."</p>
            <div class="table" role="region" aria-label="Søgninger, der viste jer" tabindex="0">
                <table>
                    <thead>
                        <tr>
                            <th scope="col">"Søgning"</th>
                            <th scope="col" class="number">"Denne måned"</th>
                            <th scope="col" class="number">"I alt"</th>
                            <th scope="col" class="number">"Plads i snit"</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        }
        .into_any()
    };
    view! { <section><h2>"Søgninger, der viste jer"</h2> {table}</section> }
}

fn search(found: &FoundBy) -> impl IntoView + use<> {
    let words = if found.words.is_empty() {
        "Uden ord, kun med filtre".into_any()
    } else {
        let query = SearchQuery { text: found.words.clone(), ..SearchQuery::default() };
        view! { <a href=links::search(&query)>{found.words.clone()}</a> }.into_any()
    };
    view! {
        <tr>
            <th scope="row">{words}</th>
            <td class="number">{text::number(found.times.month)}</td>
            <td class="number">{text::number(found.times.year)}</td>
            <td class="number">{format!("{},{}", found.place / 10, found.place % 10)}</td>
        </tr>
    }
}

fn wanted(listing: &Listing, findable: &Findable) -> impl IntoView + use<> {
    let items: Vec<_> = findable.wanted.iter().map(gap).collect();
    let content = if items.is_empty() {
        view! { <p>"Lige nu er der intet i nærheden, som folk søger forgæves efter, og som ligner det, I laver."</p> }
            .into_any()
    } else {
        view! {
            <p>
                "Laver I det? Så skriv det under "
                <a href=links::own(&listing.slug, "salg")>"Hvad I sælger"</a> ", så finder de næste jer."
            </p>
            <ul class="sessions">{items}</ul>
        }
        .into_any()
    };
    view! { <section><h2>"Det søgte folk efter i nærheden uden at finde nok"</h2> {content}</section> }
}

fn gap(gap: &Lacking) -> impl IntoView + use<> {
    let times = usize::try_from(gap.count).unwrap_or_default();
    let place = if gap.place.is_empty() { String::new() } else { format!(" · {}", gap.place) };
    let query = SearchQuery {
        text: format!("{} {}", gap.words, gap.place).trim().to_owned(),
        ..SearchQuery::default()
    };
    view! {
        <li>
            <p>
                <a href=links::search(&query)><strong>{gap.words.clone()}</strong></a>
                <span class="quiet">{place} " · søgt " {text::count(times, "gang", "gange")} ", sidst " {text::date(gap.last)}</span>
            </p>
        </li>
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::model::{MessageCounts, Often};

    fn listing() -> Listing {
        serde_json::from_value(serde_json::json!({ "slug": "a", "name": "A", "state": "draft" })).unwrap()
    }

    #[test]
    fn what_is_empty_is_friendly() {
        let html = page(&listing(), &Findable::default()).body;
        for words in
            ["Ingen har set jeres side endnu", "Ingen søgning har vist jer endnu", "Lige nu er der intet"]
        {
            assert!(html.contains(words), "{words}");
        }
        assert!(html.contains("aria-current=\"page\""));
    }

    #[test]
    fn places_have_a_comma_and_searches_lead_on() {
        let gap = Lacking {
            words: "glas".to_owned(),
            place: "Klarup".to_owned(),
            hits: 0,
            count: 1,
            last: NaiveDate::from_ymd_opt(2026, 11, 22).unwrap(),
        };
        let found = |words: &str| FoundBy {
            words: words.to_owned(),
            times: Often { month: 1, year: 1204 },
            place: 25,
        };
        let findable = Findable {
            views: Often { month: 1, year: 12 },
            searches: vec![found("moedemad"), found("")],
            wanted: vec![gap],
            messages: MessageCounts {
                month: 1,
                year: 3,
                answered: 2,
                waiting: 1,
                ..MessageCounts::default()
            },
        };
        let html = page(&listing(), &findable).body;
        for words in [
            "/virksomheder?q=moedemad",
            "Uden ord, kun med filtre",
            "2,5",
            "1.204",
            "1 gang denne måned og 12 gange i alt",
            "/min-side/a/salg",
            "/virksomheder?q=glas+Klarup",
            "I har fået 3 henvendelser, 1 af dem denne måned.",
            "2 har I sagt ja til at svare på",
        ] {
            assert!(html.contains(words), "{words} {html}");
        }
    }
}
