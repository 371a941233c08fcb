//! deelsom-charts
