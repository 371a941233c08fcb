//! The sheet of keys: who has which share, by year (MODEL 7).

use crate::ledger::{AccountKey, Grounds};
use crate::options::OptionAt;
use crate::page::Page;
use crate::sheet::{Allowed, Area, At, Kind, Role, Said, SheetId};
use crate::term::{Term, least_of, sum_in_order};
use deelsom_core::study::{Key, PartnerId, Payer, ServiceId, Target, UnitId, Variant};
use deelsom_core::{SharedWorkings, key_code, pointer_token};
use deelsom_language::{codes, words::workbook as w};

/// The first column of weights; those of shares follow after as many columns.
const YEARS: u16 = 7;

/// Where a key's weights and shares stand: members under each other, years side by side.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Node {
    weights: At,
    shares: At,
}

/// The shares of an account: members under each other, years side by side.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct SharesAt(pub(crate) At);

/// The keys of a course while they are written.
pub(crate) struct Keys<'s, 'a> {
    grounds: &'s Grounds<'s, 'a>,
    course: usize,
    option: Option<(usize, &'a Variant, &'s OptionAt)>,
    sheet: SheetId,
    row: u32,
    /// Keys that have been written: of a bearer, by services.
    nodes: Vec<(Option<UnitId>, &'a Key, Vec<ServiceId>, Node)>,
    /// Shares that are grown into, by what they grow from and to.
    grown: Vec<(Option<UnitId>, Node, Node, SharesAt)>,
    /// How far a bearer has grown into its key: years side by side.
    growth: Vec<(Option<UnitId>, At)>,
}

/// Who weighs, over what.
struct Where<'m> {
    unit: Option<UnitId>,
    members: &'m [PartnerId],
    services: &'m [ServiceId],
}

/// Begins the sheet.
pub(crate) fn begin(grounds: &Grounds<'_, '_>, page: &mut Page<'_>) -> u32 {
    page.title(w::KEYS, w::ABOUT_KEYS);
    page.lay_out(
        (4, 5),
        &[(0, 1, 6.0), (2, 2, 26.0), (3, 3, 6.0), (4, 4, 26.0), (5, 6, 12.0), (YEARS, 300, 12.0)],
    );
    page.headings(3, 0, &[w::COURSE, w::NUMBER, w::KEY, w::NUMBER, w::MEMBER, w::GIVEN, w::START_YEAR]);
    let years = grounds.source.years();
    page.word(2, YEARS, w::WEIGHTS, Role::Note);
    page.word(2, YEARS + u16::try_from(years).unwrap_or(0), w::SHARES, Role::Note);
    for first in [page.at(3, YEARS), page.at(3, YEARS).right(years)] {
        page.years(first, grounds.source.study.period);
    }
    5
}

impl<'s, 'a> Keys<'s, 'a> {
    /// The keys of a course, from a row on.
    pub(crate) fn of(
        grounds: &'s Grounds<'s, 'a>,
        course: usize,
        option: Option<(usize, &'a Variant, &'s OptionAt)>,
        (sheet, row): (SheetId, u32),
    ) -> Self {
        Self { grounds, course, option, sheet, row, nodes: Vec::new(), grown: Vec::new(), growth: Vec::new() }
    }

    /// The sheet that they stand on.
    pub(crate) fn sheet(&self) -> SheetId {
        self.sheet
    }

    /// The next free row.
    pub(crate) fn row(&self) -> u32 {
        self.row
    }

    fn years(&self) -> usize {
        self.grounds.source.years()
    }

    /// The shares of an account.
    pub(crate) fn shares(
        &mut self,
        page: &mut Page<'_>,
        shared: &SharedWorkings<'a>,
        account: &AccountKey,
    ) -> SharesAt {
        let (key, grows) = shared.key(account.service, account.line, account.origin);
        let own = account.service.as_slice();
        let services = if own.is_empty() { shared.services() } else { own };
        let at = Where { unit: shared.unit, members: shared.members(), services };
        let pointer = self.pointer_of(shared.unit, key);
        let node = self.node(page, key, &at, pointer.as_deref());
        if !grows || !self.has_moves(shared.unit) {
            return SharesAt(node.shares);
        }
        let historic = self.node(page, &Key::Historic, &at, None);
        self.grow(page, &at, historic, node)
    }

