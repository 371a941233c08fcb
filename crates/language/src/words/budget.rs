//! The multi-year estimate of a municipality.

super::words! {
    TITLE: "Meerjarenraming per gemeente", "Multi-year estimate by municipality";
    WHAT: "Dit verandert in de begroting als deze variant doorgaat: lasten en baten, tegenover alles laten zoals het is.", "This changes in the budget if this option goes ahead: costs and income, against leaving everything as it is.";
    FROM: "Begrotingsjaar (t)", "Budget year (t)";
    SIGNS: "Plus en min", "Plus and minus";
    ADVANTAGE_PLUS: "voordeel is plus", "advantage is plus";
    COSTS_PLUS: "lasten zijn plus", "costs are plus";
    LETTERS: "V en N", "A and D";
    OPTION: "Variant", "Option";
    MUNICIPALITY: "Gemeente", "Municipality";
    TASK_FIELD: "Taakveld", "Task field";
    OVERHEAD: "0.4 Overhead", "0.4 Overhead (BBV)";
    SIDE: "Lasten of baten", "Costs or income";
    NATURE: "Aard", "Nature";
    COSTS: "Lasten", "Costs";
    INCOME: "Baten", "Income";
    BALANCE: "Saldo", "Balance";
    STRUCTURAL: "structureel", "structural";
    ONE_OFF: "incidenteel", "one-off";
    TOTAL: "totaal", "in all";
    TOGETHER: "Alle gemeenten samen", "All municipalities together";
    ONE_OFF_MEANS: "Incidenteel is wat eenmalig is of hoogstens drie jaar duurt. De rest is structureel.", "One-off is what happens once or lasts three years at most. The rest is structural.";
    CONTRIBUTION_IS_COST: "Een bijdrage aan een ander is een last. Baten zijn eigen inkomsten en wat de garantie oplevert.", "A contribution to someone else is a cost. Income is what comes in of one’s own, and what the guarantee brings.";
    FEWER_YEARS: "De studie loopt niet tot en met jaar t+3.", "The study does not run until year t+3.";
    GRANT: "Een lagere algemene uitkering hoort op taakveld 0.7. Hier zit zij bij de lasten.", "A lower general grant belongs on task field 0.7. Here it is among the costs.";
    FILE: "meerjarenraming", "multi-year-estimate";
    DOWNLOAD_EXCEL: "Downloaden voor Excel (CSV)", "Download for Excel (CSV)";
    DOWNLOAD_DATA: "Downloaden als data (CSV)", "Download as data (CSV)";
}
