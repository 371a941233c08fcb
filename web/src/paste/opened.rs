//! Files that are opened for their rows.

use deelsom_core::Register;
use deelsom_language::Word;
use deelsom_language::words::exchange as words;
use deelsom_tables::{Fault, Grid, Sign, Table, Wish, best_sheet, read_grid, read_sheets};
use deelsom_workbook_worker::{Fault as FileFault, Opened};
use serde_json::Value;

use crate::shown::Shown;
use crate::workbook;

/// How files of spreadsheets begin: archives, those of old, and those with a password.
const SPREADSHEETS: [&[u8]; 2] = [b"PK", b"\xd0\xcf\x11\xe0"];

/// Whether a file is one for the reader of spreadsheets; else it is a text.
pub(super) fn is_spreadsheet(bytes: &[u8]) -> bool {
    SPREADSHEETS.iter().any(|first| bytes.starts_with(first))
}

/// A file of a spreadsheet with rows.
pub(super) struct Book {
    pub(super) name: String,
    grids: Vec<Grid>,
    /// The sheet that was chosen; none for the likeliest.
    chosen: Option<usize>,
}

/// Why there are no rows.
pub(super) enum Wrong {
    /// The table, or its text.
    Table(Fault),
    /// The file.
    File(FileFault),
    /// Something that has a sentence of its own.
    Told(Word),
}

impl Wrong {
    pub(super) fn sentence(&self, shown: Shown<'_>) -> String {
        match self {
            Self::Table(fault) => fault.sentence(shown.language()),
            Self::File(fault) => workbook::sentence(shown, fault).to_owned(),
            Self::Told(word) => shown.say(*word).to_owned(),
        }
    }
}

impl Book {
    /// The file of this name that was looked into; nothing came back where nobody could.
    pub(super) fn of(name: String, opened: Option<Opened>) -> Result<Self, Wrong> {
        match opened {
            None => Err(Wrong::Told(words::NOT_OPENED)),
            Some(Opened::Faulty(fault)) => Err(Wrong::File(fault)),
            Some(Opened::Own(_)) => Err(Wrong::Told(words::OWN_WORKBOOK)),
            Some(Opened::Sheets(grids)) => Ok(Self { name, grids, chosen: None }),
        }
    }

    pub(super) fn choose(&mut self, sheet: Option<usize>) {
        self.chosen = sheet;
    }

    /// The table on the sheet that was chosen, or else on the likeliest.
    pub(super) fn read(
        &self,
        wish: Wish,
        sign: Sign,
        study: &Value,
        register: &Register,
    ) -> Result<Table, Fault> {
        match self.chosen.and_then(|sheet| self.grids.get(sheet)) {
            Some(grid) => read_grid(grid, &wish, sign, study, register),
            None => read_sheets(&self.grids, &wish, sign, study, register),
        }
    }

    /// The sheets with rows, each with its place; and the place of the one that is read.
    pub(super) fn sheets(&self, wish: Wish, study: &Value) -> (Vec<(String, String)>, String) {
        let read = self.chosen.or_else(|| best_sheet(&self.grids, wish.subject, study).ok());
        let some = self.grids.iter().enumerate().filter(|(_, grid)| !grid.rows.is_empty());
        let named = some.map(|(place, grid)| (place.to_string(), grid.sheet.clone())).collect();
        (named, read.map(|place| place.to_string()).unwrap_or_default())
    }
}
