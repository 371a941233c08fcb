//! A typed number taken apart into sign, digits and power of ten: nothing is rounded yet.

use super::ParseError;
use crate::Language;

/// What a word or sign after a number means.
#[derive(Clone, Copy)]
enum Mark {
    Minus,
    Nothing,
    Plus,
    Power(usize),
}

/// What can follow a number, longest first: so `mln` is not read as the letter N, and `198,-` not
/// as a negative amount.
const ENDINGS: [(&str, Mark); 22] = [
    ("thousand", Mark::Power(3)),
    ("duizend", Mark::Power(3)),
    ("miljoen", Mark::Power(6)),
    ("miljard", Mark::Power(9)),
    ("million", Mark::Power(6)),
    ("billion", Mark::Power(9)),
    ("ton", Mark::Power(5)),
    ("mln.", Mark::Power(6)),
    ("mld.", Mark::Power(9)),
    ("mln", Mark::Power(6)),
    ("mld", Mark::Power(9)),
    ("bn", Mark::Power(9)),
    ("k", Mark::Power(3)),
    ("disadvantage", Mark::Minus),
    ("advantage", Mark::Plus),
    ("nadeel", Mark::Minus),
    ("voordeel", Mark::Plus),
    (",--", Mark::Nothing),
    (",-", Mark::Nothing),
    (".-", Mark::Nothing),
    ("-", Mark::Minus),
    ("n", Mark::Minus),
];
/// The other letters of an advantage and a disadvantage.
const DUTCH: [(&str, Mark); 1] = [("v", Mark::Plus)];
const ENGLISH: [(&str, Mark); 3] = [("v", Mark::Plus), ("a", Mark::Plus), ("d", Mark::Minus)];
const BEGINNINGS: [(&str, Mark); 2] = [("-", Mark::Minus), ("+", Mark::Plus)];
/// More decimals than this cannot change a cent of a billion.
const MOST_DECIMALS: usize = 15;

pub(super) struct Decimal {
    negative: bool,
    whole: String,
    fraction: String,
    /// The multiplier as a power of ten.
    power: usize,
}

impl Decimal {
    /// Reads a number that may carry one of `units` before or after it.
    pub(super) fn read(language: Language, typed: &str, units: &[&str]) -> Result<Self, ParseError> {
        let cleaned = cleaned(typed);
        if cleaned.is_empty() {
            return Err(ParseError::Empty);
        }
        let mut marks = Marks::default();
        let mut rest = cleaned.as_str();
        while let Some(shorter) = marks.strip(language, rest, units) {
            rest = shorter;
        }
        if marks.signs > 1 {
            return Err(ParseError::SignTwice);
        }
        let power = marks.power.unwrap_or(0);
        let split = split(language, rest)?;
        let decimal = Self { negative: marks.negative, whole: split.whole, fraction: split.fraction, power };
        if power > 0 && split.either {
            return Err(ParseError::Ambiguous { readings: decimal.readings(language) });
        }
        Ok(decimal)
    }

    /// The two meanings of a group of three before a multiplier.
    fn readings(&self, language: Language) -> [String; 2] {
        let unit = match self.power {
            3 => language.pick("duizend", "thousand"),
            5 => "ton",
            6 => language.pick("mln", "million"),
            _ => language.pick("mld", "billion"),
        };
        let sign = if self.negative { "-" } else { "" };
        let (head, tail) =
            self.whole.split_at_checked(self.whole.len().saturating_sub(3)).unwrap_or_default();
        let tail = tail.trim_end_matches('0');
        let point = if tail.is_empty() { String::new() } else { language.decimal().to_string() };
        [format!("{sign}{head}{point}{tail} {unit}"), format!("{sign}{} {unit}", self.whole)]
    }

    pub(super) fn is_whole(&self) -> bool {
        self.fraction.len() <= self.power
    }

    /// The value times a power of ten as an integer, half away from zero.
    pub(super) fn scaled(&self, power: usize) -> Result<i64, ParseError> {
        let shift = self.power + power;
        let kept = self.fraction.len().min(shift);
        let digits = self.whole.bytes().chain(self.fraction.bytes().take(kept));
        let mut value = integer(digits)?;
        for _ in kept..shift {
            value = value.checked_mul(10).ok_or(ParseError::TooLarge)?;
        }
        let up = self.fraction.as_bytes().get(shift).is_some_and(|&digit| digit >= b'5');
        value = value.checked_add(i64::from(up)).ok_or(ParseError::TooLarge)?;
        Ok(if self.negative { -value } else { value })
    }

    /// The value divided by a power of ten: one division, so the nearest number there is.
    pub(super) fn float(&self, divisor: usize) -> Result<f64, ParseError> {
        let room = 18_usize.saturating_sub(self.whole.len());
        let kept = self.fraction.len().min(room);
        let digits = self.whole.bytes().chain(self.fraction.bytes().take(kept));
        let value = integer(digits)? as f64;
        let below = kept + divisor;
        let value = if self.power >= below {
            value * ten_to(self.power - below)
        } else {
            value / ten_to(below - self.power)
        };
        // Adding zero turns a negative zero into zero.
        Ok(if self.negative { -value + 0.0 } else { value })
    }
}

