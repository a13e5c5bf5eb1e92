//! One module for each kind of page: a loader that asks the catalogue, a view that shows the answer.

pub mod claim;
pub mod edit;
pub mod editors;
pub mod failure;
pub mod front;
pub mod listing;
pub mod municipalities;
pub mod municipality;
pub mod my_page;
pub mod pictures;
pub mod report;
pub mod search;
pub mod second_factor;
pub mod sign_in;
pub mod text;
pub mod trade;
pub mod trades;
