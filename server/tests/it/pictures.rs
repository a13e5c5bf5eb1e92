//! Pictures: sent, made fit to show, put in order, and refused.

mod kept;
mod refused;

use std::io::Cursor;

use app::model::WaitingPicture;
use axum::body::Body;
use axum::http::{Request, StatusCode};
use content::Listing;
use content::listing::Picture;
use image::{DynamicImage, ImageFormat, Rgb, RgbImage, Rgba, RgbaImage};
use server::jobs;

use crate::members::{claim, kitchen};
use crate::test_site::{Answer, TestSite};

const PAGE: &str = "/min-side/koekkenet/billeder";

/// The kitchen with its index following and its jobs run, and the cookie of whoever keeps it.
async fn open() -> (TestSite, String) {
    let site = TestSite::with(vec![kitchen()]).await;
    let cookie = claim(&site, "anne@koekkenet.example.dk").await;
    for task in [true, false] {
        let site = site.site.clone();
        tokio::spawn(async move { if task { site.follower.run().await } else { jobs::run(&site).await } });
    }
    (site, cookie)
}

/// A picture that is red on its left half and blue on its right.
fn two_halves(width: u32, height: u32) -> DynamicImage {
    let colour = |x| if x < width / 2 { Rgb([220, 20, 20]) } else { Rgb([20, 20, 220]) };
    RgbImage::from_fn(width, height, |x, _| colour(x)).into()
}

