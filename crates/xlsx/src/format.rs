//! What cells look like.

use std::collections::HashMap;

use deelsom_workbook::{Kind, Role, Style};
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

/// In which language months are named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MonthLocale {
    /// As in `mrt 2027`.
    Dutch,
    /// As in `Mar 2027`.
    English,
}

/// Dark text on a light ground, and a sign: nobody has to tell the colours apart.
const HOLDS: (Color, Color) = (Color::RGB(0x00_61_00), Color::RGB(0xC6_EF_CE));
const FAILS: (Color, Color) = (Color::RGB(0x9C_00_06), Color::RGB(0xFF_C7_CE));
const SIGNS: &str = r#"[=1]"✓";[=0]"✗";0"#;

const INPUT_GROUND: Color = Color::RGB(0xFF_F9_D9);
const INPUT_EDGE: Color = Color::RGB(0xBF_B0_6A);
const HEADING_GROUND: Color = Color::RGB(0xE8_EE_F4);
const GREY: Color = Color::RGB(0x59_59_59);

/// The formats of a book, each made once.
pub(crate) struct Formats {
    months: MonthLocale,
    made: HashMap<(Style, bool), Format>,
}

impl Formats {
    pub(crate) fn new(months: MonthLocale) -> Self {
        Self { months, made: HashMap::new() }
    }

    /// The format of a style.
    pub(crate) fn of(&mut self, style: Style) -> &Format {
        self.made.entry((style, false)).or_insert_with(|| make(style, self.months))
    }

    /// The format of a style for text that a reader would make a formula of by opening and closing its cell.
    pub(crate) fn quoted(&mut self, style: Style) -> &Format {
        self.made.entry((style, true)).or_insert_with(|| make(style, self.months).set_quote_prefix())
    }
}

/// The format of a check that holds, and of one that does not.
pub(crate) fn outcomes() -> [(f64, Format); 2] {
    [(1.0, HOLDS), (0.0, FAILS)]
        .map(|(worth, (ink, ground))| (worth, Format::new().set_font_color(ink).set_background_color(ground)))
}

fn make(Style(role, kind): Style, months: MonthLocale) -> Format {
    let format = match role {
        Role::Title => Format::new().set_bold().set_font_size(16),
        Role::Block => Format::new().set_bold(),
        // Headings are longer than the figures under them are wide.
        Role::Heading => Format::new()
            .set_bold()
            .set_text_wrap()
            .set_border_bottom(FormatBorder::Thin)
            .set_background_color(HEADING_GROUND),
        Role::Label | Role::Figure => Format::new(),
        Role::Note | Role::Frozen => Format::new().set_italic().set_font_color(GREY),
        Role::Input => Format::new()
            .set_background_color(INPUT_GROUND)
            .set_border(FormatBorder::Thin)
            .set_border_color(INPUT_EDGE)
            .set_unlocked(),
        Role::Total => Format::new().set_bold().set_border_top(FormatBorder::Thin),
        Role::Check => Format::new().set_align(FormatAlign::Center),
    };
    match number_format(role, kind, months) {
        Some(number_format) => format.set_num_format(number_format),
        None => format,
    }
}

fn number_format(role: Role, kind: Kind, months: MonthLocale) -> Option<&'static str> {
    if role == Role::Check {
        return Some(SIGNS);
    }
    Some(match kind {
        // Only where someone types: a salary scale `10` stays the word that it is.
        Kind::Text if role == Role::Input => "@",
        Kind::Text | Kind::Plain => return None,
        Kind::Cents => "#,##0.00;[Red]-#,##0.00;0.00",
        Kind::Euros => "#,##0",
        Kind::Fte => "0.00",
        Kind::Percent => "0.0%",
        Kind::Factor => "0.0000",
        Kind::Whole | Kind::Year => "0",
        Kind::Month => match months {
            MonthLocale::Dutch => "[$-413]mmm yyyy",
            MonthLocale::English => "[$-809]mmm yyyy",
        },
    })
}
