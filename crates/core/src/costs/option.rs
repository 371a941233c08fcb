//! One-off and recurring amounts of an option (MODEL 5).

use super::Run;
use crate::ledger::{Account, Basis, Bearer, Book, Line, Origin, first_alike};
use crate::study::{Certainty, Payer, Variant};

pub(super) fn post(run: Run<'_>, option: &Variant, book: &mut Book) {
    let participants = option.participants.len() as f64;
    for (place, cost) in option.one_offs.iter().enumerate() {
        let alike = first_alike(&option.one_offs, place, |one, other| {
            (&one.name, &one.payer) == (&other.name, &other.payer)
        });
        let account = Account {
            bearer: bearer(&cost.payer),
            service: None,
            line: Line::OneOff,
            origin: Some(Origin::OneOff(alike)),
            one_off: true,
        };
        let uplift = if cost.certainty == Certainty::Estimate { run.assumptions.one_off_uplift } else { 1.0 };
        let times = if cost.per_partner { participants } else { 1.0 };
        let months = cost.months as f64;
        let amount = Amount {
            monthly: cost.amount / months * uplift * times,
            quantity: 1.0 / months,
            carries_vat: cost.carries_vat,
        };
        post_months(run, account, &amount, (cost.month, cost.month + cost.months), book);
    }
    for (place, cost) in option.recurring.iter().enumerate() {
        let alike = first_alike(&option.recurring, place, |one, other| {
            (&one.name, &one.payer, one.is_one_off()) == (&other.name, &other.payer, other.is_one_off())
        });
        let account = Account {
            bearer: bearer(&cost.payer),
            service: None,
            line: Line::Recurring,
            origin: Some(Origin::Recurring(alike)),
            one_off: cost.is_one_off(),
        };
        let times = if cost.per_partner { participants } else { 1.0 };
        let end = cost.until.map_or(run.study.period.months(), |until| until + 1);
        let amount = Amount {
            monthly: cost.amount / 12.0 * times,
            quantity: 1.0 / 12.0,
            carries_vat: cost.carries_vat,
        };
        post_months(run, account, &amount, (cost.from, end), book);
    }
}

/// What one month of an amount is, in prices of the base year.
struct Amount {
    monthly: f64,
    quantity: f64,
    carries_vat: bool,
}

/// Posts an amount in the months from the first up to the second, as far as they lie in the period.
fn post_months(
    run: Run<'_>,
    account: Account,
    amount: &Amount,
    (start, end): (usize, usize),
    book: &mut Book,
) {
    let mut years = book.account(account);
    for month in start..end.min(run.study.period.months()) {
        let exact = amount.monthly * run.assumptions.price_index[month / 12];
        let carried_vat = if amount.carries_vat { exact } else { 0.0 };
        years.add(month / 12, Basis { exact, quantity: amount.quantity, carried_vat });
    }
}

fn bearer(payer: &Payer) -> Bearer {
    match payer {
        Payer::Bearer(unit) => Bearer::Unit(*unit),
        Payer::Participants | Payer::Key(_) => Bearer::Shared,
    }
}
