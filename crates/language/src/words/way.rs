//! The way there: phases and decisions, what was weighed, own effort, outturn.

super::words! {
    WHAT_IT_IS: "Hier staat wat naast de cijfers telt: de weg erheen, wat erbuiten blijft, hoe varianten zijn gewogen en hoe het is gelopen. Niets hiervan verandert een bedrag.", "Here stands what counts beside the figures: the way there, what stays out, how options were weighed and how it turned out. None of it changes an amount.";
    CHANGE: "Wijzigen", "Change";

    PHASES: "Fasen en besluiten", "Phases and decisions";
    NO_PHASES: "Er zijn nog geen fasen.", "There are no phases yet.";
    PHASE: "Fase", "Phase";
    TIMELINE: "Tijdlijn per kwartaal", "Time line by quarter";
    TIMELINE_MEANS: "Gekleurd: de fase loopt. Een ruit: er wordt iets besloten of geadviseerd.", "Coloured: the phase runs. A diamond: something is decided or advised.";
    RUNS: "loopt", "runs";
    OUT_OF_SCOPE: "Wat erbuiten blijft", "What stays out";
    NOTHING_LEFT_OUT: "De studie noemt niets dat erbuiten blijft.", "The study names nothing that stays out.";

    CRITERIA: "Criteria", "Criteria";
    CRITERION: "Criterium", "Criterion";
    SCORES: "Scores", "Scores";
    OPTIONS_SCORED: "Hoe de varianten scoren", "How the options score";
    SCORE: "Score", "Score";
    NO_SCORES: "Er zijn nog geen scores.", "There are no scores yet.";
    WEIGHT: "Gewicht", "Weight";
    ABOUT_MONEY: "Gaat over geld", "Is about money";
    LOWEST: "Laagste score", "Lowest score";
    HIGHEST: "Hoogste score", "Highest score";
    TODAY: "Nu", "Today";
    TOTAL: "Gewogen gemiddelde", "Weighted mean";
    UNWEIGHTED: "Met gelijke gewichten", "With equal weights";
    COUNT: "Aantal scores", "Number of scores";
    BY_SERVICE: "Gewogen gemiddelde per dienst", "Weighted mean by service";
    SCORES_MEAN: "Tussen haakjes de laagste en de hoogste score. Een criterium zonder score telt niet mee.", "In brackets the lowest and the highest score. A criterion without scores does not count.";
    MONEY_STAYS_OUT: "Geld krijgt geen score: de netto contante waarde komt uit het model en staat ernaast.", "Money has no score: the net present value comes from the model and stands beside it.";
    GIVEN_BY: "Door wie", "By whom";
    GIVEN_ON: "Wanneer", "When";
    AS_A_WHOLE: "Dienst (leeg: als geheel)", "Service (empty: as a whole)";

    EFFORT: "Inzet van eigen personeel", "Own staff effort";
    EFFORT_BY_YEAR: "Eigen inzet per gemeente en jaar", "Own effort by municipality and year";
    EFFORT_MEANS: "Deze uren zitten in geen enkel bedrag: de mensen worden al betaald.", "These hours are in no amount: the people are paid already.";
    NO_EFFORT: "Er is geen eigen inzet ingevuld.", "No own effort has been entered.";
    HOURS: "Uren", "Hours";
    TARIFF: "Tarief per uur", "Tariff an hour";
    WORTH: "Waarde", "Worth";

    OUTTURN: "Realisatie naast plan", "Outturn beside the plan";
    PLAN_AND_OUTTURN: "Plan en realisatie per jaar", "Plan and outturn by year";
    NO_OUTTURN: "Er is nog geen realisatie ingevuld.", "No outturn has been entered yet.";
    OF_WHOM: "Van wie", "Of whom";
    TURNED_OUT: "Realisatie", "Outturn";
    PLANNED: "Plan", "Plan";
    DIFFERENCE: "Verschil", "Difference";
    EVERYONE: "alle gemeenten samen", "all municipalities together";
    CONTRIBUTION_OF: "bijdrage van", "contribution of";
    OUTTURN_MEANS: "Het plan staat in prijzen van de studie, de realisatie in prijzen van dat jaar. Rekent de studie met vaste prijzen, dan zit in het verschil ook de prijsstijging.", "The plan is in the study’s prices, the outturn in those of its year. Where the study has constant prices, the difference holds the rise of prices too.";
    ONE_UNIT: "Alleen van deze organisatie", "Of this organisation only";
    ONE_PARTNER: "Alleen van deze gemeente", "Of this municipality only";
    NOTE: "Toelichting", "Note";

    DECISIONS: "Besluiten in deze fase", "Decisions in this phase";
    DECIDES: "Wie beslist of adviseert", "Who decides or advises";
    OF_PARTNERS: "Van welke gemeenten (leeg: alle)", "Of which municipalities (empty: all)";
    DELIVERS: "Wat het oplevert", "What it delivers";
    FOR_OPTION: "Variant (leeg: alle)", "Option (empty: all)";
    OF_OPTION: "Variant (leeg: nu)", "Option (empty: today)";

    ADD_PHASE: "Fase toevoegen", "Add a phase";
    NEW_PHASE: "Nieuwe fase", "New phase";
    ADD_DECISION: "Besluit toevoegen", "Add a decision";
    NEW_DECISION: "Nieuw besluit", "New decision";
    ADD_OUT_OF_SCOPE: "Dienst noemen die erbuiten blijft", "Name a service that stays out";
    NEW_OUT_OF_SCOPE: "Nieuwe dienst", "New service";
    ADD_CRITERION: "Criterium toevoegen", "Add a criterion";
    NEW_CRITERION: "Nieuw criterium", "New criterion";
    ADD_SCORE: "Score toevoegen", "Add a score";
    NEW_SCORE: "nog niet genoemd", "not named yet";
    ADD_EFFORT: "Inzet toevoegen", "Add effort";
    NEW_EFFORT: "Nieuwe inzet", "New effort";
    ADD_OUTTURN: "Realisatie toevoegen", "Add outturn";
}
