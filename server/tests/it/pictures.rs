//! Pictures: sent, made fit to show, put in order, and refused.

use std::io::Cursor;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use app::model::WaitingPicture;
use axum::body::Body;
use axum::http::{Request, StatusCode};
use chrono::{DateTime, Duration, Utc};
use content::Listing;
use content::listing::Picture;
use image::{DynamicImage, ImageFormat, Rgb, RgbImage, Rgba, RgbaImage};
use server::actions::{export_listings, import_listings};
use server::clock::Clock;
use server::jobs;
use server::store::{Author, JobKind, Upload};

use crate::editors::enrol;
use crate::members::{claim, kitchen};
use crate::test_site::{Answer, EDITOR, FixedClock, TestDatabase, TestSite};

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
async fn send(
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

/// A PNG that says it is as large as a town square and holds nothing.
fn bomb() -> Vec<u8> {
    let mut png = png(0);
    // Width and height stand after the signature and the name of the first chunk; then its check sum.
    png[16..24].copy_from_slice(&[0, 0, 0xea, 0x60, 0, 0, 0xea, 0x60]);
    let sum = png[12..29].iter().fold(!0_u32, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| (sum >> 1) ^ (0xedb8_8320 * (sum & 1)))
    });
    png[29..33].copy_from_slice(&(!sum).to_be_bytes());
    png
}

#[tokio::test]
async fn what_is_no_picture_we_show_is_refused_with_a_sentence() {
    let (site, cookie) = open().await;
    let jpeg = file(&two_halves(60, 40), ImageFormat::Jpeg);
    let script = b"<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>";
    let gif = b"GIF89a\x01\0\x01\0\0\0\0;";
    let large = [jpeg.as_slice(), &vec![0; 12 << 20]].concat();
    for (file, words) in [
        (&b""[..], "Vælg et billede."),
        (script, "ikke et billede, vi kan vise"),
        (b"<!DOCTYPE html><script>alert(1)</script>", "ikke et billede, vi kan vise"),
        (gif, "ikke et billede, vi kan vise"),
        (&bomb(), "højst 50 megapixel"),
        (&large, "højst 12 MB"),
        (&jpeg[..jpeg.len() / 2], "i stykker"),
        (&jpeg[..3], "i stykker"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "i stykker"),
        (b"RIFF\x04\0\0\0WEBPVP8 ", "i stykker"),
    ] {
        let refused = send(&site, Some(&cookie), "foto.png", file, "Baren <i>", true).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{words}");
        assert!(refused.body.contains(words), "{words}: {}", refused.body);
        assert!(refused.body.contains("Baren &lt;i&gt;</textarea>"), "what was typed stays");
    }
    let fine = png(1);
    for (alt, words) in
        [(" ", "Skriv, hvad billedet viser."), ("010190-1234", "CPR"), (&*"a".repeat(301), "300 tegn")]
    {
        let refused = send(&site, Some(&cookie), "foto.png", &fine, alt, false).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.body.contains(words), "{words}");
    }
    assert!(site.site.store.uploads("koekkenet").await.unwrap().is_empty());
    let flood = vec![0; 49 << 20];
    assert_eq!(
        send(&site, Some(&cookie), "foto.png", &flood, "Baren", false).await.status,
        StatusCode::PAYLOAD_TOO_LARGE
    );
}

#[tokio::test]
async fn a_file_that_breaks_on_the_way_is_said_to_and_not_tried_again() {
    let (site, cookie) = open().await;
    let whole = file(&two_halves(300, 200), ImageFormat::Png);
    sent(&site, &cookie, &whole[..whole.len() - 60], "Baren").await;
    let page = site.get_as(PAGE, &cookie).await.body;
    assert!(page.contains("Sendt, men ikke vist") && page.contains("i stykker"), "{page}");
    assert!(pictures(&site).await.is_empty());
    let (_, rest) = page.split_once("/billeder/afvist").unwrap();
    let (_, rest) = rest.split_once("value=\"").unwrap();
    post(&site, &cookie, "afvist", &[("id", rest.split('"').next().unwrap())]).await;
    assert!(!site.get_as(PAGE, &cookie).await.body.contains("Sendt, men ikke vist"));
}

