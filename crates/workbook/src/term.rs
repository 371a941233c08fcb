//! Formulas, each with what it is worth: a term is written and worked out in one stroke, so that a book never says one
//! thing and computes another. Ordinary functions only, those that every spreadsheet has had since 2007.

use std::ops::{Add, Div, Mul, Neg, Sub};

/// How tightly the parts of a text hold together: what is looser than its surroundings is put in brackets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Bond {
    Comparison,
    Sum,
    Product,
    Power,
    Whole,
}

/// A formula, or a part of one, with the number that it is worth.
#[derive(Debug, Clone)]
pub(crate) struct Term {
    text: String,
    value: f64,
    bond: Bond,
}

/// An input that may be blank, or a figure that may be nothing.
#[derive(Debug, Clone)]
pub(crate) struct Maybe {
    text: String,
    value: Option<f64>,
}

/// Several cells side by side, or what is worked out of each of them.
#[derive(Debug, Clone)]
pub(crate) struct Array {
    text: String,
    values: Vec<f64>,
    bond: Bond,
}

impl Term {
    /// What stands in a place.
    pub(crate) fn at(address: String, value: f64) -> Self {
        Self { text: address, value, bond: Bond::Whole }
    }

    /// A number written into the formula.
    pub(crate) fn of(number: f64) -> Self {
        let bond = if number < 0.0 { Bond::Sum } else { Bond::Whole };
        Self { text: number.to_string(), value: number, bond }
    }

    /// A count written into the formula.
    pub(crate) fn count(number: usize) -> Self {
        Self::of(number as f64)
    }

    /// Its text, without the equals sign.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// What it is worth.
    pub(crate) fn value(&self) -> f64 {
        self.value
    }

    fn call(name: &str, arguments: &[&str], value: f64) -> Self {
        Self { text: format!("{name}({})", arguments.join(",")), value, bond: Bond::Whole }
    }

    fn bound(&self, bond: Bond) -> String {
        if self.bond < bond { format!("({})", self.text) } else { self.text.clone() }
    }

    /// Two terms with an operator between them; what follows is bound a degree tighter where order matters.
    fn with(self, operator: &str, other: &Self, bond: Bond, after: Bond, value: f64) -> Self {
        let text = format!("{}{operator}{}", self.bound(bond), other.bound(after));
        Self { text, value, bond }
    }

    fn compared(self, operator: &str, other: &Self, holds: bool) -> Self {
        self.with(operator, other, Bond::Comparison, Bond::Sum, f64::from(u8::from(holds)))
    }

    /// 1 where it is more than another, else 0.
    pub(crate) fn more_than(self, other: &Self) -> Self {
        let holds = self.value > other.value;
        self.compared(">", other, holds)
    }

    /// 1 where it is less than another, else 0.
    pub(crate) fn less_than(self, other: &Self) -> Self {
        let holds = self.value < other.value;
        self.compared("<", other, holds)
    }

    /// 1 where it is another or less, else 0.
    pub(crate) fn at_most(self, other: &Self) -> Self {
        let holds = self.value <= other.value;
        self.compared("<=", other, holds)
    }

    /// 1 where it is another or more, else 0.
    pub(crate) fn at_least(self, other: &Self) -> Self {
        let holds = self.value >= other.value;
        self.compared(">=", other, holds)
    }

    /// 1 where it is the same as another, else 0.
    pub(crate) fn equals(self, other: &Self) -> Self {
        let holds = (self.value - other.value).abs() == 0.0;
        self.compared("=", other, holds)
    }

    /// The first where this holds, else the second.
    pub(crate) fn then(self, yes: &Self, no: &Self) -> Self {
        let value = if self.value == 0.0 { no.value } else { yes.value };
        Self::call("IF", &[&self.text, &yes.text, &no.text], value)
    }

    /// Whether it holds, as the number 1 or 0.
    pub(crate) fn one_or_zero(self) -> Self {
        self.then(&Self::count(1), &Self::count(0))
    }

