//! What one does with the lists of a study, and what new things are called.

super::words! {
    STUDY: "Deze studie", "This study";
    ROW: "Bewerken", "Edit";
    MORE: "Meer", "More";
    OWN_FIGURES: "eigen", "own";
    OWN: "Dit zijn eigen cijfers", "These are our own figures";
    UP: "Omhoog", "Move up";
    DOWN: "Omlaag", "Move down";
    COPY: "Kopie", "Copy";
    COPIED_NAME: "(kopie)", "(copy)";
    NOT_GIVEN: "niet ingevuld", "not given";
    NOTHING_CHOSEN: "niets gekozen", "nothing chosen";

    ADD_UNIT: "Organisatie toevoegen", "Add an organisation";
    ADD_DEPARTURE: "Bekend vertrek toevoegen", "Add a known departure";
    ADD_RUNNING_COST: "Overige kosten toevoegen", "Add a running cost";
    ADD_VOLUME: "Afname toevoegen", "Add usage";
    ADD_PART: "Sleutel toevoegen aan de mix", "Add a key to the mix";
    ADD_PHASE: "Jaar toevoegen", "Add a year";
    ADD_ROLE: "Functie vastleggen", "Set a role";
    ADD_RANGE: "Bandbreedte toevoegen", "Add a range";

    NEW_SOURCE: "Nieuwe bron", "New source";
    NEW_PARTNER: "Nieuwe gemeente", "New municipality";
    NEW_SERVICE: "Nieuwe dienst", "New service";
    NEW_UNIT: "Nieuwe organisatie", "New organisation";
    NEW_POST: "Nieuwe functie", "New role";
    NEW_COST: "Nieuwe kosten", "New cost";
    NEW_VOLUME: "Nieuwe afname", "New usage";
    NEW_OPTION: "Nieuwe variant", "New option";

    UNITS_OF_OPTION: "Organisaties van deze variant", "Organisations of this option";
    TARGET_POSTS: "Functies met een vaste formatie na de overgang", "Roles with a set establishment after the move";
    FIXED_POST: "Blijft heel als een gemeente niet meedoet", "Stays whole when a municipality is left out";
    ONLY_IN: "Alleen bij", "Only in";
    PHASE_YEAR: "Jaar", "Year";
    BY_PARTICIPANTS: "deelnemers, volgens de sleutels van de variant", "participants, by the keys of the option";
    ALONE: "alleen", "alone";
    BY_YEAR: "Per jaar invullen", "Enter by year";
    ONE_AMOUNT: "Eén bedrag voor alle jaren", "One amount for all years";
    EVERY_YEAR_ITS_OWN: "per jaar verschillend", "differs by year";
    FROM_YEAR: "Vanaf", "From";
    FROM_WHICH_YEAR: "Vanaf welk jaar", "From which year";
    ADD_YEAR: "Jaar toevoegen", "Add a year";
    KEY_OF_PART: "Sleutel", "Key";
    PARTS: "Onderdelen van de mix", "Parts of the mix";
    PREVIOUS_SHARES: "Aandelen die blijven", "Shares that are kept";
    WATCHED_KEY: "Sleutel om bij te blijven", "Key to stay near";
    FOR_ALL: "Voor alles", "For everything";
    AGREEMENTS: "Afspraken", "Agreements";
    WHAT_IT_RESTS_ON: "Waar het op rust", "What it rests on";
    NUMBER_OF_STUDY: "Cijfer", "Figure";
    RANGES: "Bandbreedte van cijfers", "Ranges of figures";
    HOW_TO_ENTER: "Hoe u getallen invult", "How to enter numbers";
}
