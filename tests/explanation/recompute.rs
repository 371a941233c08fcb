//! Works a figure out again from nothing but its explanation: the leaves and the formulas, as a reader would.

use deelsom_core::Explanation;
use deelsom_core::explanation::{Formula, OfMonths};
use deelsom_core::{Money, largest_remainder};

/// The value that follows from the leaves.
pub(crate) fn recompute(told: &Explanation) -> f64 {
    let Some(formula) = told.formula else { return told.value };
    if let Formula::Staffing { of, from, until } = formula {
        return staffing(told, of, from, until);
    }
    let parts: Vec<f64> = told.parts.iter().map(recompute).collect();
    let first = parts.first().copied().unwrap_or(0.0);
    let second = parts.get(1).copied().unwrap_or(0.0);
    match formula {
        Formula::Sum => parts.iter().sum(),
        Formula::Difference => first - parts[1..].iter().sum::<f64>(),
        Formula::Product => parts.iter().product(),
        Formula::Quotient => first / second,
        Formula::Least => parts.iter().copied().fold(f64::INFINITY, f64::min),
        Formula::Greatest => parts.iter().copied().fold(f64::NEG_INFINITY, f64::max),
        Formula::Power => libm::pow(first, second),
        Formula::Months => {
            let (mut sum, mut month) = (0.0, 0.0);
            while month < second {
                sum += first;
                month += 1.0;
            }
            sum
        }
        Formula::Cents => Money::round(first).euros(),
        Formula::Mean => {
            let (mut weights, mut sum) = (0.0, 0.0);
            for pair in parts.chunks(2) {
                weights += pair[0];
                sum += pair[0] * pair[1];
            }
            sum / weights
        }
        Formula::Share(place) => {
            let mut shares = Vec::new();
            largest_remainder(Money::round(first), &parts[1..], &mut shares);
            shares[place].euros()
        }
        Formula::Normalised(place) => {
            let all: f64 = parts.iter().sum();
            if all > 0.0 { parts[place] / all } else { 1.0 / parts.len() as f64 }
        }
        Formula::Hazard => 1.0 - libm::pow(1.0 - first, 1.0 / 12.0),
        Formula::Fill => {
            if first <= 0.0 {
                1.0
            } else {
                (365.0 / (12.0 * first)).min(1.0)
            }
        }
        Formula::WholePercent(place) => ((parts[place] * 100.0 + 0.5 + 1e-9).floor()) / 100.0,
        Formula::Payback => payback(&parts),
        Formula::Staffing { .. } => unreachable!("worked out above"),
    }
}

fn payback(savings: &[f64]) -> f64 {
    let mut cumulative = 0.0;
    let mut years = 0.0;
    for (year, saving) in savings.iter().enumerate() {
        if cumulative < -0.004 && cumulative + saving >= -0.004 {
            years = year as f64 - cumulative / saving;
        }
        cumulative += saving;
    }
    years
}

/// What the parts of a post group say.
struct Group<'a> {
    told: &'a Explanation,
}

impl Group<'_> {
    fn all(&self, term: &str) -> Vec<&Explanation> {
        self.told.parts.iter().filter(|part| part.term == term).collect()
    }

    fn one(&self, term: &str) -> Option<f64> {
        self.all(term).first().map(|part| recompute(part))
    }

    fn rate(&self, term: &str) -> f64 {
        self.one(term).unwrap_or_else(|| panic!("{term} of {:?}", self.told.facts))
    }
}

/// Posts and people of a place in a pool, and who is known to leave when.
struct Source {
    posts: f64,
    people: f64,
    departures: Vec<(usize, f64)>,
}

fn departures(parts: &[Explanation]) -> Vec<(usize, f64)> {
    parts
        .iter()
        .filter(|part| part.term == "departures")
        .map(|part| {
            let month = part.facts.0.iter().find_map(|(name, fact)| match fact {
                deelsom_core::Fact::Number(month) if *name == "month" => Some(*month),
                _ => None,
            });
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a month's number")]
            let month = month.expect("a departure has a month") as usize;
            (month, recompute(part))
        })
        .collect()
}

/// A month as it was worked out: posts, people, hires, leavers, surplus exits, people afterwards.
type Month = (f64, f64, f64, f64, f64, f64);

