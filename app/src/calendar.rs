//! A plan for keeping contact as a calendar (RFC 5545).

use chrono::{Days, NaiveDate, NaiveTime};
use icalendar::{Alarm, Calendar, Component, Event, EventLike, Property};

use crate::model::{Aftercare, Planned, is_workday};
use crate::{links, text};

/// Most octets of a line without its end.
const LINE: usize = 75;

/// The plan as a file that Outlook, Google and Apple read. `today` is the only thing in it that is not in the
/// address, so the same day gives the same file.
#[must_use]
pub fn aftercare(base_url: &str, plan: &Aftercare, today: NaiveDate) -> String {
    let mut calendar = Calendar::empty();
    calendar
        .append_property(("VERSION", "2.0"))
        .append_property(("PRODID", "-//Samhandel Nord//Eftervaern//DA"))
        .append_property(("CALSCALE", "GREGORIAN"));
    if let Some(start) = plan.start {
        calendar.extend(plan.plan().iter().map(|planned| event(base_url, plan, start, planned, today)));
    }
    strict(&calendar.to_string())
}

/// A talk as a whole day: a date means the same day to every program and in every time zone, while a time with
/// a zone is read by rules that each program has of its own. People choose the time of the day themselves.
fn event(base_url: &str, plan: &Aftercare, start: NaiveDate, planned: &Planned, today: NaiveDate) -> Event {
    let (told, suffix) =
        plan.number.map_or_else(Default::default, |number| (format!(" {number}"), format!("-{number}")));
    let summary = format!("Efterværn{told}: samtale efter {}", text::after(planned.step));
    // Programs take the same name for the same event, so a plan that is fetched again doubles nothing, and
    // plans that begin on the same day need a number to stand beside each other.
    let uid = format!("{start}-{}{suffix}@eftervaern.samhandel-nord", planned.step.slug());
    let mut event = Event::new();
    event
        .uid(&uid)
        .timestamp(today.and_time(NaiveTime::MIN).and_utc())
        .starts(planned.day)
        .ends(planned.day + Days::new(1))
        .summary(&summary)
        .description(&description(base_url, planned))
        .append_property(("TRANSP", "TRANSPARENT"))
        .append_property(("X-MICROSOFT-CDO-BUSYSTATUS", "FREE"));
    // Outlook takes one reminder, the first, and none that comes after the day has begun.
    for trigger in [day_before(planned.day), "PT9H".to_owned()] {
        event.alarm(
            Alarm::display(&summary, chrono::Duration::zero())
                .append_property(Property::new("TRIGGER", trigger))
                .done(),
        );
    }
    event.done()
}

/// From the beginning of the day back to 9 o'clock on the working day before. Days are days of the calendar
/// there, so that the hour holds where the clock is changed in between.
fn day_before(day: NaiveDate) -> String {
    let free = day.iter_days().rev().skip(1).take_while(|day| !is_workday(*day)).count();
    match free {
        0 => "-PT15H".to_owned(),
        days => format!("-P{days}DT15H"),
    }
}

fn description(base_url: &str, planned: &Planned) -> String {
    let mut lines = vec![
        format!("Med {}. Ansvarlig: {}.", text::with(planned.talk.with), text::taker(planned.talk.taker)),
        "Samtalen er frivillig.".to_owned(),
    ];
    for (who, questions) in text::first_questions(planned.step, planned.talk.with) {
        lines.push(format!("{who}:"));
        lines.extend(questions.map(|question| format!("- {question}")));
    }
    lines.push(format!("Flere spørgsmål: {base_url}{}", links::guide(planned.step)));
    lines.join("\n")
}

/// The text as RFC 5545 has it in two things the library does not: no line is longer than 75 octets, also the
/// last part of one that was folded, and an alarm has neither stamp nor an identity made up for it.
fn strict(text: &str) -> String {
    let unfolded = text.replace("\r\n ", "");
    let mut strict = String::with_capacity(text.len());
    let mut in_alarm = false;
    for line in unfolded.split_terminator("\r\n") {
        match line {
            "BEGIN:VALARM" => in_alarm = true,
            "END:VALARM" => in_alarm = false,
            _ => {}
        }
        if !(in_alarm && (line.starts_with("DTSTAMP:") || line.starts_with("UID:"))) {
            fold(line, &mut strict);
        }
    }
    strict
}

