//! A part put into a study: it takes the place of what the study had of that partner, and of nothing else.

use deelsom_core::{Problem, Register};
use deelsom_language::{Language, date, sentences};
use serde_json::Value;

use super::changes::{Change, is_the_same, pairs};
use super::{OF_UNIT, check, volume_of};
use crate::names::Known;
use crate::place::{add, list, object, problems, set};
use crate::ranges;
use crate::subject::{Subject, VOLUME};

/// A study with parts in it.
#[derive(Debug, Clone, PartialEq)]
pub struct Merged {
    /// The study.
    pub study: Value,
    /// What every part brought.
    pub supplied: Vec<Supplied>,
    /// Ranges of the study that are about nothing any more.
    pub lost_ranges: usize,
    /// What rows refer to.
    pub known: Known,
}

/// What a part brought.
#[derive(Debug, Clone, PartialEq)]
pub struct Supplied {
    /// The partner's name.
    pub partner: String,
    /// Who supplied it.
    pub by: String,
    /// When, as `2026-11-22`.
    pub date: String,
    /// Names of services that the study did not have.
    pub services: Vec<String>,
    /// What is other than it was.
    pub changes: Vec<Change>,
}

/// Merges parts into a study, one after the other; or gives every problem with the place of its part, none where the study
/// as a whole does not hold together with them. The language is that of the titles of sources that are added.
pub fn merge(
    study: &Value,
    parts: &[Value],
    register: &Register,
    language: Language,
) -> Result<Merged, Vec<(Option<usize>, Problem)>> {
    // Only what can be calculated is merged into.
    let own = problems(study, register).into_iter().map(|problem| (None, problem));
    let mut found: Vec<_> = own.collect();
    let mut seen: Vec<&str> = Vec::new();
    for (place, part) in parts.iter().enumerate() {
        found.extend(check(part, study, register).into_iter().map(|problem| (Some(place), problem)));
        let id = part["partner"]["id"].as_str().unwrap_or_default();
        if seen.contains(&id) && !id.is_empty() {
            found.push((Some(place), Problem::new("part_twice", "/partner/id").with("id", id)));
        }
        seen.push(id);
    }
    if !found.is_empty() {
        return Err(found);
    }
    let mut merging = Merging { study: study.clone(), lost_ranges: 0, language };
    let supplied = parts.iter().map(|part| merging.take_in(part)).collect();
    let wrong = problems(&merging.study, register);
    if !wrong.is_empty() {
        return Err(wrong.into_iter().map(|problem| (None, problem)).collect());
    }
    let known = Known::of(&merging.study);
    Ok(Merged { study: merging.study, supplied, lost_ranges: merging.lost_ranges, known })
}

struct Merging {
    study: Value,
    lost_ranges: usize,
    language: Language,
}

/// A part on its way into a study.
struct Incoming<'a> {
    part: &'a Value,
    /// The partner's id in the study.
    partner: String,
    name: String,
    by: &'a str,
    date: &'a str,
    /// The ids of services in the part, and in the study.
    services: Vec<(String, String)>,
}

impl Merging {
    fn take_in(&mut self, part: &Value) -> Supplied {
        let text = |value: &'static str| part[value].as_str().unwrap_or_default();
        let (services, new_services) = self.services(part);
        let (partner, name) = self.partner_of(part);
        let incoming =
            Incoming { part, partner, name, by: text("supplied_by"), date: text("date"), services };
        let mut changes = Vec::new();
        self.partner(&incoming, &mut changes);
        for subject in OF_UNIT.into_iter().filter_map(Subject::from_code) {
            self.rows(subject, &incoming, &mut changes);
        }
        self.volumes(&incoming, &mut changes);
        Supplied {
            partner: incoming.name,
            by: incoming.by.to_owned(),
            date: incoming.date.to_owned(),
            services: new_services,
            changes,
        }
    }

    /// Finds every service of a part in the study by its id or its name, and adds those that are not there.
    fn services(&mut self, part: &Value) -> (Vec<(String, String)>, Vec<String>) {
        let mut names = Known::of(&self.study).services;
        let (mut ids, mut added) = (Vec::new(), Vec::new());
        for service in list(part, "services") {
            let (id, name) = id_and_name(service);
            let known = names.iter().find(|(known, _)| *known == id).map(|(known, _)| known);
            let here = known.or_else(|| names.find(name)).map(str::to_owned);
            let here = here.unwrap_or_else(|| {
                names.add(id, name);
                add(&mut self.study, "services", [service.clone()]);
                added.push(name.to_owned());
                id.to_owned()
            });
            ids.push((id.to_owned(), here));
        }
        (ids, added)
    }

    /// The id and the name of the partner in the study, by its id or its name there.
    fn partner_of(&self, part: &Value) -> (String, String) {
        let (id, name) = id_and_name(&part["partner"]);
        let partners = crate::names::Names::of(&self.study, &["partners"]);
        let known = partners.iter().find(|(known, _)| *known == id).map(|(known, _)| known);
        let id = known.or_else(|| partners.find(name)).unwrap_or(id);
        (id.to_owned(), name.to_owned())
    }

    fn partner(&mut self, incoming: &Incoming<'_>, changes: &mut Vec<Change>) {
        let mut after = incoming.part["partner"].clone();
        after["id"] = incoming.partner.as_str().into();
        let place = list(&self.study, "partners").iter().position(|one| one["id"] == after["id"]);
        let before = place.map(|place| self.study["partners"][place].clone());
        self.supply(&mut after, before.as_ref(), incoming);
        changes.extend(self.change(Subject::Partners, before.as_ref(), Some(&after)));
        match place {
            Some(place) => self.study["partners"][place] = after,
            None => add(&mut self.study, "partners", [after]),
        }
    }

