//! From an outcome to its report: positions become ids, kinds become words of the format.

use super::{
    BridgeReport, BridgeYearReport, CourseReport, DeepestReport, EffectReport, EffectYearReport, EntryReport,
    ExitReport, ExitYearReport, PartnerEffectReport, PartnerEffectYearReport, PartnerReport,
    PartnerYearReport, Report, ResultReport, SavingReport, StaffingReport, StaffingYearReport,
    VacancyAvoidedReport, VulnerabilityReport, count_assumed, project, used_assumptions,
};
use crate::assumptions::Register;
use crate::comparison::{
    Course, Deepest, Effect, EffectYear, PartnerEffect, Payback, Result as EffectResult,
};
use crate::ledger::{Bearer, Entry, Origin};
use crate::money::Money;
use crate::outcome::Outcome;
use crate::study::{PartnerId, RoleId, ServiceId, Study, UnitId, Variant};

impl Report {
    /// The report of an outcome.
    pub fn of(study: &Study, register: &Register, outcome: &Outcome) -> Self {
        Self {
            format: "deelsom/report",
            version: 1,
            title: study.title.clone(),
            courses: outcome
                .courses
                .iter()
                .map(|course| Names::of(study, course.option).course(course))
                .collect(),
            effects: outcome
                .effects
                .iter()
                .map(|effect| Names::of(study, Some(effect.option)).effect(effect))
                .collect(),
            assumptions: used_assumptions(study, register),
            assumed: count_assumed(study, register).1,
            scores: project::scores(study),
            outturn: project::outturn(study, outcome),
            warnings: outcome.warnings.clone(),
        }
    }
}

/// The ids of a study, and of one of its options.
struct Names<'a> {
    study: &'a Study,
    option: Option<&'a Variant>,
}

impl<'a> Names<'a> {
    fn of(study: &'a Study, option: Option<usize>) -> Self {
        Self { study, option: option.map(|place| &study.options[place]) }
    }

    fn unit(&self, unit: UnitId) -> &crate::study::Unit {
        self.study.unit(self.option, unit)
    }

    fn bearer(&self, bearer: Bearer) -> String {
        match bearer {
            Bearer::Shared => "shared".to_owned(),
            Bearer::Unit(unit) if self.unit(unit).is_joint() => {
                format!("unit:{}", self.unit(unit).id)
            }
            Bearer::Unit(unit) => self.unit(unit).id.clone(),
        }
    }

    fn partner(&self, partner: PartnerId) -> String {
        self.study.partners[partner.0].id.clone()
    }

    fn service(&self, service: ServiceId) -> String {
        self.study.services[service.0].id.clone()
    }

    fn role(&self, role: RoleId) -> String {
        self.study.roles[role.0].clone()
    }

    fn name(&self, origin: Origin) -> String {
        // Only an option has one-offs and recurring amounts.
        let name = match (origin, self.option) {
            (Origin::Running(place), _) => &self.study.running_costs[place].name,
            (Origin::OneOff(place), Some(option)) => &option.one_offs[place].name,
            (Origin::Recurring(place), Some(option)) => &option.recurring[place].name,
            (_, None) => return String::new(),
        };
        name.clone()
    }

    fn course(&self, course: &Course) -> CourseReport {
        CourseReport {
            id: self.option.map_or("baseline", |option| &option.id).to_owned(),
            ledger: course.ledger.iter().map(|entry| self.entry(entry)).collect(),
            partners: course
                .partners
                .iter()
                .enumerate()
                .map(|(place, years)| PartnerReport {
                    partner: self.partner(PartnerId(place)),
                    years: self
                        .study
                        .period
                        .all_years()
                        .zip(years)
                        .map(|(year, paid)| PartnerYearReport {
                            year: year.0,
                            own: paid.own,
                            contribution: paid.contribution,
                            vat: paid.vat,
                            settlement: paid.settlement,
                            total: paid.total(),
                        })
                        .collect(),
                })
                .collect(),
            vulnerability: course
                .vulnerability
                .iter()
                .map(|row| VulnerabilityReport {
                    unit: self.unit(row.unit).id.clone(),
                    partner: self.partner(row.partner),
                    service: self.service(row.service),
                    role: self.role(row.role),
                    persons: row.persons,
                    uncovered: row.uncovered.get(),
                    band: row.band,
                })
                .collect(),
            staffing: self.staffing(course),
        }
    }

    fn entry(&self, entry: &Entry) -> EntryReport {
        EntryReport {
            year: entry.year.0,
            bearer: self.bearer(entry.bearer),
            service: entry.service.map(|service| self.service(service)),
            line: entry.line,
            name: entry.origin.map(|origin| self.name(origin)),
            amount: entry.amount,
        }
    }

