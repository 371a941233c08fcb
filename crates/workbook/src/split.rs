//! The sheet of the split: every shared account divided over its members in whole cents, VAT on it, and the guarantee
//! (MODEL 7, 8).

use crate::keys::{Keys, SharesAt};
use crate::ledger::{AccountAt, Carried, Chosen, Course, Grounds, LedgerAt, column as ledger};
use crate::page::Page;
use crate::sheet::{Area, At, Kind, Role};
use crate::term::{Array, Term, sum_in_order};
use deelsom_core::study::{PartnerId, Vat};
use deelsom_core::{Bearer, SharedWorkings};
use deelsom_language::words::workbook as w;

/// What a partner pays by year: years are side by side.
#[derive(Debug, Clone, Copy)]
pub(crate) struct PaidAt {
    pub(crate) own: At,
    pub(crate) contribution: At,
    pub(crate) vat: At,
    pub(crate) settlement: At,
    pub(crate) total: At,
    pub(crate) one_off: At,
}

/// Where a course's split stands.
pub(crate) struct SplitAt {
    /// By partner.
    pub(crate) paid: Vec<PaidAt>,
    /// Every shared account with its parts: members under each other.
    pub(crate) parts: Vec<PartsAt>,
}

/// The parts of a shared account.
#[derive(Debug, Clone)]
pub(crate) struct PartsAt {
    pub(crate) account: AccountAt,
    pub(crate) members: Vec<PartnerId>,
    pub(crate) first: At,
}

const PARTNER_NUMBER: u16 = 2;
const NAME: u16 = 3;
const ONE_OFF: u16 = 4;
const VAT_RATE: u16 = 5;
const VAT_BASE: u16 = 6;
const QUOTAS: u16 = 8;

/// Begins the sheet.
pub(crate) fn begin(grounds: &Grounds<'_, '_>, page: &mut Page<'_>) -> u32 {
    page.title(w::SPLIT, w::ABOUT_SPLIT);
    page.lay_out((4, 4), &[(0, 2, 6.0), (3, 3, 34.0), (4, 7, 10.0), (QUOTAS, 400, 14.0)]);
    page.headings(
        3,
        0,
        &[w::COURSE, w::ACCOUNT, w::NUMBER, w::MEMBER, w::COUNTS_ONE_OFF, w::VAT_RATE, w::VAT_BASE],
    );
    let years = grounds.source.years();
    for (nth, word) in [w::QUOTAS, w::PARTS, w::VAT].into_iter().enumerate() {
        let first = page.at(2, QUOTAS).right(nth * years);
        page.word(2, first.column, word, Role::Note);
        page.years(page.at(3, first.column), grounds.source.study.period);
    }
    5
}

/// A course's split while it is written.
struct Writer<'s, 'a> {
    grounds: &'s Grounds<'s, 'a>,
    course: usize,
    row: u32,
    top: u32,
}

/// Writes a course. Gives where it stands and the next free row.
pub(crate) fn write<'a>(
    grounds: &Grounds<'_, 'a>,
    page: &mut Page<'_>,
    keys: &mut Keys<'_, 'a>,
    course: &Course<'_, 'a>,
    of_ledger: &LedgerAt,
    baseline: Option<&SplitAt>,
    top: u32,
) -> (SplitAt, u32) {
    let Course { number: course, name, chosen, .. } = *course;
    let split_sheet = page.sheet;
    let keys_sheet = keys.sheet();
    let shared = grounds.source.workings.course(chosen.map(|chosen| chosen.option)).shared();
    let mut parts = Vec::new();
    page.sheet = split_sheet;
    page.text(top, NAME, name, Role::Title);
    let mut writer = Writer { grounds, course, row: top + 1, top: top + 1 };
    for account in &of_ledger.accounts {
        let Some(place) = shared.iter().find(|place| is_at(place, account.key.bearer)) else { continue };
        page.sheet = keys_sheet;
        let of_account = keys.shares(page, place, &account.key);
        page.sheet = split_sheet;
        parts.push(writer.write_account(page, account, place, of_account));
    }
    let split = writer.write_partners(page, of_ledger, chosen, baseline, parts);
    (split, writer.row + 1)
}

/// Whether what is shared is what a bearer's accounts are; a partner by itself shares nothing.
fn is_at(place: &SharedWorkings<'_>, bearer: Bearer) -> bool {
    match (place.unit, bearer) {
        (Some(unit), Bearer::Unit(of)) => unit == of,
        (None, Bearer::Shared) => true,
        _ => false,
    }
}

