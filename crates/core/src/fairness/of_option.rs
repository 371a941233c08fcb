//! The game of an option: what every group of its participants would pay if it went on by itself (MODEL 10).
//!
//! A group is run by the engine itself, on the study as it would be without the others: units with the members that are
//! left, sources with the share that is theirs. Nothing is estimated beside the model.

use crate::allocation::PartnerYear;
use crate::assumptions::{Assumptions, Register};
use crate::comparison::Course;
use crate::costs::{Run, Today};
use crate::money::Money;
use crate::outcome::{Outcome, Sheets, share_again};
use crate::quantity::{Fte, Rate};
use crate::study::{
    Key, Keys, Move, OneOff, PartnerId, Payer, Recurring, RoleId, Study, Target, TargetPost, Unit, UnitId,
    Variant,
};

use super::{Analysis, Check, Coalition, Cover, Game, MOST_PLAYERS_OF_COVER, analyse, core_check, cover};

/// Who would be better off alone or together in an option.
#[derive(Debug, Clone, PartialEq)]
pub struct OptionFairness {
    /// The participants in study order: the players of the game.
    pub participants: Vec<PartnerId>,
    /// Whether they are together already, in a joint unit that the option moves services out of. Then a group alone has
    /// left it, and the others stay as they are today.
    pub together_today: bool,
    /// What each group would pay by itself as one group, net present value in cents.
    pub as_run: Game,
    /// What each group would pay by itself, net present value in cents, where it may split up to pay less; what all pay
    /// together is the option's own cost.
    pub game: Game,
    /// The groups into which everybody had better split up, and what that saves in cents; one group and nothing where the
    /// option is the least that all can pay.
    pub best_split: (Vec<Coalition>, i64),
    /// Every method on that game, with its stand-alone test.
    pub analysis: Analysis,
    /// The option's own keys first, then every other that was asked for.
    pub keys: Vec<JudgedKey>,
    /// The sum of the discount factors: a net present value divided by it is an amount a year.
    pub years: f64,
}

/// What a contractual key lets each participant pay, and whether that holds.
#[derive(Debug, Clone, PartialEq)]
pub struct JudgedKey {
    /// The key; none for the option's own.
    pub key: Option<Key>,
    /// What each participant pays, net present value.
    pub pays: Vec<Money>,
    /// The groups that would be better off by themselves.
    pub check: Check,
}

impl OptionFairness {
    /// Judges an option, by its place in the study, under its own keys and others.
    ///
    /// `None` for an option that is not there, that has fewer than two participants or more than
    /// [`MOST_PLAYERS_OF_COVER`], or whose costs are beyond [`super::MOST_CENTS`].
    pub fn of(
        study: &Study,
        register: &Register,
        outcome: &Outcome,
        place: usize,
        others: &[Key],
    ) -> Option<Self> {
        let mut judging = Judging::of(study, register, outcome, place)?;
        while judging.step() {}
        judging.finish(others)
    }
}

/// An option being judged: what every group would pay is worked out one group after the other, so that whoever waits can
/// do something else in between. There are 2ⁿ of them.
pub struct Judging<'a>(Playing<'a>);

impl<'a> Judging<'a> {
    /// Begins with an option, by its place in the study; `None` as [`OptionFairness::of`] says.
    pub fn of(study: &'a Study, register: &Register, outcome: &'a Outcome, place: usize) -> Option<Self> {
        Playing::of(study, &Assumptions::of(study, register), outcome, place).map(Self)
    }

    /// Works out what the next group would pay. False where that is known of all.
    pub fn step(&mut self) -> bool {
        self.0.step()
    }

