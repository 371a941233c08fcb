//! Who pays what: every shared entry divided over its members in cents (MODEL 7), and VAT on it (MODEL 8).

mod guarantee;
mod key;
mod remainder;

pub(crate) use guarantee::settle;
pub use key::key_code;
pub use remainder::largest_remainder;

use crate::costs::Run;
use crate::ledger::{Account, Basis, Bearer, Book, Entry, Line, Origin};
use crate::money::Money;
use crate::problem::Warning;
use crate::study::{Form, Key, Keys, PartnerId, Payer, ServiceId, UnitId, Variant, Vat};
use key::{Shares, Where};
use remainder::Weights;

/// What a partner pays in a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct PartnerYear {
    /// Costs that it bears itself.
    pub own: Money,
    /// Its share in the costs of joint units and of the participants together.
    pub contribution: Money,
    /// VAT on its share that it cannot recover.
    pub vat: Money,
    /// What the guarantee gives it (below zero) or asks of it.
    pub settlement: Money,
    /// The part of all this that is one-off (MODEL 9).
    pub one_off: Money,
}

impl PartnerYear {
    /// All that it pays.
    pub fn total(&self) -> Money {
        self.own + self.contribution + self.vat + self.settlement
    }
}

/// Years by partner, in study order.
pub(crate) type PartnerYears = Vec<Vec<PartnerYear>>;

/// What each partner pays before any guarantee, from the entries of a course.
pub(crate) fn share_entries<'e>(run: Run<'_>, entries: impl Iterator<Item = &'e Entry>) -> PartnerYears {
    let places = Places::of(run);
    let mut warnings = Vec::new();
    let mut sharing = Sharing::of(run, &mut warnings);
    for entry in entries {
        let year = run.study.period.index_of(entry.year);
        let account = entry.account();
        match places.of_bearer(entry.bearer) {
            None => sharing.bear(&account, std::iter::once((year, entry.amount))),
            Some(place) => {
                let shared = sharing.turn_to(place.shared(account));
                sharing.divide(&shared, year, entry.amount, &entry.basis);
            }
        }
    }
    sharing.close().0
}

/// Divides a course's accounts. Gives what each partner pays before any guarantee, and the entries of VAT on it.
pub(crate) fn share(run: Run<'_>, book: &Book, warnings: &mut Vec<Warning>) -> (PartnerYears, Vec<Entry>) {
    let places = Places::of(run);
    let mut sharing = Sharing::of(run, warnings);
    for posted in book.accounts().filter(|posted| !posted.is_empty()) {
        match places.of_bearer(posted.account.bearer) {
            None => sharing.bear(posted.account, posted.amounts()),
            Some(place) => {
                let shared = sharing.turn_to(place.shared(*posted.account));
                for (year, amount) in posted.amounts() {
                    sharing.divide(&shared, year, amount, &posted.basis(year));
                }
            }
        }
    }
    sharing.close()
}

/// What everyone pays, as far as amounts have been shared: in any order in which those of one year keep theirs. Accounts
/// that follow each other mostly have the same shares, which are made once.
struct Sharing<'p, 'a, 'w> {
    run: Run<'a>,
    paid: PartnerYears,
    /// Exact VAT by partner, then by year.
    vat: Vec<f64>,
    /// The shares that were made last, by year.
    made: Vec<Made>,
    /// The account that was turned to last, and the number of those that had other shares than the one before.
    last: Option<Shared<'p, 'a>>,
    number: usize,
    parts: Vec<Money>,
    warnings: &'w mut Vec<Warning>,
}

impl<'p, 'a, 'w> Sharing<'p, 'a, 'w> {
    fn of(run: Run<'a>, warnings: &'w mut Vec<Warning>) -> Self {
        let (partners, years) = (run.study.partners.len(), run.study.period.years);
        Self {
            run,
            paid: vec![vec![PartnerYear::default(); years]; partners],
            vat: vec![0.0; years * partners],
            made: vec![Made::default(); years],
            last: None,
            number: 0,
            parts: Vec::new(),
            warnings,
        }
    }

    /// Takes amounts that nobody shares, each with its year: a partner's own.
    fn bear(&mut self, account: &Account, amounts: impl Iterator<Item = (usize, Money)>) {
        let Bearer::Unit(UnitId(partner)) = account.bearer else { return };
        // From within, which lets the compiler make a plain loop of it.
        amounts.for_each(|(year, amount)| {
            let paid = &mut self.paid[partner][year];
            paid.own += amount;
            if account.one_off {
                paid.one_off += amount;
            }
        });
    }