    /// Puts the part's rows of a kind where the partner's stood.
    fn rows(&mut self, subject: Subject, incoming: &Incoming<'_>, changes: &mut Vec<Change>) {
        let whole = self.study.clone();
        let all = list(&whole, subject.code());
        let is_own = |row: &Value| row["unit"] == incoming.partner.as_str();
        let own: Vec<Value> = all.iter().filter(|row| is_own(row)).cloned().collect();
        let mut after: Vec<Value> =
            list(incoming.part, subject.code()).iter().map(|row| incoming.as_here(row)).collect();
        for (old, new) in pairs(subject, &own, &after.clone()) {
            changes.extend(self.change(subject, old, new));
            if let Some(place) = new.and_then(|new| after.iter().position(|row| row == new)) {
                self.supply(&mut after[place], old, incoming);
            }
        }
        let first = all.iter().position(is_own).unwrap_or(all.len());
        let others =
            |rows: &[Value]| -> Vec<Value> { rows.iter().filter(|row| !is_own(row)).cloned().collect() };
        let rows = [others(&all[..first]), after, others(&all[first..])].concat();
        set(&mut self.study, subject.code(), rows);
        self.lost_ranges += ranges::follow(&mut self.study, &whole, subject);
    }

    /// Puts what the partner uses beside what the others use.
    fn volumes(&mut self, incoming: &Incoming<'_>, changes: &mut Vec<Change>) {
        let partner = incoming.partner.as_str();
        let before = self.study.clone();
        let own: Vec<Value> =
            list(&before, "volumes").iter().filter_map(|row| volume_of(row, partner)).collect();
        let after: Vec<Value> =
            list(incoming.part, "volumes").iter().map(|row| incoming.as_here(row)).collect();
        for (old, new) in pairs(Subject::Volumes, &own, &after) {
            let amount = |row: Option<&Value>| row.map_or(Value::Null, |row| row[VOLUME.code].clone());
            if amount(old).as_f64() != amount(new).as_f64() {
                changes.extend(self.change(Subject::Volumes, old, new));
            }
            match (old, new) {
                (_, Some(new)) => self.volume(new, incoming),
                (Some(old), None) => self.forget_volume(&old["service"], partner),
                (None, None) => {}
            }
        }
        self.lost_ranges += ranges::follow(&mut self.study, &before, Subject::Volumes);
    }

    fn volume(&mut self, new: &Value, incoming: &Incoming<'_>) {
        let place = list(&self.study, "volumes").iter().position(|row| row["service"] == new["service"]);
        if let Some(place) = place {
            self.study["volumes"][place]["by_partner"][&incoming.partner] = new[VOLUME.code].clone();
        } else {
            let mut row = super::by_partner(new, &incoming.partner);
            self.supply(&mut row, None, incoming);
            add(&mut self.study, "volumes", [row]);
        }
    }

    /// Takes away what a partner used; where nobody uses anything, the row goes too.
    fn forget_volume(&mut self, service: &Value, partner: &str) {
        let mut rows = list(&self.study, "volumes").to_vec();
        for row in rows.iter_mut().filter(|row| row["service"] == *service) {
            if let Some(used) = row["by_partner"].as_object_mut() {
                used.remove(partner);
            }
        }
        rows.retain(|row| row["by_partner"].as_object().is_none_or(|used| !used.is_empty()));
        set(&mut self.study, "volumes", rows);
    }

    fn change(&self, subject: Subject, before: Option<&Value>, after: Option<&Value>) -> Option<Change> {
        Change::of(subject, &Known::of(&self.study), before, after)
    }

    /// Says of a row who supplied it. One that says what it said before keeps the source that it had.
    fn supply(&mut self, row: &mut Value, before: Option<&Value>, incoming: &Incoming<'_>) {
        if let Some(before) = before.filter(|before| is_the_same(before, row)) {
            *row = before.clone();
            return;
        }
        let own = row["source"].as_str().unwrap_or_default().to_owned();
        let id = self.source(&own, incoming);
        row["source"] = id.into();
    }

    /// The id of the supplier as a source, which names the supplier's own source too; added where it is new.
    fn source(&mut self, own: &str, incoming: &Incoming<'_>) -> String {
        let mut id = ["part", &incoming.partner, incoming.date].join("-");
        let source = list(incoming.part, "sources").iter().find(|source| source["id"] == own);
        let title = source.map_or(own, |source| source["title"].as_str().unwrap_or(own));
        if !own.is_empty() {
            id = [&id, own].join("-");
        }
        if !list(&self.study, "sources").iter().any(|source| source["id"] == id.as_str()) {
            let day = date::from_iso(self.language, incoming.date);
            let title = sentences::supplied(self.language, &incoming.name, incoming.by, &day, title);
            let source =
                object([("id", id.as_str().into()), ("title", title.into()), ("date", incoming.date.into())]);
            add(&mut self.study, "sources", [source]);
        }
        id
    }
}

impl Incoming<'_> {
    /// A row with the ids that the study has.
    fn as_here(&self, row: &Value) -> Value {
        let mut row = row.clone();
        if row.get("unit").is_some() {
            row["unit"] = self.partner.as_str().into();
        }
        let here = self.services.iter().find(|(there, _)| row["service"] == there.as_str());
        if let Some((_, here)) = here {
            row["service"] = here.as_str().into();
        }
        row
    }
}

fn id_and_name(one: &Value) -> (&str, &str) {
    let id = one["id"].as_str().unwrap_or_default();
    (id, one["name"].as_str().unwrap_or(id))
}
