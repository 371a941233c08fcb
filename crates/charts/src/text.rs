//! How wide text is, without a font: the same answer in a browser and on the command line.

/// Where neither Arial nor a metric twin is there, letters are wider; a label should not be cut for that.
const SLACK: f64 = 1.15;

/// How wide a character of Arial, in thousandths of the font size, is taken to be: in two-hundredths, with the slack.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "no character is wider than 1100"
)]
const fn wide(thousandths: u16) -> u8 {
    (thousandths as f64 / 5.0 * SLACK + 0.5) as u8
}

/// Advance widths of U+0020 to U+007E, in bytes: this is loaded first.
const ADVANCE: [u8; 95] = {
    let mut widths = [0; 95];
    let mut place = 0;
    while place < widths.len() {
        widths[place] = wide(ARIAL[place]);
        place += 1;
    }
    widths
};

/// The same as Arial and its metric twins have them, in thousandths.
const ARIAL: [u16; 95] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556,
    556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278,
    500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469,
    556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500,
    278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];

/// Bold letters are about a twelfth wider.
pub(crate) const BOLD: f64 = 1.08;

fn advance(character: char) -> f64 {
    let two_hundredths = match character {
        ' '..='~' => ADVANCE.get(character as usize - 0x20).copied().unwrap_or(const { wide(556) }),
        '\u{a0}' | '·' | 'ì'..='ï' => const { wide(278) },
        '\u{ad}' | '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' | '\u{fe00}'..='\u{fe0f}' => 0,
        '€' | '–' | 'à'..='ë' | 'ñ'..='ü' => const { wide(556) },
        '−' | '×' | '±' | '≥' | '≤' => const { wide(584) },
        '—' | '…' | 'Æ' | 'Œ' => const { wide(1000) },
        'À'..='Ü' => const { wide(722) },
        '\0'..='\u{2e7f}' => const { wide(640) },
        // CJK and emoji.
        _ => const { wide(1100) },
    };
    f64::from(two_hundredths) / 200.0
}

/// Width in pixels of `text` at a font size in pixels.
pub(crate) fn width(text: &str, size: f64) -> f64 {
    text.chars().map(advance).sum::<f64>() * size
}

/// `text`, or as much of its start as fits in `room` pixels, with an ellipsis.
pub(crate) fn fit(text: &str, size: f64, room: f64) -> String {
    if width(text, size) <= room {
        return text.to_owned();
    }
    let mut left = room - width("…", size);
    let mut kept: String = text
        .chars()
        .take_while(|&character| {
            left -= advance(character) * size;
            left >= 0.0
        })
        .collect();
    kept.truncate(kept.trim_end().len());
    kept.push('…');
    kept
}

/// `text` broken into at most `lines` lines of `room` pixels, as few and as equal as can be: between words, and at soft
/// hyphens in a word too long for a line. What does not fit ends in an ellipsis.
pub(crate) fn wrap(text: &str, size: f64, room: f64, lines: usize) -> Vec<String> {
    let widest = |wrapped: &[String]| -> f64 {
        let widths = wrapped.iter().map(|line| width(line, size));
        widths.fold(0.0, f64::max)
    };
    let mut best = broken(text, size, room, lines);
    for eighths in (4..8).rev() {
        let narrower = room * f64::from(eighths) / 8.0;
        let tried = broken(text, size, narrower, lines);
        if tried.len() > best.len() || widest(&tried) > narrower {
            break;
        }
        best = tried;
    }
    best.iter().map(|line| fit(line, size, room)).collect()
}

/// The lines of [`wrap`] in one given room; the last may be longer.
fn broken(text: &str, size: f64, room: f64, lines: usize) -> Vec<String> {
    let mut wrapped: Vec<String> = Vec::new();
    // Not `split_whitespace`: a no-break space holds an amount together.
    for word in text.split([' ', '\t', '\n', '\r']).filter(|word| !word.is_empty()) {
        // The last line collects all that is left, so that its ellipsis tells there was more.
        let full = wrapped.len() >= lines;
        let long = width(word, size);
        match wrapped.last_mut() {
            Some(line) if full || width(line, size) + width(" ", size) + long <= room => {
                line.push(' ');
                line.push_str(word);
            }
            _ if long <= room => wrapped.push(word.to_owned()),
            _ => hyphenate(word, size, room, lines, &mut wrapped),
        }
    }
    wrapped
}

fn hyphenate(word: &str, size: f64, room: f64, lines: usize, wrapped: &mut Vec<String>) {
    let mut line = String::new();
    for part in word.split('\u{ad}') {
        let long = width(&line, size) + width(part, size) + width("-", size);
        if !line.is_empty() && long > room && wrapped.len() + 1 < lines {
            line.push('-');
            wrapped.push(std::mem::take(&mut line));
        }
        line.push_str(part);
    }
    wrapped.push(line);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, room: f64, expected: &[&str]) {
        let room = room * SLACK;
        let lines = wrap(text, 10.0, room, 2);
        assert_eq!(lines, expected);
        assert!(lines.iter().all(|line| width(line, 10.0) <= room));
    }

    #[test]
    fn wraps_between_words_and_ends_in_an_ellipsis() {
        check("Centrumregeling", 100.0, &["Centrumregeling"]);
        check("Centrumregeling Leiden", 80.0, &["Centrumregeling", "Leiden"]);
        check("een twee drie vier vijf zes", 50.0, &["een twee", "drie vier…"]);
        check("Samenwerkingsverband", 50.0, &["Samenw…"]);
        check("Samen\u{ad}werkings\u{ad}verband", 80.0, &["Samenwerkings-", "verband"]);
        check("Centrum\u{ad}regeling", 80.0, &["Centrum\u{ad}regeling"]);
        check("op €\u{a0}1,2\u{a0}mln", 50.0, &["op", "€\u{a0}1,2\u{a0}mln"]);
        check("", 50.0, &[]);
    }

    #[test]
    fn measures_as_arial_does_with_room_to_spare() {
        assert!((width("€ 1.234", 10.0) - 33.36 * SLACK).abs() < 0.2);
        assert!(width("👍", 10.0) > 10.0);
    }
}
