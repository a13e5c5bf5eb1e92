//! The facts on top of a Markdown file, between two lines of `+++`.

use serde::de::DeserializeOwned;

use crate::Fault;

/// The facts of a file and the text below them.
///
/// # Errors
/// When there are none, or they are not what such a file holds; with the line.
pub fn split<'a, T: DeserializeOwned>(path: &str, text: &'a str) -> Result<(T, &'a str), Fault> {
    let parts = text.strip_prefix("+++\n").and_then(|rest| rest.split_once("\n+++\n"));
    let (head, body) =
        parts.ok_or_else(|| Fault::new(path, 1, "does not begin with facts between +++ lines"))?;
    let facts = toml::from_str(head).map_err(|error| {
        let fault = Fault::toml(path, head, &error);
        Fault { line: fault.line + 1, ..fault }
    })?;
    Ok((facts, body))
}