impl Writer<'_, '_> {
    fn years(&self) -> usize {
        self.grounds.source.years()
    }

    /// Divides an account over its members.
    fn write_account(
        &mut self,
        page: &mut Page<'_>,
        account: &AccountAt,
        place: &SharedWorkings<'_>,
        shares: SharesAt,
    ) -> PartsAt {
        let study = self.grounds.source.study;
        let members = place.members().to_vec();
        let years = self.years();
        let top = self.row;
        for (row, (nth, member)) in (top..).zip(members.iter().enumerate()) {
            page.frozen(page.at(row, 0), self.course as f64, Kind::Whole);
            let number = page.see(crate::sheet::At { column: ledger::NUMBER, ..account.years });
            page.figure(page.at(row, 1), &number, Kind::Whole);
            page.frozen(page.at(row, PARTNER_NUMBER), member.0 as f64 + 1.0, Kind::Whole);
            page.text(row, NAME, &study.partners[member.0].name, Role::Label);
            let flag = page.see(account.one_off);
            page.figure(page.at(row, ONE_OFF), &flag, Kind::Whole);
            let rate = page.see(self.grounds.assumed.at("vat_rate"));
            let recovered = page.see(self.grounds.partners[member.0].recoverable_vat);
            let lost = match place.vat() {
                Vat::Taxed if place.is_taxable(nth) => rate * (Term::count(1) - recovered),
                Vat::Exempt if place.is_taxable(nth) => rate * recovered,
                _ => Term::count(0),
            };
            page.figure(page.at(row, VAT_RATE), &lost, Kind::Percent);
            let based = |carried: Term| match place.vat() {
                Vat::Taxed => Term::count(1) - carried,
                Vat::Exempt => carried,
                Vat::None | Vat::Transparent => Term::count(0),
            };
            if let Carried::All(part) = account.carried {
                let term = based(Term::of(part));
                page.figure(page.at(row, VAT_BASE), &term, Kind::Percent);
            }
        }
        let count = members.len();
        let quotas = page.at(top, QUOTAS);
        let first = quotas.right(years);
        for year in 0..years {
            let amount = page.see(account.years.right(year));
            let share = |page: &Page<'_>, member: usize| page.see(shares.0.down(member).right(year));
            divide(page, &amount, (quotas.right(year), first.right(year)), count, (Sums::ToOne, &share));
            for member in 0..count {
                let row = top + u32::try_from(member).unwrap_or(0);
                let rate = page.see(page.at(row, VAT_RATE));
                let part = page.see(first.down(member).right(year));
                let base = match account.carried {
                    Carried::All(_) => page.see(page.at(row, VAT_BASE)),
                    Carried::ByYear(at) => match place.vat() {
                        Vat::Taxed => Term::count(1) - page.see(at.right(year)),
                        Vat::Exempt => page.see(at.right(year)),
                        Vat::None | Vat::Transparent => Term::count(0),
                    },
                };
                if matches!(place.vat(), Vat::Taxed | Vat::Exempt) {
                    let lost = rate * part * base;
                    page.figure(first.right(years).down(member).right(year), &lost, Kind::Factor);
                }
            }
        }
        self.row = top + u32::try_from(count).unwrap_or(0) + 1;
        PartsAt { account: *account, members, first }
    }

