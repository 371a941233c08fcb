//! A table that someone pasted or opened, read into the rows of a study: how every cell was read, and every fault.

use std::collections::BTreeSet;

use deelsom_core::{Fact as CoreFact, Problem, Register, Remark};
use deelsom_language::parse::{self, Wanted};
use deelsom_language::{Language, codes};
use serde_json::{Map, Value};

use crate::cells::as_written;
use crate::fault::{Fault, What};
use crate::grid::{Grid, GridCell, GridValue, address, filled};
use crate::headings;
use crate::names::{Known, Names, fold};
use crate::note::Note;
use crate::numbers::{self, Convention, convention, is_dash};
use crate::place::{New, list, object, place, problems};
use crate::sign::{Letter, Sign};
use crate::subject::{Column, Holds, ROLE, Subject};
use crate::text::text_grid;
use crate::turned::{self, Turned};
use crate::write;

/// A longer text is no name.
const LONGEST: usize = 1_000;

/// What someone wants with a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wish {
    /// What its rows are.
    pub subject: Subject,
    /// Whether they take the place of those in the study.
    pub replace: bool,
    /// Whether services that the study does not have are added to it.
    pub new_services: bool,
    /// The language of numbers that do not tell it themselves.
    pub language: Language,
}

/// A table as it was read.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows, without that of the headings.
    pub rows: Vec<Row>,
    /// Everything that keeps it from being taken over.
    pub faults: Vec<Fault>,
    /// What is added to the study besides the rows.
    pub news: Vec<New>,
    /// Ranges of the study that are about nothing any more.
    pub lost_ranges: usize,
    /// The study with the rows, if nothing is wrong.
    pub study: Option<Value>,
    /// What rows refer to, with what is new.
    pub known: Known,
    /// What someone who takes it over should know.
    pub notes: Vec<Note>,
}

/// A row of cells.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Its number in what was pasted, from 1.
    pub number: usize,
    /// Its cells, one for each column.
    pub cells: Vec<Read>,
}

/// A cell, and how it was read.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Read {
    /// What stands in it.
    pub text: String,
    /// The value that goes into the study.
    pub value: Option<Value>,
}

/// Reads a table for a study. What cannot be read as a table at all is one fault.
pub fn read(text: &str, wish: &Wish, study: &Value, register: &Register) -> Result<Table, Fault> {
    read_grid(&text_grid(text)?, wish, Sign::default(), study, register)
}

/// Reads the table on the likeliest of several sheets, and says which others are not read.
pub fn read_sheets(
    grids: &[Grid],
    wish: &Wish,
    sign: Sign,
    study: &Value,
    register: &Register,
) -> Result<Table, Fault> {
    let best = headings::best_sheet(grids, wish.subject, study)?;
    let grid = grids.get(best).ok_or_else(|| Fault::table("table_empty"))?;
    let mut table = read_grid(grid, wish, sign, study, register)?;
    let others = grids.iter().flat_map(|grid| &grid.notes).filter(|note| note.is_of_a_sheet_not_read());
    table.notes.extend(others.cloned());
    Ok(table)
}

/// Reads a table of cells for a study, whose running costs are written one way round or the other.
pub fn read_grid(
    grid: &Grid,
    wish: &Wish,
    sign: Sign,
    study: &Value,
    register: &Register,
) -> Result<Table, Fault> {
    let partners = Names::of(study, &["partners"]);
    let known = Known::of(study);
    let turned = if wish.subject == Subject::Volumes { turned::turn(grid, &partners, &known) } else { None };
    let grid = turned.as_ref().map_or(grid, |turned| &turned.grid);
    let mut reader = Reader::new(wish, sign, study, register);
    let heading = headings::find(grid, wish.subject, &partners);
    let above = heading.as_ref().map_or(0, |heading| heading.row);
    let heading_row = heading.as_ref().and_then(|heading| grid.rows.get(heading.row)).map(|(row, _)| *row);
    let (columns, rows) = match heading {
        Some(heading) => {
            let rows = grid.rows.get(heading.row..).unwrap_or_default();
            let width = rows.iter().map(|(_, cells)| filled(cells)).max().unwrap_or(0);
            let mut columns = heading.columns;
            columns.resize(width, Column::Unread(String::new()));
            reader.check_headings(&columns);
            (columns, rows.get(1..).unwrap_or_default())
        }
        None => (write::columns(&Value::Null, wish.subject, &partners), grid.rows.as_slice()),
    };
    let (totals, rows): (Vec<_>, Vec<_>) =
        rows.iter().partition(|(_, cells)| headings::is_total(&columns, cells, wish.subject));
    if rows.is_empty() {
        return Err(Fault::table("table_empty"));
    }
    let conventions = conventions(&columns, &rows, grid.language.unwrap_or(wish.language));
    let rows =
        rows.into_iter().map(|(number, cells)| reader.row(&columns, &conventions, *number, cells)).collect();
    let mut notes = grid.notes.clone();
    if above > 0 {
        notes.push(Note::Above(above));
    }
    if !totals.is_empty() {
        notes.push(Note::Totals(totals.into_iter().map(|(number, _)| *number).collect()));
    }
    if reader.formulas > 0 {
        notes.push(Note::Formulas(reader.formulas));
    }
    if reader.costed > 0 {
        notes.push(Note::ScalesLeftOut(reader.costed));
    }
    let mut table = reader.finish(columns, rows);
    table.notes = notes;
    for fault in &mut table.faults {
        let row = fault.row.and_then(|row| table.rows.get(row)).map(|row| row.number);
        fault.address = called(&grid.sheet, turned.as_ref(), row, fault.column, heading_row);
    }
    Ok(table)
}

