//! From a place in the report to the figure there.

use super::effects::Whose;
use super::explainer::{Explainer, Traced};
use super::{Explanation, Formula, Measure, OfMonths};

impl Explainer<'_> {
    /// Takes a figure of the report apart, named by its JSON pointer there: an entry of a ledger, what a partner pays, an
    /// effect. `None` where the report has no figure at that place.
    pub fn explain(&self, pointer: &str) -> Option<Explanation> {
        let parts: Vec<&str> = pointer.strip_prefix('/')?.split('/').collect();
        match parts.as_slice() {
            ["courses", course, rest @ ..] => self.in_course(self.course(number(course)?)?, rest),
            ["effects", effect, rest @ ..] => {
                let place = number(effect)?;
                let effect = self.outcome.effects.get(place)?;
                self.in_effect(Whose { effect, place, partner: None }, rest)
            }
            ["scores", nth, rest @ ..] => self.scored(number(nth)?, rest),
            ["outturn", nth, field] => self.outturn(number(nth)?, field),
            ["assumptions", nth, field @ ("value" | "default")] => {
                let figure = self.assumption(number(nth)?, *field == "default")?;
                Some(Explanation { pointer: Some(pointer.to_owned()), ..figure })
            }
            _ => None,
        }
    }

    fn in_course(&self, traced: Traced<'_>, parts: &[&str]) -> Option<Explanation> {
        match parts {
            ["ledger", nth, "amount"] => {
                let place = number(nth)?;
                let entry = traced.course.ledger.get(place)?;
                let pointer = format!("/courses/{}/ledger/{place}/amount", traced.place);
                Some(self.entry(traced, entry, pointer))
            }
            ["partners", partner, "years", year, field] => {
                self.paid(traced, number(partner)?, number(year)?, field)
            }
            ["staffing", row, "years", nth, field] => {
                self.staffing_year(traced, number(row)?, number(nth)?, field)
            }
            ["vulnerability", row, field] => self.vulnerability(traced, number(row)?, field),
            _ => None,
        }
    }

    fn in_effect(&self, whose: Whose<'_>, parts: &[&str]) -> Option<Explanation> {
        match parts {
            ["partners", partner, rest @ ..] if whose.partner.is_none() => {
                let partner = number(partner)?;
                whose.effect.partners.get(partner)?;
                self.in_effect(Whose { partner: Some(partner), ..whose }, rest)
            }
            ["years", year, field] => self.effect_year(whose, number(year)?, field),
            ["vacancies_avoided", nth, field] => self.vacancy(whose, number(nth)?, field),
            ["bridge", nth, "years", year, field] => self.bridge(whose, number(nth)?, number(year)?, field),
            ["exit", partner, "years", year, field] => {
                self.exit(whose, number(partner)?, number(year)?, field)
            }
            ["deepest", field @ ("amount" | "year")] => self.effect(whose, &format!("deepest/{field}")),
            [field] => self.effect(whose, field),
            _ => None,
        }
    }

    /// A figure of a row of staffing: the groups of one unit, service and role, in order of first mention.
    fn staffing_year(&self, traced: Traced<'_>, row: usize, nth: usize, field: &str) -> Option<Explanation> {
        let rows = traced.course.staffing_rows();
        let staffing = &traced.course.staffing;
        let places = rows.get(row)?;
        let mut years = 0..self.study.period.years;
        let year = years
            .by_ref()
            .filter(|year| places.iter().any(|place| staffing[*place].year(*year).is_some()))
            .nth(nth)?;
        let of = match field {
            "establishment" => OfMonths::Posts,
            "in_post" => OfMonths::LeftOver,
            "hires" => OfMonths::Hires,
            "leavers" => OfMonths::Leavers,
            "surplus_exits" => OfMonths::SurplusExits,
            _ => return None,
        };
        let parts = places.iter().filter_map(|place| {
            let group = &staffing[*place];
            let staff = group.year(year)?;
            let months = group.months_of(year);
            let value = match of {
                OfMonths::Posts => staff.establishment,
                OfMonths::LeftOver => staff.in_post,
                OfMonths::Hires => staff.hires,
                OfMonths::Leavers => staff.leavers,
                _ => staff.surplus_exits,
            };
            let at_end = matches!(of, OfMonths::Posts | OfMonths::LeftOver);
            if at_end && !months.end.is_multiple_of(12) {
                return None;
            }
            Some(self.staffing(traced, group, of, months, value.get()))
        });
        let mut figure = Explanation::sum(of.code(), Measure::Fte, parts);
        figure.pointer = Some(format!("/courses/{}/staffing/{row}/years/{nth}/{field}", traced.place));
        Some(figure.with("year", f64::from(self.study.period.year(year).0)))
    }

    /// How many persons a partner can count on, and how much of the time nobody is there.
    fn vulnerability(&self, traced: Traced<'_>, nth: usize, field: &str) -> Option<Explanation> {
        let row = traced.course.vulnerability.get(nth)?;
        let at = |field: &str| format!("/courses/{}/vulnerability/{nth}/{field}", traced.place);
        let mut figure = match field {
            "persons" => {
                let group = traced.course.staffing.iter().find(|group| {
                    (group.unit, group.service, group.role) == (row.unit, row.service, row.role)
                        && group.exists()
                        && (traced.course.option.is_none() || group.end == self.study.period.months())
                })?;
                let people = if traced.course.option.is_none() {
                    let (place, post) = self.post(row.unit, row.service, row.role)?;
                    Self::people_of(place, post)
                } else {
                    let months = group.start..group.end;
                    self.staffing(traced, group, OfMonths::LeftOver, months, group.left_over.get())
                };
                let factor = self.assumed("part_time_factor", None, Measure::Fte);
                let persons =
                    || Explanation::quotient("persons", Measure::Persons, [people.clone(), factor.clone()]);
                self.counted_on(traced, row.unit.0, row.partner.0, &persons)
            }
            "uncovered" => {
                let persons = Explanation::figure("persons", row.persons, Measure::Persons, at("persons"));
                let away = self.assumed("unavailability", None, Measure::Rate);
                let parts = [away, persons];
                Explanation::of("uncovered", row.uncovered.get(), Measure::Rate, Formula::Power, parts)
            }
            _ => return None,
        };
        figure.pointer = Some(at(field));
        Some(
            figure
                .with("unit", traced.run.unit(row.unit).name.as_str())
                .with("partner", self.study.partners[row.partner.0].name.as_str())
                .with("service", self.study.services[row.service.0].name.as_str())
                .with("role", self.study.roles[row.role.0].as_str()),
        )
    }

    /// What a partner brought in counts whole, the others as far as processes are alike: `n_i + h·(n − n_i)`.
    fn counted_on(
        &self,
        traced: Traced<'_>,
        unit: usize,
        partner: usize,
        persons: &dyn Fn() -> Explanation,
    ) -> Explanation {
        let members = &traced.run.unit(crate::study::UnitId(unit)).members;
        if members.len() == 1 {
            return persons();
        }
        let own = members.iter().position(|member| member.0 == partner).unwrap_or_default();
        let part =
            || Explanation::part_of(members.iter().map(|member| self.inhabitants(member.0)).collect(), own);
        let brought = || Explanation::product("own_part", Measure::Persons, [persons(), part()]);
        let others = Explanation::difference("others", Measure::Persons, [persons(), brought()]);
        let alike = self.assumed("harmonisation_degree", None, Measure::Rate);
        let others = Explanation::product("others", Measure::Persons, [alike, others]);
        Explanation::sum("persons", Measure::Persons, [brought(), others])
    }
}

fn number(text: &str) -> Option<usize> {
    text.parse().ok()
}
