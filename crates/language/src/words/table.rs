//! Headings of rows and columns.

super::words! {
    YEAR: "Jaar", "Year";
    QUARTER: "Kwartaal", "Quarter";
    TOTAL: "Totaal", "Total";
    SUBTOTAL: "Subtotaal", "Subtotal";
    PARTNER: "Gemeente", "Municipality";
    SERVICE: "Dienst", "Service";
    ROLE: "Functie", "Role";
    UNIT: "Organisatie", "Organisation";
    OPTION: "Variant", "Option";
    LINE: "Kostenregel", "Cost line";
    AMOUNT: "Bedrag", "Amount";
    COUNT: "Aantal", "Number";
    SHARE: "Aandeel", "Share";
    KEY: "Verdeelsleutel", "Key";
    BASELINE: "Nulvariant", "Baseline";
    DIFFERENCE: "Verschil", "Difference";
    START: "Begin", "Start";
    END: "Eind", "End";
    PER_YEAR: "Per jaar", "A year";

    SAVING: "Voordeel of nadeel", "Advantage or disadvantage";
    STRUCTURAL: "Structureel", "Structural";
    ONE_OFF: "Eenmalig", "One-off";
    RECURRING: "Terugkerend", "Recurring";
    CUMULATIVE: "Opgeteld", "Cumulative";
    NPV: "Netto contante waarde", "Net present value";
    PAYBACK: "Terugverdientijd", "Payback time";
    DEEPEST: "Diepste punt", "Deepest point";
    EFFICIENCY: "Efficiency (winst of verlies)", "Efficiency (gain or loss)";
    AVOIDED_INCREASE: "Minder meerkosten", "Avoided extra cost";
    PER_INHABITANT: "Per inwoner", "Per inhabitant";
    STRUCTURAL_PER_INHABITANT: "Structureel per inwoner", "Structural per inhabitant";
    HIRES_AVOIDED: "Minder te werven", "Fewer to recruit";

    OWN: "Eigen kosten", "Own costs";
    CONTRIBUTION: "Bijdrage", "Contribution";
    VAT: "Btw", "VAT";
    SETTLEMENT: "Verrekening", "Settlement";
    CONTRIBUTION_TODAY: "Kosten vandaag", "Cost today";
    REDISTRIBUTION: "Herverdeeleffect", "Redistribution effect";

    ESTABLISHMENT: "Formatie", "Establishment";
    IN_POST: "Bezetting", "In post";
    VACANCIES: "Vacatures", "Vacancies";
    SURPLUS: "Boventallig", "Surplus";
    HIRES: "Instroom", "Hires";
    LEAVERS: "Uitstroom", "Leavers";
    SURPLUS_EXITS: "Vertrek van boventalligen", "Surplus exits";
    PERSONS: "Personen", "Persons";
    UNCOVERED: "Kans dat niemand er is", "Chance that nobody is there";
    BAND: "Oordeel", "Band";
    TODAY: "Vandaag", "Today";
    AFTER: "Daarna", "Afterwards";

    BRIDGE_START: "Formatie vandaag", "Establishment today";
    BRIDGE_VACANT: "Vacature, niet meer vervuld", "Vacant and no longer filled";
    BRIDGE_TURNOVER: "Natuurlijk verloop", "Natural attrition";
    BRIDGE_SURPLUS_EXITS: "Boventallig, vertrokken", "Surplus, left";
    BRIDGE_SURPLUS: "Boventallig, nog in dienst", "Surplus, still in post";
    BRIDGE_ADDED: "Extra formatie", "Posts added";
    BRIDGE_END: "Formatie daarna", "Establishment afterwards";

    BUDGET_VALUE: "Ten opzichte van de begroting", "Against the budget";
    OUTTURN_VALUE: "Ten opzichte van de realisatie", "Against the outturn";
    STEP_DOWN: "Aflopende bijdrage", "Falling contribution";
    REAL_DAMAGE: "Werkelijke schade", "Actual damage";

    METHOD: "Methode", "Method";
    OWN_KEYS: "Gekozen verdeelsleutels", "Keys chosen";
    STAND_ALONE: "Alleen", "On its own";
    COALITION: "Groep gemeenten", "Group of municipalities";
    BETTER_OFF: "Apart beter af met", "Better off apart by";
    COST_A_YEAR: "Kosten per jaar", "Cost a year";
    SAVING_A_YEAR: "Voordeel per jaar", "Saving a year";

    ASSUMPTION: "Aanname", "Assumption";
    VALUE: "Waarde", "Value";
    DEFAULT: "Standaard", "Default";
    UNIT_OF_VALUE: "Eenheid", "Unit";
    SOURCE: "Bron", "Source";
    EVIDENCE: "Onderbouwing", "Evidence";
    REASON: "Reden", "Reason";
    LOW: "Laag", "Low";
    HIGH: "Hoog", "High";
    EFFECT_LOW: "Uitkomst bij laag", "Outcome at low";
    EFFECT_HIGH: "Uitkomst bij hoog", "Outcome at high";
    SPREAD: "Spreiding", "Spread";
    CHANCE: "Kans", "Chance";
    CHANCE_PAYBACK: "Kans dat het zich terugverdient", "Chance of paying back";
    CHANCE_GAIN: "Kans op voordeel", "Chance of an advantage";
    MEDIAN: "Mediaan", "Median";
    TOGETHER: "Samen", "Together";
    AT_YEAR_END: "aan het eind van het jaar", "at the end of the year";
    REDISTRIBUTION_EACH: "Herverdeeleffect per inwoner", "Redistribution effect per inhabitant";
    PERSONS_TODAY: "Personen vandaag", "Persons today";
    BAND_TODAY: "Oordeel vandaag", "Band today";
    PERSONS_AFTER: "Personen daarna", "Persons afterwards";
    BAND_AFTER: "Oordeel daarna", "Band afterwards";
    MEASURE: "Maatstaf", "Measure";
}
