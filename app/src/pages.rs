//! One module for each kind of page: a loader that asks the catalogue, a view that shows the answer.

pub mod claim;
pub mod close;
pub mod colleagues;
pub mod create;
pub mod edit;
pub mod editors;
pub mod failure;
pub mod findable;
pub mod front;
pub mod listing;
pub mod mails;
pub mod municipalities;
pub mod municipality;
pub mod my_page;
pub mod own;
pub mod own_data;
pub mod preview;
pub mod report;
pub mod search;
pub mod second_factor;
pub mod sign_in;
pub mod text;
pub mod trade;
pub mod trades;
pub mod unconfirmed;
pub mod vouch;