/// What people call the place of a fault in their own file: a cell, a row, or a heading.
fn called(
    sheet: &str,
    turned: Option<&Turned>,
    row: Option<usize>,
    column: Option<usize>,
    heading: Option<usize>,
) -> Option<String> {
    match turned {
        None => match (row, column) {
            (Some(row), _) => Some(address(sheet, row, column)),
            (None, Some(_)) => Some(address(sheet, heading?, column)),
            (None, None) => None,
        },
        Some(turned) => {
            let across = row.map_or(turned.partners, |row| row.saturating_sub(1));
            let down = column.or(row.map(|_| 0)).and_then(|column| turned.rows.get(column))?;
            Some(address(sheet, *down, Some(across)))
        }
    }
}

/// How the numbers of every column are written: as they tell, else as those of the other columns tell.
fn conventions(columns: &[Column], rows: &[&(usize, Vec<GridCell>)], otherwise: Language) -> Vec<Convention> {
    let is_number = |column: &Column| column.holds().is_some_and(Holds::is_number);
    let of_column = |place: usize| {
        let texts = rows.iter().filter_map(move |(_, cells)| cells.get(place)?.written());
        if columns.get(place).is_some_and(is_number) { convention(texts) } else { None }
    };
    let own: Vec<Option<Convention>> = (0..columns.len()).map(of_column).collect();
    let mut told: Vec<Convention> = own.iter().copied().flatten().collect();
    told.dedup();
    let together = match told.as_slice() {
        [one] => *one,
        _ => Convention::One(otherwise),
    };
    own.into_iter().map(|own| own.unwrap_or(together)).collect()
}

/// Reads row by row, and remembers what there is to say.
struct Reader<'a> {
    wish: &'a Wish,
    sign: Sign,
    study: &'a Value,
    register: &'a Register,
    known: Known,
    /// Roles as the study writes them.
    roles: Names,
    /// The ids of partners and units, of the study and made here.
    ids: Names,
    news: Vec<New>,
    faults: Vec<Fault>,
    /// The rows for the study.
    made: Vec<Value>,
    /// Fields that hold something in the place of what could not be read: the core need not judge them.
    stood_in: BTreeSet<(usize, &'static str)>,
    /// How many values were made by a formula.
    formulas: usize,
    /// How many posts have a scale beside what they cost.
    costed: usize,
}

impl<'a> Reader<'a> {
    fn new(wish: &'a Wish, sign: Sign, study: &'a Value, register: &'a Register) -> Self {
        let mut roles = Names::default();
        for role in list(study, "posts").iter().filter_map(|post| post["role"].as_str()) {
            if !roles.iter().any(|(known, _)| known == role) {
                roles.add(role, role);
            }
        }
        Self {
            wish,
            sign,
            study,
            register,
            known: Known::of(study),
            roles,
            ids: Names::of(study, &["partners", "units"]),
            news: Vec::new(),
            faults: Vec::new(),
            made: Vec::new(),
            stood_in: BTreeSet::new(),
            formulas: 0,
            costed: 0,
        }
    }