    /// 1 where both hold.
    pub(crate) fn and(self, other: &Self) -> Self {
        let value = f64::from(u8::from(self.value != 0.0 && other.value != 0.0));
        Self::call("AND", &[&self.text, &other.text], value)
    }

    /// 1 where either holds.
    pub(crate) fn or(self, other: &Self) -> Self {
        let value = f64::from(u8::from(self.value != 0.0 || other.value != 0.0));
        Self::call("OR", &[&self.text, &other.text], value)
    }

    /// The larger of two.
    pub(crate) fn max(self, other: &Self) -> Self {
        Self::call("MAX", &[&self.text, &other.text], self.value.max(other.value))
    }

    /// The smaller of two.
    pub(crate) fn min(self, other: &Self) -> Self {
        Self::call("MIN", &[&self.text, &other.text], self.value.min(other.value))
    }

    /// What is left of it above zero.
    pub(crate) fn above_zero(self) -> Self {
        Self::count(0).max(&self)
    }

    /// Rounded to whole cents, half away from zero.
    pub(crate) fn in_cents(self) -> Self {
        self.rounded(2)
    }

    /// Rounded to so many decimals, half away from zero.
    pub(crate) fn rounded(self, decimals: u8) -> Self {
        let value = rounded(self.value, decimals);
        Self::call("ROUND", &[&self.text, &decimals.to_string()], value)
    }

    /// The whole number at or below it.
    pub(crate) fn floor(self) -> Self {
        Self::call("INT", &[&self.text], libm::floor(self.value))
    }

    /// The whole number at or above it; it is not below zero.
    pub(crate) fn ceiling(self) -> Self {
        Self::call("ROUNDUP", &[&self.text, "0"], libm::ceil(self.value))
    }

    /// Without its sign.
    pub(crate) fn abs(self) -> Self {
        Self::call("ABS", &[&self.text], self.value.abs())
    }

    /// To a power; nothing to the power of nothing is not asked for.
    pub(crate) fn power(self, exponent: &Self) -> Self {
        let value = libm::pow(self.value, exponent.value);
        self.with("^", exponent, Bond::Whole, Bond::Whole, value)
    }

    /// The same with another value: where it must be worked out in another order than it is written.
    pub(crate) fn worth(mut self, value: f64) -> Self {
        self.value = value;
        self
    }
}

/// A number rounded half away from zero as it stands, as the core rounds: spreadsheets look at fifteen digits first, and
/// can fall the other way at the last bit.
fn rounded(value: f64, decimals: u8) -> f64 {
    let scale = (0..decimals).fold(1.0, |scale, _| scale * 10.0);
    let scaled = value.abs() * scale;
    let whole = libm::floor(scaled);
    let up = scaled - whole >= 0.5;
    let rounded = if up { whole + 1.0 } else { whole } / scale;
    if value < 0.0 { -rounded } else { rounded }
}

macro_rules! operators {
    ($($trait:ident $method:ident $text:literal $bond:ident $after:ident;)*) => {$(
        impl $trait<&Term> for Term {
            type Output = Term;
            fn $method(self, other: &Term) -> Term {
                let value = $trait::$method(self.value, other.value);
                self.with($text, other, Bond::$bond, Bond::$after, value)
            }
        }
        impl $trait<Term> for Term {
            type Output = Term;
            fn $method(self, other: Term) -> Term {
                $trait::$method(self, &other)
            }
        }
        impl $trait<&Array> for Array {
            type Output = Array;
            fn $method(self, other: &Array) -> Array {
                self.each($text, other, Bond::$bond, Bond::$after, |one, other| $trait::$method(one, other))
            }
        }
        impl $trait<&Term> for Array {
            type Output = Array;
            fn $method(self, other: &Term) -> Array {
                self.each($text, &Array::all(other), Bond::$bond, Bond::$after, |one, other| {
                    $trait::$method(one, other)
                })
            }
        }
    )*};
}

operators! {
    Add add "+" Sum Sum;
    Sub sub "-" Sum Product;
    Mul mul "*" Product Product;
    Div div "/" Product Power;
}

