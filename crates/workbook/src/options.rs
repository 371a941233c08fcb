//! The sheet of options: what moves where and when, by which rule, and what is paid besides (MODEL 3, 5).

mod amounts;

use std::collections::BTreeMap;

use crate::assumptions::Assumed;
use crate::page::{Page, month_index};
use crate::partners::PartnerAt;
use crate::sheet::{Allowed, Area, At, Kind, Role, Said};
use crate::source::Source;
use crate::term::{Maybe, Term, count_of, sum_in_order};
use crate::today::{TodayAt, month_of};
use deelsom_core::pointer_token;
use deelsom_core::study::{Basis, Form, Move, Pay, RoleId, Rule, Target, TargetPost, UnitId, Variant};
use deelsom_language::words::workbook as w;

/// Where an option's figures stand.
pub(crate) struct OptionAt {
    /// The month from which vacancies are held back, if it has one.
    pub(crate) freeze: Option<At>,
    pub(crate) moves: Vec<MoveAt>,
    pub(crate) one_offs: Vec<AmountAt>,
    pub(crate) recurring: Vec<AmountAt>,
    /// The years of a transition; blank for none.
    pub(crate) transition: At,
    /// The guarantee, euros per inhabitant; blank for none.
    pub(crate) guarantee: At,
    /// Whether a unit of today goes on as a unit of the option, where it can.
    pub(crate) goes_on: BTreeMap<(UnitId, UnitId), At>,
}

/// Where a move's figures stand.
pub(crate) struct MoveAt {
    /// The month of go-live, counted from the first.
    pub(crate) go_live: At,
    /// The steps by the rule, and those of roles set outright: side by side.
    pub(crate) rule_ramp: At,
    pub(crate) set_ramp: At,
    pub(crate) steps: usize,
    pub(crate) saving: At,
    /// After how many months who is left over is seen off, if that is agreed.
    pub(crate) surplus: Option<At>,
    pub(crate) targets: Vec<TargetAt>,
}

/// Where a target's figures stand.
pub(crate) struct TargetAt {
    pub(crate) unit: UnitId,
    pub(crate) sources: Vec<SourceAt>,
    pub(crate) roles: Vec<RoleAt>,
    /// The part of a reduction on paper that is made, ρ.
    pub(crate) realised: At,
}

/// A unit of today that a target takes over from.
#[derive(Debug, Clone, Copy)]
pub(crate) struct SourceAt {
    pub(crate) unit: UnitId,
    /// The share that comes here, w.
    pub(crate) share: At,
    /// What the rule leaves of its posts, x.
    pub(crate) kept: At,
}

/// A role of a target.
pub(crate) struct RoleAt {
    pub(crate) role: RoleId,
    /// The posts of today that come along, each with the share that does.
    pub(crate) coming: Vec<(usize, At)>,
    /// Posts that come along, E0.
    pub(crate) brought: At,
    /// Posts in the end, T.
    pub(crate) target: At,
    /// Whether it is set outright.
    pub(crate) is_set: bool,
    /// What a year costs from now on, where the option can say so.
    pub(crate) set_cost: Option<At>,
}

/// Where an amount that is paid once or every year stands.
#[derive(Debug, Clone, Copy)]
pub(crate) struct AmountAt {
    /// Euros a month, in prices of the base year.
    pub(crate) monthly: At,
    /// The first month, and the month after the last.
    pub(crate) start: At,
    pub(crate) end: At,
    /// 1 where it counts as one-off.
    pub(crate) one_off: At,
}

/// Writes the sheet.
pub(crate) fn write(
    source: &Source<'_>,
    page: &mut Page<'_>,
    assumed: &Assumed,
    partners: &[PartnerAt],
    today: &TodayAt,
) -> Vec<OptionAt> {
    page.title(w::OPTIONS, w::ABOUT_OPTIONS);
    page.lay_out((2, 1), &[(0, 0, 30.0), (1, 1, 24.0), (2, 60, 13.0)]);
    let mut row = 3;
    let mut places = Vec::new();
    for (place, option) in source.study.options.iter().enumerate() {
        let mut writer = Writer { source, assumed, partners, today, option, place, row };
        places.push(writer.write(page));
        row = writer.row + 2;
    }
    places
}

