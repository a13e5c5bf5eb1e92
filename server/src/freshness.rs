//! Whom to ask when whether a listing is still right.
//!
//! A round is three mails: on the day it is due, 14 days later, and 16 days after that. It is over when
//! somebody vouches for the listing, which puts the day it is due off: a mail counts when it went on or
//! after that day.

use std::collections::{BTreeMap, HashMap};

use app::model::{Listing, NextMail, NoMail, Quiet};
use chrono::{Days, NaiveDate};
use content::listing::State;

use crate::clock::danish_day;
use crate::store::{Asked, Keeper};

/// From the first mail to the reminder, and from there to the last.
const PAUSES: [Days; 2] = [Days::new(14), Days::new(16)];
/// The same for those who want one message a month.
const MONTH: Days = Days::new(30);
/// From one mail to an address to the next, whatever it keeps.
const WEEK: Days = Days::new(7);
/// Most listings in one mail; the others stand in that of the next week.
const MOST: usize = 20;

/// A mail to somebody: slugs of the listings, each with which mail of its round it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ask {
    /// Number of the account.
    pub account: i64,
    /// Its mail address.
    pub email: String,
    /// The listings.
    pub about: Vec<(String, u8)>,
}

/// All mails that are due.
#[must_use]
pub fn due(keepers: &[Keeper], listings: &[Listing], asked: &[Asked], today: NaiveDate) -> Vec<Ask> {
    let listings: HashMap<&str, &Listing> =
        listings.iter().map(|listing| (listing.slug.as_str(), listing)).collect();
    let mut by_listing: HashMap<&str, Vec<&Keeper>> = HashMap::new();
    for keeper in keepers {
        by_listing.entry(&keeper.slug).or_default().push(keeper);
    }
    let history: HashMap<(i64, &str), &Asked> =
        asked.iter().map(|asked| ((asked.account, asked.slug.as_str()), asked)).collect();
    let last = last_mails(asked);
    let mut asks: BTreeMap<i64, Ask> = BTreeMap::new();
    for (slug, keepers) in by_listing {
        let Some(listing) = listings.get(slug) else { continue };
        for keeper in keepers.iter().filter(|keeper| is_asked(keeper, &keepers)) {
            let before = history.get(&(keeper.account, slug)).copied();
            let Ok((day, mail)) = turn(listing, keeper, before) else { continue };
            let waits = last.get(&keeper.account).is_some_and(|last| *last + WEEK > today);
            if day <= today && !waits {
                let ask = asks.entry(keeper.account).or_insert_with(|| Ask {
                    account: keeper.account,
                    email: keeper.email.clone(),
                    about: Vec::new(),
                });
                ask.about.push((slug.to_owned(), mail));
            }
        }
    }
    let mut asks: Vec<Ask> = asks.into_values().collect();
    for ask in &mut asks {
        // The last mail of a round waits least.
        ask.about.sort_by(|(a, mail_a), (b, mail_b)| mail_b.cmp(mail_a).then_with(|| a.cmp(b)));
        ask.about.truncate(MOST);
    }
    asks
}

/// When somebody is asked next about a listing that they and others keep.
#[must_use]
pub fn next(
    listing: &Listing,
    account: i64,
    keepers: &[Keeper],
    asked: &[Asked],
    today: NaiveDate,
) -> NextMail {
    let together: Vec<&Keeper> = keepers.iter().collect();
    let keeper = keepers.iter().find(|keeper| keeper.account == account && is_asked(keeper, &together));
    let Some(keeper) = keeper else { return NextMail::None(NoMail::NotAsked) };
    let before = asked.iter().find(|asked| asked.account == account && asked.slug == listing.slug);
    match turn(listing, keeper, before) {
        Ok((day, _)) => {
            let week = last_mails(asked).get(&account).map_or(today, |last| *last + WEEK);
            NextMail::On(day.max(week).max(today))
        }
        Err(why) => NextMail::None(why),
    }
}

/// Those who may let others in are asked; where nobody may, all are.
fn is_asked(keeper: &Keeper, together: &[&Keeper]) -> bool {
    keeper.may_invite || !together.iter().any(|other| other.may_invite)
}

/// The first day on which the next mail may go, and which of its round it is.
fn turn(listing: &Listing, keeper: &Keeper, before: Option<&Asked>) -> Result<(NaiveDate, u8), NoMail> {
    let placement = listing.placement.as_ref();
    let most = placement.and_then(|placement| placement.messages_per_month);
    if listing.state != State::Public {
        return Err(NoMail::Paused);
    }
    if most == Some(0) {
        return Err(NoMail::Unwanted);
    }
    let quiet = match before.map_or(Quiet::No, |before| before.quiet) {
        Quiet::ForGood => return Err(NoMail::Quiet),
        Quiet::Until(day) => Some(day),
        Quiet::No => None,
    };
    let due = listing.asked_on(danish_day(keeper.since));
    let last = before.and_then(|before| Some((before.on.filter(|on| *on >= due)?, before.mails)));
    let (day, mail) = match last {
        None => (due, 1),
        Some((on, mails)) => {
            let pause = *PAUSES.get(usize::from(mails.max(1)) - 1).ok_or(NoMail::AllSent)?;
            let pause = if most == Some(1) { MONTH } else { pause };
            (on.checked_add_days(pause).unwrap_or(NaiveDate::MAX), mails.max(1) + 1)
        }
    };
    let paused = placement.and_then(|placement| placement.paused_until);
    Ok((day.max(paused.unwrap_or(day)).max(quiet.unwrap_or(day)), mail))
}

/// The day of the last mail to each account.
fn last_mails(asked: &[Asked]) -> HashMap<i64, NaiveDate> {
    let mut last: HashMap<i64, NaiveDate> = HashMap::new();
    for (account, on) in asked.iter().filter_map(|asked| Some((asked.account, asked.on?))) {
        last.entry(account).and_modify(|last| *last = on.max(*last)).or_insert(on);
    }
    last
}
