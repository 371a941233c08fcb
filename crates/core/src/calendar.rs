//! Years, months and the period of a study (MODEL 2).

use std::fmt;
use std::ops::Range;

/// A calendar year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Year(pub u16);

impl Year {
    /// The number of whole years from `earlier` to this year; negative where this year comes first.
    pub fn since(self, earlier: Self) -> i32 {
        i32::from(self.0) - i32::from(earlier.0)
    }
}

impl fmt::Display for Year {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.0)
    }
}

/// A calendar month, written `2010-07` in files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    /// Months since January of the year 0.
    count: i32,
}

impl Month {
    /// January of the year 0: what stands in for a month that cannot be read.
    pub(crate) const EARLIEST: Self = Self { count: 0 };

    /// Month `month` (1 is January) of a year; `None` outside 1 to 12.
    pub fn new(year: Year, month: u8) -> Option<Self> {
        (1..=12).contains(&month).then(|| Self { count: i32::from(year.0) * 12 + i32::from(month) - 1 })
    }

    /// Reads `2010-07`.
    pub fn parse(text: &str) -> Option<Self> {
        let (year, month) = text.split_once('-')?;
        let digits = |part: &str, len| part.len() == len && part.bytes().all(|b| b.is_ascii_digit());
        if !digits(year, 4) || !digits(month, 2) {
            return None;
        }
        Self::new(Year(year.parse().ok()?), month.parse().ok()?)
    }

    /// The calendar year that the month lies in.
    pub fn year(self) -> Year {
        Year(u16::try_from(self.count.div_euclid(12)).unwrap_or(0))
    }

    /// 1 for January to 12 for December.
    pub fn number(self) -> u8 {
        u8::try_from(self.count.rem_euclid(12) + 1).unwrap_or(1)
    }

    /// The month that comes so many months later.
    #[must_use]
    pub fn after(self, months: usize) -> Self {
        Self { count: self.count.saturating_add(i32::try_from(months).unwrap_or(i32::MAX)) }
    }

    /// Months from `earlier` to this month; negative where this month comes first.
    pub fn since(self, earlier: Self) -> i32 {
        self.count - earlier.count
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{:02}", self.year(), self.number())
    }
}

/// The years that a study looks at: staffing runs by month, the ledger by calendar year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    /// The first calendar year; month 0 is its January.
    pub first_year: Year,
    /// How many years, at least 1.
    pub years: usize,
}

impl Period {
    /// The number of months.
    pub fn months(self) -> usize {
        self.years * 12
    }

    /// The year at an index, 0 being the first.
    pub fn year(self, index: usize) -> Year {
        Year(self.first_year.0.saturating_add(u16::try_from(index).unwrap_or(u16::MAX)))
    }

    /// The index of a year of the period.
    pub fn index_of(self, year: Year) -> usize {
        usize::try_from(year.since(self.first_year)).unwrap_or(0)
    }

    /// All years in order.
    pub fn all_years(self) -> impl Iterator<Item = Year> {
        (0..self.years).map(move |index| self.year(index))
    }

    /// The last calendar year.
    pub fn last_year(self) -> Year {
        self.year(self.years.saturating_sub(1))
    }

    /// The first month, January of the first year.
    pub fn first_month(self) -> Month {
        Month { count: i32::from(self.first_year.0) * 12 }
    }

    /// The last month, December of the last year.
    pub fn last_month(self) -> Month {
        Month { count: i32::from(self.last_year().0) * 12 + 11 }
    }

    /// The index of a month within the period; `None` outside it.
    pub fn index(self, month: Month) -> Option<usize> {
        usize::try_from(month.since(self.first_month())).ok().filter(|index| *index < self.months())
    }
}

/// The months of the year at an index that lie in a span of months, both counted from the study's first.
// A call and no code in place: the page must stay small.
#[inline(never)]
pub(crate) fn year_within(span: &Range<usize>, year: usize) -> Range<usize> {
    let start = span.start.max(year * 12);
    start..span.end.min(year * 12 + 12).max(start)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_and_prints_months() {
        for text in ["2010-07", "0001-01", "9999-12"] {
            assert_eq!(Month::parse(text).map(|m| m.to_string()).as_deref(), Some(text));
        }
        for text in
            ["2010-13", "2010-00", "2010-7", "10-07", "2010", "", "2010-07-01", "+010-07", "２０１０-07"]
        {
            assert_eq!(Month::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_period_knows_its_months() {
        let period = Period { first_year: Year(2010), years: 2 };
        assert_eq!(period.index(Month::parse("2010-01").unwrap()), Some(0));
        assert_eq!(period.index(Month::parse("2011-12").unwrap()), Some(23));
        assert_eq!(period.index(Month::parse("2012-01").unwrap()), None);
        assert_eq!(period.index(Month::parse("2009-12").unwrap()), None);
    }
}
