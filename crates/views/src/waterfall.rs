//! From what all partners pay in the baseline in a year to what they pay under an option, line by line.

use deelsom_charts::{Step, WaterfallChart};
use deelsom_core::study::Variant;
use deelsom_core::{Course, Line, Money, Year};
use deelsom_language::codes;
use deelsom_language::words::comparison as words;

use crate::amounts::Amounts;
use crate::{Drawn, Seen};

/// What a line costs in a year.
#[derive(Debug, Clone, PartialEq)]
pub struct LineCost {
    /// The line.
    pub line: Line,
    /// In the baseline, and the places of the entries in its ledger.
    pub before: (Money, Vec<usize>),
    /// Under the option, likewise.
    pub after: (Money, Vec<usize>),
}

impl LineCost {
    /// What the option adds to it.
    pub fn change(&self) -> Money {
        self.after.0 - self.before.0
    }
}

/// Every line that has a cost in a year, in the order of the ledger; what partners settle among themselves has none.
pub fn lines(seen: Seen<'_>, option: usize, year: usize) -> Vec<LineCost> {
    let year = seen.study.period.year(year);
    let (before, after) = (seen.outcome.baseline(), seen.outcome.option(option));
    let mut lines: Vec<Line> = [before, after]
        .into_iter()
        .flat_map(|course| course.ledger.iter().filter(|entry| entry.year == year).map(|entry| entry.line))
        .filter(|line| *line != Line::Settlement)
        .collect();
    lines.sort_by_key(|line| *line as usize);
    lines.dedup();
    let cost =
        |line| LineCost { line, before: of_line(before, year, line), after: of_line(after, year, line) };
    lines.into_iter().map(cost).collect()
}

fn of_line(course: &Course, year: Year, line: Line) -> (Money, Vec<usize>) {
    let entries = course.ledger.iter().enumerate();
    let found = entries.filter(|(_, entry)| (entry.year, entry.line) == (year, line));
    found.fold((Money::ZERO, Vec::new()), |(mut sum, mut places), (place, entry)| {
        sum += entry.amount;
        places.push(place);
        (sum, places)
    })
}

/// The drawing, of every line that changes.
pub fn draw(seen: Seen<'_>, option: &Variant, year: Year, lines: &[LineCost]) -> Drawn {
    let mut amounts = Amounts::new(seen.language);
    let before: Money = lines.iter().map(|line| line.before.0).sum();
    amounts.hold(&[before.euros()]);
    let changed = lines.iter().filter(|line| !line.change().is_zero());
    let steps: Vec<Step> = changed
        .map(|line| {
            let code = line.line.code();
            let name = codes::line(code).map_or(code, |word| seen.say(word));
            Step { name: name.to_owned(), change: line.change().euros() }
        })
        .collect();
    let title = format!("{}, {year}: {}", seen.say(words::WATERFALL), option.name);
    let drawing = WaterfallChart {
        figure: seen.figure("waterfall", &title, amounts.unit()),
        from_name: seen.say(words::BASELINE_COST),
        from: before.euros(),
        steps: &steps,
        to_name: &option.name,
        less_name: seen.say(words::COSTS_LESS),
        more_name: seen.say(words::COSTS_MORE),
        format: &|value| amounts.write(value),
    };
    let chart = drawing.draw();
    Drawn { title, chart }
}

#[cfg(test)]
mod tests {
    use deelsom_core::{PartnerYear, Register, Study, calculate};
    use deelsom_language::Language;

    use super::*;

    #[test]
    fn the_lines_are_all_that_partners_pay() {
        let register = Register::embedded();
        for text in [
            include_str!("../../../examples/voorschoten-wassenaar-2010.json"),
            include_str!("../../../examples/leidse-regio-2022.json"),
        ] {
            let study = Study::read(text, &register).expect("a study");
            let outcome = calculate(&study, &register);
            let language = Language::English;
            let seen = Seen { study: &study, register: &register, outcome: &outcome, language, width: 720 };
            for option in 0..study.options.len() {
                for year in 0..study.period.years {
                    let lines = lines(seen, option, year);
                    let paid = |course: &Course| -> Money {
                        course.partners.iter().map(|years| PartnerYear::total(&years[year])).sum()
                    };
                    let sum = |of: fn(&LineCost) -> Money| lines.iter().map(of).sum::<Money>();
                    assert_eq!(sum(|line| line.before.0), paid(outcome.baseline()));
                    assert_eq!(sum(|line| line.after.0), paid(outcome.option(option)));
                }
            }
        }
    }
}
