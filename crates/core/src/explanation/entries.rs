//! Entries of the ledger: what each line of costs was made of (MODEL 4 and 5).

use std::ops::Range;

use super::explainer::{Explainer, Traced};
use super::{Explanation, Formula, Measure, OfMonths};
use crate::assumptions::director_scale;
use crate::calendar::year_within;
use crate::costs::spells;
use crate::ledger::{Bearer, Entry, Line, Origin};
use crate::problem::Facts;
use crate::quantity::Rate;
use crate::staffing::{PostGroup, YearOfStaff};
use crate::study::{Basis, Certainty, Move, RunningAmount, RunningCost, ServiceId, UnitId, Variant};

impl Explainer<'_> {
    /// An entry of a course's ledger.
    pub(super) fn entry(&self, traced: Traced<'_>, entry: &Entry, pointer: String) -> Explanation {
        let year = self.study.period.index_of(entry.year);
        let mut figure = match entry.line {
            Line::Vat => self.vat(traced, entry, year),
            Line::Settlement => self.settlement(traced, entry, year),
            line => {
                let exact = self.exact(traced, entry, year);
                Explanation::of(
                    line.code(),
                    entry.amount.euros(),
                    Measure::Euros,
                    Formula::Cents,
                    [Explanation::sum("exact", Measure::Euros, exact)],
                )
            }
        };
        figure.pointer = Some(pointer);
        figure.facts = self.entry_facts(traced, entry);
        figure
    }

    /// Year, bearer, service and line, as people name them.
    pub(super) fn entry_facts(&self, traced: Traced<'_>, entry: &Entry) -> Facts {
        let mut facts = Facts::default();
        facts.0.push(("line", entry.line.code().into()));
        facts.0.push(("year", f64::from(entry.year.0).into()));
        if let Bearer::Unit(unit) = entry.bearer {
            facts.0.push(("bearer", traced.run.unit(unit).name.as_str().into()));
        }
        if let Some(service) = entry.service {
            facts.0.push(("service", self.study.services[service.0].name.as_str().into()));
        }
        if let Some(name) = self.name_of(traced, entry) {
            facts.0.push(("name", name.into()));
        }
        facts
    }

    fn name_of(&self, traced: Traced<'_>, entry: &Entry) -> Option<&str> {
        let option = || self.study.options.get(traced.course.option?);
        Some(match entry.origin? {
            Origin::Running(place) => &self.study.running_costs[place].name,
            Origin::OneOff(place) => &option()?.one_offs[place].name,
            Origin::Recurring(place) => &option()?.recurring[place].name,
        })
    }

    /// What is added up to an entry, before rounding.
    fn exact(&self, traced: Traced<'_>, entry: &Entry, year: usize) -> Vec<Explanation> {
        match (entry.line, entry.bearer, entry.service) {
            (
                Line::Employment | Line::AgencyCover | Line::Recruitment | Line::Workplace | Line::Surplus,
                Bearer::Unit(unit),
                Some(service),
            ) => self.of_staff(traced, entry.line, (unit, service), year),
            (Line::Running, Bearer::Unit(unit), _) => self.of_running(traced, entry, unit, year),
            (Line::Governance | Line::Director, Bearer::Unit(unit), _) => {
                vec![self.of_form(traced, entry.line, unit, year)]
            }
            (Line::Coordination, Bearer::Unit(unit), _) => self.of_coordination(traced, unit, year),
            (Line::ClientSide, Bearer::Unit(unit), _) => self.of_client_side(traced, unit, year),
            (Line::Harmonisation, Bearer::Unit(unit), Some(service)) => {
                self.of_harmonisation(traced, (unit, service), year)
            }
            (Line::Stranded, Bearer::Unit(unit), Some(service)) => {
                self.of_stranded(traced, (unit, service), year)
            }
            (Line::GrantLoss, Bearer::Unit(unit), _) => vec![self.of_grant(traced, unit, year)],
            (Line::OneOff, ..) => self.of_one_offs(traced, entry, year),
            (Line::Recurring, ..) => self.of_recurring(traced, entry, year),
            _ => Vec::new(),
        }
    }

    /// A twelfth of what the parts make, with its index, in so many months of a year.
    pub(super) fn by_month(
        &self,
        term: &'static str,
        parts: Vec<Explanation>,
        index: &'static str,
        (year, months): (usize, usize),
    ) -> Explanation {
        let yearly = Explanation::product("yearly", Measure::Euros, parts);
        let monthly = Explanation::quotient("monthly", Measure::Euros, [yearly, Self::twelve()]);
        let monthly = self.indexed("monthly", vec![monthly], index, year);
        Explanation::months(term, monthly, months)
    }

    fn with_index(&self, parts: Vec<Explanation>, index: &'static str, year: usize) -> Vec<Explanation> {
        parts.into_iter().chain(self.index(index, year)).collect()
    }

    pub(super) fn indexed(
        &self,
        term: &'static str,
        parts: Vec<Explanation>,
        index: &'static str,
        year: usize,
    ) -> Explanation {
        match <[Explanation; 1]>::try_from(self.with_index(parts, index, year)) {
            Ok([alone]) => alone,
            Err(parts) => Explanation::product(term, Measure::Euros, parts),
        }
    }

    fn of_staff(
        &self,
        traced: Traced<'_>,
        line: Line,
        (unit, service): (UnitId, ServiceId),
        year: usize,
    ) -> Vec<Explanation> {
        let groups =
            traced.course.staffing.iter().filter(|group| (group.unit, group.service) == (unit, service));
        let of_group = |group: &PostGroup| {
            let staff = group.year(year)?;
            self.of_group(traced, line, group, staff, year)
        };
        groups.filter_map(of_group).collect()
    }

    fn of_group(
        &self,
        traced: Traced<'_>,
        line: Line,
        group: &PostGroup,
        staff: &YearOfStaff,
        year: usize,
    ) -> Option<Explanation> {
        let months = group.months_of(year);
        let span = months.len();
        let count = |of, value| self.staffing(traced, group, of, months.clone(), value);
        // The mean of the year's months: what they have in common, whoever comes and goes.
        let mean = |of, value: f64| {
            let parts = [count(of, value), Explanation::model("months", span as f64, Measure::Months)];
            Explanation::quotient("mean", Measure::Fte, parts)
        };
        let service = Some(group.service);
        let role = self.study.roles[group.role.0].as_str();
        let yearly = |parts, index| self.by_month(line.code(), parts, index, (year, span));
        let at_once = |parts| {
            Explanation::product(line.code(), Measure::Euros, self.with_index(parts, "wage_index", year))
        };
        let cost = match line {
            Line::Employment => {
                let people = mean(OfMonths::People, staff.people.get());
                yearly(vec![people, self.cost_of(traced, group)], "wage_index")
            }
            Line::AgencyCover => {
                let vacant = mean(OfMonths::Vacant, staff.vacant.get());
                let [share, price] = self.cover();
                let cover = Explanation::product("cover", Measure::Factor, [share, price]);
                let cost =
                    Explanation::product("cover", Measure::Euros, [cover, self.cost_of(traced, group)]);
                yearly(vec![vacant, cost], "wage_index")
            }
            Line::Recruitment => {
                let hires = count(OfMonths::Hires, staff.hires.get());
                at_once(vec![hires, self.assumed("recruitment_cost", service, Measure::Euros)])
            }
            Line::Workplace => {
                let seated = mean(OfMonths::Seated, staff.seated.get());
                let workplace = self.assumed("workplace_cost_per_fte", None, Measure::Euros);
                yearly(vec![seated, workplace], "price_index")
            }
            _ => {
                let exits = count(OfMonths::SurplusExits, staff.surplus_exits.get());
                at_once(vec![exits, self.assumed("surplus_cost_per_fte", None, Measure::Euros)])
            }
        }
        .with("role", role);
        (cost.value != 0.0).then_some(cost)
    }

    fn of_running(&self, traced: Traced<'_>, entry: &Entry, unit: UnitId, year: usize) -> Vec<Explanation> {
        let Some(Origin::Running(first)) = entry.origin else { return Vec::new() };
        let name = &self.study.running_costs[first].name;
        let alike = self.study.running_costs.iter().enumerate();
        let alike = alike.filter(|(_, cost)| cost.service == entry.service && cost.name == *name);
        alike.flat_map(|(place, cost)| self.of_running_cost(traced, (place, cost), unit, year)).collect()
    }

    fn of_running_cost(
        &self,
        traced: Traced<'_>,
        (place, cost): (usize, &RunningCost),
        unit: UnitId,
        year: usize,
    ) -> Vec<Explanation> {
        let mut parts = Vec::new();
        for spell in spells(traced.run, cost).filter(|spell| spell.unit == unit) {
            let months = year_within(&spell.months, year);
            let moved = spell.moved.map(|(moved, share)| {
                let moves = traced.run.option.map_or(&[][..], |option| &option.moves);
                let nth = moves.iter().position(|other| other.service == moved.service);
                (share, nth.unwrap_or_default(), moved)
            });
            let factors = months.map(|month| {
                moved.map(|(share, nth, moved)| {
                    let since = (month - spell.months.start) / 12;
                    self.running_factor(traced, (nth, moved), (cost.unit, unit), share, since)
                })
            });
            for (factor, count) in runs(factors) {
                let monthly = self.monthly_amount(place, cost, year);
                let monthly = match factor {
                    Some(factor) => Explanation::product("monthly", Measure::Euros, [monthly, factor]),
                    None => monthly,
                };
                parts.push(
                    Explanation::months("running", monthly, count)
                        .with("unit", self.study.units[cost.unit.0].name.as_str()),
                );
            }
        }
        parts
    }

    /// A twelfth of a running cost in a year's prices.
    fn monthly_amount(&self, place: usize, cost: &RunningCost, year: usize) -> Explanation {
        let given = self.running_amount(place, cost, year);
        let amount = match &cost.amount {
            RunningAmount::Yearly(_) => self.indexed("amount", vec![given], "price_index", year),
            RunningAmount::ByYear(_) => given,
        };
        Explanation::quotient("monthly", Measure::Euros, [amount, Self::twelve()])
    }

    /// What of a running cost is left in a month after its move: w·(1 − saving·ρ·ramp).
    fn running_factor(
        &self,
        traced: Traced<'_>,
        (nth, moved): (usize, &Move),
        (source, target): (UnitId, UnitId),
        share: Rate,
        twelvemonth: usize,
    ) -> Explanation {
        let whole = self.share_of(traced, nth, moved, (source, target), share);
        if moved.running_cost_saving.get() == 0.0 {
            return whole;
        }
        let pointer = Self::in_move(traced, nth, "running_cost_saving");
        let saving = Self::given("saving", moved.running_cost_saving.get(), Measure::Rate, pointer);
        let mut steps = Self::steps(traced, nth, moved, true);
        steps.truncate(twelvemonth + 1);
        let now = steps.pop();
        let realised = self.realised(traced.run.unit(target));
        let saved = Explanation::product("saved", Measure::Rate, [saving, realised].into_iter().chain(now));
        Explanation::product("factor", Measure::Factor, [whole, saved.rest("kept")])
    }

    /// From when until when a joint unit has services.
    fn span(traced: Traced<'_>, unit: UnitId) -> Range<usize> {
        let spans = traced.run.services_of(unit);
        let start = spans.iter().map(|(_, months)| months.start).min().unwrap_or(0);
        let end = spans.iter().map(|(_, months)| months.end).max().unwrap_or(0);
        start..end
    }

    fn of_form(&self, traced: Traced<'_>, line: Line, unit: UnitId, year: usize) -> Explanation {
        let form = traced.run.unit(unit).form;
        let months = year_within(&Self::span(traced, unit), year).len();
        if line == Line::Governance {
            let amount = self.assumed(&format!("governance.{}", form.code()), None, Measure::Euros);
            return self.by_month(line.code(), vec![amount], "price_index", (year, months));
        }
        let salary = match director_scale(self.study, self.register, form) {
            Some(scale) => self.assumed(&format!("cost_per_fte.{scale}"), None, Measure::Euros),
            None => Explanation::model("director", self.assumptions.form(form).director, Measure::Euros),
        };
        self.by_month(line.code(), vec![salary], "wage_index", (year, months))
    }

    /// The base of the services that a unit has, of one member or of all, with the months of a year in which it is so.
    fn bases(
        &self,
        traced: Traced<'_>,
        unit: UnitId,
        members: &[usize],
        year: usize,
    ) -> Vec<(Explanation, usize)> {
        let spans = traced.run.services_of(unit);
        let present = (year * 12..year * 12 + 12).map(|month| {
            let here = spans.iter().filter(|(_, months)| months.contains(&month));
            here.map(|(service, _)| *service).collect::<Vec<ServiceId>>()
        });
        let base = |services: Vec<ServiceId>| {
            let of_member = |member: &usize| {
                let costs = services.iter().map(|service| self.cost_today(*service, *member));
                Explanation::sum("base", Measure::Euros, costs)
                    .with("partner", self.study.partners[*member].name.as_str())
            };
            Explanation::sum("base", Measure::Euros, members.iter().map(of_member))
        };
        let spells = runs(present).into_iter().filter(|(services, _)| !services.is_empty());
        spells.map(|(services, months)| (base(services), months)).collect()
    }

    fn of_coordination(&self, traced: Traced<'_>, id: UnitId, year: usize) -> Vec<Explanation> {
        let unit = traced.run.unit(id);
        let members: Vec<usize> = unit.members.iter().map(|member| member.0).collect();
        let bases = self.bases(traced, id, &members, year).into_iter();
        bases
            .map(|(base, months)| {
                let rate = self.assumed(&format!("coordination.{}", unit.form.code()), None, Measure::Rate);
                let others = Explanation::model("others", (unit.members.len() - 1) as f64, Measure::Factor);
                let unlike = self.assumed("harmonisation_degree", None, Measure::Rate).rest("unlike");
                let parts = vec![rate, others, unlike, base];
                self.by_month("coordination", parts, "wage_index", (year, months))
            })
            .collect()
    }

    /// What a partner keeps to ask and check, for every joint unit that it is in.
    fn of_client_side(&self, traced: Traced<'_>, partner: UnitId, year: usize) -> Vec<Explanation> {
        let joint = traced.run.units().filter(|(_, unit)| {
            unit.is_joint()
                && unit.basis == Basis::Gross
                && unit.members.iter().any(|member| member.0 == partner.0)
        });
        joint
            .flat_map(|(id, unit)| {
                let bases = self.bases(traced, id, &[partner.0], year).into_iter();
                bases.map(move |(base, months)| {
                    let id = format!("client_side_share.{}", unit.form.code());
                    let parts = vec![self.assumed(&id, None, Measure::Rate), base];
                    self.by_month("client_side", parts, "wage_index", (year, months))
                        .with("unit", unit.name.as_str())
                })
            })
            .filter(|cost| cost.value != 0.0)
            .collect()
    }

    fn participants(option: &Variant) -> Explanation {
        Explanation::model("participants", option.participants.len() as f64, Measure::Factor)
    }

    fn of_one_offs(&self, traced: Traced<'_>, entry: &Entry, year: usize) -> Vec<Explanation> {
        let (Some((nth, option)), Some(Origin::OneOff(first))) = (self.option(traced), entry.origin) else {
            return Vec::new();
        };
        let alike = &option.one_offs[first];
        let mut parts = Vec::new();
        for (place, cost) in option.one_offs.iter().enumerate() {
            let end = (cost.month + cost.months).min(self.study.period.months());
            let here = year_within(&(cost.month..end), year).len();
            if (&cost.name, &cost.payer) != (&alike.name, &alike.payer) || here == 0 {
                continue;
            }
            let at = format!("/options/{nth}/one_offs/{place}");
            let amount = Self::given("amount", cost.amount, Measure::Euros, format!("{at}/amount"));
            let months = cost.months as f64;
            let spread = Self::given("spread_over", months, Measure::Months, format!("{at}/months"));
            let once = Explanation::quotient("monthly", Measure::Euros, [amount.clone(), spread]);
            let mut all = vec![if cost.months > 1 { once } else { amount }];
            if cost.certainty == Certainty::Estimate {
                all.push(self.assumed("one_off_uplift", None, Measure::Factor));
            }
            all.extend(cost.per_partner.then(|| Self::participants(option)));
            let monthly = self.indexed("monthly", all, "price_index", year);
            parts.push(Explanation::months("one_off", monthly, here));
        }
        parts
    }

    fn of_recurring(&self, traced: Traced<'_>, entry: &Entry, year: usize) -> Vec<Explanation> {
        let (Some((nth, option)), Some(Origin::Recurring(first))) = (self.option(traced), entry.origin)
        else {
            return Vec::new();
        };
        let alike = &option.recurring[first];
        let mut parts = Vec::new();
        for (place, cost) in option.recurring.iter().enumerate() {
            let end = cost.until.map_or(self.study.period.months(), |until| until + 1);
            let same = (&cost.name, &cost.payer, cost.is_one_off())
                == (&alike.name, &alike.payer, alike.is_one_off());
            let here = year_within(&(cost.from..end), year).len();
            if !same || here == 0 {
                continue;
            }
            let pointer = format!("/options/{nth}/recurring/{place}/amount");
            let amount = Self::given("amount", cost.amount, Measure::Euros, pointer);
            let monthly = Explanation::quotient("monthly", Measure::Euros, [amount, Self::twelve()]);
            let mut all = vec![monthly];
            all.extend(cost.per_partner.then(|| Self::participants(option)));
            let monthly = self.indexed("monthly", all, "price_index", year);
            parts.push(Explanation::months("recurring", monthly, here));
        }
        parts
    }
}

/// Equal things that follow each other as one, with how many there are.
pub(super) fn runs<T: PartialEq>(things: impl Iterator<Item = T>) -> Vec<(T, usize)> {
    let mut runs: Vec<(T, usize)> = Vec::new();
    for thing in things {
        match runs.last_mut() {
            Some((last, count)) if *last == thing => *count += 1,
            _ => runs.push((thing, 1)),
        }
    }
    runs
}
