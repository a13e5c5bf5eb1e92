//! The articles and the newest listings as an Atom feed (RFC 4287).

use std::fmt::Write as _;
use std::sync::Arc;

use chrono::NaiveDate;
use content::Listing;
use content::articles::articles;

use crate::documents::escaped;
use crate::links;

/// Listings in the feed, the newest.
pub const LISTINGS: usize = 20;

/// One thing to read.
struct Entry {
    path: String,
    title: String,
    summary: String,
    updated: NaiveDate,
}

/// The feed, the newest first. A listing whose day in the catalogue is not known is left out.
#[must_use]
pub fn atom(base_url: &str, newest: &[Arc<Listing>]) -> String {
    let mut entries: Vec<Entry> = read().chain(newest.iter().filter_map(|new| listed(new))).collect();
    entries.sort_by(|a, b| (b.updated, &a.path).cmp(&(a.updated, &b.path)));
    let base = escaped(base_url);
    let updated = entries.first().map_or_else(String::new, |newest| moment(newest.updated));
    let mut xml = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"da\">\n\
         <title>Samhandel Nord</title>\n<id>{base}/</id>\n<updated>{updated}</updated>\n\
         <author><name>Samhandel Nord</name></author>\n\
         <link rel=\"self\" type=\"application/atom+xml\" href=\"{base}{feed}\"/>\n\
         <link rel=\"alternate\" type=\"text/html\" href=\"{base}/\"/>\n",
        feed = links::FEED,
    );
    for entry in &entries {
        let address = format!("{base}{}", escaped(&entry.path));
        let _ = writeln!(
            xml,
            "<entry><title>{}</title><id>{address}</id><link href=\"{address}\"/><updated>{}</updated>\
             <summary>{}</summary></entry>",
            escaped(&entry.title),
            moment(entry.updated),
            escaped(&entry.summary),
        );
    }
    xml.push_str("</feed>\n");
    xml
}

fn read() -> impl Iterator<Item = Entry> {
    articles().iter().map(|article| Entry {
        path: article.path(),
        title: article.head.title.clone(),
        summary: article.head.description.clone(),
        updated: article.head.updated,
    })
}

fn listed(listing: &Listing) -> Option<Entry> {
    Some(Entry {
        path: links::listing(listing),
        title: format!("Ny i kataloget: {}", listing.name),
        summary: listing.one_line.clone(),
        updated: listing.published?,
    })
}

/// The beginning of the day, as Atom asks for it.
fn moment(day: NaiveDate) -> String {
    format!("{day}T00:00:00Z")
}