impl Neg for Term {
    type Output = Self;
    fn neg(self) -> Self {
        Self { text: format!("-{}", self.bound(Bond::Whole)), value: -self.value, bond: Bond::Sum }
    }
}

impl Maybe {
    /// What stands in a place, if anything does.
    pub(crate) fn at(address: String, value: Option<f64>) -> Self {
        Self { text: address, value }
    }

    /// Itself, or the other where it is blank.
    pub(crate) fn or(&self, other: &Term) -> Term {
        self.then(&Term::at(self.text.clone(), self.value.unwrap_or(0.0)), other)
    }

    /// The first where it is there, the second where it is blank.
    pub(crate) fn then(&self, there: &Term, blank: &Term) -> Term {
        let value = if self.value.is_some() { there.value } else { blank.value };
        Term::call("IF", &[&format!("ISNUMBER({})", self.text), &there.text, &blank.text], value)
    }

    /// Itself; nothing counts as zero.
    pub(crate) fn or_zero(&self) -> Term {
        Term::call("N", &[&self.text], self.value.unwrap_or(0.0))
    }

    /// Its text, without the equals sign.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// What it is worth.
    pub(crate) fn value(&self) -> Option<f64> {
        self.value
    }

    /// A term where this is there, else nothing.
    pub(crate) fn there_or_nothing(&self, there: &Term) -> Self {
        let value = self.value.map(|_| there.value);
        Self { text: format!("IF(ISNUMBER({}),{},\"\")", self.text, there.text), value }
    }
}

impl Array {
    /// What stands in an area.
    pub(crate) fn at(address: String, values: Vec<f64>) -> Self {
        Self { text: address, values, bond: Bond::Whole }
    }

    /// One term for every cell.
    fn all(term: &Term) -> Self {
        Self { text: term.text.clone(), values: vec![term.value], bond: term.bond }
    }

    fn bound(&self, bond: Bond) -> String {
        if self.bond < bond { format!("({})", self.text) } else { self.text.clone() }
    }

    fn each(
        self,
        operator: &str,
        other: &Self,
        bond: Bond,
        after: Bond,
        of: impl Fn(f64, f64) -> f64,
    ) -> Self {
        let text = format!("{}{operator}{}", self.bound(bond), other.bound(after));
        let count = self.values.len().max(other.values.len());
        let nth = |values: &[f64], place: usize| values[if values.len() == 1 { 0 } else { place }];
        let values =
            (0..count).map(|place| of(nth(&self.values, place), nth(&other.values, place))).collect();
        Self { text, values, bond }
    }

    fn compared(self, operator: &str, other: &Self, of: impl Fn(f64, f64) -> bool) -> Self {
        self.each(operator, other, Bond::Comparison, Bond::Sum, |one, other| {
            f64::from(u8::from(of(one, other)))
        })
    }

    /// 1 in each place where it is more than another, else 0.
    pub(crate) fn are_more(self, other: &Self) -> Self {
        self.compared(">", other, |one, other| one > other)
    }

    /// 1 in each place where it is more than a term, else 0.
    pub(crate) fn are_more_than(self, other: &Term) -> Self {
        self.are_more(&Self::all(other))
    }

    /// 1 in each place where a term is more, else 0.
    pub(crate) fn are_less_than(self, other: &Term) -> Self {
        self.compared("<", &Self::all(other), |one, other| one < other)
    }

    /// 1 in each place where a term is as much or less, else 0.
    pub(crate) fn are_at_least(self, other: &Term) -> Self {
        self.compared(">=", &Self::all(other), |one, other| one >= other)
    }

    /// 1 in each place where it is a term, else 0.
    pub(crate) fn are(self, other: &Term) -> Self {
        self.compared("=", &Self::all(other), |one, other| (one - other).abs() == 0.0)
    }

    /// A term less each place.
    pub(crate) fn taken_from(self, other: &Term) -> Self {
        Self::all(other).each("-", &self, Bond::Sum, Bond::Product, |one, other| one - other)
    }

