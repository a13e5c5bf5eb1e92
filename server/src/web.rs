//! HTTP around the pages: routes, layers, assets, health.

mod addresses;
mod aftercare;
mod answers;
mod assets;
mod cache;
mod claim;
mod close;
mod colleagues;
mod create;
mod device;
mod documents;
mod duplicates;
mod edit;
mod editors;
mod failures;
mod findable;
mod free_places;
mod headers;
mod health;
mod invitation;
mod limits;
mod lists;
mod mails;
mod messages;
mod my_page;
mod origin;
mod own;
mod own_data;
mod pages;
mod pictures;
mod report;
mod reviews;
mod second_factor;
mod session;
mod shortlist;
mod sign_in;
mod unconfirmed;
mod visible;
mod vouch;

use std::sync::Arc;
use std::time::Duration;

use app::links;
use axum::Router;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::http::StatusCode;
use axum::middleware::{Next, from_fn_with_state, map_response, map_response_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use tower::{Layer, Service};
use tower_http::CompressionLevel;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::limit::RequestBodyLimitLayer;
use tower_http::timeout::TimeoutLayer;
use tower_http::trace::{DefaultOnResponse, TraceLayer};

use addresses::Addresses;
pub use cache::{Cached, PageCache, Queue};
pub use limits::Limits;

use crate::site::Site;

/// Longest a request may take.
const TIMEOUT: Duration = Duration::from_secs(10);
/// Most bytes of a request body: a section of a listing with all its texts at their longest, as forms spell them.
const BODY: usize = 512 << 10;
/// Brotli at 3 is 7 % larger than at 4 and takes a little more than half of the time, which is most
/// of what a page costs.
const COMPRESSION: i32 = 3;
/// While many wait: nearly twice as many pages in the same time.
const COMPRESSION_WHEN_BUSY: i32 = 1;

/// The whole site as a service, with the pages it has kept before all of its layers.
pub fn router(site: Arc<Site>) -> Cached {
    Cached::new(site.clone(), router_with(site, |routes| routes))
}

/// The whole site with more routes under its layers and without kept pages, for tests of
/// what the layers do.
pub fn router_with(site: Arc<Site>, more: impl FnOnce(Router<Arc<Site>>) -> Router<Arc<Site>>) -> Router {
    let pages = Router::new()
        .route("/sitemap.xml", get(documents::sitemap))
        .route("/robots.txt", get(documents::robots))
        .route("/opensearch.xml", get(documents::opensearch))
        .route(links::FEED, get(documents::feed))
        .route(links::SUGGEST, get(documents::suggest))
        .fallback(pages::serve)
        .layer(from_fn_with_state(site.clone(), pages::revalidate))
        .merge(asking_pages().layer(map_response(headers::private)))
        .merge(own_pages().into_router().layer(map_response(headers::private)))
        .layer(from_fn_with_state(site.clone(), compress));
    more(Router::new().merge(pages))
        .route("/assets/{file}", get(assets::serve))
        .route(&format!("{}/{{file}}", links::PICTURES), get(pictures::serve))
        .layer(RequestBodyLimitLayer::new(BODY))
        .layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, TIMEOUT))
        .merge(uploads(&site))
        .layer(from_fn_with_state(site.clone(), origin::same_origin))
        .layer(CatchPanicLayer::custom(failures::panicked))
        .layer(map_response_with_state(site.clone(), failures::explain))
        .layer(
            TraceLayer::new_for_http()
                .make_span_with(span)
                .on_response(DefaultOnResponse::new().level(tracing::Level::INFO)),
        )
        .route("/healthz", get(health::alive))
        .route("/readyz", get(health::ready))
        .layer(map_response_with_state(site.clone(), headers::secure))
        .with_state(site)
}

/// The addresses of what is for one visitor, in the form they are registered in.
#[must_use]
pub fn own_addresses() -> Vec<String> {
    own_pages().merge(upload_pages()).into_all()
}

