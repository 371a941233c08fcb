//! CSV, in the profile that someone chose.

use clap::ValueEnum;
pub(crate) use deelsom_tables::{Cell, cells};

/// Who reads the file.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Profile {
    /// RFC 4180: comma, decimal point
    #[default]
    Data,
    /// Dutch Excel: byte order mark, semicolon, decimal comma
    ExcelNl,
}

/// The text of a file with these columns and rows.
pub(crate) fn csv_file(
    profile: Profile,
    columns: &[&str],
    rows: impl IntoIterator<Item = Vec<Cell>>,
) -> String {
    let profile = match profile {
        Profile::Data => deelsom_tables::Profile::Data,
        Profile::ExcelNl => deelsom_tables::Profile::ExcelNl,
    };
    deelsom_tables::csv_file(profile, columns, rows)
}