fn staffing(told: &Explanation, of: OfMonths, from: usize, until: usize) -> f64 {
    let group = Group { told };
    let (start, months) = months(&group, until);
    let wanted = &months[from - start..until - start];
    let sum = |of: &dyn Fn(&Month) -> f64| wanted.iter().map(of).sum::<f64>();
    match of {
        OfMonths::People => sum(&|month| month.1),
        OfMonths::Vacant => sum(&|month| (month.0 - month.1).max(0.0)),
        OfMonths::Seated => sum(&|month| month.0.max(month.1)),
        OfMonths::Hires => sum(&|month| month.2),
        OfMonths::Leavers => sum(&|month| month.3),
        OfMonths::SurplusExits => sum(&|month| month.4),
        OfMonths::Posts => wanted.last().map_or(0.0, |month| month.0),
        OfMonths::LeftOver => wanted.last().map_or(0.0, |month| month.5),
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "numbers of months")]
fn months(group: &Group<'_>, until: usize) -> (usize, Vec<Month>) {
    let (hazard, fill, steerable) = (group.rate("hazard"), group.rate("fill"), group.rate("steerable"));
    let filled = 1.0 - group.one("unfilled").unwrap_or(0.0);
    let leave = |month: usize, people: f64, departures: &[(usize, f64)]| {
        let known: f64 = departures.iter().filter(|(when, _)| *when == month).map(|(_, fte)| fte).sum();
        let known = known.min(people);
        (known, hazard * (people - known))
    };
    if let Some(start) = group.one("start") {
        let start = start as usize;
        let leaving = departures(&group.told.parts);
        let (mut people, brought, target) =
            (group.rate("people"), group.rate("brought"), group.rate("target"));
        let ramp: Vec<f64> = group.all("ramp").into_iter().map(recompute).collect();
        let surplus_after = group.one("surplus_after_months").map(|months| months as usize);
        let mut all = Vec::new();
        for month in start..until {
            let step = ramp[((month - start) / 12).min(ramp.len() - 1)];
            let posts = (brought + (target - brought) * step).max(0.0);
            let (known, turnover) = leave(month, people, &leaving);
            let left = people - known - turnover;
            let wanted = posts * filled;
            let hires = if left < wanted { (wanted - left) * fill } else { (1.0 - steerable) * turnover };
            let mut next = left + hires;
            let mut exits = 0.0;
            if surplus_after.is_some_and(|after| month + 1 >= start + after) && next > posts {
                exits = next - posts;
                next = posts;
            }
            all.push((posts, people, hires, known + turnover, exits, next));
            people = next;
        }
        return (start, all);
    }
    let sources: Vec<Source> = group
        .all("source")
        .into_iter()
        .map(|source| {
            let of = |term: &str| {
                source.parts.iter().find(|part| part.term == term).map(recompute).expect("posts and people")
            };
            Source { posts: of("posts"), people: of("people"), departures: departures(&source.parts) }
        })
        .collect();
    let place = group.one("place").map_or(0, |place| place as usize);
    let freeze = group.one("freeze").map(|month| month as usize);
    let target = group.one("target").unwrap_or(0.0);
    let mut people: Vec<f64> = sources.iter().map(|source| source.people).collect();
    let mut all = Vec::new();
    for month in 0..until {
        let gone: Vec<(f64, f64)> = sources
            .iter()
            .zip(&people)
            .map(|(source, people)| leave(month, *people, &source.departures))
            .collect();
        let left: Vec<f64> =
            people.iter().zip(&gone).map(|(people, (known, turnover))| people - known - turnover).collect();
        let hires: Vec<f64> = if freeze.is_some_and(|freeze| month >= freeze) {
            let vacancies: Vec<f64> = sources
                .iter()
                .zip(&left)
                .map(|(source, left)| (source.posts * filled - left).max(0.0))
                .collect();
            let vacant: f64 = vacancies.iter().sum();
            let needed = (target * filled - left.iter().sum::<f64>()).max(0.0);
            let hire = |vacancy: &f64| {
                if vacant > 0.0 { needed.min(vacant) * fill * vacancy / vacant } else { 0.0 }
            };
            vacancies.iter().map(hire).collect()
        } else {
            let each = sources.iter().zip(&left).zip(&gone);
            each.map(|((source, left), (_, turnover))| {
                let wanted = source.posts * filled;
                if *left < wanted { (wanted - left) * fill } else { (1.0 - steerable) * turnover }
            })
            .collect()
        };
        let (known, turnover) = gone[place];
        let next = left[place] + hires[place];
        all.push((sources[place].posts, people[place], hires[place], known + turnover, 0.0, next));
        people = left.iter().zip(&hires).map(|(left, hires)| left + hires).collect();
    }
    (0, all)
}
