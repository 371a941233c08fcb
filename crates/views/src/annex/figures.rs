//! The tables and charts of the annex.

use deelsom_core::Money;
use deelsom_language::words::{chart, field, keep as words, legend, note, page, table as head};
use deelsom_language::{Word, codes};

use super::{Annex, Of, Part, Table};
use crate::split::{UnderKey, code, under_keys};
use crate::{cumulative, keys, one_off};

/// So many partners stand beside each other on a sheet of A4, with two columns each.
const ABREAST: usize = 3;

impl Of<'_> {
    /// Every table and chart.
    pub(super) fn figures(self, annex: &mut Annex) {
        annex.heading(page::OPTIONS);
        annex.parts.push(Part::Table(self.options()));
        annex.note(&[legend::PLUS_IS_ADVANTAGE, note::AGAINST_BASELINE]);
        annex.heading(chart::CUMULATIVE);
        annex.parts.push(Part::Chart(cumulative::draw(self.seen)));
        annex.parts.push(Part::Table(self.years()));
        annex.heading(page::PARTNER_RESULTS);
        annex.parts.push(Part::Table(self.partners()));
        let partners: Vec<usize> = (0..self.effect.partners.len()).collect();
        for abreast in partners.chunks(self.abreast()) {
            annex.parts.push(Part::Table(self.partner_years(abreast)));
        }
        self.by_key(annex);
    }

    /// How many partners stand beside each other, so that every table has about as many.
    fn abreast(self) -> usize {
        let partners = self.effect.partners.len().max(1);
        partners.div_ceil(partners.div_ceil(ABREAST))
    }

    fn of_euros(self, id: &str, caption: &str, heads: &[Word]) -> Table {
        let mut table = Table::of_euros(self.seen.language, id, caption);
        for word in heads {
            table.head(self.say(*word));
        }
        table
    }

    /// A caption that says of what a table is, since several are alike.
    fn of(self, word: Word, name: &str) -> String {
        [self.say(word), ": ", name].concat()
    }

    fn options(self) -> Table {
        let language = self.seen.language;
        let heads = [
            head::OPTION,
            field::FORM,
            head::NPV,
            head::PAYBACK,
            head::STRUCTURAL,
            head::ONE_OFF,
            head::DEEPEST,
        ];
        let mut table = self.of_euros("annex-options", self.say(page::COMPARISON), &heads);
        let options = self.seen.study.options.iter().zip(&self.seen.outcome.effects);
        for (place, (option, effect)) in options.enumerate() {
            let at = format!("/effects/{place}");
            table.row(&option.name, at.clone());
            let form = option.units.first().and_then(|unit| codes::form(unit.form.code()));
            table.text(form.map_or("", |word| self.say(word)));
            table.saving(language, effect.result.npv, "npv");
            table.payback(language, effect.result.payback);
            table.saving(language, effect.result.structural, "structural");
            let years = 0..effect.result.years.len();
            let parts: Vec<String> = years.map(|year| format!("{at}/years/{year}/one_off")).collect();
            table.at(parts.join("+"));
            table.saving(language, one_off(&effect.result), "");
            table.at(at);
            table.saving(language, effect.result.deepest.amount, "deepest/amount");
        }
        table
    }

    /// The option, year by year.
    fn years(self) -> Table {
        let language = self.seen.language;
        let heads = [head::YEAR, head::RECURRING, head::ONE_OFF, head::TOGETHER, head::CUMULATIVE];
        let mut table = self.of_euros("annex-years", &self.of(words::BY_YEAR, &self.option.name), &heads);
        for (nth, year) in self.effect.result.years.iter().enumerate() {
            table.row(&year.year.to_string(), format!("/effects/{}/years/{nth}", self.place));
            table.saving(language, year.recurring, "recurring");
            table.saving(language, year.one_off, "one_off");
            table.saving(language, year.saving, "saving");
            table.saving(language, year.cumulative, "cumulative");
        }
        table
    }

    fn partners(self) -> Table {
        let language = self.seen.language;
        let heads =
            [head::PARTNER, head::NPV, head::PAYBACK, head::STRUCTURAL, head::STRUCTURAL_PER_INHABITANT];
        let mut table =
            self.of_euros("annex-partners", &self.of(page::PARTNER_RESULTS, &self.option.name), &heads);
        for (place, effect) in self.effect.partners.iter().enumerate() {
            table.row(self.partner(place), self.of_partner(place));
            table.saving(language, effect.result.npv, "npv");
            table.payback(language, effect.result.payback);
            table.saving(language, effect.result.structural, "structural");
            table.saving_exact(language, effect.structural_per_inhabitant, "structural_per_inhabitant");
        }
        table
    }

    fn partner(&self, place: usize) -> &str {
        self.seen.study.partners.get(place).map_or("", |partner| &partner.name)
    }

    /// Where the report says what a partner gets.
    fn of_partner(self, place: usize) -> String {
        format!("/effects/{}/partners/{place}", self.place)
    }

    /// Some partners beside each other, year by year.
    fn partner_years(self, partners: &[usize]) -> Table {
        let language = self.seen.language;
        let id = format!("annex-years-{}", partners.first().copied().unwrap_or_default());
        let names: Vec<&str> = partners.iter().map(|partner| self.partner(*partner)).collect();
        let caption = self.of(words::BY_YEAR, &names.join(", "));
        let mut table = self.of_euros(&id, &caption, &[head::YEAR]);
        for partner in partners {
            for word in [head::RECURRING, head::ONE_OFF] {
                table.head(&[self.partner(*partner), ": ", &self.say(word).to_lowercase()].concat());
            }
        }
        for (nth, year) in self.seen.study.period.all_years().enumerate() {
            table.row(&year.to_string(), String::new());
            for partner in partners {
                let Some(year) = self.effect.partners[*partner].result.years.get(nth) else { continue };
                table.at(format!("{}/years/{nth}", self.of_partner(*partner)));
                table.saving(language, year.recurring, "recurring");
                table.saving(language, year.one_off, "one_off");
            }
        }
        table
    }

    /// What every partner pays in the last year under each key.
    fn by_key(self, annex: &mut Annex) {
        let Some(last) = self.seen.study.period.years.checked_sub(1) else { return };
        let course = self.seen.outcome.option(self.place);
        let rows = under_keys(self.seen.study, self.seen.register, self.option, course, last);
        let year = self.seen.study.period.year(last);
        annex.heading(page::KEYS);
        if let Some(drawn) = keys::draw(self.seen, year, &rows) {
            annex.parts.push(Part::Chart(drawn));
            if keys::leaves_out(&rows) {
                annex.note(&[note::KEYS_IN_CHART]);
            }
        }
        let caption = format!("{} {year}", self.say(words::OWN_KEYS_YEAR));
        let mut table = self.of_euros("annex-keys", &caption, &[head::KEY]);
        for partner in &self.seen.study.partners {
            table.head(&partner.name);
        }
        table.head(self.say(head::TOGETHER));
        for row in &rows {
            self.under_key(row, last, &mut table);
        }
        annex.parts.push(Part::Table(table));
        annex.note(&[note::REDISTRIBUTION, note::OWN_KEY_STAYS]);
    }

    fn under_key(self, row: &UnderKey, year: usize, table: &mut Table) {
        // Figures under another key are in no report, but they can be asked about.
        let own = crate::split::OWN_KEYS.to_owned();
        let key = row.key.as_ref().and_then(|key| code(self.seen.study, key)).unwrap_or(own);
        let total = format!("total?{}/{key}", self.place);
        let course = format!("/courses/{}", self.place + 1);
        table.row(&keys::name(self.seen, row), String::new());
        let mut sum = Money::ZERO;
        for (place, pays) in row.pays.iter().enumerate() {
            table.at(format!("{course}/partners/{place}/years/{year}"));
            table.euros(self.seen.language, *pays, &total);
            sum += *pays;
        }
        table.at(format!("{course}/years/{year}"));
        table.euros(self.seen.language, sum, &total);
    }
}
