//! The sheet of comparison: what every option saves, in total and by partner (MODEL 9).

use crate::ledger::{Chosen, Grounds, LedgerAt, column as ledger};
use crate::page::Page;
use crate::sheet::{At, Kind, Role};
use crate::split::SplitAt;
use crate::staffing::GroupAt;
use crate::term::{Maybe, Term, sum_in_order};
use deelsom_core::study::PartnerId;
use deelsom_language::words::workbook as w;

/// Where what someone saves stands: years are side by side.
#[derive(Debug, Clone, Copy)]
pub(crate) struct EffectAt {
    pub(crate) saving: At,
    pub(crate) one_off: At,
    pub(crate) recurring: At,
    pub(crate) cumulative: At,
    pub(crate) npv: At,
    /// Years until it pays back; nothing where it does not.
    pub(crate) payback: At,
    pub(crate) payback_year: At,
    pub(crate) deepest: At,
    pub(crate) deepest_year: At,
    pub(crate) structural: At,
}

/// Where an option's comparison stands.
pub(crate) struct ComparedAt {
    pub(crate) total: EffectAt,
    pub(crate) partners: Vec<EffectAt>,
    pub(crate) avoided_increase: At,
    pub(crate) efficiency: At,
    pub(crate) hires_avoided: At,
    /// By post: how much of a vacancy is avoided, and what it is worth by the budget.
    pub(crate) vacancies: Vec<(usize, At, At)>,
    /// By partner and year: a step-down over five years, and the damage that leaving really does.
    pub(crate) exit: Vec<(At, At)>,
}

/// A course with where it stands.
#[derive(Clone, Copy)]
pub(crate) struct CourseAt<'s> {
    pub(crate) ledger: &'s LedgerAt,
    pub(crate) split: &'s SplitAt,
    pub(crate) groups: &'s [GroupAt],
}

const NAME: u16 = 0;
const WHAT: u16 = 1;
const YEARS: u16 = 3;
const COUNT: u32 = 2;
const YEAR: u32 = 3;
const DISCOUNT: u32 = 4;
const WAGE: u32 = 5;

/// Begins the sheet.
pub(crate) fn begin(grounds: &Grounds<'_, '_>, page: &mut Page<'_>) -> u32 {
    page.title(w::COMPARISON, w::ABOUT_COMPARISON);
    page.lay_out((6, 3), &[(0, 0, 26.0), (1, 1, 40.0), (2, 2, 14.0), (3, 300, 14.0)]);
    for (row, word) in
        [(COUNT, w::YEAR_NUMBER), (YEAR, w::YEAR), (DISCOUNT, w::DISCOUNT), (WAGE, w::WAGE_INDEX)]
    {
        page.word(row, WHAT, word, Role::Label);
    }
    page.years(page.at(YEAR, YEARS), grounds.source.study.period);
    for year in 0..grounds.source.years() {
        let at = |page: &Page<'_>, row| page.at(row, YEARS).right(year);
        page.heading_number(at(page, COUNT), year as f64, Kind::Whole);
        for (row, place) in [(DISCOUNT, grounds.assumed.discount[year]), (WAGE, grounds.assumed.wage[year])] {
            let term = page.see(place);
            page.figure(at(page, row), &term, Kind::Factor);
        }
    }
    7
}

/// Writes an option's comparison from a row on. Gives the next free row.
pub(crate) fn write(
    grounds: &Grounds<'_, '_>,
    page: &mut Page<'_>,
    chosen: Chosen<'_, '_>,
    (before, after): (CourseAt<'_>, CourseAt<'_>),
    row: u32,
) -> (ComparedAt, u32) {
    let mut writer = Writer { grounds, page, chosen, row };
    writer.page.text(row, NAME, &chosen.option.name, Role::Title);
    writer.row += 1;
    let vacancies = writer.write_vacancies();
    let compared = writer.write_all(before, after, vacancies);
    (compared, writer.row + 1)
}

struct Writer<'s, 'a, 'p, 'b> {
    grounds: &'s Grounds<'s, 'a>,
    page: &'p mut Page<'b>,
    chosen: Chosen<'s, 'a>,
    row: u32,
}

impl Writer<'_, '_, '_, '_> {
    fn years(&self) -> usize {
        self.grounds.source.years()
    }

    fn line(&mut self, word: deelsom_language::Word) -> At {
        self.page.word(self.row, WHAT, word, Role::Label);
        self.row += 1;
        self.page.at(self.row - 1, YEARS)
    }