fn fold(line: &str, into: &mut String) {
    let mut rest = line;
    let mut room = LINE;
    while rest.len() > room {
        let cut = rest.floor_char_boundary(room);
        into.push_str(&rest[..cut]);
        into.push_str("\r\n ");
        rest = &rest[cut..];
        // The space that begins the next line is one of its octets.
        room = LINE - 1;
    }
    into.push_str(rest);
    into.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_reminder_comes_at_nine_on_the_working_day_before() {
        for (of, trigger) in [
            ("2026-12-01", "-PT15H"),
            // Monday: from the beginning of Saturday back to Friday at 9.
            ("2026-11-30", "-P2DT15H"),
            // The Tuesday after Easter: Wednesday of the week before.
            ("2027-03-30", "-P5DT15H"),
        ] {
            assert_eq!(day_before(day(of)), trigger, "{of}");
        }
    }

    #[test]
    fn the_calendar_of_a_plan() {
        let plan = Aftercare::parse("start=2026-11-23&trin=1-uge&med=virksomhed");
        let file = aftercare("https://x.dk", &plan, day("2026-11-22"));
        let unfolded = file.replace("\r\n ", "");
        let lines: Vec<&str> = unfolded.split("\r\n").collect();
        assert_eq!(
            lines[..4],
            [
                "BEGIN:VCALENDAR",
                "VERSION:2.0",
                "PRODID:-//Samhandel Nord//Eftervaern//DA",
                "CALSCALE:GREGORIAN"
            ]
        );
        for line in [
            "UID:2026-11-23-1-uge@eftervaern.samhandel-nord",
            "DTSTAMP:20261122T000000Z",
            "DTSTART;VALUE=DATE:20261130",
            "DTEND;VALUE=DATE:20261201",
            "SUMMARY:Efterværn: samtale efter 1 uge",
            "TRIGGER:-P2DT15H",
            "TRIGGER:PT9H",
            "ACTION:DISPLAY",
            "DESCRIPTION:Med virksomheden. Ansvarlig: kontaktperson i kommunen.\\nSamtalen er frivillig.\\nSpørg \
             virksomheden:\\n- Ligner opgaverne det\\, vi aftalte?\\n- Hvem viser til rette\\, når kontaktpersonen har \
             fri?\\nFlere spørgsmål: https://x.dk/metodekatalog/samtaler-i-de-foerste-uger#efter-en-uge",
        ] {
            assert!(lines.contains(&line), "{line}\n{file}");
        }
        assert_eq!(
            lines.iter().filter(|line| line.starts_with("UID:")).count(),
            1,
            "one identity, of the event"
        );
    }

    #[test]
    fn plans_of_one_day_are_told_apart_by_number() {
        let names = |query: &str| {
            let file = aftercare("https://x.dk", &Aftercare::parse(query), day("2026-11-22"));
            let names =
                file.split("\r\n").filter(|line| line.starts_with("UID:") || line.starts_with("SUMMARY:"));
            names.map(str::to_owned).collect::<Vec<_>>()
        };
        let second = names("start=2026-11-23&trin=1-uge&nr=2");
        assert_eq!(
            second,
            ["SUMMARY:Efterværn 2: samtale efter 1 uge", "UID:2026-11-23-1-uge-2@eftervaern.samhandel-nord"]
        );
        let first = names("start=2026-11-23&trin=1-uge");
        assert!(first.iter().all(|line| !second.contains(line)), "{first:?}");
        assert_eq!(names("start=2026-11-23&trin=1-uge&nr=Navn"), first);
    }

    proptest! {
        #[test]
        fn lines_are_short_and_whole(text in "[ -~æøå老\u{1F389}]{0,400}") {
            let mut folded = String::new();
            fold(&text, &mut folded);
            prop_assert!(folded.split("\r\n").all(|line| line.len() <= LINE));
            prop_assert_eq!(folded.replace("\r\n ", ""), format!("{text}\r\n"));
        }

        #[test]
        fn every_calendar_keeps_to_the_rules(number in 0_u64..36_889, all in any::<bool>()) {
            let start = day("2000-01-01") + Days::new(number);
            let steps = if all { "&trin=2-uger&trin=6-maaneder&trin=12-maaneder" } else { "" };
            let plan = Aftercare::parse(&format!("start={start}{steps}"));
            let file = aftercare("https://samhandel-nord.example.dk", &plan, start);
            prop_assert!(file.ends_with("END:VCALENDAR\r\n"));
            prop_assert!(file.split("\r\n").all(|line| line.len() <= LINE && !line.contains(['\r', '\n'])));
            prop_assert_eq!(file.matches("BEGIN:VEVENT").count(), plan.plan().len());
            prop_assert_eq!(file.matches("BEGIN:VALARM").count(), 2 * plan.plan().len());
            prop_assert_eq!(&file, &aftercare("https://samhandel-nord.example.dk", &plan, start));
        }
    }
}
