//! What a table is a table of, and which columns it has.

use deelsom_language::parse::Wanted;
use deelsom_language::{Language, codes};

use crate::names::Known;

/// What the rows of a table are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// Posts of today.
    Posts,
    /// Costs other than staff.
    RunningCosts,
    /// The municipalities.
    Partners,
    /// What each partner uses of a service.
    Volumes,
    /// People known to leave.
    Departures,
}

/// What belongs in a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    /// A municipality or a joint organisation.
    Unit,
    /// A service.
    Service,
    /// Where figures come from.
    Source,
    /// What figures rest on.
    Status,
    /// A salary scale.
    Scale,
    /// An id.
    Id,
    /// A name for people.
    Name,
    /// Euros.
    Euros,
    /// Full-time equivalents.
    Fte,
    /// A whole number.
    Count,
    /// A fraction, written as a percentage.
    Percent,
    /// Any number.
    Number,
    /// A month.
    Month,
    /// Yes or no.
    Flag,
}

impl Holds {
    /// What to ask for, where it is a figure.
    pub(crate) const fn wanted(self) -> Option<Wanted> {
        Some(match self {
            Self::Euros => Wanted::Amount,
            Self::Fte => Wanted::Fte,
            Self::Count => Wanted::Whole,
            Self::Percent => Wanted::Percent,
            Self::Number => Wanted::Number,
            Self::Month => Wanted::Month,
            _ => return None,
        })
    }

    /// Whether it is a number.
    pub const fn is_number(self) -> bool {
        matches!(self, Self::Euros | Self::Fte | Self::Count | Self::Percent | Self::Number)
    }
}

/// A field of a row.
#[derive(Debug, PartialEq, Eq)]
pub struct Field {
    /// Its name in files.
    pub code: &'static str,
    /// What belongs in it.
    pub holds: Holds,
    /// Whether every row has it.
    pub required: bool,
}

const fn must(code: &'static str, holds: Holds) -> Field {
    Field { code, holds, required: true }
}

const fn may(code: &'static str, holds: Holds) -> Field {
    Field { code, holds, required: false }
}

const UNIT: Field = must("unit", Holds::Unit);
const SERVICE: Field = must("service", Holds::Service);
pub(crate) const ROLE: Field = must("role", Holds::Name);
const NAME: Field = must("name", Holds::Name);
const FTE: Field = must("fte", Holds::Fte);
const SOURCE: Field = may("source", Holds::Source);
const STATUS: Field = may("status", Holds::Status);

const POSTS: &[Field] = &[
    UNIT,
    SERVICE,
    ROLE,
    may("scale", Holds::Scale),
    may("cost_per_fte", Holds::Euros),
    FTE,
    may("in_post", Holds::Fte),
    SOURCE,
    STATUS,
];
const RUNNING_COSTS: &[Field] = &[
    UNIT,
    may("service", Holds::Service),
    NAME,
    may("amount", Holds::Euros),
    may("carries_vat", Holds::Flag),
    SOURCE,
    STATUS,
];
const PARTNERS: &[Field] = &[
    NAME,
    must("inhabitants", Holds::Count),
    may("general_grant", Holds::Euros),
    may("budget", Holds::Euros),
    may("growth", Holds::Percent),
    may("recoverable_vat", Holds::Percent),
    SOURCE,
    STATUS,
    may("id", Holds::Id),
];
const VOLUMES: &[Field] = &[SERVICE, NAME, SOURCE, STATUS];
const DEPARTURES: &[Field] = &[UNIT, SERVICE, ROLE, must("month", Holds::Month), FTE, SOURCE, STATUS];

/// What one partner uses of a service, in a part that it supplies.
pub(crate) const VOLUME: &Field = &may("volume", Holds::Number);

impl Subject {
    /// All of them, in the order of the study.
    pub const ALL: [Self; 5] =
        [Self::Partners, Self::Posts, Self::Departures, Self::RunningCosts, Self::Volumes];

    /// Its list in files.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Posts => "posts",
            Self::RunningCosts => "running_costs",
            Self::Partners => "partners",
            Self::Volumes => "volumes",
            Self::Departures => "departures",
        }
    }

    /// The subject of a list.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|subject| subject.code() == code)
    }

    /// Its columns, in the order in which they stand where no heading names them.
    pub const fn fields(self) -> &'static [Field] {
        match self {
            Self::Posts => POSTS,
            Self::RunningCosts => RUNNING_COSTS,
            Self::Partners => PARTNERS,
            Self::Volumes => VOLUMES,
            Self::Departures => DEPARTURES,
        }
    }

    /// Whether its rows belong to a service.
    pub fn has_service(self) -> bool {
        self.fields().iter().any(|field| field.holds == Holds::Service)
    }

    /// After which of its fields the columns stand that differ from study to study.
    pub(crate) const fn fixed(self) -> usize {
        match self {
            Self::Volumes => 2,
            Self::RunningCosts => 4,
            _ => usize::MAX,
        }
    }
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq)]
pub enum Column {
    /// A field that every row of the kind has.
    Field(&'static Field),
    /// The amount of a year.
    Year(String),
    /// What a partner uses, by its id.
    Partner(String),
    /// One that is not read, with its heading.
    Unread(String),
}

impl Column {
    /// What belongs in it.
    pub const fn holds(&self) -> Option<Holds> {
        match self {
            Self::Field(field) => Some(field.holds),
            Self::Year(_) => Some(Holds::Euros),
            Self::Partner(_) => Some(Holds::Number),
            Self::Unread(_) => None,
        }
    }

    /// What people call it.
    pub fn heading(&self, language: Language, known: &Known) -> String {
        match self {
            Self::Field(field) => {
                codes::column(field.code).map_or(field.code, |word| word.text(language)).to_owned()
            }
            Self::Partner(id) => known.units.name(id).to_owned(),
            Self::Year(text) | Self::Unread(text) => text.clone(),
        }
    }

    /// Whether a problem at this place below a row is about this column.
    pub(crate) fn is_at(&self, place: &str) -> bool {
        let (first, rest) = place.split_once('/').unwrap_or((place, ""));
        match self {
            Self::Field(field) => field.code == first,
            Self::Year(year) => first == "amounts" && (rest.is_empty() || rest == year),
            Self::Partner(id) => {
                first == "by_partner" && (rest.is_empty() || rest == deelsom_core::pointer_token(id))
            }
            Self::Unread(_) => false,
        }
    }
}
