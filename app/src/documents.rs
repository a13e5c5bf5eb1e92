//! The documents that machines read.

use std::fmt::Write as _;

use content::articles::{Article, articles};
use content::taxonomy::{Entry, Municipality, Scheme, Term, Trade};

use crate::links;

/// All addresses that search engines may list.
#[must_use]
pub fn sitemap(base_url: &str, slugs: &[String]) -> String {
    let fixed = [
        links::FRONT,
        links::SEARCH,
        links::MUNICIPALITIES,
        links::TRADES,
        links::ABOUT,
        links::CONTACT,
        links::PRIVACY,
        links::COOKIES,
        links::DATA_PROTECTION,
        links::ACCESSIBILITY,
        links::PURCHASE_CHECK,
        links::MATCH,
        links::WHOLE_METHODS,
        links::AFTERCARE,
        links::REASONABLE,
        links::SCHEMES,
    ];
    let paths = fixed
        .into_iter()
        .map(str::to_owned)
        .chain(Municipality::all().iter().map(|place| links::municipality(place.slug())))
        .chain(Trade::all().iter().map(|trade| links::trade(trade.slug())))
        .chain(Scheme::all().iter().map(|scheme| links::scheme(scheme.slug())))
        .chain(articles().iter().map(Article::path))
        .chain(slugs.iter().map(|slug| links::listing_at(slug)));
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    for path in paths {
        let _ = writeln!(xml, "<url><loc>{}</loc></url>", escaped(&format!("{base_url}{path}")));
    }
    xml.push_str("</urlset>\n");
    xml
}

/// Where robots may go: everywhere.
#[must_use]
pub fn robots(base_url: &str) -> String {
    format!("User-agent: *\nAllow: /\n\nSitemap: {base_url}/sitemap.xml\n")
}

/// The search, for the search field of browsers.
#[must_use]
pub fn opensearch(base_url: &str) -> String {
    let base_url = escaped(base_url);
    format!(
        r#"<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
<ShortName>Samhandel Nord</ShortName>
<Description>Søg blandt socialøkonomiske virksomheder i Nordjylland</Description>
<Language>da</Language>
<InputEncoding>UTF-8</InputEncoding>
<Image width="16" height="16" type="image/svg+xml">{base_url}{mark}</Image>
<Url type="text/html" template="{base_url}{search}?q={{searchTerms}}"/>
</OpenSearchDescription>
"#,
        mark = crate::assets::asset("mark.svg"),
        search = links::SEARCH,
    )
}

/// Text fit for XML.
#[must_use]
pub(crate) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
