//! What comes next for a message that an enterprise has not answered.

use app::model::{Listing, MessageKind, RecipientState, after_workdays, is_workday};
use chrono::{Days, NaiveDate};
use content::listing::State;

use crate::clock::danish_day;
use crate::store::{Message, Recipient};

/// Working days from the message to the first reminder, from there to the second, and from there to the end:
/// after 3, 7 and 10 in all.
const PAUSES: [u32; 3] = [3, 4, 3];
/// Days after which a message that nobody could be sent is given up; its mails are tried for less than one.
const UNSENT: Days = Days::new(3);

/// What is to be done today.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Nothing.
    Wait,
    /// Count the days from today on.
    CountAnew,
    /// Send this reminder.
    Remind(u8),
    /// Wait no longer.
    End(RecipientState),
}

/// What is to be done about a message that waits at an enterprise.
///
/// Steps are taken on working days. The distance of one is counted from the step before, so a day on which
/// nobody looked moves what follows
/// and two steps never come at once. While the enterprise is paused no step is taken, and the distance is
/// counted anew from the last day of the pause: whoever comes back has as long as anyone to answer.
pub fn next(message: &Message, asked: &Recipient, listing: Option<&Listing>, today: NaiveDate) -> Step {
    let there = listing.filter(|listing| matches!(listing.state, State::Public | State::Paused));
    let Some(sent) = asked.sent.map(danish_day) else {
        let since = message.confirmed.map_or(today, danish_day);
        let late = there.is_none() || since + UNSENT <= today;
        return if late { Step::End(RecipientState::Undelivered) } else { Step::Wait };
    };
    let Some(listing) = there else { return Step::End(RecipientState::Silent) };
    if is_paused(listing, message.words.kind, today) {
        return if asked.moved_on == Some(today) { Step::Wait } else { Step::CountAnew };
    }
    let pause = PAUSES.get(usize::from(asked.reminders)).copied().unwrap_or_default();
    match asked.reminders {
        _ if !is_workday(today) || today < after_workdays(asked.moved_on.unwrap_or(sent), pause) => {
            Step::Wait
        }
        reminders @ (0 | 1) => Step::Remind(reminders + 1),
        _ => Step::End(RecipientState::Silent),
    }
}

/// Whether an enterprise takes no messages of the kind today. The day in a listing is a pause from placements.
fn is_paused(listing: &Listing, kind: MessageKind, today: NaiveDate) -> bool {
    let until = listing.placement.as_ref().and_then(|placement| placement.paused_until);
    let from_placements = kind == MessageKind::Placement && until.is_some_and(|until| until >= today);
    listing.state == State::Paused || from_placements
}
