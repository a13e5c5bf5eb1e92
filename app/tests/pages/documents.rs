//! What machines read.

use app::catalogue::Catalogue;
use app::documents::{opensearch, robots, sitemap};
use content::articles::articles;

use crate::fixture::Fixture;
use crate::html::assert_balanced;
use crate::{BASE_URL, get, ready};

#[test]
fn the_sitemap_names_every_page_for_search_engines() {
    let catalogue = Fixture::seed();
    let slugs = ready(catalogue.slugs()).unwrap();
    let xml = sitemap(BASE_URL, &slugs);
    assert_balanced(&xml);
    let addresses: Vec<&str> =
        xml.split("<loc>").skip(1).map(|rest| rest.split("</loc>").next().unwrap()).collect();
    assert_eq!(addresses.len(), 16 + 11 + 21 + 15 + articles().len() + slugs.len());
    for address in addresses {
        let document = get(&catalogue, address.strip_prefix(BASE_URL).unwrap());
        assert_eq!(document.status, 200, "{address}");
        assert!(!document.html.contains("noindex"), "{address}");
        assert!(document.html.contains(&format!("<link rel=\"canonical\" href=\"{address}\"")), "{address}");
    }
}

#[test]
fn addresses_are_escaped() {
    let xml = sitemap("https://a.dk/?b&c", &[]);
    assert!(xml.contains("https://a.dk/?b&amp;c/virksomheder") && !xml.contains("b&c"));
}

#[test]
fn robots_find_the_sitemap() {
    assert!(robots(BASE_URL).ends_with("\nSitemap: https://samhandel.example/sitemap.xml\n"));
}

#[test]
fn browsers_learn_to_search() {
    let xml = opensearch(BASE_URL);
    assert_balanced(&xml);
    assert!(xml.contains("template=\"https://samhandel.example/virksomheder?q={searchTerms}\""));
}
