//! The ledger: every cost once, by year, bearer, service and line, with what it was made of (MODEL 6).
//!
//! Costs are positive, income is negative, here and everywhere.

use crate::calendar::{Period, Year};
use crate::money::Money;
use crate::study::json::codes;
use crate::study::{ServiceId, UnitId};

codes! {
    /// What a cost is made for.
    pub enum Line {
        /// Pay and employer's charges of people in post.
        Employment = "employment",
        /// Hired staff for vacancies.
        AgencyCover = "agency_cover",
        /// Finding new people.
        Recruitment = "recruitment",
        /// A place to work.
        Workplace = "workplace",
        /// Seeing people off for whom there is no post.
        Surplus = "surplus",
        /// Costs other than staff.
        Running = "running",
        /// Board, budget cycle and accountant of a joint unit.
        Governance = "governance",
        /// The director of a joint unit.
        Director = "director",
        /// Working together with ever more partners.
        Coordination = "coordination",
        /// What each member keeps to ask and check.
        ClientSide = "client_side",
        /// Bringing terms of employment together.
        Harmonisation = "harmonisation",
        /// Overhead that stays behind.
        Stranded = "stranded",
        /// The fixed grant that municipalities lose by merging.
        GrantLoss = "grant_loss",
        /// Costs made once.
        OneOff = "one_off",
        /// Costs or income that recur.
        Recurring = "recurring",
        /// VAT that cannot be recovered.
        Vat = "vat",
        /// What the guarantee moves between partners.
        Settlement = "settlement",
    }
}

impl Line {
    /// Whether its entries belong to a service.
    pub const fn has_service(self) -> bool {
        matches!(
            self,
            Self::Employment
                | Self::AgencyCover
                | Self::Recruitment
                | Self::Workplace
                | Self::Surplus
                | Self::Running
                | Self::Harmonisation
                | Self::Stranded
        )
    }

    /// Whether it is a cost of its own, and not what sharing makes of others.
    pub const fn is_posted(self) -> bool {
        !matches!(self, Self::Vat | Self::Settlement)
    }

    /// Whether it is one-off in kind; recurring amounts of at most 36 months are so besides (MODEL 9).
    pub const fn is_one_off(self) -> bool {
        matches!(self, Self::OneOff | Self::Surplus | Self::Stranded)
    }

    /// The assumptions that its amounts rest on.
    pub const fn assumptions(self) -> &'static [&'static str] {
        match self {
            Self::Employment => {
                &["cost_per_fte", "turnover", "time_to_fill_days", "steerable_turnover", "wage_index"]
            }
            Self::AgencyCover => {
                &["cover_share", "cover_price", "cost_per_fte", "time_to_fill_days", "wage_index"]
            }
            Self::Recruitment => &["recruitment_cost", "turnover", "time_to_fill_days", "wage_index"],
            Self::Workplace => &["workplace_cost_per_fte", "price_index"],
            Self::Surplus => &["surplus_cost_per_fte", "wage_index"],
            Self::Running | Self::Recurring => &["price_index"],
            Self::Governance => &["governance", "price_index"],
            Self::Director => &["director_scale", "cost_per_fte", "wage_index"],
            Self::Coordination => &["coordination", "harmonisation_degree", "wage_index"],
            Self::ClientSide => &["client_side_share", "wage_index"],
            Self::Harmonisation => &["harmonisation_cost", "turnover", "wage_index"],
            Self::Stranded => &["stranded_share", "stranded_years", "workplace_cost_per_fte", "price_index"],
            Self::GrantLoss => &["fixed_grant_per_municipality", "price_index"],
            Self::OneOff => &["one_off_uplift", "price_index"],
            Self::Vat => &["vat_rate", "recoverable_vat"],
            Self::Settlement => &[],
        }
    }
}

/// Who bears a cost before it is shared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Bearer {
    /// A partner or a joint unit.
    Unit(UnitId),
    /// The participants of the option.
    Shared,
}

/// The running cost, one-off or recurring amount that an entry comes from, by its place in the study or option.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// A place in the study's running costs.
    Running(usize),
    /// A place in the option's one-offs.
    OneOff(usize),
    /// A place in the option's recurring amounts.
    Recurring(usize),
}

/// What an amount was made of.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Basis {
    /// The amount before rounding, euros.
    pub exact: f64,
    /// How much there was of what the line counts: fte-years for staff, hires, exits, years, or euros of base.
    pub quantity: f64,
    /// The part of the exact amount that already carried VAT, euros.
    pub carried_vat: f64,
}

impl Account {
    /// An account of a unit without origin.
    pub(crate) fn of(unit: UnitId, service: Option<ServiceId>, line: Line) -> Self {
        Self { bearer: Bearer::Unit(unit), service, line, origin: None, one_off: line.is_one_off() }
    }

