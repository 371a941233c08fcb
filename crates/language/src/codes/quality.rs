//! What figures rest on, how vulnerable work is, and what stands where in a file.

super::codes! {
    /// A band of vulnerability.
    band BANDS {
        "single": "éénpitter", "single person";
        "vulnerable": "kwetsbaar", "vulnerable";
        "robust": "robuust", "robust";
    }

    /// What an assumption rests on.
    evidence EVIDENCES {
        "sourced": "uit een bron", "from a source";
        "derived": "afgeleid van een bron", "derived from a source";
        "assumed": "aangenomen", "assumed";
    }

    /// What a figure of a study rests on.
    status STATUSES {
        "documented": "gedocumenteerd", "documented";
        "illustrative": "illustratief", "illustrative";
        "hypothetical": "hypothetisch", "hypothetical";
    }

    /// Who decides something, or is asked about it.
    decision DECISIONS {
        "council_consent": "de raad geeft toestemming", "the council consents";
        "council_views": "de raad geeft een zienswijze", "the council gives its views";
        "council_decision": "de raad besluit", "the council decides";
        "board_decision": "het college besluit", "the executive decides";
        "works_council_advice": "de ondernemingsraad adviseert", "the works council advises";
        "union_consultation": "overleg met de vakbonden", "the unions are consulted";
        "report": "verslag", "report";
    }

    /// What the baseline was measured from.
    measured MEASURES {
        "budget": "de begroting", "the budget";
        "outturn": "de realisatie", "the outturn";
    }

    /// What kind of value stands in a file.
    json_type JSON_TYPES {
        "null": "niets (null)", "nothing (null)";
        "boolean": "true of false", "true or false";
        "number": "een getal", "a number";
        "whole_number": "een heel getal", "a whole number";
        "text": "een tekst", "a text";
        "list": "een lijst", "a list";
        "object": "een groep velden (object)", "a group of fields (object)";
    }

    /// A part of a study file, by the name of its field.
    file_part FILE_PARTS {
        "period": "periode", "period";
        "prices": "prijzen", "prices";
        "nulmeting": "nulmeting", "baseline measurement";
        "sources": "bronnen", "sources";
        "partners": "gemeenten", "municipalities";
        "services": "diensten", "services";
        "units": "organisaties", "organisations";
        "posts": "functies", "posts";
        "departures": "bekend vertrek", "known departures";
        "running_costs": "overige kosten", "running costs";
        "volumes": "afname", "usage";
        "assumptions": "aannamen", "assumptions";
        "ranges": "bandbreedten", "ranges";
        "options": "varianten", "options";
        "moves": "overgangen", "moves";
        "one_offs": "eenmalige kosten", "one-off costs";
        "recurring": "terugkerende kosten", "recurring costs";
        "keys": "verdeelsleutels", "distribution keys";
        "effort": "eigen inzet", "own effort";
        "criteria": "criteria", "criteria";
        "list": "criteria", "criteria";
        "scores": "scores", "scores";
        "phases": "fasen", "phases";
        "decisions": "besluiten", "decisions";
        "outturn": "realisatie", "outturn";
        "out_of_scope": "wat erbuiten blijft", "what stays out";
        "members": "deelnemers", "participants";
        "general_grant": "algemene uitkering", "general grant";
        "budget": "begroting", "budget";
        "inhabitants": "inwoners", "inhabitants";
    }
}
