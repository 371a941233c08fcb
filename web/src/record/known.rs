//! What the records of a study can name, as lists to pick from.

use deelsom_core::Pointed;
use std::cell::RefCell;
use std::rc::Rc;

use deelsom_language::codes;
use deelsom_views::structure::{kinds, list, text};
use serde_json::Value;

use super::Of;
use super::range::{Number, numbers};
use crate::shown::Shown;

/// Pages have one for the study, one for departures and one for every option.
const MOST: usize = 12;

thread_local! {
    static LAST: RefCell<Vec<Rc<Known>>> = const { RefCell::new(Vec::new()) };
}

/// A list to pick from: values and names.
pub(super) type Items = Vec<(String, String)>;

/// What can be named.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Known {
    partners: Items,
    units: Items,
    targets: Items,
    services: Items,
    sources: Items,
    options: Items,
    /// Those that can be scored.
    criteria: Items,
    /// The keys to choose from, by their codes.
    pub(super) keys: Items,
    /// The posts, each as what a departure says of it.
    pub(super) posts: Items,
    /// The numbers that can have a range.
    pub(super) numbers: Vec<Number>,
    /// The services that move in the option, in its order.
    pub(crate) moved: Items,
    /// Years of the period.
    pub(super) years: Vec<String>,
    /// What the study says of assumptions, such as what a scale costs.
    deviations: Value,
}

impl Known {
    /// What a study has names for.
    pub(crate) fn of(shown: Shown<'_>) -> Self {
        let file = &shown.state.file;
        let partners = named(file, "/partners", "name");
        let units = [&partners[..], &named(file, "/units", "name")[..]].concat();
        let period = |field: &str| file.at(&["/period/", field].concat()).and_then(Value::as_u64);
        let (first, years) = (period("first_year").unwrap_or_default(), period("years").unwrap_or_default());
        let mut known = Self {
            partners,
            units,
            targets: Items::new(),
            services: named(file, "/services", "name"),
            sources: named(file, "/sources", "title"),
            options: Items::new(),
            criteria: Items::new(),
            keys: Items::new(),
            posts: Items::new(),
            numbers: Vec::new(),
            moved: Items::new(),
            years: (first..first + years.min(100)).map(|year| year.to_string()).collect(),
            deviations: file["assumptions"].clone(),
        };
        known.keys = known.keys_of(shown, false);
        known
    }

    /// The one that is known already, where nothing has changed: that rows show the same is then seen at a glance.
    pub(crate) fn shared(self) -> Rc<Self> {
        LAST.with_borrow_mut(|last| {
            if let Some(same) = last.iter().find(|known| ***known == self) {
                return same.clone();
            }
            let new = Rc::new(self);
            last.truncate(MOST - 1);
            last.insert(0, new.clone());
            new
        })
    }

    /// The same with what the option at a place has names for.
    pub(crate) fn in_option(&self, shown: Shown<'_>, at: &str) -> Self {
        let file = &shown.state.file;
        let units = named(file, &[at, "/units"].concat(), "name");
        let services = list(file, &[at, "/moves"].concat()).iter().map(|moved| text(moved, "service"));
        Self {
            targets: [&self.partners[..], &units[..]].concat(),
            units: [&self.units[..], &units[..]].concat(),
            keys: self.keys_of(shown, true),
            moved: services.map(|id| (id.to_owned(), self.name(id).to_owned())).collect(),
            ..self.clone()
        }
    }

    /// The same with all posts.
    pub(crate) fn with_posts(&self, shown: Shown<'_>) -> Self {
        let mut posts = Items::new();
        for post in list(&shown.state.file, "/posts") {
            let [unit, service, role] = ["unit", "service", "role"].map(|field| text(post, field));
            let name = [role, ", ", self.name(unit), ", ", self.name(service)].concat();
            posts.push(([unit, "\t", service, "\t", role].concat(), name));
        }
        Self { posts, ..self.clone() }
    }

    /// The same with all numbers.
    pub(crate) fn with_numbers(&self, shown: Shown<'_>) -> Self {
        Self { numbers: numbers(shown, self), ..self.clone() }
    }

    /// The same with all options, their units, and the criteria that can be scored.
    pub(crate) fn with_options(&self, shown: Shown<'_>) -> Self {
        let file = &shown.state.file;
        let mut known = Self { options: named(file, "/options", "name"), ..self.clone() };
        for (place, _) in list(file, "/options").iter().enumerate() {
            known.units.extend(named(file, &format!("/options/{place}/units"), "name"));
        }
        known.criteria = named(file, "/criteria/list", "name");
        known.criteria.retain(|(id, _)| {
            list(file, "/criteria/list").iter().any(|one| one["id"] == id.as_str() && one["money"] != true)
        });
        known
    }

    /// Everything of a kind.
    pub(super) fn all(&self, of: Of) -> &Items {
        match of {
            Of::Partners => &self.partners,
            Of::Units => &self.units,
            Of::Targets => &self.targets,
            Of::Services => &self.services,
            Of::Sources => &self.sources,
            Of::Options => &self.options,
            Of::Criteria => &self.criteria,
        }
    }

    /// The name of a partner, unit or service; the id where there is none.
    pub(super) fn name<'a>(&'a self, id: &'a str) -> &'a str {
        let all = self.units.iter().chain(&self.targets).chain(&self.services);
        all.into_iter().find(|(known, _)| known == id).map_or(id, |(_, name)| name)
    }

    /// The name of a key by its code, with its service where it has one.
    pub(super) fn key_name(&self, shown: Shown<'_>, code: &str) -> String {
        let (kind, service) = code.split_once(' ').unwrap_or((code, ""));
        let name = codes::key(kind).map_or(kind, |word| shown.say(word));
        if service.is_empty() { name.to_owned() } else { [name, " (", self.name(service), ")"].concat() }
    }

    fn keys_of(&self, shown: Shown<'_>, of_option: bool) -> Items {
        let kinds = kinds(&shown.state.file, of_option).into_iter();
        kinds.map(|code| (code.clone(), self.key_name(shown, &code))).collect()
    }
}

/// The records of a list by id and name.
fn named(file: &Value, pointer: &str, field: &str) -> Items {
    let records = list(file, pointer).iter();
    records.map(|record| (text(record, "id").to_owned(), text(record, field).to_owned())).collect()
}
