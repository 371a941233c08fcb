//! Navigation and headings.

super::words! {
    NAME: "Deelsom", "Deelsom";
    TAGLINE: "Wat kost samen, en wat levert het op?", "What does sharing cost, and what does it bring?";
    SKIP: "Naar de inhoud", "Skip to content";
    NAVIGATION: "Onderdelen", "Sections";
    LANGUAGE: "Taal", "Language";

    RESULT: "Uitkomst", "Result";
    ALLOCATION: "Verdeling", "Allocation";
    STAFFING: "Formatie", "Staffing";
    DATA: "Gegevens", "Data";
    BASELINE: "Nulmeting", "Baseline";
    OPTIONS: "Varianten", "Options";
    ASSUMPTIONS: "Aannamen", "Assumptions";
    ABOUT: "Over", "About";
    FAIRNESS: "Eerlijkheid", "Fairness";
    UNCERTAINTY: "Onzekerheid", "Uncertainty";
    SENSITIVITY: "Gevoeligheid", "Sensitivity";
    HOW_SURE: "Hoe zeker is dit?", "How sure is this?";
    LEFT_OUT: "Wat niet is meegenomen", "What is left out";
    COMPARISON: "Vergelijking", "Comparison";
    COSTS: "Kosten", "Costs";
    EXIT: "Uittreding", "Exit";
    VULNERABILITY: "Kwetsbaarheid", "Vulnerability";
    EXPLANATION: "Hoe is dit berekend?", "How was this calculated?";
    WARNINGS: "Let op", "Please note";
    PROBLEMS: "Wat er nog niet klopt", "What still needs mending";
    SOURCES: "Bronnen", "Sources";
    SUMMARY: "Samenvatting", "Summary";
    GLOSSARY: "Begrippen", "Terms";
    HELP: "Uitleg", "Help";
    PRINT: "Bijlage bij het raadsvoorstel", "Annex to the council proposal";

    BUDGET_YEARS: "Begroting en meerjarenraming", "Budget and multi-year estimate";
    YEARS_AFTER: "Latere jaren", "Later years";
    STAFFING_BRIDGE: "Formatiebrug", "Staffing bridge";
    VACANCIES_AVOIDED: "Vacatures die niet vervuld hoeven te worden", "Vacancies that need not be filled";
    PARTNER_RESULTS: "Uitkomst per gemeente", "Result per municipality";
    CUMULATIVE: "Voordeel of nadeel bij elkaar opgeteld", "Advantage or disadvantage added up";
    COST_LINES: "Kosten per regel", "Costs by line";
    SERVICES: "Diensten", "Services";
    PARTNERS: "Gemeenten", "Municipalities";
    UNITS: "Organisaties van vandaag", "Organisations of today";
    POSTS: "Functies", "Posts";
    DEPARTURES: "Bekend vertrek", "Known departures";
    RUNNING_COSTS: "Overige kosten", "Running costs";
    VOLUMES: "Afname", "Usage";
    MOVES: "Diensten die overgaan", "Services that move";
    ONE_OFFS: "Eenmalige kosten", "One-off costs";
    RECURRING: "Terugkerende kosten", "Recurring costs";
    KEYS: "Verdeelsleutels", "Distribution keys";
    METHODS: "Methoden om te verdelen", "Methods of division";
    STAND_ALONE_TEST: "Is iedereen samen beter af?", "Is everyone better off together?";
    TORNADO: "Welke aanname telt het zwaarst?", "Which assumption matters most?";
    SIMULATION: "Spreiding van de uitkomst", "Spread of the outcome";
    BREAK_EVEN: "Omslagpunt", "Break-even point";
    RESULT_NOW: "Uitkomst op dit moment", "Result at this moment";
    TOOLS: "Bewerken en bewaren", "Edit and save";
    OTHER_ASSUMPTIONS: "Andere aannamen in gebruik", "Other assumptions in use";
    PRIVACY: "Uw gegevens", "Your data";
    SIGNS: "Tekens en afkortingen", "Signs and abbreviations";
    SOURCES_STUDY: "Bronnen van deze studie", "Sources of this study";
    SOURCES_REGISTER: "Bronnen van de aannamen", "Sources of the assumptions";
    VERSION: "Versie", "Version";
    PERIOD: "Periode", "Period";
    HOW_CALCULATED: "Hoe is dit berekend?", "How was this calculated?";
}