    /// Turns to an account that is shared, to divide years of it.
    fn turn_to(&mut self, shared: Shared<'p, 'a>) -> Shared<'p, 'a> {
        if !self.last.is_some_and(|last| last.has_shares_of(&shared)) {
            self.number += 1;
        }
        self.last = Some(shared);
        shared
    }

    /// Divides a year of the account that was turned to over those who share it.
    fn divide(&mut self, shared: &Shared<'p, 'a>, year: usize, amount: Money, basis: &Basis) {
        let (place, made) = (shared.place, &mut self.made[year]);
        if made.number != self.number {
            made.number = self.number;
            made.make(self.run, shared, year);
        }
        if made.weightless {
            warn_weightless(self.run, &shared.account, self.warnings);
        }
        made.weights.divide(amount, &mut self.parts);
        let taxed = place.vat_base(basis);
        for ((member, rate), part) in place.members.iter().zip(&place.vat_rates).zip(&self.parts) {
            let paid = &mut self.paid[member.0][year];
            paid.contribution += *part;
            if shared.account.one_off {
                paid.one_off += *part;
            }
            if let Some(taxed) = taxed {
                self.vat[member.0 * self.run.study.period.years + year] += rate * part.euros() * taxed;
            }
        }
    }

    /// Rounds VAT. Gives what everyone pays, and the entries of VAT.
    fn close(mut self) -> (PartnerYears, Vec<Entry>) {
        let period = self.run.study.period;
        let mut entries = Vec::new();
        for (place, exact) in self.vat.into_iter().enumerate() {
            let (partner, year) = (place / period.years, place % period.years);
            let amount = Money::round(exact);
            if !amount.is_zero() {
                self.paid[partner][year].vat = amount;
                entries.push(Entry {
                    year: period.year(year),
                    bearer: Bearer::Unit(UnitId(partner)),
                    service: None,
                    line: Line::Vat,
                    origin: None,
                    one_off: false,
                    amount,
                    basis: Basis { exact, quantity: 1.0, carried_vat: 0.0 },
                });
            }
        }
        (self.paid, entries)
    }
}

/// What each member loses in VAT on a euro that it pays: τ·(1 − q) of what has not carried VAT where charges are taxed,
/// τ·q of what has where they are exempt without passing on input VAT (MODEL 8).
fn vat_rates(run: Run<'_>, treatment: Vat, members: &[PartnerId], taxable: &[bool]) -> Vec<f64> {
    let rate = run.assumptions.vat_rate.get();
    let of_member = |(member, taxable): (&PartnerId, &bool)| {
        let own = run.study.partners[member.0].recoverable_vat;
        let recoverable = own.unwrap_or(run.assumptions.recoverable_vat).get();
        match treatment {
            _ if !taxable => 0.0,
            Vat::None | Vat::Transparent => 0.0,
            Vat::Taxed => rate * (1.0 - recoverable),
            Vat::Exempt => rate * recoverable,
        }
    };
    members.iter().zip(taxable).map(of_member).collect()
}

/// How the entries of one bearer are shared.
pub(crate) struct Place<'a> {
    bearer: Bearer,
    members: Vec<PartnerId>,
    /// The services over which an entry without one is weighed.
    services: Vec<ServiceId>,
    keys: KeysOf<'a>,
    /// The year, counted from the first, in which a transition starts.
    transition_from: Option<usize>,
    vat: Vat,
    /// Whether each member's charges can be taxed: not those of a host, nor any where the municipalities are one.
    taxable: Vec<bool>,
    /// What each member loses in VAT on a euro of its share.
    vat_rates: Vec<f64>,
}

/// Which keys hold.
enum KeysOf<'a> {
    /// A joint unit of today has one.
    Today(&'a Key),
    /// Keys for one of the option's units.
    Unit(&'a Variant, &'a Keys),
    /// Keys for what the participants bear together.
    Shared(&'a Variant, &'a Keys),
}

/// Everything that is shared in a course, by bearer.
pub(crate) struct Places<'a>(Vec<Place<'a>>);

