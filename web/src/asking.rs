//! Pages that ask for what takes longer than a key stroke, and are drawn anew whenever more of it has been answered.

use deelsom_language::words::{button, status, uncertainty as words};
use deelsom_worker::{Question, Wants};
use yew::{Callback, Component, Context, Html, Properties, html};

use crate::part::{element, join, press, text, with};
use crate::run::{self, Part, Stage};
use crate::shown::Shown;
use crate::sight::Sight;
use crate::state::{Choice, DRAWS};

/// What a page is drawn from, besides what has been answered.
#[derive(Clone, Properties)]
struct Asker {
    sight: Sight,
    wants: Wants,
    draw: fn(Shown<'_>) -> Html,
}

impl PartialEq for Asker {
    fn eq(&self, other: &Self) -> bool {
        // On another page the state is another too.
        self.sight == other.sight
    }
}

impl Asker {
    /// Asks about the study as it stands; while it has problems, nothing.
    fn ask(&self) {
        let shown = self.sight.shown();
        if let Some(option) = shown.option()
            && shown.state.problems.is_empty()
        {
            run::ask(Question {
                study: (*shown.state.file).clone(),
                option: option.place,
                wants: self.wants,
                draws: DRAWS[shown.state.chosen(Choice::Draws)],
                seed: shown.study().seed.unwrap_or(1),
                pert: shown.state.chosen(Choice::Shape) == 1,
                // Whoever wants to know both is told both.
                half_realised: shown.state.chosen(Choice::Half) == 1 && !self.wants.halved,
            });
        }
    }
}

struct Asking;

impl Component for Asking {
    type Message = ();
    type Properties = Asker;

    fn create(context: &Context<Self>) -> Self {
        run::listen(Some(context.link().callback(|()| ())));
        context.props().ask();
        Self
    }

    fn changed(&mut self, context: &Context<Self>, _: &Asker) -> bool {
        context.props().ask();
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let Asker { sight, draw, .. } = context.props();
        draw(sight.shown())
    }

    fn destroy(&mut self, _: &Context<Self>) {
        run::listen(None);
    }
}

/// A page that wants to know this.
pub(crate) fn asking(shown: Shown<'_>, wants: Wants, draw: fn(Shown<'_>) -> Html) -> Html {
    let asker = Asker { sight: Sight::of(shown), wants, draw };
    html! { <Asking ..asker /> }
}

/// Whether an answer is not that of the study as it stands in the fields.
pub(crate) fn is_old<T>(shown: Shown<'_>, part: &Part<T>) -> bool {
    part.is_old() || (part.answer.is_some() && shown.state.is_outdated())
}

/// That it went wrong, and a way to try again.
pub(crate) fn failed(shown: Shown<'_>) -> Html {
    let told = element("p", with!("role": "alert"), vec![text(shown.say(words::FAILED))]);
    let again = Callback::from(|_| run::again());
    join(vec![told, press(with!("id": "again"), vec![text(shown.say(button::TRY_AGAIN))], again)])
}

/// For who does not see that figures come and go: when that begins and ends.
pub(crate) fn announced(shown: Shown<'_>, stage: Stage) -> Html {
    let said = match stage {
        Stage::Running => shown.say(status::CALCULATING),
        Stage::Done => shown.say(status::CALCULATED),
        Stage::Stopped => shown.say(words::WAS_STOPPED),
        Stage::Idle | Stage::Failed | Stage::Refused => "",
    };
    element("output", with!("role": "status", "class": "hidden"), vec![text(said)])
}
