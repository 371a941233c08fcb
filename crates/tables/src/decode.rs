//! The text in a file: spreadsheets still save other encodings than UTF-8.

use crate::fault::Fault;

/// What Windows has between 128 and 159, where Latin-1 has control characters. Five places are empty.
const WINDOWS: [char; 32] = [
    '€', '\u{fffd}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{fffd}', 'Ž', '\u{fffd}',
    '\u{fffd}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{fffd}', 'ž', 'Ÿ',
];

/// The text of a file: UTF-8 as all save it now, UTF-16 as Excel saves *Unicode text*, else the Windows encoding in which
/// Excel saves plain *CSV*. A mark of byte order is not part of the text.
pub fn text_of(bytes: &[u8]) -> String {
    match bytes {
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes),
        _ => match std::str::from_utf8(bytes) {
            Ok(text) => text.strip_prefix('\u{feff}').unwrap_or(text).to_owned(),
            Err(_) => bytes.iter().map(|&byte| windows(byte)).collect(),
        },
    }
}

/// The text of a file of which it is not known that it is one.
///
/// # Errors
/// `file_kind` where it is none: no text has a zero in it.
pub fn text_in(bytes: &[u8]) -> Result<String, Fault> {
    let text = text_of(bytes);
    if text.contains('\0') { Err(Fault::table("file_kind")) } else { Ok(text) }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
    char::decode_utf16(units).map(|read| read.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

fn windows(byte: u8) -> char {
    match byte {
        128..160 => WINDOWS[usize::from(byte - 128)],
        _ => char::from(byte),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_in_which_excel_saves_is_read() {
        assert_eq!(text_of("\u{feff}Financiën €".as_bytes()), "Financiën €");
        assert_eq!(text_of(b"Financi\xebn \x80"), "Financiën €");
        let mut unicode = vec![0xff, 0xfe];
        unicode.extend("Financiën €".encode_utf16().flat_map(u16::to_le_bytes));
        assert_eq!(text_of(&unicode), "Financiën €");
        assert_eq!(text_of(b""), "");
        assert_eq!(text_of(&[0xff, 0xfe, 0x00]), "");
    }
}
