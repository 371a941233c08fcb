//! `deelsom compare A B`: which outcomes of two studies differ, and which data.

use std::path::{Path, PathBuf};

use clap::Args;
use deelsom_core::{Register, Report, Study, calculate};
use deelsom_language::words::command;
use deelsom_language::{Language, Word, number};
use deelsom_views::difference::{Names, Place, Side, Walk, identity, identity_in_study};
use serde::Serialize;
use serde_json::{Value, json};

use crate::answer::{Answer, json as print_json};
use crate::arguments::Format;
use crate::csv_file::{Cell, Profile, csv_file};
use crate::failure::Failure;
use crate::input;
use crate::table::Column::{Figure as Number, Text};
use crate::table::{heading, short_json, table};

/// Compare two studies: which outcomes differ, the largest differences first, and through which data
///
/// Rows are matched by what they are about, not by their place. Exits with 0 whether or not they differ.
#[derive(Debug, Args)]
pub(crate) struct Compare {
    /// The one study file, or `-` for stdin
    a: PathBuf,

    /// The other study file, or `-` for stdin
    b: PathBuf,

    /// How to print the differences
    #[arg(long, value_enum, default_value_t)]
    format: Format,

    /// At most so many outcomes
    #[arg(long, value_name = "N", default_value_t = 20)]
    top: usize,
}

/// The parts of a report that hold outcomes; the rest repeats the data or tells about them.
const OUTCOMES: [&str; 2] = ["courses", "effects"];

/// A study as it stands in its file, and the outcomes in its report.
struct Calculated {
    file: Value,
    outcomes: Value,
}

/// What two studies have otherwise.
#[derive(Serialize)]
struct Comparison {
    format: &'static str,
    version: u32,
    /// How many outcomes differ, shown or not.
    figures_differing: usize,
    figures: Vec<Figure>,
    inputs: Vec<Input>,
}

/// An outcome that differs.
#[derive(Serialize)]
struct Figure {
    pointer_a: Option<String>,
    pointer_b: Option<String>,
    words: String,
    a: Option<f64>,
    b: Option<f64>,
    /// The second minus the first, where both have it.
    difference: Option<f64>,
    /// Whether it is a calendar year.
    #[serde(skip)]
    is_year: bool,
}

/// A field or row of the studies that differs.
#[derive(Serialize)]
struct Input {
    pointer_a: Option<String>,
    pointer_b: Option<String>,
    a: Option<Value>,
    b: Option<Value>,
}

impl Compare {
    pub(super) fn run(&self, language: Language) -> Result<Answer, Failure> {
        if self.a == Path::new("-") && self.b == self.a {
            return Err(Failure::Usage(command::TWICE_STDIN.text(language).to_owned()));
        }
        let register = Register::embedded();
        let (a, b) = (Calculated::read(&self.a, &register)?, Calculated::read(&self.b, &register)?);
        let comparison = Comparison::of(&a, &b, self.top, language);
        Ok(Answer::of(match self.format {
            Format::Table => comparison.text(language),
            Format::Json => print_json(&comparison),
            Format::Csv => comparison.csv(),
        }))
    }
}

impl Calculated {
    fn read(path: &Path, register: &Register) -> Result<Self, Failure> {
        let text = input::text(path)?;
        let study = Study::read(&text, register)
            .map_err(|problems| Failure::InvalidFile(path.display().to_string(), problems))?;
        let mut outcomes = json!(Report::of(&study, register, &calculate(&study, register)));
        if let Some(parts) = outcomes.as_object_mut() {
            parts.retain(|name, _| OUTCOMES.contains(&name.as_str()));
        }
        Ok(Self { file: serde_json::from_str(&text).expect("a study is JSON"), outcomes })
    }
}

impl Comparison {
    fn of(a: &Calculated, b: &Calculated, top: usize, language: Language) -> Self {
        let names = Names { studies: [&a.file, &b.file], language };
        let walk = Walk { identity, piece_by_piece: true };
        let mut figures: Vec<Figure> = walk
            .differences(&a.outcomes, &b.outcomes)
            .iter()
            .filter_map(|place| Figure::of(place, &names))
            .collect();
        figures.sort_by(|one, other| other.size().total_cmp(&one.size()));
        let figures_differing = figures.len();
        figures.truncate(top);
        let walk = Walk { identity: identity_in_study, piece_by_piece: false };
        let inputs = walk.differences(&a.file, &b.file).iter().map(Input::of).collect();
        Self { format: "deelsom/comparison", version: 1, figures_differing, figures, inputs }
    }

    /// For people: the outcomes that differ, and then the data.
    fn text(&self, language: Language) -> String {
        self.figures_text(language) + "\n" + &self.inputs_text(language)
    }

