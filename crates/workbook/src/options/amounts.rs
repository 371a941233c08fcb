//! Amounts of an option that are paid once or every year (MODEL 5).

use super::{AmountAt, Writer};
use crate::page::Page;
use crate::sheet::{Allowed, Area, Kind, Role, Said};
use crate::term::Term;
use crate::today::month_of;
use deelsom_core::study::{Certainty, Payer};
use deelsom_language::{codes, words::workbook as w};

impl Writer<'_, '_> {
    fn times(&self, per_partner: bool) -> f64 {
        if per_partner { self.option.participants.len() as f64 } else { 1.0 }
    }

    pub(super) fn write_one_offs(&mut self, page: &mut Page<'_>) -> Vec<AmountAt> {
        if self.option.one_offs.is_empty() {
            return Vec::new();
        }
        page.headings(
            self.row,
            0,
            &[
                w::ONE_OFF,
                w::PAYER,
                w::FIRST_MONTH,
                w::MONTHS,
                w::AMOUNT,
                w::CERTAINTY,
                w::TIMES,
                w::PER_MONTH,
                w::FROM_NUMBER,
                w::END_NUMBER,
                w::COUNTS_ONE_OFF,
            ],
        );
        self.row += 1;
        let word = |certainty: Certainty| {
            let code = certainty.code();
            codes::certainty(code).map_or(code, |word| word.text(page.language)).to_owned()
        };
        let words: Vec<(String, String)> =
            Certainty::ALL.iter().map(|one| (word(*one), one.code().to_owned())).collect();
        let estimate = word(Certainty::Estimate);
        let mut places = Vec::new();
        for (nth, cost) in self.option.one_offs.iter().enumerate() {
            let row = self.row;
            let pointer = |field: &str| self.pointer(&format!("one_offs/{nth}/{field}"));
            let at = |column| page.at(row, column);
            let [month, months, amount, certainty, times] = [2, 3, 4, 5, 6].map(at);
            let [monthly, start, end, one_off] = [7, 8, 9, 10].map(at);
            page.text(row, 0, &cost.name, Role::Label);
            self.write_payer(page, row, &cost.payer);
            page.input_month(month, month_of(self.source, cost.month), pointer("month"), Said::Month);
            let given = self.source.number(&pointer("months"));
            page.input(months, given, Kind::Whole, pointer("months"), Said::Optional);
            page.input(amount, Some(cost.amount), Kind::Cents, pointer("amount"), Said::Number);
            let shown =
                words.iter().find(|(_, code)| code == cost.certainty.code()).map(|(word, _)| word.clone());
            page.input_text(certainty, shown.as_deref(), pointer("certainty"), Said::Certainty);
            page.allow(
                Area::of(certainty),
                Allowed::OneOf(words.iter().map(|(word, _)| word.clone()).collect()),
            );
            page.frozen(times, self.times(cost.per_partner), Kind::Whole);
            let uplift = page.see(self.assumed.at("one_off_uplift"));
            let is_estimate = cost.certainty == Certainty::Estimate;
            let text = format!("IF({}=\"{estimate}\",{},1)", page.see(certainty).text(), uplift.text());
            let uplift = Term::at(text, if is_estimate { uplift.value() } else { 1.0 });
            let spread = || page.maybe(months).or(&Term::count(1));
            let per_month = page.see(amount) / &spread() * &uplift * page.see(times);
            let from = self.index(page, month);
            let until = page.see(start).worth(from.value()) + spread();
            page.figure(monthly, &per_month, Kind::Cents);
            page.figure(start, &from, Kind::Whole);
            page.figure(end, &until, Kind::Whole);
            page.frozen(one_off, 1.0, Kind::Whole);
            places.push(AmountAt { monthly, start, end, one_off });
            self.row += 1;
        }
        self.row += 1;
        places
    }

    pub(super) fn write_recurring(&mut self, page: &mut Page<'_>) -> Vec<AmountAt> {
        if self.option.recurring.is_empty() {
            return Vec::new();
        }
        page.headings(
            self.row,
            0,
            &[
                w::RECURRING,
                w::PAYER,
                w::FIRST_MONTH,
                w::LAST_MONTH,
                w::AMOUNT_A_YEAR,
                w::UNSPECIFIED,
                w::TIMES,
                w::PER_MONTH,
                w::FROM_NUMBER,
                w::END_NUMBER,
                w::COUNTS_ONE_OFF,
            ],
        );
        self.row += 1;
        let all = Term::count(self.source.study.period.months());
        let mut places = Vec::new();
        for (nth, cost) in self.option.recurring.iter().enumerate() {
            let row = self.row;
            let pointer = |field: &str| self.pointer(&format!("recurring/{nth}/{field}"));
            let at = |column| page.at(row, column);
            let [month, last, amount, unspecified, times] = [2, 3, 4, 5, 6].map(at);
            let [monthly, start, end, one_off] = [7, 8, 9, 10].map(at);
            page.text(row, 0, &cost.name, Role::Label);
            self.write_payer(page, row, &cost.payer);
            page.input_month(month, month_of(self.source, cost.from), pointer("from"), Said::Month);
            let until = cost.until.and_then(|until| month_of(self.source, until));
            page.input_month(last, until, pointer("until"), Said::OptionalMonth);
            page.input(amount, Some(cost.amount), Kind::Cents, pointer("amount"), Said::Number);
            page.frozen(unspecified, f64::from(u8::from(cost.unspecified)), Kind::Whole);
            page.frozen(times, self.times(cost.per_partner), Kind::Whole);
            let per_month = page.see(amount) / Term::count(12) * page.see(times);
            let from = self.index(page, month);
            let after = self.index(page, last) + Term::count(1);
            let ends = page.maybe(last);
            let length = page.see(end).worth(after.value()) - page.see(start).worth(from.value());
            let short = length.at_most(&Term::count(36)).one_or_zero();
            page.figure(monthly, &per_month, Kind::Cents);
            page.figure(start, &from, Kind::Whole);
            let until = ends.then(&after, &all);
            page.figure(end, &until, Kind::Whole);
            let flag = ends.then(&short, &Term::count(0));
            page.figure(one_off, &flag, Kind::Whole);
            places.push(AmountAt { monthly, start, end, one_off });
            self.row += 1;
        }
        self.row += 1;
        places
    }

    fn write_payer(&self, page: &mut Page<'_>, row: u32, payer: &Payer) {
        match payer {
            Payer::Bearer(unit) => _ = page.text(row, 1, self.unit_name(*unit), Role::Label),
            Payer::Participants | Payer::Key(_) => _ = page.word(row, 1, w::PARTICIPANTS, Role::Label),
        }
    }
}
