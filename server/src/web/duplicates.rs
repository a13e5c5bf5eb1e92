//! Editors find listings that stand twice, and make one of two.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use app::model::{Listing, MergeOutcome, PairLine};
use app::page::Failure;
use app::{links, routes};
use axum::Form;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;

use super::failures::Refused;
use super::pages::document;
use super::session::Editor;
use crate::actions::{self, Merged};
use crate::duplicates::{Likeness, pairs};
use crate::merging::side_by_side;
use crate::site::Site;
use crate::store::Reach;

/// All pairs that may be one.
pub async fn show(State(site): State<Arc<Site>>, _: Editor) -> Result<Response, Refused> {
    let apart = site.store.kept_apart().await?;
    let all = site.store.open_listings().await?;
    // Holding ten thousand against each other takes a while that others should not wait.
    let pairs = tokio::task::spawn_blocking(move || lines(&all, &apart)).await;
    let pairs = pairs.map_err(|_| Refused(Failure::Broken))?;
    Ok(document(routes::duplicates(&site.base_url, &pairs)))
}

fn lines(all: &[Listing], apart: &HashSet<(String, String)>) -> Vec<PairLine> {
    let known = |a: &Listing, b: &Listing| apart.contains(&(a.slug.clone(), b.slug.clone()));
    let unknown = pairs(all).into_iter().filter(|(one, other, _)| !known(one, other));
    unknown
        .map(|(one, other, likeness)| PairLine {
            one: one.clone(),
            other: other.clone(),
            one_cvr: likeness == Likeness::Cvr,
        })
        .collect()
}

/// Two that are two.
#[derive(Deserialize)]
pub struct Two {
    en: String,
    anden: String,
}

/// Takes an editor's word that two are two.
pub async fn keep_apart(
    State(site): State<Arc<Site>>,
    Editor(who): Editor,
    Form(two): Form<Two>,
) -> Result<Response, Refused> {
    if !actions::keep_apart(&site, &who, &two.en, &two.anden).await? {
        return Err(Refused(Failure::NotFound));
    }
    Ok(Redirect::to(links::DUPLICATES).into_response())
}

/// Two side by side.
pub async fn form(
    State(site): State<Arc<Site>>,
    Path((kept, other)): Path<(String, String)>,
    _: Editor,
) -> Result<Response, Refused> {
    let one = site.store.kept_listing(Reach::All, &kept).await?;
    let two = site.store.kept_listing(Reach::All, &other).await?;
    let both = one.zip(two).filter(|_| kept != other);
    let (one, two) = both.ok_or(Refused(Failure::NotFound))?;
    let merge = side_by_side(one, two)?;
    Ok(document(routes::merge(&site.base_url, &merge, &MergeOutcome::Open)))
}

/// Takes the choices.
pub async fn merge(
    State(site): State<Arc<Site>>,
    Path((kept, other)): Path<(String, String)>,
    Editor(who): Editor,
    Form(sent): Form<HashMap<String, String>>,
) -> Result<Response, Refused> {
    let choice = |(name, value): (&String, &String)| {
        Some((name.strip_prefix("felt-")?.to_owned(), value == "den-anden"))
    };
    let choices = sent.iter().filter_map(choice).collect();
    let opened = sent.get("udgave").map_or("", String::as_str);
    let merged = actions::merge_listings(&site, &who, (&kept, &other), opened, &choices).await?;
    let (merge, outcome) = match merged {
        Merged::Done => return Ok(Redirect::to(links::DUPLICATES).into_response()),
        Merged::NotThere => return Err(Refused(Failure::NotFound)),
        Merged::Conflict(merge) => (merge, MergeOutcome::Conflict),
        Merged::Unsound(merge, wrong) => (merge, MergeOutcome::Unsound(wrong)),
    };
    Ok(document(routes::merge(&site.base_url, &merge, &outcome)))
}
