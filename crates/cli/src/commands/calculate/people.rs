//! The report as tables for people, with the names of the study instead of its ids.

use deelsom_core::report::{CourseReport, EffectReport, SavingReport};
use deelsom_core::{Money, Report, Study};
use deelsom_language::sign::SignConvention;
use deelsom_language::words::{Word, legend, page, status, table as words};
use deelsom_language::{Language, amount, codes, number, sentences};

use crate::remarks;
use crate::table::Column::{Figure, Text};
use crate::table::{Column, heading, paragraph, table};

/// The report, from the whole to the parts: options, years, partners, vacancies, warnings.
pub(super) fn print(study: &Study, report: &Report, language: Language) -> String {
    let tables = Tables { study, language };
    let mut parts = vec![heading(&report.title, '=') + &tables.legend()];
    match report.effects.as_slice() {
        [] => {
            parts.push(format!("{}\n", status::NO_OPTIONS.text(language)));
            parts.extend(report.courses.iter().map(|course| tables.paid(course)));
        }
        effects => {
            parts.push(tables.overview(effects));
            for (effect, course) in effects.iter().zip(report.courses.iter().skip(1)) {
                parts.push(heading(tables.option(&effect.option), '-') + "\n" + &tables.years(effect));
                parts.push(tables.partners(&report.courses[0], course));
                parts.push(tables.vacancies(effect));
            }
        }
    }
    if !report.warnings.is_empty() {
        parts.push(
            heading(page::WARNINGS.text(language), '-') + &remarks::warning_lines(language, &report.warnings),
        );
    }
    parts.join("\n")
}

/// Makes tables with the names of a study, in a language.
struct Tables<'a> {
    study: &'a Study,
    language: Language,
}