/// Writes one option, from a row on.
struct Writer<'s, 'a> {
    source: &'s Source<'a>,
    assumed: &'s Assumed,
    partners: &'s [PartnerAt],
    today: &'s TodayAt,
    option: &'a Variant,
    place: usize,
    row: u32,
}

impl<'a> Writer<'_, 'a> {
    fn pointer(&self, rest: &str) -> String {
        format!("/options/{}/{rest}", self.place)
    }

    fn index(&self, page: &Page<'_>, month: At) -> Term {
        month_index(&page.see(month), f64::from(self.source.study.period.first_year.0))
    }

    fn unit_name(&self, unit: UnitId) -> &'a str {
        self.source.unit_name(Some(self.option), unit)
    }

    fn write(&mut self, page: &mut Page<'_>) -> OptionAt {
        page.text(self.row, 0, &self.option.name, Role::Title);
        let (transition, guarantee) = (page.at(self.row + 1, 2), page.at(self.row + 2, 2));
        page.word(self.row + 1, 0, w::TRANSITION_YEARS, Role::Label);
        let years = self.option.transition_years;
        page.input(transition, years, Kind::Plain, self.pointer("transition/years"), Said::Optional);
        page.word(self.row + 2, 0, w::GUARANTEE, Role::Label);
        let pointer = self.pointer("guarantee/max_disadvantage_per_inhabitant");
        page.input(guarantee, self.option.guarantee, Kind::Cents, pointer, Said::Optional);
        self.row += 3;
        let freeze = self.option.freeze.map(|freeze| {
            page.word(self.row, 0, w::FREEZE, Role::Label);
            let (month, index) = (page.at(self.row, 2), page.at(self.row, 3));
            // A freeze that began before the first year holds from its first month on.
            let given = self.source.file.pointer(&self.pointer("freeze")).and_then(|value| value.as_str());
            let given = given.and_then(deelsom_core::Month::parse).or_else(|| month_of(self.source, freeze));
            page.input_month(month, given, self.pointer("freeze"), Said::OptionalMonth);
            let from = self.index(page, month).above_zero();
            page.figure(index, &from, Kind::Whole);
            self.row += 1;
            index
        });
        self.row += 1;
        let moves = self.write_moves(page);
        let goes_on = self.write_going_on(page, &moves);
        let one_offs = self.write_one_offs(page);
        let recurring = self.write_recurring(page);
        OptionAt { freeze, moves, one_offs, recurring, transition, guarantee, goes_on }
    }

    fn write_moves(&mut self, page: &mut Page<'_>) -> Vec<MoveAt> {
        let moves = &self.option.moves;
        (0..moves.len()).map(|nth| self.write_move(page, nth, &moves[nth])).collect()
    }

    fn write_move(&mut self, page: &mut Page<'_>, nth: usize, moved: &'a Move) -> MoveAt {
        let service = &self.source.study.services[moved.service.0];
        let pointer = |rest: &str| self.pointer(&format!("moves/{nth}/{rest}"));
        let top = self.row;
        page.text(top, 0, &service.name, Role::Heading);
        page.word(top, 1, w::MOVE, Role::Heading);
        let (month, go_live) = (page.at(top + 1, 2), page.at(top + 1, 3));
        page.word(top + 1, 0, w::GO_LIVE, Role::Label);
        page.input_month(month, month_of(self.source, moved.go_live), pointer("month"), Said::Month);
        let index = self.index(page, month);
        page.figure(go_live, &index, Kind::Whole);
        if let (Some(first), Some(end)) =
            (month_of(self.source, 0), month_of(self.source, self.source.study.period.months() - 1))
        {
            page.allow(
                Area::of(month),
                Allowed::Between(crate::page::serial(first), crate::page::serial(end)),
            );
        }
        let rule = page.at(top + 2, 2);
        match moved.rule {
            Rule::Percent(percent) => {
                page.word(top + 2, 0, w::FEWER_POSTS, Role::Label);
                page.input(
                    rule,
                    Some(percent.get()),
                    Kind::Percent,
                    pointer("staffing/percent"),
                    Said::Number,
                );
            }
            Rule::Norm(norm) => {
                page.word(top + 2, 0, w::NORM, Role::Label);
                page.input(
                    rule,
                    Some(norm.get()),
                    Kind::Plain,
                    pointer("staffing/fte_per_1000"),
                    Said::Number,
                );
            }
            Rule::Same => _ = page.word(top + 2, 0, w::SAME_POSTS, Role::Label),
            Rule::Scale => _ = page.word(top + 2, 0, w::BY_SCALE, Role::Label),
        }
        let saving = page.at(top + 3, 2);
        page.word(top + 3, 0, w::RUNNING_SAVING, Role::Label);
        let given = self.source.number(&pointer("running_cost_saving"));
        page.input(saving, given, Kind::Percent, pointer("running_cost_saving"), Said::Optional);
        let surplus = moved.surplus_after_months.map(|months| {
            page.word(top + 4, 0, w::SURPLUS_AFTER, Role::Label);
            let at = page.at(top + 4, 2);
            page.input(at, Some(months as f64), Kind::Whole, pointer("surplus_after_months"), Said::Number)
        });
        self.row = top + 5;
        let (rule_ramp, set_ramp, steps) = self.write_ramp(page, nth, moved);
        let set = self.write_set_posts(page, nth, moved);
        let split = self.write_split(page, nth, moved);
        let targets = moved
            .targets
            .iter()
            .map(|target| self.write_target(page, moved, target, rule, split.as_deref(), &set))
            .collect();
        MoveAt { go_live, rule_ramp, set_ramp, steps, saving, surplus, targets }
    }

    /// How far the step has been made in each twelve months.
    fn write_ramp(&mut self, page: &mut Page<'_>, nth: usize, moved: &Move) -> (At, At, usize) {
        let given = moved.ramp.as_deref().unwrap_or(&[]);
        let steps = given.len().max(10);
        let row = self.row;
        page.word(row, 0, w::RAMP_YEAR, Role::Note);
        page.word(row + 1, 0, w::OWN_RAMP, Role::Label);
        page.word(row + 2, 0, w::RAMP_RULE, Role::Label);
        page.word(row + 3, 0, w::RAMP_SET, Role::Label);
        let (own, rule, set) = (page.at(row + 1, 2), page.at(row + 2, 2), page.at(row + 3, 2));
        for step in 0..steps {
            page.heading_number(page.at(row, 2).right(step), step as f64 + 1.0, Kind::Whole);
            let pointer = self.pointer(&format!("moves/{nth}/ramp/{step}"));
            let at = own.right(step);
            page.input(at, given.get(step).copied(), Kind::Percent, pointer, Said::Step(step));
        }
        page.allow(Area::across(own, steps), Allowed::Between(0.0, 1.0));
        let typed = page.book.address(Area::across(own, steps), page.sheet);
        for step in 0..steps {
            let count = || count_of(&typed, given.len());
            let own = page.across(own, steps).nth(&Term::count(step + 1).min(&count()));
            let unless = |default: f64| count().equals(&Term::count(0)).then(&Term::of(default), &own);
            let slow = [0.0, 0.25, 0.5, 0.75].get(step).copied().unwrap_or(1.0);
            let by_rule = unless(if matches!(moved.rule, Rule::Same) { 1.0 } else { slow });
            let of_set = unless(1.0);
            page.figure(rule.right(step), &by_rule, Kind::Percent);
            page.figure(set.right(step), &of_set, Kind::Percent);
        }
        self.row += 5;
        (rule, set, steps)
    }

    /// Roles set outright: their posts, and what they cost where that is said.
    fn write_set_posts(
        &mut self,
        page: &mut Page<'_>,
        nth: usize,
        moved: &'a Move,
    ) -> Vec<(&'a TargetPost, At, At)> {
        if moved.posts.is_empty() {
            return Vec::new();
        }
        page.headings(
            self.row,
            0,
            &[w::SET_OUTRIGHT, w::UNIT, w::FTE, w::SCALE, w::OWN_COST, w::COST_PER_FTE],
        );
        self.row += 1;
        let mut set = Vec::new();
        for (place, post) in moved.posts.iter().enumerate() {
            let row = self.row;
            let pointer = |field: &str| self.pointer(&format!("moves/{nth}/staffing/posts/{place}/{field}"));
            page.text(row, 0, &self.source.study.roles[post.role.0], Role::Label);
            if let Some(unit) = post.unit {
                page.text(row, 1, self.unit_name(unit), Role::Label);
            }
            let [fte, scale, own, cost] = [2, 3, 4, 5].map(|column| page.at(row, column));
            page.input(fte, Some(post.fte.get()), Kind::Fte, pointer("fte"), Said::Number);
            let (in_scale, in_euros) = match &post.pay {
                Some(Pay::Scale(scale)) => (Some(scale.name.as_str()), None),
                Some(Pay::Cost(cost)) => (None, Some(*cost)),
                None => (None, None),
            };
            page.input_text(scale, in_scale, pointer("scale"), Said::Scale);
            page.allow(Area::of(scale), Allowed::OneOf(self.source.register.scales().to_vec()));
            page.input(own, in_euros, Kind::Cents, pointer("cost_per_fte"), Said::Optional);
            let by_scale = self.assumed.scale_cost(page, scale, in_scale);
            let typed = page.see(scale);
            let own = page.see(own);
            let text = format!(
                "IF(ISNUMBER({own}),{own},IF({typed}<>\"\",{scale},\"\"))",
                own = own.text(),
                typed = typed.text(),
                scale = by_scale.text()
            );
            let value = in_euros.or_else(|| in_scale.map(|_| by_scale.value()));
            page.figure_or_nothing(cost, &Maybe::at(text, value), Kind::Cents);
            set.push((post, fte, cost));
            self.row += 1;
        }
        self.row += 1;
        set
    }

    /// How the staff of a unit is split over targets, by partner.
    fn write_split(&mut self, page: &mut Page<'_>, nth: usize, moved: &Move) -> Option<Vec<At>> {
        let base = self.pointer(&format!("moves/{nth}/split"));
        if !self.source.says(&base) || moved.targets.len() < 2 {
            return None;
        }
        page.word(self.row, 0, w::SPLIT_OF_STAFF, Role::Block);
        self.row += 1;
        let mut cells = Vec::new();
        for partner in self.source.partners() {
            let of = &self.source.study.partners[partner.0];
            page.text(self.row, 0, &of.name, Role::Label);
            let pointer = format!("{base}/{}", pointer_token(&of.id));
            let at = page.at(self.row, 2);
            page.input(at, self.source.number(&pointer), Kind::Percent, pointer, Said::Optional);
            cells.push(at);
            self.row += 1;
        }
        self.row += 1;
        Some(cells)
    }

    fn write_target(
        &mut self,
        page: &mut Page<'_>,
        moved: &'a Move,
        target: &'a Target,
        rule: At,
        split: Option<&[At]>,
        set: &[(&'a TargetPost, At, At)],
    ) -> TargetAt {
        let unit = self.source.unit(Some(self.option), target.unit);
        let inhabitants = |members: &[deelsom_core::study::PartnerId]| {
            sum_in_order(members.iter().map(|member| page.see(self.partners[member.0].inhabitants)))
        };
        let all_here = inhabitants(&unit.members);
        let id = match unit.basis {
            Basis::Net if unit.is_joint() => "realisation_net",
            _ => "realisation_gross",
        };
        let form = if unit.is_joint() { unit.form } else { Form::Standalone };
        let reach = page.see(self.assumed.at(&format!("form_reach.{}", form.code())));
        let realised_term = page.see(self.assumed.at(id));
        page.text(self.row, 0, &unit.name, Role::Heading);
        page.headings(
            self.row,
            1,
            &[
                w::SOURCE_UNIT,
                w::INHABITANTS,
                w::REALISED,
                w::INHABITANTS_OF_SOURCE,
                w::SHARE,
                w::RATIO,
                w::KEPT,
            ],
        );
        let (here, realised) = (page.at(self.row + 1, 2), page.at(self.row + 1, 3));
        page.figure(here, &all_here, Kind::Euros);
        page.figure(realised, &realised_term, Kind::Percent);
        self.row += 1;
        let mut sources = Vec::new();
        for (source, _) in &target.sources {
            let from = &self.source.study.units[source.0];
            let coming: Vec<_> =
                from.members.iter().copied().filter(|member| unit.members.contains(member)).collect();
            let row = self.row;
            page.text(row, 1, &from.name, Role::Label);
            let [theirs, share, ratio, kept] = [4, 5, 6, 7].map(|column| page.at(row, column));
            let inhabitants = |members: &[deelsom_core::study::PartnerId]| {
                sum_in_order(members.iter().map(|member| page.see(self.partners[member.0].inhabitants)))
            };
            let of_all = inhabitants(&from.members);
            let part = match split {
                _ if coming.len() == from.members.len() => Term::count(1),
                Some(split) => sum_in_order(coming.iter().map(|member| page.see(split[member.0]))),
                None => inhabitants(&coming) / &page.see(theirs).worth(of_all.value()),
            };
            page.figure(theirs, &of_all, Kind::Euros);
            page.figure(share, &part, Kind::Percent);
            let one = || Term::count(1);
            let leaves = match moved.rule {
                Rule::Same | Rule::Norm(_) => one(),
                Rule::Percent(_) => one() - page.see(rule) * page.see(realised),
                Rule::Scale => {
                    let limit = page.see(self.assumed.at("scale_saturation"));
                    let counted = |at: At| page.see(at).min(&limit);
                    let elasticity = page.see(self.assumed.services[moved.service.0].elasticity);
                    let term = (counted(here) / counted(theirs)).power(&elasticity);
                    page.figure(ratio, &term, Kind::Factor);
                    let saved = page.see(realised) * &reach * (one() - page.see(ratio));
                    page.see(ratio).less_than(&one()).then(&(one() - saved), &page.see(ratio))
                }
            };
            page.figure(kept, &leaves, Kind::Percent);
            sources.push(SourceAt { unit: *source, share, kept });
            self.row += 1;
        }
        if sources.is_empty() {
            self.row += 1;
        }
        let roles = self.write_roles(page, moved, target, (rule, here), &sources, set);
        self.row += 1;
        TargetAt { unit: target.unit, sources, roles, realised }
    }

    /// The roles of a target: those that come along in the order of the study's posts, then those that are new.
    fn write_roles(
        &mut self,
        page: &mut Page<'_>,
        moved: &'a Move,
        target: &Target,
        (rule, here): (At, At),
        sources: &[SourceAt],
        set: &[(&'a TargetPost, At, At)],
    ) -> Vec<RoleAt> {
        page.headings(self.row, 1, &[w::ROLE, w::BROUGHT, w::BY_RULE, w::TARGET_POSTS, w::SET_COST]);
        let top = self.row + 1;
        let mut coming: Vec<(RoleId, Vec<(usize, SourceAt)>)> = Vec::new();
        for (place, post) in self.source.study.posts.iter().enumerate() {
            let from = sources.iter().find(|source| source.unit == post.unit);
            let Some(from) = from.filter(|_| post.service == moved.service) else { continue };
            match coming.iter_mut().find(|(role, _)| *role == post.role) {
                Some((_, posts)) => posts.push((place, *from)),
                None => coming.push((post.role, vec![(place, *from)])),
            }
        }
        let along = coming.len();
        let here_or_all = |post: &TargetPost| post.unit.is_none_or(|unit| unit == target.unit);
        for (post, ..) in set.iter().filter(|(post, ..)| here_or_all(post)) {
            if coming.iter().all(|(role, _)| *role != post.role) {
                coming.push((post.role, Vec::new()));
            }
        }
        for ((_, posts), row) in coming.iter().zip(top..) {
            let fte: Vec<At> = posts.iter().map(|(post, _)| self.today.posts[*post].posts).collect();
            let shares: Vec<At> = posts.iter().map(|(_, from)| from.share).collect();
            let brought = page.sum_of_products(&[&shares, &fte]);
            page.figure(page.at(row, 2), &brought, Kind::Fte);
        }
        let mut roles = Vec::new();
        for ((role, posts), row) in coming.into_iter().zip(top..) {
            let [brought, by_rule, in_the_end, set_cost] = [2, 3, 4, 5].map(|column| page.at(row, column));
            page.text(row, 1, &self.source.study.roles[role.0], Role::Label);
            let of_role = |unit: Option<UnitId>| {
                set.iter().find(move |(post, ..)| post.role == role && post.unit == unit)
            };
            let (everywhere, only_here) = (of_role(None), of_role(Some(target.unit)));
            let mut set_at = None;
            let term = if let Some((_, fte, _)) = only_here.or(everywhere) {
                let costs: Vec<Maybe> = [only_here, everywhere]
                    .into_iter()
                    .flatten()
                    .map(|(_, _, cost)| page.maybe(*cost))
                    .collect();
                page.figure_or_nothing(set_cost, &first_there(&costs), Kind::Cents);
                set_at = Some(set_cost);
                page.see(*fte).above_zero()
            } else {
                let term = if matches!(moved.rule, Rule::Norm(_)) {
                    let norm = page.see(rule) * page.see(here) / Term::count(1000);
                    let all = page.down(page.at(top, 2), along).sum();
                    let by_share = norm.clone() * page.see(brought) / &all;
                    all.clone().more_than(&Term::count(0)).then(&by_share, &(norm / Term::count(along)))
                } else {
                    let column =
                        |of: &dyn Fn(&(usize, SourceAt)) -> At| posts.iter().map(of).collect::<Vec<_>>();
                    let fte = column(&|(post, _)| self.today.posts[*post].posts);
                    let (shares, kept) = (column(&|(_, from)| from.share), column(&|(_, from)| from.kept));
                    page.sum_of_products(&[&shares, &fte, &kept])
                };
                page.figure(by_rule, &term, Kind::Fte);
                page.see(by_rule).above_zero()
            };
            page.figure(in_the_end, &term, Kind::Fte);
            roles.push(RoleAt {
                role,
                coming: posts.iter().map(|(post, from)| (*post, from.share)).collect(),
                brought,
                target: in_the_end,
                is_set: only_here.or(everywhere).is_some(),
                set_cost: set_at,
            });
            self.row = row;
        }
        self.row = self.row.max(top - 1) + 1;
        roles
    }

    /// Which joint units of today go on under another name: where all their services go at once.
    fn write_going_on(&mut self, page: &mut Page<'_>, moves: &[MoveAt]) -> BTreeMap<(UnitId, UnitId), At> {
        let mut goes = BTreeMap::new();
        let course = self.source.workings.course(Some(self.option));
        let targets =
            self.option.units.iter().enumerate().map(|(nth, _)| UnitId(self.source.study.units.len() + nth));
        for target in targets {
            for source in (0..self.source.study.units.len()).map(UnitId) {
                if !course.can_go_on(source, target) {
                    continue;
                }
                let services =
                    self.source.services().filter(|service| self.source.workings.has(source, *service));
                let months: Vec<Term> = services
                    .filter_map(|service| self.option.moves.iter().position(|moved| moved.service == service))
                    .map(|nth| page.see(moves[nth].go_live))
                    .collect();
                let first = months[0].clone();
                let same = months
                    .into_iter()
                    .skip(1)
                    .map(|month| month.equals(&first))
                    .reduce(|all, one| all.and(&one));
                let flag = same.map_or_else(|| Term::count(1), Term::one_or_zero);
                if goes.is_empty() {
                    page.headings(self.row, 0, &[w::GOES_ON, w::GOES_ON_AS, w::AT_ONCE]);
                    self.row += 1;
                }
                page.text(self.row, 0, self.unit_name(source), Role::Label);
                page.text(self.row, 1, self.unit_name(target), Role::Label);
                let at = page.figure(page.at(self.row, 2), &flag, Kind::Whole);
                goes.insert((source, target), at);
                self.row += 1;
            }
        }
        if !goes.is_empty() {
            self.row += 1;
        }
        goes
    }
}

/// The first of some cells that is there, or nothing.
fn first_there(cells: &[Maybe]) -> Maybe {
    let text = cells.iter().rev().fold("\"\"".to_owned(), |rest, one| {
        format!("IF(ISNUMBER({cell}),{cell},{rest})", cell = one.text())
    });
    Maybe::at(text, cells.iter().find_map(Maybe::value))
}
