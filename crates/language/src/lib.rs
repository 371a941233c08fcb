//! Every number, date and word that people see, in Dutch and in English.
//!
//! The page, the command line and the charts all speak through this crate, so that they say the
//! same. It knows nothing of the model: amounts come in as whole cents, quantities as numbers, and
//! words are looked up by the codes that files use.
//!
//! | to say | look in |
//! | --- | --- |
//! | an amount, a number, a date | [`amount`], [`number`], [`date`], [`sign`], [`quantity()`] |
//! | what someone typed | [`parse`] |
//! | a word of the page or the command line | [`words`] |
//! | a code of a file or report | [`codes`] |
//! | a problem or a warning | [`problem`], [`warning`] |
//! | a conclusion with figures | [`sentences`] |

pub mod amount;
pub mod codes;
pub mod date;
mod fact;
mod language;
pub mod messages;
pub mod number;
pub mod parse;
mod quantity;
pub mod sentences;
pub mod sign;
pub mod words;

pub use fact::{Fact, alternatives, list};
pub use language::Language;
pub use messages::{game_problem, problem, table_problem, warning};
pub use quantity::{Noun, measured, noun, quantity};
pub use words::Word;
