//! The one door: a study and the assumptions in, an outcome out.

use crate::allocation::{self, PartnerYears};
use crate::assumptions::{Assumptions, Register};
use crate::comparison::{self, Course, Effect};
use crate::costs::{self, Run, Today};
use crate::ledger::{Book, Entry};
use crate::problem::Warning;
use crate::staffing::{self, Detail, PostGroup};
use crate::study::{Keys, Study, Variant};
use crate::warnings;

/// Everything that follows from a study.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome {
    /// The baseline first, then the options in the order of the study.
    pub courses: Vec<Course>,
    /// What each option changes, in the order of the study.
    pub effects: Vec<Effect>,
    /// What a reader should know.
    pub warnings: Vec<Warning>,
}

impl Outcome {
    /// The baseline's course.
    pub fn baseline(&self) -> &Course {
        &self.courses[0]
    }

    /// An option's course, by its place in the study.
    pub fn option(&self, place: usize) -> &Course {
        &self.courses[place + 1]
    }
}

/// Runs the baseline and every option through the same steps: staffing, costs, allocation, comparison (MODEL 1–9, 13).
///
/// A checked study cannot fail here, whatever its figures.
pub fn calculate(study: &Study, register: &Register) -> Outcome {
    let assumptions = &Assumptions::of(study, register);
    let today = &Today::of(study, assumptions);
    let run = |option| Run { study, assumptions, today, option, keys: None };
    let (mut book, mut warnings) = (Book::new(study.period), Vec::new());
    let mut courses = vec![follow(run(None), None, None, &mut book, &mut warnings)];
    let mut effects = Vec::with_capacity(study.options.len());
    for (place, option) in study.options.iter().enumerate() {
        let run = run(Some(option));
        let course = follow(run, Some(place), Some(&courses[0].partners), &mut book, &mut warnings);
        effects.push(comparison::compare(run, place, &courses[0], &course));
        courses.push(course);
    }
    warnings::judge(study, register, assumptions, &courses, &effects, &mut warnings);
    Outcome { courses, effects, warnings }
}

/// One course: who works when, what that and the form cost, who pays.
fn follow(
    run: Run<'_>,
    option: Option<usize>,
    baseline: Option<&PartnerYears>,
    book: &mut Book,
    warnings: &mut Vec<Warning>,
) -> Course {
    let (staffing, ledger, partners) = priced(run, option, baseline, book, warnings);
    let vulnerability = comparison::vulnerability(run, &staffing);
    let hires = comparison::hires(run.study.period, &staffing);
    Course { option, staffing, hires, ledger, partners, vulnerability }
}

/// Who works when in a course, what it costs, and who pays.
fn priced(
    run: Run<'_>,
    option: Option<usize>,
    baseline: Option<&PartnerYears>,
    book: &mut Book,
    warnings: &mut Vec<Warning>,
) -> (Vec<PostGroup>, Vec<Entry>, PartnerYears) {
    let mut staffing = Vec::new();
    write(run, &mut staffing, book);
    let (mut partners, vat) = allocation::share(run, book, warnings);
    let settlements = run.study.partners.len() * run.study.period.years;
    let mut ledger = book.post(vat.len() + settlements);
    ledger.extend(vat);
    if let (Some(place), Some(baseline)) = (option, baseline) {
        allocation::settle(run.study, place, baseline, &mut partners, &mut ledger, warnings);
    }
    (staffing, ledger, partners)
}

/// Writes down a course: who works when, and what it costs; over what the staffing and the book held.
fn write(run: Run<'_>, staffing: &mut Vec<PostGroup>, book: &mut Book) {
    let detail = Detail::by_year(run.study.period);
    staffing::project(run.study, run.assumptions, run.option, detail, staffing);
    book.clear();
    costs::post(run, staffing, book);
}

/// Room to work out courses of one study thousands of times (MODEL 11), without asking for it each time.
pub(crate) struct Desk {
    baseline: Sheets,
    option: Sheets,
}

/// The staffing and the book of a course.
pub(crate) struct Sheets {
    staffing: Vec<PostGroup>,
    book: Book,
}

impl Desk {
    pub(crate) fn of(study: &Study) -> Self {
        Self { baseline: Sheets::of(study), option: Sheets::of(study) }
    }

    /// What every partner pays each year in the baseline and in the study's first option, by the steps of [`calculate`]
    /// and without what only a reader needs.
    pub(crate) fn paid(&mut self, study: &Study, assumptions: &Assumptions) -> (PartnerYears, PartnerYears) {
        let today = &Today::of(study, assumptions);
        let run = |option| Run { study, assumptions, today, option, keys: None };
        let baseline = self.baseline.paid(run(None));
        let mut option = self.option.paid(run(study.options.first()));
        if !study.options.is_empty() {
            allocation::settle(study, 0, &baseline, &mut option, &mut Vec::new(), &mut Vec::new());
        }
        (baseline, option)
    }
}

impl Sheets {
    pub(crate) fn of(study: &Study) -> Self {
        Self { staffing: Vec::new(), book: Book::new(study.period) }
    }

    /// What every partner pays each year in a course, before any guarantee.
    pub(crate) fn paid(&mut self, run: Run<'_>) -> PartnerYears {
        write(run, &mut self.staffing, &mut self.book);
        allocation::share(run, &self.book, &mut Vec::new()).0
    }
}

/// The staffing of a course with every month of it; of the baseline where no option is named by its place.
///
/// The same people as in [`Course::staffing`]: an outcome leaves the months out, since only years are priced.
pub fn staffing_by_month(study: &Study, register: &Register, option: Option<usize>) -> Vec<PostGroup> {
    let option = option.and_then(|place| study.options.get(place));
    let mut staffing = Vec::new();
    let detail = Detail::by_month(study.period);
    staffing::project(study, &Assumptions::of(study, register), option, detail, &mut staffing);
    staffing
}

/// What every partner would pay, by partner and year, if an option shared its costs by other keys and nothing else
/// changed. Amounts with a key or bearer of their own keep it; the guarantee is left out, so that keys can be held side
/// by side.
pub fn share_by(
    study: &Study,
    register: &Register,
    option: &Variant,
    course: &Course,
    keys: &Keys,
) -> PartnerYears {
    let assumptions = &Assumptions::of(study, register);
    let today = &Today::of(study, assumptions);
    share_again(Run { study, assumptions, today, option: Some(option), keys: Some(keys) }, course)
}

/// What every partner would pay of a course's costs under the keys of a run, by partner and year.
pub(crate) fn share_again(run: Run<'_>, course: &Course) -> PartnerYears {
    let posted = course.ledger.iter().filter(|entry| entry.line.is_posted());
    allocation::share_entries(run, posted)
}