/// What is for one visitor: never kept, never shared.
fn own_pages() -> Addresses {
    Addresses::default()
        .route(links::EDITORS, get(editors::show))
        .route(links::GAPS_CSV, get(lists::gaps_csv))
        .route(links::DUPLICATES, get(duplicates::show).post(duplicates::keep_apart))
        .route(&links::merge("{kept}", "{other}"), get(duplicates::form).post(duplicates::merge))
        .route(links::ALL_LISTINGS, get(lists::show_all))
        .route(links::LACKING, get(lists::show_lacking))
        .route(links::MAIL_LOG, get(lists::show_mails))
        .route(links::LOG, get(lists::show_log))
        .route(links::KEEPERS, get(lists::show_keepers).post(lists::take_off))
        .route(links::DECIDE_CLAIM, post(editors::decide_claim))
        .route(links::CLOSE_REPORT, post(editors::close_report))
        .route(links::REVIEW, post(reviews::answer))
        .route(links::TAKE_BACK, post(editors::take_back))
        .route(links::SIGN_IN, get(sign_in::form).post(sign_in::ask))
        .route(links::LINK_SENT, get(sign_in::sent))
        .route(links::CONFIRM_SIGN_IN, get(sign_in::confirm).post(sign_in::sign_in))
        .route(&links::claim("{slug}"), get(claim::form).post(claim::ask))
        .route(&links::report("{slug}"), get(report::form).post(report::take))
        .route(&links::report_thanks("{slug}"), get(report::thanks))
        .route(links::CONFIRM_CLAIM, get(claim::confirm).post(claim::confirmed))
        .route(links::CREATE, get(create::form).post(create::create))
        .route(&links::own("{slug}", ""), get(edit::overview))
        .route(&links::own("{slug}", "vis"), get(edit::preview))
        .route(&links::own("{slug}", "pause"), post(edit::pause))
        .route(&links::own("{slug}", "send"), post(edit::answer))
        .route(&links::own("{slug}", "{part}"), get(edit::form).post(edit::save))
        .route(&links::own("{slug}", "mails"), get(mails::form).post(mails::save))
        .route(&links::editors("ubekraeftede"), get(unconfirmed::show).post(unconfirmed::confirm))
        .route(links::VOUCH, get(vouch::ask).post(vouch::vouch))
        .route(links::VOUCHED, get(vouch::thanks))
        .route(&links::own("{slug}", links::OWN_FREE_PLACES), get(free_places::back).post(free_places::say))
        .route(links::FREE_PLACES, get(free_places::ask).post(free_places::say_by_link))
        .route(links::FREE_PLACES_SAID, get(free_places::thanks))
        .route(links::CONFIRM_LISTING, post(my_page::confirm_listings))
        .route(&links::own("{slug}", "fundet"), get(findable::show))
        .route(&links::own("{slug}", links::OWN_PICTURES), get(pictures::page))
        .route(&links::own_picture("{slug}", "tekst"), post(pictures::describe))
        .route(&links::own_picture("{slug}", "plads"), post(pictures::reorder))
        .route(&links::own_picture("{slug}", "slet"), post(pictures::remove))
        .route(&links::own_picture("{slug}", "afvist"), post(pictures::forget))
        .route(links::SECOND_FACTOR, get(second_factor::ask).post(second_factor::prove))
        .route(links::NEW_SECOND_FACTOR, get(second_factor::begin).post(second_factor::add))
        .route(links::LIST, get(shortlist::show).post(shortlist::change))
        .route(links::PLACES_LIST, get(shortlist::places))
        .route(links::PLACES_SHEET, get(shortlist::sheet))
        .route(links::LIST_CSV, get(shortlist::csv))
        .route(links::LIST_XLSX, get(shortlist::xlsx))
        .route(links::AFTERCARE_CALENDAR, get(aftercare::calendar))
        .route(links::MY_PAGE, get(my_page::show))
        .route(links::SIGN_OUT, post(my_page::sign_out))
        .route(links::END_SESSION, post(my_page::end_session))
        .merge(colleague_pages())
        .merge(answer_pages())
        .merge(message_pages())
}

/// What is asked here is somebody's need or plan, and stands in the address alone.
fn asking_pages() -> Router<Arc<Site>> {
    Router::new().route(links::MATCH, get(pages::serve)).route(links::AFTERCARE, get(pages::serve))
}

/// Writing to enterprises. Addresses hold keys, and forms what was typed.
fn message_pages() -> Addresses {
    Addresses::default()
        .route(&links::message("{slug}"), get(messages::form).post(messages::take))
        .route(links::MESSAGE_TO_LISTED, get(messages::form_for_listed).post(messages::take_for_listed))
        .route(links::MESSAGE_WRITTEN, get(messages::written))
        .route(links::CONFIRM_MESSAGE, get(messages::confirm).post(messages::confirmed))
        .route(links::FORGET_SENDER, post(messages::forget))
}

/// Who keeps a listing, and what is stored about them.
fn colleague_pages() -> Addresses {
    let own = |part: &str| links::own("{slug}", part);
    Addresses::default()
        .route(&own("kolleger"), get(colleagues::show).post(colleagues::invite))
        .route(&own("kolleger/tag-tilbage"), get(colleagues::back).post(colleagues::withdraw))
        .route(&own("kolleger/rolle"), get(colleagues::back).post(colleagues::change_role))
        .route(&own("kolleger/fjern"), get(colleagues::back).post(colleagues::remove))
        .route(&own("kolleger/forlad"), get(colleagues::back).post(colleagues::leave))
        .route(&own("kolleger/svar"), get(colleagues::back).post(colleagues::decide_claim))
        .route(&own("luk"), get(close::form).post(close::close))
        .route(links::CONFIRM_INVITATION, get(invitation::confirm).post(invitation::accept))
        .route(links::OWN_DATA, get(own_data::download))
        .route(links::DELETE_ACCOUNT, get(own_data::form).post(own_data::delete))
        .route(links::ACCOUNT_DELETED, get(own_data::deleted))
}

/// Answers to messages, and how they stand: for whoever has the link.
fn answer_pages() -> Addresses {
    Addresses::default()
        .route(links::ANSWER_MESSAGE, get(answers::ask).post(answers::take))
        .route(links::MESSAGE_ANSWERED, get(answers::thanks))
        .route(links::FOLLOW_MESSAGE, get(answers::follow).post(answers::withdraw))
}

/// What takes files: larger bodies, and longer to send them on a slow line.
fn uploads(site: &Arc<Site>) -> Router<Arc<Site>> {
    upload_pages()
        .into_router()
        .layer(DefaultBodyLimit::disable())
        .layer(map_response(headers::private))
        .layer(from_fn_with_state(site.clone(), compress))
        .layer(RequestBodyLimitLayer::new(pictures::UPLOAD))
        .layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, pictures::UPLOAD_TIMEOUT))
}

fn upload_pages() -> Addresses {
    Addresses::default().route(&links::own("{slug}", links::OWN_PICTURES), post(pictures::add))
}

/// Packs what goes out, lightly while many wait.
async fn compress(State(site): State<Arc<Site>>, request: Request, next: Next) -> Response {
    let level = if site.queue.is_busy() { COMPRESSION_WHEN_BUSY } else { COMPRESSION };
    let mut packed = CompressionLayer::new().quality(CompressionLevel::Precise(level)).layer(next);
    packed.call(request).await.into_response()
}

/// What is logged of a request: neither what was searched for nor from which address.
fn span(request: &Request) -> tracing::Span {
    tracing::info_span!("request", method = %request.method(), path = request.uri().path())
}