    /// The whole number at or below each place.
    pub(crate) fn floors(self) -> Self {
        let values = self.values.iter().map(|value| libm::floor(*value)).collect();
        Self { text: format!("INT({})", self.text), values, bond: Bond::Whole }
    }

    /// Each place rounded to so many decimals.
    pub(crate) fn rounded(self, decimals: u8) -> Self {
        let values = self.values.iter().map(|value| rounded(*value, decimals)).collect();
        Self { text: format!("ROUND({},{decimals})", self.text), values, bond: Bond::Whole }
    }

    /// Each place without its sign.
    pub(crate) fn abs(self) -> Self {
        let values = self.values.iter().map(|value| value.abs()).collect();
        Self { text: format!("ABS({})", self.text), values, bond: Bond::Whole }
    }

    /// The sum of cells as they stand.
    pub(crate) fn sum(&self) -> Term {
        Term::call("SUM", &[&self.text], self.values.iter().sum())
    }

    /// The sum of what is worked out of each place.
    pub(crate) fn sum_of_each(&self) -> Term {
        // A comparison is no number until something is done with it.
        let text =
            if self.bond == Bond::Comparison { format!("--({})", self.text) } else { self.text.clone() };
        Term::call("SUMPRODUCT", &[&text], self.values.iter().sum())
    }

    /// The sum of its places times those of others.
    pub(crate) fn times(&self, others: &[&Self]) -> Term {
        let texts: Vec<&str> =
            std::iter::once(self).chain(others.iter().copied()).map(|one| one.text.as_str()).collect();
        let product =
            |place: usize| others.iter().fold(self.values[place], |all, one| all * one.values[place]);
        Term::call("SUMPRODUCT", &texts, (0..self.values.len()).map(product).sum())
    }

    /// The sum of its cells where each of the others is as said.
    pub(crate) fn sum_where(&self, conditions: &[(&Self, &Term)]) -> Term {
        let mut texts = vec![self.text.as_str()];
        for (cells, wanted) in conditions {
            texts.extend([cells.text.as_str(), wanted.text.as_str()]);
        }
        let holds = |place: &usize| {
            conditions.iter().all(|(cells, wanted)| (cells.values[*place] - wanted.value).abs() == 0.0)
        };
        let places = (0..self.values.len()).filter(holds);
        Term::call("SUMIFS", &texts, places.map(|place| self.values[place]).sum())
    }

    /// The cell at a place of a row, counted from 1.
    pub(crate) fn nth(&self, place: &Term) -> Term {
        let found = to_index(place.value).and_then(|place| self.values.get(place.checked_sub(1)?));
        Term::call("INDEX", &[&self.text, "1", &place.text], found.copied().unwrap_or(0.0))
    }

    /// The cell of a column beside where another column says the same as a text, which is there.
    pub(crate) fn beside(&self, names: &str, wanted: &str, place: usize) -> Term {
        let place_text = format!("MATCH({wanted}&\"\",{names},0)");
        Term::call("INDEX", &[&self.text, &place_text], self.values.get(place).copied().unwrap_or(0.0))
    }

    /// The place of a term among the cells of a row, counted from 1; it is one of them.
    pub(crate) fn place_of(&self, wanted: &Term) -> Term {
        let place =
            self.values.iter().position(|value| (value - wanted.value).abs() == 0.0).map_or(0, |at| at + 1);
        Term::call("MATCH", &[&wanted.text, &self.text, "0"], place as f64)
    }

    /// The smallest cell.
    pub(crate) fn least(&self) -> Term {
        Term::call("MIN", &[&self.text], self.values.iter().copied().fold(f64::INFINITY, f64::min))
    }

    /// The largest cell.
    pub(crate) fn most(&self) -> Term {
        Term::call("MAX", &[&self.text], self.values.iter().copied().fold(f64::NEG_INFINITY, f64::max))
    }
}

