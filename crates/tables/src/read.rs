//! A table that someone pasted or opened, read into the rows of a study: how every cell was read, and every fault.

use std::collections::BTreeSet;

use deelsom_core::{Problem, Register, Remark};
use deelsom_language::parse::{self, Wanted};
use deelsom_language::{Language, codes};
use serde_json::{Map, Value};

use crate::cells::as_written;
use crate::fault::{Fault, What};
use crate::grid::grid;
use crate::names::{Known, Names, fold};
use crate::numbers::{self, Convention, convention, is_dash};
use crate::place::{New, list, object, place, problems};
use crate::subject::{Column, Field, Holds, ROLE, Subject};
use crate::write;

/// A longer text is no name.
const LONGEST: usize = 200;

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
    let grid = grid(text)?;
    let partners = Names::of(study, &["partners"]);
    let width = grid.rows.iter().map(|(_, cells)| filled(cells)).max().unwrap_or(0);
    let mut reader = Reader::new(wish, study, register);
    let heading = grid.rows.first().and_then(|(_, cells)| headings(cells, wish.subject, &partners));
    let skip = usize::from(heading.is_some());
    let columns = match heading {
        Some(mut columns) => {
            columns.resize(width, Column::Unread(String::new()));
            reader.check_headings(&columns);
            columns
        }
        None => write::columns(&Value::Null, wish.subject, &partners),
    };
    let rows: Vec<_> = grid.rows.into_iter().skip(skip).collect();
    // Where nothing tells how numbers are written, what stands between the cells does.
    let otherwise = match grid.delimiter {
        b';' => Language::Dutch,
        b',' => Language::English,
        _ => wish.language,
    };
    let conventions = conventions(&columns, &rows, otherwise);
    if rows.is_empty() {
        return Err(Fault::table("table_empty"));
    }
    let rows =
        rows.into_iter().map(|(number, cells)| reader.row(&columns, &conventions, number, &cells)).collect();
    Ok(reader.finish(columns, rows))
}

/// How many cells a row has up to the last with anything in it.
fn filled(cells: &[String]) -> usize {
    cells.iter().rposition(|cell| !cell.trim().is_empty()).map_or(0, |last| last + 1)
}

/// The columns that a first row names, if it is one of headings: two of them, or all.
fn headings(cells: &[String], subject: Subject, partners: &Names) -> Option<Vec<Column>> {
    let columns: Vec<Column> = cells
        .iter()
        .map(|cell| {
            column_of(cell, subject, partners).unwrap_or_else(|| Column::Unread(cell.trim().to_owned()))
        })
        .collect();
    let named =
        columns.iter().filter(|column| matches!(column, Column::Field(_) | Column::Partner(_))).count();
    let filled = cells.iter().filter(|cell| !cell.trim().is_empty()).count();
    (named > 1 || named > 0 && named == filled).then_some(columns)
}

/// The column of a heading; what stands in brackets behind it is a remark.
fn column_of(heading: &str, subject: Subject, partners: &Names) -> Option<Column> {
    let heading = as_written(heading.trim());
    let folded = fold(heading.split('(').next().unwrap_or_default());
    let named = |field: &&Field| fold(field.code) == folded || codes::is_heading(field.code, &folded);
    if let Some(field) = subject.fields().iter().find(named) {
        return Some(Column::Field(field));
    }
    match subject {
        Subject::Volumes => partners.find(heading).map(|id| Column::Partner(id.to_owned())),
        Subject::RunningCosts => {
            let year = folded.rsplit(' ').next().unwrap_or_default();
            let is_year = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
            is_year.then(|| Column::Year(year.to_owned()))
        }
        _ => None,
    }
}