    fn check_headings(&mut self, columns: &[Column]) {
        for (place, column) in columns.iter().enumerate() {
            let read = !matches!(column, Column::Unread(_));
            if read && columns[..place].contains(column) {
                let what = Remark::new("heading_twice", "").with("column", self.heading(column));
                self.faults.push(Fault::at(None, Some(place), What::Remark(what)));
            }
        }
        for field in self.wish.subject.fields().iter().filter(|field| field.required) {
            if !columns.contains(&Column::Field(field)) {
                let remark =
                    Remark::new("heading_missing", "").with("column", self.heading(&Column::Field(field)));
                self.faults.push(Fault::at(None, None, What::Remark(remark)));
            }
        }
    }

    fn heading(&self, column: &Column) -> String {
        column.heading(self.wish.language, &self.known)
    }

    /// Reads a row: its cells for people, and a row for the study.
    fn row(
        &mut self,
        columns: &[Column],
        conventions: &[Convention],
        number: usize,
        cells: &[GridCell],
    ) -> Row {
        let place = self.made.len();
        let nothing = GridCell::default();
        let mut made = Map::new();
        let mut read = Vec::with_capacity(columns.len());
        for (at, (column, convention)) in columns.iter().zip(conventions).enumerate() {
            let cell = cells.get(at).unwrap_or(&nothing);
            let text = cell.text(self.wish.language);
            let value = self.cell(column, *convention, cell, &text).and_then(|value| match value {
                Some(value) if self.has_sign(column) => {
                    self.signed(&value, &text, beside(columns, cells, at)).map(Some)
                }
                other => Ok(other),
            });
            let value = value.unwrap_or_else(|what| {
                self.faults.push(Fault::at(Some(place), Some(at), what));
                None
            });
            if let Some(value) = &value {
                self.formulas += usize::from(cell.formula);
                insert(&mut made, column, value.clone());
            }
            read.push(Read { text, value });
        }
        for (at, cell) in cells.iter().enumerate().skip(columns.len()).filter(|(_, cell)| !cell.is_empty()) {
            let text = cell.text(self.wish.language);
            let what = What::Remark(Remark::new("cell_without_column", "").with("value", text));
            self.faults.push(Fault::at(Some(place), Some(at), what));
        }
        self.complete(place, &mut made);
        self.made.push(made.into());
        Row { number, cells: read }
    }

    /// Whether amounts of a column can be costs or income.
    fn has_sign(&self, column: &Column) -> bool {
        self.wish.subject == Subject::RunningCosts && column.holds() == Some(Holds::Euros)
    }

    /// An amount as the study has it: costs positive. A letter stands by the amount or in a cell of its own.
    fn signed(&self, amount: &Value, typed: &str, beside: Option<Letter>) -> Result<Value, What> {
        let amount = amount.as_f64().unwrap_or_default();
        let own = Letter::of(typed);
        if own.is_none() && beside.is_some() && amount < 0.0 {
            return Err(What::Unreadable(parse::ParseError::SignTwice, Wanted::Amount));
        }
        self.sign.amount(amount, own.or(beside)).map(numbers::plain_number)
    }

    /// What a row must have and does not: something stands in, so that the rest can be judged.
    fn complete(&mut self, place: usize, made: &mut Map<String, Value>) {
        for field in self.wish.subject.fields().iter().filter(|field| field.required) {
            if !made.contains_key(field.code) {
                self.stood_in.insert((place, field.code));
                made.insert(field.code.to_owned(), self.stand_in(field.holds));
            }
        }
        match self.wish.subject {
            // Lists of posts have both; what a post costs is the figure that the scale only stands in for.
            Subject::Posts if made.contains_key("cost_per_fte") => {
                self.costed += usize::from(made.remove("scale").is_some());
            }
            Subject::Partners if !made.contains_key("id") => {
                let name = made["name"].as_str().unwrap_or_default();
                let known = self.known.units.find(name).map(str::to_owned);
                let id = known.unwrap_or_else(|| self.ids.new_id(name, "partner"));
                self.ids.add(&id, name);
                made.insert("id".to_owned(), id.into());
            }
            Subject::Volumes => {
                made.entry("by_partner").or_insert_with(|| object([]));
            }
            _ => {}
        }
    }

    fn stand_in(&self, holds: Holds) -> Value {
        match holds {
            Holds::Fte => 0.into(),
            Holds::Count => 1.into(),
            Holds::Month => {
                format!("{:04}-01", self.study["period"]["first_year"].as_u64().unwrap_or(2000)).into()
            }
            _ => "".into(),
        }
    }

