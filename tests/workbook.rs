//! The workbook, worked out by a spreadsheet: what Deelsom writes down as formulas comes to what Deelsom computes.

mod workbook {
    mod calc;
    mod changed;
    mod recalculated;
    mod studies;
    mod unchanged;
}
