//! Distribution keys, and the methods that keys are judged by.

super::codes! {
    /// A distribution key.
    key KEYS {
        "equal": "gelijke delen", "equal shares";
        "inhabitants": "inwoners", "inhabitants";
        "fte": "formatie-inbreng", "posts brought in";
        "historic": "kosten van vandaag", "historic cost";
        "usage": "afname", "usage";
        "general_grant": "algemene uitkering", "general grant";
        "budget": "omvang van de begroting", "size of the budget";
        "fixed": "vaste aandelen", "fixed shares";
        "mix": "gewogen sleutel", "weighted key";
        "schedule": "sleutel per periode", "key by period";
        "keep_within": "vaste aandelen binnen een marge", "shares kept within a margin";
        "shapley": "Shapley-waarde", "Shapley value";
        "nucleolus": "nucleolus (kleinste onvrede)", "nucleolus (least discontent)";
        "bearer": "één betaler", "one payer";
    }

    /// A method of dividing the total.
    method METHODS {
        "own_keys": "gekozen verdeelsleutels", "keys chosen";
        "shapley": "Shapley-waarde", "Shapley value";
        "nucleolus": "nucleolus (kleinste onvrede)", "nucleolus (least discontent)";
        "prenucleolus": "prenucleolus (kleinste onvrede, zonder ondergrens)", "prenucleolus (least discontent, no lower bound)";
        "per_capita_nucleolus": "nucleolus per deelnemer", "per-capita nucleolus";
        "scrb": "eigen meerkosten, rest naar voordeel", "separable costs, rest by benefit";
        "equal_non_separable": "eigen meerkosten, rest in gelijke delen", "separable costs, rest in equal parts";
        "equal_savings": "gelijk voordeel", "equal savings";
        "proportional": "naar kosten alleen", "proportional to stand-alone cost";
    }
}
