//! Problems and warnings of a study as lines for people.

use deelsom_core::{Fact as CoreFact, Problem, Remark, Warning};
use deelsom_language::words::command;
use deelsom_language::{Fact, Language, sentences};

use crate::table::shown;

/// A heading with their number, and a line for each problem.
pub(crate) fn problems(language: Language, problems: &[Problem]) -> String {
    problem_lines(language, problems) + &count(language, problems)
}

/// The same for the problems of a game.
pub(crate) fn game_problems(language: Language, problems: &[Problem]) -> String {
    let say = deelsom_language::game_problem;
    let lines: String = problems.iter().map(|problem| line(language, problem, say)).collect();
    lines + &count(language, problems)
}

/// A line for each problem of parts with the name of its file, and their number.
pub(crate) fn part_problems(language: Language, problems: &[(String, Problem)]) -> String {
    let say = deelsom_language::table_problem;
    let lines =
        problems.iter().map(|(name, problem)| format!("{}: {}", shown(name), line(language, problem, say)));
    let lines: String = lines.collect();
    lines + &counted(language, problems.len())
}

fn count(language: Language, problems: &[Problem]) -> String {
    counted(language, problems.len())
}

fn counted(language: Language, problems: usize) -> String {
    let count = shown(&sentences::problem_count(language, problems));
    format!("{}: {count}\n", command::ERROR.text(language))
}

/// A line for each problem.
pub(crate) fn problem_lines(language: Language, problems: &[Problem]) -> String {
    problems.iter().map(|problem| line(language, problem, deelsom_language::problem)).collect()
}

/// A line for each warning.
pub(crate) fn warning_lines(language: Language, warnings: &[Warning]) -> String {
    warnings.iter().map(|warning| line(language, warning, deelsom_language::warning)).collect()
}

/// Makes a sentence in a language from a code and its facts.
type Say = fn(Language, &str, &[(&str, Fact)]) -> String;

/// `path: sentence [code]`; the file itself has an empty path, and goes by its name.
fn line(language: Language, remark: &Remark, say: Say) -> String {
    let mut facts: Vec<_> = remark.facts.0.iter().map(|(name, fact)| (*name, in_words(fact))).collect();
    // Whoever mends a file types codes, and knows them by their words.
    for (_, fact) in facts.iter_mut().filter(|(name, _)| *name == "allowed") {
        if let Fact::List(codes) = fact
            && let Some(words) = deelsom_language::codes::picks(language, codes)
        {
            codes.iter_mut().zip(words).for_each(|(code, word)| *code = format!("{code} ({word})"));
        }
    }
    let place = if remark.path.is_empty() { command::FILE.text(language) } else { &remark.path };
    let sentence = say(language, remark.code, &facts);
    format!("{}: {} [{}]\n", shown(place), shown(&sentence), remark.code)
}

/// The same fact, for the crate that makes sentences.
fn in_words(fact: &CoreFact) -> Fact {
    match fact {
        CoreFact::Number(number) => Fact::Number(*number),
        CoreFact::Text(text) => Fact::Text(text.clone()),
        CoreFact::List(list) => Fact::List(list.clone()),
    }
}
