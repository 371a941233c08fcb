//! Messages about what just happened.

super::words! {
    LOADING: "Bezig met laden.", "Loading.";
    NOT_LOADED: "Een deel van de rekenhulp kon niet worden geladen. Uw studie is er nog.", "A part of the calculator could not be loaded. Your study is still there.";
    CALCULATING: "Bezig met rekenen.", "Calculating.";
    CALCULATED: "De uitkomst is bijgewerkt.", "The outcome is up to date.";
    OUTDATED: "U ziet de vorige uitkomst. Herstel eerst wat er nog niet klopt.", "You see the previous outcome. First mend what still needs mending.";
    SAVED: "De studie is opgeslagen.", "The study was saved.";
    OPENED: "De studie is geopend.", "The study was opened.";
    NOT_OPENED: "Het bestand is niet geopend. Uw studie is niet veranderd.", "The file was not opened. Your study has not changed.";
    UNDONE: "De laatste wijziging is ongedaan gemaakt.", "The last change was undone.";
    REDONE: "De wijziging is opnieuw gemaakt.", "The change was made again.";
    COPIED: "Gekopieerd.", "Copied.";
    REMOVED: "Verwijderd. U kunt dit ongedaan maken.", "Removed. You can undo this.";
    VALID: "Alles klopt.", "Everything is in order.";
    NO_WARNINGS: "Er zijn geen aandachtspunten.", "There is nothing to note.";
    NOTHING_YET: "Hier is nog niets ingevuld.", "Nothing has been entered here yet.";
    NO_OPTIONS: "Deze studie heeft nog geen varianten. Voeg er een toe.", "This study has no options yet. Add one.";
    NEEDS_SCRIPT: "Deze rekenhulp heeft JavaScript en WebAssembly nodig. Zet ze aan of gebruik een andere browser.", "This calculator needs JavaScript and WebAssembly. Turn them on or use another browser.";
    BROKEN: "Er ging iets mis in de rekenhulp. Sla uw studie op en laad de pagina opnieuw.", "Something went wrong in the calculator. Save your study and reload the page.";
    TOO_LONG_FOR_LINK: "De studie is te groot voor een link. Sla haar op als bestand.", "The study is too large for a link. Save it as a file.";
    SHARED_STUDY: "U bekijkt een gedeelde studie. Uw eigen studie blijft bewaard.", "You are viewing a shared study. Your own study is kept.";
    YES: "ja", "yes";
    NO: "nee", "no";
    NONE: "geen", "none";
    OPEN_END: "zonder einddatum", "open-ended";
}
