//! What the signs and labels beside figures mean.

super::words! {
    SOURCE: "bron", "source";
    ASSUMPTION: "aanname", "assumption";
    DOCUMENTED: "gedocumenteerd", "documented";
    ILLUSTRATIVE: "illustratief", "illustrative";
    HYPOTHETICAL: "hypothetisch", "hypothetical";
    DOCUMENTED_MEANS: "Dit cijfer staat in een document.", "This figure is in a document.";
    ILLUSTRATIVE_MEANS: "Dit cijfer is een voorbeeld. Vervang het door uw eigen cijfer.", "This figure is an example. Replace it by your own.";
    HYPOTHETICAL_MEANS: "Dit is een gedachte-oefening. Niemand heeft dit besloten.", "This is a what-if. Nobody has decided it.";
    CHANGED: "gewijzigd", "changed";
    EXAMPLE: "voorbeeld", "example";
    ADVANTAGE: "voordeel", "advantage";
    DISADVANTAGE: "nadeel", "disadvantage";
    NO_DIFFERENCE: "geen verschil", "no difference";
    PLUS_IS_ADVANTAGE: "Een plus is een voordeel, een min is een nadeel.", "A plus is an advantage, a minus is a disadvantage.";
    COSTS_POSITIVE: "Kosten zijn positief, inkomsten negatief.", "Costs are positive, income is negative.";
    NOT_APPLICABLE: "– betekent: niet van toepassing.", "– means: not applicable.";
    UNKNOWN: "n.b. betekent: niet bekend.", "n.k. means: not known.";
    FTE: "Fte: een volledige baan.", "Fte: one full-time job.";
    MLN: "1 mln is 1.000.000.", "1 million is 1,000,000.";
}
