//! Two keys side by side, a slider that mixes them, and where each municipality tips.

use std::cell::RefCell;
use std::rc::Rc;

use deelsom_core::study::Key;
use deelsom_core::{Effect, Pointed};
use deelsom_language::words::{mix as words, table as head};
use deelsom_language::{number, parse, sentences};
use deelsom_views::mix::{self, Mix, Tipping, weighed};
use deelsom_views::{keys, split};
use serde_json::{Map, Value};
use yew::{Callback, Html};

use crate::chart::chart;
use crate::figure::six;
use crate::flow::Flow;
use crate::own::{choose, chosen, own, pick};
use crate::part::{element, join, press, text, with};
use crate::sheet::Sheet;
use crate::shown::{Chosen, Shown};
use crate::state::{Action, Calculated, Reads};

/// Where the mix begins, in percent.
const HALFWAY: f64 = 50.0;

pub(crate) fn show(shown: Shown<'_>) -> Html {
    own(shown, page)
}

/// A key to choose: its code, what it is called, what it is, and how it stands in a file.
struct Choosable {
    code: String,
    name: String,
    key: Key,
    file: Value,
}

fn page(shown: Shown<'_>) -> Html {
    let mut flow = Flow::new(shown);
    let Some(option) = shown.option() else { return Html::default() };
    let choosable = choosable(shown, option);
    let picked = |name: &str, otherwise: usize| {
        let code = chosen(name);
        let place = choosable.iter().position(|one| Some(&one.code) == code.as_ref());
        place.unwrap_or(otherwise.min(choosable.len() - 1))
    };
    let pair = [&choosable[picked("mix-first", 0)], &choosable[picked("mix-second", 1)]];
    let share = Share::chosen(shown);
    flow.heading(words::TITLE);
    flow.say(&[words::WHAT]);
    let items: Vec<_> = choosable.iter().map(|one| (one.code.clone(), one.name.clone())).collect();
    flow.fields(vec![
        pick("mix-first", shown.say(words::FIRST), &items, &pair[0].code),
        pick("mix-second", shown.say(words::SECOND), &items, &pair[1].code),
    ]);
    flow.add(slider(shown, &share));
    let at = mixed(shown, option, pair, share.percent);
    let partners: Vec<(&str, i64)> = shown
        .study()
        .partners
        .iter()
        .zip(&at.mix.partners)
        .map(|(partner, effect)| (partner.name.as_str(), effect.result.npv.cents()))
        .collect();
    let said = sentences::mixed(shown.language(), share.percent / 100.0, &pair[1].name, &partners);
    flow.add(element("output", with!("id": "mix-said", "for": "mix-slider mix-typed"), vec![text(&said)]));
    flow.add(use_it(shown, option, pair, share.percent));
    let names = [pair[0].name.clone(), pair[1].name.clone(), shown.say(words::MIX).to_owned()];
    let effects = [&at.ends.first, &at.ends.second, &at.mix];
    let drawn = mix::draw(shown.seen(), &option.option.name, &names, &effects);
    flow.add(chart(shown, drawn, Some(table(shown, &names, &effects, &at.ends.tipping))));
    flow.heading(words::TIPPING_TITLE);
    flow.list("tipping", sentences_of(shown, pair, &at.ends.tipping));
    flow.note(&[words::REAL]);
    if !option.option.keys.services.is_empty() || !option.option.keys.lines.is_empty() {
        flow.note(&[words::OTHER_KEYS]);
    }
    flow.show()
}

/// The key that holds now, and the simple ones.
fn choosable(shown: Shown<'_>, option: Chosen<'_>) -> Vec<Choosable> {
    let study = shown.study();
    let place = format!("/options/{}/keys/default", option.place);
    let historic = || object([("key", "historic".into())]);
    let own = shown.state.file.at(&place).cloned().unwrap_or_else(historic);
    let mut keys = vec![Choosable {
        code: split::OWN_KEYS.to_owned(),
        name: shown.say(words::OWN).to_owned(),
        key: option.option.keys.default.clone().unwrap_or(Key::Historic),
        file: own,
    }];
    for key in Key::simple(study) {
        let Some(code) = split::code(study, &key) else { continue };
        let Ok(Some(file)) = Reads::Key.read(shown.language(), &code) else { continue };
        let name = keys::name_of_code(shown.seen(), &code);
        keys.push(Choosable { code, name, key, file });
    }
    keys
}

