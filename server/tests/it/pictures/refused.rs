//! What is not taken, and from whom.

use axum::body::Body;
use axum::http::{Request, StatusCode};
use image::ImageFormat;

use super::{PAGE, file, open, pictures, png, post, send, sent, two_halves};
use crate::members::kitchen;
use crate::test_site::TestSite;

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
