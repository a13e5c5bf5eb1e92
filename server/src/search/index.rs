//! The index: tantivy's words and the snapshot's rows, kept in step.

use std::collections::HashSet;
use std::sync::{Arc, Mutex, PoisonError};

use app::model::{Field as Place, Habits, Listing};
use arc_swap::ArcSwapOption;
use chrono::NaiveDate;
use tantivy::indexer::IndexWriter;
use tantivy::schema::{FAST, Field, INDEXED, IndexRecordOption, Schema, TextFieldIndexing, TextOptions};
use tantivy::tokenizer::{PreTokenizedString, Token};
use tantivy::{Index, IndexReader, ReloadPolicy, TantivyDocument, TantivyError, Term};

use super::analysis::{Analyser, words};
use super::document::passages;
use super::lexicon::{Lexicon, Vocabulary};
use super::names::spellings;
use super::postings::Postings;
use super::snapshot::Snapshot;
use super::suggest::AroundTowns;
use super::synonyms::Synonyms;

/// The column with the row of a document.
const NUMBER: &str = "number";
/// RAM for words on their way into the index, in bytes.
const WRITER_BUFFER: usize = 64 << 20;

/// One state of the catalogue that can be searched.
pub struct Searchable {
    /// Rows, filters, orders.
    pub snapshot: Snapshot,
    /// Who says which words, of the same revision.
    pub postings: Postings,
    /// Whose name holds which folded words.
    pub names: Postings,
    /// All words known.
    pub vocabulary: Arc<Vocabulary>,
    /// How many lie around the towns.
    pub around: AroundTowns,
}

/// The index of one process. Searches read the last [`Searchable`]; changes make the next.
pub struct SearchIndex {
    pub(super) analyser: Analyser,
    pub(super) synonyms: Synonyms,
    fields: Fields,
    index: Index,
    reader: IndexReader,
    writer: Mutex<Writer>,
    current: ArcSwapOption<Searchable>,
}

/// What makes the next state; one change at a time.
struct Writer {
    index: IndexWriter,
    lexicon: Lexicon,
}

/// The fields of a document.
#[derive(Clone, Copy)]
struct Fields {
    /// Row number.
    number: Field,
    /// Terms of all passages, each as often as its passage weighs.
    terms: Field,
    /// Words of the name, folded only, for suggestions.
    names: Field,
}

impl SearchIndex {
    /// An empty index that is not ready to be searched.
    ///
    /// # Errors
    /// When tantivy cannot begin, for want of memory or threads.
    pub fn new() -> Result<Self, TantivyError> {
        let mut schema = Schema::builder();
        let frequencies =
            TextFieldIndexing::default().set_tokenizer("raw").set_index_option(IndexRecordOption::WithFreqs);
        let indexed = TextOptions::default().set_indexing_options(frequencies);
        let fields = Fields {
            number: schema.add_u64_field(NUMBER, FAST | INDEXED),
            terms: schema.add_text_field("terms", indexed.clone()),
            names: schema.add_text_field("names", indexed),
        };
        let index = Index::create_in_ram(schema.build());
        let analyser = Analyser::default();
        Ok(Self {
            synonyms: Synonyms::load(&analyser),
            analyser,
            fields,
            reader: index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?,
            writer: Mutex::new(Writer {
                index: index.writer_with_num_threads(1, WRITER_BUFFER)?,
                lexicon: Lexicon::default(),
            }),
            index,
            current: ArcSwapOption::empty(),
        })
    }

    /// The state to search, once there is one.
    pub fn current(&self) -> Option<Arc<Searchable>> {
        self.current.load_full()
    }

    /// The revision taken in, once there is one.
    pub fn revision(&self) -> Option<i64> {
        self.current.load().as_ref().map(|state| state.snapshot.revision)
    }

    /// Whether there is nothing to take in: it is of this revision or a later one, and of this day.
    pub fn is_current(&self, revision: i64, day: NaiveDate) -> bool {
        let state = self.current.load();
        state.as_ref().is_some_and(|state| state.snapshot.revision >= revision && state.snapshot.day == day)
    }

