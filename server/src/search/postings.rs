//! The words of the index: which rows hold a term, and how weightily.

use std::ops::ControlFlow;
use std::sync::Arc;

use tantivy::fieldnorm::FieldNormReader;
use tantivy::postings::{Postings as _, SegmentPostings};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{DocId, DocSet, InvertedIndexReader, Searcher, SegmentReader, TERMINATED, TantivyError, Term};

/// How soon repetition stops counting, BM25's k₁.
const SATURATION: f32 = 1.2;
/// How much a long listing pays for its length, BM25's b: little, for a complete listing is a good one.
const LENGTH: f32 = 0.3;

/// Read access to one state of the index.
pub struct Postings {
    field: Field,
    segments: Vec<Segment>,
    average_length: f32,
}

struct Segment {
    terms: Arc<InvertedIndexReader>,
    lengths: FieldNormReader,
    /// The row of each document; [`GONE`] for those that no longer stand.
    rows: Vec<u32>,
}

/// The row of a document that was replaced.
const GONE: u32 = u32::MAX;

impl Segment {
    /// Calls `visit` with row, frequency and document of each posting that still stands, until it
    /// says that it has enough.
    fn visit(
        &self,
        mut postings: SegmentPostings,
        mut visit: impl FnMut(u32, u32, DocId) -> ControlFlow<()>,
    ) {
        let mut document = postings.doc();
        while document != TERMINATED {
            let row = self.rows[document as usize];
            if row != GONE && visit(row, postings.term_freq(), document).is_break() {
                return;
            }
            document = postings.advance();
        }
    }
}

impl Segment {
    /// Whether the postings meet in a document that still stands.
    fn meeting(&self, mut all: Vec<SegmentPostings>) -> bool {
        let mut document = 0;
        while document != TERMINATED {
            let mut next = document;
            for postings in &mut all {
                if postings.doc() < next {
                    postings.seek(next);
                }
                next = next.max(postings.doc());
            }
            if next == document && self.rows[document as usize] != GONE {
                return true;
            }
            document = if next == document { document + 1 } else { next };
        }
        false
    }
}

/// The rows of a segment's documents, looked up once: a search asks for thousands of them.
fn rows_of(reader: &SegmentReader, column: &str) -> Result<Vec<u32>, TantivyError> {
    let column = reader.fast_fields().u64(column)?;
    let row = |document| column.first(document).and_then(|row| u32::try_from(row).ok()).unwrap_or(GONE);
    let stands = |document| reader.alive_bitset().is_none_or(|alive| alive.is_alive(document));
    Ok((0..reader.max_doc()).map(|document| if stands(document) { row(document) } else { GONE }).collect())
}

impl Postings {
    /// Opens the terms of `field`, in an index whose documents say their row in the column `rows`.
    ///
    /// # Errors
    /// When tantivy cannot read its index.
    pub fn open(searcher: &Searcher, field: Field, rows: &str) -> Result<Self, TantivyError> {
        let mut segments = Vec::new();
        let (mut tokens, mut documents) = (0, 0);
        for reader in searcher.segment_readers() {
            let terms = reader.inverted_index(field)?;
            tokens += terms.total_num_tokens();
            documents += reader.max_doc();
            segments.push(Segment {
                terms,
                lengths: reader.get_fieldnorms_reader(field)?,
                rows: rows_of(reader, rows)?,
            });
        }
        #[expect(clippy::cast_precision_loss, reason = "an average")]
        let average_length = tokens as f32 / documents.max(1) as f32;
        Ok(Self { field, segments, average_length })
    }

    /// How many documents hold the term, replaced ones among them: a bound for the work.
    ///
    /// # Errors
    /// When tantivy cannot read its index.
    pub fn frequency(&self, term: &str) -> Result<u32, TantivyError> {
        let term = Term::from_field_text(self.field, term);
        self.segments.iter().try_fold(0, |sum, segment| Ok(sum + segment.terms.doc_freq(&term)?))
    }

    /// Calls `visit` for each row that holds the term, with how weightily from 0 to 1:
    /// BM25's share of the term without its rarity.
    ///
    /// # Errors
    /// When tantivy cannot read its index.
    pub fn each(&self, term: &str, mut visit: impl FnMut(u32, f32)) -> Result<(), TantivyError> {
        let term = Term::from_field_text(self.field, term);
        for segment in &self.segments {
            let Some(postings) = segment.terms.read_postings(&term, IndexRecordOption::WithFreqs)? else {
                continue;
            };
            segment.visit(postings, |row, times, document| {
                #[expect(clippy::cast_precision_loss, reason = "small counts")]
                let (times, length) = (times as f32, segment.lengths.fieldnorm(document) as f32);
                let spread = 1.0 - LENGTH + LENGTH * length / self.average_length;
                visit(row, times / (times + SATURATION * spread));
                ControlFlow::Continue(())
            });
        }
        Ok(())
    }

    /// Whether a listing holds all of the terms; looks no further than the first.
    ///
    /// # Errors
    /// When tantivy cannot read its index.
    pub fn any_holds(&self, terms: &[String]) -> Result<bool, TantivyError> {
        for segment in &self.segments {
            let mut all = Vec::with_capacity(terms.len());
            for term in terms {
                let term = Term::from_field_text(self.field, term);
                all.extend(segment.terms.read_postings(&term, IndexRecordOption::Basic)?);
            }
            if all.len() == terms.len() && segment.meeting(all) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Rows that hold a term beginning so, at most `most`, in no order.
    ///
    /// # Errors
    /// When tantivy cannot read its index.
    pub fn beginning_with(&self, begun: &str, most: usize) -> Result<Vec<u32>, TantivyError> {
        let mut rows = Vec::new();
        for segment in &self.segments {
            let mut terms = segment.terms.terms().range().ge(begun).into_stream()?;
            while rows.len() < most && terms.advance() && terms.key().starts_with(begun.as_bytes()) {
                let postings =
                    segment.terms.read_postings_from_terminfo(terms.value(), IndexRecordOption::Basic)?;
                segment.visit(postings, |row, _, _| {
                    rows.push(row);
                    if rows.len() < most { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
                });
            }
        }
        Ok(rows)
    }
}
