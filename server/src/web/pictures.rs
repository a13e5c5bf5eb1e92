//! Pictures: shown to anyone, sent and put in order by those who keep a listing.

use std::sync::Arc;
use std::time::Duration;

use app::links;
use app::model::{InvalidFile, InvalidPicture, Listing, PictureForm, PictureTextForm, PicturesRefused};
use app::page::Failure;
use app::routes;
use axum::Form;
use axum::extract::multipart::{Field, MultipartError};
use axum::extract::{Multipart, Path, State};
use axum::http::request::Parts;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;

use super::failures::Refused;
use super::pages::document;
use super::session::Member;
use crate::actions::{self, PictureAdded, PictureEdit};
use crate::pictures::{MAX_BYTES, look};
use crate::site::Site;
use crate::store::Identity;

/// Most bytes of a form with a file. Files that are too large are read to their end up to here, because a
/// browser that is answered before it has sent everything shows its own failure instead of the answer.
pub const UPLOAD: usize = 48 << 20;
/// Longest that sending a form with a file may take.
pub const UPLOAD_TIMEOUT: Duration = Duration::from_mins(3);
/// Most bytes of a text that goes with it.
const TEXT: usize = 4 << 10;
/// How often it is looked whether the picture can be shown already, and
const LOOKS: u32 = 30;
/// how long is waited in between.
const PAUSE: Duration = Duration::from_millis(100);

/// A picture in one of its widths. Its address holds a hash of it, so it never changes.
pub async fn serve(State(site): State<Arc<Site>>, Path(file): Path<String>) -> Result<Response, Refused> {
    let wanted = file.strip_suffix(".webp").and_then(|name| name.rsplit_once('-'));
    let wanted = wanted.and_then(|(id, width)| Some((id, width.parse().ok()?)));
    let (id, width) = wanted.ok_or(Refused(Failure::NotFound))?;
    let bytes = site.store.picture(id, width).await?.ok_or(Refused(Failure::NotFound))?;
    let headers = [
        (header::CONTENT_TYPE, "image/webp"),
        (header::CACHE_CONTROL, "public, max-age=31536000, immutable"),
    ];
    Ok((headers, bytes).into_response())
}

/// The page.
pub async fn page(
    State(site): State<Arc<Site>>,
    Path(slug): Path<String>,
    Member(who): Member,
) -> Result<Response, Refused> {
    let listing = kept(&site, &who, &slug).await?;
    shown(&site, &listing, &PictureForm::default(), PicturesRefused::Nothing).await
}

/// Takes a file with what it shows, and waits a little for the job, so that most see their picture at once.
pub async fn add(
    State(site): State<Arc<Site>>,
    Path(slug): Path<String>,
    Member(who): Member,
    parts: Parts,
    body: Multipart,
) -> Result<Response, Refused> {
    let may_send = site.limits.upload(&parts, who.session.account);
    let listing = kept(&site, &who, &slug).await?;
    let (form, file) = read(body).await.map_err(|error| {
        let large = error.status() == StatusCode::PAYLOAD_TOO_LARGE;
        Refused(if large { Failure::TooLarge } else { Failure::Invalid })
    })?;
    if !may_send {
        return shown(&site, &listing, &form, PicturesRefused::TooOften).await;
    }
    let (file, text) = (file.and_then(|bytes| look(&bytes).map(|()| bytes)), form.validate());
    let mut refused =
        InvalidPicture { file: file.as_ref().err().copied(), text: text.as_ref().err().copied() };
    if let (Ok(bytes), Ok(alt)) = (file, text) {
        match actions::add_picture(&site, &who, &slug, alt, form.logo, bytes).await? {
            PictureAdded::Waits(id) => {
                wait_for(&site, id).await?;
                return Ok(Redirect::to(&links::own(&slug, links::OWN_PICTURES)).into_response());
            }
            PictureAdded::TooMany => refused.file = Some(InvalidFile::TooMany),
            PictureAdded::NotTheirs => return Err(Refused(Failure::NotFound)),
        }
    }
    shown(&site, &listing, &form, PicturesRefused::Sent(refused)).await
}

async fn wait_for(site: &Site, id: i64) -> Result<(), Refused> {
    for _ in 0..LOOKS {
        if !site.store.upload_waits(id).await? {
            site.follower.wait_for(site.store.revision().await?).await;
            break;
        }
        tokio::time::sleep(PAUSE).await;
    }
    Ok(())
}

