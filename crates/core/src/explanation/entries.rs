//! Entries of the ledger: what each line of costs was made of (MODEL 4 and 5).

use super::teller::{Teller, Told};
use super::{Explanation, Formula, Measure, OfMonths};
use crate::costs::{Overhead, changes_employer, overhead_left, spells};
use crate::ledger::{Bearer, Entry, Line, Origin};
use crate::quantity::Rate;
use crate::staffing::{PostGroup, YearOfStaff, step};
use crate::study::{Certainty, Move, RunningAmount, RunningCost, ServiceId, Target, UnitId, Variant};

impl Teller<'_> {
    /// An entry of a course's ledger.
    pub(super) fn entry(&self, told: Told<'_>, entry: &Entry, pointer: String) -> Explanation {
        let year = usize::try_from(entry.year.since(self.study.period.first_year)).unwrap_or(0);
        let mut figure = match entry.line {
            Line::Vat => self.vat(told, entry, year),
            Line::Settlement => self.settlement(told, entry, year),
            line => {
                let exact = self.exact(told, entry, year);
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
        figure.facts = self.entry_facts(told, entry);
        figure
    }

    /// Year, bearer, service and line, as people name them.
    pub(super) fn entry_facts(&self, told: Told<'_>, entry: &Entry) -> crate::problem::Facts {
        let mut facts = crate::problem::Facts::default();
        facts.0.push(("line", entry.line.code().into()));
        facts.0.push(("year", f64::from(entry.year.0).into()));
        if let Bearer::Unit(unit) = entry.bearer {
            facts.0.push(("bearer", told.run.unit(unit).name.as_str().into()));
        }
        if let Some(service) = entry.service {
            facts.0.push(("service", self.study.services[service.0].name.as_str().into()));
        }
        if let Some(name) = self.name_of(told, entry) {
            facts.0.push(("name", name.into()));
        }
        facts
    }

    fn name_of(&self, told: Told<'_>, entry: &Entry) -> Option<&str> {
        let option = || self.study.options.get(told.course.option?);
        Some(match entry.origin? {
            Origin::Running(place) => &self.study.running_costs[place].name,
            Origin::OneOff(place) => &option()?.one_offs[place].name,
            Origin::Recurring(place) => &option()?.recurring[place].name,
        })
    }

    /// What is added up to an entry, before rounding.
    fn exact(&self, told: Told<'_>, entry: &Entry, year: usize) -> Vec<Explanation> {
        match (entry.line, entry.bearer, entry.service) {
            (
                Line::Employment | Line::AgencyCover | Line::Recruitment | Line::Workplace | Line::Surplus,
                Bearer::Unit(unit),
                Some(service),
            ) => self.of_staff(told, entry.line, (unit, service), year),
            (Line::Running, Bearer::Unit(unit), _) => self.of_running(told, entry, unit, year),
            (Line::Governance | Line::Director, Bearer::Unit(unit), _) => {
                vec![self.of_form(told, entry.line, unit, year)]
            }
            (Line::Coordination, Bearer::Unit(unit), _) => vec![self.of_coordination(told, unit, year)],
            (Line::ClientSide, Bearer::Unit(unit), _) => self.of_client_side(told, unit, year),
            (Line::Harmonisation, Bearer::Unit(unit), Some(service)) => {
                self.of_harmonisation(told, (unit, service), year)
            }
            (Line::Stranded, Bearer::Unit(unit), Some(service)) => {
                self.of_stranded(told, (unit, service), year)
            }
            (Line::GrantLoss, Bearer::Unit(unit), _) => vec![self.of_grant(told, unit, year)],
            (Line::OneOff, ..) => self.of_one_offs(told, entry, year),
            (Line::Recurring, ..) => self.of_recurring(told, entry, year),
            _ => Vec::new(),
        }
    }

    fn indexed(
        &self,
        term: &'static str,
        parts: Vec<Explanation>,
        index: &'static str,
        year: usize,
    ) -> Explanation {
        Explanation::product(term, Measure::Euros, parts.into_iter().chain(self.index(index, year)))
    }

    fn of_staff(
        &self,
        told: Told<'_>,
        line: Line,
        (unit, service): (UnitId, ServiceId),
        year: usize,
    ) -> Vec<Explanation> {
        let groups =
            told.course.staffing.iter().filter(|group| (group.unit, group.service) == (unit, service));
        let of_group = |group: &PostGroup| {
            let staff = group.year(year)?;
            self.of_group(told, line, group, staff, year)
        };
        groups.filter_map(of_group).collect()
    }

    fn of_group(
        &self,
        told: Told<'_>,
        line: Line,
        group: &PostGroup,
        staff: &YearOfStaff,
        year: usize,
    ) -> Option<Explanation> {
        let months = ((year * 12).max(group.start), (year * 12 + 12).min(group.end));
        let count = |of, value| self.staffing(told, group, of, months, value);
        let years = |of, value: f64| {
            let parts = [count(of, value), Self::twelve()];
            Explanation::quotient("fte_years", Measure::Fte, parts)
        };
        let service = Some(group.service);
        let role = self.study.roles[group.role.0].as_str();
        let (parts, index) = match line {
            Line::Employment => {
                let people = years(OfMonths::People, staff.people.get());
                (vec![people, self.cost_of(told, group)], "wage_index")
            }
            Line::AgencyCover => {
                let vacant = years(OfMonths::Vacant, staff.vacant.get());
                let share = self.assumed("cover_share", None, Measure::Rate);
                let price = self.assumed("cover_price", None, Measure::Factor);
                (vec![vacant, share, price, self.cost_of(told, group)], "wage_index")
            }
            Line::Recruitment => {
                let hires = count(OfMonths::Hires, staff.hires.get());
                (vec![hires, self.assumed("recruitment_cost", service, Measure::Euros)], "wage_index")
            }
            Line::Workplace => {
                let seated = years(OfMonths::Seated, staff.seated.get());
                (vec![seated, self.assumed("workplace_cost_per_fte", None, Measure::Euros)], "price_index")
            }
            _ => {
                let exits = count(OfMonths::SurplusExits, staff.surplus_exits.get());
                (vec![exits, self.assumed("surplus_cost_per_fte", None, Measure::Euros)], "wage_index")
            }
        };
        let told = self.indexed(line.code(), parts, index, year).with("role", role);
        (told.value != 0.0).then_some(told)
    }

    fn of_running(&self, told: Told<'_>, entry: &Entry, unit: UnitId, year: usize) -> Vec<Explanation> {
        let Some(Origin::Running(first)) = entry.origin else { return Vec::new() };
        let name = &self.study.running_costs[first].name;
        let alike = self.study.running_costs.iter().enumerate();
        let alike = alike.filter(|(_, cost)| cost.service == entry.service && cost.name == *name);
        alike.flat_map(|(place, cost)| self.of_running_cost(told, (place, cost), unit, year)).collect()
    }

    fn of_running_cost(
        &self,
        told: Told<'_>,
        (place, cost): (usize, &RunningCost),
        unit: UnitId,
        year: usize,
    ) -> Vec<Explanation> {
        let mut parts = Vec::new();
        for spell in spells(told.run, cost).into_iter().filter(|spell| spell.unit == unit) {
            let months = (year * 12).max(spell.start)..(year * 12 + 12).min(spell.end);
            if months.is_empty() {
                continue;
            }
            let moved = spell.moved.map(|(moved, share)| {
                let moves = told.run.option.map_or(&[][..], |option| &option.moves);
                let nth = moves.iter().position(|other| other.service == moved.service);
                (share, nth.unwrap_or_default(), moved)
            });
            let shares = months.clone().map(|month| match moved {
                None => Self::model("month", 1.0, Measure::Months),
                Some((share, nth, moved)) => self.running_factor(
                    told,
                    (nth, moved),
                    (cost.unit, unit),
                    share,
                    (month - spell.start) / 12,
                ),
            });
            let weighed = grouped(shares);
            let twelfths = Explanation::sum("months", Measure::Months, weighed);
            let part = Explanation::quotient("years", Measure::Years, [twelfths, Self::twelve()]);
            parts.push(self.amount_of(place, cost, year, part));
        }
        parts
    }

    fn amount_of(&self, place: usize, cost: &RunningCost, year: usize, part: Explanation) -> Explanation {
        match &cost.amount {
            RunningAmount::Yearly(amount) => {
                let pointer = format!("/running_costs/{place}/amount");
                let amount = Self::given("amount", *amount, Measure::Euros, pointer);
                self.indexed("running", vec![amount, part], "price_index", year)
            }
            RunningAmount::ByYear(amounts) => {
                let calendar = self.study.period.year(year);
                let given = amounts.iter().rev().find(|(from, _)| *from <= calendar);
                let amount = match given {
                    Some((from, amount)) => {
                        let pointer = format!("/running_costs/{place}/amounts/{from}");
                        Self::given("amount", *amount, Measure::Euros, pointer)
                    }
                    None => Self::model("amount", 0.0, Measure::Euros),
                };
                Explanation::product("running", Measure::Euros, [amount, part])
            }
        }
        .with("unit", self.study.units[cost.unit.0].name.as_str())
    }

    /// What of a running cost is left in a month after its move: w·(1 − saving·ρ·ramp).
    fn running_factor(
        &self,
        told: Told<'_>,
        (nth, moved): (usize, &Move),
        (source, target): (UnitId, UnitId),
        share: Rate,
        twelvemonth: usize,
    ) -> Explanation {
        let whole = self.share_of(told, nth, moved, (source, target), share);
        if moved.running_cost_saving.get() == 0.0 {
            return Explanation::product("month", Measure::Months, [whole]);
        }
        let pointer = self.in_move(told, nth, "running_cost_saving");
        let saving = Self::given("saving", moved.running_cost_saving.get(), Measure::Rate, pointer);
        let steps = self.steps(told, nth, moved, true);
        let values: Vec<f64> = steps.iter().map(|step| step.value).collect();
        let last = steps.len() - 1;
        let now = steps.into_iter().nth(twelvemonth.min(last));
        debug_assert!((step(&values, twelvemonth) - now.as_ref().map_or(1.0, |now| now.value)).abs() < 1e-12);
        let realised = self.realised(told.run.unit(target));
        let saved = Explanation::product("saved", Measure::Rate, [saving, realised].into_iter().chain(now));
        let one = Self::model("one", 1.0, Measure::Factor);
        let kept = Explanation::difference("kept", Measure::Rate, [one, saved]);
        Explanation::product("month", Measure::Months, [whole, kept])
    }

    /// How many months of a year lie in a span, as a part of that year.
    fn part_of_year(&self, (start, end): (usize, usize), year: usize) -> Explanation {
        let months = ((year * 12 + 12).min(end)).saturating_sub((year * 12).max(start)) as f64;
        let months = Self::model("months", months, Measure::Months);
        Explanation::quotient("years", Measure::Years, [months, Self::twelve()])
    }

    /// From when until when a joint unit has services.
    fn span(&self, told: Told<'_>, unit: UnitId) -> (usize, usize) {
        let spans = self.spans(told, unit);
        let start = spans.iter().map(|(_, (start, _))| *start).min().unwrap_or(0);
        let end = spans.iter().map(|(_, (_, end))| *end).max().unwrap_or(0);
        (start, end)
    }

    /// The services of a unit, each with the months in which it is there.
    fn spans(&self, told: Told<'_>, unit: UnitId) -> Vec<(ServiceId, (usize, usize))> {
        (0..self.study.services.len())
            .map(|service| (ServiceId(service), told.run.months_of(unit, ServiceId(service))))
            .filter(|(_, (start, end))| start < end)
            .collect()
    }

    fn of_form(&self, told: Told<'_>, line: Line, unit: UnitId, year: usize) -> Explanation {
        let form = told.run.unit(unit).form;
        let months = self.part_of_year(self.span(told, unit), year);
        if line == Line::Governance {
            let amount = self.assumed(&format!("governance.{}", form.code()), None, Measure::Euros);
            return self.indexed(line.code(), vec![amount, months], "price_index", year);
        }
        let mut salary = Self::model("director", self.assumptions.form(form).director, Measure::Euros);
        if let Some(scale) = self.director_scale(form) {
            salary = self.assumed(&format!("cost_per_fte.{scale}"), None, Measure::Euros);
        }
        self.indexed(line.code(), vec![salary, months], "wage_index", year)
    }

    fn director_scale(&self, form: crate::study::Form) -> Option<String> {
        let id = format!("director_scale.{}", form.code());
        let changed = self.study.deviations.iter().find(|one| one.id == id).map(|one| &one.value);
        match changed.or_else(|| self.register.entry(&id).map(|entry| &entry.value)) {
            Some(crate::study::Value::Scale(scale)) => scale.clone(),
            _ => None,
        }
    }

    /// The base of the services that a unit has, month by month, of one member or of all: a sum over the year.
    fn base(&self, told: Told<'_>, unit: UnitId, members: &[usize], year: usize) -> Explanation {
        let parts = self.spans(told, unit).into_iter().flat_map(|(service, span)| {
            let months = ((year * 12 + 12).min(span.1)).saturating_sub((year * 12).max(span.0));
            let here = if months > 0 { members } else { &[] };
            here.iter().map(move |member| {
                let months = self.part_of_year(span, year);
                Explanation::product("base", Measure::Euros, [self.cost_today(service, *member), months])
            })
        });
        Explanation::sum("base", Measure::Euros, parts)
    }

    fn of_coordination(&self, told: Told<'_>, id: UnitId, year: usize) -> Explanation {
        let unit = told.run.unit(id);
        let rate = self.assumed(&format!("coordination.{}", unit.form.code()), None, Measure::Rate);
        let others = Self::model("others", (unit.members.len() - 1) as f64, Measure::Factor);
        let one = Self::model("one", 1.0, Measure::Factor);
        let alike = self.assumed("harmonisation_degree", None, Measure::Rate);
        let unlike = Explanation::difference("unlike", Measure::Rate, [one, alike]);
        let members: Vec<usize> = unit.members.iter().map(|member| member.0).collect();
        let base = self.base(told, id, &members, year);
        self.indexed("coordination", vec![rate, others, unlike, base], "wage_index", year)
    }

    /// What a partner keeps to ask and check, for every joint unit that it is in.
    fn of_client_side(&self, told: Told<'_>, partner: UnitId, year: usize) -> Vec<Explanation> {
        let joint = told.run.units().filter(|(_, unit)| {
            unit.is_joint()
                && unit.basis == crate::study::Basis::Gross
                && unit.members.iter().any(|member| member.0 == partner.0)
        });
        joint
            .map(|(id, unit)| {
                let rate =
                    self.assumed(&format!("client_side_share.{}", unit.form.code()), None, Measure::Rate);
                let base = self.base(told, id, &[partner.0], year);
                self.indexed("client_side", vec![rate, base], "wage_index", year)
                    .with("unit", unit.name.as_str())
            })
            .filter(|told| told.value != 0.0)
            .collect()
    }

    fn each_target<'t>(
        &self,
        told: Told<'t>,
        service: ServiceId,
    ) -> impl Iterator<Item = (usize, &'t Move, &'t Target)> {
        let moves = told.run.option.map_or(&[][..], |option| &option.moves);
        let here = moves.iter().enumerate().filter(move |(_, moved)| moved.service == service);
        here.flat_map(|(place, moved)| moved.targets.iter().map(move |target| (place, moved, target)))
    }

    fn of_harmonisation(
        &self,
        told: Told<'_>,
        (unit, service): (UnitId, ServiceId),
        year: usize,
    ) -> Vec<Explanation> {
        let mut parts = Vec::new();
        for (place, moved, target) in self.each_target(told, service).filter(|(.., to)| to.unit == unit) {
            let mut wages = Vec::new();
            for (source, share) in &target.sources {
                if !changes_employer(told.run, *source, unit) {
                    continue;
                }
                for group in told.course.staffing.iter().filter(|group| {
                    (group.unit, group.service, group.start) == (*source, service, 0)
                        && group.end == moved.go_live
                }) {
                    let people = self.people_at_go_live(told, moved, (*source, group.role));
                    let share = self.share_of(told, place, moved, (*source, unit), *share);
                    let cost = self.cost_of(told, group);
                    let parts = [Some(share), people, Some(cost)].into_iter().flatten();
                    wages.push(Explanation::product("wages", Measure::Euros, parts));
                }
            }
            let rate = self.assumed("harmonisation_cost", None, Measure::Rate);
            let wages = Explanation::sum("wages", Measure::Euros, wages);
            parts.push(self.indexed(
                "harmonisation",
                vec![rate, wages, self.stayed(moved, service, year)],
                "wage_index",
                year,
            ));
        }
        parts
    }

    /// Twelfths of a year, each by who is still there of those who moved: Σ (1 − h)^k / 12.
    fn stayed(&self, moved: &Move, service: ServiceId, year: usize) -> Explanation {
        let figures = &self.assumptions.services[service.0];
        let months = (year * 12).max(moved.go_live)..year * 12 + 12;
        let stay = 1.0 - figures.hazard.get();
        let of_month = |month: usize| {
            let turnover = self.assumed("turnover", Some(service), Measure::Rate);
            let hazard =
                Explanation::of("hazard", figures.hazard.get(), Measure::Rate, Formula::Hazard, [turnover]);
            let one = Self::model("one", 1.0, Measure::Factor);
            let base = Explanation::difference("stay", Measure::Rate, [one, hazard]);
            let since = (month - moved.go_live) as f64;
            let exponent = Self::model("months_since", since, Measure::Months);
            Explanation::of("stayed", libm::pow(stay, since), Measure::Rate, Formula::Power, [base, exponent])
        };
        let all = Explanation::sum("stayed", Measure::Months, months.map(of_month));
        Explanation::quotient("years", Measure::Years, [all, Self::twelve()])
    }

    fn of_stranded(
        &self,
        told: Told<'_>,
        (partner, service): (UnitId, ServiceId),
        year: usize,
    ) -> Vec<Explanation> {
        let mut parts = Vec::new();
        for (place, moved, target) in self.each_target(told, service) {
            let unit = told.run.unit(target.unit);
            let left = overhead_left(told.run, target).into_iter();
            for Overhead { source, share, .. } in left.filter(|left| left.partner.0 == partner.0) {
                let from = &told.run.unit(source).members;
                let coming = || from.iter().filter(|member| unit.members.contains(member));
                let weights = coming().map(|member| self.inhabitants(member.0));
                let own = coming().position(|member| member.0 == partner.0).unwrap_or_default();
                let weights: Vec<Explanation> = weights.collect();
                let all: f64 = weights.iter().map(|weight| weight.value).sum();
                let part = weights[own].value / all;
                let part = Explanation::of("part", part, Measure::Rate, Formula::Normalised(own), weights);
                let people = told.course.staffing.iter().filter(|group| {
                    (group.unit, group.service, group.start) == (source, service, 0)
                        && group.end == moved.go_live
                });
                let people =
                    people.filter_map(|group| self.people_at_go_live(told, moved, (source, group.role)));
                let people = Explanation::sum("people", Measure::Fte, people);
                let share = self.share_of(told, place, moved, (source, target.unit), share);
                parts.push(self.indexed(
                    "stranded",
                    vec![
                        self.assumed("stranded_share", None, Measure::Rate),
                        self.assumed("workplace_cost_per_fte", None, Measure::Euros),
                        share,
                        people,
                        part,
                        self.fading(moved, year),
                    ],
                    "price_index",
                    year,
                ));
            }
        }
        parts.retain(|part| part.value != 0.0);
        parts
    }

    /// Twelfths of a year, each by what is left of overhead that stayed behind: Σ max(0, 1 − (t − 1)/n) / 12.
    fn fading(&self, moved: &Move, year: usize) -> Explanation {
        let months = (year * 12).max(moved.go_live)..year * 12 + 12;
        let of_month = |month: usize| {
            let since = (month - moved.go_live) / 12;
            let one = Self::model("one", 1.0, Measure::Factor);
            let years = self.assumed("stranded_years", None, Measure::Years);
            let gone = if years.value > 0.0 {
                let since = Self::model("years_since", since as f64, Measure::Years);
                Explanation::quotient("gone", Measure::Rate, [since, years])
            } else {
                Self::model("gone", 1.0, Measure::Rate)
            };
            let left = Explanation::difference("left", Measure::Rate, [one, gone]);
            let fade = self.assumptions.stranded_fade(since);
            let none = Self::model("none", 0.0, Measure::Rate);
            Explanation::of("left", fade, Measure::Rate, Formula::Greatest, [left, none])
        };
        let all = Explanation::sum("left", Measure::Months, grouped(months.map(of_month)));
        Explanation::quotient("years", Measure::Years, [all, Self::twelve()])
    }

    fn of_grant(&self, told: Told<'_>, id: UnitId, year: usize) -> Explanation {
        let amount = self.assumed("fixed_grant_per_municipality", None, Measure::Euros);
        let gone = (told.run.unit(id).members.len() - 1) as f64;
        let gone = Self::model("others", gone, Measure::Factor);
        let start = told.run.first_go_live(Some(id)).unwrap_or(0);
        let months = self.part_of_year((start, self.study.period.months()), year);
        self.indexed("grant_loss", vec![amount, gone, months], "price_index", year)
    }

    fn participants(&self, option: &Variant) -> Explanation {
        Self::model("participants", option.participants.len() as f64, Measure::Factor)
    }

    fn of_one_offs(&self, told: Told<'_>, entry: &Entry, year: usize) -> Vec<Explanation> {
        let (Some((nth, option)), Some(Origin::OneOff(first))) = (self.option(told), entry.origin) else {
            return Vec::new();
        };
        let alike = &option.one_offs[first];
        let mut parts = Vec::new();
        for (place, cost) in option.one_offs.iter().enumerate() {
            let end = (cost.month + cost.months).min(self.study.period.months());
            let here = (year * 12 + 12).min(end).saturating_sub((year * 12).max(cost.month));
            if (&cost.name, &cost.payer) != (&alike.name, &alike.payer) || here == 0 {
                continue;
            }
            let at = format!("/options/{nth}/one_offs/{place}");
            let amount = Self::given("amount", cost.amount, Measure::Euros, format!("{at}/amount"));
            let mut all = vec![amount];
            if cost.months > 1 {
                let here = Self::model("months", here as f64, Measure::Months);
                let months =
                    Self::given("spread_over", cost.months as f64, Measure::Months, format!("{at}/months"));
                all.push(Explanation::quotient("part", Measure::Rate, [here, months]));
            }
            if cost.certainty == Certainty::Estimate {
                all.push(self.assumed("one_off_uplift", None, Measure::Factor));
            }
            all.extend(cost.per_partner.then(|| self.participants(option)));
            parts.push(self.indexed("one_off", all, "price_index", year));
        }
        parts
    }

    fn of_recurring(&self, told: Told<'_>, entry: &Entry, year: usize) -> Vec<Explanation> {
        let (Some((nth, option)), Some(Origin::Recurring(first))) = (self.option(told), entry.origin) else {
            return Vec::new();
        };
        let alike = &option.recurring[first];
        let mut parts = Vec::new();
        for (place, cost) in option.recurring.iter().enumerate() {
            let end = cost.until.map_or(self.study.period.months(), |until| until + 1);
            let same = (&cost.name, &cost.payer, cost.is_one_off())
                == (&alike.name, &alike.payer, alike.is_one_off());
            if !same || (year * 12 + 12).min(end) <= (year * 12).max(cost.from) {
                continue;
            }
            let pointer = format!("/options/{nth}/recurring/{place}/amount");
            let amount = Self::given("amount", cost.amount, Measure::Euros, pointer);
            let mut all = vec![amount, self.part_of_year((cost.from, end), year)];
            all.extend(cost.per_partner.then(|| self.participants(option)));
            parts.push(self.indexed("recurring", all, "price_index", year));
        }
        parts
    }
}

/// The same parts one after the other as one, times how many there are.
fn grouped(parts: impl Iterator<Item = Explanation>) -> Vec<Explanation> {
    let mut groups: Vec<(Explanation, usize)> = Vec::new();
    for part in parts {
        match groups.last_mut() {
            Some((last, count)) if *last == part => *count += 1,
            _ => groups.push((part, 1)),
        }
    }
    groups
        .into_iter()
        .map(|(part, count)| {
            if count == 1 {
                return part;
            }
            let unit = part.unit;
            let times = Teller::model("months", count as f64, Measure::Months);
            Explanation::product("months", unit, [times, part])
        })
        .collect()
}
