//! What is wrong: with a file that was not opened, and with the study as it stands.

use deelsom_language::sentences;
use deelsom_language::words::{button, status};
use deelsom_views::difference::place_in_words;
use yew::{Callback, Html};

use crate::dom;
use crate::edit::unreadable;
use crate::part::{element, join, line, link, list, press, text, with};
use crate::shown::Shown;
use crate::state::Action;
use crate::view::remarks;

/// Both, above every page.
pub(crate) fn show(shown: Shown<'_>) -> Html {
    join(vec![refused(shown), problems(shown)])
}

/// What is wrong with a file that was not opened.
fn refused(shown: Shown<'_>) -> Html {
    let refused = &shown.state.refused;
    if refused.is_empty() {
        return Html::default();
    }
    let mut points = Vec::new();
    for one in refused {
        let sentence = remarks::problem(shown, &one.path, one);
        points.push(join(vec![text(&(sentence + " ")), line("code", "", &one.path)]));
    }
    let heading =
        element("h2", with!("id": "refused", "tabindex": "-1"), vec![text(shown.say(status::NOT_OPENED))]);
    let count = line("p", "", &sentences::problem_count(shown.language(), refused.len()));
    let close = press(with!(), vec![text(shown.say(button::CLOSE))], shown.on(Action::Dismiss));
    summary("refused", vec![heading, count, list("", points), close])
}

/// Everything that still needs mending, with links to the fields; what someone is still typing comes later.
fn problems(shown: Shown<'_>) -> Html {
    let state = shown.state;
    let mut open = Vec::new();
    for typed in &state.unread {
        open.push((typed.pointer.clone(), typed.pointer.clone(), unreadable(shown, typed)));
    }
    for one in &state.problems {
        let place = remarks::place(&state.file, one);
        // What stands in a field that cannot be read is not what the study says there.
        if state.unread.iter().any(|typed| typed.pointer == place) {
            continue;
        }
        let sentence = remarks::problem(shown, &place, one);
        open.push((place, one.path.clone(), sentence));
    }
    if let Some(typed) = &state.typing {
        open.retain(|(pointer, _, _)| *pointer != typed.pointer);
    }
    if open.is_empty() {
        return Html::default();
    }
    let count = sentences::problem_count(shown.language(), open.len());
    let mut points = Vec::new();
    for (pointer, path, sentence) in open {
        let id = remarks::id(&pointer);
        // The address may be this one already, and then nothing would happen.
        let focus = Callback::from(move |_| dom::focus(&id));
        let about = place_in_words(&state.file, &path, shown.language());
        let colon = if about.is_empty() { "" } else { ": " };
        points.push(link(&remarks::link(&pointer), &[&about, colon, &sentence].concat(), focus));
    }
    let heading = element("h2", with!("id": "problems"), vec![text(&count)]);
    summary("problems", vec![element("div", with!("role": "alert"), vec![heading]), list("", points)])
}

fn summary(heading: &str, parts: Vec<Html>) -> Html {
    element("section", with!("class": "problems", "aria-labelledby": heading), parts)
}