/// How the numbers of every column are written: as they tell, else as those of the other columns tell.
fn conventions(columns: &[Column], rows: &[(usize, Vec<String>)], otherwise: Language) -> Vec<Convention> {
    let is_number = |column: &Column| column.holds().is_some_and(Holds::is_number);
    let of_column = |place: usize| {
        let texts = rows.iter().filter_map(move |(_, cells)| cells.get(place)).map(String::as_str);
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
}

impl<'a> Reader<'a> {
    fn new(wish: &'a Wish, study: &'a Value, register: &'a Register) -> Self {
        let mut roles = Names::default();
        for role in list(study, "posts").iter().filter_map(|post| post["role"].as_str()) {
            if !roles.iter().any(|(known, _)| known == role) {
                roles.add(role, role);
            }
        }
        Self {
            wish,
            study,
            register,
            known: Known::of(study),
            roles,
            ids: Names::of(study, &["partners", "units"]),
            news: Vec::new(),
            faults: Vec::new(),
            made: Vec::new(),
            stood_in: BTreeSet::new(),
        }
    }

    fn check_headings(&mut self, columns: &[Column]) {
        for (place, column) in columns.iter().enumerate() {
            let read = !matches!(column, Column::Unread(_));
            if read && columns[..place].contains(column) {
                let what = Remark::new("heading_twice", "").with("column", self.heading(column));
                self.faults.push(Fault { row: None, column: Some(place), what: What::Remark(what) });
            }
        }
        for field in self.wish.subject.fields().iter().filter(|field| field.required) {
            if !columns.contains(&Column::Field(field)) {
                let remark =
                    Remark::new("heading_missing", "").with("column", self.heading(&Column::Field(field)));
                self.faults.push(Fault { row: None, column: None, what: What::Remark(remark) });
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
        texts: &[String],
    ) -> Row {
        let place = self.made.len();
        let mut made = Map::new();
        let mut cells = Vec::with_capacity(columns.len());
        for (at, (column, convention)) in columns.iter().zip(conventions).enumerate() {
            let text = texts.get(at).map_or("", |text| text.trim());
            let value = self.cell(column, *convention, text).unwrap_or_else(|what| {
                self.faults.push(Fault { row: Some(place), column: Some(at), what });
                None
            });
            if let Some(value) = &value {
                insert(&mut made, column, value.clone());
            }
            cells.push(Read { text: text.to_owned(), value });
        }
        for (at, text) in
            texts.iter().enumerate().skip(columns.len()).filter(|(_, text)| !text.trim().is_empty())
        {
            let what = What::Remark(Remark::new("cell_without_column", "").with("value", text.trim()));
            self.faults.push(Fault { row: Some(place), column: Some(at), what });
        }
        self.complete(place, &mut made);
        self.made.push(made.into());
        Row { number, cells }
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
    fn cell(&mut self, column: &Column, convention: Convention, typed: &str) -> Result<Option<Value>, What> {
        let (holds, required) = match column {
            Column::Field(field) => (field.holds, field.required),
            Column::Unread(_) => return Ok(None),
            _ => (column.holds().unwrap_or(Holds::Number), false),
        };
        let remark = |code| Err(What::Remark(Remark::new(code, "")));
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
                        self.faults.push(Fault { row: None, column: None, what: What::Remark(problem) });
                    }
                    None => {}
                }
            }
        }
        self.faults.sort_by_key(|fault| (fault.row, fault.column));
        let study = self.faults.is_empty().then_some(placed.study);
        let Self { faults, news, known, .. } = self;
        Table { columns, rows, faults, news, lost_ranges: placed.lost_ranges, study, known }
    }

    /// Takes over what the core says of a row, unless that follows from what could not be read.
    fn judge(&mut self, row: usize, place: &str, problem: Problem, columns: &[Column], told: &Told) {
        let column = columns.iter().position(|column| column.is_at(place));
        let follows = match place.split('/').next() {
            None | Some("") => self.stood_in.range((row, "")..).next().is_some_and(|(one, _)| *one == row),
            Some(field) => self.stood_in.range((row, "")..(row + 1, "")).any(|(_, one)| *one == field),
        };
        if !follows && (column.is_none() || !told.contains(&(Some(row), column))) {
            self.faults.push(Fault { row: Some(row), column, what: What::Remark(problem) });
        }
    }
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
