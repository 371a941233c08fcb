//! A field of a record, drawn by what belongs in it.

use deelsom_core::Pointed;
use deelsom_core::study::Value as Assumed;
use deelsom_language::words::{Table, editing, field, status};
use deelsom_language::{Word, number};
use deelsom_views::structure::text;
use serde_json::Value;
use yew::Html;

use super::known::{Items, Known};
use super::{Item, Kind, Of, act, key, table};
use crate::edit::{Field, errors};
use crate::mark;
use crate::part::{self, element, join, line, tick, with};
use crate::shown::Shown;
use crate::state::{Reads, deviation, number_at};
use crate::view::remarks;

/// A record on the page.
#[derive(Clone, Copy)]
pub(super) struct Place<'a> {
    pub(super) shown: Shown<'a>,
    pub(super) known: &'a Known,
    /// Where it is.
    pub(super) at: &'a str,
    pub(super) record: &'a Value,
    /// In a table headings are what one sees.
    pub(super) in_table: bool,
}

/// Fields side by side.
pub(crate) fn fields(shown: Shown<'_>, known: &Known, at: &str, items: &[Item]) -> Html {
    let record = shown.state.file.at(at).unwrap_or(&Value::Null);
    let place = Place { shown, known, at, record, in_table: false };
    let fields = items.iter().flat_map(|item| place.draw(item)).collect();
    element("div", with!("class": "choices"), fields)
}

