//! Effects: an option against the baseline, in total and per partner (MODEL 9).

use super::explainer::{Explainer, Traced};
use super::people::sources_of;
use super::{Explanation, Formula, Measure, OfMonths};
use crate::comparison::{Effect, EffectYear, Payback, Result as EffectResult};
use crate::ledger::{Bearer, Entry};
use crate::money::Money;
use crate::staffing::{TargetRole, target_roles};
use crate::study::{Move, PriceMode, UnitId};

/// Whose effect it is, and where it stands in the report.
#[derive(Clone, Copy)]
pub(super) struct Whose<'a> {
    pub(super) effect: &'a Effect,
    pub(super) place: usize,
    /// One partner's; of all together where there is none.
    pub(super) partner: Option<usize>,
}

impl Whose<'_> {
    fn result(&self) -> &EffectResult {
        match self.partner {
            None => &self.effect.result,
            Some(partner) => &self.effect.partners[partner].result,
        }
    }

    fn pointer(&self, field: &str) -> String {
        match self.partner {
            None => format!("/effects/{}/{field}", self.place),
            Some(partner) => format!("/effects/{}/partners/{partner}/{field}", self.place),
        }
    }
}

impl Explainer<'_> {
    /// A figure of an effect as a whole.
    pub(super) fn effect(&self, whose: Whose<'_>, field: &str) -> Option<Explanation> {
        let result = whose.result();
        let years = 0..self.study.period.years;
        let figure = match field {
            "npv" => {
                let present = years.map(|year| {
                    let parts = [Self::saved(whose, year, "saving"), self.discount(year)];
                    Explanation::quotient("present", Measure::Euros, parts)
                        .with("year", f64::from(self.study.period.year(year).0))
                });
                let sum = Explanation::sum("exact", Measure::Euros, present);
                Explanation::of("npv", result.npv.euros(), Measure::Euros, Formula::Cents, [sum])
            }
            "payback_years" | "payback_year" | "immediate" => {
                let value = match result.payback {
                    Payback::Immediate => 0.0,
                    Payback::Within(_, years) => years,
                    Payback::Never => return None,
                };
                let savings = years.map(|year| Self::saved(whose, year, "saving"));
                Explanation::of("payback_years", value, Measure::Years, Formula::Payback, savings)
            }
            "deepest/amount" | "deepest/year" => {
                let cumulative = years.map(|year| Self::saved(whose, year, "cumulative"));
                let lowest = result.deepest.amount.euros();
                Explanation::of("deepest", lowest, Measure::Euros, Formula::Least, cumulative)
            }
            "structural" => {
                let last = Self::saved(whose, self.study.period.years - 1, "recurring");
                Explanation::sum("structural", Measure::Euros, [last])
            }
            "structural_per_inhabitant" => {
                let partner = whose.partner?;
                let structural = Explanation::figure(
                    "structural",
                    result.structural.euros(),
                    Measure::Euros,
                    whose.pointer("structural"),
                );
                self.per_inhabitant("structural_per_inhabitant", structural, partner)
            }
            _ => return None,
        };
        Some(self.of_effect(figure, whose, whose.pointer(field)))
    }

    fn of_effect(&self, mut figure: Explanation, whose: Whose<'_>, pointer: String) -> Explanation {
        figure.pointer = Some(pointer);
        let figure = figure.with("option", self.study.options[whose.effect.option].name.as_str());
        match whose.partner {
            Some(partner) => figure.with("partner", self.study.partners[partner].name.as_str()),
            None => figure,
        }
    }

    fn per_inhabitant(&self, term: &'static str, amount: Explanation, partner: usize) -> Explanation {
        let each = Explanation::quotient("exact", Measure::Euros, [amount, self.inhabitants(partner)]);
        Explanation::cents(term, each)
    }

    /// A figure of a year as one to ask for.
    fn saved(whose: Whose<'_>, year: usize, field: &'static str) -> Explanation {
        let of = &whose.result().years[year];
        let value = amount_of(of, field).map_or(0.0, Money::euros);
        let pointer = whose.pointer(&format!("years/{year}/{field}"));
        Explanation::figure(field, value, Measure::Euros, pointer).with("year", f64::from(of.year.0))
    }

    /// What an amount of a year is divided by: (1 + d) a year, in nominal mode times 1 + the price index.
    fn discount(&self, year: usize) -> Explanation {
        let growth = || {
            let rate = self.assumed("discount_rate", None, Measure::Rate);
            Explanation::sum("growth", Measure::Factor, [Explanation::one(), rate])
        };
        let mut factors = Vec::new();
        for later in 1..=year {
            factors.push(growth());
            if self.study.prices.mode == PriceMode::Nominal {
                factors.push(self.growth_in("price_index", self.study.period.year(later)));
            }
        }
        let mut discount = Explanation::product("discount", Measure::Factor, factors);
        discount.value = self.assumptions.discount[year];
        discount
    }

    /// A figure of one year of an effect.
    pub(super) fn effect_year(&self, whose: Whose<'_>, year: usize, field: &str) -> Option<Explanation> {
        let of = whose.result().years.get(year)?;
        let (before, after) = (self.course(0)?, self.course(whose.place + 1)?);
        let figure = match field {
            "saving" => {
                let of = |course| self.total_of(course, whose.partner, year);
                Explanation::difference("saving", Measure::Euros, [of(before), of(after)])
            }
            "one_off" => {
                let once = |traced| self.one_off(traced, whose.partner, year);
                Explanation::difference("one_off", Measure::Euros, [once(before), once(after)])
            }
            "recurring" => Explanation::difference(
                "recurring",
                Measure::Euros,
                [Self::saved(whose, year, "saving"), Self::saved(whose, year, "one_off")],
            ),
            "cumulative" => {
                let so_far = (0..=year).map(|year| Self::saved(whose, year, "saving"));
                Explanation::sum("cumulative", Measure::Euros, so_far)
            }
            "efficiency" if whose.partner.is_none() => Explanation::difference(
                "efficiency",
                Measure::Euros,
                [Self::saved(whose, year, "saving"), Self::saved(whose, year, "avoided_increase")],
            ),
            "avoided_increase" if whose.partner.is_none() => self.avoided_increase(whose, year),
            "hires_avoided" if whose.partner.is_none() => {
                let all = |traced| self.hires(traced, year);
                let mut hires =
                    Explanation::difference("hires_avoided", Measure::Fte, [all(before), all(after)]);
                hires.value = of.hires_avoided.get();
                hires
            }
            "per_inhabitant" => {
                self.per_inhabitant("per_inhabitant", Self::saved(whose, year, "saving"), whose.partner?)
            }
            _ => return None,
        };
        let pointer = whose.pointer(&format!("years/{year}/{field}"));
        Some(self.of_effect(figure, whose, pointer).with("year", f64::from(of.year.0)))
    }

    /// What one partner pays in a year, or all together.
    fn total_of(&self, traced: Traced<'_>, partner: Option<usize>, year: usize) -> Explanation {
        let total = |partner| self.total_figure(traced, partner, year);
        if let Some(partner) = partner {
            return total(partner);
        }
        Explanation::sum("total", Measure::Euros, (0..self.study.partners.len()).map(total))
    }

    /// What is spent once in a year: by all, or by one partner with its share in what is borne together.
    fn one_off(&self, traced: Traced<'_>, partner: Option<usize>, year: usize) -> Explanation {
        let entries = || {
            let calendar = self.study.period.year(year);
            let all = traced.course.ledger.iter().enumerate();
            all.filter(move |(_, entry)| entry.one_off && entry.year == calendar)
        };
        let figure = |(nth, entry): (usize, &Entry)| self.entry_figure(traced, nth, entry);
        match partner {
            None => Explanation::sum("one_off", Measure::Euros, entries().map(figure)),
            Some(partner) => {
                let own = Bearer::Unit(UnitId(partner));
                let own = entries().filter(|(_, entry)| entry.bearer == own).map(figure);
                let shared = self.contribution(traced, partner, year, |entry| entry.one_off);
                Explanation::sum("one_off", Measure::Euros, own.chain(shared.parts))
            }
        }
    }

    fn hires(&self, traced: Traced<'_>, year: usize) -> Explanation {
        let groups = traced.course.staffing.iter().filter_map(|group| {
            let staff = group.year(year)?;
            Some(self.staffing(traced, group, OfMonths::Hires, group.months_of(year), staff.hires.get()))
        });
        Explanation::sum("hires", Measure::Fte, groups)
    }

    /// What vacancies that are not filled are worth in a year, at most the saving and at least nothing.
    fn avoided_increase(&self, whose: Whose<'_>, year: usize) -> Explanation {
        let rows = whose.effect.vacancies_avoided.iter().enumerate().map(|(nth, row)| {
            let pointer = format!("/effects/{}/vacancies_avoided/{nth}/budget_value", whose.place);
            let value = Explanation::figure("budget_value", row.budget_value, Measure::Euros, pointer);
            let months = (year * 12 + 12).saturating_sub(row.from).min(12) as f64;
            let months = Explanation::model("months", months, Measure::Months);
            let part = Explanation::quotient("years", Measure::Years, [months, Self::twelve()]);
            let parts = [value, part].into_iter().chain(self.index("wage_index", year));
            Explanation::product("worth", Measure::Euros, parts)
        });
        let worth = Explanation::cents("worth", Explanation::sum("exact", Measure::Euros, rows));
        let saving = Self::saved(whose, year, "saving");
        Explanation::least("worth", Measure::Euros, [worth, saving]).or_nothing("avoided_increase")
    }

    /// A figure of a vacancy that is not filled.
    pub(super) fn vacancy(&self, whose: Whose<'_>, nth: usize, field: &str) -> Option<Explanation> {
        let row = whose.effect.vacancies_avoided.get(nth)?;
        let traced = self.course(whose.place + 1)?;
        let at = |field: &str| format!("/effects/{}/vacancies_avoided/{nth}/{field}", whose.place);
        let option = traced.run.option?;
        let place = option.moves.iter().position(|moved| moved.service == row.service)?;
        let moved = &option.moves[place];
        let (post_place, post) = self.post(row.unit, row.service, row.role)?;
        let cost = self.pay(&post.pay, &format!("/posts/{post_place}"));
        let mut figure = match field {
            "fte" => {
                let roles: Vec<TargetRole> = target_roles(self.study, &self.assumptions, option, moved)
                    .into_iter()
                    .filter(|role| role.role == row.role)
                    .collect();
                let brought = roles.iter().map(|role| self.brought(traced, place, moved, role));
                let brought = Explanation::sum("brought", Measure::Fte, brought);
                let wanted = roles.iter().map(|role| self.target(traced, (place, moved), role));
                let wanted = Explanation::sum("target", Measure::Fte, wanted);
                let cut = Explanation::difference("cut", Measure::Fte, [brought, wanted]).or_nothing("cut");
                let vacancies = self.vacancies(traced, place, moved, &roles);
                let units: Vec<UnitId> = vacancies.iter().map(|(unit, _)| *unit).collect();
                let own = units.iter().position(|unit| *unit == row.unit)?;
                let each: Vec<Explanation> = vacancies.into_iter().map(|(_, vacant)| vacant).collect();
                let vacant = Explanation::sum("vacant", Measure::Fte, each.clone());
                let least = Explanation::least("fte", Measure::Fte, [cut, vacant]);
                let part = Explanation::part_of(each, own);
                let mut fte = Explanation::product("fte", Measure::Fte, [least, part]);
                fte.value = row.fte.get();
                fte
            }
            "budget_value" => {
                let fte = Explanation::figure("fte", row.fte.get(), Measure::Fte, at("fte"));
                let mut value = Explanation::product("budget_value", Measure::Euros, [fte, cost]);
                value.value = row.budget_value;
                value
            }
            "outturn_value" => {
                let fte = Explanation::figure("fte", row.fte.get(), Measure::Fte, at("fte"));
                let parts = self.cover().into_iter().chain([fte, cost]);
                let mut value = Explanation::product("outturn_value", Measure::Euros, parts);
                value.value = row.outturn_value;
                value
            }
            _ => return None,
        };
        figure.pointer = Some(at(field));
        Some(
            figure
                .with("unit", self.study.units[row.unit.0].name.as_str())
                .with("service", self.study.services[row.service.0].name.as_str())
                .with("role", self.study.roles[row.role.0].as_str()),
        )
    }

    /// Today's vacancies of a role, by unit: Σ w·max(0, E − P) over the targets.
    fn vacancies(
        &self,
        traced: Traced<'_>,
        place: usize,
        moved: &Move,
        roles: &[TargetRole],
    ) -> Vec<(UnitId, Explanation)> {
        let Some(role) = roles.first().map(|role| role.role) else { return Vec::new() };
        let posts = self.study.posts.iter().enumerate();
        let posts = posts.filter(|(_, post)| (post.service, post.role) == (moved.service, role));
        posts
            .filter_map(|(nth, post)| {
                let shares: Vec<Explanation> = moved
                    .targets
                    .iter()
                    .flat_map(|target| {
                        let sources = sources_of(moved, target.unit).into_iter();
                        sources.filter(|(unit, _)| *unit == post.unit).map(|(unit, share)| {
                            self.share_of(traced, place, moved, (unit, target.unit), share)
                        })
                    })
                    .collect();
                if shares.is_empty() {
                    return None;
                }
                let share = Explanation::sum("share", Measure::Rate, shares);
                let vacant = Self::vacant_today(nth, post);
                let vacant = Explanation::product("vacant", Measure::Fte, [share, vacant]);
                (vacant.value > 0.0).then_some((post.unit, vacant))
            })
            .collect()
    }

    /// What leaving in a year would cost a partner.
    pub(super) fn exit(
        &self,
        whose: Whose<'_>,
        partner: usize,
        year: usize,
        field: &str,
    ) -> Option<Explanation> {
        let exit = whose.effect.exit.get(partner)?.get(year)?;
        let traced = self.course(whose.place + 1)?;
        let paid = traced.course.partners.get(partner)?.get(year)?;
        let pointer = format!("/courses/{}/partners/{partner}/years/{year}/contribution", traced.place);
        let contribution =
            Explanation::figure("contribution", paid.contribution.euros(), Measure::Euros, pointer);
        let (value, term, parts) = match field {
            "step_down" => {
                let steps =
                    [1.0, 0.8, 0.6, 0.4, 0.2].map(|step| Explanation::model("step", step, Measure::Rate));
                let steps = Explanation::sum("steps", Measure::Factor, steps);
                (exit.step_down, "step_down", vec![contribution, steps])
            }
            "real_damage" => {
                let mut fades = Vec::new();
                let mut since = 0;
                while self.assumptions.stranded_fade(since) > 0.0 {
                    let gone = Explanation::model("years_since", since as f64, Measure::Years);
                    let years = self.assumed("stranded_years", None, Measure::Years);
                    fades.push(Explanation::quotient("gone", Measure::Rate, [gone, years]).rest("left"));
                    since += 1;
                }
                let fades = Explanation::sum("years_left", Measure::Factor, fades);
                let share = self.assumed("stranded_share", None, Measure::Rate);
                (exit.real_damage, "real_damage", vec![share, contribution, fades])
            }
            _ => return None,
        };
        let exact = Explanation::product("exact", Measure::Euros, parts);
        let mut figure = Explanation::of(term, value.euros(), Measure::Euros, Formula::Cents, [exact]);
        figure.pointer = Some(format!("/effects/{}/exit/{partner}/years/{year}/{field}", whose.place));
        Some(
            figure
                .with("partner", self.study.partners[partner].name.as_str())
                .with("year", f64::from(self.study.period.year(year).0)),
        )
    }

    /// A step of the staffing bridge of a service at a year's end.
    #[expect(
        clippy::too_many_lines,
        reason = "the seven steps of one sum, which share what they are made of"
    )]
    pub(super) fn bridge(
        &self,
        whose: Whose<'_>,
        nth: usize,
        year: usize,
        field: &str,
    ) -> Option<Explanation> {
        let service = whose.effect.bridge.get(nth)?;
        let step = service.years.get(year)?;
        let traced = self.course(whose.place + 1)?;
        let option = traced.run.option?;
        let place = option.moves.iter().position(|moved| moved.service == service.service)?;
        let moved = &option.moves[place];
        let at = |field: &str| format!("/effects/{}/bridge/{nth}/years/{year}/{field}", whose.place);
        let of_step =
            |term: &'static str, value: f64| Explanation::figure(term, value, Measure::Fte, at(term));
        let roles = target_roles(self.study, &self.assumptions, option, moved);
        let mut names: Vec<_> = Vec::new();
        for role in &roles {
            if !names.contains(&role.role) {
                names.push(role.role);
            }
        }
        let of_role = |role| roles.iter().filter(move |one| one.role == role);
        let brought = |role| {
            let all = of_role(role).map(|role| self.brought(traced, place, moved, role));
            Explanation::sum("posts_today", Measure::Fte, all)
        };
        let after = year * 12 + 12 > moved.go_live;
        let groups = |role| {
            let all = traced.course.staffing.iter().filter(move |group| {
                (group.service, group.role, group.start) == (moved.service, role, moved.go_live)
                    && group.end == self.study.period.months()
                    && moved.targets.iter().any(|target| target.unit == group.unit)
            });
            all.filter(move |_| after)
        };
        let posts = |role| {
            if !after {
                return brought(role);
            }
            let all = groups(role).map(|group| {
                let posts = group.year(year).map_or(0.0, |staff| staff.establishment.get());
                self.staffing(traced, group, OfMonths::Posts, group.months_of(year), posts)
            });
            Explanation::sum("end", Measure::Fte, all)
        };
        let above = |term: &'static str, parts: [Explanation; 2]| {
            Explanation::difference(term, Measure::Fte, parts).or_nothing(term)
        };
        let (term, value) = step_of(step, field)?;
        let each = |of: &dyn Fn(crate::study::RoleId) -> Explanation| {
            Explanation::sum(term, Measure::Fte, names.iter().map(|role| of(*role)))
        };
        let mut figure = match field {
            "start" => each(&brought),
            "end" => each(&posts),
            "added" => each(&|role| above("added", [posts(role), brought(role)])),
            "vacant_not_filled" => each(&|role| {
                let cut = above("cut", [brought(role), posts(role)]);
                let of: Vec<TargetRole> = target_roles(self.study, &self.assumptions, option, moved)
                    .into_iter()
                    .filter(|one| one.role == role)
                    .collect();
                let vacant = self.vacancies(traced, place, moved, &of).into_iter().map(|(_, vacant)| vacant);
                let vacant = Explanation::sum("vacant", Measure::Fte, vacant);
                Explanation::least("vacant_not_filled", Measure::Fte, [cut, vacant])
            }),
            "surplus" => each(&|role| {
                let all = groups(role).map(|group| {
                    let staff = group.year(year).copied().unwrap_or_default();
                    let (people, posts) = (staff.in_post.get(), staff.establishment.get());
                    let span = || group.months_of(year);
                    above(
                        "surplus",
                        [
                            self.staffing(traced, group, OfMonths::LeftOver, span(), people),
                            self.staffing(traced, group, OfMonths::Posts, span(), posts),
                        ],
                    )
                });
                Explanation::sum("surplus", Measure::Fte, all)
            }),
            "surplus_exits" => each(&|role| {
                let all = groups(role).map(|group| {
                    let years = 0..=year;
                    let so_far =
                        years.filter_map(|year| group.year(year)).map(|staff| staff.surplus_exits.get());
                    let span = group.start..year * 12 + 12;
                    self.staffing(traced, group, OfMonths::SurplusExits, span, so_far.sum())
                });
                Explanation::sum("surplus_exits", Measure::Fte, all)
            }),
            // The balance: what closes the bridge.
            _ => {
                let added = of_step("added", step.added.get());
                let start = Explanation::figure("posts_today", step.start.get(), Measure::Fte, at("start"));
                let start = Explanation::sum("total", Measure::Fte, [start, added]);
                Explanation::difference(
                    "turnover",
                    Measure::Fte,
                    [
                        start,
                        of_step("vacant_not_filled", step.vacant_not_filled.get()),
                        of_step("surplus_exits", step.surplus_exits.get()),
                        of_step("surplus", step.surplus.get()),
                        of_step("end", step.end.get()),
                    ],
                )
            }
        };
        figure.value = value;
        figure.pointer = Some(at(field));
        let figure = figure.with("service", self.study.services[service.service.0].name.as_str());
        // The posts of today are the same in every year.
        if field == "start" {
            return Some(figure);
        }
        Some(figure.with("year", f64::from(self.study.period.year(year).0)))
    }
}

fn amount_of(year: &EffectYear, field: &str) -> Option<Money> {
    Some(match field {
        "saving" => year.saving,
        "one_off" => year.one_off,
        "recurring" => year.recurring,
        "cumulative" => year.cumulative,
        "avoided_increase" => year.avoided_increase,
        _ => return None,
    })
}

fn step_of(step: &crate::comparison::BridgeYear, field: &str) -> Option<(&'static str, f64)> {
    Some(match field {
        // Not the term of the month in which a service goes live.
        "start" => ("posts_today", step.start.get()),
        "vacant_not_filled" => ("vacant_not_filled", step.vacant_not_filled.get()),
        "turnover" => ("turnover", step.turnover.get()),
        "surplus_exits" => ("surplus_exits", step.surplus_exits.get()),
        "surplus" => ("surplus", step.surplus.get()),
        "added" => ("added", step.added.get()),
        "end" => ("end", step.end.get()),
        _ => return None,
    })
}