    /// The day its orders and habits are of, once there is one.
    pub fn day(&self) -> Option<NaiveDate> {
        self.current.load().as_ref().map(|state| state.snapshot.day)
    }

    /// Takes changed listings in and shows them to the searches that begin from now on.
    /// `day` is today: it turns the order of equals. `habits` are those of the day, when it is a new one.
    ///
    /// # Errors
    /// When tantivy cannot write; the searches then go on with the state they have.
    pub fn apply(
        &self,
        revision: i64,
        changed: Vec<Listing>,
        day: NaiveDate,
        habits: Option<Habits>,
    ) -> Result<(), TantivyError> {
        let mut writer = self.writer.lock().unwrap_or_else(PoisonError::into_inner);
        let first = self.current.load().is_none();
        let mut snapshot =
            self.current.load().as_ref().map_or_else(Snapshot::new, |state| state.snapshot.clone());
        for listing in changed {
            let number = snapshot.number(&listing.slug);
            if !first {
                writer.index.delete_term(Term::from_field_u64(self.fields.number, u64::from(number)));
            }
            snapshot.moved.remove(listing.slug.as_str());
            if let Some(to) = listing.moved_to() {
                snapshot.moved.insert(listing.slug.as_str().into(), to.into());
            }
            if !listing.is_visible() || listing.moved_to().is_some() {
                snapshot.clear(number);
                continue;
            }
            let (document, words) = self.document(number, &listing, &mut writer.lexicon);
            writer.index.add_document(document)?;
            snapshot.set(number, listing, words);
        }
        writer.index.commit()?;
        if first {
            let segments = self.index.searchable_segment_ids()?;
            if segments.len() > 1 {
                writer.index.merge(&segments).wait()?;
            }
        }
        self.reader.reload()?;
        snapshot.revision = revision;
        if let Some(habits) = habits {
            snapshot.habits = Arc::new(habits);
        }
        snapshot.order(day);
        self.current.store(Some(Arc::new(Searchable {
            snapshot,
            postings: Postings::open(&self.reader.searcher(), self.fields.terms, NUMBER)?,
            names: Postings::open(&self.reader.searcher(), self.fields.names, NUMBER)?,
            vocabulary: writer.lexicon.vocabulary(),
            around: AroundTowns::default(),
        })));
        Ok(())
    }

    /// The document of a listing, and its words, each once a field.
    fn document(
        &self,
        number: u32,
        listing: &Listing,
        lexicon: &mut Lexicon,
    ) -> (TantivyDocument, Vec<(Place, u32)>) {
        let mut tokens = Vec::with_capacity(512);
        let mut found: Vec<(Place, u32)> = Vec::with_capacity(128);
        let mut known = HashSet::with_capacity(256);
        for passage in passages(listing) {
            for surface in words(&passage.text) {
                let (number, word) = lexicon.word(surface);
                push(&mut tokens, &word.term, passage.weight);
                for other in &word.also {
                    push(&mut tokens, other, passage.weight.div_ceil(2));
                }
                if known.insert((passage.field, number)) {
                    found.push((passage.field, number));
                }
            }
        }
        let mut names = Vec::new();
        for spelling in &spellings(&listing.name) {
            spelling.split_ascii_whitespace().for_each(|word| push(&mut names, word, 1));
        }
        let mut document = TantivyDocument::new();
        document.add_u64(self.fields.number, u64::from(number));
        for (field, tokens) in [(self.fields.terms, tokens), (self.fields.names, names)] {
            document.add_pre_tokenized_text(field, PreTokenizedString { text: String::new(), tokens });
        }
        (document, found)
    }
}

impl std::fmt::Debug for SearchIndex {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SearchIndex").field("revision", &self.revision()).finish_non_exhaustive()
    }
}

fn push(tokens: &mut Vec<Token>, term: &str, times: usize) {
    let token = Token { text: term.to_owned(), position: 0, ..Token::default() };
    tokens.extend(std::iter::repeat_n(token, times));
}
