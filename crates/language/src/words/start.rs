//! Where a study begins: the page, the first figures, and how complete they are.

super::words! {
    WHAT: "Deelsom rekent uit wat het gemeenten kost en oplevert om hun bedrijfsvoering te delen, en wie wat betaalt.", "Deelsom works out what it costs and brings municipalities to share their back office, and who pays what.";
    FOR_WHOM: "Het is er voor wie de cijfers invult, voor wie erover beslist en voor wie ze narekent.", "It is there for those who enter the figures, those who decide on them and those who check them.";
    HOW: "Begin met openbare cijfers van uw gemeenten, vervang ze door uw eigen cijfers en bekijk de uitkomst.", "Begin with public figures of your municipalities, replace them by your own and look at the outcome.";
    FINANCE_OFFICER: "Financieel adviseur of controller", "Finance officer or controller";
    FINANCE_OFFICER_GOES: "vul de nulmeting in", "enter the baseline";
    COUNCIL_MEMBER: "Raadslid", "Council member";
    COUNCIL_MEMBER_GOES: "lees wat het voor uw gemeente betekent", "read what it means for your municipality";
    ANALYST: "Analist", "Analyst";
    ANALYST_GOES: "reken na met de opdrachtregel: dezelfde cijfers, als JSON en CSV", "check on the command line: the same figures, as JSON and CSV";

    FROM_FIGURES: "Begin met cijfers van uw gemeenten", "Begin with figures of your municipalities";
    CHOOSE: "Kies een tot acht gemeenten. Inwoners, algemene uitkering en begroting worden ingevuld; functies en andere kosten krijgen een voorbeeld dat u vervangt.", "Choose one to eight municipalities. Inhabitants, general grant and budget are filled in; posts and other costs get an example for you to replace.";
    SEARCH: "Zoek een gemeente", "Find a municipality";
    SEARCH_HINT: "Typ een deel van de naam, kies met de pijltjes en druk op Enter.", "Type part of the name, choose with the arrows and press Enter.";
    FOUND: "Gevonden gemeenten", "Municipalities found";
    NOT_FOUND: "Geen gemeente gevonden. Typ een ander deel van de naam.", "No municipality found. Type another part of the name.";
    CHOSEN: "Gekozen gemeenten", "Municipalities chosen";
    FULL: "U hebt er acht gekozen. Haal er eerst een weg.", "You have chosen eight. Take one away first.";
    FIGURES_LOADING: "De cijfers van de gemeenten worden geladen.", "The figures of the municipalities are being loaded.";
    FIGURES_FAILED: "De cijfers van de gemeenten konden niet worden geladen.", "The figures of the municipalities could not be loaded.";
    OVERHEAD: "Overhead per jaar", "Overhead a year";
    ORDER: "Volgorde", "Order";
    EARLIER: "Omhoog", "Move up";
    NOT_DELIVERED: "niet aangeleverd", "not delivered";
    FIGURES_OF: "Inwoners op 1 januari 2025; begroting 2025 en overhead (taakveld 0.4) volgens Iv3; algemene uitkering 2025 (meicirculaire 2024). Bron: CBS en BZK, open data (CC BY 4.0).", "Inhabitants at 1 January 2025; budget 2025 and overhead (task field 0.4) by Iv3; general grant 2025 (May circular 2024). Source: CBS and BZK, open data (CC BY 4.0).";
    MAKE: "Maak deze studie", "Make this study";
    REPLACES: "Dit komt in de plaats van de studie die nu open is. U kunt het ongedaan maken.", "This takes the place of the study that is open now. You can undo it.";
    HOST_MEANS: "De variant laat de grootste gemeente P&O, ICT en financiën uitvoeren vanaf het tweede jaar. Het is een gedachte-oefening: verander haar of haal haar weg.", "The option lets the largest municipality run HR, ICT and finance from the second year on. It is a what-if: change it or take it away.";

    OTHERWISE: "Begin anders", "Begin otherwise";
    EMPTY: "Begin met een lege studie", "Begin with an empty study";
    EMPTY_MEANS: "Twee gemeenten zonder cijfers, met de gewone diensten van de bedrijfsvoering.", "Two municipalities without figures, with the usual services of a back office.";
    OPEN_MEANS: "Open een studie die u of een ander heeft bewaard.", "Open a study that you or someone else saved.";
    WORKED: "Uitgewerkte studies", "Worked studies";
    STORY_2010: "Twee gemeenten voegen P&O, ICT en financiën samen in een lichte vorm, en één vacature hoeft niet te worden vervuld.", "Two municipalities merge HR, ICT and finance in a light form, and one vacancy need not be filled.";
    STORY_2021: "Na acht jaar gaat een gezamenlijke organisatie weer uit elkaar: wat kost dat?", "After eight years a joint organisation is parted again: what does that cost?";
    STORY_2022: "Vier gemeenten brengen hun gezamenlijke organisatie onder bij de grootste.", "Four municipalities place their joint organisation with the largest of them.";
    STORY_2006: "Vier gemeenten onderzoeken wat zij kunnen bundelen, en in welke vorm.", "Four municipalities explore what they could bundle, and in what form.";

    COMPLETE: "Hoe compleet is deze studie?", "How complete is this study?";
    PART: "Onderdeel", "Part";
    COUNTS_FOR: "Telt voor", "Counts for";
    ASKED: "Gevraagd", "Asked";
    OWN: "Ingevuld", "Filled in";
    STILL_ILLUSTRATIVE: "Nog illustratief", "Still illustrative";
    MISSING: "Wat ontbreekt", "What is missing";
    GO_THERE: "Invullen", "Fill in";
    REPLACE_THERE: "Vervangen", "Replace";
    WITH_SOURCE: "Bronnen bij de cijfers", "Sources of the figures";
    KEY_OF_OPTION: "Verdeelsleutel per variant", "Key of every option";
    ONE_OFFS_OF_OPTION: "Eenmalige kosten per variant", "One-off costs of every option";
    COMPLETE_MEANS: "Wat u zelf hebt ingevuld als deel van wat de nulmeting vraagt. Functies tellen voor drie, bezetting en overige kosten voor twee, de rest voor een. Een illustratief cijfer telt nog niet mee: het is er wel, maar het is niet van u.", "What you filled in yourself as a share of what the baseline asks. Posts count for three, people in post and running costs for two, the rest for one. An illustrative figure does not count yet: it is there, but it is not yours.";

    HR: "P&O", "HR";
    ICT: "ICT en informatie", "ICT and information";
    FINANCE: "Financiën", "Finance";
    LEGAL: "Juridische zaken", "Legal";
    PROCUREMENT: "Inkoop", "Procurement";
    COMMUNICATION: "Communicatie", "Communication";
    RECORDS: "Documenten en archief", "Records";
    FACILITY: "Facilitair en huisvesting", "Facility and housing";
    HR_ROLE: "Medewerker P&O", "HR officer";
    ICT_ROLE: "Medewerker ICT", "ICT officer";
    FINANCE_ROLE: "Medewerker financiën", "Finance officer";
    LEGAL_ROLE: "Jurist", "Lawyer";
    PROCUREMENT_ROLE: "Inkoper", "Buyer";
    COMMUNICATION_ROLE: "Medewerker communicatie", "Communication officer";
    RECORDS_ROLE: "Medewerker documenten en archief", "Records officer";
    FACILITY_ROLE: "Medewerker facilitair", "Facility officer";
    SOFTWARE: "Software en licenties", "Software and licences";
    OTHER_ICT: "Overige ICT-lasten", "Other ICT cost";
    TRAINING: "Opleiding", "Training";
    WORKPLACES: "Werkplekken", "Workplaces";
    JOINT_DEPARTMENT: "Gezamenlijke afdeling bedrijfsvoering", "Joint support department";
    SET_UP_MANAGER: "Kwartiermaker", "Set-up manager";
    ADVISER: "Extern adviseur", "External adviser";
    COUNSEL: "Communicatie, OR en GO, juridisch advies", "Communication, works councils, legal advice";
    MIGRATION: "ICT-migratie", "ICT migration";
    NEW_STUDY: "Nieuwe studie", "New study";
    MUNICIPALITY: "Gemeente", "Municipality";
    SUMMARY: "Begin van een studie. Inwoners, algemene uitkering en begroting zijn openbare cijfers van 2025. Functies, overige kosten en de variant zijn een voorbeeld, totdat iemand ze vervangt.", "The beginning of a study. Inhabitants, general grant and budget are public figures of 2025. Posts, running costs and the option are an example until someone replaces them.";
    SOURCE_FIGURES: "Iv3-begroting 2025 en gemeentefonds 2025 (meicirculaire 2024), CBS en BZK, open data CC BY 4.0, via michielsd/begrotingsanalysetool", "Iv3 budget 2025 and gemeentefonds 2025 (May circular 2024), CBS and BZK, open data CC BY 4.0, by way of michielsd/begrotingsanalysetool";
    SOURCE_ICT: "M&I/Partners, ICT-lasten van gemeenten per inwoner, 2022", "M&I/Partners, ICT cost of municipalities per inhabitant, 2022";
    SOURCE_TRAINING: "Personeelsmonitor gemeenten: opleidingskosten 1,5 % van de loonsom", "Personeelsmonitor gemeenten: training cost 1.5 % of the wage bill";
    SOURCE_ASSUMED: "Aangenomen door Deelsom: startverdeling van de formatie, bezetting, werkplekken en eenmalige kosten", "Assumed by Deelsom: start distribution of posts, people in post, workplaces and one-off costs";

    UNKNOWN_NAME: "Geen gemeente heeft dit in haar naam.", "No municipality has this in its name.";
    SEVERAL_NAMES: "Meer gemeenten hebben dit in hun naam.", "Several municipalities have this in their names.";
    TWICE: "Deze gemeente is twee keer genoemd.", "This municipality was named twice.";
    TOO_MANY: "Noem ten hoogste acht gemeenten.", "Name eight municipalities at most.";
}
