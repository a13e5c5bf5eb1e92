use super::check::{is_search, known};
use super::*;
use crate::taxonomy::{Municipality, Scheme, Trade};

/// Addresses that are neither articles nor made of a vocabulary.
const FIXED: [&str; 22] = [
    "/",
    "/virksomheder",
    "/kommuner",
    "/brancher",
    "/opret",
    "/log-ind",
    "/om",
    "/om/kontakt",
    "/om/privatliv",
    "/om/cookies",
    "/om/databeskyttelse",
    "/tilgaengelighed",
    "/liste",
    "/liste/pladser",
    "/match",
    "/eftervaern",
    "/hjaelp/rimelighed",
    "/samhandel/indkoebstjek",
    "/metodekatalog/alt",
    "/ordninger",
    "/feed.xml",
    "/sitemap.xml",
];

/// Addresses inside the site that an article names, without the part after `#`.
fn inner(article: &Article, body: &str) -> Vec<String> {
    let all = markdown::targets(body).chain([article.head.next.href.clone()]);
    let inner = all.filter(|target| target.starts_with('/'));
    inner.map(|target| target.split('#').next().unwrap_or_default().to_owned()).collect()
}

/// Whether an address made of a vocabulary or one of [`FIXED`] is there; `listings` are the slugs of
/// listings and `articles` the addresses of articles.
fn is_known(target: &str, listings: &[String], articles: &[String]) -> bool {
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    if !query.is_empty() {
        return ["/virksomheder", "/samhandel/indkoebstjek"].contains(&path) && is_search(query);
    }
    let below = |folder: &str| path.strip_prefix(folder);
    FIXED.contains(&path)
        || articles.iter().any(|article| article == path)
        || below("/virksomheder/").is_some_and(|slug| listings.iter().any(|listing| listing == slug))
        || below("/kommuner/").is_some_and(known::<Municipality>)
        || below("/brancher/").is_some_and(known::<Trade>)
        || below("/ordninger/").is_some_and(known::<Scheme>)
}

/// An article with its facts and text replaced.
fn message(head: &str, body: &str) -> String {
    let text = format!("+++\n{head}\n+++\n{body}");
    parse("articles/csr/a.md", &text).unwrap_err().to_string()
}

const HEAD: &str = "title = \"A\"\ndescription = \"En beskrivelse, der er lang nok til at stå i en liste.\"\n\
                    updated = \"2026-11-21\"\nnext = { label = \"Søg\", href = \"/virksomheder\" }";

#[test]
fn every_article_is_right() {
    let articles = load().unwrap_or_else(|fault| panic!("{fault}"));
    let addresses: Vec<String> = articles.iter().map(Article::path).collect();
    let listings = crate::seed::listings().unwrap();
    let listings: Vec<String> =
        listings.into_iter().filter(crate::Listing::is_visible).map(|listing| listing.slug).collect();
    #[expect(clippy::disallowed_methods, reason = "an article is not gone through tomorrow")]
    let today = chrono::Utc::now().date_naive() + chrono::Days::new(1);
    for folder in Folder::Articles.folders() {
        for (path, text) in Folder::Articles.files_in(&folder, "md").into_iter().map(Result::unwrap) {
            let article = parse(&path, text).unwrap();
            let (_, body) = text[4..].split_once("\n+++\n").unwrap();
            for target in inner(&article, body) {
                let fault = Fault::at(&path, text, &target, format!("leads nowhere: {target}"));
                assert!(is_known(&target, &listings, &addresses), "{fault}");
            }
            let fault = Fault::at(&path, text, "updated", "was gone through in the future");
            assert!(article.head.updated <= today, "{fault}");
        }
    }
}

#[test]
fn every_section_begins_where_the_site_leads() {
    for path in [
        "/samhandel",
        "/samhandel/offentlige-indkoeb",
        "/csr",
        "/cases",
        "/metodekatalog",
        "/om/projekt",
        "/om/netvaerk",
        "/for-virksomheder",
        "/match/for-kommuner",
        "/match/for-virksomheder",
    ] {
        assert!(article(path).is_some(), "{path}");
    }
    assert!(article("/csr/index").is_none() && article("/nej").is_none());
    assert!(article("/samhandel/offentlige-indkoeb").unwrap().head.sourced);
}

#[test]
fn mistakes_name_file_and_line() {
    assert_eq!(
        message(&format!("{HEAD}\nfarve = 1"), "x"),
        "content/articles/csr/a.md:6: unknown field `farve`, expected one of `title`, `description`, `updated`, \
         `order`, `sourced`, `related`, `next`, `shows`, `sources`"
    );
    let without_next = HEAD.rsplit_once('\n').unwrap().0;
    assert_eq!(message(without_next, "x"), "content/articles/csr/a.md:2: missing field `next`");
    assert_eq!(
        message(&format!("{HEAD}\nrelated = \"branche=tryl\""), "x"),
        "content/articles/csr/a.md:6: no search: branche=tryl"
    );
    assert_eq!(message(HEAD, "## B\n\n## C\n\nx"), "content/articles/csr/a.md:7: a heading without text");
    assert_eq!(message(HEAD, "## B\n\n### C\n\nx\n"), "content/articles/csr/a.md:7: a heading without text");
    assert_eq!(message(HEAD, "## B\n\nx\n\n### C\n"), "content/articles/csr/a.md:7: a heading without text");
    assert_eq!(
        message(&format!("{HEAD}\nsourced = true"), "## B\n\nx [y](/z)"),
        "content/articles/csr/a.md:8: the section names no source"
    );
}

#[test]
fn addresses_are_known_or_not() {
    let (listings, articles) = (["a".to_owned()], ["/csr".to_owned()]);
    for target in [
        "/",
        "/csr",
        "/virksomheder/a",
        "/brancher/metal",
        "/ordninger/stu",
        "/virksomheder?q=mad&kommune=aalborg",
    ] {
        assert!(is_known(target, &listings, &articles), "{target}");
    }
    for target in ["/nej", "/csr?q=a", "/virksomheder/b", "/brancher/tryl", "/virksomheder?samarbejde=tryl"] {
        assert!(!is_known(target, &listings, &articles), "{target}");
    }
}

#[test]
fn reading_takes_a_minute_at_least() {
    let text = format!("+++\n{HEAD}\n+++\n{}", "ord ".repeat(401));
    assert_eq!(parse("articles/csr/a.md", &text).unwrap().minutes, 3);
    let text = format!("+++\n{HEAD}\n+++\n");
    assert_eq!(parse("articles/csr/a.md", &text).unwrap().minutes, 1);
}