impl<'a> Place<'a> {
    /// What the record is called.
    pub(super) fn name(&self) -> &'a str {
        match deelsom_views::structure::name(self.record) {
            "" if self.record["path"].is_null() => self.known.name(text(self.record, "service")),
            "" => text(self.record, "path"),
            name => name,
        }
    }

    fn value(&self, name: &str) -> &'a Value {
        self.shown.state.file.at(&self.pointer(name)).unwrap_or(&Value::Null)
    }

    fn pointer(&self, name: &str) -> String {
        if name.is_empty() { self.at.to_owned() } else { [self.at, "/", name].concat() }
    }

    /// A label of its own for every field: in a table the row belongs to it.
    fn label(&self, word: Word, of: &str) -> String {
        let mut label = self.shown.say(word).to_owned();
        for part in [of, if self.in_table { self.name() } else { "" }] {
            if !part.is_empty() {
                label += ", ";
                label += part;
            }
        }
        label
    }

    fn field_of(&self, name: &str, reads: Reads, label: String) -> Field {
        let pointer = self.pointer(name);
        if self.in_table { Field::in_table(pointer, reads, label) } else { Field::new(pointer, reads, label) }
    }

    fn field(&self, item: &Item, reads: Reads) -> Field {
        self.field_of(item.name, reads, self.label(item.word, ""))
    }

    /// The field or fields, one for every column.
    pub(super) fn draw(&self, item: &Item) -> Vec<Html> {
        let shown = self.shown;
        let value = self.value(item.name);
        vec![match item.kind {
            Kind::Typed(reads) => self.field(item, reads).fill(shown, value),
            Kind::Optional(reads) => self.field(item, reads).optional().fill(shown, value),
            Kind::Long => self.field(item, Reads::Text).optional().long().fill(shown, value),
            Kind::Code(table) => self.pick(item, Reads::Code, self.codes(table), value),
            Kind::MaybeCode(table) => self.pick(item, Reads::Code, self.or_none(self.codes(table)), value),
            Kind::Flag => self.flag(item, value),
            Kind::One(of) => self.pick(item, Reads::Code, self.known.all(of).clone(), value),
            Kind::Maybe(of) => self.pick(item, Reads::Code, self.or_none(self.known.all(of).clone()), value),
            Kind::Many(of) => self.ticks(item, of, value),
            Kind::Names => part::text(&self.names(value)),
            Kind::Scale => self.field(item, Reads::Code).pick(shown, &shown.state.scales, picked(value)),
            Kind::Cost => self.field(item, Reads::Amount).fill(shown, &self.cost()),
            Kind::InPost => {
                let people = if value.is_null() { &self.record["fte"] } else { value };
                self.field(item, Reads::Fte).optional().fill(shown, people)
            }
            Kind::Post => self.post(item),
            Kind::ByPartner(reads) => return self.by_partner(item, reads),
            Kind::Origin => mark::origin(shown, self.at),
            Kind::Amount if self.record["amounts"].is_null() => {
                self.field(item, Reads::Amount).fill(shown, value)
            }
            Kind::Amount => part::text(shown.say(editing::EVERY_YEAR_ITS_OWN)),
            Kind::Amounts => self.amounts(item),
            Kind::Key | Kind::Payer => {
                let payer = matches!(item.kind, Kind::Payer);
                let otherwise = if payer { shown.say(editing::BY_PARTICIPANTS) } else { "" };
                let label = self.label(item.word, "");
                let pick = key::Pick { label, otherwise, in_table: self.in_table, payer };
                key::with_parts(shown, self.known, &self.pointer(item.name), pick)
            }
            Kind::Rule => self.rule(item, value),
            Kind::Ramp => self.ramp(item, value),
            Kind::Number => part::text(&self.number().0),
            Kind::End => self.field(item, self.number().1).fill(shown, value),
            Kind::Within(record) => {
                let caption = [shown.say(item.word), ": ", self.name()].concat();
                table::within(shown, self.known, record, &self.pointer(item.name), &caption)
            }
        }]
    }

    fn pick(&self, item: &Item, reads: Reads, mut items: Items, value: &Value) -> Html {
        let picked = picked(value);
        // What is no longer there, or was never known, stands in the list as long as it is what the study says.
        if !items.iter().any(|(known, _)| known == picked) {
            let name = if picked.is_empty() { self.shown.say(editing::NOTHING_CHOSEN) } else { picked };
            items.insert(0, (picked.to_owned(), name.to_owned()));
        }
        self.field(item, reads).pick(self.shown, &items, picked)
    }

    fn codes(&self, table: Table) -> Items {
        table.iter().map(|(code, word)| (code.to_owned(), self.shown.say(word).to_owned())).collect()
    }

    fn or_none(&self, mut items: Items) -> Items {
        items.insert(0, (String::new(), self.shown.say(editing::NOT_GIVEN).to_owned()));
        items
    }

    fn flag(&self, item: &Item, value: &Value) -> Html {
        let say = |word| self.shown.say(word).to_owned();
        let words = vec![("true".to_owned(), say(status::YES)), ("false".to_owned(), say(status::NO))];
        let picked = value.as_bool().map_or(String::new(), |said| said.to_string());
        self.field(item, Reads::Json).pick(self.shown, &self.or_none(words), &picked)
    }

    /// What the number of a range is called and how it is typed.
    fn number(&self) -> (String, Reads) {
        let path = text(self.record, "path");
        let number = self.known.numbers.iter().find(|number| number.pointer == path);
        number.map_or_else(|| (path.to_owned(), Reads::Number), |number| (number.name.clone(), number.reads))
    }

    fn names(&self, value: &Value) -> String {
        let ids = value.as_array().into_iter().flatten().filter_map(Value::as_str);
        let names: Vec<&str> = ids.map(|id| self.known.name(id)).collect();
        if names.is_empty() { number::NOT_APPLICABLE.to_owned() } else { names.join(", ") }
    }

    /// A box for each; ticking one gives the list with it, or without it.
    fn ticks(&self, item: &Item, of: Of, value: &Value) -> Html {
        let pointer = self.pointer(item.name);
        let id = remarks::id(&pointer);
        let ids: Vec<&Value> = value.as_array().into_iter().flatten().collect();
        let mut boxes = vec![line("legend", "", &self.label(item.word, ""))];
        for (one, name) in self.known.all(of) {
            let ticked = ids.iter().any(|id| *id == one);
            let mut after: Vec<Value> = ids.iter().filter(|id| **id != one).map(|id| (*id).clone()).collect();
            if !ticked {
                after.push(one.as_str().into());
            }
            let box_id = [&id, "-", one].concat();
            let attributes = with!(
                "id": &box_id,
                "type": "checkbox",
                "value": &Value::Array(after).to_string(),
                "data-pointer": &pointer,
                "data-reads": Reads::Json.code(),
            );
            let label = element("label", with!("for": &box_id), vec![part::text(name)]);
            boxes.push(element("div", with!("class": "switch"), vec![tick(attributes, ticked), label]));
        }
        boxes.push(line("p", "error", &errors(self.shown, &pointer)));
        element("fieldset", with!("id": &id, "tabindex": "-1", "class": "ticks"), boxes)
    }

    /// What a year in the salary scale costs: the study's deviation, else the register's value.
    fn cost(&self) -> Value {
        let scale = text(self.record, "scale");
        if scale.is_empty() {
            return self.record["cost_per_fte"].clone();
        }
        let id = ["cost_per_fte.", scale].concat();
        let file = &self.shown.state.file;
        let own = deviation(file, &id);
        let own = own.and_then(|place| number_at(file, &format!("/assumptions/{place}/value")));
        match self.shown.state.register.entry(&id).map(|entry| &entry.value) {
            _ if own.is_some() => Value::from(own),
            Some(Assumed::Number(cost)) => Value::from(*cost),
            _ => Value::Null,
        }
    }

    /// The post that someone leaves: it says where they work, on what, and as what.
    fn post(&self, item: &Item) -> Html {
        let with = |post: &str| {
            let mut record = self.record.clone();
            for (field, value) in ["unit", "service", "role"].into_iter().zip(post.split('\t')) {
                record[field] = value.into();
            }
            record.to_string()
        };
        let posts = self.known.posts.iter();
        let mut items: Items = posts.map(|(post, name)| (with(post), name.clone())).collect();
        let picked = self.record.to_string();
        if !items.iter().any(|(post, _)| *post == picked) {
            items.insert(0, (picked.clone(), text(self.record, "role").to_owned()));
        }
        self.field(item, Reads::Json).pick(self.shown, &items, &picked)
    }

    fn by_partner(&self, item: &Item, reads: Reads) -> Vec<Html> {
        let partners = self.known.all(Of::Partners).iter();
        let fields = partners.map(|(id, name)| {
            let pointer = [item.name, "/", id].concat();
            let field = self.field_of(&pointer, reads, self.label(item.word, name));
            field.optional().fill(self.shown, self.value(&pointer))
        });
        fields.collect()
    }

    /// An amount for every year, or a way to enter them.
    fn amounts(&self, item: &Item) -> Html {
        let amounts = self.value(item.name);
        if amounts.is_null() {
            return act::button(self.shown, "by-year", self.at, editing::BY_YEAR, "");
        }
        let mut parts = Vec::new();
        let own = amounts.as_object().into_iter().flatten().map(|(year, _)| year);
        let mut years: Vec<&String> = self.known.years.iter().chain(own).collect();
        years.sort();
        years.dedup();
        for year in years {
            let pointer = [item.name, "/", year].concat();
            let field = self.field_of(&pointer, Reads::Amount, self.label(item.word, year));
            parts.push(field.optional().fill(self.shown, self.value(&pointer)));
        }
        parts.push(act::button(self.shown, "at-once", self.at, editing::ONE_AMOUNT, ""));
        element("div", with!("class": "choices"), parts)
    }

    /// The rule, and the number that it asks for.
    fn rule(&self, item: &Item, staffing: &Value) -> Html {
        let shown = self.shown;
        let now = staffing["rule"].as_str().unwrap_or("same");
        let asks = |rule: &str| match rule {
            "percent" => Some(("percent", Reads::Percent, field::PERCENT_FEWER)),
            "norm" => Some(("fte_per_1000", Reads::Number, field::FTE_PER_1000)),
            _ => None,
        };
        let with = |rule: &str| {
            let mut after = serde_json::Map::new();
            after.insert("rule".to_owned(), rule.into());
            if let Some((number, _, _)) = asks(rule) {
                let said = &staffing[number];
                after.insert(number.to_owned(), if said.is_null() { 0.into() } else { said.clone() });
            }
            if !staffing["posts"].is_null() {
                after.insert("posts".to_owned(), staffing["posts"].clone());
            }
            Value::Object(after).to_string()
        };
        let rules = self.codes(deelsom_language::codes::STAFFING_RULES);
        let items: Items = rules.iter().map(|(rule, name)| (with(rule), name.clone())).collect();
        let rule = self.field(item, Reads::Json).pick(shown, &items, &with(now));
        let number = asks(now).map(|(number, reads, word)| {
            let pointer = [item.name, "/", number].concat();
            let field = self.field_of(&pointer, reads, self.label(word, ""));
            field.fill(shown, self.value(&pointer))
        });
        join(vec![rule, number.unwrap_or_default()])
    }

    /// How far the step has been made in each year, with a way to add and take away the last.
    fn ramp(&self, item: &Item, steps: &Value) -> Html {
        let list = self.pointer(item.name);
        let mut parts = vec![line("legend", "", &self.label(item.word, ""))];
        let count = steps.as_array().map_or(0, Vec::len);
        for nth in 0..count {
            let pointer = format!("{}/{nth}", item.name);
            let label = [self.shown.say(editing::PHASE_YEAR), " ", &(nth + 1).to_string()].concat();
            parts.push(self.field_of(&pointer, Reads::Percent, label).fill(self.shown, self.value(&pointer)));
        }
        parts.push(act::button(self.shown, "add", &list, editing::ADD_PHASE, ""));
        if let Some(nth) = count.checked_sub(1) {
            let step = format!("{list}/{nth}");
            parts.push(act::button(
                self.shown,
                "remove",
                &step,
                deelsom_language::words::button::REMOVE,
                &count.to_string(),
            ));
        }
        element("fieldset", with!("id": &remarks::id(&list), "tabindex": "-1", "class": "choices"), parts)
    }
}

fn picked(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}
