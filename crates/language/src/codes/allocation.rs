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

    /// What a distribution key comes to, in plain words.
    key_explanation KEY_EXPLANATIONS {
        "equal": "Elke gemeente betaalt evenveel.", "Every municipality pays the same.";
        "inhabitants": "Wie meer inwoners heeft, betaalt meer.", "Whoever has more inhabitants pays more.";
        "fte": "Wie nu meer functies inbrengt, betaalt meer.", "Whoever brings in more posts pays more.";
        "historic": "Wie nu meer uitgeeft aan dit werk, betaalt meer.", "Whoever spends more on this work today pays more.";
        "usage": "Wie er meer gebruik van maakt, betaalt meer.", "Whoever uses more of it pays more.";
        "general_grant": "Wie meer geld van het Rijk krijgt, betaalt meer.", "Whoever gets more money from the state pays more.";
        "budget": "Wie een grotere begroting heeft, betaalt meer.", "Whoever has a larger budget pays more.";
    }

    /// A method of dividing the total.
    method METHODS {
        "own_keys": "gekozen verdeelsleutels", "keys chosen";
        "shapley": "Shapley-waarde", "Shapley value";
        "nucleolus": "nucleolus (kleinste onvrede)", "nucleolus (least discontent)";
        "prenucleolus": "prenucleolus (kleinste onvrede, zonder ondergrens)", "prenucleolus (least discontent, no lower bound)";
        "per_capita_nucleolus": "nucleolus per deelnemer", "per-capita nucleolus";
        "scrb": "eigen meerkosten, rest naar voordeel", "separable costs, rest by benefit";
        "ensc": "eigen meerkosten, rest in gelijke delen", "separable costs, rest in equal parts";
        "equal_savings": "gelijk voordeel", "equal savings";
        "proportional": "naar kosten alleen", "proportional to stand-alone cost";
    }

    /// What a reader should know of a division.
    caveat CAVEATS {
        "negative_nonseparable_cost":
            "Samen betalen allen al meer dan nodig als ieder zijn eigen meerkosten betaalt: wat overblijft is negatief en zegt weinig.",
            "If everyone pays what it adds, all together pay too much already: what is left is negative and says little.";
        "no_remaining_benefits":
            "Niemand heeft voordeel boven zijn eigen meerkosten: de rest is in gelijke delen verdeeld.",
            "Nobody gains beyond what it adds: the rest is divided in equal parts.";
    }

    /// What a method does, and where it is weak, in two sentences.
    method_explanation METHOD_EXPLANATIONS {
        "shapley":
            "Ieder betaalt wat hij gemiddeld aan kosten toevoegt als de gemeenten in een willekeurige volgorde aansluiten. Een groep kan apart toch goedkoper uit zijn, en het gemiddelde is lastig uit te leggen.",
            "Everyone pays what it adds to the cost on average if municipalities join in a random order. A group may still pay less apart, and the average is hard to explain.";
        "nucleolus":
            "De verdeling maakt de groep die het meest te klagen heeft zo tevreden mogelijk, dan de volgende, enzovoort. Er kan iemand meer gaan betalen als het geheel goedkoper wordt.",
            "The division makes the group with most to complain of as content as possible, then the next, and so on. Someone may have to pay more when the whole becomes cheaper.";
        "per_capita_nucleolus":
            "Als de nucleolus, maar een klacht telt per gemeente in de groep. Wordt het geheel goedkoper, dan gaat niemand meer betalen; kleine groepen wegen wel zwaarder.",
            "As the nucleolus, but a complaint counts per municipality in the group. When the whole becomes cheaper nobody pays more, though small groups weigh heavier.";
        "scrb":
            "Ieder betaalt wat zijn deelname extra kost, en de rest gaat naar rato van het voordeel dat ieder heeft. Vanaf vijf gemeenten kan iemand meer betalen als het geheel goedkoper wordt.",
            "Everyone pays what its taking part adds, and the rest goes in proportion to what each gains. From five municipalities on someone may pay more when the whole becomes cheaper.";
        "ensc":
            "Ieder betaalt wat zijn deelname extra kost, en de rest in gelijke delen. Een kleine gemeente kan zo meer betalen dan alleen.",
            "Everyone pays what its taking part adds, and the rest in equal parts. A small municipality may pay more than on its own.";
        "equal_savings":
            "Ieder krijgt hetzelfde voordeel in euro. Wie weinig bijdraagt aan het voordeel krijgt evenveel als wie het mogelijk maakt.",
            "Everyone gets the same saving in euros. Whoever adds little to the saving gets as much as whoever makes it possible.";
        "proportional":
            "Ieder bespaart hetzelfde percentage van wat hij alleen zou betalen. Het kijkt niet naar groepen, en loont wie alleen duur is.",
            "Everyone saves the same share of what it would pay alone. It ignores groups, and rewards whoever is dear on its own.";
    }
}