/// Exact up to the 22nd power.
fn ten_to(power: usize) -> f64 {
    (0..power).fold(1.0, |value, _| value * 10.0)
}

fn integer(digits: impl Iterator<Item = u8>) -> Result<i64, ParseError> {
    let mut value = 0_i64;
    for digit in digits {
        value = value
            .checked_mul(10)
            .and_then(|tens| tens.checked_add(i64::from(digit.saturating_sub(b'0'))))
            .ok_or(ParseError::TooLarge)?;
    }
    Ok(value)
}

/// Lower case, one kind of minus, no spaces and no apostrophes.
fn cleaned(typed: &str) -> String {
    typed
        .chars()
        .filter(|&c| !c.is_whitespace() && !matches!(c, '\'' | '’' | '\u{2bc}'))
        .map(|c| match c {
            '\u{2212}' | '–' => '-',
            other => other.to_ascii_lowercase(),
        })
        .collect()
}

/// What stands around the digits.
#[derive(Default)]
struct Marks {
    negative: bool,
    signs: u8,
    power: Option<usize>,
}

impl Marks {
    /// Takes one mark off either end; nothing when there is none.
    fn strip<'text>(&mut self, language: Language, text: &'text str, units: &[&str]) -> Option<&'text str> {
        for unit in units {
            if let Some(rest) = text.strip_prefix(unit).or_else(|| text.strip_suffix(unit)) {
                return Some(rest);
            }
        }
        let (rest, mark) = marked(language, text)?;
        match mark {
            Mark::Nothing => {}
            // Two multipliers are no number.
            Mark::Power(_) if self.power.is_some() => return None,
            Mark::Power(power) => self.power = Some(power),
            Mark::Minus | Mark::Plus => {
                self.signs = self.signs.saturating_add(1);
                self.negative = matches!(mark, Mark::Minus);
            }
        }
        Some(rest)
    }
}

/// The text without a mark at either end, and the mark.
fn marked(language: Language, text: &str) -> Option<(&str, Mark)> {
    let inside = text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    if let Some(rest) = inside {
        return Some((rest, Mark::Minus));
    }
    let own = language.pick(&DUTCH[..], &ENGLISH[..]);
    let mut endings = ENDINGS.iter().chain(own);
    BEGINNINGS
        .iter()
        .find_map(|&(sign, mark)| Some((text.strip_prefix(sign)?, mark)))
        .or_else(|| endings.find_map(|&(word, mark)| Some((text.strip_suffix(word)?, mark))))
}

struct Split {
    whole: String,
    fraction: String,
    /// A single group of three, which before a multiplier can be decimals as well.
    either: bool,
}

/// Tells groups from decimals.
fn split(language: Language, text: &str) -> Result<Split, ParseError> {
    let known = text.bytes().all(|byte| byte.is_ascii_digit() || b".,".contains(&byte));
    if !known || !text.ends_with(|c: char| c.is_ascii_digit()) {
        return Err(ParseError::NotANumber);
    }
    let points = text.matches('.').count();
    let commas = text.matches(',').count();
    let last = text.rfind(['.', ',']);
    let (decimal_at, either) = match (points, commas, last) {
        (0, 1, Some(at)) | (1, 0, Some(at)) => {
            let local_group =
                text.get(at..).is_some_and(|tail| tail.starts_with(language.group()) && tail.len() == 4);
            let head = text.get(..at).unwrap_or_default();
            let thousands = local_group && (1..=3).contains(&head.len()) && !head.starts_with('0');
            (if thousands { None } else { Some(at) }, thousands)
        }
        // Several of one kind can only be groups.
        (0, _, _) | (_, 0, _) | (_, _, None) => (None, false),
        (_, _, Some(at)) => (Some(at), false),
    };
    let (head, fraction) = match decimal_at {
        Some(at) => (text.get(..at).unwrap_or_default(), text.get(at + 1..).unwrap_or_default()),
        None => (text, ""),
    };
    let mut fraction: String = fraction.chars().take(MOST_DECIMALS).collect();
    fraction.truncate(fraction.trim_end_matches('0').len());
    Ok(Split { whole: ungrouped(head)?, fraction, either })
}

/// The digits of a whole part whose groups, if any, are all of three and of one kind.
fn ungrouped(head: &str) -> Result<String, ParseError> {
    let mixed = head.contains('.') && head.contains(',');
    let mut groups = head.split(['.', ',']);
    let first = groups.next().unwrap_or_default();
    let mut digits = first.to_owned();
    for group in groups {
        if mixed || group.len() != 3 || first.is_empty() || first.len() > 3 {
            return Err(ParseError::Grouping);
        }
        digits.push_str(group);
    }
    digits.drain(..digits.len() - digits.trim_start_matches('0').len());
    Ok(digits)
}