/// How much of the second key someone wants, and what they typed, which may be no such share.
struct Share {
    percent: f64,
    typed: String,
    wrong: bool,
}

impl Share {
    /// The slider and the field are one choice, in whichever of them it is made. While a text cannot be read the share
    /// stays what it was.
    fn chosen(shown: Shown<'_>) -> Self {
        let language = shown.language();
        let typed = chosen("mix").unwrap_or_else(|| number::bare(language, HALFWAY, 0));
        let read = parse::percent(language, &typed).map(|share| share * 100.0);
        if let Ok(percent) = read
            && (0.0..=100.0).contains(&percent)
        {
            choose("mix-last", &percent.to_string());
            return Self { percent, typed, wrong: false };
        }
        let last = chosen("mix-last").and_then(|last| last.parse().ok());
        // Who has just emptied the field is about to type.
        let wrong = !typed.is_empty();
        Self { percent: last.unwrap_or(HALFWAY), typed, wrong }
    }
}

/// The slider, the field beside it, and a step to either side.
fn slider(shown: Shown<'_>, share: &Share) -> Html {
    let language = shown.language();
    let said = number::percent(language, share.percent / 100.0, 1);
    let slider = element(
        "input",
        with!(
            "id": "mix-slider", "type": "range", "min": "0", "max": "100", "step": "1", "data-own": "mix",
            "value": &six(share.percent.round()), "aria-valuetext": &said,
        ),
        Vec::new(),
    );
    // The style sheet draws a sign in it.
    let step = |by: f64, id: &'static str, word| {
        let to = number::bare(language, (share.percent + by).max(0.0).min(100.0), 6);
        let attributes =
            with!("id": id, "data-own": "mix", "value": &to, "aria-label": shown.say(word), "class": "step");
        press(attributes, Vec::new(), Callback::noop())
    };
    let (invalid, error) = if share.wrong { ("true", shown.say(words::OUTSIDE)) } else { ("", "") };
    let field = element(
        "input",
        with!(
            "id": "mix-typed", "type": "text", "inputmode": "decimal", "autocomplete": "off", "data-own": "mix",
            "value": &share.typed, "aria-invalid": invalid, "aria-describedby": "mix-error",
        ),
        Vec::new(),
    );
    let label = |of: &str, word| element("label", with!("for": of), vec![text(shown.say(word))]);
    let error = element("p", with!("class": "error", "id": "mix-error"), vec![text(error)]);
    let class = |class: &str, parts| element("div", with!("class": class), parts);
    class(
        "choices",
        vec![
            class(
                "field mix",
                vec![
                    label("mix-slider", words::SHARE),
                    class(
                        "steps",
                        vec![step(-1.0, "mix-less", words::LESS), slider, step(1.0, "mix-more", words::MORE)],
                    ),
                ],
            ),
            class("field", vec![label("mix-typed", words::SHARE_TYPED), field, error]),
        ],
    )
}

/// Puts the mix into the option, in one step.
fn use_it(shown: Shown<'_>, option: Chosen<'_>, pair: [&Choosable; 2], percent: f64) -> Html {
    let (act, file) = (shown.act.clone(), shown.state.file.clone());
    let parts = weighed(percent, pair.map(|key| key.file.clone()));
    let parts = parts.map(|(weight, key)| object([("weight", weight.into()), ("key", key)]));
    let key = object([("key", "mix".into()), ("of", Value::Array(parts.into()))]);
    let (place, language) = (option.place, shown.language());
    let told = sentences::mix_used(language, &option.option.name);
    let news = told.clone();
    let then = Callback::from(move |_| {
        let mut file = (*file).clone();
        let option = &mut file["options"][place];
        if option["keys"].is_null() {
            option["keys"] = Value::Object(Map::new());
        }
        option["keys"]["default"] = key.clone();
        // The mix is the option's own key now: what was slid away from it would be mixed in once more.
        choose("mix-first", split::OWN_KEYS);
        choose("mix", &number::bare(language, 0.0, 0));
        act.emit(Action::Change(Rc::new(file)));
        act.emit(Action::Tell(news.clone()));
    });
    // Where the slider has gone on, it is no longer about what one sees.
    let as_it_is = shown.state.news == told && percent.abs() <= 0.0;
    let said = if as_it_is { told.as_str() } else { "" };
    let said = element("p", with!("id": "mix-told", "role": "status"), vec![text(said)]);
    let button = press(with!("id": "mix-use"), vec![text(shown.say(words::USE))], then);
    join(vec![element("div", with!("class": "actions"), vec![button]), said])
}

