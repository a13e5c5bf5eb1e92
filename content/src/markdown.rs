//! Markdown to a safe subset of HTML.

use pulldown_cmark::{CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};

use crate::taxonomy::is_slug;

/// Text of editors: all of `CommonMark` and tables; raw HTML is shown as text and
/// headings get an `id` made from their words.
#[must_use]
pub fn article(text: &str) -> String {
    let parser = Parser::new_ext(text, Options::ENABLE_TABLES | Options::ENABLE_HEADING_ATTRIBUTES);
    let mut events: Vec<Event<'_>> = parser.map(harmless).collect();
    number_headings(&mut events);
    render(events)
}

/// The same as a chapter of a longer document: headings one level lower, and their `id` begins with
/// the slug of the chapter.
#[must_use]
pub fn chapter(text: &str, slug: &str) -> String {
    let parser = Parser::new_ext(text, Options::ENABLE_TABLES | Options::ENABLE_HEADING_ATTRIBUTES);
    let mut events: Vec<Event<'_>> = parser.map(harmless).collect();
    number_headings(&mut events);
    for event in &mut events {
        match event {
            Event::Start(Tag::Heading { level, id, .. }) => {
                *level = lower(*level);
                *id = id.take().map(|id| format!("{slug}-{id}").into());
            }
            Event::End(TagEnd::Heading(level)) => *level = lower(*level),
            _ => {}
        }
    }
    render(events)
}

fn lower(level: HeadingLevel) -> HeadingLevel {
    match level {
        HeadingLevel::H1 => HeadingLevel::H2,
        HeadingLevel::H2 => HeadingLevel::H3,
        _ => HeadingLevel::H4,
    }
}

/// The headings of the second level of an [`article`], each with its `id`.
#[must_use]
pub fn contents(text: &str) -> Vec<(String, String)> {
    let mut contents = Vec::new();
    let mut heading: Option<String> = None;
    for event in Parser::new(text) {
        match event {
            Event::Start(Tag::Heading { level: HeadingLevel::H2, .. }) => heading = Some(String::new()),
            Event::Text(words) | Event::Code(words) => {
                if let Some(heading) = &mut heading {
                    heading.push_str(&words);
                }
            }
            Event::End(TagEnd::Heading(HeadingLevel::H2)) => {
                contents.extend(heading.take().map(|words| (slugify(&words), words)));
            }
            _ => {}
        }
    }
    contents
}

/// The addresses a text links to, in order.
pub fn targets(text: &str) -> impl Iterator<Item = String> {
    Parser::new_ext(text, Options::ENABLE_TABLES).filter_map(|event| match event {
        Event::Start(Tag::Link { dest_url, .. }) => Some(dest_url.into_string()),
        _ => None,
    })
}

/// Text of enterprises: paragraphs, emphasis and lists. Headings become paragraphs;
/// links, pictures and raw HTML become their text.
#[must_use]
pub fn description(text: &str) -> String {
    let events = Parser::new(text).filter_map(|event| match event {
        Event::Start(Tag::Heading { .. }) => Some(Event::Start(Tag::Paragraph)),
        Event::End(TagEnd::Heading(_)) => Some(Event::End(TagEnd::Paragraph)),
        Event::Start(Tag::Link { .. } | Tag::Image { .. }) | Event::End(TagEnd::Link | TagEnd::Image) => None,
        other => Some(harmless(other)),
    });
    render(events.collect())
}

/// The text alone, for meta descriptions and the index.
#[must_use]
pub fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for event in Parser::new(text) {
        match event {
            Event::Text(words) | Event::Code(words) => plain.push_str(&words),
            Event::SoftBreak | Event::HardBreak | Event::End(_) => plain.push(' '),
            _ => {}
        }
    }
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The text of an enterprise without markup: a line for each paragraph and each item of a list, as
/// [`description`] shows them.
#[must_use]
pub fn lines(text: &str) -> Vec<String> {
    let mut lines = vec![String::new()];
    for event in Parser::new(text) {
        let line = lines.len() - 1;
        match event {
            Event::Text(words) | Event::Code(words) | Event::Html(words) | Event::InlineHtml(words) => {
                lines[line].push_str(&words);
            }
            Event::SoftBreak | Event::HardBreak => lines[line].push(' '),
            Event::Start(Tag::Item) => lines.push("– ".to_owned()),
            Event::End(
                TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item | TagEnd::CodeBlock | TagEnd::HtmlBlock,
            ) => {
                lines.push(String::new());
            }
            _ => {}
        }
    }
    lines.into_iter().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect()
}

