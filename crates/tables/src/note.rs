//! What someone should know of a table that is read, and that keeps nobody from taking it over.

use deelsom_language::{Fact, Language, sentences, table_problem};
use serde::{Deserialize, Serialize};

/// A remark about a sheet or a table.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Note {
    /// A sheet is hidden, and not read.
    HiddenSheet(String),
    /// A sheet cannot be read, and why: the code of a fault and its limit.
    LeftOut {
        /// What the sheet is called.
        sheet: String,
        /// Why.
        code: String,
        /// What there may be of it at most.
        limit: f64,
    },
    /// Ranges of cells are merged: only the first of each has a value.
    Merged(Vec<String>),
    /// So many values were made by a formula.
    Formulas(usize),
    /// So many rows stand above the headings, and are not read.
    Above(usize),
    /// Rows of totals, by their numbers, are not read.
    Totals(Vec<usize>),
    /// So many posts have a scale beside what they cost: the scale is not taken.
    ScalesLeftOut(usize),
    /// The services stand in the columns and the partners in the rows.
    Turned,
}

impl Note {
    /// The remark in a sentence.
    pub fn sentence(&self, language: Language) -> String {
        match self {
            Self::HiddenSheet(sheet) => sentences::sheet_hidden(language, sheet),
            Self::LeftOut { sheet, code, limit } => {
                let why = table_problem(language, code, &[("limit", Fact::Number(*limit))]);
                sentences::sheet_left_out(language, sheet, &why)
            }
            Self::Merged(ranges) => sentences::cells_merged(language, ranges),
            Self::Formulas(cells) => sentences::formulas_taken(language, *cells),
            Self::Above(rows) => sentences::rows_above(language, *rows),
            Self::Totals(rows) => sentences::totals_left_out(language, rows),
            Self::ScalesLeftOut(posts) => sentences::scales_left_out(language, *posts),
            Self::Turned => sentences::table_turned(language),
        }
    }

    /// Whether it is about a sheet that is not read.
    pub(crate) const fn is_of_a_sheet_not_read(&self) -> bool {
        matches!(self, Self::HiddenSheet(_) | Self::LeftOut { .. })
    }
}
