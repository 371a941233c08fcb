//! What every account is made of.

use std::collections::BTreeMap;

use super::accounts::{AccountKey, Accounts, Flag};
use super::{Chosen, Grounds, column, row};
use crate::options::AmountAt;
use crate::page::Page;
use crate::sheet::{At, Kind, Role};
use crate::staffing::GroupAt;
use crate::term::{Term, least_of, most_of, sum_in_order};
use deelsom_core::study::{Basis, Form, Payer, ServiceId, UnitId};
use deelsom_core::{Bearer, Line, Origin};
use deelsom_language::words::workbook as w;

/// The costs of a course while they are written down.
pub(super) struct Costs<'s, 'a, 'p, 'b> {
    pub(super) grounds: &'s Grounds<'s, 'a>,
    pub(super) chosen: Option<Chosen<'s, 'a>>,
    pub(super) page: &'p mut Page<'b>,
    pub(super) accounts: Accounts,
    pub(super) row: u32,
}

impl<'a> Costs<'_, 'a, '_, '_> {
    fn wage(&self, year: usize) -> Term {
        self.page.see(self.page.at(row::WAGE, column::YEARS).right(year))
    }

    fn price(&self, year: usize) -> Term {
        self.page.see(self.page.at(row::PRICE, column::YEARS).right(year))
    }

    fn value(&self, id: &str) -> Term {
        self.page.see(self.grounds.assumed.at(id))
    }

    fn years(&self) -> usize {
        self.grounds.source.years()
    }

    fn add(&mut self, unit: UnitId, service: Option<ServiceId>, line: Line, year: usize, term: Term) {
        let key = AccountKey { bearer: Bearer::Unit(unit), service, line, origin: None };
        let flag = Flag::Always(line.is_one_off());
        self.accounts.add((key, flag, None), year, term, line == Line::AgencyCover);
    }

    /// The go-live of the move that takes a service away from a unit of today, if one does.
    fn leaves(&self, unit: UnitId, service: ServiceId) -> Option<At> {
        let chosen = self.chosen?;
        let nth = chosen.option.moves.iter().position(|moved| moved.service == service)?;
        let targets = &chosen.at.moves[nth].targets;
        let goes = targets.iter().any(|target| target.sources.iter().any(|source| source.unit == unit));
        goes.then(|| chosen.at.moves[nth].go_live)
    }

    /// The go-lives of the moves to a unit, each with its service.
    fn arrives(&self, unit: UnitId) -> Vec<(ServiceId, At)> {
        let Some(chosen) = self.chosen else { return Vec::new() };
        let moves = chosen.option.moves.iter().zip(&chosen.at.moves);
        let here = moves.filter(|(_, at)| at.targets.iter().any(|target| target.unit == unit));
        here.map(|(moved, at)| (moved.service, at.go_live)).collect()
    }

    /// Months of a year before a month.
    fn months_before(month: Term, year: usize) -> Term {
        let gone = month - Term::count(12 * year);
        Term::count(12).min(&gone).above_zero()
    }

    /// Months of a year from a month on.
    fn months_from(month: &Term, year: usize) -> Term {
        let left = Term::count(12 * (year + 1)) - month;
        Term::count(12).min(&left).above_zero()
    }

    /// Writes in how many months of each year a joint unit has each of its services.
    pub(super) fn write_months(&mut self) {
        // Kept by place of unit and service, and found again by what the row is of.
        let study = self.grounds.source.study;
        let course = self.grounds.source.workings.course(self.chosen.map(|chosen| chosen.option));
        let mut headed = false;
        for (id, unit) in course.units().filter(|(_, unit)| unit.is_joint() && unit.basis == Basis::Gross) {
            for (service, month) in self.months_at(id) {
                if !headed {
                    self.page.word(self.row, column::BEARER, w::MONTHS_OF_SERVICES, Role::Heading);
                    self.row += 1;
                    headed = true;
                }
                let at = self.row;
                self.page.text(at, column::BEARER, &unit.name, Role::Note);
                self.page.text(at, column::SERVICE, &study.services[service.0].name, Role::Note);
                for year in 0..self.years() {
                    let months = match month {
                        None => Term::count(12),
                        Some(Goes::Away(month)) => Self::months_before(self.page.see(month), year),
                        Some(Goes::Here(month)) => Self::months_from(&self.page.see(month), year),
                    };
                    let place = self.page.at(at, column::YEARS).right(year);
                    self.page.figure(place, &months, Kind::Whole);
                }
                self.row += 1;
            }
        }
        self.row += 1;
    }

    /// The services of a joint unit, each with the month in which it comes or goes.
    fn months_at(&self, unit: UnitId) -> Vec<(ServiceId, Option<Goes>)> {
        let source = self.grounds.source;
        if unit.0 < source.study.units.len() {
            let has = source.services().filter(|service| source.workings.has(unit, *service));
            return has.map(|service| (service, self.leaves(unit, service).map(Goes::Away))).collect();
        }
        let mut here: Vec<_> =
            self.arrives(unit).into_iter().map(|(service, at)| (service, Some(Goes::Here(at)))).collect();
        here.sort_by_key(|(service, _)| *service);
        here
    }

    /// What staffing makes: employment, cover, recruitment, workplaces, and seeing people off (MODEL 4).
    pub(super) fn staff(&mut self, groups: &[GroupAt]) {
        let mut units: BTreeMap<(UnitId, ServiceId), Vec<&GroupAt>> = BTreeMap::new();
        for group in groups {
            units.entry((group.unit, group.service)).or_default().push(group);
        }
        for ((unit, service), groups) in units {
            let recruitment = self.grounds.assumed.services[service.0].recruitment;
            let costs: Vec<At> = groups.iter().map(|group| group.cost).collect();
            for year in 0..self.years() {
                let of = |at: fn(&GroupAt) -> At| -> Vec<At> {
                    groups.iter().map(|group| at(group).right(year)).collect()
                };
                let (people, vacant, hires) =
                    (of(|group| group.people), of(|group| group.vacant), of(|group| group.hires));
                let exits: Vec<At> =
                    groups.iter().filter_map(|group| Some(group.exits?.right(year))).collect();
                let page = &self.page;
                let twelve = || Term::count(12);
                let employment = page.sum_of_products(&[&people, &costs]) / twelve() * self.wage(year);
                let cover = page.sum_of_products(&[&vacant, &costs])
                    * (self.value("cover_share") * self.value("cover_price"))
                    / twelve()
                    * self.wage(year);
                let found = page.sum(&hires) * page.see(recruitment) * self.wage(year);
                let places = (page.sum(&people) + page.sum(&vacant)) * self.value("workplace_cost_per_fte")
                    / twelve()
                    * self.price(year);
                let seen_off = (!exits.is_empty())
                    .then(|| page.sum(&exits) * self.value("surplus_cost_per_fte") * self.wage(year));
                self.add(unit, Some(service), Line::Employment, year, employment);
                self.add(unit, Some(service), Line::AgencyCover, year, cover);
                self.add(unit, Some(service), Line::Recruitment, year, found);
                self.add(unit, Some(service), Line::Workplace, year, places);
                if let Some(seen_off) = seen_off {
                    self.add(unit, Some(service), Line::Surplus, year, seen_off);
                }
            }
        }
    }

    /// Running costs, and where they go (MODEL 4).
    pub(super) fn running(&mut self) {
        let study = self.grounds.source.study;
        for (place, cost) in study.running_costs.iter().enumerate() {
            let alike = study
                .running_costs
                .iter()
                .position(|one| (one.service, &one.name) == (cost.service, &cost.name));
            let origin = Origin::Running(alike.unwrap_or(place));
            for year in 0..self.years() {
                let amount = self.page.see(self.grounds.today.running[place].by_year.right(year));
                for (unit, term) in self.running_of(cost.unit, cost.service, year, &amount) {
                    let key = AccountKey {
                        bearer: Bearer::Unit(unit),
                        service: cost.service,
                        line: Line::Running,
                        origin: Some(origin),
                    };
                    let account = (key, Flag::Always(false), Some(cost.name.as_str()));
                    self.accounts.add(account, year, term, cost.carries_vat);
                }
            }
        }
    }

    /// Where a running cost is in a year, and how much of it.
    fn running_of(
        &self,
        unit: UnitId,
        service: Option<ServiceId>,
        year: usize,
        amount: &Term,
    ) -> Vec<(UnitId, Term)> {
        let twelve = || Term::count(12);
        let part = |months: Term| amount.clone() * months / twelve();
        let Some(service) = service else {
            return self.running_of_unit(unit, year, amount);
        };
        let Some((chosen, leaves)) = self.chosen.zip(self.leaves(unit, service)) else {
            return vec![(unit, amount.clone())];
        };
        let go_live = self.page.see(leaves);
        let mut there = vec![(unit, part(Self::months_before(go_live.clone(), year)))];
        let Some(nth) = chosen.option.moves.iter().position(|moved| moved.service == service) else {
            return there;
        };
        let moved = &chosen.at.moves[nth];
        let ramp = chosen.moving.ramps.iter().find(|(place, _)| *place == nth);
        for target in &moved.targets {
            let Some(source) = target.sources.iter().find(|source| source.unit == unit) else { continue };
            let page = &self.page;
            let saved = ramp.map(|(_, ramp)| {
                page.maybe(moved.saving).or_zero() * page.see(target.realised) * page.see(ramp.right(year))
            });
            let months = Self::months_from(&go_live, year);
            let months = match saved {
                Some(saved) => months - saved,
                None => months,
            };
            there.push((target.unit, amount.clone() / twelve() * page.see(source.share) * months));
        }
        there
    }

    /// Where a cost of a unit as a whole is: there until its last service has gone, then with who it goes on as.
    fn running_of_unit(&self, unit: UnitId, year: usize, amount: &Term) -> Vec<(UnitId, Term)> {
        let source = self.grounds.source;
        let services: Vec<ServiceId> =
            source.services().filter(|service| source.workings.has(unit, *service)).collect();
        let gone: Option<Vec<At>> = services.iter().map(|service| self.leaves(unit, *service)).collect();
        let Some((chosen, gone)) = self.chosen.zip(gone).filter(|(_, gone)| !gone.is_empty()) else {
            return vec![(unit, amount.clone())];
        };
        let months: Vec<Term> = gone.iter().map(|at| self.page.see(*at)).collect();
        let last = most_of(&months);
        let takes_over = self.arrives(unit).into_iter().map(|(_, at)| self.page.see(at).at_most(&last));
        let stays = takes_over.reduce(|one, other| one.or(&other));
        let end = match stays {
            Some(stays) => stays.then(&Term::count(source.study.period.months()), &last),
            None => last.clone(),
        };
        let twelve = || Term::count(12);
        let mut there = vec![(unit, amount.clone() * Self::months_before(end, year) / twelve())];
        let goes_on = chosen.at.goes_on.iter().find(|((from, _), _)| *from == unit);
        if let Some(((_, target), flag)) = goes_on {
            let after = twelve() - Self::months_before(last, year);
            there.push((*target, self.page.see(*flag) * amount * after / twelve()));
        }
        there
    }

    /// What the forms of joint units cost (MODEL 5).
    pub(super) fn forms(&mut self) {
        let course = self.grounds.source.workings.course(self.chosen.map(|chosen| chosen.option));
        // The rows of months stand in the order in which they are gone through here.
        let mut months_row = self.row;
        let units: Vec<_> =
            course.units().filter(|(_, unit)| unit.is_joint() && unit.basis == Basis::Gross).collect();
        let rows: u32 =
            units.iter().map(|(id, _)| u32::try_from(self.months_at(*id).len()).unwrap_or(0)).sum();
        months_row -= rows + 1;
        for (id, unit) in units {
            let services: Vec<ServiceId> =
                self.months_at(id).into_iter().map(|(service, _)| service).collect();
            if services.is_empty() {
                continue;
            }
            let first_row = months_row;
            months_row += u32::try_from(services.len()).unwrap_or(0);
            let form = unit.form.code();
            let of_form = |table: &str| self.grounds.assumed.at(&format!("{table}.{form}"));
            let (governance, director) = (of_form("governance"), of_form("director_scale"));
            let (coordination, client_side) = (of_form("coordination"), of_form("client_side_share"));
            for year in 0..self.years() {
                let page = &self.page;
                let twelve = || Term::count(12);
                let month_ats: Vec<At> = (0..services.len())
                    .map(|nth| page.at(first_row, column::YEARS).right(year).down(nth))
                    .collect();
                let months: Vec<Term> = month_ats.iter().map(|at| page.see(*at)).collect();
                let any = most_of(&months);
                let base_of = |members: &[deelsom_core::study::PartnerId]| {
                    sum_in_order(services.iter().zip(&month_ats).map(|(service, at)| {
                        let bases =
                            members.iter().map(|member| page.see(self.grounds.today.base(*service, *member)));
                        page.see(*at) * sum_in_order(bases)
                    }))
                };
                let board = page.see(governance) * &any / twelve() * self.price(year);
                let head = page.see(director) * &any / twelve() * self.wage(year);
                let others = Term::count(unit.members.len() - 1);
                let together = Term::count(1) - self.value("harmonisation_degree");
                let working = page.see(coordination) * others * together * base_of(&unit.members) / twelve()
                    * self.wage(year);
                let asking: Vec<Term> = unit
                    .members
                    .iter()
                    .map(|member| page.see(client_side) * base_of(&[*member]) / twelve() * self.wage(year))
                    .collect();
                self.add(id, None, Line::Governance, year, board);
                self.add(id, None, Line::Director, year, head);
                self.add(id, None, Line::Coordination, year, working);
                for (member, term) in unit.members.iter().zip(asking) {
                    // A partner by itself is a unit with the partner's own place.
                    self.add(UnitId(member.0), None, Line::ClientSide, year, term);
                }
            }
        }
    }

    /// What a move costs: harmonisation, overhead that stays behind, a grant that is lost (MODEL 5).
    pub(super) fn moving(&mut self, chosen: &Chosen<'_, 'a>) {
        let twelve = || Term::count(12);
        for (unit, service, wages, months) in &chosen.moving.harmonisation {
            for year in 0..self.years() {
                let page = &self.page;
                let term = self.value("harmonisation_cost") * page.see(*wages) * page.see(months.right(year))
                    / twelve()
                    * self.wage(year);
                self.add(*unit, Some(*service), Line::Harmonisation, year, term);
            }
        }
        for (partner, service, part, fade) in &chosen.moving.stranded {
            for year in 0..self.years() {
                let page = &self.page;
                let term = self.value("stranded_share")
                    * self.value("workplace_cost_per_fte")
                    * page.see(*part)
                    * page.see(fade.right(year))
                    / twelve()
                    * self.price(year);
                self.add(UnitId(partner.0), Some(*service), Line::Stranded, year, term);
            }
        }
        let course = self.grounds.source.workings.course(Some(chosen.option));
        let merged: Vec<_> =
            course.units().filter(|(_, unit)| unit.form == Form::Merger && unit.is_joint()).collect();
        for (id, unit) in merged {
            let months: Vec<Term> = self.arrives(id).iter().map(|(_, at)| self.page.see(*at)).collect();
            if months.is_empty() {
                continue;
            }
            let start = least_of(&months);
            let goes_on: Vec<At> = chosen
                .at
                .goes_on
                .iter()
                .filter(|((_, target), _)| *target == id)
                .map(|(_, flag)| *flag)
                .collect();
            for year in 0..self.years() {
                let lost = Term::count(unit.members.len() - 1);
                let term =
                    self.value("fixed_grant_per_municipality") * lost * Self::months_from(&start, year)
                        / twelve()
                        * self.price(year);
                let term =
                    goes_on.iter().fold(term, |term, flag| term * (Term::count(1) - self.page.see(*flag)));
                self.add(id, None, Line::GrantLoss, year, term);
            }
        }
    }

    /// Amounts that are paid once or every year (MODEL 5).
    pub(super) fn amounts(&mut self, chosen: &Chosen<'_, 'a>) {
        let option = chosen.option;
        for (place, cost) in option.one_offs.iter().enumerate() {
            let alike =
                option.one_offs.iter().position(|one| (&one.name, &one.payer) == (&cost.name, &cost.payer));
            let key = AccountKey {
                bearer: bearer(&cost.payer),
                service: None,
                line: Line::OneOff,
                origin: Some(Origin::OneOff(alike.unwrap_or(place))),
            };
            let account = (key, Flag::Always(true), Some(cost.name.as_str()));
            for year in 0..self.years() {
                let term = self.months_of_amount(chosen.at.one_offs[place], year);
                self.accounts.add(account, year, term, cost.carries_vat);
            }
        }
        for (place, cost) in option.recurring.iter().enumerate() {
            let is_alike =
                |one: &&deelsom_core::study::Recurring| (&one.name, &one.payer) == (&cost.name, &cost.payer);
            let alike = option.recurring.iter().position(|one| is_alike(&one)).unwrap_or(place);
            let many = option.recurring.iter().filter(is_alike).count() > 1;
            let key = AccountKey {
                bearer: bearer(&cost.payer),
                service: None,
                line: Line::Recurring,
                origin: Some(Origin::Recurring(alike)),
            };
            let at = chosen.at.recurring[place];
            for year in 0..self.years() {
                let term = self.months_of_amount(at, year);
                let name = Some(cost.name.as_str());
                if many {
                    // Whether each counts as one-off can change: it is added to both, and is nothing in one.
                    let flag = self.page.see(at.one_off);
                    let once = flag.clone() * &term;
                    let always = (Term::count(1) - flag) * term;
                    self.accounts.add((key, Flag::Always(true), name), year, once, cost.carries_vat);
                    self.accounts.add((key, Flag::Always(false), name), year, always, cost.carries_vat);
                } else {
                    self.accounts.add((key, Flag::At(at.one_off), name), year, term, cost.carries_vat);
                }
            }
        }
    }

    /// What an amount comes to in a year: euros a month, for the months in which it is paid.
    fn months_of_amount(&self, at: AmountAt, year: usize) -> Term {
        let page = &self.page;
        let end = page.see(at.end).min(&Term::count(12 * (year + 1)));
        let start = page.see(at.start).max(&Term::count(12 * year));
        page.see(at.monthly) * (end - start).above_zero() * self.price(year)
    }
}

/// When a unit's service comes or goes.
#[derive(Clone, Copy)]
enum Goes {
    Away(At),
    Here(At),
}

fn bearer(payer: &Payer) -> Bearer {
    match payer {
        Payer::Bearer(unit) => Bearer::Unit(*unit),
        Payer::Participants | Payer::Key(_) => Bearer::Shared,
    }
}