/// Markup in the source is text to the reader.
fn harmless(event: Event<'_>) -> Event<'_> {
    match event {
        Event::Html(markup) | Event::InlineHtml(markup) => Event::Text(markup),
        Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
            let safe =
                dest_url.starts_with('/') || dest_url.starts_with('#') || dest_url.starts_with("https://");
            let dest_url = if safe { dest_url } else { CowStr::Borrowed("#") };
            Event::Start(Tag::Link { link_type, dest_url, title, id })
        }
        other => other,
    }
}

fn number_headings(events: &mut [Event<'_>]) {
    for index in 0..events.len() {
        let words: String = events[index + 1..]
            .iter()
            .take_while(|event| !matches!(event, Event::End(TagEnd::Heading(_))))
            .filter_map(|event| match event {
                Event::Text(text) => Some(text.as_ref()),
                _ => None,
            })
            .collect();
        if let Event::Start(Tag::Heading { id, .. }) = &mut events[index]
            && id.is_none()
        {
            let slug = slugify(&words);
            *id = is_slug(&slug).then(|| slug.into());
        }
    }
}

/// A slug from Danish words: å→aa, æ→ae, ø→oe, the rest to hyphens.
#[must_use]
pub fn slugify(words: &str) -> String {
    let mut slug = String::new();
    for letter in words.chars().flat_map(char::to_lowercase) {
        match letter {
            'å' => slug.push_str("aa"),
            'æ' => slug.push_str("ae"),
            'ø' => slug.push_str("oe"),
            'é' | 'è' => slug.push('e'),
            'a'..='z' | '0'..='9' => slug.push(letter),
            _ if !slug.is_empty() && !slug.ends_with('-') => slug.push('-'),
            _ => {}
        }
    }
    slug.trim_end_matches('-').to_owned()
}

fn render(events: Vec<Event<'_>>) -> String {
    let mut out = String::new();
    html::push_html(&mut out, events.into_iter());
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_what_is_read() {
        let text = "Vi laver **mad**,\nog [øl](https://x).\n\n- en\n- *to*\n\n<b>x</b>\n";
        assert_eq!(lines(text), ["Vi laver mad, og øl.", "– en", "– to", "<b>x</b>"]);
        assert!(lines("").is_empty());
    }

    #[test]
    fn articles_get_heading_ids_and_no_raw_markup() {
        assert_eq!(
            article("## Hvad I kan gøre\n\nHej <script>x</script> [a](javascript:x)"),
            "<h2 id=\"hvad-i-kan-goere\">Hvad I kan gøre</h2>\n<p>Hej &lt;script&gt;x&lt;/script&gt; <a href=\"#\">a</a></p>\n"
        );
    }

    #[test]
    fn chapters_lie_lower_and_have_ids_of_their_own() {
        let text = "## Første skridt\n\n### Lille\n\nHej";
        assert_eq!(
            chapter(text, "a"),
            "<h3 id=\"a-foerste-skridt\">Første skridt</h3>\n<h4 id=\"a-lille\">Lille</h4>\n<p>Hej</p>\n"
        );
        assert_eq!(contents(text), [("foerste-skridt".to_owned(), "Første skridt".to_owned())]);
        assert_eq!(targets("[a](/b) og [c](https://d)").collect::<Vec<_>>(), ["/b", "https://d"]);
    }

    #[test]
    fn descriptions_keep_paragraphs_and_lists_only() {
        assert_eq!(
            description("# Stor\n\n[her](https://a.dk) ![b](c) <b>d</b>\n\n- e"),
            "<p>Stor</p>\n<p>her b &lt;b&gt;d&lt;/b&gt;</p>\n<ul>\n<li>e</li>\n</ul>\n"
        );
    }

    #[test]
    fn plain_is_one_line() {
        assert_eq!(plain("En *god*\nmad\n\n- a\n- b"), "En god mad a b");
    }
}
