//! Municipalities with their public figures, as `data/nl-municipalities.csv` has them.

use csv::{Reader, StringRecord};

/// The year of the figures that a study takes over.
pub const YEAR: i32 = 2025;

const THOUSAND: f64 = 1000.0;

/// A municipality and what is published of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Municipality {
    /// Its name, as in Iv3.
    pub name: String,
    /// The province it lies in.
    pub province: String,
    /// Inhabitants at 1 January.
    pub inhabitants: f64,
    /// The general grant, euros a year.
    pub general_grant: Option<f64>,
    /// What it budgets to spend, euros a year; nothing where it delivered no budget.
    pub budget: Option<f64>,
    /// Overhead in its budget.
    pub overhead: Option<Overhead>,
    /// Overhead in its budget of the year before.
    pub overhead_before: Option<Overhead>,
}

/// Overhead (task field 0.4) in a budget, euros a year.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Overhead {
    /// Salaries and social charges.
    pub salaries: f64,
    /// What others pay for it.
    pub income: f64,
    /// What it costs.
    pub cost: f64,
}

impl Overhead {
    fn delivered(self) -> Option<Self> {
        delivered(self.cost).map(|_| self)
    }
}

/// Every municipality in the text of a data file; nothing where that is another kind of file.
pub fn municipalities(text: &str) -> Option<Vec<Municipality>> {
    let mut reader = Reader::from_reader(text.as_bytes());
    let columns = reader.headers().ok()?.clone();
    let rows = reader.records().map(|row| Row { columns: &columns, row: row.ok()? }.municipality());
    rows.collect::<Option<Vec<_>>>().filter(|all| !all.is_empty())
}

/// A row under its headings.
struct Row<'a> {
    columns: &'a StringRecord,
    row: StringRecord,
}

impl Row<'_> {
    fn municipality(&self) -> Option<Municipality> {
        Some(Municipality {
            name: self.text("municipality")?.to_owned(),
            province: self.text("province")?.to_owned(),
            inhabitants: self.number("inhabitants_2025").filter(|count| *count >= 1.0)?,
            general_grant: delivered(self.euros("general_grant_2025_keur")?),
            budget: delivered(self.euros("cost_total_2025_keur")?),
            overhead: self.overhead("2025")?.delivered(),
            overhead_before: self.overhead("2024")?.delivered(),
        })
    }

    fn overhead(&self, year: &str) -> Option<Overhead> {
        let of = |what: &str| self.euros(&["overhead_", what, "_", year, "_keur"].concat());
        Some(Overhead { salaries: of("salaries")?, income: of("income")?, cost: of("cost")? })
    }

    fn text(&self, column: &str) -> Option<&str> {
        let place = self.columns.iter().position(|name| name == column)?;
        self.row.get(place).filter(|text| !text.is_empty())
    }

    fn number(&self, column: &str) -> Option<f64> {
        self.text(column)?.parse().ok().filter(|number: &f64| number.is_finite())
    }

    fn euros(&self, column: &str) -> Option<f64> {
        Some(self.number(column)? * THOUSAND)
    }
}

/// No municipality spends or gets nothing: where the file says so, nothing was delivered.
fn delivered(euros: f64) -> Option<f64> {
    (euros > 0.0).then_some(euros)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::EMBEDDED;

    #[test]
    fn every_municipality_of_the_year_is_there() {
        let all = municipalities(EMBEDDED).expect("our own file");
        assert_eq!(all.len(), 342);
        let without: Vec<&str> =
            all.iter().filter(|one| one.budget.is_none()).map(|one| one.name.as_str()).collect();
        assert_eq!(without, ["De Bilt", "Landsmeer", "Midden-Drenthe", "Vijfheerenlanden"]);
        assert!(all.iter().all(|one| one.general_grant.is_some()));
        let inhabitants: f64 = all.iter().map(|one| one.inhabitants).sum();
        assert!((17.9e6..18.2e6).contains(&inhabitants), "{inhabitants}");
    }

    #[test]
    fn figures_are_in_euros() {
        let all = municipalities(EMBEDDED).expect("our own file");
        let one = all.iter().find(|one| one.name == "Voorschoten").expect("a municipality");
        assert_eq!((one.inhabitants, one.budget), (25_914.0, Some(83_875_000.0)));
        assert_eq!(one.general_grant, Some(39_428_000.0));
        let overhead = Overhead { salaries: 6_543_000.0, income: 173_000.0, cost: 13_650_000.0 };
        assert_eq!(one.overhead, Some(overhead));
    }

    #[test]
    fn another_file_is_not_taken_for_it() {
        for text in ["municipality,province\nA,B\n", "<!doctype html><p>Not found</p>\n<p>x", "a,b\n\"1", ""]
        {
            assert_eq!(municipalities(text), None, "{text}");
        }
    }
}