impl Tables<'_> {
    /// What the amounts are, and what their signs mean.
    fn legend(&self) -> String {
        let mode = self.study.prices.mode.code();
        let prices = codes::price_mode(mode).map_or(mode, |word| word.text(self.language));
        let year = self.study.prices.base_year.0;
        let plus = SignConvention::AdvantagePlus.legend(self.language);
        let costs = legend::COSTS_POSITIVE.text(self.language);
        format!("({}, {prices}, {year})\n{plus} {costs}\n", amount::euros_heading(self.language))
    }

    fn overview(&self, effects: &[EffectReport]) -> String {
        let columns = [
            (Text, words::OPTION),
            (Figure, words::NPV),
            (Figure, words::PAYBACK),
            (Figure, words::DEEPEST),
            (Figure, words::STRUCTURAL),
        ];
        self.table(
            &columns,
            effects.iter().map(|effect| {
                let result = &effect.result;
                let payback = sentences::payback_short(self.language, result.payback_years, result.immediate);
                let year = result.payback_year.filter(|_| !result.immediate).map(|year| format!(" ({year})"));
                vec![
                    self.option(&effect.option).to_owned(),
                    self.euros(result.npv),
                    payback + &year.unwrap_or_default(),
                    format!("{} ({})", self.euros(result.deepest.amount), result.deepest.year),
                    self.euros(result.structural),
                ]
            }),
        )
    }

    fn years(&self, effect: &EffectReport) -> String {
        let columns = [
            (Text, words::YEAR),
            (Figure, words::SAVING),
            (Figure, words::ONE_OFF),
            (Figure, words::RECURRING),
            (Figure, words::CUMULATIVE),
        ];
        self.table(
            &columns,
            effect.years.iter().map(|year| {
                let SavingReport { year, saving, one_off, recurring, cumulative } = year.saving;
                let amounts = [saving, one_off, recurring, cumulative];
                [year.to_string()].into_iter().chain(amounts.map(|amount| self.euros(amount))).collect()
            }),
        )
    }

    /// What each partner pays in the baseline and in an option.
    fn partners(&self, baseline: &CourseReport, option: &CourseReport) -> String {
        let columns = [
            (Text, words::PARTNER),
            (Text, words::YEAR),
            (Figure, words::BASELINE),
            (Figure, words::OPTION),
            (Figure, words::SAVING),
        ];
        let both = baseline.partners.iter().zip(&option.partners);
        self.table(
            &columns,
            both.flat_map(|(before, after)| {
                before.years.iter().zip(&after.years).map(|(before_year, after_year)| {
                    let amounts = [before_year.total, after_year.total, before_year.total - after_year.total];
                    let about = [self.partner(&before.partner).to_owned(), before_year.year.to_string()];
                    about.into_iter().chain(amounts.map(|amount| self.euros(amount))).collect()
                })
            }),
        )
    }

    /// What each partner pays in one course.
    fn paid(&self, course: &CourseReport) -> String {
        let columns = [
            (Text, words::PARTNER),
            (Text, words::YEAR),
            (Figure, words::OWN),
            (Figure, words::CONTRIBUTION),
            (Figure, words::VAT),
            (Figure, words::TOTAL),
        ];
        self.table(
            &columns,
            course.partners.iter().flat_map(|of| {
                of.years.iter().map(|year| {
                    let amounts = [year.own, year.contribution, year.vat, year.total];
                    let about = [self.partner(&of.partner).to_owned(), year.year.to_string()];
                    about.into_iter().chain(amounts.map(|amount| self.euros(amount))).collect()
                })
            }),
        )
    }

    fn vacancies(&self, effect: &EffectReport) -> String {
        let rows = &effect.vacancies_avoided;
        let sum = |amounts: &mut dyn Iterator<Item = Money>| {
            amounts.fold(Money::ZERO, |sum, amount| sum + amount).cents()
        };
        let conclusion = sentences::vacancies_avoided(
            self.language,
            rows.iter().map(|row| row.fte).sum(),
            sum(&mut rows.iter().map(|row| row.budget_value)),
            sum(&mut rows.iter().map(|row| row.outturn_value)),
        );
        let conclusion = paragraph(&conclusion);
        if rows.is_empty() {
            return conclusion;
        }
        let columns = [
            (Text, words::UNIT),
            (Text, words::SERVICE),
            (Text, words::ROLE),
            (Figure, words::VACANCIES),
            (Figure, words::BUDGET_VALUE),
            (Figure, words::OUTTURN_VALUE),
        ];
        conclusion
            + "\n"
            + &self.table(
                &columns,
                rows.iter().map(|row| {
                    vec![
                        self.unit(&row.unit).to_owned(),
                        self.service(&row.service).to_owned(),
                        row.role.clone(),
                        number::fte_with(self.language, row.fte, 2),
                        self.euros(row.budget_value),
                        self.euros(row.outturn_value),
                    ]
                }),
            )
    }

    fn table(&self, columns: &[(Column, Word)], rows: impl Iterator<Item = Vec<String>>) -> String {
        let columns: Vec<_> =
            columns.iter().map(|(column, word)| (*column, word.text(self.language))).collect();
        table(&columns, rows)
    }

    fn euros(&self, money: Money) -> String {
        amount::whole(self.language, money.cents())
    }

    fn option<'b>(&'b self, id: &'b str) -> &'b str {
        named(id, self.study.options.iter().map(|option| (&option.id, &option.name)))
    }

    fn partner<'b>(&'b self, id: &'b str) -> &'b str {
        named(id, self.study.partners.iter().map(|partner| (&partner.id, &partner.name)))
    }

    fn service<'b>(&'b self, id: &'b str) -> &'b str {
        named(id, self.study.services.iter().map(|service| (&service.id, &service.name)))
    }

    /// A unit of today, the only ones that have vacancies today.
    fn unit<'b>(&'b self, id: &'b str) -> &'b str {
        named(id, self.study.units.iter().map(|unit| (&unit.id, &unit.name)))
    }
}

/// The name that goes with an id.
fn named<'a>(id: &'a str, mut names: impl Iterator<Item = (&'a String, &'a String)>) -> &'a str {
    names.find(|(known, _)| *known == id).map_or(id, |(_, name)| name)
}