fn object<const N: usize>(fields: [(&str, Value); N]) -> Value {
    Value::Object(fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
}

/// Net present values side by side, and where they change sides.
fn table(shown: Shown<'_>, names: &[String], effects: &[&Effect], tipping: &[Tipping]) -> Html {
    let mut sheet = Sheet::of_euros(shown, "mix-table", shown.say(words::RESULT));
    sheet.heads(&[head::PARTNER]);
    for name in names {
        sheet.head(name);
    }
    sheet.heads(&[words::TIPPING]);
    for (place, (partner, tipping)) in shown.study().partners.iter().zip(tipping).enumerate() {
        sheet.row(&partner.name, String::new());
        for effect in effects {
            sheet.saving_aside(effect.partners[place].result.npv);
        }
        match tipping {
            Tipping::AlwaysGains => sheet.text(shown.say(words::ALWAYS_GAINS)),
            Tipping::NeverGains => sheet.text(shown.say(words::NEVER_GAINS)),
            Tipping::Nothing => sheet.text(shown.say(words::NO_DIFFERENCE)),
            Tipping::At { shares, .. } => {
                let said = shares.iter().map(|share| tipping_point(shown, *share, &partner.id));
                let mut parts = Vec::new();
                for point in said {
                    parts.extend([point, text(" ")]);
                }
                sheet.cell(join(parts));
            }
        }
    }
    sheet.show()
}

/// A tipping point with its exact share, by which it can be worked out again.
fn tipping_point(shown: Shown<'_>, share: f64, partner: &str) -> Html {
    let said = number::percent(shown.language(), share, 1);
    let exact = number::bare(deelsom_language::Language::English, share, 9);
    element("span", with!("data-tipping": partner, "data-share": &exact), vec![text(&said)])
}

fn sentences_of(shown: Shown<'_>, pair: [&Choosable; 2], tipping: &[Tipping]) -> Vec<Html> {
    let language = shown.language();
    let partners = shown.study().partners.iter().zip(tipping);
    let sentence = partners.map(|(partner, tipping)| match tipping {
        Tipping::AlwaysGains => sentences::always_gains(language, &partner.name),
        Tipping::NeverGains => sentences::never_gains(language, &partner.name),
        Tipping::Nothing => sentences::nothing_tips(language, &partner.name),
        Tipping::At { gains_first, shares } => {
            sentences::tips(language, &partner.name, &pair[1].name, *gains_first, shares)
        }
    });
    sentence.map(|sentence| text(&sentence)).collect()
}

/// What does not depend on the slider.
struct Ends {
    first: Effect,
    second: Effect,
    tipping: Vec<Tipping>,
}

/// The effects of a mix and of both keys.
struct Mixed {
    ends: Rc<Ends>,
    mix: Effect,
}

/// Of which study, option and keys the ends are.
type Of = (Rc<Calculated>, usize, [String; 2]);

thread_local! {
    /// Dozens of calculations that stay the same while someone slides.
    static ENDS: RefCell<Option<(Of, Rc<Ends>)>> = const { RefCell::new(None) };
}

fn mixed(shown: Shown<'_>, option: Chosen<'_>, pair: [&Choosable; 2], percent: f64) -> Mixed {
    let keys = pair.map(|one| one.key.clone());
    let mix = Mix::of(shown.study(), &shown.state.register, option.option, keys);
    let of: Of = (shown.state.result.clone(), option.place, pair.map(|one| one.code.clone()));
    let known = ENDS.with(|ends| {
        let ends = ends.borrow();
        let ((result, place, codes), known) = ends.as_ref()?;
        let same = Rc::ptr_eq(result, &of.0) && (*place, codes) == (of.1, &of.2);
        same.then(|| known.clone())
    });
    let ends = known.unwrap_or_else(|| {
        let ends = Rc::new(Ends { first: mix.at(0.0), second: mix.at(100.0), tipping: mix.tipping() });
        ENDS.with(|known| known.replace(Some((of, ends.clone()))));
        ends
    });
    Mixed { ends, mix: mix.at(percent) }
}