/// A place from a number that counts from 1.
fn to_index(value: f64) -> Option<usize> {
    (0.0..1e9).contains(&value).then(|| {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "within 0 and 10⁹")]
        let index = value as usize;
        index
    })
}

/// How many of some inputs in a row say something.
pub(crate) fn count_of(area: &str, count: usize) -> Term {
    Term::call("COUNT", &[area], count as f64)
}

/// The sum of terms in their order, written with plus signs: added in the order of the core, bit for bit.
pub(crate) fn sum_in_order(terms: impl IntoIterator<Item = Term>) -> Term {
    terms.into_iter().reduce(|sum, term| sum + term).unwrap_or_else(|| Term::count(0))
}

/// The smallest of terms.
pub(crate) fn least_of(terms: &[Term]) -> Term {
    extreme("MIN", terms, f64::min)
}

/// The largest of terms.
pub(crate) fn most_of(terms: &[Term]) -> Term {
    extreme("MAX", terms, f64::max)
}

fn extreme(name: &str, terms: &[Term], of: fn(f64, f64) -> f64) -> Term {
    let texts: Vec<&str> = terms.iter().map(|term| term.text.as_str()).collect();
    Term::call(name, &texts, terms.iter().map(|term| term.value).reduce(of).unwrap_or(0.0))
}

/// The year or the month of a date, or the like: a function of one cell.
pub(crate) fn calendar(name: &str, cell: &Term, value: f64) -> Term {
    Term::call(name, &[&cell.text], value)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(name: &str, value: f64) -> Term {
        Term::at(name.to_owned(), value)
    }

    #[test]
    fn brackets_stand_where_they_are_needed_and_nowhere_else() {
        let (a, b, c) = (|| cell("A1", 2.0), || cell("B1", 3.0), || cell("C1", 4.0));
        assert_eq!((a() + b() * c()).text(), "A1+B1*C1");
        assert_eq!(((a() + b()) * c()).text(), "(A1+B1)*C1");
        assert_eq!((a() - (b() - c())).text(), "A1-(B1-C1)");
        assert_eq!((a() / (b() * c())).text(), "A1/(B1*C1)");
        assert_eq!((a() / (b() / c())).text(), "A1/(B1/C1)");
        assert_eq!((a() * b() / c()).text(), "A1*B1/C1");
        assert_eq!((a() * -b()).text(), "A1*(-B1)");
        assert_eq!(((a() + b()).power(&c())).text(), "(A1+B1)^C1");
        assert_eq!((a() - Term::of(-1.0)).text(), "A1-(-1)");
        assert_eq!((a().less_than(&b()) * c()).text(), "(A1<B1)*C1");
    }

    #[test]
    fn a_formula_is_worth_what_it_says() {
        let (a, b) = (cell("A1", 2.0), cell("B1", 3.0));
        let term = a.clone().less_than(&b).then(&(a.clone() / &b), &Term::count(0));
        assert_eq!(term.text(), "IF(A1<B1,A1/B1,0)");
        assert!((term.value() - 2.0 / 3.0).abs() < 1e-15);
        let row = Array::at("A1:C1".to_owned(), vec![1.0, 5.0, 9.0]);
        let over = (row.clone().are_more_than(&b)) * &(row.clone() - &b);
        assert_eq!(over.sum_of_each().text(), "SUMPRODUCT((A1:C1>B1)*(A1:C1-B1))");
        assert!((over.sum_of_each().value() - 8.0).abs() < 1e-15);
        assert_eq!(row.clone().are_more_than(&b).sum_of_each().text(), "SUMPRODUCT(--(A1:C1>B1))");
        assert!((row.nth(&Term::count(2)).value() - 5.0).abs() < 1e-15);
    }

    #[test]
    fn half_a_cent_goes_away_from_zero() {
        for (amount, cents) in [(0.125, 0.13), (-0.125, -0.13), (2.0, 2.0), (1250.625, 1250.63)] {
            assert!((Term::of(amount).in_cents().value() - cents).abs() < 1e-12);
        }
    }
}
