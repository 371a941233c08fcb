//! Checking prices, ranges, and what the study changes of the register.

use super::super::file::{PriceMode, ValueFile};
use super::super::json::At;
use super::super::{Deviation, Kind, Prices, Range, Value};
use super::{Checker, limit};
use crate::assumptions::Entry;
use crate::calendar::Year;
use crate::pointer::Pointed;
use crate::problem::Problem;

/// Ranges of a file that are about none of its numbers, or do not hold the number that they are about.
pub(in crate::study) fn range_problems(file: &serde_json::Value, ranges: &[Range]) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (index, range) in ranges.iter().enumerate() {
        let place = format!("/ranges/{index}");
        // Ranges, and what says how to read the file, are no numbers of the study.
        let number = file.at(&range.path).and_then(serde_json::Value::as_f64);
        let number = number.filter(|_| {
            !["/ranges", "/seed", "/version", "/period"].iter().any(|other| range.path.starts_with(other))
        });
        if number.is_none() {
            let problem = Problem::new("range_of_nothing", place + "/path");
            problems.push(problem.with("path", range.path.as_str()));
        }
    }
    problems
}

impl Checker<'_> {
    pub(super) fn check_prices(&mut self) -> Prices {
        let prices = self.file.prices.as_ref();
        let base_year = prices.and_then(|prices| prices.base_year);
        if let Some(year) = base_year {
            self.within(f64::from(year.0), limit::CALENDAR, At::Root.field("prices").field("base_year"));
        }
        Prices {
            mode: prices.and_then(|prices| prices.mode).unwrap_or(PriceMode::Constant),
            base_year: base_year.map_or(self.period.first_year, |year| Year(year.0.clamp(1900, 2200))),
        }
    }

    pub(super) fn check_ranges(&mut self) -> Vec<Range> {
        let file = self.file;
        let mut ranges: Vec<Range> = Vec::with_capacity(file.ranges.len());
        for (index, range) in file.ranges.iter().enumerate() {
            let list = At::Field(&At::Root, "ranges");
            let at = list.item(index);
            let low = self.within(range.low, limit::WEIGHT, at.field("low"));
            let high = self.within(range.high, (low, limit::WEIGHT.1), at.field("high"));
            if !range.path.starts_with('/') {
                self.report("unknown_value", at.field("path"))
                    .fact("value", range.path.as_str())
                    .fact("allowed", vec!["/…".to_owned()]);
            }
            if ranges.iter().any(|other| other.path == range.path) {
                self.report("duplicate_id", at.field("path")).fact("id", range.path.as_str());
            }
            ranges.push(Range { path: range.path.clone(), low, high });
        }
        ranges
    }

    pub(super) fn check_deviations(&mut self) -> Vec<Deviation> {
        let file = self.file;
        let mut deviations: Vec<Deviation> = Vec::with_capacity(file.assumptions.len());
        for (index, said) in file.assumptions.iter().enumerate() {
            let list = At::Field(&At::Root, "assumptions");
            let at = list.item(index);
            if said.reason.trim().is_empty() {
                self.report("missing_reason", at.field("reason")).fact("id", said.id.as_str());
            }
            let service = said.service.as_ref().map(|id| self.service(id, at.field("service")));
            // A service has one elasticity; the register has one for every kind.
            let row = match (said.id.as_str(), service.flatten()) {
                ("elasticity", Some(service)) => {
                    let kind =
                        file.services.get(service.0).and_then(|service| service.kind).unwrap_or(Kind::Other);
                    format!("elasticity.{}", kind.code())
                }
                _ => said.id.clone(),
            };
            let Some(entry) = self.register.entry(&row) else {
                self.report("unknown_assumption", at.field("id")).fact("id", said.id.as_str());
                continue;
            };
            if said.service.is_some() && !entry.per_service {
                self.report("not_per_service", at.field("service")).fact("id", said.id.as_str());
            }
            if deviations
                .iter()
                .any(|other| other.id == said.id && Some(other.service) == service.or(Some(None)))
            {
                self.report("duplicate_id", at.field("id")).fact("id", said.id.as_str());
            }
            if let Some(value) = self.check_value(&said.value, entry, at.field("value")) {
                deviations.push(Deviation {
                    id: said.id.clone(),
                    service: service.flatten(),
                    value,
                    reason: said.reason.clone(),
                });
            }
        }
        deviations
    }

    fn check_value(&mut self, value: &ValueFile, entry: &Entry, at: At<'_>) -> Option<Value> {
        let limits = (entry.min.unwrap_or(f64::MIN), entry.max.unwrap_or(f64::MAX));
        let is_scale = matches!(entry.value, Value::Scale(_));
        let is_index = matches!(entry.id.as_str(), "wage_index" | "price_index");
        match value {
            ValueFile::Number(number) if !is_scale => Some(Value::Number(self.within(*number, limits, at))),
            ValueFile::ByYear(table) if is_index => Some(Value::ByYear(self.by_year(table, limits, at))),
            ValueFile::Nothing if is_scale => Some(Value::Scale(None)),
            ValueFile::Text(scale) if is_scale => {
                if self.register.entry(&format!("cost_per_fte.{scale}")).is_none() {
                    self.report("unknown_scale", at).fact("scale", scale.as_str());
                }
                Some(Value::Scale(Some(scale.clone())))
            }
            other => {
                let found = match other {
                    ValueFile::Nothing => "null",
                    ValueFile::Number(_) => "number",
                    ValueFile::Text(_) => "text",
                    ValueFile::ByYear(_) => "object",
                };
                let expected = if is_scale { "scale" } else { "number" };
                self.report("wrong_type", at).fact("expected", expected).fact("found", found);
                None
            }
        }
    }
}
