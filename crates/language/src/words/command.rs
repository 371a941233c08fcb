//! Words of the command line.

super::words! {
    ERROR: "fout", "error";
    WARNING: "let op", "note";
    PROBLEM: "niet goed", "problem";
    AT: "plaats", "at";
    FILE: "bestand", "file";
    CANNOT_READ: "Het bestand is niet te lezen.", "The file cannot be read.";
    CANNOT_WRITE: "Het bestand is niet te schrijven.", "The file cannot be written.";
    CANNOT_WRITE_OUTPUT: "De uitvoer is niet te schrijven.", "The output cannot be written.";
    NOT_FOUND: "Het bestaat niet.", "It does not exist.";
    NO_PERMISSION: "U hebt er geen toegang toe.", "You have no access to it.";
    IS_FOLDER: "Het is een map.", "It is a folder.";
    IS_NO_FOLDER: "Het is geen map.", "It is not a folder.";
    NOT_UTF8: "Het is geen tekst in UTF-8.", "It is not text in UTF-8.";
    IN_ORDER: "Het bestand klopt.", "The file is in order.";
    UNKNOWN_COMMAND: "Deze opdracht bestaat niet. Vraag uitleg met --help.", "There is no such command. Ask for help with --help.";
    UNKNOWN_CHART: "Deze grafiek bestaat niet. Vraag uitleg met --help.", "There is no such chart. Ask for help with --help.";
    UNKNOWN_OPTION: "Deze variant staat niet in de studie.", "This option is not in the study.";
    UNKNOWN_PARTNER: "Deze gemeente staat niet in de studie.", "This municipality is not in the study.";
    UNKNOWN_SERVICE: "Deze dienst staat niet in de studie.", "This service is not in the study.";
    UNKNOWN_YEAR: "Dit jaar valt buiten de studie.", "This year is outside the study.";
    CHOOSE_FROM: "Kies uit", "Choose from";
    FOR_CSV_ONLY: "De keuzen --table en --profile horen bij --format csv.", "The choices --table and --profile go with --format csv.";
    NOTHING_TO_VERIFY: "De map bevat geen verwachtingen (.expected.json).", "The folder has no expectations (.expected.json).";
    FIGURES_DIFFER: "Uitkomsten die verschillen", "Outcomes that differ";
    INPUTS_DIFFER: "Gegevens die verschillen", "Data that differ";
    NO_FIGURE_DIFFERS: "Alle uitkomsten zijn gelijk.", "All outcomes are the same.";
    NO_INPUT_DIFFERS: "Alle gegevens zijn gelijk.", "All data are the same.";
    FIGURE: "Uitkomst", "Outcome";
    INPUT: "Gegeven", "Data";
    FIRST: "Eerste studie", "First study";
    SECOND: "Tweede studie", "Second study";
    DIFFERENCE: "Verschil", "Difference";
    NOT_THERE: "geen", "none";
    OF: "van", "of";
    TWICE_STDIN: "Alleen een van de studies kan van stdin komen.", "Only one of the studies can come from stdin.";
    INVALID_STUDIES: "Studies met punten om te herstellen", "Studies with problems to mend";
    WRITTEN: "Geschreven naar", "Written to";
    NO_FIGURE: "In het rapport staat op deze plaats geen cijfer dat uit te leggen is.", "The report has no figure at this place that can be explained.";
    MODEL_CONSTANT: "vast getal van het model", "a number of the model itself";
    IN_STUDY: "studie", "study";
    IN_REPORT: "rapport", "report";
    IN_REGISTER: "uit het register:", "register";
    REGISTER_SAYS: "register zegt", "the register says";
}
