//! "Er det stadig rigtigt?"

use leptos::prelude::*;

use super::whole_listing::parts;
use super::{Mail, button, document};
use crate::model::{CONFIRM_DAYS, Question};
use crate::text;

/// Which mail of a round is the last.
const LAST: u8 = 3;

/// Shows each listing whole and asks whether it is right; `yes` is where that is said and `settings` where
/// such mails are chosen, both whole addresses.
#[must_use]
pub fn freshness(questions: &[Question<'_>], yes: &str, settings: &str) -> Mail {
    let names: Vec<&str> = questions.iter().map(|question| question.listing.name.as_str()).collect();
    let subject = match names.as_slice() {
        [name] => format!("Er det stadig rigtigt? {name}"),
        names => format!("Er det stadig rigtigt? Jeres {} sider", names.len()),
    };
    let first = format!("Er det stadig rigtigt, det der står om {} på Samhandel Nord?", text::listed(&names));
    let how = "Læs det igennem herunder. Passer det, så tryk nederst på “Ja, det passer”. I skal ikke logge ind. Er noget forkert, så tryk på “Ret”.";
    let terms = format!("Linket til “Ja, det passer” virker i {CONFIRM_DAYS} dage, og kun én gang.");
    let alone = " Svarer I på, om I har plads, siger I ikke andet end det.";
    let alone = if questions.iter().any(|question| question.places.is_some()) { alone } else { "" };
    let end = "Samhandel Nord. I får mailen, fordi I holder siden. Vælg, hvor tit vi spørger:";
    let listings: String = questions.iter().map(|question| as_text(*question)).collect();
    let ways: String = questions.iter().map(|question| way(question, names.len())).collect();
    let places: String = questions.iter().filter_map(|question| places_way(question, names.len())).collect();
    let text = format!(
        "{first}\n\n{how}\n\n{listings}Ja, det passer:\n{yes}\n\n{ways}{places}{terms}{alone}\n\n--\n{end}\n{settings}\n"
    );
    let blocks: Vec<_> = questions.iter().map(|question| as_html(*question)).collect();
    let buttons: Vec<_> =
        questions.iter().map(|question| button(edit_words(question, names.len()), question.edit)).collect();
    let free: Vec<_> = questions
        .iter()
        .filter_map(|question| Some(button(places_words(question, names.len()), question.places?)))
        .collect();
    let html = document(
        &subject,
        view! {
            <p>{first}</p>
            <p>{how}</p>
            {blocks}
            {button("Ja, det passer", yes)}
            {buttons}
            {free}
            <p>{terms} {alone}</p>
            <p style="font-size:14px;color:#4a5a60">{end} <br /> <a href=settings.to_owned()>{settings.to_owned()}</a></p>
        },
    );
    Mail { subject, text, html }
}

fn way(question: &Question<'_>, listings: usize) -> String {
    format!("{}:\n{}\n\n", edit_words(question, listings), question.edit)
}

fn places_way(question: &Question<'_>, listings: usize) -> Option<String> {
    let address = question.places?;
    Some(format!("{} Svar med et tryk:\n{address}\n\n", places_words(question, listings)))
}

fn places_words(question: &Question<'_>, listings: usize) -> String {
    match listings {
        1 => "Har I plads lige nu?".to_owned(),
        _ => format!("Har {} plads lige nu?", question.listing.name),
    }
}

fn edit_words(question: &Question<'_>, listings: usize) -> String {
    if listings == 1 { "Ret".to_owned() } else { format!("Ret {}", question.listing.name) }
}

/// What a reminder says beside the question.
fn reminder(question: Question<'_>) -> Option<String> {
    match (question.mail, &question.listing.confirmed) {
        (0 | 1, _) => None,
        (LAST.., Some(confirmed)) => Some(format!(
            "Det er sidste gang, vi spørger. Svarer I ikke, kommer der til at stå “Ikke bekræftet siden {}” på siden.",
            text::month(confirmed.on)
        )),
        (LAST.., None) => {
            Some("Det er sidste gang, vi spørger. Svarer I ikke, ser redaktionen på siden.".to_owned())
        }
        _ => Some("Vi har spurgt før og ikke hørt fra jer.".to_owned()),
    }
}

fn as_text(question: Question<'_>) -> String {
    let name = &question.listing.name;
    let head = format!("{name}\n{}", "=".repeat(name.chars().count()));
    let parts = parts(question.listing).into_iter().map(|(heading, lines)| {
        let between = if long(&lines) { "\n\n" } else { "\n" };
        format!("{heading}\n{}", lines.join(between))
    });
    let blocks: Vec<String> = [head].into_iter().chain(reminder(question)).chain(parts).collect();
    format!("{}\n\n", blocks.join("\n\n"))
}

/// Whether lines are paragraphs, which stand apart.
fn long(lines: &[String]) -> bool {
    lines.iter().any(|line| line.chars().count() > 200)
}

fn as_html(question: Question<'_>) -> impl IntoView + use<> {
    let parts: Vec<_> = parts(question.listing)
        .into_iter()
        .map(|(heading, lines)| {
            let lines: Vec<_> =
                lines.into_iter().map(|line| view! { <p style="margin:0 0 4px">{line}</p> }).collect();
            view! { <h3 style="margin:16px 0 2px;font-size:15px;color:#4a5a60">{heading}</h3> {lines} }
        })
        .collect();
    view! {
        <div style="margin:24px 0;padding:4px 20px 16px;background:#fff;border-radius:6px">
            <h2 style="margin:12px 0 0;font-size:20px">{question.listing.name.clone()}</h2>
            {reminder(question).map(|words| view! { <p style="margin:4px 0"><b>{words}</b></p> })}
            {parts}
        </div>
    }
}

#[cfg(test)]
mod tests {
    use content::Listing;
    use serde_json::json;

    use super::*;

    fn listing(name: &str) -> Listing {
        serde_json::from_value(json!({
            "slug": "koekken", "name": name, "state": "public", "one_line": "Mad <b> & øl",
            "description": "Vi laver **mad**.\n\n<script>x</script>",
            "municipality": "aalborg", "trades": ["kantine-catering"],
            "phone": "98 00 00 00", "email": "hej@example.dk",
            "addresses": [{ "street": "Gade 1", "postcode": "9000", "town": "Aalborg" }],
            "offers": [{ "title": "Frokost", "text": "Til møder.", "kind": "service" }],
            "delivery": { "region": true },
            "placement": {
                "schemes": ["virksomhedspraktik"],
                "free": [{ "scheme": "virksomhedspraktik", "count": 2, "confirmed": "2026-03-01" }]
            },
            "confirmed": { "on": "2026-03-09", "by": "virksomheden" }
        }))
        .unwrap()
    }

    fn mail(listings: &[Listing], mail: u8) -> Mail {
        mail_asking(listings, mail, None)
    }

    fn mail_asking(listings: &[Listing], mail: u8, places: Option<&str>) -> Mail {
        let questions: Vec<_> = listings
            .iter()
            .map(|listing| Question { listing, mail, edit: "https://x/ret", places })
            .collect();
        freshness(&questions, "https://x/ja", "https://x/mails")
    }

    #[test]
    fn the_whole_listing_stands_in_both_bodies() {
        let mail = mail(&[listing("A <b>")], 1);
        assert!(mail.text.starts_with("Er det stadig rigtigt, det der står om A <b> på Samhandel Nord?\n"));
        for words in [
            "Vi laver mad.",
            "Frokost: Til møder.",
            "Leverer i hele Nordjylland",
            "Virksomhedspraktik: 2 ledige, sagt 1. marts 2026",
            "Telefon: 98 00 00 00",
            "Mail: hej@example.dk",
            "Gade 1, 9000 Aalborg",
            "https://x/ja",
            "https://x/ret",
            "https://x/mails",
            "60 dage",
        ] {
            assert!(mail.text.contains(words) && mail.html.contains(words), "{words} in {mail:#?}");
        }
        assert!(!mail.text.contains("spurgt før"));
    }

    #[test]
    fn whoever_has_schemes_is_asked_for_free_places_each_for_itself() {
        let one = mail_asking(&[listing("A")], 1, Some("https://x/plads"));
        let two = mail_asking(&[listing("A"), listing("B")], 1, Some("https://x/plads"));
        for body in [&one.text, &one.html] {
            assert!(body.contains("Har I plads lige nu?") && body.contains("https://x/plads"), "{body}");
        }
        for body in [&two.text, &two.html] {
            assert!(body.contains("Har A plads lige nu?") && body.contains("Har B plads lige nu?"), "{body}");
        }
        assert!(!mail(&[listing("A")], 1).text.contains("plads lige nu"));
    }

    #[test]
    fn markup_is_text() {
        let mail = mail(&[listing("A <b>")], 1);
        assert!(mail.html.contains("A &lt;b&gt;") && mail.html.contains("Mad &lt;b&gt; &amp; øl"));
        assert!(!mail.html.contains("<script") && !mail.html.contains("<b>") && !mail.html.contains("<img"));
        assert!(mail.text.contains("Mad <b> & øl"));
    }

    #[test]
    fn reminders_say_so_and_several_listings_share_a_mail() {
        let second = mail(&[listing("A")], 2);
        assert!(second.text.contains("spurgt før") && second.html.contains("spurgt før"));
        let last = mail(&[listing("A"), Listing { confirmed: None, ..listing("B") }], 3);
        assert_eq!(last.subject, "Er det stadig rigtigt? Jeres 2 sider");
        for body in [&last.text, &last.html] {
            assert!(body.contains("A og B") && body.contains("Ret A") && body.contains("Ret B"), "{body}");
            assert!(body.contains("“Ikke bekræftet siden marts 2026”"));
            assert_eq!(body.matches("ser redaktionen på siden").count(), 1);
        }
        assert_eq!(last.text.matches("https://x/ja").count(), 1);
    }
}
