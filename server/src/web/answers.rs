//! Messages that were sent: an enterprise answers by link, whoever sent it sees how it stands. No signing in.

use std::sync::Arc;

use app::catalogue::Catalogue;
use app::model::{Alike, AskedMessage, FollowedMessage, FollowedRecipient, MessageAnswerForm};
use app::page::Failure;
use app::{links, routes};
use axum::Form;
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;

use super::failures::Refused;
use super::pages::document;
use super::sign_in::Confirmation;
use crate::actions;
use crate::clock::danish_day;
use crate::key::Key;
use crate::site::Site;
use crate::store::{AnswerLink, Message, Recipient};
use crate::suggestions::alike;

/// Whom of the recipients of a message is meant when all are.
const ALL: &str = "alle";

/// Where a link of the mail leads: a button, because programs that look into mails follow links.
pub async fn ask(
    State(site): State<Arc<Site>>,
    Query(asked): Query<Confirmation>,
) -> Result<Response, Refused> {
    let form = MessageAnswerForm { noegle: asked.noegle, ..MessageAnswerForm::default() };
    match link(&site, &form.noegle).await? {
        Some((link, asked)) if is_open(&link) => {
            Ok(document(routes::answer_message(&site.base_url, link.answer, &asked, &form, None)))
        }
        found => Ok(over(&site, found)),
    }
}

/// Takes the button, with what goes with the answer.
pub async fn take(
    State(site): State<Arc<Site>>,
    Form(form): Form<MessageAnswerForm>,
) -> Result<Response, Refused> {
    let found = link(&site, &form.noegle).await?;
    let Some((open, asked)) = found.as_ref().filter(|(link, _)| is_open(link)) else {
        return Ok(over(&site, found));
    };
    let declined = match form.validate(open.answer, asked.words.kind, site.clock.today()) {
        Ok(declined) => declined,
        Err(refused) => {
            let again = routes::answer_message(&site.base_url, open.answer, asked, &form, Some(refused));
            return Ok(document(again));
        }
    };
    if actions::answer_message(&site, &Key::from_text(&form.noegle), declined).await? {
        return Ok(Redirect::to(&links::message_answered(&form.noegle)).into_response());
    }
    // Somebody was quicker.
    let found = link(&site, &form.noegle).await?;
    Ok(over(&site, found))
}

/// Says thank you for the answer that was given with the key.
pub async fn thanks(
    State(site): State<Arc<Site>>,
    Query(answered): Query<Confirmation>,
) -> Result<Response, Refused> {
    match link(&site, &answered.noegle).await? {
        Some((link, asked)) if link.used && link.recipient.state == link.answer.state() => {
            Ok(document(routes::message_answered(&site.base_url, &asked)))
        }
        found => Ok(over(&site, found)),
    }
}

/// How a message stands.
pub async fn follow(
    State(site): State<Arc<Site>>,
    Query(asked): Query<Confirmation>,
) -> Result<Response, Refused> {
    let key = Key::from_text(&asked.noegle);
    let Some((message, recipients)) = site.store.followed_message(&key, site.clock.now()).await? else {
        return Ok(document(routes::follow_over(&site.base_url)));
    };
    let mut followed = Vec::new();
    for recipient in &recipients {
        followed.push(followed_recipient(&site, &message, &recipients, recipient).await?);
    }
    let followed = FollowedMessage {
        key: asked.noegle,
        words: message.words.clone(),
        confirmed: danish_day(message.confirmed.unwrap_or(message.created)),
        recipients: followed,
    };
    Ok(document(routes::follow_message(&site.base_url, &followed)))
}

/// For whom nobody waits any more.
#[derive(Deserialize)]
pub struct Withdrawal {
    #[serde(default)]
    noegle: String,
    /// Number of the recipient, or all.
    #[serde(default)]
    hvem: String,
}

/// Takes the word that nobody waits any more.
pub async fn withdraw(
    State(site): State<Arc<Site>>,
    Form(form): Form<Withdrawal>,
) -> Result<Response, Refused> {
    let whom = match form.hvem.as_str() {
        ALL => None,
        number => Some(number.parse().map_err(|_| Refused(Failure::Invalid))?),
    };
    if actions::withdraw_message(&site, &Key::from_text(&form.noegle), whom).await? {
        return Ok(Redirect::to(&links::follow_message(&form.noegle)).into_response());
    }
    Ok(document(routes::follow_over(&site.base_url)))
}

fn is_open(link: &AnswerLink) -> bool {
    !link.used && link.recipient.state.takes_answers()
}

fn over(site: &Site, found: Option<(AnswerLink, AskedMessage)>) -> Response {
    let asked = found.map(|(_, asked)| asked);
    document(routes::answer_over(&site.base_url, asked.as_ref()))
}

async fn link(site: &Site, key: &str) -> Result<Option<(AnswerLink, AskedMessage)>, Refused> {
    let found = site.store.answer_link(&Key::from_text(key), site.clock.now()).await?;
    let Some(link) = found else { return Ok(None) };
    let slug = link.recipient.slug.clone();
    let name = site.store.name(&slug).await?.unwrap_or_else(|| slug.clone());
    let listing = site.listing(&slug).await.map_err(|failure| Refused(failure.into()))?;
    let phone = listing.and_then(|listing| listing.phone.clone());
    let (words, standing) = (link.message.words.clone(), link.recipient.standing());
    Ok(Some((link, AskedMessage { slug, name, phone, words, standing })))
}

async fn followed_recipient(
    site: &Site,
    message: &Message,
    all: &[Recipient],
    recipient: &Recipient,
) -> Result<FollowedRecipient, Refused> {
    let listing = site.listing(&recipient.slug).await.map_err(|failure| Refused(failure.into()))?;
    let others = match &listing {
        Some(listing) if recipient.state.is_over() => alike(site, message, all, listing).await?,
        _ => Vec::new(),
    };
    let name = match &listing {
        Some(listing) => listing.name.clone(),
        None => site.store.name(&recipient.slug).await?.unwrap_or_else(|| recipient.slug.clone()),
    };
    Ok(FollowedRecipient {
        id: recipient.id,
        slug: listing.as_ref().map(|listing| listing.slug.clone()),
        name,
        phone: listing.and_then(|listing| listing.phone.clone()),
        standing: recipient.standing(),
        reminders: recipient.reminders,
        alike: others
            .iter()
            .map(|other| Alike { slug: other.slug.clone(), name: other.name.clone() })
            .collect(),
    })
}
