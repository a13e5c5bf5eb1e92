//! The plan for keeping contact: its page, and its calendar as a program reads it.

use app::model::is_workday;
use axum::http::{StatusCode, header};
use chrono::NaiveDate;
use icalendar::{Calendar, Component, DatePerhapsTime, Event};

use crate::test_site::TestSite;

const ALL: &str = "trin=1-uge&trin=2-uger&trin=1-maaned&trin=3-maaneder&trin=6-maaneder&trin=12-maaneder";

async fn file(site: &TestSite, query: &str) -> String {
    let answer = site.get(&format!("/eftervaern.ics?{query}")).await;
    assert_eq!(answer.status, StatusCode::OK, "{query}");
    assert_eq!(answer.headers[header::CONTENT_TYPE], "text/calendar; charset=utf-8");
    assert_eq!(answer.header("content-disposition"), "attachment; filename=\"eftervaern.ics\"");
    assert_eq!(answer.header("cache-control"), "no-store");
    answer.body
}

fn day(at: Option<DatePerhapsTime>) -> NaiveDate {
    match at {
        Some(DatePerhapsTime::Date(day)) => day,
        other => panic!("no whole day: {other:?}"),
    }
}

fn events(calendar: &Calendar) -> Vec<&Event> {
    calendar.events().collect()
}

#[tokio::test]
async fn the_calendar_is_read_as_the_plan_says() {
    let site = TestSite::empty().await;
    let text = file(&site, "start=2026-11-28&med=borger&hvem=mentor").await;
    let calendar: Calendar = text.parse().unwrap();
    assert_eq!(calendar.property_value("VERSION"), Some("2.0"));
    assert_eq!(calendar.property_value("PRODID"), Some("-//Samhandel Nord//Eftervaern//DA"));
    let read: Vec<_> = events(&calendar)
        .iter()
        .map(|event| {
            (
                event.get_uid().unwrap().to_owned(),
                day(event.get_start()).to_string(),
                event.get_summary().unwrap(),
            )
        })
        .collect();
    let uid = |step: &str| format!("2026-11-28-{step}@eftervaern.samhandel-nord");
    assert_eq!(
        read,
        [
            (uid("1-uge"), "2026-12-07".to_owned(), "Efterværn: samtale efter 1 uge"),
            (uid("1-maaned"), "2026-12-28".to_owned(), "Efterværn: samtale efter 1 måned"),
            (uid("3-maaneder"), "2027-03-01".to_owned(), "Efterværn: samtale efter 3 måneder"),
        ]
    );
    for event in events(&calendar) {
        assert_eq!(
            event.get_timestamp().unwrap().to_rfc3339(),
            "2026-11-21T00:00:00+00:00",
            "the clock of the site"
        );
        assert_eq!(day(event.get_end()), day(event.get_start()).succ_opt().unwrap());
        let description = event.get_description().unwrap();
        assert!(
            description
                .starts_with("Med borgeren. Ansvarlig: mentor.\nSamtalen er frivillig.\nSpørg borgeren:\n- ")
        );
        assert!(!description.contains("Spørg virksomheden"), "{description}");
        let (_, guide) = description.split_once("http://127.0.0.1:3000").unwrap();
        assert_eq!(site.get(guide.split('#').next().unwrap()).await.status, StatusCode::OK, "{guide}");
        let alarms: Vec<_> =
            event.components().iter().map(|alarm| alarm.property_value("TRIGGER").unwrap()).collect();
        // A Monday, the Monday after Christmas, a Monday.
        let before = if day(event.get_start()).to_string() == "2026-12-28" { "-P3DT15H" } else { "-P2DT15H" };
        assert_eq!(alarms, [before, "PT9H"]);
        for alarm in event.components() {
            assert_eq!(
                (alarm.component_kind().as_str(), alarm.property_value("ACTION")),
                ("VALARM", Some("DISPLAY"))
            );
            assert_eq!(alarm.property_value("DESCRIPTION"), event.get_summary());
        }
    }
}

#[tokio::test]
async fn every_day_of_many_plans_is_a_working_day_in_order() {
    let site = TestSite::empty().await;
    let first: NaiveDate = "2026-01-01".parse().unwrap();
    for start in first.iter_days().step_by(11).take(120) {
        let text = file(&site, &format!("start={start}&{ALL}")).await;
        assert!(text.split("\r\n").all(|line| line.len() <= 75 && !line.contains(['\r', '\n'])), "{text}");
        let calendar: Calendar = text.parse().unwrap();
        let days: Vec<NaiveDate> = events(&calendar).iter().map(|event| day(event.get_start())).collect();
        assert_eq!(days.len(), 6, "{start}");
        assert!(days.iter().all(|day| is_workday(*day)) && days.is_sorted(), "{start}: {days:?}");
        assert!(
            (days[0] - start).num_days() >= 7 && (days[5] - start).num_days() >= 365,
            "{start}: {days:?}"
        );
        assert_eq!(text, file(&site, &format!("start={start}&{ALL}")).await, "the same twice");
    }
}

#[tokio::test]
async fn without_a_day_the_page_asks_for_one() {
    let site = TestSite::empty().await;
    for query in ["", "?trin=1-uge", "?start=nej", "?start=1850-01-01"] {
        let answer = site.get(&format!("/eftervaern.ics{query}")).await;
        assert_eq!((answer.status, answer.header("location")), (StatusCode::SEE_OTHER, "/eftervaern"));
    }
    let page = site.get("/eftervaern?start=Navn+Navnesen").await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.body.contains("Vi kunne ikke læse datoen") && !page.body.contains("Navnesen"));
}

#[tokio::test]
async fn a_plan_is_neither_kept_nor_listed() {
    let site = TestSite::empty().await;
    let bare = site.get("/eftervaern").await;
    assert!(!bare.body.contains("noindex"));
    let plan = site.get("/eftervaern?start=2026-11-23").await;
    assert!(plan.body.contains("mandag den 30. november 2026") && plan.body.contains("noindex"));
    assert_eq!(plan.header("set-cookie"), "");
    assert_eq!(site.site.pages.pages(), 1, "the page without a plan");
}
