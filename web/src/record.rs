//! The records that a study is made of, each described once: its fields, what belongs in them and what they are called.
//!
//! From a description come the table, its rows and the buttons that add, copy, move and remove; [`act`] hears those, and
//! `deelsom_views::structure` makes the change.

mod act;
mod described;
mod fold;
mod item;
mod key;
mod known;
mod range;
mod row;
mod table;
#[cfg(test)]
mod tests;

use deelsom_language::Word;
use deelsom_language::words::Table;

pub(crate) use act::{add_button, editor, tools};
pub(crate) use described::{
    CRITERION, DEPARTURE, EFFORT, MOVE, ONE_OFF, OPTION, OPTION_FIELDS, OPTION_UNIT, OUT_OF_SCOPE, OUTTURN,
    PARTNER, PHASE, POST, RANGE, RECURRING, RUNNING_COST, SCALE_FIELDS, SCORE, SERVICE, SOURCE, STUDY_FIELDS,
    UNIT, VOLUME,
};
pub(crate) use fold::{Draw, fold, kept, wide};
pub(crate) use item::fields;
pub(crate) use key::{Pick, class_of as class_of_key, with_parts as key};
pub(crate) use known::Known;
pub(crate) use range::add_range;
pub(crate) use table::{Kept, rows, rows_and_add, table};

use crate::state::Reads;

/// A kind of record.
pub(crate) struct Record {
    /// What adding one is called.
    add: Word,
    /// What a new one is called.
    new: Word,
    /// Whether there can be two that differ in nothing but their name.
    copied: bool,
    /// The fields in the table; the first heads the row.
    columns: &'static [Item],
    /// The fields below the row, for who asks for more.
    more: &'static [Item],
}

/// A field of a record.
pub(crate) struct Item {
    /// Its way from the record: `fte`, `staffing/rule`.
    name: &'static str,
    word: Word,
    kind: Kind,
}

impl Record {
    /// The field that one begins with in a copy.
    fn first(&self) -> Option<&'static str> {
        self.columns.first().filter(|_| self.copied).map(|item| item.name)
    }
}

const fn item(name: &'static str, word: Word, kind: Kind) -> Item {
    Item { name, word, kind }
}

/// What belongs in a field.
#[derive(Clone, Copy)]
enum Kind {
    /// Something typed, that cannot be missed.
    Typed(Reads),
    /// Something typed; left empty it is left out.
    Optional(Reads),
    /// Text of several lines; left empty it is left out.
    Long,
    /// One of these codes.
    Code(Table),
    /// One of these codes, or none.
    MaybeCode(Table),
    /// Yes or no, or not said.
    Flag,
    /// What has a name in the study.
    One(Of),
    /// The same, or none.
    Maybe(Of),
    /// Any number of them.
    Many(Of),
    /// Their names, to read.
    Names,
    /// A salary scale of the register.
    Scale,
    /// What someone costs: the study's own figure, else that of the scale.
    Cost,
    /// People in post: as many as posts, until the study says otherwise.
    InPost,
    /// The post of someone who leaves.
    Post,
    /// A number for every partner.
    ByPartner(Reads),
    /// What the figures rest on, to read.
    Origin,
    /// So much a year, or an amount for each.
    Amount,
    /// The amounts by year.
    Amounts,
    /// Who pays which share.
    Key,
    /// The same, or who pays alone; else the participants pay by the option's keys.
    Payer,
    /// How the establishment after a move is set.
    Rule,
    /// How far a step has been made, year by year.
    Ramp,
    /// A list of records of its own.
    Within(&'static Record),
    /// The number that a range is about, to read.
    Number,
    /// An end of the range, typed as the number itself.
    End,
}

/// What a record can name.
#[derive(Clone, Copy)]
enum Of {
    Partners,
    /// Partners by themselves, and the joint units of today.
    Units,
    /// Partners by themselves, and the units of the option.
    Targets,
    Services,
    Sources,
    Options,
    Criteria,
}
