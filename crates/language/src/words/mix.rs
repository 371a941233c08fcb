//! Two keys side by side, and a mix of them.

super::words! {
    TITLE: "Twee sleutels naast elkaar, en een mix", "Two keys side by side, and a mix";
    WHAT: "Kies twee verdeelsleutels. Schuif om ze te mengen en zie wat elke gemeente eraan overhoudt.", "Choose two distribution keys. Slide to mix them and see what every municipality keeps of it.";
    FIRST: "Eerste sleutel", "First key";
    SECOND: "Tweede sleutel", "Second key";
    SHARE: "Aandeel van de tweede sleutel", "Share of the second key";
    SHARE_TYPED: "Aandeel in procenten", "Share in percent";
    OWN: "zoals nu gekozen", "as chosen now";
    MIX: "Mix", "The mix";
    LESS: "1% minder van de tweede sleutel", "1% less of the second key";
    MORE: "1% meer van de tweede sleutel", "1% more of the second key";
    USE: "Deze mix gebruiken", "Use this mix";
    RESULT: "Netto contante waarde per gemeente", "Net present value by municipality";
    TIPPING: "Omslagpunt", "Tipping point";
    TIPPING_TITLE: "Waar slaat voordeel om in nadeel?", "Where does an advantage become a disadvantage?";
    ALWAYS_GAINS: "altijd voordeel", "always an advantage";
    NEVER_GAINS: "nooit voordeel", "never an advantage";
    NO_DIFFERENCE: "geen verschil", "no difference";
    OUTSIDE: "Vul een percentage van 0 tot en met 100 in.", "Enter a percentage from 0 to 100.";
    OTHER_KEYS: "Diensten en kostenregels met een eigen sleutel houden die.", "Services and cost lines with a key of their own keep it.";
    REAL: "Elk bedrag is een hele berekening met deze mix: met ingroei, garantie en btw.", "Every amount is a whole calculation with this mix: with transition, guarantee and VAT.";
    SHARES: "Aandeel in de gedeelde kosten, per jaar", "Share of the shared costs, by year";
    GROWN: "Gegroeid naar de sleutel", "Grown into the key";
    GUARANTEE: "Wat de garantie verschuift, per jaar", "What the guarantee moves, by year";
    GUARANTEE_SIGNS: "Een plus is een gemeente die betaalt, een min is een gemeente die ontvangt.", "A plus is a municipality that pays, a minus is a municipality that receives.";
    EXIT: "Wat uittreding zou kosten, per jaar van uittreden", "What leaving would cost, by the year of leaving";
    AGREED: "(zo is het afgesproken)", "(this is what is agreed)";
}
