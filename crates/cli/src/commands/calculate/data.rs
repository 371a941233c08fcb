//! The report as CSV: one tidy table, in which every row says what it is about.

use clap::ValueEnum;
use deelsom_core::Report;
use deelsom_core::report::SavingReport;

use crate::csv_file::{Cell, Profile, cells, csv_file};

/// What a table is about.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum Subject {
    /// Every cost of every course
    #[default]
    Ledger,
    /// What each partner pays, by course and year
    Partners,
    /// Savings by option and year: of all together, then of each partner
    Effects,
    /// Staffing by post group and year
    Staffing,
}

/// The report's rows about a subject.
pub(super) fn print(report: &Report, subject: Subject, profile: Profile) -> String {
    match subject {
        Subject::Ledger => csv_file(
            profile,
            &["course", "year", "bearer", "service", "line", "name", "amount"],
            ledger(report),
        ),
        Subject::Partners => csv_file(
            profile,
            &["course", "partner", "year", "own", "contribution", "vat", "settlement", "total"],
            partners(report),
        ),
        Subject::Effects => csv_file(
            profile,
            &[
                "option",
                "partner",
                "year",
                "saving",
                "one_off",
                "recurring",
                "cumulative",
                "efficiency",
                "avoided_increase",
                "hires_avoided",
            ],
            effects(report),
        ),
        Subject::Staffing => csv_file(
            profile,
            &[
                "course",
                "unit",
                "service",
                "role",
                "year",
                "establishment",
                "in_post",
                "vacancies",
                "surplus",
                "hires",
                "leavers",
                "surplus_exits",
            ],
            staffing(report),
        ),
    }
}

fn ledger(report: &Report) -> impl Iterator<Item = Vec<Cell>> {
    report.courses.iter().flat_map(|course| {
        course.ledger.iter().map(|entry| {
            let (service, name) = (entry.service.as_ref(), entry.name.as_ref());
            cells![&course.id, entry.year, &entry.bearer, service, entry.line.code(), name, entry.amount]
        })
    })
}

fn partners(report: &Report) -> impl Iterator<Item = Vec<Cell>> {
    report.courses.iter().flat_map(|course| {
        course.partners.iter().flat_map(|of| {
            of.years.iter().map(|year| {
                cells![
                    &course.id,
                    &of.partner,
                    year.year,
                    year.own,
                    year.contribution,
                    year.vat,
                    year.settlement,
                    year.total,
                ]
            })
        })
    })
}

fn effects(report: &Report) -> impl Iterator<Item = Vec<Cell>> {
    let row = |option: &str, partner: Option<&str>, saved: &SavingReport| {
        cells![option, partner, saved.year, saved.saving, saved.one_off, saved.recurring, saved.cumulative]
    };
    report.effects.iter().flat_map(move |effect| {
        let together = effect.years.iter().map(move |year| {
            let more = cells![year.efficiency, year.avoided_increase, year.hires_avoided];
            [row(&effect.option, None, &year.saving), more].concat()
        });
        let of_partners = effect.partners.iter().flat_map(move |of| {
            of.years.iter().map(move |year| {
                let none = None::<f64>;
                [row(&effect.option, Some(&of.partner), &year.saving), cells![none, none, none]].concat()
            })
        });
        together.chain(of_partners)
    })
}

fn staffing(report: &Report) -> impl Iterator<Item = Vec<Cell>> {
    report.courses.iter().flat_map(|course| {
        course.staffing.iter().flat_map(|group| {
            group.years.iter().map(|year| {
                cells![
                    &course.id,
                    &group.unit,
                    &group.service,
                    &group.role,
                    year.year,
                    year.establishment,
                    year.in_post,
                    year.vacancies,
                    year.surplus,
                    year.hires,
                    year.leavers,
                    year.surplus_exits,
                ]
            })
        })
    })
}
