//! Articles, the purchase check, the whole method catalogue and the feed.

use app::catalogue::Catalogue;
use app::feed::{LISTINGS, atom};
use app::links;
use app::model::SearchQuery;
use content::articles::{articles, section};

use crate::fixture::Fixture;
use crate::html::{assert_balanced, between, values, words};
use crate::{BASE_URL, get, ready};

/// How many hits the search with this query has.
fn hits(catalogue: &Fixture, query: &str) -> usize {
    ready(catalogue.search(&SearchQuery::parse(query))).unwrap().total
}

#[test]
fn every_article_leads_on_and_shows_who_sells_it() {
    let catalogue = Fixture::seed();
    for article in articles() {
        let path = article.path();
        let html = get(&catalogue, &path).html;
        let next = article.head.next.href.replace('&', "&amp;");
        assert!(html.contains(&format!("<a href=\"{next}\" class=\"button\">")), "{path}");
        assert!(html.contains("\"@type\":\"Article\"") && html.contains("\"dateModified\":\"20"), "{path}");
        if let Some((links::SEARCH, query)) = article.head.next.href.split_once('?') {
            assert_eq!(SearchQuery::parse(query).to_query_string(), query, "{path}");
            assert!(hits(&catalogue, query) > 0, "{path}: nothing is found by {query}");
        }
        if let Some(query) = &article.head.related {
            assert_eq!(&SearchQuery::parse(query).to_query_string(), query, "{path}");
            assert!(hits(&catalogue, query) > 0, "{path}: nothing is related by {query}");
            assert!(html.contains("Virksomheder at begynde med"), "{path}");
        }
        for (id, _) in &article.contents {
            assert!(values(&html, "id").contains(&id.as_str()), "{path}: #{id}");
        }
    }
}

#[test]
fn what_is_law_is_said_to_be_no_advice() {
    let catalogue = Fixture::seed();
    for path in [
        links::TRADING,
        links::PUBLIC_BUYING,
        links::CSR,
        links::MATCH_FOR_MUNICIPALITIES,
        links::MATCH_FOR_ENTERPRISES,
        "/metodekatalog/ansat-hos-dem",
    ] {
        assert!(words(&get(&catalogue, path).html).contains("ikke juridisk rådgivning"), "{path}");
    }
}

#[test]
fn the_whole_catalogue_of_methods_has_every_chapter() {
    let html = get(&Fixture::seed(), links::WHOLE_METHODS).html;
    for chapter in section("metodekatalog") {
        assert!(values(&html, "id").contains(&chapter.slug.as_str()), "{}", chapter.slug);
        assert!(values(&html, "href").contains(&format!("#{}", chapter.slug).as_str()), "{}", chapter.slug);
    }
    assert_eq!(html.matches("<section class=\"chapter\">").count(), section("metodekatalog").count());
}

#[test]
fn the_purchase_check_counts_what_is_ticked() {
    let catalogue = Fixture::seed();
    let none = get(&catalogue, links::PURCHASE_CHECK).html;
    assert!(!none.contains("id=\"svar\"") && !none.contains(" checked"));
    let one = get(&catalogue, "/samhandel/indkoebstjek?branche=kantine-catering&q=x&rsv=1").html;
    let answer = between(&one, "id=\"svar\"", "</section>");
    let count = hits(&catalogue, "branche=kantine-catering");
    assert!(answer.contains(&format!("<span class=\"number\">{count}</span>")), "{answer}");
    assert!(answer.contains("href=\"/virksomheder?branche=kantine-catering\""), "{answer}");
    assert_eq!(one.matches(" checked").count(), 1);
    assert!(one.contains("noindex") && !none.contains("noindex"));
    let lost = get(&catalogue, "/samhandel/indkoebstjek?branche=metal&naer=Kiruna").html;
    assert!(lost.contains("Vi kender ikke stedet Kiruna"));
}

#[test]
fn the_feed_has_the_articles_and_dated_listings() {
    let catalogue = Fixture::seed();
    let xml = atom(BASE_URL, &ready(catalogue.newest(LISTINGS)).unwrap());
    assert_balanced(
        &xml.replace("/>", "></x>")
            .replace("<link", "<x")
            .replace("<?xml version=\"1.0\" encoding=\"UTF-8\"?>", ""),
    );
    assert!(xml.matches("<entry>").count() >= articles().len());
    for article in articles() {
        assert!(xml.contains(&format!("<id>{BASE_URL}{}</id>", article.path())), "{}", article.path());
    }
    let days: Vec<&str> = xml.split("<updated>").skip(1).map(|rest| &rest[..10]).collect();
    assert!(days[1..].is_sorted_by(|a, b| a >= b), "{days:?}");
    assert!(get(&catalogue, "/").html.contains("type=\"application/atom+xml\""));
}
