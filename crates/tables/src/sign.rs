//! Which way round running costs are written: where they come from, a minus is now a cost and now income.

use deelsom_core::{Money, Remark};
use deelsom_language::words::exchange as words;
use deelsom_language::{Language, Word, sentences};

use crate::fault::What;
use crate::read::Table;
use crate::subject::{Column, Holds, Subject};

/// How a table tells costs from income. In a study costs are positive.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Sign {
    /// Costs are positive, and nothing is said of income.
    #[default]
    CostPositive,
    /// Costs are positive and income negative, as in Leiden.
    IncomeNegative,
    /// Costs are negative and income positive, as in Voorschoten.
    CostNegative,
    /// A letter says it: an advantage is income, a disadvantage a cost.
    Letters,
}

impl Sign {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::CostPositive, Self::IncomeNegative, Self::CostNegative, Self::Letters];

    /// How it is said.
    pub const fn word(self) -> Word {
        match self {
            Self::CostPositive => words::SIGN_COST_POSITIVE,
            Self::IncomeNegative => words::SIGN_INCOME_NEGATIVE,
            Self::CostNegative => words::SIGN_COST_NEGATIVE,
            Self::Letters => words::SIGN_LETTERS,
        }
    }

    /// The amount of a study, of an amount and the letter by it. A letter has one meaning, whatever the rest does.
    pub(crate) fn amount(self, amount: f64, letter: Option<Letter>) -> Result<f64, What> {
        match (letter, self) {
            (Some(Letter::Advantage), _) => Ok(-amount.abs()),
            (Some(Letter::Disadvantage), _) => Ok(amount.abs()),
            (None, Self::CostPositive | Self::IncomeNegative) => Ok(amount),
            (None, Self::CostNegative) => Ok(-amount),
            (None, Self::Letters) if amount == 0.0 => Ok(0.0),
            (None, Self::Letters) => Err(What::Remark(Remark::new("letter_missing", ""))),
        }
    }
}

impl Table {
    /// How the first of running costs was read: by that people see whether costs are the right way round.
    pub fn first_amount(&self, subject: Subject, language: Language) -> Option<String> {
        if subject != Subject::RunningCosts {
            return None;
        }
        let name = self.columns.iter().position(|column| column.holds() == Some(Holds::Name))?;
        let is_amount = |column: &Column| column.holds() == Some(Holds::Euros);
        let (row, euros) = self.rows.iter().find_map(|row| {
            let mut cells = self.columns.iter().zip(&row.cells).filter(|(column, _)| is_amount(column));
            let some = |euros: &f64| euros.abs() > 0.0;
            Some((row, cells.find_map(|(_, cell)| cell.value.as_ref()?.as_f64().filter(some))?))
        })?;
        let name = &row.cells.get(name)?.text;
        Some(sentences::first_amount(language, name, Money::round(euros).cents()))
    }
}

/// What a letter by an amount says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Letter {
    Advantage,
    Disadvantage,
}

impl Letter {
    /// The letter that an amount ends with, as a word of its own.
    pub(crate) fn of(typed: &str) -> Option<Self> {
        let start = typed.trim_end().rfind(|one: char| !one.is_alphabetic());
        let word = typed.get(start.unwrap_or(0)..)?.trim_start_matches(|one: char| !one.is_alphabetic());
        let word = word.trim_end().to_lowercase();
        let is = |all: deelsom_language::Word| {
            Language::ALL.iter().any(|&language| all.text(language).split('|').any(|one| one == word))
        };
        let advantage = is(words::ADVANTAGE_LETTERS).then_some(Self::Advantage);
        advantage.or(is(words::DISADVANTAGE_LETTERS).then_some(Self::Disadvantage))
    }

    /// Whether a heading, as headings are compared, is that of a column of letters.
    pub(crate) fn is_heading(folded: &str) -> bool {
        let headings = words::LETTERS_HEADINGS;
        Language::ALL.iter().any(|&language| headings.text(language).split('|').any(|one| one == folded))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_words_of_their_own() {
        for (typed, letter) in [
            ("1.234 V", Some(Letter::Advantage)),
            ("1.234N", Some(Letter::Disadvantage)),
            ("1,2 mln n", Some(Letter::Disadvantage)),
            ("€ 5 Nadeel ", Some(Letter::Disadvantage)),
            ("v", Some(Letter::Advantage)),
            ("5 advantage", Some(Letter::Advantage)),
            ("1,2 mln", None),
            ("5 k", None),
            ("-5", None),
            ("", None),
        ] {
            assert_eq!(Letter::of(typed), letter, "{typed}");
        }
    }

    #[test]
    fn costs_are_positive_in_a_study() {
        for (sign, plain, advantage) in [
            (Sign::CostPositive, Some(5.0), -5.0),
            (Sign::IncomeNegative, Some(5.0), -5.0),
            (Sign::CostNegative, Some(-5.0), -5.0),
            (Sign::Letters, None, -5.0),
        ] {
            assert_eq!(sign.amount(5.0, None).ok(), plain);
            assert_eq!(sign.amount(5.0, Some(Letter::Advantage)), Ok(advantage));
            assert_eq!(sign.amount(-5.0, Some(Letter::Disadvantage)), Ok(5.0));
            assert_eq!(sign.amount(0.0, None), Ok(0.0));
        }
    }
}
