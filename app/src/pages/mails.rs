//! How often the enterprise is asked whether its listing is right, and whether a member wants to be.

use content::listing::CONFIRM_MONTHS;
use leptos::prelude::*;

use crate::model::{InvalidDay, InvalidMails, MailSettings, MailsForm, NextMail, NoMail};
use crate::page::Page;
use crate::parts::crumbs::crumbs;
use crate::parts::form::error_summary;
use crate::parts::notice::notice;
use crate::parts::own_nav::own_nav;
use crate::{links, text};

/// What to do when none of the offered times was chosen.
const CHOOSE: &str = "Vælg, hvor tit vi skal spørge.";

/// The form with what is chosen, or with what was sent and what is wrong with it.
#[must_use]
pub fn page(settings: &MailSettings, form: &MailsForm, refused: InvalidMails) -> Page {
    let title = format!("Mails om {}", settings.listing.name);
    let page = Page::new(title, "Jeres egen side i kataloget.", "", view(settings, form, refused));
    Page { canonical: None, indexed: false, kept: false, ..page }
}

fn wrong_day(wrong: InvalidDay) -> &'static str {
    match wrong {
        InvalidDay::Missing => "Vælg den dag, I igen vil have mails.",
        InvalidDay::Malformed => "Skriv dagen som år, måned og dag, for eksempel 2027-03-01.",
        InvalidDay::Past => "Vælg en dag efter i dag.",
    }
}

fn view(settings: &MailSettings, form: &MailsForm, refused: InvalidMails) -> impl IntoView + use<> {
    let listing = &settings.listing;
    let wrong_day = refused.until.map(wrong_day);
    let refusals: Vec<_> = (refused.months.then_some(("maaneder-3", CHOOSE)).into_iter())
        .chain(wrong_day.map(|words| ("indtil", words)))
        .collect();
    let saved = settings.saved.then(|| notice("info", view! { <p role="status">"Det er gemt."</p> }));
    view! {
        <article class="page own">
            {crumbs(vec![("Min side", links::MY_PAGE.to_owned())]).into_any()}
            {own_nav(&listing.slug, "mails")}
            <div class="own-main">
                {error_summary(&refusals)}
                {saved}
                <h1>{format!("Mails om {}", listing.name)}</h1>
                <p class="lead">
                    "Med mellemrum sender vi jer hele siden og spørger, om den stadig er rigtig. I svarer med et klik og uden at logge ind."
                </p>
                {settings.member.then(|| notice("mail", view! { <p>{next(settings.next)}</p> }))}
                <form method="post" action=links::own(&listing.slug, "mails") novalidate>
                    {months(form, refused.months)}
                    {settings.member.then(|| quiet(form, wrong_day))}
                    <button class="button">"Gem"</button>
                </form>
            </div>
        </article>
    }
}

fn next(next: NextMail) -> String {
    match next {
        NextMail::On(day) => {
            format!("Næste mail til jer kommer {}, hvis ingen bekræfter siden før.", text::date(day))
        }
        NextMail::None(why) => match why {
            NoMail::Paused => "Siden holder pause, så vi spørger ikke.",
            NoMail::Unwanted => "I tager ikke imod henvendelser, så vi spørger ikke.",
            NoMail::Quiet => "I har sagt nej til mails, så vi spørger ikke.",
            NoMail::AllSent => "Vi har spurgt tre gange. Vi spørger igen, når siden har været bekræftet.",
            NoMail::NotAsked => "Vi spørger de af jeres kolleger, der kan invitere andre.",
        }
        .to_owned(),
    }
}