fn file(picture: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// A PNG of one colour, another for each number.
fn png(number: u8) -> Vec<u8> {
    file(&RgbImage::from_pixel(40, 30, Rgb([number * 25, 200, 90])).into(), ImageFormat::Png)
}

/// Sends the form as a browser does.
pub async fn send(
    site: &TestSite,
    cookie: Option<&str>,
    name: &str,
    file: &[u8],
    alt: &str,
    logo: bool,
) -> Answer {
    let mut body = Vec::new();
    let mut field = |head: &str, bytes: &[u8]| {
        body.extend(format!("--x\r\nContent-Disposition: form-data; {head}\r\n\r\n").into_bytes());
        body.extend(bytes);
        body.extend(b"\r\n");
    };
    field(&format!("name=\"billede\"; filename=\"{name}\""), file);
    field("name=\"tekst\"", alt.as_bytes());
    if logo {
        field("name=\"logo\"", b"ja");
    }
    body.extend(b"--x--\r\n");
    let request = Request::post(PAGE)
        .header("sec-fetch-site", "same-origin")
        .header("content-type", "multipart/form-data; boundary=x")
        .header("content-length", body.len());
    let request = if let Some(cookie) = cookie { request.header("cookie", cookie) } else { request };
    site.send(request.body(Body::from(body)).unwrap()).await
}

async fn sent(site: &TestSite, cookie: &str, file: &[u8], alt: &str) {
    let answer = send(site, Some(cookie), "foto.jpg", file, alt, false).await;
    assert_eq!((answer.status, answer.header("location")), (StatusCode::SEE_OTHER, PAGE), "{}", answer.body);
    settled(site).await;
}

/// Sends a small picture of the kitchen and has it made fit to show.
pub async fn shown_at_once(site: &TestSite, cookie: &str, alt: &str) {
    let file = png(1);
    let sending = send(site, Some(cookie), "foto.png", &file, alt, false);
    let working = async {
        while pictures(site).await.is_empty() {
            site.run_jobs().await;
            tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        }
    };
    let (sent, ()) = tokio::join!(sending, working);
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
}

/// Sends one while the site runs its jobs itself.
pub async fn shown_meanwhile(site: &TestSite, cookie: &str) {
    sent(site, cookie, &png(2), "Et bord").await;
    assert_eq!(pictures(site).await.len(), 1);
}

/// On a busy machine the form may be answered before the job is done.
async fn settled(site: &TestSite) {
    let waits = |all: Vec<WaitingPicture>| all.iter().any(|picture| picture.refused.is_none());
    while waits(site.site.store.uploads("koekkenet").await.unwrap()) {
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    site.site.follower.catch_up().await.unwrap();
}

async fn stored(site: &TestSite) -> Listing {
    site.site.store.write().await.unwrap().listing("koekkenet").await.unwrap().unwrap()
}

async fn pictures(site: &TestSite) -> Vec<Picture> {
    stored(site).await.pictures
}

async fn post(site: &TestSite, cookie: &str, deed: &str, form: &[(&str, &str)]) -> Answer {
    site.post(&format!("{PAGE}/{deed}"), form, Some(cookie)).await
}

fn address(picture: &Picture, width: u16) -> String {
    format!("/billeder/{}-{width}.webp", picture.id)
}

#[tokio::test]
async fn a_picture_that_is_sent_is_seen_at_once_in_several_widths() {
    let (site, cookie) = open().await;
    assert!(site.get_as(PAGE, &cookie).await.body.contains("Send billedet"));
    sent(&site, &cookie, &file(&two_halves(1000, 500), ImageFormat::Jpeg), "Kaffe <b>& te").await;
    let shown = pictures(&site).await.pop().unwrap();
    assert_eq!((shown.alt.as_str(), shown.width, shown.height), ("Kaffe <b>& te", 1000, 500));
    for width in [480, 960, 1000] {
        let served = site.get(&address(&shown, width)).await;
        assert_eq!(served.header("content-type"), "image/webp");
        assert_eq!(served.header("cache-control"), "public, max-age=31536000, immutable");
        assert_eq!(served.header("content-encoding"), "");
        let picture = image::load_from_memory_with_format(&served.bytes, ImageFormat::WebP).unwrap();
        assert_eq!((picture.width(), picture.height()), (width.into(), u32::from(width) / 2));
    }
    for missing in ["/billeder/x-480.webp", "/billeder/x", &address(&shown, 481), "/billeder/x-480.png"] {
        assert_eq!(site.get(missing).await.status, StatusCode::NOT_FOUND, "{missing}");
    }
    let page = site.get("/virksomheder/koekkenet").await.body;
    assert!(
        page.contains(&address(&shown, 480)) && page.contains("alt=\"Kaffe &lt;b&gt;&amp; te\""),
        "{page}"
    );
    assert!(site.get_as(PAGE, &cookie).await.body.contains(&address(&shown, 480)));
    assert!(site.get("/virksomheder").await.body.contains(&address(&shown, 480)), "on its card");
}

#[tokio::test]
async fn pictures_are_described_moved_and_removed() {
    let (site, cookie) = open().await;
    for number in 0..3 {
        sent(&site, &cookie, &png(number), &format!("Nummer {number}")).await;
    }
    let order = || async { pictures(&site).await.into_iter().map(|picture| picture.alt).collect::<Vec<_>>() };
    let ids: Vec<String> = pictures(&site).await.into_iter().map(|picture| picture.id).collect();
    let moved = post(&site, &cookie, "plads", &[("id", &ids[2]), ("retning", "op")]).await;
    assert_eq!(moved.header("location"), format!("{PAGE}#billede-{}", ids[2]));
    assert_eq!(order().await, ["Nummer 0", "Nummer 2", "Nummer 1"]);
    post(&site, &cookie, "plads", &[("id", &ids[0]), ("retning", "ned")]).await;
    assert_eq!(order().await, ["Nummer 2", "Nummer 0", "Nummer 1"]);
    post(&site, &cookie, "plads", &[("id", &ids[2]), ("retning", "op")]).await;
    post(&site, &cookie, "plads", &[("id", &ids[1]), ("retning", "ned")]).await;
    assert_eq!(order().await, ["Nummer 2", "Nummer 0", "Nummer 1"], "the ends are the ends");

    let described = [("id", ids[0].as_str()), ("tekst", "Et bord"), ("fokus", "0-100")];
    assert_eq!(post(&site, &cookie, "tekst", &described).await.status, StatusCode::SEE_OTHER);
    let picture = pictures(&site).await.into_iter().find(|picture| picture.id == ids[0]).unwrap();
    assert_eq!((picture.alt.as_str(), picture.focus_x, picture.focus_y), ("Et bord", 0, 100));
    assert!(site.get("/virksomheder/koekkenet").await.body.contains("class=\"focus-0-100\""));

    for (text, words) in [("", "Skriv, hvad billedet viser."), ("Anne 010190-1234", "CPR-nummer")] {
        let wrong = [("id", ids[1].as_str()), ("tekst", text), ("fokus", "100-0")];
        let refused = post(&site, &cookie, "tekst", &wrong).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.body.contains(words) && refused.body.contains(&format!("{text}</textarea>")));
        assert!(
            refused.body.contains("href=\"#tekst-3\"") && refused.body.contains("value=\"100-0\" checked")
        );
    }
    for _ in 0..2 {
        let gone = post(&site, &cookie, "slet", &[("id", &ids[2])]).await;
        assert_eq!(gone.header("location"), PAGE, "gone is gone, however often");
    }
    assert_eq!(order().await, ["Et bord", "Nummer 1"]);
    let unknown = post(&site, &cookie, "plads", &[("id", &ids[2]), ("retning", "op")]).await;
    assert_eq!(unknown.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_logo_keeps_what_is_clear_and_stands_beside_the_pictures() {
    let (site, cookie) = open().await;
    let drawing = RgbaImage::from_fn(600, 300, |x, _| Rgba([0, 90, 90, if x < 300 { 0 } else { 255 }]));
    let answer =
        send(&site, Some(&cookie), "l.png", &file(&drawing.into(), ImageFormat::Png), "Logo", true).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    settled(&site).await;
    let logo = stored(&site).await.logo.unwrap();
    assert_eq!((logo.width, logo.height), (480, 240));
    let served = image::load_from_memory(&site.get(&address(&logo, 480)).await.bytes).unwrap().into_rgba8();
    assert_eq!((served.get_pixel(10, 10).0[3], served.get_pixel(470, 10).0[3]), (0, 255));
    let page = site.get("/virksomheder/koekkenet").await.body;
    assert!(
        page.contains("class=\"panel logo\"") && page.contains("\"logo\":\"http://127.0.0.1:3000/billeder/")
    );
    post(&site, &cookie, "slet", &[("id", &logo.id)]).await;
    assert!(stored(&site).await.logo.is_none());
}

/// A JPEG that says it lies on its side, and where it was taken.
fn lying(picture: &DynamicImage) -> Vec<u8> {
    let mut exif = b"Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0".to_vec();
    exif.extend(b"57.04N 9.92E");
    let length = u16::try_from(exif.len() + 2).unwrap().to_be_bytes();
    let jpeg = file(picture, ImageFormat::Jpeg);
    [&jpeg[..2], &[0xff, 0xe1], &length, &exif, &jpeg[2..]].concat()
}

#[tokio::test]
async fn a_photograph_stands_upright_and_tells_nothing_but_what_is_seen() {
    let (site, cookie) = open().await;
    let photograph = lying(&two_halves(60, 40));
    assert!(photograph.windows(6).any(|part| part == b"57.04N"));
    sent(&site, &cookie, &photograph, "Baren").await;
    let shown = pictures(&site).await.pop().unwrap();
    assert_eq!((shown.width, shown.height), (40, 60));
    let served = site.get(&address(&shown, 40)).await.bytes;
    for mark in [b"57.0", b"Exif", b"EXIF", b"XMP ", b"ICCP"] {
        assert!(!served.windows(4).any(|part| part == mark), "{}", String::from_utf8_lossy(mark));
    }
    let picture = image::load_from_memory(&served).unwrap().into_rgb8();
    let (top, bottom) = (picture.get_pixel(20, 5), picture.get_pixel(20, 55));
    assert!(
        top[0] > top[2] && bottom[2] > bottom[0],
        "the left half has become the upper one: {top:?} {bottom:?}"
    );
}
