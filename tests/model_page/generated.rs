//! The parts of the model page that follow from the register.

use deelsom_core::study::{Form, Value};
use deelsom_core::{Assumption, Register};
use deelsom_language::{Language, codes, number, quantity, words};

/// The symbols that the formulas use for assumptions.
const SYMBOLS: [(&str, &str); 17] = [
    ("turnover", "a"),
    ("time_to_fill_days", "L"),
    ("cover_share", "φ"),
    ("cover_price", "π"),
    ("steerable_turnover", "γ"),
    ("discount_rate", "d"),
    ("realisation_net", "ρ"),
    ("realisation_gross", "ρ"),
    ("scale_saturation", "N*"),
    ("unavailability", "p"),
    ("stranded_years", "n"),
    ("vat_rate", "τ"),
    ("recoverable_vat", "q"),
    ("elasticity", "ε"),
    ("cost_per_fte", "c"),
    ("coordination", "κ"),
    ("form_reach", "χ"),
];

/// The tables with a row for each form.
const BY_FORM: [&str; 5] =
    ["governance", "director_scale", "client_side_share", "coordination", "form_reach"];

/// What a page says between the markers of a name.
pub(crate) fn block(name: &str, language: Language, register: &Register) -> String {
    match name {
        "assumptions" => {
            let year = register.price_year.0;
            let prices = match language {
                Language::Dutch => {
                    format!("Eurobedragen hebben prijspeil {year}, tenzij er iets anders staat.")
                }
                Language::English => {
                    format!("Euro amounts are in prices of {year}, unless it says otherwise.")
                }
            };
            format!("{prices}\n\n{}", table(language, register, |id| !id.contains('.')))
        }
        "elasticity" => table(language, register, |id| id.starts_with("elasticity.")),
        "cost-per-fte" => table(language, register, |id| id.starts_with("cost_per_fte.")),
        "by-form" => by_form(language, register),
        "sources" => sources(register),
        _ => panic!("nothing generates {name}"),
    }
}

/// Every place of a page between markers: its name, where it begins and where it ends.
pub(crate) fn places(page: &str) -> Vec<(&str, usize, usize)> {
    const OPENING: &str = "<!-- generated: ";
    const END: &str = "<!-- end -->";
    let mut places = Vec::new();
    for (at, _) in page.match_indices(OPENING) {
        let name = page[at + OPENING.len()..].split(" -->").next().expect("a name");
        let start = at + OPENING.len() + name.len() + " -->\n".len();
        let end = start + page[start..].find(END).expect("an end");
        places.push((name, start, end));
    }
    places
}

/// The page with every generated part made anew.
pub(crate) fn renew(page: &str, language: Language, register: &Register) -> String {
    let mut renewed = page.to_owned();
    for (name, start, end) in places(page).into_iter().rev() {
        renewed.replace_range(start..end, &(block(name, language, register) + "\n"));
    }
    renewed
}

/// Ids of the register that the generated tables hold.
pub(crate) fn is_held(id: &str) -> bool {
    let table = table_of(id);
    table == id || matches!(table, "elasticity" | "cost_per_fte") || BY_FORM.contains(&table)
}

fn table_of(id: &str) -> &str {
    id.split_once('.').map_or(id, |(table, _)| table)
}

fn symbol(id: &str) -> &'static str {
    let found = SYMBOLS.iter().find(|(known, _)| *known == table_of(id));
    found.map_or("", |&(_, symbol)| symbol)
}

fn row(cells: &[String]) -> String {
    let cells: Vec<String> = cells.iter().map(|cell| format!(" {cell} ").replace("  ", " ")).collect();
    format!("|{}|", cells.join("|"))
}

fn heading(cells: &[String]) -> [String; 2] {
    let rule: Vec<&str> = cells.iter().map(|_| " --- ").collect();
    [row(cells), format!("|{}|", rule.join("|"))]
}

/// A table of assumptions with one row for each.
fn table(language: Language, register: &Register, held: impl Fn(&str) -> bool) -> String {
    let pick = |dutch, english| str::to_owned(language.pick(dutch, english));
    let mut rows = heading(&[
        "id".to_owned(),
        pick("teken", "symbol"),
        pick("aanname", "assumption"),
        pick("standaard", "default"),
        pick("laag – hoog", "low – high"),
        pick("onderbouwing", "evidence"),
        pick("bron", "source"),
        pick("per dienst", "per service"),
    ])
    .to_vec();
    for entry in register.entries().iter().filter(|entry| held(&entry.id)) {
        rows.push(row(&[
            format!("`{}`", entry.id),
            symbol(&entry.id).to_owned(),
            codes::assumption_label(language, &entry.id).expect("a label"),
            default(language, register, entry),
            range(language, entry).unwrap_or_default(),
            evidence(language, entry),
            source(language, register, entry).unwrap_or_else(|| "–".to_owned()),
            if entry.per_service { words::status::YES.text(language).to_owned() } else { String::new() },
        ]));
    }
    rows.join("\n")
}