fn months(form: &MailsForm, refused: bool) -> impl IntoView + use<> {
    let choices: Vec<_> = CONFIRM_MONTHS
        .into_iter()
        .map(|months| {
            let value = months.to_string();
            view! {
                <label class="choice">
                    <input
                        type="radio"
                        id=format!("maaneder-{months}")
                        name="maaneder"
                        value=value.clone()
                        checked=form.maaneder == value
                    />
                    " " {match months {
                        12 => "En gang om året".to_owned(),
                        months => format!("Hver {months}. måned"),
                    }}
                </label>
            }
        })
        .collect();
    view! {
        <fieldset class="form-field" data-refused=refused.then_some("") aria-describedby=if refused { "maaneder-fejl maaneder-hjaelp" } else { "maaneder-hjaelp" }>
            <legend>"Hvor tit skal vi spørge?"</legend>
            <p class="help" id="maaneder-hjaelp">
                "Det gælder for siden. Når en af jer har bekræftet den, begynder tiden forfra. Svarer ingen, minder vi om det to gange, og så står der på siden, at den ikke er bekræftet."
            </p>
            {refused.then(|| view! { <p class="error" id="maaneder-fejl">{CHOOSE}</p> })}
            {choices}
        </fieldset>
    }
}

fn quiet(form: &MailsForm, wrong_day: Option<&'static str>) -> impl IntoView + use<> {
    let choice = |value: &'static str, words: &'static str| {
        let chosen = form.ro == value || (value == "nej" && form.ro.is_empty());
        view! {
            <label class="choice">
                <input type="radio" id=format!("ro-{value}") name="ro" value=value checked=chosen />
                " " {words}
            </label>
        }
    };
    let described = if wrong_day.is_some() { "indtil-fejl ro-hjaelp" } else { "ro-hjaelp" };
    view! {
        <fieldset class="form-field" data-refused=wrong_day.map(|_| "") aria-describedby="ro-hjaelp">
            <legend>"Skal mailene også komme til jeres egen adresse?"</legend>
            <p class="help" id="ro-hjaelp">
                "Det gælder kun den adresse, I er logget ind med. Den får højst én af disse mails om ugen."
            </p>
            {choice("nej", "Ja")} {choice("altid", "Nej, slet ikke")} {choice("til", "Ikke før denne dag:")}
            {wrong_day.map(|words| view! { <p class="error" id="indtil-fejl">{words}</p> })}
            <input
                type="date"
                id="indtil"
                name="indtil"
                aria-label="Ikke før denne dag"
                value=form.indtil.clone()
                aria-describedby=described
                aria-invalid=wrong_day.map(|_| "true")
            />
        </fieldset>
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;

    fn settings(member: bool, next: NextMail) -> MailSettings {
        let listing =
            serde_json::from_value(serde_json::json!({ "slug": "a", "name": "<A>", "state": "draft" }))
                .unwrap();
        MailSettings { listing, member, next, saved: false }
    }

    #[test]
    fn what_was_typed_stays_and_what_is_wrong_stands_beside_it() {
        let day = NaiveDate::from_ymd_opt(2027, 3, 1).unwrap();
        let form =
            MailsForm { maaneder: "5".to_owned(), ro: "til".to_owned(), indtil: "\"i går".to_owned() };
        let refused = InvalidMails { months: true, until: Some(InvalidDay::Malformed) };
        let html = page(&settings(true, NextMail::On(day)), &form, refused).body;
        assert!(html.contains("value=\"&quot;i går\"") && html.contains("value=\"til\" checked"), "{html}");
        assert_eq!(html.matches(CHOOSE).count(), 2);
        assert_eq!(html.matches("Skriv dagen som").count(), 2);
        assert!(html.contains("kommer 1. marts 2027") && html.contains("&lt;A&gt;"));
    }

    #[test]
    fn an_editor_chooses_for_the_enterprise_only() {
        let form = MailsForm { maaneder: "12".to_owned(), ..MailsForm::default() };
        let html =
            page(&settings(false, NextMail::None(NoMail::NotAsked)), &form, InvalidMails::default()).body;
        assert!(html.contains("value=\"12\" checked") && !html.contains("name=\"ro\""), "{html}");
    }
}