    /// What every partner pays.
    fn write_partners(
        &mut self,
        page: &mut Page<'_>,
        of_ledger: &LedgerAt,
        chosen: Option<Chosen<'_, '_>>,
        baseline: Option<&SplitAt>,
        parts: Vec<PartsAt>,
    ) -> SplitAt {
        let study = self.grounds.source.study;
        let years = self.years();
        let (top, rows) = (self.top, usize::try_from(self.row - self.top).unwrap_or(0));
        let accounts = of_ledger.accounts.len();
        let first_account = of_ledger.accounts.first().map(|account| account.years);
        self.row += 1;
        let words = [w::OWN, w::CONTRIBUTION, w::VAT, w::SETTLEMENT, w::TOTAL_PAID, w::OF_WHICH_ONE_OFF];
        let mut paid = Vec::new();
        for partner in self.grounds.source.partners() {
            page.text(self.row, NAME, &study.partners[partner.0].name, Role::Heading);
            let number = page.frozen(page.at(self.row, PARTNER_NUMBER), partner.0 as f64 + 1.0, Kind::Whole);
            for (row, word) in (self.row + 1..).zip(words) {
                page.word(row, NAME, word, Role::Label);
                page.frozen(page.at(row, 0), self.course as f64, Kind::Whole);
            }
            let at = |row: u32| page.at(self.row + 1 + row, QUOTAS);
            let one = PaidAt {
                own: at(0),
                contribution: at(1),
                vat: at(2),
                settlement: at(3),
                total: at(4),
                one_off: at(5),
            };
            for year in 0..years {
                let who = page.see(number);
                let of_ledger_column =
                    |column: u16| first_account.map(|at| page.down(At { column, ..at }, accounts));
                let amounts = first_account.map(|at| page.down(at.right(year), accounts));
                let bearers = of_ledger_column(ledger::BEARER_NUMBER);
                let flags = of_ledger_column(ledger::ONE_OFF);
                let here = |page: &Page<'_>, column: At| page.down(column, rows);
                let members = (rows > 0).then(|| here(page, page.at(top, PARTNER_NUMBER)));
                let shares = (rows > 0).then(|| here(page, page.at(top, QUOTAS).right(years + year)));
                let flagged = (rows > 0).then(|| here(page, page.at(top, ONE_OFF)));
                let lost = (rows > 0).then(|| here(page, page.at(top, QUOTAS).right(2 * years + year)));
                let where_who = |amounts: &Option<Array>,
                                 members: &Option<Array>,
                                 flags: Option<&Option<Array>>| {
                    let (Some(amounts), Some(members)) = (amounts, members) else { return Term::count(0) };
                    match flags {
                        Some(Some(flags)) => amounts.sum_where(&[(members, &who), (flags, &Term::count(1))]),
                        _ => amounts.sum_where(&[(members, &who)]),
                    }
                };
                let own = where_who(&amounts, &bearers, None).in_cents();
                let contribution = where_who(&shares, &members, None).in_cents();
                let vat = where_who(&lost, &members, None).in_cents();
                let one_off = (where_who(&amounts, &bearers, Some(&flags))
                    + where_who(&shares, &members, Some(&flagged)))
                .in_cents();
                page.figure(one.own.right(year), &own, Kind::Cents);
                page.figure(one.contribution.right(year), &contribution, Kind::Cents);
                page.figure(one.vat.right(year), &vat, Kind::Cents);
                page.figure(one.one_off.right(year), &one_off, Kind::Cents);
            }
            paid.push(one);
            self.row += 8;
        }
        self.write_guarantee(page, chosen, baseline, &paid);
        for one in &paid {
            for year in 0..years {
                let at = |at: At| page.see(at.right(year));
                let total =
                    (at(one.own) + at(one.contribution) + at(one.vat) + at(one.settlement)).in_cents();
                page.total(one.total.right(year), &total, Kind::Cents);
            }
        }
        SplitAt { paid, parts }
    }