impl<'a> Places<'a> {
    pub(crate) fn of(run: Run<'a>) -> Self {
        let study = run.study;
        let all_services = || (0..study.services.len()).map(ServiceId);
        let mut places = Vec::new();
        for (id, unit) in run.units().filter(|(_, unit)| unit.is_joint()) {
            let bearer = Bearer::Unit(id);
            let members = unit.members.clone();
            let is_taxable = |member: &PartnerId| unit.form != Form::Merger && unit.host != Some(*member);
            let taxable: Vec<bool> = members.iter().map(is_taxable).collect();
            let place = match (run.option.filter(|_| id.0 >= study.units.len()), &unit.key) {
                (Some(option), _) => Place {
                    bearer,
                    members,
                    services: all_services().filter(|one| goes_to(option, *one, id)).collect(),
                    keys: KeysOf::Unit(option, run.keys.unwrap_or(&option.keys)),
                    transition_from: run.first_go_live(Some(id)).map(|month| month / 12),
                    vat: option.vat,
                    vat_rates: vat_rates(run, option.vat, &unit.members, &taxable),
                    taxable,
                },
                (None, key) => Place {
                    bearer,
                    members,
                    services: all_services().filter(|one| run.today.has(id, *one)).collect(),
                    keys: KeysOf::Today(key.as_ref().unwrap_or(&Key::Historic)),
                    transition_from: None,
                    vat: unit.vat,
                    vat_rates: vat_rates(run, unit.vat, &unit.members, &taxable),
                    taxable,
                },
            };
            places.push(place);
        }
        if let Some(option) = run.option {
            let is_taxable = |member: &PartnerId| {
                option.units.iter().all(|unit| unit.form != Form::Merger && unit.host != Some(*member))
            };
            let taxable: Vec<bool> = option.participants.iter().map(is_taxable).collect();
            places.push(Place {
                bearer: Bearer::Shared,
                members: option.participants.clone(),
                services: all_services().filter(|one| option.move_of(*one).is_some()).collect(),
                keys: KeysOf::Shared(option, run.keys.unwrap_or(&option.keys)),
                transition_from: run.first_go_live(None).map(|month| month / 12),
                vat: option.vat,
                vat_rates: vat_rates(run, option.vat, &option.participants, &taxable),
                taxable,
            });
        }
        Self(places)
    }

    /// Its places, one by one.
    pub(crate) fn into_iter(self) -> impl Iterator<Item = Place<'a>> {
        self.0.into_iter()
    }

    pub(crate) fn of_bearer(&self, bearer: Bearer) -> Option<&Place<'a>> {
        self.0.iter().find(|place| place.bearer == bearer)
    }
}

fn goes_to(option: &Variant, service: ServiceId, unit: UnitId) -> bool {
    option.move_of(service).is_some_and(|moved| moved.targets.iter().any(|target| target.unit == unit))
}

impl<'a> Place<'a> {
    /// Whose entries they are.
    pub(crate) fn bearer(&self) -> Bearer {
        self.bearer
    }

    /// Whether a transition can hold here: in units of options and in what participants share.
    pub(crate) fn grows(&self) -> bool {
        !matches!(self.keys, KeysOf::Today(_))
    }

    /// Who shares.
    pub(crate) fn members(&self) -> &[PartnerId] {
        &self.members
    }

    /// The services over which an entry without one is weighed.
    pub(crate) fn services(&self) -> &[ServiceId] {
        &self.services
    }

    /// How charges are taxed.
    pub(crate) fn vat(&self) -> Vat {
        self.vat
    }

    /// Whether the charges of the member at a place can be taxed.
    pub(crate) fn is_taxable(&self, member: usize) -> bool {
        self.taxable[member]
    }

    /// What the member at a place loses in VAT on a euro of its share.
    pub(crate) fn vat_rate(&self, member: usize) -> f64 {
        self.vat_rates[member]
    }

    /// The part of an amount on which there is VAT: what has not carried it where charges are taxed, what has where they
    /// are exempt.
    pub(crate) fn vat_base(&self, basis: &Basis) -> Option<f64> {
        match self.vat {
            Vat::None | Vat::Transparent => None,
            Vat::Taxed => Some(1.0 - basis.vat_fraction()),
            Vat::Exempt => Some(basis.vat_fraction()),
        }
    }

