//! Checking how the partners get there, how options were weighed, and how it turned out.

use super::super::file::{EffortFile, OptionFile};
use super::super::json::At;
use super::super::{Criteria, Criterion, Decision, Effort, Figure, Outturn, Party, Score, Study, UnitId};
use super::{Checker, Ids, limit};
use crate::calendar::Month;
use crate::money::Money;
use crate::quantity::Fte;

/// What a score can be where the study does not say.
const SCALE: (f64, f64) = (1.0, 5.0);

impl Checker<'_> {
    pub(super) fn check_criteria(&mut self) -> Criteria {
        let Some(file) = &self.file.criteria else { return Criteria::default() };
        let at = At::Field(&At::Root, "criteria");
        let (low, high) = file.scale.as_ref().map_or(SCALE, |scale| (scale.low, scale.high));
        if low >= high {
            self.report("scale_reversed", at.field("scale")).fact("low", low).fact("high", high);
        }
        let mut ids = Ids::default();
        let mut criteria = Criteria::default();
        let list = at.field("list");
        for (index, criterion) in file.list.iter().enumerate() {
            let at = list.item(index);
            if criterion.id.is_empty() {
                self.report("invalid_id", at.field("id")).fact("value", "");
            }
            if !ids.add(&criterion.id, index) {
                self.report("duplicate_id", at.field("id")).fact("id", criterion.id.as_str());
            }
            let weight = self.within_if(criterion.weight, (0.0, limit::WEIGHT.1), at.field("weight"));
            let money = criterion.money == Some(true);
            if money && weight.is_some() {
                self.report("money_scored", at.field("weight")).fact("criterion", criterion.name.as_str());
            }
            criteria.list.push(Criterion {
                id: criterion.id.clone(),
                name: criterion.name.clone(),
                weight: (!money).then(|| weight.unwrap_or(1.0)),
            });
        }
        let list = at.field("scores");
        for (index, score) in file.scores.iter().enumerate() {
            let at = list.item(index);
            let option = self.option(score.option.as_deref(), at.field("option"));
            let service = score.service.as_deref().map(|id| self.service(id, at.field("service")));
            let value = self.within(score.score, (low, high.max(low)), at.field("score"));
            let Some(criterion) = ids.get(&score.criterion) else {
                self.report("unknown_criterion", at.field("criterion")).fact("id", score.criterion.as_str());
                continue;
            };
            if criteria.list[criterion].weight.is_none() {
                let name = criteria.list[criterion].name.as_str();
                self.report("money_scored", at.field("criterion")).fact("criterion", name);
            }
            let again = |other: &super::super::file::ScoreFile| {
                (&other.option, &other.service, &other.criterion, &other.by)
                    == (&score.option, &score.service, &score.criterion, &score.by)
            };
            if file.scores[..index].iter().any(again) {
                self.report("duplicate_score", at).fact("by", score.by.as_str());
            }
            criteria.scores.push(Score { option, service: service.flatten(), criterion, score: value });
        }
        criteria
    }

    pub(super) fn check_decisions(&mut self) -> Vec<Decision> {
        let mut decisions = Vec::new();
        let mut ids = Ids::default();
        for (index, phase) in self.file.phases.iter().enumerate() {
            let list = At::Field(&At::Root, "phases");
            let at = list.item(index);
            if !ids.add(&phase.id, index) {
                self.report("duplicate_id", at.field("id")).fact("id", phase.id.as_str());
            }
            let option = self.option(phase.option.as_deref(), at.field("option"));
            self.in_order(phase.from, phase.until, &phase.name, at);
            let list = at.field("decisions");
            for (index, decision) in phase.decisions.iter().enumerate() {
                let by = list.item(index);
                let by = by.field("by");
                let partners = decision.by.iter().enumerate();
                let by = partners.filter_map(|(place, id)| self.partner(id, by.item(place))).collect();
                decisions.push(Decision { option, kind: decision.kind, month: decision.month, by });
            }
        }
        decisions
    }

    pub(super) fn check_effort(&mut self, option: &OptionFile, at: At<'_>) -> Vec<Effort> {
        let mut efforts = Vec::with_capacity(option.effort.len());
        let list = at.field("effort");
        for (index, effort) in option.effort.iter().enumerate() {
            let EffortFile { partner, name, from, until, hours, tariff, .. } = effort;
            let at = list.item(index);
            let months = self.in_order(*from, *until, name, at);
            let hours = self.within(*hours, (0.0, limit::EUROS.1), at.field("hours"));
            let tariff = self.within_if(*tariff, limit::COST_PER_FTE, at.field("tariff"));
            if let Some(partner) = self.partner(partner, at.field("partner")) {
                efforts.push(Effort { partner, name: name.clone(), from: *from, months, hours, tariff });
            }
        }
        efforts
    }

    pub(super) fn check_outturn(&mut self, study: &Study) -> Vec<Outturn> {
        let mut outturn = Vec::with_capacity(self.file.outturn.len());
        for (index, row) in self.file.outturn.iter().enumerate() {
            let list = At::Field(&At::Root, "outturn");
            let at = list.item(index);
            let option = self.option(row.option.as_deref(), at.field("option"));
            let period = self.period;
            if row.year < period.first_year || row.year > period.last_year() {
                self.report("year_outside_period", at.field("year"))
                    .fact("year", f64::from(row.year.0))
                    .fact("first", f64::from(period.first_year.0))
                    .fact("last", f64::from(period.last_year().0));
            }
            let made = option.map_or(&[][..], |option| &study.options[option].units);
            let unit = |id: &str| {
                let made = made.iter().position(|unit| unit.id == id);
                self.units.get(id).or(made.map(|place| study.units.len() + place)).map(UnitId)
            };
            let of = match (&row.unit, &row.partner) {
                (None, None) => Some(Party::All),
                (Some(id), None) => {
                    let found = unit(id);
                    if found.is_none() {
                        self.report("unknown_unit", at.field("unit")).fact("id", id.as_str());
                    }
                    found.map(Party::Unit)
                }
                (None, Some(id)) => self.partner(id, at.field("partner")).map(Party::Partner),
                (Some(_), Some(_)) => {
                    self.report("party_ambiguous", at.field("partner"));
                    None
                }
            };
            let amount = self.within_if(row.amount, limit::EUROS, at.field("amount"));
            let fte = self.within_if(row.fte, limit::FTE, at.field("fte"));
            let figure = match (amount, fte) {
                (Some(amount), None) => Figure::Amount(Money::round(amount)),
                (None, Some(fte)) => Figure::Posts(Fte::new(fte)),
                _ => {
                    self.report("amount_or_fte", at);
                    continue;
                }
            };
            outturn.extend(of.map(|of| Outturn { option, year: row.year, of, figure }));
        }
        outturn
    }

    /// The place of an option; none for today, or where the option is not there, which is reported.
    fn option(&mut self, id: Option<&str>, at: At<'_>) -> Option<usize> {
        let id = id?;
        let found = self.file.options.iter().position(|option| option.id == id);
        if found.is_none() {
            self.report("unknown_option", at).fact("id", id);
        }
        found
    }

    /// How many months there are from the first up to and including the last, which comes no earlier.
    fn in_order(&mut self, from: Month, until: Month, name: &str, at: At<'_>) -> usize {
        let months = until.since(from) + 1;
        if months < 1 {
            self.report("until_before_from", at.field("until")).fact("name", name);
        }
        usize::try_from(months).unwrap_or(1).max(1)
    }
}
