//! Days as files write them: `2027-07-31`, with or without a time.

use deelsom_tables::GridValue;
use deelsom_workbook::day_number;

/// The day of a text, or the text as it is.
pub(crate) fn day_of(text: String) -> GridValue {
    read(&text).unwrap_or(GridValue::Text(text))
}

/// The number by which spreadsheets know the day of a text.
pub(crate) fn serial_of(text: &str) -> Option<f64> {
    let GridValue::Date { year, month, day } = read(text)? else { return None };
    Some(day_number(year, month, day))
}

fn read(text: &str) -> Option<GridValue> {
    let day = text.split('T').next()?;
    let mut parts = day.splitn(3, '-');
    let year = parts.next().filter(|year| year.len() == 4)?.parse().ok()?;
    let month = parts.next()?.parse().ok().filter(|month| (1..=12).contains(month))?;
    let day = parts.next()?.parse().ok().filter(|day| (1..=31).contains(day))?;
    Some(GridValue::Date { year, month, day })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_have_the_numbers_that_spreadsheets_give_them() {
        for (text, days) in
            [("1970-01-01", 25_569.0), ("2000-03-01", 36_586.0), ("2026-11-01T00:00:00", 46_327.0)]
        {
            assert_eq!(serial_of(text), Some(days), "{text}");
        }
    }

    #[test]
    fn days_are_read_with_or_without_a_time() {
        let day = GridValue::Date { year: 2027, month: 7, day: 31 };
        for text in ["2027-07-31", "2027-07-31T00:00:00"] {
            assert_eq!(day_of(text.to_owned()), day);
        }
        for text in ["", "2027-07", "2027-13-01", "27-07-31", "2027-07-00", "PT5H"] {
            assert_eq!(day_of(text.to_owned()), GridValue::Text(text.to_owned()));
        }
    }
}
