//! The plan itself: read on the page, written on by hand on paper.

use leptos::prelude::*;

use crate::model::{Aftercare, Planned};
use crate::parts::print::print_button;
use crate::{links, text};

/// Steps up to which there is room for many lines.
const FEW: usize = 3;

/// The steps with their days, and the ways to take them along.
pub fn plan(aftercare: &Aftercare, planned: &[Planned]) -> impl IntoView + use<> {
    let rules = if planned.len() <= FEW { 5 } else { 2 };
    let steps: Vec<_> = planned.iter().map(|planned| step(planned, rules)).collect();
    let start = aftercare.start.map(text::weekday);
    let title = aftercare.number.map_or_else(|| "Planen".to_owned(), |number| format!("Plan {number}"));
    view! {
        <section class="plan" id="plan">
            <h2>{title}</h2>
            <p>"Første dag: " {start} "."</p>
            <ol class="plan-steps">{steps}</ol>
            <p class="printed">"Samtalerne er frivillige. Skriv ikke navn eller helbred på papiret."</p>
            <div class="plan-ways">
                <p><a class="button" href=links::aftercare_calendar(aftercare) download="eftervaern.ics">"Hent som kalender (.ics)"</a></p>
                {print_button()}
            </div>
            <p class="quiet">"Filen er til Outlook, Google Kalender og Apple Kalender. Hver samtale er en hel dag, så I selv vælger klokkeslættet. Den minder jer om det kl. 9 hverdagen før og kl. 9 på dagen; nogle kalendere nøjes med den første eller bruger deres egne påmindelser."</p>
        </section>
    }
}

fn step(planned: &Planned, rules: usize) -> impl IntoView + use<> {
    let Planned { step, talk, .. } = *planned;
    let moved = planned.is_moved().then(|| {
        let words = format!("Flyttet fra {}, som er weekend eller helligdag.", text::weekday(planned.target));
        view! { <p class="quiet">{words}</p> }
    });
    let questions: Vec<_> = text::first_questions(step, talk.with)
        .into_iter()
        .map(|(who, questions)| {
            let questions = questions.map(|question| view! { <li>{question}</li> });
            view! { <div><p><b>{who}</b></p><ul>{questions.into_iter().collect::<Vec<_>>()}</ul></div> }
        })
        .collect();
    let guide = format!("Samtaleguide: efter {}", text::after(step));
    let rules: Vec<_> = (0..rules).map(|_| view! { <div class="rule"></div> }).collect();
    view! {
        <li data-step=step.slug()>
            <h3>"Efter " {text::after(step)} ": " <time datetime=planned.day.to_string()>{text::weekday(planned.day)}</time></h3>
            {moved}
            <p>"Samtale med " {text::with(talk.with)} ". Ansvarlig: " {text::taker(talk.taker)} "."</p>
            <div class="plan-questions">{questions}</div>
            <p class="plan-guide"><a href=links::guide(step)>{guide}</a></p>
            <div class="plan-rules" aria-hidden="true">{rules}</div>
        </li>
    }
}