    /// Judges the option under its own keys and others, when every group is known.
    pub fn finish(self, others: &[Key]) -> Option<OptionFairness> {
        let Played { participants, together_today, given, cover, game } = self.0.played()?;
        let Groups { study, assumptions, option, course, .. } = self.0.groups;
        let assumptions = &assumptions;
        let everybody = Coalition::of_all(participants.len());
        let best_split = (cover.split(everybody), given.value(everybody) - cover.value(everybody));
        let judge = |key: Option<Key>, years: &[Vec<PartnerYear>]| {
            let pays: Vec<Money> =
                participants.iter().map(|one| present_value(&years[one.0], assumptions)).collect();
            let cents: Vec<i64> = pays.iter().map(|pays| pays.cents()).collect();
            JudgedKey { key, check: core_check(&game, &cents), pays }
        };
        let today = &Today::of(study, assumptions);
        let under = |key: &Key| {
            let keys = Some(&Keys { default: Some(key.clone()), ..Keys::default() });
            let run = Run { study, assumptions, today, option: Some(option), keys };
            judge(Some(key.clone()), &share_again(run, course))
        };
        let own = judge(None, &course.partners);
        let keys = std::iter::once(own).chain(others.iter().map(under)).collect();
        Some(OptionFairness {
            together_today,
            analysis: analyse(&game),
            years: assumptions.discount.iter().map(|factor| 1.0 / factor).sum(),
            participants,
            as_run: given,
            game,
            best_split,
            keys,
        })
    }
}

/// The game of an option.
pub(super) struct Played {
    /// The players, in study order.
    pub(super) participants: Vec<PartnerId>,
    together_today: bool,
    given: Game,
    cover: Cover,
    /// The game on its cover, with what all pay together as it is.
    pub(super) game: Game,
}

impl Played {
    /// The game of the option at a place; `None` as [`OptionFairness::of`] says.
    pub(super) fn of(
        study: &Study,
        assumptions: &Assumptions,
        outcome: &Outcome,
        place: usize,
    ) -> Option<Self> {
        let mut playing = Playing::of(study, assumptions, outcome, place)?;
        while playing.step() {}
        playing.played()
    }
}

/// The game of an option in the making.
struct Playing<'a> {
    groups: Groups<'a>,
    sheets: Sheets,
    /// The cost of every group so far by bit mask, in cents.
    costs: Vec<i64>,
}

impl<'a> Playing<'a> {
    fn of(study: &'a Study, assumptions: &Assumptions, outcome: &'a Outcome, place: usize) -> Option<Self> {
        let groups = Groups::of(study, assumptions, outcome, place)?;
        Some(Self { groups, sheets: Sheets::of(study), costs: Vec::new() })
    }

    fn step(&mut self) -> bool {
        let everybody = Coalition::of_all(self.groups.option.participants.len());
        let next = u32::try_from(self.costs.len()).unwrap_or(u32::MAX);
        if next <= everybody.0 {
            self.costs.push(self.groups.cost(Coalition(next), &mut self.sheets));
        }
        next < everybody.0
    }

    fn played(&self) -> Option<Played> {
        let Groups { study, option, .. } = &self.groups;
        let participants = option.participants.clone();
        let players = participants.iter().map(|one| study.partners[one.0].id.clone()).collect();
        let given = Game::of_costs(players, self.costs.clone())?;
        let cover = cover(&given)?;
        let game = cover.applied_to(&given);
        let together_today = self.groups.together_today();
        Some(Played { participants, together_today, given, cover, game })
    }
}

/// What a partner's years are worth in the first.
fn present_value(years: &[PartnerYear], assumptions: &Assumptions) -> Money {
    assumptions.present_value(years.iter().map(PartnerYear::total))
}

/// What groups of an option's participants are worked out from.
struct Groups<'a> {
    study: &'a Study,
    assumptions: Assumptions,
    option: &'a Variant,
    outcome: &'a Outcome,
    /// The option's own course.
    course: &'a Course,
    /// The study without what differs by group: its posts, running costs and options.
    bare: Study,
}

impl<'a> Groups<'a> {
    fn of(study: &'a Study, assumptions: &Assumptions, outcome: &'a Outcome, place: usize) -> Option<Self> {
        let (option, course) = (study.options.get(place)?, outcome.courses.get(place + 1)?);
        if !(2..=MOST_PLAYERS_OF_COVER).contains(&option.participants.len()) {
            return None;
        }
        let bare =
            Study { posts: Vec::new(), running_costs: Vec::new(), options: Vec::new(), ..study.clone() };
        Some(Self { study, assumptions: assumptions.clone(), option, outcome, course, bare })
    }

