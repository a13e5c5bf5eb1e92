//! What waits for an editor, and the answers.

use std::sync::Arc;

use app::links;
use app::model::{InReview, RefusedAnswer, ReviewForm, WhyRefused};
use axum::Form;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use content::listing::State as Standing;

use super::editors::room;
use super::failures::Refused;
use super::own::{differences, waiting};
use super::session::Editor;
use crate::actions::{self, Reviewed, review_version};
use crate::clock::danish_day;
use crate::duplicates::alike;
use crate::site::Site;
use crate::store::{Fields, Kept, StoreError, fields};

/// Everything that waits, as it is shown.
///
/// # Errors
/// When the database does not answer or something cannot be read.
pub async fn reviews(site: &Site) -> Result<Vec<InReview>, StoreError> {
    let state = site.index.current();
    let open =
        || state.iter().flat_map(|state| state.snapshot.rows.iter().flatten().map(|row| &*row.listing));
    site.store.reviews().await?.iter().map(|kept| in_review(kept, open())).collect()
}

fn in_review<'a>(
    kept: &Kept,
    open: impl Iterator<Item = &'a content::Listing>,
) -> Result<InReview, StoreError> {
    let latest = kept.latest()?;
    let new = matches!(kept.listing.state, Standing::Draft | Standing::Waiting);
    let fields = if new { differences(&Fields::new(), &fields(&latest)?) } else { waiting(kept)? };
    let review = kept.review.clone();
    Ok(InReview {
        slug: latest.slug.clone(),
        name: latest.name.clone(),
        new,
        author: review.as_ref().map(|review| review.author.clone()).unwrap_or_default(),
        day: review.as_ref().map(|review| danish_day(review.asked)).unwrap_or_default(),
        fields,
        asked: review.as_ref().and_then(|review| review.question.clone()),
        answer: review.map(|review| review.answer).unwrap_or_default(),
        alike: alike(&latest, open)
            .into_iter()
            .map(|(other, _)| (other.slug.clone(), other.name.clone()))
            .collect(),
        version: review_version(kept)?,
    })
}

/// Takes an editor's answer. What changed meanwhile, or lacks something, is shown again as it is now.
pub async fn answer(
    State(site): State<Arc<Site>>,
    Editor(who): Editor,
    Form(form): Form<ReviewForm>,
) -> Result<Response, Refused> {
    let why = match form.validate() {
        Err(wrong) => WhyRefused::Words(wrong),
        Ok(words) => {
            let (slug, version) = (&form.slug, &form.udgave);
            match actions::review_listing(&site, &who, slug, version, form.svar, &words).await? {
                Reviewed::Answered => return Ok(Redirect::to(links::EDITORS).into_response()),
                Reviewed::Changed => WhyRefused::Changed,
                Reviewed::Lacking => WhyRefused::Lacking,
            }
        }
    };
    room(&site, Some(RefusedAnswer { slug: form.slug, typed: form.tekst, why })).await
}