    fn staffing(&self, course: &Course) -> Vec<StaffingReport> {
        let row = |row: &Vec<usize>| {
            let groups = || row.iter().map(|place| &course.staffing[*place]);
            let years = self.study.period.all_years().enumerate().filter_map(|(nth, year)| {
                let in_year = groups().filter_map(|group| group.year(nth)).copied();
                let staff = in_year.reduce(|mut sum, other| {
                    sum.add(&other);
                    sum
                })?;
                let above = (staff.in_post - staff.establishment).get();
                Some(StaffingYearReport {
                    year: year.0,
                    establishment: staff.establishment.get(),
                    in_post: staff.in_post.get(),
                    vacancies: (-above).max(0.0),
                    surplus: above.max(0.0),
                    hires: staff.hires.get(),
                    leavers: staff.leavers.get(),
                    surplus_exits: staff.surplus_exits.get(),
                })
            });
            let first = &course.staffing[row[0]];
            StaffingReport {
                unit: self.unit(first.unit).id.clone(),
                service: self.service(first.service),
                role: self.role(first.role),
                years: years.collect(),
            }
        };
        course.staffing_rows().iter().map(row).collect()
    }

    fn effect(&self, effect: &Effect) -> EffectReport {
        EffectReport {
            option: self.option.map_or("", |option| &option.id).to_owned(),
            result: self.result(&effect.result),
            years: effect
                .result
                .years
                .iter()
                .map(|year| EffectYearReport {
                    saving: saving(year),
                    efficiency: year.efficiency,
                    avoided_increase: year.avoided_increase,
                    hires_avoided: year.hires_avoided.get(),
                })
                .collect(),
            vacancies_avoided: effect
                .vacancies_avoided
                .iter()
                .map(|row| VacancyAvoidedReport {
                    unit: self.unit(row.unit).id.clone(),
                    service: self.service(row.service),
                    role: self.role(row.role),
                    fte: row.fte.get(),
                    budget_value: Money::round(row.budget_value),
                    outturn_value: Money::round(row.outturn_value),
                })
                .collect(),
            bridge: effect.bridge.iter().map(|bridge| self.bridge(bridge)).collect(),
            exit: self.exit(effect),
            partners: effect.partners.iter().map(|partner| self.partner_effect(partner)).collect(),
            effort: self
                .option
                .iter()
                .flat_map(|option| &option.effort)
                .map(|effort| project::effort(self.study, effort))
                .collect(),
        }
    }

    fn result(&self, result: &EffectResult) -> ResultReport {
        let (payback_years, payback_year) = match result.payback {
            Payback::Immediate => (Some(0.0), Some(self.study.period.first_year.0)),
            Payback::Within(year, years) => (Some(years), Some(year.0)),
            Payback::Never => (None, None),
        };
        ResultReport {
            npv: result.npv,
            payback_years,
            payback_year,
            immediate: result.payback == Payback::Immediate,
            deepest: deepest(result.deepest),
            structural: result.structural,
        }
    }

    fn bridge(&self, bridge: &crate::comparison::ServiceBridge) -> BridgeReport {
        let years = self.study.period.all_years().zip(&bridge.years).map(|(year, step)| BridgeYearReport {
            year: year.0,
            start: step.start.get(),
            vacant_not_filled: step.vacant_not_filled.get(),
            turnover: step.turnover.get(),
            surplus_exits: step.surplus_exits.get(),
            surplus: step.surplus.get(),
            added: step.added.get(),
            end: step.end.get(),
        });
        BridgeReport { service: self.service(bridge.service), years: years.collect() }
    }

    fn exit(&self, effect: &Effect) -> Vec<ExitReport> {
        let of_partner = |(place, years): (usize, &Vec<crate::comparison::ExitYear>)| ExitReport {
            partner: self.partner(PartnerId(place)),
            years: self
                .study
                .period
                .all_years()
                .zip(years)
                .map(|(year, exit)| ExitYearReport {
                    year: year.0,
                    step_down: exit.step_down,
                    real_damage: exit.real_damage,
                })
                .collect(),
        };
        effect.exit.iter().enumerate().map(of_partner).collect()
    }

    fn partner_effect(&self, effect: &PartnerEffect) -> PartnerEffectReport {
        let inhabitants = self.study.partners[effect.partner.0].inhabitants;
        PartnerEffectReport {
            partner: self.partner(effect.partner),
            result: self.result(&effect.result),
            structural_per_inhabitant: effect.structural_per_inhabitant,
            years: effect
                .result
                .years
                .iter()
                .map(|year| PartnerEffectYearReport {
                    saving: saving(year),
                    per_inhabitant: Money::round(year.saving.euros() / inhabitants),
                })
                .collect(),
        }
    }
}

fn saving(year: &EffectYear) -> SavingReport {
    SavingReport {
        year: year.year.0,
        saving: year.saving,
        one_off: year.one_off,
        recurring: year.recurring,
        cumulative: year.cumulative,
    }
}

fn deepest(deepest: Deepest) -> DeepestReport {
    DeepestReport { year: deepest.year.0, amount: deepest.amount }
}