    /// The account's place in the ledger's order (bearer, service, line, origin), and its identity: one number is
    /// quicker to look up by than five. A study's limits keep every part well inside its bits.
    fn order(&self) -> u64 {
        let bearer = match self.bearer {
            Bearer::Unit(unit) => unit.0 as u64,
            Bearer::Shared => 0xFFFF,
        };
        let service = self.service.map_or(0, |service| service.0 as u64 + 1);
        let (kind, place) = match self.origin {
            None => (0, 0),
            Some(Origin::Running(place)) => (1, place as u64),
            Some(Origin::OneOff(place)) => (2, place as u64),
            Some(Origin::Recurring(place)) => (3, place as u64),
        };
        bearer << 48
            | service << 32
            | (self.line as u64) << 24
            | kind << 20
            | place << 4
            | u64::from(self.one_off)
    }
}

impl Basis {
    /// Adds a month.
    pub(crate) fn add_month(&mut self, exact: f64, quantity: f64) {
        self.exact += exact;
        self.quantity += quantity;
    }

    /// The fraction of the amount that already carried VAT.
    pub fn vat_fraction(&self) -> f64 {
        if self.exact == 0.0 { 0.0 } else { self.carried_vat / self.exact }
    }
}

/// An amount in the ledger.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// The calendar year.
    pub year: Year,
    /// Who bears it.
    pub bearer: Bearer,
    /// What it is for, if it belongs to a service.
    pub service: Option<ServiceId>,
    /// What kind of cost it is.
    pub line: Line,
    /// The amount of the file that it comes from, if any.
    pub origin: Option<Origin>,
    /// Whether it counts as one-off.
    pub one_off: bool,
    /// The amount, rounded once.
    pub amount: Money,
    /// What it was made of.
    pub basis: Basis,
}

impl Entry {
    /// The account that it was posted from.
    pub(crate) fn account(&self) -> Account {
        let Self { bearer, service, line, origin, one_off, .. } = *self;
        Account { bearer, service, line, origin, one_off }
    }
}

/// Where amounts of one kind come together before they are posted.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Account {
    pub(crate) bearer: Bearer,
    pub(crate) service: Option<ServiceId>,
    pub(crate) line: Line,
    pub(crate) origin: Option<Origin>,
    pub(crate) one_off: bool,
}

/// The amounts of a course before rounding: the years of every account. A book can be cleared and written again, which is
/// quick where the same accounts are opened in the same order.
pub(crate) struct Book {
    period: Period,
    accounts: Vec<Account>,
    /// Every account's order and its place, sorted.
    order: Vec<(u64, usize)>,
    /// The accounts in the order in which they were opened, with what they were found by, and how far that has come since
    /// the book was cleared.
    opened: Vec<(u64, usize)>,
    next: usize,
    /// Of every year what its [`Basis`] says, each in a list of its own, so that years are added side by side: those of
    /// the first account, then of the second, and so on.
    exact: Vec<f64>,
    quantity: Vec<f64>,
    carried_vat: Vec<f64>,
}

/// The years of an account, to add to.
pub(crate) struct Years<'b> {
    exact: &'b mut [f64],
    quantity: &'b mut [f64],
    carried_vat: &'b mut [f64],
}

impl Years<'_> {
    /// Adds to a year.
    pub(crate) fn add(&mut self, year: usize, basis: Basis) {
        self.exact[year] += basis.exact;
        self.quantity[year] += basis.quantity;
        self.carried_vat[year] += basis.carried_vat;
    }

    /// Adds a month to its year.
    pub(crate) fn add_month(&mut self, month: usize, exact: f64, quantity: f64) {
        self.exact[month / 12] += exact;
        self.quantity[month / 12] += quantity;
    }

    /// Adds to years that follow each other.
    #[inline]
    pub(crate) fn add_years<const YEARS: usize>(
        &mut self,
        first: usize,
        exact: [f64; YEARS],
        quantity: [f64; YEARS],
    ) {
        add_each(&mut self.exact[first..], exact);
        add_each(&mut self.quantity[first..], quantity);
    }

    /// Notes that so much of years that follow each other already carried VAT.
    #[inline]
    pub(crate) fn carry_vat<const YEARS: usize>(&mut self, first: usize, exact: [f64; YEARS]) {
        add_each(&mut self.carried_vat[first..], exact);
    }
}

fn add_each<const YEARS: usize>(sums: &mut [f64], amounts: [f64; YEARS]) {
    for (sum, amount) in sums[..YEARS].iter_mut().zip(amounts) {
        *sum += amount;
    }
}

impl Book {
    pub(crate) fn new(period: Period) -> Self {
        Self {
            period,
            accounts: Vec::new(),
            order: Vec::new(),
            opened: Vec::new(),
            next: 0,
            exact: Vec::new(),
            quantity: Vec::new(),
            carried_vat: Vec::new(),
        }
    }