    /// Whether anything moves to a unit, or at all: nobody grows into a key without.
    fn has_moves(&self, unit: Option<UnitId>) -> bool {
        let Some((_, option, _)) = self.option else { return false };
        let here = |target: &Target| unit.is_none_or(|unit| target.unit == unit);
        option.moves.iter().flat_map(|moved| &moved.targets).any(here)
    }

    /// Where a key stands in the file, if it does; not where amounts that are added up have it together.
    fn pointer_of(&self, unit: Option<UnitId>, key: &Key) -> Option<String> {
        let study = self.grounds.source.study;
        if let Some(unit) = unit.filter(|unit| unit.0 < study.units.len()) {
            let of_file = unit.0.checked_sub(study.partners.len())?;
            return Some(format!("/units/{of_file}/key"));
        }
        let (place, option, _) = self.option?;
        let base = format!("/options/{place}");
        if option.keys.default.as_ref().is_some_and(|one| std::ptr::eq(one, key)) {
            return Some(format!("{base}/keys/default"));
        }
        if let Some((service, _)) = option.keys.services.iter().find(|(_, one)| std::ptr::eq(one, key)) {
            return Some(format!("{base}/keys/services/{}", pointer_token(&study.services[service.0].id)));
        }
        if let Some((line, _)) = option.keys.lines.iter().find(|(_, one)| std::ptr::eq(one, key)) {
            return Some(format!("{base}/keys/lines/{}", line.code()));
        }
        let is_it = |payer: &Payer| matches!(payer, Payer::Key(one) if std::ptr::eq(one, key));
        let alone = |payers: &[(&String, &Payer)], place: usize| {
            payers.iter().filter(|one| **one == payers[place]).count() == 1
        };
        let one_offs: Vec<_> = option.one_offs.iter().map(|one| (&one.name, &one.payer)).collect();
        if let Some(nth) = option.one_offs.iter().position(|one| is_it(&one.payer)) {
            return alone(&one_offs, nth).then(|| format!("{base}/one_offs/{nth}/key"));
        }
        let recurring: Vec<_> = option.recurring.iter().map(|one| (&one.name, &one.payer)).collect();
        let nth = option.recurring.iter().position(|one| is_it(&one.payer))?;
        alone(&recurring, nth).then(|| format!("{base}/recurring/{nth}/key"))
    }

    /// A key's weights and shares, written once for a bearer and its services.
    fn node(&mut self, page: &mut Page<'_>, key: &'a Key, at: &Where<'_>, pointer: Option<&str>) -> Node {
        let known = self.nodes.iter().find(|(unit, one, services, _)| {
            let same = std::ptr::eq(*one, key) || (pointer.is_none() && *one == key);
            same && *unit == at.unit && services == at.services
        });
        if let Some((.., node)) = known {
            return *node;
        }
        let node = self.write_node(page, key, at, pointer);
        self.nodes.push((at.unit, key, at.services.to_vec(), node));
        node
    }

