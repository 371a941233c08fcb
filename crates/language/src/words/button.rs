//! What buttons and links do.

super::words! {
    UNDO: "Ongedaan maken", "Undo";
    REDO: "Opnieuw", "Redo";
    SAVE_FILE: "Opslaan als bestand", "Save as file";
    OPEN: "Openen", "Open";
    OPEN_FILE: "Bestand openen", "Open a file";
    OPEN_EXAMPLE: "Voorbeeld openen", "Open an example";
    CHOOSE_EXAMPLE: "Kies een voorbeeld", "Choose an example";
    NEW: "Nieuwe studie", "New study";
    ADD: "Toevoegen", "Add";
    REMOVE: "Verwijderen", "Remove";
    CHANGE: "Wijzigen", "Change";
    COPY: "Kopiëren", "Copy";
    DUPLICATE: "Kopie maken", "Duplicate";
    CANCEL: "Annuleren", "Cancel";
    CLOSE: "Sluiten", "Close";
    APPLY: "Toepassen", "Apply";
    CALCULATE: "Berekenen", "Calculate";
    RESET: "Terug naar de standaardwaarde", "Back to the default";
    PRINT: "Afdrukken", "Print";
    DOWNLOAD_TABLE: "Tabel downloaden (CSV)", "Download the table (CSV)";
    DOWNLOAD_EXCEL: "Tabel downloaden voor Excel", "Download the table for Excel";
    DOWNLOAD_CHART: "Grafiek downloaden (SVG)", "Download the chart (SVG)";
    DOWNLOAD_REPORT: "Rapport downloaden (JSON)", "Download the report (JSON)";
    DOWNLOAD_PAGE: "Downloaden als webpagina", "Download as a web page";
    SHARE: "Link maken om te delen", "Make a link to share";
    SHOW_TABLE: "Toon als tabel", "Show as table";
    SHOW_CHART: "Toon als grafiek", "Show as chart";
    SHOW_MORE: "Meer tonen", "Show more";
    SHOW_LESS: "Minder tonen", "Show less";
    SHOW_ALL_YEARS: "Alle jaren tonen", "Show all years";
    EXPLAIN: "Leg uit", "Explain";
    GO_TO: "Ga hierheen", "Go there";
    PREVIOUS: "Vorige", "Previous";
    NEXT: "Volgende", "Next";
    RUN_SIMULATION: "Simulatie starten", "Run the simulation";
    STOP: "Stoppen", "Stop";
    ADD_PARTNER: "Gemeente toevoegen", "Add a municipality";
    ADD_SERVICE: "Dienst toevoegen", "Add a service";
    ADD_POST: "Functie toevoegen", "Add a post";
    ADD_OPTION: "Variant toevoegen", "Add an option";
    ADD_MOVE: "Overgang toevoegen", "Add a move";
    ADD_ONE_OFF: "Eenmalige kosten toevoegen", "Add a one-off cost";
    ADD_RECURRING: "Terugkerende kosten toevoegen", "Add a recurring cost";
    ADD_SOURCE: "Bron toevoegen", "Add a source";
    BACK: "Terug", "Back";
}
