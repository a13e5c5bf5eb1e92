//! Writing to enterprises: a form, a mail that confirms the sender's address, a page with a button.

mod confirm;
mod receivers;
mod sender;

use std::sync::Arc;

use app::model::{
    InvalidMessage, InvalidReceivers, Listing, MAX_RECEIVERS, MessageForm, MessageKind, Obstacle, Receivers,
    TooOften, ValidMessage, health_words,
};
use app::page::Failure;
use app::{links, routes};
use axum::extract::{Path, RawQuery, Request, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Redirect, Response};
use axum::{Form, RequestExt};
use chrono::{DateTime, Utc};
use url::form_urlencoded;

pub use self::confirm::{confirm, confirmed, forget, written};
use self::receivers::{current, receivers};
use super::failures::Refused;
use super::pages::document;
use super::visible::visible;
use crate::actions::{self, Written};
use crate::site::Site;

/// The form for one enterprise. Where one was merged into another, the other's.
pub async fn form(
    State(site): State<Arc<Site>>,
    Path(slug): Path<String>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Result<Response, Refused> {
    let now = current(&site, &slug);
    let asked = query.as_deref().map(|query| format!("?{query}")).unwrap_or_default();
    if now != slug {
        return Ok(Redirect::permanent(&format!("{}{asked}", links::message(&now))).into_response());
    }
    let listing = visible(&site, &slug).await?;
    let form = MessageForm::asked(query.as_deref().unwrap_or_default());
    let form = MessageForm { v: vec![listing.slug.clone()], ..form };
    let receivers = receivers(&site, &form.v, false).await?;
    open(&site, &headers, &receivers, form).await
}

/// The form for several of a list. More than can be written to are to be chosen from.
pub async fn form_for_listed(
    State(site): State<Arc<Site>>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Result<Response, Refused> {
    let fields = form_urlencoded::parse(query.as_deref().unwrap_or_default().as_bytes());
    let named: Vec<String> =
        fields.filter(|(name, _)| name == "v").map(|(_, slug)| current(&site, &slug)).collect();
    let receivers = receivers(&site, &named, true).await?;
    let mut form = MessageForm::asked(query.as_deref().unwrap_or_default());
    if receivers.open.len() <= MAX_RECEIVERS {
        form.v = receivers.open.iter().map(|receiver| receiver.listing.slug.clone()).collect();
    }
    open(&site, &headers, &receivers, form).await
}

async fn open(
    site: &Site,
    headers: &HeaderMap,
    receivers: &Receivers,
    form: MessageForm,
) -> Result<Response, Refused> {
    let sender = sender::known(site, headers).await?;
    let form = MessageForm { email: sender.clone().unwrap_or_default(), ..form };
    let draft = Letter { site, receivers, form: &form, sender: sender.as_deref(), now: site.clock.now() };
    Ok(draft.again(InvalidMessage::default()))
}

/// Takes the form for one enterprise.
pub async fn take(
    State(site): State<Arc<Site>>,
    Path(slug): Path<String>,
    request: Request,
) -> Result<Response, Refused> {
    let listing = visible(&site, &slug).await?;
    take_for(&site, Some(&listing.slug), request).await
}

/// Takes the form for several.
pub async fn take_for_listed(State(site): State<Arc<Site>>, request: Request) -> Result<Response, Refused> {
    take_for(&site, None, request).await
}

async fn take_for(site: &Site, one: Option<&str>, request: Request) -> Result<Response, Refused> {
    let (parts, body) = request.into_parts();
    let may_write = site.limits.visitor(&parts);
    let sender = sender::known(site, &parts.headers).await?;
    let Form(fields): Form<Vec<(String, String)>> =
        Request::from_parts(parts, body).extract().await.map_err(|_| Refused(Failure::Invalid))?;
    let mut form = MessageForm::of(fields);
    if form.is_trapped() {
        return Ok(Redirect::to(links::MESSAGE_WRITTEN).into_response());
    }
    match one {
        Some(slug) => form.v = vec![slug.to_owned()],
        None => form.v.iter_mut().chain(&mut form.af).for_each(|slug| *slug = current(site, slug)),
    }
    let named: Vec<String> = form.af.iter().chain(&form.v).cloned().collect();
    let receivers = receivers(site, &named, one.is_none()).await?;
    let sender = sender.as_deref();
    let letter = Letter { site, receivers: &receivers, form: &form, sender, now: site.clock.now() };
    match letter.checked() {
        Ok(message) if may_write => letter.write(&message).await,
        Ok(_) => Ok(letter.again(too_often(TooOften::Visitor))),
        Err(refused) => Ok(letter.again(refused)),
    }
}

/// What was typed, and all that decides what becomes of it.
#[derive(Clone, Copy)]
struct Letter<'a> {
    site: &'a Site,
    receivers: &'a Receivers,
    form: &'a MessageForm,
    /// The mail address this browser sends from without confirming.
    sender: Option<&'a str>,
    now: DateTime<Utc>,
}

impl Letter<'_> {
    /// The same form with what was wrong.
    fn again(self, refused: InvalidMessage) -> Response {
        let Self { site, receivers, form, sender, now } = self;
        document(routes::message(&site.base_url, routes::Draft { receivers, form, refused, sender, now }))
    }

    /// The message, if it can go to all it names.
    fn checked(self) -> Result<ValidMessage, InvalidMessage> {
        let message = self.form.validate(self.now)?;
        let Receivers { open, blocked, .. } = self.receivers;
        let named = |listing: &Listing| message.to.contains(&listing.slug);
        let busy = |(listing, why): &(Arc<Listing>, Obstacle)| *why == Obstacle::ManyToday && named(listing);
        if blocked.iter().any(busy) {
            return Err(too_often(TooOften::Receiver));
        }
        if !message.to.iter().all(|slug| open.iter().any(|receiver| receiver.listing.slug == *slug)) {
            return Err(receivers_refused(InvalidReceivers::Blocked));
        }
        let mut full = open.iter().filter(|receiver| receiver.no_newcomers_before.is_some());
        if message.words.kind == MessageKind::Placement && full.any(|receiver| named(&receiver.listing)) {
            return Err(receivers_refused(InvalidReceivers::NoNewcomers));
        }
        let asked = !self.form.helbred.is_empty();
        if message.words.kind == MessageKind::Placement
            && !asked
            && !health_words(&self.form.wishes()).is_empty()
        {
            return Err(InvalidMessage { health: true, ..InvalidMessage::default() });
        }
        Ok(message)
    }

    /// Hands the message on. Who it goes to, and whether anyone has the address, makes no difference to what
    /// a browser is told that is not known by that address.
    async fn write(self, message: &ValidMessage) -> Result<Response, Refused> {
        let limits = &self.site.limits;
        let known = self.sender == Some(message.words.email.as_str());
        if !known && !limits.mailbox(&message.words.email) {
            return Ok(self.again(too_often(TooOften::Visitor)));
        }
        if !known && !limits.confirm_mail() {
            return Ok(self.again(too_often(TooOften::Site)));
        }
        Ok(match actions::write_message(self.site, message, known).await? {
            Written::Waits => Redirect::to(links::MESSAGE_WRITTEN).into_response(),
            Written::Sent(key) => Redirect::to(&links::follow_message(key.as_str())).into_response(),
            Written::TooMany => self.again(too_often(TooOften::Sender)),
            Written::Blocked => self.again(receivers_refused(InvalidReceivers::Blocked)),
        })
    }
}

fn too_often(whose: TooOften) -> InvalidMessage {
    InvalidMessage { too_often: Some(whose), ..InvalidMessage::default() }
}

fn receivers_refused(why: InvalidReceivers) -> InvalidMessage {
    InvalidMessage { receivers: Some(why), ..InvalidMessage::default() }
}
