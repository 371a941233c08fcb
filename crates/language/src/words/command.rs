//! Words of the command line.

super::words! {
    ERROR: "fout", "error";
    WARNING: "let op", "note";
    PROBLEM: "niet goed", "problem";
    AT: "plaats", "at";
    FILE: "bestand", "file";
    CANNOT_READ: "Het bestand is niet te lezen.", "The file cannot be read.";
    CANNOT_WRITE: "Het bestand is niet te schrijven.", "The file cannot be written.";
    IN_ORDER: "Het bestand klopt.", "The file is in order.";
    UNKNOWN_COMMAND: "Deze opdracht bestaat niet. Vraag uitleg met --help.", "There is no such command. Ask for help with --help.";
    UNKNOWN_CHART: "Deze grafiek bestaat niet. Vraag uitleg met --help.", "There is no such chart. Ask for help with --help.";
    UNKNOWN_OPTION: "Deze variant staat niet in de studie.", "This option is not in the study.";
    WRITTEN: "Geschreven naar", "Written to";
}