    fn write_node(
        &mut self,
        page: &mut Page<'_>,
        key: &'a Key,
        at: &Where<'_>,
        pointer: Option<&str>,
    ) -> Node {
        let under = |rest: &str| pointer.map(|pointer| format!("{pointer}/{rest}"));
        match key {
            Key::Mix(parts) => {
                let children: Vec<(At, Node)> = parts
                    .iter()
                    .enumerate()
                    .map(|(nth, (weight, child))| {
                        let child = self.node(page, child, at, under(&format!("of/{nth}/key")).as_deref());
                        page.word(self.row, 2, w::MIX_WEIGHT, Role::Label);
                        let cell = page.at(self.row, 5);
                        given_once(
                            page,
                            cell,
                            under(&format!("of/{nth}/weight")),
                            (Some(*weight), *weight),
                            (Kind::Plain, Said::Number),
                        );
                        self.row += 1;
                        (cell, child)
                    })
                    .collect();
                let top = self.row;
                self.write_weights(page, key, at, |_, page, member, year| {
                    let part = |(weight, child): &(At, Node)| {
                        page.see(*weight).above_zero() * page.see(child.shares.down(member).right(year))
                    };
                    sum_in_order(children.iter().map(part))
                });
                self.finish(page, top, at.members.len())
            }
            Key::Schedule(keys) => {
                let first = self.grounds.source.study.period.first_year;
                let in_force: Vec<usize> = (0..self.years())
                    .map(|year| {
                        let year = first.0 + u16::try_from(year).unwrap_or(0);
                        keys.iter().rposition(|(from, _)| from.0 <= year).unwrap_or(0)
                    })
                    .collect();
                let children: Vec<Option<Node>> = keys
                    .iter()
                    .enumerate()
                    .map(|(nth, (from, child))| {
                        let used = in_force.contains(&nth);
                        used.then(|| {
                            self.node(page, child, at, under(&format!("from/{:04}", from.0)).as_deref())
                        })
                    })
                    .collect();
                let top = self.row;
                self.write_weights(page, key, at, |_, page, member, year| {
                    let child = children.get(in_force[year]).copied().flatten();
                    child.map_or_else(
                        || Term::count(0),
                        |child| page.see(child.weights.down(member).right(year)),
                    )
                });
                self.finish(page, top, at.members.len())
            }
            Key::KeepWithin { of, previous, tolerance } => {
                let watched = self.node(page, of, at, under("of").as_deref());
                let kept = self.write_given(page, key, at, previous, &|id| under(&format!("previous/{id}")));
                page.word(self.row, 2, w::TOLERANCE, Role::Label);
                let limit = page.at(self.row, 5);
                let pointer = under("tolerance");
                let said = pointer.as_ref().and_then(|pointer| self.grounds.source.number(pointer));
                given_once(page, limit, pointer, (said, tolerance.get()), (Kind::Percent, Said::Optional));
                self.row += 1;
                self.write_keep_within(page, key, at, (watched, kept, limit))
            }
            Key::Fixed(shares) => {
                self.write_given(page, key, at, shares, &|id| under(&format!("shares/{id}")))
            }
            _ => {
                let top = self.row;
                self.write_weights(page, key, at, |keys, page, member, year| {
                    keys.weight(page, key, at, member, year)
                });
                self.finish(page, top, at.members.len())
            }
        }
    }

    /// A weight that follows from figures of the study; it is not below zero.
    fn weight(&self, page: &Page<'_>, key: &Key, at: &Where<'_>, member: usize, year: usize) -> Term {
        let member = at.members[member];
        let partner = &self.grounds.partners[member.0];
        let over = |of: &dyn Fn(ServiceId) -> Option<At>| {
            sum_in_order(at.services.iter().filter_map(|service| of(*service)).map(|at| page.see(at)))
        };
        let today = self.grounds.today;
        match key {
            Key::Equal => Term::count(1),
            Key::Inhabitants => page.see(partner.by_year.right(year)),
            Key::Fte => over(&|service| Some(today.fte(service, member))).above_zero(),
            Key::Historic => over(&|service| Some(today.base(service, member))).above_zero(),
            Key::Usage(None) => over(&|service| today.volume(service, member)).above_zero(),
            Key::Usage(Some(service)) => {
                let at = today.volume(*service, member);
                at.map_or_else(|| Term::count(0), |at| page.see(at)).above_zero()
            }
            Key::GeneralGrant => page.see(partner.grant).above_zero(),
            Key::Budget => page.see(partner.budget).above_zero(),
            Key::Game(_, weights) => Term::of(weights.get(member.0).copied().unwrap_or(0.0).max(0.0)),
            Key::Fixed(_) | Key::Mix(_) | Key::Schedule(_) | Key::KeepWithin { .. } => Term::count(0),
        }
    }