    /// Takes all amounts out; the accounts stay.
    pub(crate) fn clear(&mut self) {
        for list in [&mut self.exact, &mut self.quantity, &mut self.carried_vat] {
            list.fill(0.0);
        }
        self.next = 0;
    }

    /// The years of an account, to add to.
    pub(crate) fn account(&mut self, account: Account) -> Years<'_> {
        let place = self.open(account);
        self.years_of(place)
    }

    /// Opens an account. Gives its place for [`Book::years_of`].
    pub(crate) fn open(&mut self, account: Account) -> usize {
        let order = account.order();
        let known = self.opened.get(self.next).filter(|(known, _)| *known == order).map(|(_, place)| *place);
        let place = known.unwrap_or_else(|| {
            let place = self.find(account, order);
            self.opened.truncate(self.next);
            self.opened.push((order, place));
            place
        });
        self.next += 1;
        place
    }

    /// The place of an account, which is made if there is none yet.
    fn find(&mut self, account: Account, order: u64) -> usize {
        match self.order.binary_search_by_key(&order, |(order, _)| *order) {
            Ok(known) => self.order[known].1,
            Err(next) => {
                let place = self.accounts.len();
                self.order.insert(next, (order, place));
                self.accounts.push(account);
                let years = self.period.years;
                for list in [&mut self.exact, &mut self.quantity, &mut self.carried_vat] {
                    list.resize(list.len() + years, 0.0);
                }
                place
            }
        }
    }

    /// The years of an account that has been opened.
    pub(crate) fn years_of(&mut self, place: usize) -> Years<'_> {
        let years = place * self.period.years..(place + 1) * self.period.years;
        Years {
            exact: &mut self.exact[years.clone()],
            quantity: &mut self.quantity[years.clone()],
            carried_vat: &mut self.carried_vat[years],
        }
    }

    /// Every account, in the order of a ledger.
    pub(crate) fn accounts(&self) -> impl Iterator<Item = Posted<'_>> {
        self.order.iter().map(|(_, place)| {
            let first = place * self.period.years;
            let years = first..first + self.period.years;
            Posted {
                account: &self.accounts[*place],
                exact: &self.exact[years.clone()],
                quantity: &self.quantity[years.clone()],
                carried_vat: &self.carried_vat[years],
            }
        })
    }

    /// Posts every account, in the order of a ledger, by year: each year's sum is rounded once. Entries of zero are left
    /// out. Gives a list with room for so many more.
    pub(crate) fn post(&self, more: usize) -> Vec<Entry> {
        let some = self.exact.iter().filter(|exact| **exact != 0.0).count();
        let mut entries = Vec::with_capacity(some + more);
        for year in 0..self.period.years {
            entries.extend(self.accounts().filter_map(|posted| {
                let (amount, basis) = (posted.amount(year)?, posted.basis(year));
                let Account { bearer, service, line, origin, one_off } = *posted.account;
                let year = self.period.year(year);
                Some(Entry { year, bearer, service, line, origin, one_off, amount, basis })
            }));
        }
        entries
    }
}

/// An account with all that was added to it.
pub(crate) struct Posted<'b> {
    pub(crate) account: &'b Account,
    exact: &'b [f64],
    quantity: &'b [f64],
    carried_vat: &'b [f64],
}

impl Posted<'_> {
    /// Whether there is no amount in it: so are accounts that an earlier course left behind, of which nothing else needs
    /// to be there any more.
    pub(crate) fn is_empty(&self) -> bool {
        self.exact.iter().all(|exact| *exact == 0.0)
    }

    /// The amounts that are posted, each with its year.
    pub(crate) fn amounts(&self) -> impl Iterator<Item = (usize, Money)> {
        self.exact.iter().enumerate().filter_map(|(year, exact)| Some((year, posted(*exact)?)))
    }

    fn amount(&self, year: usize) -> Option<Money> {
        posted(self.exact[year])
    }

    /// What a year was made of.
    pub(crate) fn basis(&self, year: usize) -> Basis {
        Basis { exact: self.exact[year], quantity: self.quantity[year], carried_vat: self.carried_vat[year] }
    }
}

/// The amount that is posted of an exact one: rounded, where there is any.
fn posted(exact: f64) -> Option<Money> {
    // Most of what is not there was never written: quicker to see than to round.
    if exact == 0.0 {
        return None;
    }
    Some(Money::round(exact)).filter(|amount| !amount.is_zero())
}

/// The first amount of a list that would share an entry with the one at `place`: same name, same payer, same kind.
pub(crate) fn first_alike<T>(list: &[T], place: usize, alike: impl Fn(&T, &T) -> bool) -> usize {
    list[..place].iter().position(|other| alike(other, &list[place])).unwrap_or(place)
}
