//! Files that are looked into.

use deelsom_core::Register;
use deelsom_language::{Language, table_problem};
use deelsom_spreadsheet::Own as Book;
use deelsom_tables::facts;
use deelsom_workbook::import::{self, Change, take};

use crate::{Fault, Opened, Own, Typed};

/// Finds out what a file is, and reads it.
pub fn open(bytes: &[u8]) -> Opened {
    let read = match deelsom_spreadsheet::own(bytes) {
        Ok(Some(book)) => Ok(Opened::Own(own(bytes, &book))),
        Ok(None) => deelsom_spreadsheet::open(bytes).map(Opened::Sheets),
        Err(fault) => Err(fault),
    };
    read.unwrap_or_else(|fault| Opened::Faulty(of_table(&fault)))
}

fn own(bytes: &[u8], book: &Book) -> Own {
    let cell = |sheet: &str, row, column| book.cells(sheet, row, column);
    let taken = take(&book.study, &book.map, &Register::embedded(), book.language, &cell);
    let made_from = book.study.clone();
    match taken {
        Ok(taken) => {
            let typed = taken.changes.into_iter().map(typed).collect();
            let unread = deelsom_spreadsheet::unread(bytes, book).iter().map(of_table).collect();
            Own { made_from, study: Ok(taken.study), typed, unread }
        }
        Err(faults) => {
            let faults = faults.iter().map(of_cell).collect();
            Own { made_from, study: Err(faults), typed: Vec::new(), unread: Vec::new() }
        }
    }
}

fn typed(change: Change) -> Typed {
    // What the study left to the register had no place of its own.
    let was_at = Some(change.pointer).filter(|pointer| !pointer.contains("/-"));
    Typed { was_at, is_at: change.at, cell: change.place }
}

fn of_table(fault: &deelsom_tables::Fault) -> Fault {
    let place = fault.address.clone().unwrap_or_default();
    Fault { place, sentences: in_every_language(|language| fault.sentence(language)) }
}

fn of_cell(fault: &import::Fault) -> Fault {
    let facts = fault.problem.as_ref().map(facts).unwrap_or_default();
    let sentences = in_every_language(|language| table_problem(language, &fault.code, &facts));
    Fault { place: fault.place.clone(), sentences }
}

fn in_every_language(say: impl Fn(Language) -> String) -> Vec<String> {
    Language::ALL.iter().map(|&language| say(language)).collect()
}
