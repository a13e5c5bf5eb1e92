//! The life of a message: each mail about it, its reminders, its end.

mod confirm;
mod declined;
mod deliver;
mod remind;
mod sent;

pub use confirm::confirm;
pub use declined::declined;
pub use deliver::deliver;
pub use remind::{perform, schedule};
pub use sent::sent;
