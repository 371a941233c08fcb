//! Figures of a report, and the parts of it that they stand in.

super::codes! {
    /// A figure of a report.
    figure FIGURES {
        "added": "Extra formatie", "Posts added";
        "amount": "Bedrag", "Amount";
        "avoided_increase": "Minder meerkosten", "Avoided extra cost";
        "budget_value": "Ten opzichte van de begroting", "Against the budget";
        "contribution": "Bijdrage", "Contribution";
        "cumulative": "Opgeteld", "Cumulative";
        "deepest": "Diepste punt", "Deepest point";
        "difference": "Verschil", "Difference";
        "efficiency": "Efficiency (winst of verlies)", "Efficiency (gain or loss)";
        "end": "Formatie daarna", "Establishment afterwards";
        "establishment": "Formatie", "Establishment";
        "fte": "Fte", "FTE";
        "highest": "Hoogste score", "Highest score";
        "hires": "Instroom", "Hires";
        "hires_avoided": "Minder te werven", "Fewer to recruit";
        "hours": "Uren", "Hours";
        "in_post": "Bezetting", "In post";
        "leavers": "Uitstroom", "Leavers";
        "lowest": "Laagste score", "Lowest score";
        "npv": "Netto contante waarde", "Net present value";
        "one_off": "Eenmalig", "One-off";
        "outturn": "Realisatie", "Outturn";
        "outturn_value": "Ten opzichte van de realisatie", "Against the outturn";
        "own": "Eigen kosten", "Own costs";
        "payback_year": "Jaar waarin het is terugverdiend", "Year in which it has paid back";
        "payback_years": "Terugverdientijd in jaren", "Payback time in years";
        "per_inhabitant": "Per inwoner", "Per inhabitant";
        "persons": "Personen", "Persons";
        "plan": "Plan", "Plan";
        "real_damage": "Werkelijke schade", "Actual damage";
        "recurring": "Terugkerend", "Recurring";
        "saving": "Voordeel of nadeel", "Advantage or disadvantage";
        "score": "Score", "Score";
        "scores": "Aantal scores", "Number of scores";
        "settlement": "Verrekening", "Settlement";
        "start": "Formatie vandaag", "Establishment today";
        "step_down": "Aflopende bijdrage", "Falling contribution";
        "structural": "Structureel", "Structural";
        "structural_per_inhabitant": "Structureel per inwoner", "Structural per inhabitant";
        "surplus": "Boventallig", "Surplus";
        "surplus_exits": "Vertrek van boventalligen", "Surplus exits";
        "total": "Totaal", "Total";
        "turnover": "Natuurlijk verloop", "Natural attrition";
        "uncovered": "Kans dat niemand er is", "Chance that nobody is there";
        "unweighted": "Met gelijke gewichten", "With equal weights";
        "vacancies": "Vacatures", "Vacancies";
        "vacant_not_filled": "Vacature, niet meer vervuld", "Vacant and no longer filled";
        "value": "Waarde", "Worth";
        "vat": "Btw", "VAT";
        "year": "Jaar", "Year";
    }

    /// A list of a report that is a subject of its own.
    report_part REPORT_PARTS {
        "bridge": "Formatiebrug", "Staffing bridge";
        "exit": "Uittreding", "Exit";
        "ledger": "Kosten", "Costs";
        "staffing": "Formatie en bezetting", "Staffing";
        "vacancies_avoided": "Vacatures die niet meer vervuld worden", "Vacancies no longer filled";
        "vulnerability": "Kwetsbaarheid", "Vulnerability";
    }
}
