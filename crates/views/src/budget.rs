//! The multi-year estimate: what an option changes in the budget of each municipality, as its controller enters it.
//!
//! A municipality's costs and its income stand apart. What it pays to others is a cost, and so is VAT on it; income is
//! what is posted with a minus in its own books, and what the guarantee gives it. Everything is on task field
//! 0.4 Overhead, where the rules for municipal budgets also put the bill of whoever does the work.

use deelsom_core::study::UnitId;
use deelsom_core::{Bearer, Course, Line, Money, Outcome, Period, Year};
use deelsom_language::sign::{self, SignConvention};
use deelsom_language::words::budget as words;
use deelsom_language::{Language, Word, amount};
use deelsom_tables::{Cell, Profile, cells, csv_file};

/// The budget year and the three of the multi-year estimate.
pub const MOST_YEARS: usize = 4;

/// The task field that all of it stands on.
pub const TASK_FIELD: &str = "0.4";

/// An amount by how long it lasts. An advantage is positive.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Change {
    /// What keeps coming back.
    pub structural: Money,
    /// What is one-off.
    pub one_off: Money,
}

/// What an option changes in a budget in a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct BudgetYear {
    /// Lower costs are positive.
    pub costs: Change,
    /// Higher income is positive.
    pub income: Change,
}

impl Change {
    /// All of it.
    pub fn total(self) -> Money {
        self.structural + self.one_off
    }

    fn add(&mut self, other: Self) {
        self.structural += other.structural;
        self.one_off += other.one_off;
    }
}

impl BudgetYear {
    /// Costs and income together.
    pub fn balance(self) -> Change {
        let mut balance = self.costs;
        balance.add(self.income);
        balance
    }
}

/// The changes of an option from a budget year on, at most [`MOST_YEARS`] of them.
#[derive(Debug, Clone, PartialEq)]
pub struct Estimate {
    /// The first year, counted from the first of the study.
    pub from: usize,
    /// The calendar years.
    pub years: Vec<Year>,
    /// Year by year, by partner in study order.
    pub partners: Vec<Vec<BudgetYear>>,
}

impl Estimate {
    /// What the option at a place of the study changes.
    pub fn of(period: Period, outcome: &Outcome, option: usize, from: usize) -> Self {
        let (before, after) = (outcome.baseline(), outcome.option(option));
        let until = period.years.min(from + MOST_YEARS);
        let of_partner = |partner: usize| {
            let years = (from..until).map(|year| {
                let (before, after) =
                    (Books::of(period, before, partner, year), Books::of(period, after, partner, year));
                BudgetYear {
                    costs: minus(before.costs, after.costs),
                    income: minus(after.income, before.income),
                }
            });
            years.collect()
        };
        Self {
            from,
            years: (from..until).map(|year| period.year(year)).collect(),
            partners: (0..after.partners.len()).map(of_partner).collect(),
        }
    }

    /// All partners together.
    pub fn together(&self) -> Vec<BudgetYear> {
        let mut years = vec![BudgetYear::default(); self.years.len()];
        for partner in &self.partners {
            for (sum, year) in years.iter_mut().zip(partner) {
                sum.costs.add(year.costs);
                sum.income.add(year.income);
            }
        }
        years
    }
}

/// A municipality's costs and income of a year, both positive.
struct Books {
    costs: Change,
    income: Change,
}

impl Books {
    fn of(period: Period, course: &Course, partner: usize, year: usize) -> Self {
        let paid = course.partners[partner][year];
        let own = Bearer::Unit(UnitId(partner));
        let mut income = Change::default();
        let entries = course.ledger.iter().filter(|entry| entry.year == period.year(year));
        // VAT below zero is VAT not paid, and no income.
        for entry in entries.filter(|entry| entry.bearer == own && entry.line != Line::Vat) {
            if entry.amount < Money::ZERO {
                let kind = if entry.one_off { &mut income.one_off } else { &mut income.structural };
                *kind += -entry.amount;
            }
        }
        let costs = Change {
            structural: paid.total() - paid.one_off + income.structural,
            one_off: paid.one_off + income.one_off,
        };
        Self { costs, income }
    }
}

fn minus(one: Change, other: Change) -> Change {
    Change { structural: one.structural - other.structural, one_off: one.one_off - other.one_off }
}

