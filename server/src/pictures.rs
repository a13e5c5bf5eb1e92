//! From a file somebody sent to pictures that are safe to show: decoded within limits, turned upright,
//! made small, and written anew, so that nothing of the file itself is left.

use std::io::Cursor;

use app::model::InvalidFile;
use fast_image_resize::Resizer;
use image::error::ImageError;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits};

/// Most bytes of a file: 12 MB.
pub const MAX_BYTES: usize = 12 << 20;
/// Most pixels of a picture: 50 megapixels.
const MAX_PIXELS: u64 = 50_000_000;
/// Most bytes the decoder may hold at once.
const MAX_MEMORY: u64 = 512 << 20;
/// Widest a picture is kept.
const WIDEST: u32 = 1600;
/// Widest a logo is kept.
const WIDEST_LOGO: u32 = 480;
/// Highest either is kept, in widths: more than a page of text is high.
const HIGHEST: u32 = 2;
/// Of a photograph, from 0 to 100.
const QUALITY: f32 = 78.0;
/// Of a logo, whose edges show every fault.
const QUALITY_LOGO: f32 = 92.0;

/// A picture in its sizes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// Pixels across in the largest size.
    pub width: u16,
    /// Pixels down in the largest size.
    pub height: u16,
    /// Widths and WebP files, the smallest first.
    pub sizes: Vec<(u16, Vec<u8>)>,
}

/// Whether a file is worth keeping for the job that decodes it; reads its header only.
///
/// # Errors
/// Why not.
pub fn look(bytes: &[u8]) -> Result<(), InvalidFile> {
    if bytes.is_empty() {
        return Err(InvalidFile::Missing);
    }
    if bytes.len() > MAX_BYTES {
        return Err(InvalidFile::TooLarge);
    }
    decoder(bytes).map(drop)
}

/// Decodes a file and makes the sizes that are shown.
///
/// # Errors
/// Why it cannot be.
pub fn make(bytes: &[u8], logo: bool) -> Result<Made, InvalidFile> {
    let mut picture = upright(bytes)?;
    let widest = if logo { WIDEST_LOGO } else { WIDEST };
    let (width, height) = fitting(picture.width(), picture.height(), widest);
    if (width, height) != (picture.width(), picture.height()) {
        picture = resized(&picture, width, height)?;
    }
    let unreadable = |_| InvalidFile::Unreadable;
    let mut made = Made {
        width: u16::try_from(width).map_err(unreadable)?,
        height: u16::try_from(height).map_err(unreadable)?,
        sizes: Vec::new(),
    };
    for width in content::listing::widths(made.width) {
        let height = (picture.height() * u32::from(width) / picture.width()).max(1);
        let file = if width == made.width {
            webp(&picture, logo)?
        } else {
            webp(&resized(&picture, width.into(), height)?, logo)?
        };
        made.sizes.push((width, file));
    }
    Ok(made)
}

/// The decoder for what the file is, whatever its name says, with its limits set.
fn decoder(bytes: &[u8]) -> Result<impl ImageDecoder, InvalidFile> {
    let mut reader = ImageReader::new(Cursor::new(bytes));
    reader = reader.with_guessed_format().map_err(|_| InvalidFile::WrongKind)?;
    match reader.format() {
        Some(ImageFormat::Png | ImageFormat::WebP) => {}
        Some(ImageFormat::Jpeg) if is_whole_jpeg(bytes) => {}
        Some(ImageFormat::Jpeg) => return Err(InvalidFile::Unreadable),
        _ => return Err(InvalidFile::WrongKind),
    }
    let mut limits = Limits::default();
    limits.max_alloc = Some(MAX_MEMORY);
    reader.limits(limits.clone());
    let mut decoder = reader.into_decoder().map_err(|error| reason(&error))?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > MAX_PIXELS {
        return Err(InvalidFile::TooManyPixels);
    }
    limits.reserve(decoder.total_bytes()).map_err(|error| reason(&error))?;
    decoder.set_limits(limits).map_err(|error| reason(&error))?;
    Ok(decoder)
}

/// The pixels the right way up, with transparency only where there is some.
fn upright(bytes: &[u8]) -> Result<DynamicImage, InvalidFile> {
    let mut decoder = decoder(bytes)?;
    let orientation = decoder.orientation().map_err(|error| reason(&error))?;
    let picture = DynamicImage::from_decoder(decoder).map_err(|error| reason(&error))?;
    let mut picture = if picture.color().has_alpha() {
        DynamicImage::ImageRgba8(picture.into_rgba8())
    } else {
        DynamicImage::ImageRgb8(picture.into_rgb8())
    };
    picture.apply_orientation(orientation);
    Ok(picture)
}