    /// The value of a cell; nothing where it is empty.
    fn cell(
        &mut self,
        column: &Column,
        convention: Convention,
        cell: &GridCell,
        typed: &str,
    ) -> Result<Option<Value>, What> {
        let (holds, required) = match column {
            Column::Field(field) => (field.holds, field.required),
            Column::Unread(_) => return Ok(None),
            _ => (column.holds().unwrap_or(Holds::Number), false),
        };
        let remark = |code| Err(What::Remark(Remark::new(code, "")));
        if let GridValue::Error(shown) = &cell.value {
            return Err(What::Remark(Remark::new("cell_error", "").with("value", shown.as_str())));
        }
        if cell.formula && cell.value == GridValue::Empty {
            return remark("cell_formula_without_result");
        }
        if let Some(exact) = numbers::exact(holds, &cell.value) {
            return exact.map(Some);
        }
        if typed.starts_with('=') {
            return remark("cell_formula");
        }
        let text = tidy(as_written(typed));
        if text.contains(char::is_control) {
            return remark("cell_control");
        }
        if text.chars().count() > LONGEST {
            let long = Remark::new("cell_long", "").with("limit", LONGEST as f64);
            return Err(What::Remark(long));
        }
        let figure = holds.is_number();
        if text.is_empty() || figure && !required && is_dash(&text) {
            return match (required, holds.wanted()) {
                (false, _) => Ok(None),
                (true, Some(wanted)) => Err(What::Unreadable(parse::ParseError::Empty, wanted)),
                (true, None) => remark("cell_empty"),
            };
        }
        if figure {
            let text = if is_dash(&text) { "0" } else { &text };
            return numbers::number(convention, holds, text).map(Some);
        }
        if *column == Column::Field(&ROLE) && (!self.wish.replace || self.wish.subject == Subject::Departures)
        {
            return Ok(Some(self.roles.find(&text).unwrap_or(&text).into()));
        }
        self.word(holds, text).map(Some)
    }

    /// The value of a cell that is no number.
    fn word(&mut self, holds: Holds, text: String) -> Result<Value, What> {
        Ok(match holds {
            Holds::Month => {
                let (year, month) =
                    parse::month(&text).map_err(|error| What::Unreadable(error, Wanted::Month))?;
                deelsom_language::date::iso_month(year, month).into()
            }
            Holds::Flag => match parse::yes_or_no(&text) {
                Some(yes) => yes.into(),
                None => return Err(What::Remark(Remark::new("cell_not_yes_or_no", ""))),
            },
            Holds::Unit => self.known.units.find(&text).unwrap_or(&text).into(),
            Holds::Service => self.reference(holds, text, self.wish.new_services),
            Holds::Source => self.reference(holds, text, true),
            Holds::Status => status(&text).into(),
            Holds::Scale => self.scale(&text).into(),
            _ => text.into(),
        })
    }

    /// The id of a service or source, made where the study has none of that name and it may be.
    fn reference(&mut self, holds: Holds, text: String, make: bool) -> Value {
        let (names, list, otherwise) = match holds {
            Holds::Source => (&mut self.known.sources, "sources", "source"),
            _ => (&mut self.known.services, "services", "service"),
        };
        if let Some(id) = names.find(&text) {
            return id.into();
        }
        if !make {
            return text.into();
        }
        let id = names.new_id(&text, otherwise);
        names.add(&id, &text);
        self.news.push(New { list, id: id.clone(), name: text });
        id.into()
    }

    /// A salary scale as the register writes it: `schaal 10a` is `10A`.
    fn scale(&self, text: &str) -> String {
        let number = text.trim_start_matches(|one: char| !one.is_ascii_digit());
        let entries = self.register.entries().iter();
        let mut scales = entries.filter_map(|entry| entry.id.strip_prefix("cost_per_fte."));
        scales.find(|scale| scale.eq_ignore_ascii_case(number)).unwrap_or(text).to_owned()
    }

