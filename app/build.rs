//! Bundles the stylesheet and gives every public file a name that holds its hash,
//! so that it can be cached for ever, and a brotli copy, so that no request pays for it.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

use lightningcss::bundler::{Bundler, FileProvider};
use lightningcss::printer::PrinterOptions;
use lightningcss::stylesheet::ParserOptions;
use sha2::{Digest, Sha256};

type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

fn main() -> Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("cargo sets OUT_DIR")?);
    println!("cargo::rerun-if-changed={}", root.join("style").display());
    println!("cargo::rerun-if-changed={}", root.join("public").display());

    let mut table = String::from("&[\n");
    add(&mut table, &out, "site.css", bundle_css(&root.join("style/site.css"))?.as_bytes())?;
    let public = root.join("public");
    for file in files_below(&public)? {
        let name = file.strip_prefix(&public)?.to_string_lossy().replace('\\', "/");
        add(&mut table, &out, &name, &fs::read(&file)?)?;
    }
    table.push(']');
    fs::write(out.join("assets.rs"), table)?;
    Ok(())
}

fn bundle_css(entry: &Path) -> Result<String> {
    let files = FileProvider::new();
    let mut sheet = Bundler::new(&files, None, ParserOptions::default())
        .bundle(entry)
        .map_err(|error| error.to_string())?;
    sheet.minify(lightningcss::stylesheet::MinifyOptions::default()).map_err(|error| error.to_string())?;
    let options = PrinterOptions { minify: true, ..PrinterOptions::default() };
    Ok(sheet.to_css(options).map_err(|error| error.to_string())?.code)
}

fn files_below(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            files.extend(files_below(&path)?);
        } else {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// Writes the two copies and a row of the table for one asset.
fn add(table: &mut String, out: &Path, name: &str, bytes: &[u8]) -> Result<()> {
    let (stem, extension) = name.rsplit_once('.').ok_or("an asset without extension")?;
    let hash: String = Sha256::digest(bytes).iter().take(6).fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    });
    let url = format!("/assets/{}.{hash}.{extension}", stem.replace('/', "-"));
    let copy = out.join(&url["/assets/".len()..]);
    let compressed = copy.with_extension(format!("{extension}.br"));
    fs::write(&copy, bytes)?;
    let params = brotli::enc::BrotliEncoderParams::default();
    brotli::BrotliCompress(&mut &*bytes, &mut fs::File::create(&compressed)?, &params)?;
    let content_type = match extension {
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        other => return Err(format!("no content type for .{other}").into()),
    };
    let (copy, compressed) = (copy.display().to_string(), compressed.display().to_string());
    writeln!(
        table,
        "Asset {{ name: {name:?}, url: {url:?}, content_type: {content_type:?}, bytes: include_bytes!({copy:?}), brotli: include_bytes!({compressed:?}) }},"
    )?;
    Ok(())
}