    /// Posts that are vacant today and that the option does not fill. Gives the posts, and where fte times cost and the
    /// months since go-live stand.
    fn write_vacancies(&mut self) -> Vec<(usize, At, At, At)> {
        let study = self.grounds.source.study;
        self.page.headings(
            self.row,
            NAME,
            &[
                w::VACANCIES_AVOIDED,
                w::ROLE,
                w::OPEN_TODAY,
                w::CUT,
                w::OPEN_IN_ALL,
                w::FTE_AVOIDED,
                w::BUDGET_VALUE,
                w::OUTTURN_VALUE,
                w::GO_LIVE_NUMBER,
            ],
        );
        self.row += 1;
        let mut rows = Vec::new();
        for at in &self.chosen.at.moves {
            let mut roles: Vec<deelsom_core::study::RoleId> = Vec::new();
            for role in at.targets.iter().flat_map(|target| &target.roles) {
                if !roles.contains(&role.role) {
                    roles.push(role.role);
                }
            }
            for role in roles {
                let of_role: Vec<_> = at
                    .targets
                    .iter()
                    .flat_map(|target| &target.roles)
                    .filter(|one| one.role == role)
                    .collect();
                let mut coming: Vec<(usize, Vec<At>)> = Vec::new();
                for (post, share) in of_role.iter().flat_map(|one| &one.coming) {
                    match coming.iter_mut().find(|(known, _)| known == post) {
                        Some((_, shares)) => shares.push(*share),
                        None => coming.push((*post, vec![*share])),
                    }
                }
                coming.sort_by_key(|(post, _)| *post);
                if coming.is_empty() {
                    continue;
                }
                let top = self.row;
                let page = &mut *self.page;
                let all = |page: &Page<'_>, at: &dyn Fn(&crate::options::RoleAt) -> At| {
                    sum_in_order(of_role.iter().map(|one| page.see(at(one))))
                };
                let cut = (all(page, &|one| one.brought) - all(page, &|one| one.target)).above_zero();
                for ((post, shares), row) in coming.iter().zip(top..) {
                    let at = self.grounds.today.posts[*post];
                    let share = sum_in_order(shares.iter().map(|share| page.see(*share)));
                    let open = share * (page.see(at.posts) - page.see(at.people)).above_zero();
                    page.figure(page.at(row, 2), &open, Kind::Fte);
                }
                let open_in_all = page.down(page.at(top, 2), coming.len()).sum();
                for ((post, _), row) in coming.iter().zip(top..) {
                    let of = &study.posts[*post];
                    page.text(row, NAME, self.grounds.source.unit_name(None, of.unit), Role::Label);
                    page.text(row, WHAT, &study.roles[of.role.0], Role::Label);
                    let [open_at, cut_at, all_at, fte_at, budget_at, outturn_at, from_at] =
                        [2, 3, 4, 5, 6, 7, 8].map(|column| page.at(row, column));
                    page.figure(cut_at, &cut, Kind::Fte);
                    page.figure(all_at, &open_in_all, Kind::Fte);
                    let some = page.see(all_at).more_than(&Term::count(0));
                    let fte = page.see(cut_at).min(&page.see(all_at)) * page.see(open_at) / page.see(all_at);
                    let fte = some.then(&fte, &Term::count(0));
                    page.figure(fte_at, &fte, Kind::Fte);
                    let value = page.see(fte_at) * page.see(self.grounds.today.posts[*post].cost);
                    page.figure(budget_at, &value, Kind::Cents);
                    let cover = page.see(self.grounds.assumed.at("cover_share"))
                        * page.see(self.grounds.assumed.at("cover_price"));
                    let covered = cover * page.see(budget_at);
                    page.figure(outturn_at, &covered, Kind::Cents);
                    let from = page.see(at.go_live);
                    page.figure(from_at, &from, Kind::Whole);
                    rows.push((*post, fte_at, budget_at, from_at));
                }
                self.row += u32::try_from(coming.len()).unwrap_or(0);
            }
        }
        self.row += 1;
        rows
    }

    fn write_all(
        &mut self,
        before: CourseAt<'_>,
        after: CourseAt<'_>,
        vacancies: Vec<(usize, At, At, At)>,
    ) -> ComparedAt {
        let years = self.years();
        self.heading(w::ALL_TOGETHER.text(self.page.language));
        let total = self.lines();
        let avoided_increase = self.line(w::AVOIDED_INCREASE);
        let efficiency = self.line(w::EFFICIENCY);
        let hires_avoided = self.line(w::HIRES_AVOIDED);
        for year in 0..years {
            let page = &mut *self.page;
            let paid = |page: &Page<'_>, split: &SplitAt| {
                sum_in_order(split.paid.iter().map(|one| page.see(one.total.right(year))))
            };
            let saving = (paid(page, before.split) - paid(page, after.split)).in_cents();
            page.figure(total.saving.right(year), &saving, Kind::Cents);
            let once = |page: &Page<'_>, course: CourseAt<'_>| match course.ledger.accounts.first() {
                None => Term::count(0),
                Some(first) => {
                    let count = course.ledger.accounts.len();
                    let flags = page.down(At { column: ledger::ONE_OFF, ..first.years }, count);
                    let amounts = page.down(first.years.right(year), count);
                    amounts.sum_where(&[(&flags, &Term::count(1))])
                }
            };
            let one_off = (once(page, before) - once(page, after)).in_cents();
            page.figure(total.one_off.right(year), &one_off, Kind::Cents);
            let worth = vacancies.iter().map(|(_, _, value, from)| {
                let months = Term::count(12 * (year + 1)) - page.see(*from);
                page.see(*value) * Term::count(12).min(&months).above_zero()
            });
            let wage = page.see(page.at(WAGE, YEARS).right(year));
            let worth = (sum_in_order(worth) / Term::count(12) * wage).in_cents();
            let most = worth.min(&page.see(total.saving.right(year))).above_zero();
            page.figure(avoided_increase.right(year), &most, Kind::Cents);
            let rest = page.see(total.saving.right(year)) - page.see(avoided_increase.right(year));
            page.figure(efficiency.right(year), &rest.in_cents(), Kind::Cents);
            let hires = |page: &Page<'_>, groups: &[GroupAt]| {
                sum_in_order(groups.iter().map(|group| page.see(group.hires.right(year))))
            };
            let fewer = hires(page, before.groups) - hires(page, after.groups);
            page.figure(hires_avoided.right(year), &fewer, Kind::Fte);
        }
        self.finish(&total, None);
        let mut partners = Vec::new();
        let mut exit = Vec::new();
        for partner in self.grounds.source.partners() {
            self.heading(&self.grounds.source.study.partners[partner.0].name);
            let at = self.lines();
            for year in 0..years {
                let page = &mut *self.page;
                let (old, new) = (&before.split.paid[partner.0], &after.split.paid[partner.0]);
                let less = |one: At, other: At| page.see(one.right(year)) - page.see(other.right(year));
                let saving = less(old.total, new.total).in_cents();
                let one_off = less(old.one_off, new.one_off).in_cents();
                page.figure(at.saving.right(year), &saving, Kind::Cents);
                page.figure(at.one_off.right(year), &one_off, Kind::Cents);
            }
            self.finish(&at, Some(partner));
            partners.push(at);
            exit.push(self.write_exit(after.split.paid[partner.0].contribution));
        }
        self.row += 1;
        ComparedAt {
            total,
            partners,
            avoided_increase,
            efficiency,
            hires_avoided,
            vacancies: vacancies.into_iter().map(|(post, fte, value, _)| (post, fte, value)).collect(),
            exit,
        }
    }

    fn heading(&mut self, name: &str) {
        self.row += 1;
        self.page.text(self.row, NAME, name, Role::Heading);
        self.page.years(self.page.at(self.row, YEARS), self.grounds.source.study.period);
        self.row += 1;
    }

    fn lines(&mut self) -> EffectAt {
        let [saving, one_off, recurring, cumulative] =
            [w::SAVING, w::ONE_OFF_PART, w::RECURRING_PART, w::CUMULATIVE].map(|word| self.line(word));
        let value = |at: At| At { column: 2, ..at };
        let npv = value(self.line(w::NPV));
        let payback = value(self.line(w::PAYBACK_YEARS));
        let payback_year = value(self.line(w::PAYBACK_YEAR));
        let deepest = value(self.line(w::DEEPEST));
        let deepest_year = value(self.line(w::DEEPEST_YEAR));
        let structural = value(self.line(w::STRUCTURAL));
        EffectAt {
            saving,
            one_off,
            recurring,
            cumulative,
            npv,
            payback,
            payback_year,
            deepest,
            deepest_year,
            structural,
        }
    }

    /// What follows from savings and their one-off parts.
    fn finish(&mut self, at: &EffectAt, partner: Option<PartnerId>) {
        let years = self.years();
        for year in 0..years {
            let page = &mut *self.page;
            let recurring = (page.see(at.saving.right(year)) - page.see(at.one_off.right(year))).in_cents();
            page.figure(at.recurring.right(year), &recurring, Kind::Cents);
            let saving = page.see(at.saving.right(year));
            let cumulative = if year == 0 {
                saving
            } else {
                (page.see(at.cumulative.right(year - 1)) + saving).in_cents()
            };
            page.figure(at.cumulative.right(year), &cumulative, Kind::Cents);
        }
        let below_at = self.line(w::YEARS_BELOW);
        for year in 0..years {
            let page = &mut *self.page;
            let below = page.see(at.cumulative.right(year)).less_than(&Term::count(0));
            let nth = page.see(page.at(COUNT, YEARS).right(year)) + Term::count(1);
            page.figure(below_at.right(year), &below.then(&nth, &Term::count(0)), Kind::Whole);
        }
        let page = &mut *self.page;
        let worth = page.across(at.saving, years) / &page.across(page.at(DISCOUNT, YEARS), years);
        page.figure(at.npv, &worth.sum_of_each().in_cents(), Kind::Cents);
        let last = page.across(below_at, years).most();
        let last = page.figure(At { column: 2, ..below_at }, &last, Kind::Whole);
        let first_year = f64::from(self.grounds.source.study.period.first_year.0);
        let last_of_all = page.see(last).equals(&Term::count(years));
        let row = page.across(at.cumulative, years);
        let (below, above) = (row.nth(&page.see(last)), row.nth(&(page.see(last) + Term::count(1))));
        let within = page.see(last) - below.clone() / (above - below);
        let immediate = page.see(last).equals(&Term::count(0));
        let payback = or_nothing(&immediate, &Term::count(0), &last_of_all, &within);
        page.figure_or_nothing(at.payback, &payback, Kind::Plain);
        let calendar = Term::of(first_year) + page.see(last);
        let year = or_nothing(&immediate, &Term::of(first_year), &last_of_all, &calendar);
        page.figure_or_nothing(at.payback_year, &year, Kind::Year);
        let lowest = row.least();
        page.figure(at.deepest, &lowest, Kind::Cents);
        let place = row.place_of(&page.see(at.deepest));
        let when = page.across(page.at(YEAR, YEARS), years).nth(&place);
        page.figure(at.deepest_year, &when, Kind::Year);
        let structural = page.see(at.recurring.right(years - 1));
        page.figure(at.structural, &structural, Kind::Cents);
        if let Some(partner) = partner {
            let each = self.line(w::STRUCTURAL_EACH);
            let page = &mut *self.page;
            let term = page.see(at.structural) / page.see(self.grounds.partners[partner.0].inhabitants);
            page.figure(At { column: 2, ..each }, &term.in_cents(), Kind::Cents);
            let each = self.line(w::SAVING_EACH);
            for year in 0..years {
                let page = &mut *self.page;
                let term =
                    page.see(at.saving.right(year)) / page.see(self.grounds.partners[partner.0].inhabitants);
                page.figure(each.right(year), &term.in_cents(), Kind::Cents);
            }
        }
    }

    /// What leaving would cost a partner in each year (MODEL 8).
    fn write_exit(&mut self, contribution: At) -> (At, At) {
        let (steps, damage) = (self.line(w::STEP_DOWN), self.line(w::REAL_DAMAGE));
        let value = |id: &str| self.grounds.assumed.at(id);
        let (share, lasts) = (value("stranded_share"), value("stranded_years"));
        for year in 0..self.years() {
            let page = &mut *self.page;
            let paid = page.see(contribution.right(year));
            let down = sum_in_order([1.0, 0.8, 0.6, 0.4, 0.2].map(Term::of));
            let term = (paid.clone() * down).in_cents();
            page.figure(steps.right(year), &term, Kind::Cents);
            let n = page.see(lasts);
            let whole = n.clone().ceiling();
            let gone = whole.clone() * (whole.clone() - Term::count(1)) / Term::count(2) / &n;
            let fade = n.at_most(&Term::count(0)).then(&Term::count(0), &(whole - gone));
            let term = (page.see(share) * paid * fade).in_cents();
            page.figure(damage.right(year), &term, Kind::Cents);
        }
        (steps, damage)
    }
}

/// The first where this holds, nothing where that holds, else the last.
fn or_nothing(first: &Term, one: &Term, nothing: &Term, other: &Term) -> Maybe {
    let text = format!("IF({},{},IF({},\"\",{}))", first.text(), one.text(), nothing.text(), other.text());
    let value = if first.value() != 0.0 {
        Some(one.value())
    } else if nothing.value() != 0.0 {
        None
    } else {
        Some(other.value())
    };
    Maybe::at(text, value)
}
