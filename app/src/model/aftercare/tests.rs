use proptest::prelude::*;
use proptest::sample::select;

use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn days(query: &str) -> Vec<String> {
    Aftercare::parse(query).plan().iter().map(|planned| planned.day.to_string()).collect()
}

prop_compose! {
    fn a_day()(number in 0_u64..36_889) -> NaiveDate {
        day("2000-01-01") + chrono::Days::new(number)
    }
}

prop_compose! {
    fn an_aftercare()(
        start in proptest::option::of(a_day()),
        chosen in proptest::collection::btree_set(select(Step::ALL.to_vec()), 0..6),
        with in select(With::ALL.to_vec()),
        taker in select(Taker::ALL.to_vec()),
        own in proptest::collection::btree_map(
            select(Step::ALL.to_vec()),
            (proptest::option::of(select(With::ALL.to_vec())), select(Taker::ALL.to_vec())),
            0..4,
        ),
        number in proptest::option::of(2..=MOST_PLANS),
    ) -> Aftercare {
        let own = own.into_iter().map(|(step, (with, taker))| (step, OwnTalk { with, taker: Some(taker) }));
        Aftercare { start, refused: None, chosen, all: Talk { with, taker }, own: own.collect(), number }
    }
}

proptest! {
    #[test]
    fn a_plan_survives_its_address(aftercare in an_aftercare()) {
        prop_assert_eq!(Aftercare::parse(&aftercare.to_query_string()), aftercare);
    }

    #[test]
    fn every_day_is_a_working_day_on_or_soon_after_its_target(start in a_day()) {
        let all = Step::ALL.map(|step| format!("&trin={}", step.slug())).concat();
        let plan = Aftercare::parse(&format!("start={start}{all}")).plan();
        prop_assert_eq!(plan.len(), Step::ALL.len());
        for planned in &plan {
            prop_assert!(is_workday(planned.day));
            let moved = (planned.day - planned.target).num_days();
            prop_assert!((0..=5).contains(&moved), "{} days", moved);
            prop_assert_eq!(planned.is_moved(), !is_workday(planned.target));
        }
        prop_assert!(plan.windows(2).all(|pair| pair[0].day < pair[1].day), "in order, no two on one day");
    }

    #[test]
    fn nothing_is_an_error(query in ".{0,200}") {
        let _ = Aftercare::parse(&query).plan();
    }
}

#[test]
fn without_a_choice_it_is_a_week_a_month_and_three_months() {
    assert_eq!(days("start=2026-11-23"), ["2026-11-30", "2026-12-23", "2027-02-23"]);
    assert_eq!(days("start=2026-11-23&trin=2-uger&trin=6-maaneder"), ["2026-12-07", "2027-05-24"]);
    assert_eq!(days("start=2026-11-23&trin=nej"), days("start=2026-11-23"));
    assert!(days("").is_empty());
}

#[test]
fn months_end_where_they_end() {
    // 28 February 2027 is a Sunday.
    assert_eq!(days("start=2027-01-31&trin=1-maaned"), ["2027-03-01"]);
    assert_eq!(Step::OneMonth.after(day("2027-01-31")), Some(day("2027-02-28")));
    assert_eq!(Step::OneMonth.after(day("2028-01-31")), Some(day("2028-02-29")));
    assert_eq!(Step::ThreeMonths.after(day("2026-11-30")), Some(day("2027-02-28")));
    assert_eq!(Step::TwelveMonths.after(day("2028-02-29")), Some(day("2029-02-28")));
    // Counted from the first day, not from the step before.
    assert_eq!(Step::SixMonths.after(day("2026-08-31")), Some(day("2027-02-28")));
}

#[test]
fn weekends_and_holidays_move_a_day_on() {
    for (start, step, target, day) in [
        ("2026-11-21", "1-uge", "2026-11-28", "2026-11-30"),
        // Christmas on a Friday and Saturday.
        ("2026-11-25", "1-maaned", "2026-12-25", "2026-12-28"),
        // From Maundy Thursday to the Tuesday after Easter.
        ("2027-03-11", "2-uger", "2027-03-25", "2027-03-30"),
        ("2025-12-30", "1-uge", "2026-01-06", "2026-01-06"),
    ] {
        let plan = Aftercare::parse(&format!("start={start}&trin={step}")).plan();
        assert_eq!([plan[0].target, plan[0].day], [self::day(target), self::day(day)], "{start}");
    }
}

#[test]
fn a_day_is_read_as_people_write_it_or_refused() {
    for written in ["2026-11-23", "23-11-2026", "23.11.2026", " 23/11/2026 "] {
        assert_eq!(Aftercare::parse(&format!("start={written}")).start, Some(day("2026-11-23")), "{written}");
    }
    for (written, refused) in [
        ("i morgen", InvalidStart::Unreadable),
        ("2026-02-30", InvalidStart::Unreadable),
        ("010190-1234", InvalidStart::Unreadable),
        ("1999-12-31", InvalidStart::FarAway),
        ("2101-01-01", InvalidStart::FarAway),
        ("0023-11-26", InvalidStart::FarAway),
    ] {
        let aftercare = Aftercare::parse(&format!("start={written}"));
        assert_eq!((aftercare.start, aftercare.refused), (None, Some(refused)), "{written}");
    }
    assert_eq!(Aftercare::parse("start=").refused, None);
    assert_eq!(days("start=2100-12-31&trin=12-maaneder").len(), 1);
}

#[test]
fn a_step_may_be_otherwise_than_the_others() {
    let aftercare = Aftercare::parse(
        "start=2026-11-23&med=borger&hvem=mentor&med-1-maaned=begge&hvem-1-maaned=arbejdsplads&med-1-uge=&hvem-9=mentor",
    );
    let talks: Vec<_> = aftercare.plan().iter().map(|planned| planned.talk).collect();
    let all = Talk { with: With::Citizen, taker: Taker::Mentor };
    assert_eq!(talks, [all, Talk { with: With::Both, taker: Taker::Workplace }, all]);
}