    /// Names of the members, and their weights by year.
    fn write_weights(
        &mut self,
        page: &mut Page<'_>,
        key: &Key,
        at: &Where<'_>,
        weight: impl Fn(&Self, &Page<'_>, usize, usize) -> Term,
    ) {
        self.names(page, key, at);
        for member in 0..at.members.len() {
            for year in 0..self.years() {
                let term = weight(self, page, member, year);
                let place = page.at(self.row, YEARS).down(member).right(year);
                page.figure(place, &term, Kind::Factor);
            }
        }
    }

    fn names(&self, page: &mut Page<'_>, key: &Key, at: &Where<'_>) {
        let code = key_code(key);
        let word = codes::key(code).map_or(code, |word| word.text(page.language)).to_owned();
        for (row, member) in (self.row..).zip(at.members) {
            page.frozen(page.at(row, 0), self.course as f64, Kind::Whole);
            page.frozen(
                page.at(row, 1),
                at.unit.map_or(crate::ledger::SHARED, |unit| unit.0 as f64 + 1.0),
                Kind::Whole,
            );
            page.text(row, 2, &word, Role::Label);
            page.frozen(page.at(row, 3), member.0 as f64 + 1.0, Kind::Whole);
            page.text(row, 4, &self.grounds.source.study.partners[member.0].name, Role::Label);
        }
    }

    /// Shares that are given, by member.
    fn write_given(
        &mut self,
        page: &mut Page<'_>,
        key: &Key,
        at: &Where<'_>,
        given: &[f64],
        pointer: &dyn Fn(&str) -> Option<String>,
    ) -> Node {
        let top = self.row;
        for (nth, member) in at.members.iter().enumerate() {
            let cell = page.at(top, 5).down(nth);
            let id = pointer_token(&self.grounds.source.study.partners[member.0].id);
            let pointer = pointer(&id);
            let said = pointer.as_ref().and_then(|pointer| self.grounds.source.number(pointer));
            given_once(page, cell, pointer, (said, given[member.0]), (Kind::Percent, Said::Optional));
        }
        self.write_weights(page, key, at, |_, page, member, _| {
            page.see(page.at(top, 5).down(member)).above_zero()
        });
        self.finish(page, top, at.members.len())
    }

    /// The previous shares as long as the key stays near them, else the key in whole percents.
    fn write_keep_within(
        &mut self,
        page: &mut Page<'_>,
        key: &Key,
        at: &Where<'_>,
        (watched, kept, limit): (Node, Node, At),
    ) -> Node {
        let count = at.members.len();
        let (stays_row, any_row) = (self.row, self.row + 1);
        page.word(stays_row, 2, w::STAYS_NEAR, Role::Label);
        page.word(any_row, 2, w::ANY_PERCENT, Role::Label);
        let half = || Term::of(0.5) + Term::of(1e-9);
        for year in 0..self.years() {
            let new = page.down(watched.shares.right(year), count);
            let old = page.down(kept.shares.right(year), count);
            let near = page.maybe(limit).or(&Term::of(0.03)) + Term::of(1e-9);
            let away = (new.clone() - &old).abs().are_more_than(&near).sum_of_each();
            let stays = away.equals(&Term::count(0)).one_or_zero();
            page.figure(page.at(stays_row, YEARS).right(year), &stays, Kind::Whole);
            let percents = (new * &Term::count(100) + &half()).floors();
            let some = percents.are_more_than(&Term::count(0)).sum_of_each().more_than(&Term::count(0));
            let some = some.one_or_zero();
            page.figure(page.at(any_row, YEARS).right(year), &some, Kind::Whole);
        }
        self.row += 2;
        let top = self.row;
        self.write_weights(page, key, at, |_, page, member, year| {
            let cell = |at: At| page.see(at.right(year));
            let (stays, some) = (cell(page.at(stays_row, YEARS)), cell(page.at(any_row, YEARS)));
            let (new, old) = (cell(watched.shares.down(member)), cell(kept.shares.down(member)));
            let whole = (new.clone() * Term::count(100) + half()).floor() / Term::count(100);
            let otherwise = some.equals(&Term::count(1)).then(&whole, &new);
            stays.equals(&Term::count(1)).then(&old, &otherwise)
        });
        self.finish(page, top, count)
    }

    /// The sums of weights, and the shares that they give: adding up to 1, and all the same where there are none.
    fn finish(&mut self, page: &mut Page<'_>, top: u32, count: usize) -> Node {
        let weights = page.at(top, YEARS);
        let shares = weights.right(self.years());
        let sums = weights.down(count);
        page.word(sums.row, 4, w::TOTAL, Role::Total);
        for year in 0..self.years() {
            let all = sum_in_order((0..count).map(|member| page.see(weights.down(member).right(year))));
            page.total(sums.right(year), &all, Kind::Factor);
            for member in 0..count {
                let sum = page.see(sums.right(year));
                let share = page.see(weights.down(member).right(year)) / &sum;
                let same = Term::count(1) / Term::count(count);
                let term = sum.more_than(&Term::count(0)).then(&share, &same);
                page.figure(shares.down(member).right(year), &term, Kind::Percent);
            }
        }
        self.row = sums.row + 2;
        Node { weights, shares }
    }

    /// How far a bearer has grown into its key: α = t / years, with t = 1 in the year of the first go-live.
    fn growth(&mut self, page: &mut Page<'_>, unit: Option<UnitId>, at: &OptionAt) -> At {
        if let Some((_, row)) = self.growth.iter().find(|(known, _)| *known == unit) {
            return *row;
        }
        let here = |moved: &&crate::options::MoveAt| {
            unit.is_none_or(|unit| moved.targets.iter().any(|target| target.unit == unit))
        };
        let months: Vec<Term> = at.moves.iter().filter(here).map(|moved| page.see(moved.go_live)).collect();
        let row = page.at(self.row, YEARS);
        page.word(self.row, 2, w::GROWN, Role::Label);
        let start = page.at(self.row, 6);
        let first = (least_of(&months) / Term::count(12)).floor();
        page.figure(start, &first, Kind::Whole);
        for year in 0..self.years() {
            let t = Term::count(year) - page.see(start) + Term::count(1);
            let years = page.maybe(at.transition);
            let given = years.or_zero();
            let part = (t.clone() / page.see(at.transition)).min(&Term::count(1)).above_zero();
            let begun = t.more_than(&Term::count(0)).one_or_zero();
            let term = years.then(&given.more_than(&Term::count(0)).then(&part, &begun), &Term::count(1));
            page.figure(row.right(year), &term, Kind::Percent);
        }
        self.row += 2;
        self.growth.push((unit, row));
        row
    }

    /// Shares grown into from the historic ones.
    fn grow(&mut self, page: &mut Page<'_>, at: &Where<'_>, from: Node, to: Node) -> SharesAt {
        let Some((_, _, option_at)) = self.option else { return SharesAt(to.shares) };
        let known = |grown: &&(Option<UnitId>, Node, Node, SharesAt)| {
            (grown.0, grown.1, grown.2) == (at.unit, from, to)
        };
        if let Some((.., shares)) = self.grown.iter().find(known) {
            return *shares;
        }
        let growth = self.growth(page, at.unit, option_at);
        self.names(page, &Key::Historic, at);
        for row in (self.row..).take(at.members.len()) {
            page.word(row, 2, w::GROWN_SHARES, Role::Label);
        }
        let shares = page.at(self.row, YEARS).right(self.years());
        for member in 0..at.members.len() {
            for year in 0..self.years() {
                let alpha = page.see(growth.right(year));
                let cell = |node: Node| page.see(node.shares.down(member).right(year));
                let term = (Term::count(1) - &alpha) * cell(from) + alpha * cell(to);
                page.figure(shares.down(member).right(year), &term, Kind::Percent);
            }
        }
        self.row += u32::try_from(at.members.len()).unwrap_or(0) + 1;
        self.grown.push((at.unit, from, to, SharesAt(shares)));
        SharesAt(shares)
    }
}

/// A figure of a key: an input where it first stands, what stands there wherever the key is used again, and a figure
/// that stays where the study does not say it.
fn given_once(
    page: &mut Page<'_>,
    cell: At,
    pointer: Option<String>,
    (said, value): (Option<f64>, f64),
    (kind, how): (Kind, Said),
) {
    let Some(pointer) = pointer else {
        page.frozen(cell, value, kind);
        return;
    };
    let known = page.book.inputs.iter().find(|input| input.pointer == pointer).map(|input| input.at);
    if let Some(first) = known {
        let same = page.maybe(first);
        let there = page.see(first);
        page.figure_or_nothing(cell, &same.there_or_nothing(&there), kind);
        return;
    }
    page.input(cell, said, kind, pointer, how);
    if kind == Kind::Percent {
        page.allow(Area::of(cell), Allowed::Between(0.0, 1.0));
    }
}