    /// The key of an account, and whether it is the account's own (then no transition holds).
    pub(crate) fn key(&self, account: &Account) -> (&'a Key, bool) {
        let by_line =
            |keys: &'a Keys| keys.lines.iter().find(|(line, _)| *line == account.line).map(|(_, key)| key);
        match self.keys {
            KeysOf::Today(key) => (key, false),
            KeysOf::Unit(_, keys) => {
                let of_service =
                    || keys.services.iter().find(|(service, _)| Some(*service) == account.service);
                let key = by_line(keys)
                    .or_else(|| of_service().map(|(_, key)| key))
                    .or(keys.default.as_ref())
                    .unwrap_or(&Key::Historic);
                (key, false)
            }
            KeysOf::Shared(option, keys) => {
                let payer = match account.origin {
                    Some(Origin::OneOff(place)) => &option.one_offs[place].payer,
                    Some(Origin::Recurring(place)) => &option.recurring[place].payer,
                    _ => &Payer::Participants,
                };
                if let Payer::Key(key) = payer {
                    return (key, true);
                }
                let of_line = by_line(keys);
                let key = match account.line {
                    Line::OneOff => of_line.unwrap_or(&Key::Equal),
                    _ => of_line.or(keys.default.as_ref()).unwrap_or(&Key::Historic),
                };
                (key, false)
            }
        }
    }

    /// One of its accounts, with its key.
    fn shared(&self, account: Account) -> Shared<'_, 'a> {
        let (key, is_own) = self.key(&account);
        Shared { place: self, account, key, is_own }
    }

    /// How far a year of an account has grown into its key: α = t / years, with t = 1 in the year of the first go-live.
    pub(crate) fn transition(&self, account: &Account, year: usize, own_key: bool) -> Option<f64> {
        let (KeysOf::Unit(option, _) | KeysOf::Shared(option, _)) = self.keys else {
            return None;
        };
        let years = option.transition_years.filter(|_| !own_key && account.line != Line::OneOff)?;
        let start = self.transition_from?;
        let t = year as f64 - start as f64 + 1.0;
        Some(if years > 0.0 { (t / years).max(0.0).min(1.0) } else { f64::from(u8::from(t > 0.0)) })
    }
}

/// The shares that a key gives members in a year, adding up to 1.
pub(crate) fn shares_of(
    run: Run<'_>,
    key: &Key,
    members: &[PartnerId],
    services: &[ServiceId],
    year: usize,
) -> Vec<f64> {
    let mut shares = Vec::new();
    Shares { run }.of(key, &Where { members, services, year }, &mut shares);
    shares
}

/// An account that is shared.
#[derive(Clone, Copy)]
struct Shared<'p, 'a> {
    place: &'p Place<'a>,
    account: Account,
    key: &'a Key,
    /// Whether the key is the account's own.
    is_own: bool,
}

impl Shared<'_, '_> {
    /// Whether the other has the same shares in every year.
    fn has_shares_of(&self, other: &Self) -> bool {
        let what = |one: &Self| (one.place.bearer, one.account.service, one.is_grown_into());
        std::ptr::eq(self.key, other.key) && what(self) == what(other)
    }

    /// Whether a transition may hold.
    fn is_grown_into(&self) -> bool {
        !self.is_own && self.account.line != Line::OneOff
    }
}

/// The shares that were made last in a year: entries of one service mostly have the same.
#[derive(Clone, Default)]
struct Made {
    /// The number of the account that they were made for; none has zero.
    number: usize,
    weightless: bool,
    weights: Weights,
    shares: Vec<f64>,
    historic: Vec<f64>,
}

impl Made {
    /// Makes the shares of an account in a year: grown into from the historic ones as far as a transition goes.
    fn make(&mut self, run: Run<'_>, account: &Shared<'_, '_>, year: usize) {
        let Shared { place, account, key, is_own } = account;
        let services = if account.service.is_some() { account.service.as_slice() } else { &place.services };
        let at = Where { members: &place.members, services, year };
        let keys = Shares { run };
        self.weightless = !keys.of(key, &at, &mut self.shares);
        if let Some(alpha) = place.transition(account, year, *is_own).filter(|alpha| *alpha < 1.0) {
            self.weightless |= !keys.of(&Key::Historic, &at, &mut self.historic);
            for (share, historic) in self.shares.iter_mut().zip(&self.historic) {
                *share = (1.0 - alpha) * historic + alpha * *share;
            }
        }
        self.weights = Weights::of(&self.shares);
    }
}

/// Says once for an option and line that a key had no weights, so that everyone paid the same.
fn warn_weightless(run: Run<'_>, account: &Account, warnings: &mut Vec<Warning>) {
    let option =
        run.option.and_then(|option| run.study.options.iter().position(|other| other.id == option.id));
    let path = option.map_or_else(|| "/units".to_owned(), |place| format!("/options/{place}/keys"));
    let service = account.service.map_or("", |service| run.study.services[service.0].id.as_str());
    let warning =
        Warning::new("key_without_weights", path).with("line", account.line.code()).with("service", service);
    if !warnings.contains(&warning) {
        warnings.push(warning);
    }
}