/// The form and its file, or why there is none.
async fn read(mut body: Multipart) -> Result<(PictureForm, Result<Vec<u8>, InvalidFile>), MultipartError> {
    let (mut form, mut file) = (PictureForm::default(), Err(InvalidFile::Missing));
    while let Some(field) = body.next_field().await? {
        match field.name() {
            Some("billede") => file = bytes(field, MAX_BYTES).await?.ok_or(InvalidFile::TooLarge),
            Some("tekst") => {
                let text = bytes(field, TEXT).await?.unwrap_or_default();
                form.tekst = String::from_utf8_lossy(&text).into_owned();
            }
            Some("logo") => form.logo = true,
            _ => {}
        }
    }
    Ok((form, file))
}

/// What was sent as a field; none when it is too long, but read to its end.
async fn bytes(mut field: Field<'_>, most: usize) -> Result<Option<Vec<u8>>, MultipartError> {
    let mut all = Some(Vec::new());
    while let Some(chunk) = field.chunk().await? {
        all = all.filter(|all| all.len() + chunk.len() <= most);
        if let Some(all) = &mut all {
            all.extend_from_slice(&chunk);
        }
    }
    Ok(all)
}

/// Takes what a picture shows, and what of it must be seen.
pub async fn describe(
    State(site): State<Arc<Site>>,
    Path(slug): Path<String>,
    Member(who): Member,
    Form(form): Form<PictureTextForm>,
) -> Result<Response, Refused> {
    match form.validate() {
        Ok((alt, focus)) => edit(&site, &who, &slug, &form.id, PictureEdit::Describe(alt, focus)).await,
        Err(wrong) => {
            let listing = kept(&site, &who, &slug).await?;
            shown(&site, &listing, &PictureForm::default(), PicturesRefused::Text(&form, wrong)).await
        }
    }
}

/// Which picture, and which way.
#[derive(Deserialize)]
pub struct Move {
    id: String,
    retning: Way,
}

/// Towards the first or the last.
#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum Way {
    Op,
    Ned,
}

/// Moves a picture one place.
pub async fn reorder(
    State(site): State<Arc<Site>>,
    Path(slug): Path<String>,
    Member(who): Member,
    Form(Move { id, retning }): Form<Move>,
) -> Result<Response, Refused> {
    let way = match retning {
        Way::Op => PictureEdit::Earlier,
        Way::Ned => PictureEdit::Later,
    };
    edit(&site, &who, &slug, &id, way).await
}

/// Which picture.
#[derive(Deserialize)]
pub struct Removed {
    id: String,
}

/// Removes a picture.
pub async fn remove(
    State(site): State<Arc<Site>>,
    Path(slug): Path<String>,
    Member(who): Member,
    Form(Removed { id }): Form<Removed>,
) -> Result<Response, Refused> {
    edit(&site, &who, &slug, &id, PictureEdit::Remove).await
}

async fn edit(
    site: &Site,
    who: &Identity,
    slug: &str,
    id: &str,
    edit: PictureEdit,
) -> Result<Response, Refused> {
    let gone = edit == PictureEdit::Remove;
    if !actions::edit_picture(site, who, slug, id, edit).await? {
        return Err(Refused(Failure::NotFound));
    }
    let page = links::own(slug, links::OWN_PICTURES);
    // Back to where they were on the page.
    let back = if gone { page } else { format!("{page}#billede-{id}") };
    Ok(Redirect::to(&back).into_response())
}

/// Which file that was not taken.
#[derive(Deserialize)]
pub struct Read {
    id: i64,
}

/// Forgets a file that was not taken, once they have read why.
pub async fn forget(
    State(site): State<Arc<Site>>,
    Path(slug): Path<String>,
    Member(who): Member,
    Form(Read { id }): Form<Read>,
) -> Result<Response, Refused> {
    if !actions::forget_refused_picture(&site, &who, &slug, id).await? {
        return Err(Refused(Failure::NotFound));
    }
    Ok(Redirect::to(&links::own(&slug, links::OWN_PICTURES)).into_response())
}

async fn kept(site: &Site, who: &Identity, slug: &str) -> Result<Listing, Refused> {
    site.store.kept_listing(site.reach(who), slug).await?.ok_or(Refused(Failure::NotFound))
}

async fn shown(
    site: &Site,
    listing: &Listing,
    form: &PictureForm,
    refused: PicturesRefused<'_>,
) -> Result<Response, Refused> {
    let waiting = site.store.uploads(&listing.slug).await?;
    Ok(document(routes::pictures(&site.base_url, listing, &waiting, form, refused)))
}
