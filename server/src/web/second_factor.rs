//! The second factor of editors.

use std::sync::Arc;

use app::links;
use app::model::{CodeForm, Enrolment};
use app::page::Failure;
use app::routes;
use axum::Form;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Redirect, Response};

use super::failures::Refused;
use super::pages::document;
use super::session;
use crate::actions;
use crate::second_factor::SecondFactor;
use crate::site::Site;
use crate::store::Identity;

/// Where whoever asks is led instead, unless they are an editor who can be asked for a code.
async fn editor(site: &Site, headers: &HeaderMap) -> Result<Identity, Result<Response, Refused>> {
    match session::current(site, headers).await {
        Ok(Some(who)) if who.session.proven => Err(Ok(Redirect::to(links::EDITORS).into_response())),
        Ok(Some(who)) if site.is_editor(&who) => Ok(who),
        Ok(Some(_)) => Err(Err(Refused(Failure::NotFound))),
        Ok(None) => Err(Ok(Redirect::to(links::SIGN_IN).into_response())),
        Err(error) => Err(Err(error.into())),
    }
}

/// Asks for a code.
pub async fn ask(State(site): State<Arc<Site>>, headers: HeaderMap) -> Result<Response, Refused> {
    match editor(&site, &headers).await {
        Ok(who) if who.totp_secret.is_none() => Ok(Redirect::to(links::NEW_SECOND_FACTOR).into_response()),
        Ok(_) => Ok(document(routes::second_factor(&site.base_url, false))),
        Err(instead) => instead,
    }
}

/// Takes a code.
pub async fn prove(
    State(site): State<Arc<Site>>,
    headers: HeaderMap,
    Form(form): Form<CodeForm>,
) -> Result<Response, Refused> {
    let who = match editor(&site, &headers).await {
        Ok(who) => who,
        Err(instead) => return instead,
    };
    if !site.limits.code(who.session.account) {
        return Err(Refused(Failure::TooOften));
    }
    let Some(key) = actions::prove_session(&site, &who, &form.kode).await? else {
        return Ok(document(routes::second_factor(&site.base_url, true)));
    };
    Ok((session::cookies(&key), Redirect::to(links::EDITORS)).into_response())
}

/// Shows a new secret to set up an app with.
pub async fn begin(State(site): State<Arc<Site>>, headers: HeaderMap) -> Result<Response, Refused> {
    match editor(&site, &headers).await {
        Ok(who) if who.totp_secret.is_some() => Ok(Redirect::to(links::SECOND_FACTOR).into_response()),
        Ok(who) => show(&site, SecondFactor::new(&who.email), false),
        Err(instead) => instead,
    }
}

/// Takes the secret when the app has proven to know it, and shows the codes for paper. The secret comes
/// back with the form, so that nothing is stored for those who only look.
pub async fn add(
    State(site): State<Arc<Site>>,
    headers: HeaderMap,
    Form(form): Form<CodeForm>,
) -> Result<Response, Refused> {
    let who = match editor(&site, &headers).await {
        Ok(who) if who.totp_secret.is_some() => {
            return Ok(Redirect::to(links::SECOND_FACTOR).into_response());
        }
        Ok(who) => who,
        Err(instead) => return instead,
    };
    if !site.limits.code(who.session.account) {
        return Err(Refused(Failure::TooOften));
    }
    let Some(factor) = SecondFactor::from_base32(&who.email, &form.hemmelighed) else {
        return show(&site, SecondFactor::new(&who.email), true);
    };
    match actions::add_second_factor(&site, &who, &factor, &form.kode).await? {
        Some(added) => {
            let page = document(routes::recovery_codes(&site.base_url, &added.recovery_codes));
            Ok((session::cookies(&added.key), page).into_response())
        }
        None => show(&site, Some(factor), true),
    }
}

fn show(site: &Site, factor: Option<SecondFactor>, refused: bool) -> Result<Response, Refused> {
    let enrolment =
        factor.and_then(|factor| Some(Enrolment { secret: factor.base32(), drawing: factor.drawing()? }));
    let enrolment = enrolment.ok_or(Refused(Failure::Broken))?;
    Ok(document(routes::new_second_factor(&site.base_url, &enrolment, refused)))
}
