//! The sheet of partners (MODEL 1).

use crate::assumptions::Assumed;
use crate::page::Page;
use crate::sheet::{Allowed, Area, At, Kind, Role, Said};
use crate::source::Source;
use crate::term::Term;
use deelsom_language::words::workbook as w;

/// Where a partner's figures stand.
pub(crate) struct PartnerAt {
    pub(crate) inhabitants: At,
    pub(crate) grant: At,
    pub(crate) budget: At,
    pub(crate) recoverable_vat: At,
    /// Inhabitants in the first year; those of later years are to the right.
    pub(crate) by_year: At,
}

const FIRST: u32 = 4;
const YEARS: u16 = 9;

/// Writes the sheet.
pub(crate) fn write(source: &Source<'_>, page: &mut Page<'_>, assumed: &Assumed) -> Vec<PartnerAt> {
    page.title(w::PARTNERS, w::ABOUT_PARTNERS);
    let headings = [
        w::NUMBER,
        w::PARTNER,
        w::ID,
        w::INHABITANTS,
        w::GROWTH,
        w::GENERAL_GRANT,
        w::BUDGET,
        w::OWN_VAT,
        w::RECOVERABLE_VAT,
    ];
    page.headings(3, 0, &headings);
    page.word(2, YEARS, w::INHABITANTS_BY_YEAR, Role::Note);
    page.years(page.at(3, YEARS), source.study.period);
    page.lay_out((4, 2), &[(0, 0, 5.0), (1, 1, 26.0), (2, 2, 16.0), (3, 60, 14.0)]);
    let count = source.study.partners.len();
    for (from, to, limits) in
        [(3, 3, (1.0, 1e8)), (4, 4, (-0.5, 1.0)), (5, 6, (0.0, 1e12)), (7, 7, (0.0, 1.0))]
    {
        let area = Area {
            from: page.at(FIRST, from),
            rows: u32::try_from(count).unwrap_or(0),
            columns: to - from + 1,
        };
        page.allow(area, Allowed::Between(limits.0, limits.1));
    }
    let mut places = Vec::with_capacity(count);
    for (place, partner) in source.study.partners.iter().enumerate() {
        let row = FIRST + u32::try_from(place).unwrap_or(0);
        let at = |column| page.at(row, column);
        let (inhabitants, growth, grant, budget, own_vat, vat) = (at(3), at(4), at(5), at(6), at(7), at(8));
        let by_year = at(YEARS);
        page.frozen(page.at(row, 0), place as f64 + 1.0, Kind::Whole);
        page.text(row, 1, &partner.name, Role::Label);
        page.text(row, 2, &partner.id, Role::Label);
        let pointer = |field: &str| format!("/partners/{place}/{field}");
        page.input(inhabitants, Some(partner.inhabitants), Kind::Euros, pointer("inhabitants"), Said::Number);
        let given = |field: &str| source.number(&pointer(field));
        for (at, field, kind) in [
            (growth, "growth", Kind::Percent),
            (grant, "general_grant", Kind::Euros),
            (budget, "budget", Kind::Euros),
            (own_vat, "recoverable_vat", Kind::Percent),
        ] {
            page.input(at, given(field), kind, pointer(field), Said::Optional);
        }
        let term = page.maybe(own_vat).or(&page.see(assumed.at("recoverable_vat")));
        page.figure(vat, &term, Kind::Percent);
        for year in 0..source.years() {
            let term = match year {
                0 => page.see(inhabitants),
                _ => page.see(by_year.right(year - 1)) * (Term::count(1) + page.maybe(growth).or_zero()),
            };
            page.figure(by_year.right(year), &term, Kind::Euros);
        }
        places.push(PartnerAt { inhabitants, grant, budget, recoverable_vat: vat, by_year });
    }
    page.book.names.push((
        "partners".to_owned(),
        Area { from: page.at(FIRST, 1), rows: u32::try_from(count).unwrap_or(1), columns: 7 },
    ));
    places
}