    /// The guarantee: nobody is worse off than a given amount per inhabitant, as far as the others have room.
    fn write_guarantee(
        &mut self,
        page: &mut Page<'_>,
        chosen: Option<Chosen<'_, '_>>,
        baseline: Option<&SplitAt>,
        paid: &[PaidAt],
    ) {
        let years = self.years();
        for one in paid {
            for year in 0..years {
                page.figure(one.settlement.right(year), &Term::count(0), Kind::Cents);
            }
        }
        let Some((chosen, baseline)) = chosen.zip(baseline) else { return };
        let members = &chosen.option.participants;
        if members.is_empty() {
            return;
        }
        let study = self.grounds.source.study;
        let count = members.len();
        page.word(self.row, NAME, w::GUARANTEE, Role::Heading);
        let top = self.row + 1;
        let rows = u32::try_from(count).unwrap_or(0);
        let blocks = [w::ROOM, w::PAYS, w::GETS];
        let block = |nth: u32| top + nth * (rows + 2);
        for (nth, word) in (0..).zip(blocks) {
            page.word(block(nth) - 1, NAME, word, Role::Heading);
            for (row, member) in (block(nth)..).zip(members) {
                page.frozen(page.at(row, PARTNER_NUMBER), member.0 as f64 + 1.0, Kind::Whole);
                page.text(row, NAME, &study.partners[member.0].name, Role::Label);
            }
        }
        let sums = block(3);
        for (row, word) in (sums..).zip([w::AVAILABLE, w::ASKED, w::RELIEF, w::SHORT]) {
            page.word(row, NAME, word, Role::Label);
        }
        let agreed = page.maybe(chosen.at.guarantee);
        for year in 0..years {
            let column = QUOTAS + u16::try_from(year).unwrap_or(0);
            for (nth, member) in members.iter().enumerate() {
                let one = &paid[member.0];
                let at = |at: At| page.see(at.right(year));
                let before = page.see(baseline.paid[member.0].total.right(year));
                let worse = (at(one.own) + at(one.contribution) + at(one.vat)).in_cents() - before;
                let inhabitants = page.see(self.grounds.partners[member.0].inhabitants);
                let most = (agreed.or_zero() * inhabitants).in_cents();
                let room = agreed.then(&(most - worse).in_cents(), &Term::count(0));
                page.figure(page.at(block(0), column).down(nth), &room, Kind::Cents);
            }
            let rooms = page.down(page.at(block(0), column), count);
            let positive = rooms.clone().are_more_than(&Term::count(0)) * &rooms;
            let available = positive.sum_of_each().in_cents();
            let asked = (-(rooms.clone().are_less_than(&Term::count(0)) * &rooms).sum_of_each()).in_cents();
            let at = |row: u32| page.at(sums + row, column);
            let (available_at, asked_at, relief_at, short_at) = (at(0), at(1), at(2), at(3));
            page.figure(available_at, &available, Kind::Cents);
            page.figure(asked_at, &asked, Kind::Cents);
            let relief = page.see(available_at).min(&page.see(asked_at));
            page.figure(relief_at, &relief, Kind::Cents);
            let short = (page.see(asked_at) - page.see(available_at)).above_zero().in_cents();
            page.figure(short_at, &short, Kind::Cents);
            for (nth, sums_to) in [(1, available_at), (2, asked_at)] {
                // Quotas stand among the parts of other years' columns: a block of their own beside.
                let parts = page.at(block(nth), column);
                let quotas = parts.right(years);
                let amount = page.see(relief_at);
                let all = page.see(sums_to);
                let shares = |page: &Page<'_>, member: usize| {
                    let room = page.see(page.at(block(0), column).down(member));
                    let room = if nth == 1 { room } else { -room };
                    let some = all.clone().more_than(&Term::count(0));
                    some.then(&(room.above_zero() / &all), &Term::count(0))
                };
                divide(page, &amount, (quotas, parts), count, (Sums::ToOneOrNothing, &shares));
            }
            for (nth, member) in members.iter().enumerate() {
                let gives = page.see(page.at(block(1), column).down(nth));
                let gets = page.see(page.at(block(2), column).down(nth));
                let term = (gives - gets).in_cents();
                page.figure(paid[member.0].settlement.right(year), &term, Kind::Cents);
            }
        }
        self.row = sums + 5;
    }
}

/// The share of a member.
type Share<'s> = dyn Fn(&Page<'_>, usize) -> Term + 's;

/// What shares add up to.
#[derive(Clone, Copy)]
enum Sums {
    /// 1, but for the last bit.
    ToOne,
    /// 1, or nothing where nobody has a share.
    ToOneOrNothing,
}

/// Divides an amount in whole cents by largest remainder: quotas under each other, parts under each other, and under the
/// quotas how many cents are left to give. Ties go by order.
fn divide(
    page: &mut Page<'_>,
    amount: &Term,
    (quotas, parts): (At, At),
    count: usize,
    (sums_to, share): (Sums, &Share<'_>),
) {
    let cents = (amount.clone() * Term::count(100)).rounded(0).abs();
    let shares: Vec<Term> = (0..count).map(|member| share(page, member)).collect();
    let all = sum_in_order(shares.iter().cloned());
    for (member, share) in shares.into_iter().enumerate() {
        let quota = cents.clone() * &share;
        // Shares of a key always add up to something; where nobody has room, nothing is divided.
        let quota = match sums_to {
            Sums::ToOne => quota / &all,
            Sums::ToOneOrNothing => quota,
        };
        page.figure(quotas.down(member), &quota, Kind::Factor);
    }
    let area = Area::down(quotas, count);
    let left = cents - page.area(area).floors().sum_of_each();
    let left = page.figure(quotas.down(count), &left, Kind::Whole);
    for member in 0..count {
        let remainder = |at: Area| {
            let cells = page.area(at);
            (cells.clone() - &cells.floors()).rounded(9)
        };
        let own = page.see(quotas.down(member));
        let own_remainder = (own.clone() - own.clone().floor()).rounded(9);
        let mut before = remainder(area).are_more_than(&own_remainder).sum_of_each();
        if member > 0 {
            before = before + remainder(Area::down(quotas, member)).are(&own_remainder).sum_of_each();
        }
        let gets = page.see(left).more_than(&before).one_or_zero();
        let sign = amount.clone().less_than(&Term::count(0)).then(&Term::of(-1.0), &Term::count(1));
        let part = sign * (own.floor() + gets) / Term::count(100);
        page.figure(parts.down(member), &part, Kind::Cents);
    }
}
