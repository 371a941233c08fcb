//! The empty workbook to fill in: sheets and what explains them.

super::words! {
    SHEET_READ_ME: "LeesMij", "ReadMe";
    SHEET_PARTNERS: "Gemeenten", "Municipalities";
    SHEET_POSTS: "Functies", "Posts";
    SHEET_DEPARTURES: "BekendVertrek", "Departures";
    SHEET_VOLUMES: "Afname", "Usage";
    SHEET_RUNNING_COSTS: "OverigeKosten", "RunningCosts";
    TITLE: "Gegevens voor een studie van Deelsom", "Data for a study of Deelsom";
    ABOUT: "Vul de gele cellen in en lees dit bestand in Deelsom in.", "Fill in the yellow cells and read this file in Deelsom.";
    HOW_TO_FILL: "Elk blad is een tabel met één rij per regel. Bladen die u niet nodig hebt, laat u leeg.", "Every sheet is a table with one row for each line. Leave sheets that you do not need empty.";
    HOW_TO_READ: "Laat de koppen staan: daaraan herkent Deelsom de kolommen. Kolommen die u niet gebruikt, mag u weghalen.", "Leave the headings: by them Deelsom knows the columns. You may remove columns that you do not use.";
    HOW_NUMBERS: "Bedragen zijn hele jaarbedragen in euro’s van nu, niet in duizenden.", "Amounts are whole amounts a year in euros of today, not in thousands.";
    SIGNS: "Plus en min", "Plus and minus";
    SIGNS_HERE: "Schrijf kosten als een positief getal en inkomsten met een min ervoor.", "Write costs as a positive number and income with a minus before it.";
    SIGNS_OTHERWISE: "Staat het in uw begroting andersom, of met een V en een N? Neem het zo over en kies dat bij het inlezen.", "Is it the other way round in your budget, or with an advantage and a disadvantage? Copy it as it is and choose so when it is read.";
    ABOUT_PARTNERS: "De gemeenten die meedoen.", "The municipalities that take part.";
    ABOUT_POSTS: "De functies van nu. Vul bij elke functie een salarisschaal in, of wat een fte kost.", "The posts of today. Enter a salary scale for every post, or what one FTE costs.";
    ABOUT_DEPARTURES: "Mensen van wie bekend is wanneer zij vertrekken.", "People of whom it is known when they leave.";
    ABOUT_VOLUMES: "Hoeveel elke gemeente van een dienst afneemt. Zet in de lege gele koppen de namen van de gemeenten.", "How much every municipality uses of a service. Put the names of the municipalities in the empty yellow headings.";
    ABOUT_RUNNING_COSTS: "Wat diensten kosten buiten het personeel: licenties, contracten, huisvesting.", "What services cost besides staff: licences, contracts, housing.";
    REQUIRED: "verplicht", "required";
    OPTIONAL: "mag leeg", "may be empty";
    HOLDS_UNIT: "De gemeente of gezamenlijke organisatie, zoals zij in de studie heet", "The municipality or joint organisation, as the study calls it";
    HOLDS_SERVICE: "De dienst, zoals die in de studie heet", "The service, as the study calls it";
    HOLDS_SOURCE: "Waar de cijfers vandaan komen", "Where the figures come from";
    HOLDS_STATUS: "Waar de cijfers op rusten: kies uit de lijst", "What the figures rest on: choose from the list";
    HOLDS_SCALE: "De schaal van deze functie: kies uit de lijst", "The scale of this post: choose from the list";
    HOLDS_ID: "Een korte code; zonder maakt Deelsom er een", "A short code; without it Deelsom makes one";
    HOLDS_NAME: "Een naam of omschrijving", "A name or description";
    HOLDS_EUROS: "Een bedrag in euro’s", "An amount in euros";
    HOLDS_FTE: "Een aantal fte, zoals 1,5", "A number of FTE, such as 1.5";
    HOLDS_NUMBER: "Een geheel getal", "A whole number";
    HOLDS_PERCENT: "Een percentage, zoals 0,5%", "A percentage, such as 0.5%";
    HOLDS_MONTH: "Een dag in die maand", "A day in that month";
    HOLDS_FLAG: "Ja of nee", "Yes or no";
}