#[tokio::test]
async fn the_ninth_is_refused_and_the_same_twice_is_one() {
    let (site, cookie) = open().await;
    for number in [0, 0, 1, 2, 3, 4, 5, 6, 7] {
        sent(&site, &cookie, &png(number), "Et af dem").await;
    }
    assert_eq!(pictures(&site).await.len(), 8);
    let ninth = send(&site, Some(&cookie), "foto.png", &png(8), "Den niende", false).await;
    assert_eq!(ninth.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(ninth.body.contains("I har 8 billeder") && ninth.body.contains("Den niende</textarea>"));
    let logo = send(&site, Some(&cookie), "foto.png", &png(8), "Logo", true).await;
    assert_eq!(logo.status, StatusCode::SEE_OTHER, "a logo is none of the eight");
}

#[tokio::test]
async fn only_those_who_keep_the_listing_may() {
    let site = TestSite::with(vec![kitchen()]).await;
    let other = site.sign_in("anden@example.dk").await;
    assert_eq!(site.get_as(PAGE, &other).await.status, StatusCode::NOT_FOUND);
    assert_eq!(send(&site, Some(&other), "f", &png(0), "Baren", false).await.status, StatusCode::NOT_FOUND);
    assert_eq!(site.get(PAGE).await.header("location"), format!("/log-ind?til={PAGE}"));
    assert_eq!(send(&site, None, "f", &png(0), "Baren", false).await.header("location"), "/log-ind");
    for deed in ["tekst", "plads", "slet", "afvist"] {
        let form = [("id", "1"), ("tekst", "Baren"), ("retning", "op")];
        assert_eq!(post(&site, &other, deed, &form).await.status, StatusCode::NOT_FOUND, "{deed}");
        let stranger = site.post(&format!("{PAGE}/{deed}"), &form, None).await;
        assert_eq!(stranger.header("location"), "/log-ind", "{deed}");
    }
    let foreign = Request::post(PAGE).header("sec-fetch-site", "cross-site").body(Body::empty()).unwrap();
    assert_eq!(site.send(foreign).await.status, StatusCode::FORBIDDEN);
}

/// Keeps a picture as its form does, without its job being run.
async fn waiting(site: &TestSite, bytes: Vec<u8>) -> i64 {
    let author = Author { email: "anne@koekkenet.example.dk".to_owned(), editor: false };
    let (slug, alt) = ("koekkenet".to_owned(), "Baren".to_owned());
    let write = site.site.store.write().await.unwrap();
    let upload = Upload { slug, alt, logo: false, author, bytes };
    let id = write.add_upload(upload, FixedClock.now()).await.unwrap();
    for _ in 0..2 {
        write.enqueue(&JobKind::Picture { upload: id }, None, FixedClock.now()).await.unwrap();
    }
    write.commit().await.unwrap();
    id
}

#[tokio::test]
async fn a_job_that_is_run_twice_shows_one_picture() {
    let site = TestSite::with(vec![kitchen()]).await;
    let id = waiting(&site, png(0)).await;
    assert!(site.site.store.upload_waits(id).await.unwrap());
    let upload = site.site.store.upload(id).await.unwrap().unwrap();
    let made = server::pictures::make(&upload.bytes, false);
    site.run_jobs().await;
    // Another runner that had decoded it as well comes second.
    server::actions::show_picture(&site.site, id, upload, made).await.unwrap();
    assert_eq!(pictures(&site).await.len(), 1);
    assert_eq!(site.site.store.changes(9).await.unwrap().len(), 1);
    assert!(site.site.store.uploads("koekkenet").await.unwrap().is_empty());
}

/// A clock that stands still at any hour.
#[derive(Debug)]
struct Hours(AtomicI64);

impl Clock for Hours {
    fn now(&self) -> DateTime<Utc> {
        FixedClock.now() + Duration::hours(self.0.load(Ordering::Relaxed))
    }
}

#[tokio::test]
async fn a_file_that_ends_the_process_each_time_is_given_up() {
    let (database, clock) = (TestDatabase::new().await, Arc::new(Hours(AtomicI64::new(0))));
    let site = TestSite::at(&database, clock.clone()).await;
    site.save(vec![kitchen()]).await;
    waiting(&site, png(0)).await;
    // Taken and never finished: its runner is gone each time.
    for hour in 1..=3 {
        while site.site.store.take_job(clock.now()).await.unwrap().is_some() {}
        clock.0.store(hour, Ordering::Relaxed);
    }
    site.run_jobs().await;
    assert!(pictures(&site).await.is_empty());
    assert!(site.site.store.uploads("koekkenet").await.unwrap()[0].refused.is_some());
}

#[tokio::test]
async fn pictures_nobody_shows_are_forgotten_once_no_change_can_bring_them_back() {
    let (site, cookie) = open().await;
    for number in 0..2 {
        sent(&site, &cookie, &png(number), "Et bord").await;
    }
    let [kept, gone] = pictures(&site).await.try_into().unwrap();
    post(&site, &cookie, "slet", &[("id", &gone.id)]).await;
    let forget = |now| {
        let store = site.site.store.clone();
        async move {
            let write = store.write().await.unwrap();
            write.forget_pictures(now).await.unwrap();
            write.commit().await.unwrap();
        }
    };
    forget(FixedClock.now() + Duration::days(29)).await;
    assert_eq!(site.get(&address(&gone, 40)).await.status, StatusCode::OK);

    let (editor, ..) = enrol(&site, EDITOR).await;
    let room = site.get_as("/redaktion", &editor).await.body;
    assert!(room.contains("Billeder") && room.contains("2. Et bord (40 × 30, nr. "), "{room}");
    let change = site.site.store.changes(1).await.unwrap().pop().unwrap().id.to_string();
    site.post("/redaktion/tag-tilbage", &[("id", &change)], Some(&editor)).await;
    assert_eq!(pictures(&site).await.len(), 2);
    post(&site, &cookie, "slet", &[("id", &gone.id)]).await;

    forget(FixedClock.now() + Duration::days(31)).await;
    assert_eq!(site.get(&address(&gone, 40)).await.status, StatusCode::NOT_FOUND);
    assert_eq!(site.get(&address(&kept, 40)).await.status, StatusCode::OK);
    let change = site.site.store.changes(1).await.unwrap().pop().unwrap().id.to_string();
    site.post("/redaktion/tag-tilbage", &[("id", &change)], Some(&editor)).await;
    assert_eq!(pictures(&site).await, [kept], "nothing broken is shown");
}

#[tokio::test]
async fn another_database_leaves_out_pictures_it_does_not_have() {
    let (site, cookie) = open().await;
    sent(&site, &cookie, &png(0), "Et bord").await;
    let mut lines = Vec::new();
    export_listings(&site.site.store, &mut lines).await.unwrap();
    for (store, kept) in [(TestDatabase::new().await.store().await, 0), (site.site.store.clone(), 1)] {
        import_listings(&store, &FixedClock, lines.as_slice(), |_| {}).await.unwrap();
        let listing = store.write().await.unwrap().listing("koekkenet").await.unwrap().unwrap();
        assert_eq!(listing.pictures.len(), kept);
    }
}

#[tokio::test]
async fn a_database_that_is_away_is_no_missing_picture() {
    let site = TestSite::with(vec![kitchen()]).await;
    site.site.store.clone().close().await;
    assert_eq!(site.get("/billeder/a-480.webp").await.status, StatusCode::SERVICE_UNAVAILABLE);
}
