//! Every scheme in one line, as the vocabulary has it.

use chrono::NaiveDate;
use content::taxonomy::{Entry, Scheme, Term};
use leptos::prelude::*;

use crate::{links, text};

/// Those that have not ended, each with what is known of its law and its days; `checked` is the day the
/// article was gone through.
pub fn schemes(checked: NaiveDate, today: NaiveDate) -> impl IntoView + use<> {
    let lines: Vec<_> = Scheme::all()
        .iter()
        .filter(|scheme| scheme.valid_to.is_none_or(|last| last >= today))
        .map(|scheme| {
            view! {
                <li>
                    <a href=links::scheme(scheme.slug())>{scheme.label()}</a>
                    <span>{line(scheme, today)}</span>
                </li>
            }
        })
        .collect();
    view! {
        <section class="schemes">
            <h2 id="ordningerne">"Ordningerne i én linje hver"</h2>
            <p class="quiet">{format!("Gennemgået {}. Tjek gældende regler hos kommunen.", text::date(checked))}</p>
            <ul class="explained">{lines}</ul>
        </section>
    }
}

fn line(scheme: &Scheme, today: NaiveDate) -> String {
    let law = scheme.law.as_ref().map(|law| format!("{law}."));
    let from = scheme.valid_from.filter(|first| *first > today);
    let from = from.map(|first| format!("Findes fra {}.", text::date(first)));
    let to = scheme.valid_to.map(|last| format!("Gælder til og med {}.", text::date(last)));
    let parts = [Some(scheme.help().to_owned()), law, from, to, scheme.valid_note.clone()];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_scheme_leads_to_its_page_with_what_is_uncertain() {
        let day = "2026-11-22".parse().unwrap();
        let html = schemes(day, day).to_html();
        for scheme in Scheme::all() {
            assert!(html.contains(&format!("href=\"/ordninger/{}\"", scheme.slug())), "{}", scheme.slug());
        }
        assert!(html.contains("lov nr. 1750 af 29. december 2025"));
        assert!(html.contains("Servicelovens § 103.") && html.contains("Gennemgået 22. november 2026."));
    }
}
