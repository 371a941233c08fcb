//! What stands beside the figures: what scores come to, and the plan that an outturn stands beside.

use super::explainer::{Explainer, Traced};
use super::{Explanation, Formula, Measure};
use crate::ledger::Bearer;
use crate::project::{Scored, planned, scored};
use crate::quantity::Fte;
use crate::study::{Figure, Outturn, Party, ServiceId, UnitId};

impl Explainer<'_> {
    /// A figure of what the scores of an option come to.
    pub(super) fn scored(&self, nth: usize, parts: &[&str]) -> Option<Explanation> {
        let one = scored(self.study).into_iter().nth(nth)?;
        let at = |rest: &str| format!("/scores/{nth}/{rest}");
        let figure = match parts {
            ["total"] => Self::weighed("total", self.criteria(&one, nth, true)),
            ["unweighted"] => Self::weighed("unweighted", self.criteria(&one, nth, false)),
            ["criteria", place, field] => {
                let criterion = one.criteria.get(place.parse::<usize>().ok()?)?.criterion;
                match *field {
                    "score" => self.score(&one, criterion)?,
                    "lowest" => Explanation::least(
                        "lowest",
                        Measure::Factor,
                        self.given_scores(&one, criterion, |_| true),
                    ),
                    "highest" => Explanation::greatest(
                        "highest",
                        Measure::Factor,
                        self.given_scores(&one, criterion, |_| true),
                    ),
                    _ => return None,
                }
                .with("criterion", self.study.criteria.list[criterion].name.as_str())
            }
            ["services", place, "total"] => {
                let (service, _) = *one.services.get(place.parse::<usize>().ok()?)?;
                let criteria = self.study.criteria.list.iter().enumerate();
                let pairs = criteria.filter_map(|(criterion, of)| {
                    let given = self.given_scores(&one, criterion, |of| of == Some(service));
                    Some([self.weight(criterion, of.weight?), Self::mean(given)?])
                });
                Self::weighed("total", pairs.flatten().collect())
                    .with("service", self.study.services[service.0].name.as_str())
            }
            _ => return None,
        };
        let figure = Explanation { pointer: Some(at(&parts.join("/"))), ..figure };
        Some(match one.option {
            Some(option) => figure.with("option", self.study.options[option].name.as_str()),
            None => figure,
        })
    }

    /// Pairs of a weight and a score, of every criterion that has one.
    fn criteria(&self, one: &Scored, nth: usize, by_weight: bool) -> Vec<Explanation> {
        let mut pairs = Vec::new();
        for (place, found) in one.criteria.iter().enumerate() {
            let of = &self.study.criteria.list[found.criterion];
            if let (Some(score), Some(weight)) = (found.score, of.weight) {
                pairs.push(if by_weight { self.weight(found.criterion, weight) } else { Explanation::one() });
                let at = format!("/scores/{nth}/criteria/{place}/score");
                let score = Explanation::figure("score", score, Measure::Factor, at);
                pairs.push(score.with("criterion", of.name.as_str()));
            }
        }
        pairs
    }

    fn weighed(term: &'static str, pairs: Vec<Explanation>) -> Explanation {
        let (mut weights, mut sum) = (0.0, 0.0);
        for pair in pairs.chunks_exact(2) {
            weights += pair[0].value;
            sum += pair[0].value * pair[1].value;
        }
        Explanation::of(term, sum / weights, Measure::Factor, Formula::Mean, pairs)
    }

    /// How much a criterion counts; one where the study does not say.
    fn weight(&self, criterion: usize, weight: f64) -> Explanation {
        let name = self.study.criteria.list[criterion].name.as_str();
        Self::given("weight", weight, Measure::Factor, format!("/criteria/list/{criterion}"))
            .with("criterion", name)
    }

    /// What an option scores on a criterion: the mean of the scores of it as a whole; where there are none, of the means
    /// by service.
    fn score(&self, one: &Scored, criterion: usize) -> Option<Explanation> {
        let of = |service| Self::mean(self.given_scores(one, criterion, |of| of == service));
        of(None).or_else(|| {
            let services = (0..self.study.services.len()).filter_map(|service| {
                let name = self.study.services[service].name.as_str();
                Some(of(Some(ServiceId(service)))?.with("service", name))
            });
            Self::mean(services.collect())
        })
    }

    /// The scores that were given on a criterion, of a service or of the option as a whole, as is asked.
    fn given_scores(
        &self,
        one: &Scored,
        criterion: usize,
        is_asked: impl Fn(Option<ServiceId>) -> bool,
    ) -> Vec<Explanation> {
        let given = self.study.criteria.scores.iter().enumerate().filter(|(_, score)| {
            (score.option, score.criterion) == (one.option, criterion) && is_asked(score.service)
        });
        let leaf = |(place, score): (usize, &crate::study::Score)| {
            Self::given("score", score.score, Measure::Factor, format!("/criteria/scores/{place}/score"))
        };
        given.map(leaf).collect()
    }

    fn mean(parts: Vec<Explanation>) -> Option<Explanation> {
        let count = Explanation::model("count", parts.len() as f64, Measure::Factor);
        if parts.is_empty() {
            return None;
        }
        let sum = Explanation::sum("total", Measure::Factor, parts);
        Some(Explanation::quotient("score", Measure::Factor, [sum, count]))
    }

    /// How a year turned out, what the plan has, or the one less the other.
    pub(super) fn outturn(&self, nth: usize, field: &str) -> Option<Explanation> {
        let one = self.study.outturn.get(nth)?;
        let plan = self.plan(one)?;
        let at = |field: &str| format!("/outturn/{nth}/{field}");
        let turned_out = || {
            let (value, name) = match one.figure {
                Figure::Amount(amount) => (amount.euros(), "amount"),
                Figure::Posts(fte) => (fte.get(), "fte"),
            };
            Self::given("outturn", value, plan.unit, at(name))
        };
        let figure = match field {
            "outturn" => turned_out(),
            "plan" => plan,
            "difference" => {
                let planned = Explanation::figure("plan", plan.value, plan.unit, at("plan"));
                Explanation::difference("difference", plan.unit, [turned_out(), planned])
            }
            _ => return None,
        };
        let figure = Explanation { pointer: Some(at(field)), ..figure };
        Some(figure.with("year", f64::from(one.year.0)))
    }

    /// What the plan has, from the figures of its course.
    fn plan(&self, one: &Outturn) -> Option<Explanation> {
        let traced = self.course(one.option.map_or(0, |option| option + 1))?;
        let year = self.study.period.index_of(one.year);
        let paid = |partner: usize, field: &'static str, value: f64| {
            let at = format!("/courses/{}/partners/{partner}/years/{year}/{field}", traced.place);
            Explanation::figure(field, value, Measure::Euros, at)
                .with("partner", self.study.partners[partner].name.as_str())
        };
        let partners = &traced.course.partners;
        let (parts, unit): (Vec<Explanation>, Measure) = match (one.figure, one.of) {
            (Figure::Amount(_), Party::All) => {
                let totals = partners.iter().enumerate();
                let parts =
                    totals.map(|(partner, years)| paid(partner, "total", years[year].total().euros()));
                (parts.collect(), Measure::Euros)
            }
            (Figure::Amount(_), Party::Partner(partner)) => {
                let contribution = partners[partner.0][year].contribution.euros();
                (vec![paid(partner.0, "contribution", contribution)], Measure::Euros)
            }
            (Figure::Amount(_), Party::Unit(unit)) => {
                let entries = traced.course.ledger.iter().enumerate();
                let here =
                    entries.filter(|(_, entry)| (entry.year, entry.bearer) == (one.year, Bearer::Unit(unit)));
                let parts = here.map(|(place, entry)| {
                    let at = format!("/courses/{}/ledger/{place}/amount", traced.place);
                    Explanation::figure("amount", entry.amount.euros(), Measure::Euros, at)
                        .with("line", entry.line.code())
                });
                (parts.collect(), Measure::Euros)
            }
            (Figure::Posts(_), Party::All) => (Self::posts_in(traced, year, None), Measure::Fte),
            (Figure::Posts(_), Party::Unit(unit)) => (Self::posts_in(traced, year, Some(unit)), Measure::Fte),
            (Figure::Posts(_), Party::Partner(partner)) => {
                (Self::posts_in(traced, year, Some(UnitId(partner.0))), Measure::Fte)
            }
        };
        let value = match planned(self.study, self.outcome, one) {
            Figure::Amount(amount) => amount.euros(),
            Figure::Posts(fte) => fte.get(),
        };
        Some(Explanation::of("plan", value, unit, Formula::Sum, parts))
    }

    /// Posts at a year's end, of every row of staffing that is of a unit, or of all.
    fn posts_in(traced: Traced<'_>, year: usize, unit: Option<UnitId>) -> Vec<Explanation> {
        let staffing = &traced.course.staffing;
        let mut parts = Vec::new();
        for (row, places) in traced.course.staffing_rows().iter().enumerate() {
            let is_here = unit.is_none_or(|unit| places.iter().any(|place| staffing[*place].unit == unit));
            let has = |year: usize| places.iter().any(|place| staffing[*place].year(year).is_some());
            if is_here && has(year) {
                let nth = (0..year).filter(|earlier| has(*earlier)).count();
                let posts =
                    places.iter().filter_map(|place| Some(staffing[*place].year(year)?.establishment));
                let at = format!("/courses/{}/staffing/{row}/years/{nth}/establishment", traced.place);
                parts.push(Explanation::figure("posts", posts.map(Fte::get).sum(), Measure::Fte, at));
            }
        }
        parts
    }
}
