//! What the rule gives, and how it was found.

use leptos::prelude::*;

use crate::model::{ROOM_SMALL as SMALL, Room, Staff};
use crate::parts::notice::notice;
use crate::{links, text};

/// The answer in words.
pub fn answer(staff: Staff, present: u32) -> impl IntoView + use<> {
    let room = Room::new(staff, present);
    let more = room.more();
    let heading = match more {
        1.. => format!("Efter reglen er der plads til {} flere", number(more.unsigned_abs())),
        0 => "Efter reglen er der ikke plads til flere lige nu".to_owned(),
        _ => format!("I har {} flere, end reglen giver plads til", number(more.unsigned_abs())),
    };
    let steps: Vec<_> = calculation(staff, room).into_iter().map(|line| view! { <li>{line}</li> }).collect();
    let always_one = (room.allowed() == 0).then(|| {
        notice("info", view! {
            <p>"Den bekendtgørelse, vi har set (nr. 2636 af 28. december 2021, § 65), siger, at der altid må være én, også i en lille virksomhed. Spørg kommunen."</p>
        })
    });
    view! {
        <section class="answer" id="svar">
            <h2>{heading}</h2>
            <ol>{steps}</ol>
            {always_one}
            <p><b>"Tjek gældende regler, før I aftaler noget."</b> " Kommunen afgør det. Det her er ikke juridisk rådgivning."</p>
            {(more <= 0).then(instead)}
        </section>
    }
}

/// The calculation, one line a step.
fn calculation(staff: Staff, room: Room) -> Vec<String> {
    let (small, above) = staff.parts();
    let first = if above.halves > 0 {
        format!("De første {SMALL} årsværk")
    } else {
        format!("{} årsværk", years(small.halves))
    };
    let mut lines = vec![line(&first, 5, room.by_fives, small.halves)];
    if above.halves > 0 {
        let rest = format!("De {} årsværk over {SMALL}", years(above.halves));
        lines.push(line(&rest, 10, room.by_tens, above.halves));
    }
    let (allowed, present, more) = (room.allowed(), room.present, room.more());
    let sign = if more < 0 { "−" } else { "" };
    let (allowed, present) = (number(allowed.into()), number(present.into()));
    let more = number(more.unsigned_abs());
    lines.push(format!("I alt {allowed}. I har {present} nu. {allowed} − {present} = {sign}{more}."));
    lines
}

fn line(of: &str, each: u32, gives: u32, halves: u32) -> String {
    let rest = halves - 2 * each * gives;
    let rest =
        if rest == 0 { String::new() } else { format!(" De sidste {} tæller ikke med.", years(rest)) };
    format!("{of}: én for hver {each} giver {}.{rest}", number(gives.into()))
}

/// So many halves: `12`, `12,5`.
fn years(halves: u32) -> String {
    format!("{}{}", number((halves / 2).into()), if halves % 2 == 1 { ",5" } else { "" })
}

fn number(number: u64) -> String {
    text::number(usize::try_from(number).unwrap_or(usize::MAX))
}

/// What one can do when there is no room.
fn instead() -> impl IntoView {
    view! {
        <h3>"Hvad kan I så?"</h3>
        <ul>
            <li>"Ring til kommunen, før I siger nej eller ja. De kender de regler, der gælder nu, og hvem der tæller med."</li>
            <li>"Tilbyd almindelige lønnede timer. Læs om " <a href=links::scheme("smaajob")>"småjob, ofte 1 til 10 timer om ugen"</a> "."</li>
            <li>"Lad en socialøkonomisk virksomhed stå for ansættelsen: " <a href=format!("{}/ansat-hos-dem", links::METHODS)>"ansat hos dem, i arbejde hos jer"</a> "."</li>
            <li>"Aftal en dag, hvor I ser på det igen, for eksempel når et forløb hos jer slutter."</li>
        </ul>
    }
}
