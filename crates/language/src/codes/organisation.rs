//! Forms of cooperation and what is agreed in them.

super::codes! {
    /// A form of cooperation.
    form FORMS {
        "standalone": "zelfstandige gemeente", "municipality on its own";
        "network": "netwerksamenwerking", "light cooperation";
        "host_municipality": "centrumregeling", "host municipality";
        "joint_body": "gemeenschappelijk orgaan", "joint body";
        "support_organisation": "bedrijfsvoeringsorganisatie", "support organisation";
        "public_body": "openbaar lichaam", "public body";
        "private_company": "privaatrechtelijke organisatie", "private company";
        "merger": "herindeling", "municipal merger";
    }

    /// One line about a form of cooperation.
    form_hint FORM_HINTS {
        "standalone": "De gemeente doet het werk zelf.", "The municipality does the work itself.";
        "network": "Gemeenten werken samen, iedereen houdt zijn eigen werkgever.", "Municipalities work together, everyone keeps their employer.";
        "host_municipality": "Eén gemeente doet het werk voor de andere.", "One municipality does the work for the others.";
        "joint_body": "Een gezamenlijk bestuur zonder eigen personeel.", "A joint board without staff of its own.";
        "support_organisation": "Een eigen organisatie met één bestuur, alleen voor ondersteunend en uitvoerend werk.", "An organisation of its own with a single board, for supporting work only.";
        "public_body": "Een eigen organisatie met een algemeen en een dagelijks bestuur. Zo werkt ook een ambtelijke fusie.", "An organisation of its own with a general and an executive board. A merger of staff works this way.";
        "private_company": "Een coöperatie, vennootschap of stichting.", "A cooperative, company or foundation.";
        "merger": "De gemeenten worden één gemeente.", "The municipalities become one.";
    }

    /// The kind of work of a service.
    kind KINDS {
        "transactional": "uitvoerend en administratief", "transactional";
        "general": "algemene bedrijfsvoering", "general support";
        "advisory": "advies", "advisory";
        "ict": "ICT en automatisering", "ICT";
        "other": "overig", "other";
    }

    /// Whether a unit's amounts are before or after what its form costs.
    basis BASES {
        "gross": "bruto (kosten van de vorm komen erbij)", "gross (costs of the form are added)";
        "net": "netto (kosten van de vorm zitten erin)", "net (costs of the form are inside)";
    }

    /// How a joint unit's charges meet VAT.
    vat VATS {
        "none": "geen btw", "no VAT";
        "taxed": "met btw", "with VAT";
        "exempt": "koepelvrijstelling", "cost-sharing exemption";
        "transparent": "koepelvrijstelling met doorschuiven", "cost-sharing exemption with pass-through";
    }

    /// How the establishment after a move is set.
    staffing_rule STAFFING_RULES {
        "same": "gelijk aan vandaag", "same as today";
        "percent": "een percentage minder", "a percentage less";
        "scale": "naar schaalvoordeel", "by economies of scale";
        "norm": "een norm per 1.000 inwoners", "a norm per 1,000 inhabitants";
    }

    /// How a leaving partner settles.
    exit_rule EXIT_RULES {
        "step_down": "aflopende bijdrage in vijf jaar", "contribution falling over five years";
        "real_damage": "werkelijke schade", "actual damage";
    }
}
