//! A list for spreadsheets.

use std::sync::Arc;

use app::page::Failure;
use app::text::{SHEET, sheet_row};
use axum::extract::{RawQuery, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use rust_xlsxwriter::{Format, FormatAlign, Workbook, XlsxError};

use super::super::failures::Refused;
use super::{listed, named};
use crate::site::Site;

/// Width of a column, in characters.
const WIDTH: f64 = 24.0;
/// What a spreadsheet may take for the beginning of a formula.
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

type Row = [String; SHEET.len()];

/// The list of the address with commas.
pub async fn csv(State(site): State<Arc<Site>>, RawQuery(query): RawQuery) -> Result<Response, Refused> {
    let mut table = csv::Writer::from_writer(Vec::new());
    table.write_record(SHEET).map_err(|_| Refused(Failure::Broken))?;
    for row in rows(&site, query.as_deref()).await? {
        table.write_record(row.map(harmless)).map_err(|_| Refused(Failure::Broken))?;
    }
    let bytes = table.into_inner().map_err(|_| Refused(Failure::Broken))?;
    // The mark in front tells spreadsheets that it is UTF-8.
    let body = [b"\xef\xbb\xbf", bytes.as_slice()].concat();
    Ok(file("text/csv; charset=utf-8", "attachment; filename=\"liste.csv\"", body))
}

/// The same as a workbook.
pub async fn xlsx(State(site): State<Arc<Site>>, RawQuery(query): RawQuery) -> Result<Response, Refused> {
    let rows = rows(&site, query.as_deref()).await?;
    let body = workbook(&rows).map_err(|error| {
        tracing::error!(%error, "a workbook could not be written");
        Refused(Failure::Broken)
    })?;
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    Ok(file(kind, "attachment; filename=\"liste.xlsx\"", body))
}

async fn rows(site: &Site, query: Option<&str>) -> Result<Vec<Row>, Refused> {
    let today = site.clock.today();
    let found = listed(site, &named(query), true).await?;
    Ok(found.listings.iter().map(|listing| sheet_row(listing, &site.base_url, today)).collect())
}

/// A text that no spreadsheet takes for a formula.
fn harmless(text: String) -> String {
    if text.starts_with(FORMULA) { format!("'{text}") } else { text }
}

/// Every cell is written as text, so none is a formula.
fn workbook(rows: &[Row]) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let head = Format::new().set_bold();
    let cell = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let sheet = book.add_worksheet();
    sheet.set_name("Liste")?.set_freeze_panes(1, 1)?;
    for (column, name) in (0..).zip(SHEET) {
        sheet.set_column_width(column, WIDTH)?;
        sheet.write_string_with_format(0, column, name, &head)?;
    }
    for (number, row) in (1..).zip(rows) {
        for (column, text) in (0..).zip(row) {
            sheet.write_string_with_format(number, column, text, &cell)?;
        }
    }
    book.save_to_buffer()
}

fn file(kind: &'static str, disposition: &'static str, body: Vec<u8>) -> Response {
    ([(header::CONTENT_TYPE, kind), (header::CONTENT_DISPOSITION, disposition)], body).into_response()
}