    /// Whether a service moves out of a joint unit of today.
    fn together_today(&self) -> bool {
        let targets = self.option.moves.iter().flat_map(|moved| &moved.targets);
        targets.flat_map(|target| &target.sources).any(|(source, _)| self.study.units[source.0].is_joint())
    }

    /// What a group would pay, in cents; all together what the option costs them.
    fn cost(&self, group: Coalition, sheets: &mut Sheets) -> i64 {
        let participants = &self.option.participants;
        let members: Vec<PartnerId> = group.members().map(|player| participants[player]).collect();
        let pays = |years: &[Vec<PartnerYear>]| -> i64 {
            members.iter().map(|one| present_value(&years[one.0], &self.assumptions).cents()).sum()
        };
        if members.len() == participants.len() {
            return pays(&self.course.partners);
        }
        let alone = self.option_of(&members);
        // A group for which nothing moves goes on as today.
        if alone.moves.is_empty() {
            return pays(&self.outcome.baseline().partners);
        }
        pays(&self.run(&members, &alone, sheets))
    }

    /// Whether a unit of today touches a group: what others have by themselves does not.
    fn touches(&self, members: &[PartnerId], unit: UnitId) -> bool {
        let unit = &self.study.units[unit.0];
        unit.is_joint() || unit.members.iter().any(|member| members.contains(member))
    }

    /// What everyone pays in a year when only these take part.
    fn run(&self, members: &[PartnerId], option: &Variant, sheets: &mut Sheets) -> Vec<Vec<PartnerYear>> {
        let posts = self.study.posts.iter().filter(|post| self.touches(members, post.unit));
        let running_costs = self.study.running_costs.iter().filter(|cost| self.touches(members, cost.unit));
        let (posts, running_costs) = (posts.cloned().collect(), running_costs.cloned().collect());
        let study = &Study { posts, running_costs, ..self.bare.clone() };
        let today = &Today::of(study, &self.assumptions);
        let run = Run { study, assumptions: &self.assumptions, today, option: Some(option), keys: None };
        sheets.paid(run)
    }

    /// The option when only these take part.
    fn option_of(&self, members: &[PartnerId]) -> Variant {
        let option = self.option;
        let units: Vec<Unit> = option.units.iter().map(|unit| self.unit_of(unit, members)).collect();
        let moves = option.moves.iter().map(|moved| self.move_of(moved, &units, members));
        let moves: Vec<Move> = moves.filter(|moved| !moved.targets.is_empty()).collect();
        let goes_to =
            |unit: UnitId| moves.iter().flat_map(|moved| &moved.targets).any(|target| target.unit == unit);
        let first = self.study.units.len();
        // What is borne together is borne as long as something of the option is left: one of its units, or a move
        // that it makes to a partner.
        let mut named = option.moves.iter().flat_map(|moved| &moved.targets).map(|target| target.unit);
        let goes_on = named.any(goes_to);
        let is_borne = |payer: &Payer| match payer {
            Payer::Participants | Payer::Key(_) => goes_on,
            Payer::Bearer(unit) if unit.0 >= first => goes_to(*unit),
            Payer::Bearer(unit) => self.touches(members, *unit),
        };
        let one_offs: Vec<OneOff> =
            option.one_offs.iter().filter(|cost| is_borne(&cost.payer)).cloned().collect();
        let recurring: Vec<Recurring> =
            option.recurring.iter().filter(|cost| is_borne(&cost.payer)).cloned().collect();
        let takes_part = |member: &PartnerId| {
            let mut targets = moves.iter().flat_map(|moved| &moved.targets);
            targets.any(|target| self.study.unit_among(&units, target.unit).members.contains(member))
        };
        Variant {
            participants: option.participants.iter().copied().filter(takes_part).collect(),
            units,
            moves,
            one_offs,
            recurring,
            // It moves money within the group only.
            guarantee: None,
            ..option.clone()
        }
    }

