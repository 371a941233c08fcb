//! Problems with the form of a file: its fields, types, ids and values.

super::sentences! {
    /// Problems with the form of a file.
    FILE_PROBLEMS {
        "not_json":
            "Dit is geen bestand van Deelsom, of het is beschadigd[ (regel {line})]. Kies een ander bestand of herstel dit.",
            "This is not a file of Deelsom, or it is damaged[ (line {line})]. Choose another file or mend this one.";
        "unknown_field":
            "Het veld ‘{field}’ bestaat hier niet. Controleer de spelling of haal het veld weg.",
            "There is no field ‘{field}’ here. Check the spelling or remove the field.";
        "missing_field":
            "Het veld ‘{field}’ ontbreekt. Voeg het toe.",
            "The field ‘{field}’ is missing. Add it.";
        "wrong_type":
            "Hier hoort {expected:type}[, maar er staat {found:type}]. Pas de waarde aan.",
            "Here belongs {expected:type}[, but there is {found:type}]. Change the value.";
        "wrong_format":
            "Dit is geen studie van Deelsom[, maar een bestand van de soort ‘{found}’]. Kies een bestand dat met ‘Opslaan als bestand’ is gemaakt[, van de soort ‘{expected}’].",
            "This is no study of Deelsom[, but a file of the kind ‘{found}’]. Choose a file that was made with ‘Save as file’[, of the kind ‘{expected}’].";
        "unsupported_version":
            "Dit bestand heeft versie {found}. Deze rekenhulp leest versie {supported}. Gebruik een nieuwere rekenhulp of een ander bestand.",
            "This file has version {found}. This calculator reads version {supported}. Use a newer calculator or another file.";
        "out_of_range":
            "De waarde {value} past hier niet.[ Vul ten minste {min} in.][ Vul ten hoogste {max} in.]",
            "The value {value} does not fit here.[ Enter at least {min}.][ Enter at most {max}.]";
        "empty_list":
            "Deze lijst is nog leeg. Voeg er ten minste één toe.",
            "This list is still empty. Add at least one.";
        "invalid_id":
            "Het kenmerk ‘{value}’ kan niet. Gebruik kleine letters, cijfers en streepjes.",
            "The identifier ‘{value}’ cannot be used. Use small letters, digits and hyphens.";
        "duplicate_id":
            "Het kenmerk ‘{id}’ komt twee keer voor. Geef een van de twee een ander kenmerk.",
            "The identifier ‘{id}’ occurs twice. Give one of the two another identifier.";
        "unknown_partner":
            "De gemeente ‘{id}’ staat niet in deze studie. Voeg haar toe of kies een andere.",
            "The municipality ‘{id}’ is not in this study. Add it or choose another.";
        "unknown_service":
            "De dienst ‘{id}’ staat niet in deze studie. Voeg haar toe of kies een andere.",
            "The service ‘{id}’ is not in this study. Add it or choose another.";
        "unknown_unit":
            "De organisatie ‘{id}’ staat niet in deze studie. Voeg haar toe of kies een andere.",
            "The organisation ‘{id}’ is not in this study. Add it or choose another.";
        "unknown_assumption":
            "De aanname ‘{id}’ bestaat niet. Kies er een uit het aannamenregister.",
            "There is no assumption ‘{id}’. Choose one from the assumptions register.";
        "unknown_scale":
            "De salarisschaal ‘{scale}’ bestaat niet. Kies een schaal van 4 tot en met 15 of vul de kosten per fte in.",
            "There is no salary scale ‘{scale}’. Choose a scale from 4 to 15 or enter the cost per fte.";
        "unknown_line":
            "De kostenregel ‘{line}’ bestaat niet. Kies een van de regels van het rekenmodel.",
            "There is no cost line ‘{line}’. Choose one of the lines of the model.";
        "unknown_value":
            "De waarde ‘{value}’ kan hier niet.[ Kies uit: {allowed:or}.]",
            "The value ‘{value}’ cannot be used here.[ Choose from: {allowed:or}.]";
        "missing_reason":
            "De reden ontbreekt. Schrijf op waarom u van de standaard afwijkt.",
            "The reason is missing. Write down why you deviate from the default.";
        "month_invalid":
            "‘{value}’ is geen maand. Schrijf een maand als 2010-07.",
            "‘{value}’ is not a month. Write a month as 2010-07.";
        "year_invalid":
            "‘{value}’ is geen jaartal. Schrijf een jaar als 2010.",
            "‘{value}’ is not a year. Write a year as 2010.";
        "too_large":
            "Dit is te veel[: {what:part}].[ Er kunnen er ten hoogste {limit} zijn.] Maak het kleiner.",
            "This is too much[: {what:part}].[ There can be at most {limit}.] Make it smaller.";
    }
}