    /// The table with what the core says of its rows.
    fn finish(mut self, columns: Vec<Column>, rows: Vec<Row>) -> Table {
        let subject = self.wish.subject;
        let made = std::mem::take(&mut self.made);
        let placed = place(self.study, subject, self.wish.replace, made, &self.news);
        let table_faults = self.faults.iter().any(|fault| fault.row.is_none());
        if !table_faults {
            let read = self.faults.is_empty();
            let before = problems(self.study, self.register);
            let told: Told = self.faults.iter().map(|fault| (fault.row, fault.column)).collect();
            for problem in problems(&placed.study, self.register) {
                match row_of(&problem, subject, placed.first) {
                    Some((row, place)) => self.judge(row, &place, problem, &columns, &told),
                    // What follows for the rest of the study can be told when all rows are there.
                    None if read && !before.contains(&problem) => {
                        let problem = self.by_name(problem);
                        self.faults.push(Fault::at(None, None, What::Remark(problem)));
                    }
                    None => {}
                }
            }
        }
        self.faults.sort_by_key(|fault| (fault.row, fault.column));
        let study = self.faults.is_empty().then_some(placed.study);
        let Self { faults, news, known, .. } = self;
        Table {
            columns,
            rows,
            faults,
            news,
            lost_ranges: placed.lost_ranges,
            study,
            known,
            notes: Vec::new(),
        }
    }

    /// Takes over what the core says of a row, unless that follows from what could not be read.
    fn judge(&mut self, row: usize, place: &str, problem: Problem, columns: &[Column], told: &Told) {
        let column = columns.iter().position(|column| column.is_at(place));
        let follows = match place.split('/').next() {
            None | Some("") => self.stood_in.range((row, "")..).next().is_some_and(|(one, _)| *one == row),
            Some(field) => self.stood_in.range((row, "")..(row + 1, "")).any(|(_, one)| *one == field),
        };
        if !follows && (column.is_none() || !told.contains(&(Some(row), column))) {
            let problem = self.by_name(problem);
            self.faults.push(Fault::at(Some(row), column, What::Remark(problem)));
        }
    }

    /// A problem that calls units and services by their names: no table has their ids.
    fn by_name(&self, mut problem: Problem) -> Problem {
        for (fact, value) in &mut problem.facts.0 {
            let names = match *fact {
                "unit" | "partner" => &self.known.units,
                "service" => &self.known.services,
                _ => continue,
            };
            if let CoreFact::Text(id) = value {
                *id = names.name(id).to_owned();
            }
        }
        problem
    }
}

/// The letter that stands in a cell of its own: to the left of an amount where such a column comes before all amounts, else
/// to its right.
fn beside(columns: &[Column], cells: &[GridCell], at: usize) -> Option<Letter> {
    let has_letters = |(_, column): &(usize, &Column)| match column {
        Column::Unread(heading) => Letter::is_heading(&fold(heading)),
        _ => false,
    };
    let letters = || columns.iter().enumerate().filter(has_letters).map(|(place, _)| place);
    let amounts = columns.iter().position(|column| column.holds() == Some(Holds::Euros))?;
    let left = || letters().rfind(|place| *place < at);
    let right = || letters().find(|place| *place > at);
    let place = if letters().next()? < amounts { left() } else { right().or_else(left) };
    cells.get(place?)?.written().and_then(Letter::of)
}

/// The cells about which something has been said.
type Told = BTreeSet<(Option<usize>, Option<usize>)>;

/// The row that a problem is about, and the place below it.
fn row_of(problem: &Problem, subject: Subject, first: usize) -> Option<(usize, String)> {
    let place = problem.path.strip_prefix('/')?.strip_prefix(subject.code())?.strip_prefix('/')?;
    let (index, place) = place.split_once('/').unwrap_or((place, ""));
    let row = index.parse::<usize>().ok()?.checked_sub(first)?;
    Some((row, place.to_owned()))
}

fn insert(made: &mut Map<String, Value>, column: &Column, value: Value) {
    let (table, name) = match column {
        Column::Field(field) => return drop(made.insert(field.code.to_owned(), value)),
        Column::Year(year) => ("amounts", year),
        Column::Partner(id) => ("by_partner", id),
        Column::Unread(_) => return,
    };
    if let Some(table) = made.entry(table).or_insert_with(|| object([])).as_object_mut() {
        table.insert(name.clone(), value);
    }
}

/// One space for every stretch of white space: a line break within a cell is none in a name.
fn tidy(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The code of a status, by its code or its word.
fn status(text: &str) -> &str {
    let folded = fold(text);
    let is = |(code, word): &(&str, deelsom_language::Word)| {
        fold(code) == folded || Language::ALL.iter().any(|&language| fold(word.text(language)) == folded)
    };
    codes::STATUSES.iter().find(is).map_or(text, |(code, _)| code)
}
