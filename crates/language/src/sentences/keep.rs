//! Sentences about keeping a study, sharing it and freezing it.

use super::{number, say};
use crate::{Language, date};

/// A moment on this device: `14:03`, or with the day where that is not today: `22 november 2026, 14:03`.
pub fn moment(language: Language, day: Option<(i32, u8, u8)>, hours: u8, minutes: u8) -> String {
    let clock = format!("{hours:02}:{minutes:02}");
    match day {
        Some((year, month, day)) => [&date::day(language, year, month, day), ", ", &clock].concat(),
        None => clock,
    }
}

/// When and where a study was kept last.
pub fn kept_at(language: Language, moment: &str) -> String {
    let (dutch, english) = ("Laatst bewaard op dit apparaat: {0}.", "Last kept on this device: {0}.");
    say(language, dutch, english, &[moment])
}

/// That the page goes on with what was kept.
pub fn goes_on_with(language: Language, moment: &str) -> String {
    say(
        language,
        "U gaat verder met de studie die op dit apparaat is bewaard ({0}).",
        "You go on with the study that was kept on this device ({0}).",
        &[moment],
    )
}

/// How many single persons are known to leave, by a study.
pub fn leaves_alone(language: Language, persons: usize) -> String {
    let (dutch, english) = if persons == 1 {
        (
            "Van 1 functie met één persoon staat in de studie wanneer die persoon vertrekt. Dat is een persoonsgegeven.",
            "Of 1 role with one person the study says when that person leaves. That is personal data.",
        )
    } else {
        (
            "Van {0} functies met één persoon staat in de studie wanneer die persoon vertrekt. Dat zijn persoonsgegevens.",
            "Of {0} roles with one person the study says when that person leaves. That is personal data.",
        )
    };
    say(language, dutch, english, &[&number(language, persons)])
}

/// How long a link is that can be shared.
pub fn link_is(language: Language, characters: usize) -> String {
    say(
        language,
        "De link heeft {0} tekens.",
        "The link has {0} characters.",
        &[&number(language, characters)],
    )
}

/// That a link would be too long to share.
pub fn link_too_long(language: Language, characters: usize, most: usize) -> String {
    say(
        language,
        "De link heeft {0} tekens. Langer dan {1} tekens werkt niet overal: mail en tekstverwerkers kunnen hem \
         afkappen. Deel liever het bestand, of probeer de link eerst zelf.",
        "The link has {0} characters. Beyond {1} characters it does not work everywhere: mail and word processors may \
         cut it off. Rather share the file, or try the link yourself first.",
        &[&number(language, characters), &number(language, most)],
    )
}

/// What a version was frozen as, and when.
pub fn frozen_as(language: Language, label: &str, iso: &str) -> String {
    say(
        language,
        "Bevroren als ‘{0}’ op {1}.",
        "Frozen as ‘{0}’ on {1}.",
        &[label, &date::from_iso(language, iso)],
    )
}
