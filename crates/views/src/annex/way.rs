//! The way to the option: what stays out, how it was weighed besides money, and when who decides.

use deelsom_core::{Scored, scored};
use deelsom_language::number;
use deelsom_language::words::{table as head, way as words};
use serde_json::Value;

use super::{Annex, Of, Part, Table};
use crate::phases::{Phase, phases};
use crate::structure::{list, name, text};

impl Of<'_> {
    /// What the study says of it; nothing where it says nothing.
    pub(super) fn way(self, annex: &mut Annex) {
        let stays_out = |one: &Value| [name(one), ": ", text(one, "reason")].concat();
        let out = list(self.file, "/out_of_scope").iter().map(stays_out);
        annex.points(words::OUT_OF_SCOPE, out.collect());
        self.weighed(annex);
        let phases = phases(self.seen.study, self.file, self.seen.language);
        let leads_here =
            |phase: &&Phase<'_>| phase.option.is_none_or(|option| text(option, "id") == self.option.id);
        annex.points(words::PHASES, phases.iter().filter(leads_here).map(in_words).collect());
    }

    /// The scores of the option and of today beside each other, where the option was scored.
    fn weighed(self, annex: &mut Annex) {
        let columns: Vec<Scored> = scored(self.seen.study)
            .into_iter()
            .filter(|one| one.option.is_none_or(|option| option == self.place))
            .collect();
        if columns.iter().all(|one| one.option.is_none()) {
            return;
        }
        let said = |value: Option<f64>| {
            value.map_or("–".to_owned(), |value| number::short(self.seen.language, value, 2))
        };
        let mut table = Table::of_words("annex-scores", self.say(words::OPTIONS_SCORED).to_owned());
        table.head(self.say(words::CRITERION));
        table.head(self.say(words::WEIGHT));
        for one in &columns {
            table.head(one.option.map_or_else(|| self.say(words::TODAY), |_| &self.option.name));
        }
        for (place, criterion) in self.seen.study.criteria.list.iter().enumerate() {
            let Some(weight) = criterion.weight else { continue };
            table.row(&criterion.name, String::new());
            table.text(&said(Some(weight)));
            for one in &columns {
                let found = one.criteria.iter().find(|found| found.criterion == place);
                table.text(&said(found.and_then(|found| found.score)));
            }
        }
        table.row(self.say(words::TOTAL), String::new());
        table.text("–");
        for one in &columns {
            table.text(&said(one.total));
        }
        table.row(self.say(head::NPV), format!("/effects/{}", self.place));
        table.text("–");
        for one in &columns {
            match one.option {
                Some(_) => table.saving(self.seen.language, self.effect.result.npv, "npv"),
                None => table.text("–"),
            }
        }
        annex.heading(words::SCORES);
        annex.parts.push(Part::Table(table));
        annex.note(&[words::MONEY_STAYS_OUT]);
    }
}

fn in_words(phase: &Phase<'_>) -> String {
    let decisions = phase.decisions.join("; ");
    let colon = if phase.summary.is_empty() && decisions.is_empty() { "" } else { ": " };
    let blank = if phase.summary.is_empty() || decisions.is_empty() { "" } else { " " };
    [phase.name, ", ", &phase.span, colon, phase.summary, blank, &decisions].concat()
}
