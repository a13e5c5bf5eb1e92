//! Danish words for numbers, lists, dates, places and what is known of a listing.

mod aftercare;
mod answers;
mod csr;
mod delivery;
mod fields;
mod filters;
mod fit;
mod habit;
mod meeting;
mod numbers;
mod offered;
mod pictures;
mod placement;
mod places;
mod reading;
mod refusals;
mod reports;
mod sending;
mod standing;
mod wanted;

pub use aftercare::{after, first_questions, invalid_start, taker, weekday, with};
pub use answers::{
    answer_words, decline_reason, declined_reason, message_asks, message_facts, message_state, one_line,
};
pub use csr::csr_paragraph;
pub use delivery::{delivery, delivery_short};
pub use fields::{listing_field, listing_value, state};
pub use filters::{facet, field, filter, reason, sentence};
pub use fit::{ask, free_now, met, pause, places, places_sentence, refused, see_places, wish};
pub use habit::{habit, habit_on_card, habit_or_new};
pub use meeting::{Question, questions};
pub use numbers::{companies, count, listed, number, shortened};
pub use offered::{SHEET, declaration, label_basis, offers, order_sizes, sheet_row};
pub use pictures::{focus, invalid_file, pictures};
pub use placement::{free_count, free_places, hours};
pub use places::{distance, near, none_there, origin};
pub use reading::{corrected, quote, quoted, searched};
pub use refusals::{invalid_email, invalid_text, refusal};
pub use reports::report_reason;
pub use sending::{invalid_receivers, invalid_words, message_kind, obstacle};
pub use standing::{LabelText, date, label, month, origin_of, standing};
pub use wanted::wanted_facts;