fn reason(error: &ImageError) -> InvalidFile {
    if matches!(error, ImageError::Limits(_)) { InvalidFile::TooManyPixels } else { InvalidFile::Unreadable }
}

/// Width and height within what is kept; nothing is ever made larger.
fn fitting(width: u32, height: u32, widest: u32) -> (u32, u32) {
    let highest = u64::from(widest * HIGHEST);
    let (wide, high) = (u64::from(width), u64::from(height));
    let within = |length: u64| u32::try_from(length.max(1)).unwrap_or(1);
    if wide * highest >= high * u64::from(widest) {
        let new = wide.min(widest.into());
        (within(new), within(high * new / wide))
    } else {
        let new = high.min(highest);
        (within(wide * new / high), within(new))
    }
}

fn resized(picture: &DynamicImage, width: u32, height: u32) -> Result<DynamicImage, InvalidFile> {
    let mut small = DynamicImage::new(width, height, picture.color());
    Resizer::new().resize(picture, &mut small, None).map_err(|_| InvalidFile::Unreadable)?;
    Ok(small)
}

/// A photograph loses what nobody sees; a logo nothing, unless that makes it large.
fn webp(picture: &DynamicImage, logo: bool) -> Result<Vec<u8>, InvalidFile> {
    let (width, height) = (picture.width(), picture.height());
    let encoder = match picture {
        DynamicImage::ImageRgb8(pixels) => webp::Encoder::from_rgb(pixels, width, height),
        DynamicImage::ImageRgba8(pixels) => webp::Encoder::from_rgba(pixels, width, height),
        _ => return Err(InvalidFile::Unreadable),
    };
    let encode = |lossless, quality| {
        let file = encoder.encode_simple(lossless, quality).map_err(|_| InvalidFile::Unreadable)?;
        Ok(file.to_vec())
    };
    if !logo {
        return encode(false, QUALITY);
    }
    let (whole, lossy): (Vec<u8>, _) = (encode(true, 75.0)?, encode(false, QUALITY_LOGO)?);
    Ok(if whole.len() <= lossy.len() { whole } else { lossy })
}

/// Whether a JPEG reaches its end. Decoders fill what is missing with grey and say nothing.
fn is_whole_jpeg(bytes: &[u8]) -> bool {
    let mut at = 2;
    while let Some(&[mark, code]) = bytes.get(at..at + 2).and_then(|two| two.first_chunk()) {
        at += match (mark, code) {
            (0xff, 0xd9) => return true,
            // Padding; restarts and marks without a length.
            (0xff, 0xff) => 1,
            (0xff, 0x00 | 0x01 | 0xd0..=0xd8) => 2,
            (0xff, _) => match bytes.get(at + 2..at + 4) {
                Some(&[high, low]) => 2 + usize::from(u16::from_be_bytes([high, low])),
                _ => return false,
            },
            // What is between two marks is the picture itself.
            _ => bytes[at..].iter().position(|byte| *byte == 0xff).unwrap_or(bytes.len()),
        };
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pictures_keep_their_shape_and_are_never_made_larger() {
        assert_eq!(fitting(4000, 3000, 1600), (1600, 1200));
        assert_eq!(fitting(3000, 4000, 1600), (1600, 2133));
        assert_eq!(fitting(30, 40, 1600), (30, 40));
        assert_eq!(fitting(1000, 10_000, 1600), (320, 3200));
        assert_eq!(fitting(50_000_000, 1, 1600), (1600, 1));
        assert_eq!(fitting(1, 50_000_000, 1600), (1, 3200));
    }

    #[test]
    fn a_strip_is_a_picture_too() {
        for (width, height) in [(3000, 1), (1, 3000), (1, 1)] {
            let mut file = Cursor::new(Vec::new());
            DynamicImage::new_rgb8(width, height).write_to(&mut file, ImageFormat::Png).unwrap();
            let made = make(file.get_ref(), false).unwrap();
            assert_eq!((u32::from(made.width), u32::from(made.height)), (width.min(1600), height));
        }
    }

    #[test]
    fn whatever_its_pixels_are_made_of() {
        for picture in [
            DynamicImage::new_luma8(20, 10),
            DynamicImage::new_luma_a16(20, 10),
            DynamicImage::new_rgb16(20, 10),
            DynamicImage::new_rgba16(20, 10),
        ] {
            let mut file = Cursor::new(Vec::new());
            picture.write_to(&mut file, ImageFormat::Png).unwrap();
            for logo in [false, true] {
                assert_eq!(make(file.get_ref(), logo).unwrap().sizes.len(), 1);
            }
        }
    }
}
