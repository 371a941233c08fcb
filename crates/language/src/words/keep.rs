//! Keeping, sharing, freezing and printing a study.

super::words! {
    ON_THIS_DEVICE: "Op dit apparaat", "On this device";
    HOW_IT_IS_KEPT: "De studie wordt bewaard in deze browser, op dit apparaat en nergens anders. Sommige browsers wissen haar na een week zonder bezoek. Sla haar daarom ook op als bestand.", "The study is kept in this browser, on this device and nowhere else. Some browsers erase it after a week without a visit. So save it as a file too.";
    NOT_CHANGED: "U hebt nog niets veranderd. Er is nog niets bewaard.", "You have not changed anything yet. Nothing has been kept yet.";
    DENIED: "Deze browser bewaart niets voor deze pagina. Sla uw studie op als bestand.", "This browser keeps nothing for this page. Save your study as a file.";
    FULL: "Er is geen ruimte meer op dit apparaat. De laatste wijzigingen zijn niet bewaard. Sla uw studie op als bestand.", "There is no room left on this device. The last changes were not kept. Save your study as a file.";
    ERASED: "Alles wat op dit apparaat bewaard was, is gewist. De studie staat alleen nog op het scherm en wordt niet meer bewaard.", "Everything that was kept on this device has been erased. The study is only on the screen now and is no longer kept.";
    KEEP_AGAIN: "Weer bewaren", "Keep again";

    CHANGED_ELSEWHERE: "Deze studie is intussen in een ander venster gewijzigd.", "This study has meanwhile been changed in another window.";
    CONFLICT: "Deze studie is ook in een ander venster gewijzigd. Met welke versie gaat u verder? De andere wordt een kopie op dit apparaat.", "This study was also changed in another window. Which version do you go on with? The other becomes a copy on this device.";
    TAKE_MINE: "Verder met de versie in dit venster", "Go on with the version in this window";
    TAKE_THEIRS: "Verder met de versie uit het andere venster", "Go on with the version from the other window";

    SET_ASIDE: "Wat op dit apparaat bewaard was, kon niet worden geopend. Het staat nu bij de kopieën, precies zoals het was.", "What was kept on this device could not be opened. It is now among the copies, exactly as it was.";
    COPIES: "Kopieën op dit apparaat", "Copies on this device";
    NO_COPIES: "Er zijn geen kopieën.", "There are no copies.";
    COPIES_ARE: "Hier staat wat niet verder kon of door iets anders is vervangen.", "Here is what could not go on or was replaced by something else.";
    WHY: "Waarom", "Why";
    WHEN: "Wanneer", "When";
    WHAT_TO_DO: "Wat u kunt doen", "What you can do";
    WHY_TORN: "Onleesbaar of afgebroken", "Unreadable or cut off";
    WHY_FOREIGN: "Niet van Deelsom", "Not from Deelsom";
    WHY_TOO_NEW: "Van een nieuwere versie van Deelsom", "From a newer version of Deelsom";
    WHY_INVALID: "Een studie met fouten", "A study with problems";
    WHY_OTHER: "Gewijzigd in een ander venster", "Changed in another window";
    WHY_REPLACED: "Vervangen door een andere studie", "Replaced by another study";
    WHY_FROZEN: "Bevroren versie", "Frozen version";
    DOWNLOAD: "Downloaden", "Download";
    ERASE: "Wis gegevens op dit apparaat", "Erase data on this device";
    ERASE_SURE: "Weet u het zeker? De bewaarde studie en alle kopieën verdwijnen van dit apparaat. Dat kan niet ongedaan worden gemaakt.", "Are you sure? The study that was kept and all copies disappear from this device. This cannot be undone.";
    ERASE_YES: "Ja, wis alles", "Yes, erase everything";

    SHARE: "Delen met een link", "Share by a link";
    HOW_TO_SHARE: "De hele studie zit in de link zelf. De browser stuurt dat deel nergens heen. Wie de link heeft, heeft de studie.", "The whole study is in the link itself. The browser sends that part nowhere. Whoever has the link, has the study.";
    PERSONS_TOO: "Kijk ook zelf of namen of omschrijvingen iemand aanwijzen.", "Also check yourself whether names or descriptions point at someone.";
    MAKE_LINK: "Maak een link", "Make a link";
    MAKE_LINK_WITHOUT: "Maak een link zonder persoonsgegevens", "Make a link without personal data";
    WITHOUT_MEANS: "Zonder bekend vertrek, en met een nummer in plaats van de naam van functies met één persoon. De uitkomst kan daardoor iets anders zijn.", "Without known departures, and with a number instead of the name of roles with one person. The outcome may differ a little because of that.";
    THE_LINK: "De link", "The link";
    COPY_LINK: "Kopieer de link", "Copy the link";
    COPIED: "De link is gekopieerd.", "The link was copied.";
    NOT_COPIED: "Kopiëren lukte niet. Selecteer de link en kopieer hem zelf.", "Copying did not work. Select the link and copy it yourself.";
    ROLE_NUMBER: "Functie", "Role";

    SHARED: "Gedeelde studie", "Shared study";
    TAKE_OVER: "Neem deze studie over als de mijne", "Take this study over as mine";
    TO_MY_OWN: "Terug naar mijn eigen studie", "Back to my own study";
    TAKE_OVER_MEANS: "Neem de gedeelde studie over om al haar pagina’s te zien, ook ‘Raad’. Uw eigen studie wordt dan een kopie op dit apparaat.", "Take the shared study over to see all its pages, ‘Council’ too. Your own study then becomes a copy on this device.";
    LINK_UNKNOWN: "Deze link is niet van deze versie van Deelsom. Vraag om het bestand.", "This link is not from this version of Deelsom. Ask for the file.";
    LINK_TORN: "Deze link is afgebroken of veranderd onderweg. Vraag om een nieuwe link of om het bestand.", "This link was cut off or changed on the way. Ask for a new link or for the file.";
    LINK_TOO_LARGE: "In deze link zit meer dan een studie kan zijn. Hij is niet geopend.", "This link holds more than a study can be. It was not opened.";
    LINK_INVALID: "De studie in deze link klopt niet en is niet geopend.", "The study in this link has problems and was not opened.";

    FREEZE: "Bevriezen voor de raad", "Freeze for the council";
    HOW_TO_FREEZE: "Een bevroren versie krijgt een naam, een datum en een vingerafdruk. Dezelfde vingerafdruk staat op de bijlage. Zo kan iedereen nagaan dat het om dezelfde cijfers gaat.", "A frozen version gets a name, a date and a fingerprint. The same fingerprint is on the annex. So everyone can check that the figures are the same.";
    FREEZE_AS: "Naam van deze versie", "Name of this version";
    FREEZE_NOW: "Bevries deze versie", "Freeze this version";
    FROZEN: "U bekijkt een bevroren versie. Wijzigt u iets, dan gaat u verder in een kopie. De bevroren versie blijft bewaard.", "You are viewing a frozen version. If you change something, you go on in a copy. The frozen version is kept.";
    FROZEN_BROKEN: "Let op: deze versie is na het bevriezen veranderd. De vingerafdruk klopt niet meer.", "Please note: this version was changed after it was frozen. The fingerprint no longer fits.";
    THAW: "Ga verder met een kopie", "Go on with a copy";
    FINGERPRINT: "Vingerafdruk", "Fingerprint";

    FILES: "Bestanden voor wie verder rekent", "Files for further work";
    HOW_FILES: "De opdrachtregel geeft dezelfde cijfers uit het bestand van de studie.", "The command line gives the same figures from the file of the study.";
    WHAT: "Wat", "What";
    COMMAND: "Opdracht", "Command";
    REPORT: "Het hele rapport (JSON)", "The whole report (JSON)";
    LEDGER: "Alle kosten (CSV voor Excel)", "All costs (CSV for Excel)";
    ANNEX_FILE: "De bijlage (HTML)", "The annex (HTML)";
    MEND_FOR_FILES: "Herstel eerst wat er nog niet klopt. Daarna kunt u het rapport en de rekenmap downloaden.", "First mend what still needs mending. Then you can download the report and the workbook.";
    WORKBOOK_FILE: "De rekenmap (Excel)", "The workbook (Excel)";

    WORKBOOK_IS: "De rekenmap rekent de hele studie na met levende formules: wijzig een gele cel en alles wat eruit volgt, verandert mee.", "The workbook works out the whole study with living formulas: change a yellow cell and all that follows from it changes too.";
    DOWNLOAD_WORKBOOK: "Download als Excel", "Download as Excel";
    MAKING_WORKBOOK: "De rekenmap wordt gemaakt", "Making the workbook";
    WORKBOOK_MADE: "De rekenmap is gemaakt en gedownload.", "The workbook was made and downloaded.";
    WORKBOOK_FAILED: "De rekenmap is door een fout niet gemaakt. Uw studie is er nog. Probeer het opnieuw.", "The workbook was not made because of an error. Your study is still there. Try again.";
    WORKBOOK_TOO_LARGE: "Deze studie is te groot voor een rekenmap. Maak haar kleiner: minder jaren, varianten of functies.", "This study is too large for a workbook. Make it smaller: fewer years, options or posts.";
    WORKBOOK_ELSEWHERE: "In dit ene bestand kan dat niet: maak de rekenmap op de website of met de opdracht hierboven.", "That cannot be done in this one file: make the workbook on the website or with the command above.";

    TAKE_BACK: "Rekenmap terugnemen", "Take a workbook back";
    TAKE_BACK_IS: "Hebt u gele cellen van de rekenmap gewijzigd? Open hem dan hier. U ziet eerst wat er in de studie verandert; er verandert pas iets als u de rekenmap overneemt.", "Have you changed yellow cells of the workbook? Then open it here. You first see what changes in the study; nothing changes until you take the workbook over.";
    OPEN_WORKBOOK: "Rekenmap openen (.xlsx)", "Open a workbook (.xlsx)";
    NO_WORKBOOK: "Dit is geen rekenmap van Deelsom. Regels uit een ander bestand leest u in op de pagina ‘Nulmeting’.", "This is no workbook of Deelsom. Rows of another file are read on the page ‘Baseline’.";
    WORKBOOK_REFUSED: "Dit bestand kan niet worden overgenomen. Uw studie is niet veranderd.", "This file cannot be taken over. Your study has not changed.";
    WORKBOOK_SAME: "De rekenmap zegt hetzelfde als de studie. Er verandert niets.", "The workbook says the same as the study. Nothing changes.";
    WORKBOOK_COMES: "De rekenmap is gelezen. Hieronder staat wat er in de studie verandert.", "The workbook was read. Below is what changes in the study.";
    WORKBOOK_TAKEN: "De rekenmap is overgenomen. U kunt dit ongedaan maken.", "The workbook was taken over. You can undo this.";
    WORKBOOK_OF_ANOTHER: "Let op: de rekenmap is niet van de studie zoals die nu op het scherm staat. Ook wat daarin anders is, verandert; het staat er zonder cel bij. Uw studie van nu blijft als kopie op dit apparaat.", "Please note: the workbook is not of the study as it stands on the screen now. What differs there changes too; it is listed without a cell. Your study as it is now stays on this device as a copy.";
    WORKBOOK_CHANGES: "Wat de rekenmap verandert", "What the workbook changes";
    TAKE_WORKBOOK: "Rekenmap overnemen", "Take the workbook over";
    SET_WORKBOOK_ASIDE: "Rekenmap wegleggen", "Set the workbook aside";
    CELL: "Cel", "Cell";
    NOT_TAKEN_OVER: "Wat niet wordt overgenomen", "What is not taken over";
    NOT_ALL_UNREAD: "Er is meer gewijzigd dat niet wordt overgenomen.", "More was changed that is not taken over.";
    NOT_ALL_FAULTS: "Er moet meer worden hersteld dan hier staat.", "More needs mending than is shown here.";
    NOT_ALL_CHANGES: "Er verandert meer dan hier staat.", "More changes than is shown here.";

    DOWNLOAD_ANNEX: "Download de bijlage als HTML", "Download the annex as HTML";
    PRINT_ANNEX: "Druk de bijlage af", "Print the annex";
    HOW_TO_PRINT: "Kies in het afdrukvenster ‘Opslaan als PDF’ voor een bestand.", "Choose ‘Save as PDF’ in the print dialog for a file.";
    MEND_FIRST: "Herstel eerst wat er nog niet klopt. Daarna kunt u de bijlage maken.", "First mend what still needs mending. Then you can make the annex.";
    ONE_CALCULATION: "De bedragen zijn één berekening met de aannamen in deze bijlage. De werkelijkheid zal afwijken. Op de pagina ‘Gevoeligheid’ staat hoeveel.", "The amounts are one calculation with the assumptions in this annex. Reality will differ. The page ‘Sensitivity’ says how much.";
    BY_YEAR: "Terugkerend en eenmalig, per jaar", "Recurring and one-off, by year";
    OWN_KEYS_YEAR: "Wat elke gemeente betaalt onder elke sleutel", "What each municipality pays under each key";
    ABOUT_ANNEX: "Over deze bijlage", "About this annex";
}