    /// A unit with the members that are left; without its host the largest of them.
    fn unit_of(&self, unit: &Unit, members: &[PartnerId]) -> Unit {
        let left: Vec<PartnerId> =
            unit.members.iter().copied().filter(|member| members.contains(member)).collect();
        let larger = |one: PartnerId, other: PartnerId| {
            if self.inhabitants(&[other]) > self.inhabitants(&[one]) { other } else { one }
        };
        let largest = left.iter().copied().reduce(larger);
        let host = unit.host.and_then(|host| if left.contains(&host) { Some(host) } else { largest });
        Unit { members: left, host, ..unit.clone() }
    }

    fn inhabitants(&self, members: &[PartnerId]) -> f64 {
        members.iter().map(|member| self.study.partners[member.0].inhabitants).sum()
    }

    /// A move for those who are left. A unit with one member dissolves: who was on its own stays so, who was in a joint
    /// unit takes the service over itself.
    fn move_of(&self, moved: &Move, units: &[Unit], members: &[PartnerId]) -> Move {
        let (mut targets, mut posts) = (Vec::new(), Vec::new());
        for target in &moved.targets {
            let home = &self.study.unit(Some(self.option), target.unit).members;
            let sources: Vec<(UnitId, Rate)> =
                target.sources.iter().filter_map(|source| self.source_of(*source, home, members)).collect();
            let comes_from_joint = sources.iter().any(|(source, _)| self.study.units[source.0].is_joint());
            let is_partner = target.unit.0 < self.study.units.len();
            let unit = match self.study.unit_among(units, target.unit).members.as_slice() {
                [partner] if is_partner && members.contains(partner) => target.unit,
                [alone] if !is_partner && comes_from_joint => UnitId(alone.0),
                [_, _, ..] => target.unit,
                _ => continue,
            };
            posts.extend(self.posts_of(moved, target, unit, &sources));
            targets.push(Target { unit, sources });
        }
        Move { targets, posts, ..moved.clone() }
    }

    /// The part of a source that comes along with those who are left, by inhabitants of those who were to come.
    fn source_of(
        &self,
        (source, share): (UnitId, Rate),
        home: &[PartnerId],
        members: &[PartnerId],
    ) -> Option<(UnitId, Rate)> {
        let coming: Vec<PartnerId> =
            self.study.units[source.0].members.iter().copied().filter(|one| home.contains(one)).collect();
        let left: Vec<PartnerId> = coming.iter().copied().filter(|one| members.contains(one)).collect();
        if left.is_empty() {
            return None;
        }
        let part = if left == coming { 1.0 } else { self.inhabitants(&left) / self.inhabitants(&coming) };
        Some((source, Rate::new(share.get() * part)))
    }

    /// Roles set outright: whole where they are fixed or at most one fte, else as much smaller as what comes along.
    fn posts_of(
        &self,
        moved: &Move,
        target: &Target,
        unit: UnitId,
        sources: &[(UnitId, Rate)],
    ) -> Vec<TargetPost> {
        let brought = |sources: &[(UnitId, Rate)], role: Option<RoleId>| -> f64 {
            let posts =
                self.study.posts.iter().filter(|post| {
                    post.service == moved.service && role.is_none_or(|role| post.role == role)
                });
            let share = |unit: UnitId| {
                sources.iter().find(|(source, _)| *source == unit).map_or(0.0, |(_, share)| share.get())
            };
            posts.map(|post| share(post.unit) * post.establishment.get()).sum()
        };
        // A role that nobody brings along follows the posts of the whole service.
        let left = |role| {
            let wholes = [Some(role), None].map(|role| (role, brought(&target.sources, role)));
            let found = wholes.into_iter().find(|(_, whole)| *whole > 0.0);
            found.map_or(1.0, |(role, whole)| brought(sources, role) / whole)
        };
        // What is said of this unit alone goes after what is said of all, and so before it.
        let said = [None, Some(target.unit)].into_iter();
        let said = said.flat_map(|only| moved.posts.iter().filter(move |post| post.unit == only));
        said.map(|post| {
            let whole = post.fixed || post.fte.get() <= 1.0;
            let part = if whole { 1.0 } else { left(post.role) };
            TargetPost { fte: Fte::new(post.fte.get() * part), unit: Some(unit), ..post.clone() }
        })
        .collect()
    }
}