/// A row of the table.
#[derive(Debug, Clone, Copy)]
pub struct Row {
    /// Costs, income, or both together.
    pub side: (&'static str, Word),
    /// How long it lasts, or all of it.
    pub nature: (&'static str, Word),
    /// The figure in it.
    pub of: fn(BudgetYear) -> Money,
    /// The field of the report's year that it is, where it stands there.
    pub field: &'static str,
}

const COSTS: (&str, Word) = ("costs", words::COSTS);
const INCOME: (&str, Word) = ("income", words::INCOME);
const BALANCE: (&str, Word) = ("balance", words::BALANCE);
const STRUCTURAL: (&str, Word) = ("structural", words::STRUCTURAL);
const ONE_OFF: (&str, Word) = ("one_off", words::ONE_OFF);
const TOTAL: (&str, Word) = ("total", words::TOTAL);

/// The rows of every table, from top to bottom.
pub const ROWS: [Row; 7] = [
    Row { side: COSTS, nature: STRUCTURAL, of: |year| year.costs.structural, field: "" },
    Row { side: COSTS, nature: ONE_OFF, of: |year| year.costs.one_off, field: "" },
    Row { side: INCOME, nature: STRUCTURAL, of: |year| year.income.structural, field: "" },
    Row { side: INCOME, nature: ONE_OFF, of: |year| year.income.one_off, field: "" },
    Row { side: BALANCE, nature: STRUCTURAL, of: |year| year.balance().structural, field: "recurring" },
    Row { side: BALANCE, nature: ONE_OFF, of: |year| year.balance().one_off, field: "one_off" },
    Row { side: BALANCE, nature: TOTAL, of: |year| year.balance().total(), field: "saving" },
];

impl Row {
    /// What the row is called.
    pub fn name(&self, language: Language) -> String {
        [self.side.1.text(language), ", ", self.nature.1.text(language)].concat()
    }
}

/// Who is in a file of the estimate: an id and a name, and the years.
pub type OfPartner<'a> = (&'a str, &'a str, &'a [BudgetYear]);

/// The estimate for Excel as Dutch municipalities have it: years side by side as in a budget, and on every row what the
/// signs mean.
pub fn excel(
    language: Language,
    signs: SignConvention,
    option: &str,
    years: &[Year],
    budgets: &[OfPartner<'_>],
) -> String {
    let say = |word: Word| word.text(language);
    let years: Vec<String> = years.iter().map(ToString::to_string).collect();
    let mut columns =
        [words::OPTION, words::MUNICIPALITY, words::TASK_FIELD, words::SIDE, words::NATURE].map(say).to_vec();
    columns.extend(years.iter().map(String::as_str));
    columns.push(say(words::SIGNS));
    let row = |name: &str, budget: &[BudgetYear], row: Row| {
        let mut cells = cells![option, name, say(words::OVERHEAD), say(row.side.1), say(row.nature.1)];
        cells.extend(budget.iter().map(|year| signed(signs, (row.of)(*year))));
        cells.push(signs.legend(language).into());
        cells
    };
    let rows = budgets.iter().flat_map(|(_, name, budget)| ROWS.map(|of| row(name, budget, of)));
    csv_file(Profile::ExcelNl, &columns, rows)
}

/// The estimate as data: ids and codes, a year on every row, and an advantage always positive.
pub fn data(option: &str, years: &[Year], budgets: &[OfPartner<'_>]) -> String {
    let mut rows = Vec::new();
    for (id, _, budget) in budgets {
        for row in ROWS {
            for (year, changed) in years.iter().zip(*budget) {
                let advantage = (row.of)(*changed);
                rows.push(cells![option, *id, TASK_FIELD, row.side.0, row.nature.0, year.0, advantage]);
            }
        }
    }
    let columns = ["option", "partner", "task_field", "side", "nature", "year", "advantage"];
    csv_file(Profile::Data, &columns, rows)
}

/// An amount in a file for Excel, under a convention of signs.
fn signed(signs: SignConvention, saving: Money) -> Cell {
    match signs {
        SignConvention::AdvantagePlus => saving.into(),
        SignConvention::CostsPlus => (-saving).into(),
        SignConvention::Letter => {
            let text = amount::bare(Language::Dutch, saving.cents().saturating_abs());
            Cell::Text(
                [&text, " ", sign::letter(Language::Dutch, saving.cents())].concat().trim_end().to_owned(),
            )
        }
    }
}

#[cfg(test)]
mod tests {
    use deelsom_core::{Register, Study, calculate};

    use super::*;

    const STUDIES: [&str; 2] = [
        include_str!("../../../examples/voorschoten-wassenaar-2010.json"),
        include_str!("../../../examples/four-municipalities-2006.json"),
    ];

    #[test]
    fn every_year_is_that_of_the_report_to_the_cent() {
        for text in STUDIES {
            let register = Register::embedded();
            let study = Study::read(text, &register).expect("a study");
            let outcome = calculate(&study, &register);
            for (place, effect) in outcome.effects.iter().enumerate() {
                for from in 0..study.period.years {
                    let estimate = Estimate::of(study.period, &outcome, place, from);
                    assert_eq!(estimate.years.len(), MOST_YEARS.min(study.period.years - from));
                    for (nth, together) in estimate.together().into_iter().enumerate() {
                        let told = effect.result.years[from + nth];
                        assert_eq!(together.balance().total(), told.saving);
                        assert_eq!(together.balance().one_off, told.one_off);
                        assert_eq!(together.balance().structural, told.recurring);
                    }
                    for (years, partner) in estimate.partners.iter().zip(&effect.partners) {
                        for (year, told) in years.iter().zip(&partner.result.years[from..]) {
                            assert_eq!(year.balance().total(), told.saving);
                            assert_eq!(year.balance().one_off, told.one_off);
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn income_of_its_own_is_no_lower_cost() {
        let text = r#"{ "format": "deelsom/study", "version": 1, "title": "Income",
            "period": { "first_year": 2026, "years": 5 },
            "partners": [{ "id": "a", "name": "A", "inhabitants": 1000 },
                         { "id": "b", "name": "B", "inhabitants": 1000 }],
            "services": [{ "id": "hr", "name": "HR" }],
            "posts": [{ "unit": "a", "service": "hr", "role": "x", "cost_per_fte": 50000, "fte": 1 },
                      { "unit": "b", "service": "hr", "role": "x", "cost_per_fte": 50000, "fte": 1 }],
            "options": [{ "id": "o", "name": "O",
                "units": [{ "id": "j", "name": "J", "form": "network", "members": ["a", "b"] }],
                "moves": [{ "service": "hr", "month": "2026-01", "to": ["j"] }],
                "one_offs": [{ "name": "plan", "month": "2026-01", "amount": 1000, "key": { "bearer": "a" } }],
                "recurring": [{ "name": "rent", "from": "2026-01", "amount": -2500, "key": { "bearer": "a" } }] }] }"#;
        let register = Register::embedded();
        let study = Study::read(text, &register).expect("a study");
        let estimate = Estimate::of(study.period, &calculate(&study, &register), 0, 0);
        let first = estimate.partners[0][0];
        assert_eq!(first.income, Change { structural: Money::round(2500.0), one_off: Money::ZERO });
        assert!(first.costs.one_off < Money::ZERO);
        assert_eq!(estimate.partners[1][0].income, Change::default());
    }

    #[test]
    fn a_file_says_what_its_signs_mean() {
        let once = Change { structural: Money::from_cents(-123_450), one_off: Money::ZERO };
        let budget = [BudgetYear { costs: once, income: Change::default() }];
        let years = [Year(2027)];
        let file = |signs| excel(Language::Dutch, signs, "=1+1", &years, &[("a", "A;B", &budget)]);
        for (signs, amount) in [
            (SignConvention::AdvantagePlus, "-1234,50"),
            (SignConvention::CostsPlus, "1234,50"),
            (SignConvention::Letter, "1234,50 N"),
        ] {
            let text = file(signs);
            let row = text.lines().nth(1).expect("a row");
            assert!(row.starts_with("'=1+1;\"A;B\";"), "{row}");
            assert!(row.contains(&format!(";{amount};")), "{row}");
            assert!(row.ends_with(signs.legend(Language::Dutch)), "{row}");
        }
        let text = data("o", &years, &[("a", "A", &budget)]);
        assert!(text.contains("\r\no,a,0.4,costs,structural,2027,-1234.50\r\n"), "{text}");
    }
}