/// Spaces are ordinary ones on the page.
fn plain(text: &str) -> String {
    text.replace(number::NO_BREAK_SPACE, " ")
}

fn default(language: Language, register: &Register, entry: &Assumption) -> String {
    let Value::Number(value) = entry.value else { panic!("{} is no number", entry.id) };
    let text = plain(&quantity(language, &entry.unit, value));
    match entry.price_year.filter(|year| *year != register.price_year) {
        Some(year) => format!("{text} ({} {})", language.pick("prijspeil", "prices of"), year.0),
        None => text,
    }
}

/// A value without its unit: the column or the default beside it has that.
fn bare(language: Language, unit: &str, value: f64) -> String {
    match unit {
        "share" | "rate_per_year" => number::percent_short(language, value),
        _ => number::short(language, value, 6),
    }
}

fn range(language: Language, entry: &Assumption) -> Option<String> {
    let low = bare(language, &entry.unit, entry.low?);
    let high = bare(language, &entry.unit, entry.high?);
    Some(format!("{low} – {high}"))
}

fn evidence(language: Language, entry: &Assumption) -> String {
    let word = |code| codes::evidence(code).expect("a word").text(language);
    let value = word(entry.evidence.code());
    if entry.evidence == entry.range_evidence {
        return value.to_owned();
    }
    let range = word(entry.range_evidence.code());
    format!("{value}; {} {range}", language.pick("bandbreedte", "range"))
}

/// The source by its place in the list below the tables, and where to look in it.
fn source(language: Language, register: &Register, entry: &Assumption) -> Option<String> {
    let id = entry.source.as_ref()?;
    let place = register.sources.iter().position(|source| source.id == *id).expect("a known source");
    let locator = entry.locator.as_deref().map(|text| in_notation(language, text)).unwrap_or_default();
    Some(format!("[{}] {locator}", place + 1))
}

/// A text of the register, which is in English, with the numbers in it as the language writes them.
fn in_notation(language: Language, text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let is_digit =
        |place: Option<usize>| place.and_then(|place| letters.get(place)).is_some_and(char::is_ascii_digit);
    letters
        .iter()
        .enumerate()
        .map(|(place, letter)| {
            let inside = is_digit(place.checked_sub(1)) && is_digit(Some(place + 1));
            match letter {
                '.' if inside => language.pick(',', '.'),
                ',' if inside => language.pick('.', ','),
                other => *other,
            }
        })
        .collect()
}

/// The tables with a row for each form, side by side.
fn by_form(language: Language, register: &Register) -> String {
    let mut head = vec![language.pick("vorm", "form").to_owned()];
    for id in BY_FORM {
        let first = register.entry(&format!("{id}.standalone")).expect("a row");
        let unit = codes::unit(&first.unit).expect("a unit").text(language);
        let label = codes::assumption(id).expect("a label").text(language);
        let symbol = symbol(id);
        let name = format!("`{id}` {symbol}").trim_end().to_owned();
        head.push(format!("{name}: {}, {unit}", lower_first(label)));
    }
    head.push(language.pick("onderbouwing", "evidence").to_owned());
    head.push(language.pick("bron", "source").to_owned());
    let mut rows = heading(&head).to_vec();
    for form in Form::ALL {
        let code = form.code();
        let entries: Vec<&Assumption> = BY_FORM
            .iter()
            .map(|id| register.entry(&format!("{id}.{code}")).expect("a row for every form"))
            .collect();
        let word = codes::form(code).expect("a word").text(language);
        let mut cells = vec![format!("`{code}` {word}")];
        cells.extend(entries.iter().map(|entry| match &entry.value {
            Value::Scale(scale) => scale.clone().unwrap_or_else(|| "–".to_owned()),
            Value::ByYear(_) => panic!("{} is a table by year", entry.id),
            Value::Number(value) => {
                let value = bare(language, &entry.unit, *value);
                range(language, entry).map_or(value.clone(), |range| format!("{value} ({range})"))
            }
        }));
        let shown = |texts: Vec<String>| {
            let mut once: Vec<String> = Vec::new();
            for text in texts {
                if !once.contains(&text) {
                    once.push(text);
                }
            }
            if once.is_empty() { "–".to_owned() } else { once.join("; ") }
        };
        cells.push(shown(entries.iter().map(|entry| evidence(language, entry)).collect()));
        cells.push(shown(entries.iter().filter_map(|entry| source(language, register, entry)).collect()));
        rows.push(row(&cells));
    }
    rows.join("\n")
}

fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or(String::new(), |first| first.to_lowercase().collect::<String>() + letters.as_str())
}

fn sources(register: &Register) -> String {
    let lines: Vec<String> = register
        .sources
        .iter()
        .enumerate()
        .map(|(place, source)| {
            let mut line = format!("{}. {}. {}", place + 1, source.title, source.publisher);
            if let Some(date) = &source.date {
                line = format!("{line}, {date}");
            }
            if let Some(url) = &source.url {
                line = format!("{line}, <{url}>");
            }
            line + "."
        })
        .collect();
    lines.join("\n")
}