    /// A table of outcomes, each with its pointer below it.
    fn figures_text(&self, language: Language) -> String {
        let say = |word: Word| word.text(language);
        if self.figures_differing == 0 {
            return format!("{}\n", say(command::NO_FIGURE_DIFFERS));
        }
        let (shown, all) = (self.figures.len(), self.figures_differing);
        let title = format!("{} ({shown} {} {all})", say(command::FIGURES_DIFFER), say(command::OF));
        let columns = [
            (Text, say(command::FIGURE)),
            (Number, say(command::FIRST)),
            (Number, say(command::SECOND)),
            (Number, say(command::DIFFERENCE)),
        ];
        let rows = self.figures.iter().flat_map(|figure| {
            let number = |value| figure.number(language, value);
            let difference = figure.difference.map(|value| number::short(language, value, 6));
            let numbers = [number(figure.a), number(figure.b), difference.unwrap_or_default()];
            let below = [figure.pointer().to_owned(), String::new(), String::new(), String::new()];
            [std::iter::once(figure.words.clone()).chain(numbers).collect(), below.to_vec()]
        });
        heading(&title, '-') + "\n" + &table(&columns, rows)
    }

    fn inputs_text(&self, language: Language) -> String {
        let say = |word: Word| word.text(language);
        if self.inputs.is_empty() {
            return format!("{}\n", say(command::NO_INPUT_DIFFERS));
        }
        let columns =
            [(Text, say(command::INPUT)), (Text, say(command::FIRST)), (Text, say(command::SECOND))];
        let value = |value: Option<&Value>| match value {
            // Room between fields, so that rows may wrap there.
            Some(value) => short_json(value).replace(",\"", ", \""),
            None => say(command::NOT_THERE).to_owned(),
        };
        let rows = self
            .inputs
            .iter()
            .map(|input| vec![input.pointer().to_owned(), value(input.a.as_ref()), value(input.b.as_ref())]);
        heading(say(command::INPUTS_DIFFER), '-') + "\n" + &table(&columns, rows)
    }

    /// One table: outcomes first, then data.
    fn csv(&self) -> String {
        let text = |text: &Option<String>| Cell::from(text.as_ref());
        let figures = self.figures.iter().map(|figure| {
            let about = [Cell::from("figure"), text(&figure.pointer_a), text(&figure.pointer_b)];
            let values =
                [Cell::from(&figure.words), figure.a.into(), figure.b.into(), figure.difference.into()];
            about.into_iter().chain(values).collect()
        });
        let inputs = self.inputs.iter().map(|input| {
            let about = [Cell::from("input"), text(&input.pointer_a), text(&input.pointer_b), Cell::Empty];
            let values = [cell(input.a.as_ref()), cell(input.b.as_ref()), Cell::Empty];
            about.into_iter().chain(values).collect()
        });
        let columns = ["kind", "pointer_a", "pointer_b", "words", "a", "b", "difference"];
        csv_file(Profile::Data, &columns, figures.chain(inputs))
    }
}

/// A value of a study in a cell; a whole row as JSON.
fn cell(value: Option<&Value>) -> Cell {
    match value {
        None => Cell::Empty,
        Some(Value::String(text)) => Cell::from(text),
        Some(value) => value.as_f64().map_or_else(|| Cell::Text(value.to_string()), Cell::Number),
    }
}

impl Figure {
    /// A place where numbers differ; none where other things do.
    fn of(place: &Place<'_>, names: &Names<'_>) -> Option<Self> {
        let number = |side: &Option<Side<'_>>| side.as_ref().and_then(|side| side.value.as_f64());
        let (a, b) = (number(&place.a), number(&place.b));
        a.or(b)?;
        let field = place.trail.fields.last().copied().unwrap_or_default();
        let is_row_of_year = place.trail.fields.as_slice() == ["year"];
        // The year of a row says what the row is about, and is no outcome.
        (!is_row_of_year).then(|| Self {
            pointer_a: pointer(place.a.as_ref()),
            pointer_b: pointer(place.b.as_ref()),
            words: names.place(&place.trail),
            a,
            b,
            difference: a.zip(b).map(|(a, b)| six(b - a)),
            is_year: matches!(field, "year" | "payback_year"),
        })
    }

    /// Its place in the first report, or in the second where only that has it.
    fn pointer(&self) -> &str {
        self.pointer_a.as_deref().or(self.pointer_b.as_deref()).unwrap_or_default()
    }

    /// How much it matters beside others: what is not there is nothing.
    fn size(&self) -> f64 {
        six(self.b.unwrap_or(0.0) - self.a.unwrap_or(0.0)).abs()
    }

    fn number(&self, language: Language, value: Option<f64>) -> String {
        match value {
            None => command::NOT_THERE.text(language).to_owned(),
            Some(year) if self.is_year => number::bare(language, year, 0),
            Some(value) => number::short(language, value, 6),
        }
    }
}

impl Input {
    fn of(place: &Place<'_>) -> Self {
        let value = |side: &Option<Side<'_>>| side.as_ref().map(|side| side.value.clone());
        Self {
            pointer_a: pointer(place.a.as_ref()),
            pointer_b: pointer(place.b.as_ref()),
            a: value(&place.a),
            b: value(&place.b),
        }
    }

    fn pointer(&self) -> &str {
        self.pointer_a.as_deref().or(self.pointer_b.as_deref()).unwrap_or_default()
    }
}

/// Rounded as reports are, so that what binary fractions do does not decide an order.
fn six(number: f64) -> f64 {
    (number * 1e6).round() / 1e6
}

fn pointer(side: Option<&Side<'_>>) -> Option<String> {
    side.map(|side| side.pointer.clone())
}
