//! Titles of the worked studies.

super::words! {
    VOORSCHOTEN_WASSENAAR_2010: "Voorschoten–Wassenaar 2010", "Voorschoten–Wassenaar 2010";
    DUIVENVOORDE_2013: "Werkorganisatie Duivenvoorde 2013", "Werkorganisatie Duivenvoorde 2013";
    BAR_2014: "BAR-organisatie 2014", "BAR organisation 2014";
    OVER_2010: "OVER-gemeenten 2010", "OVER-gemeenten 2010";
    HOLLANDS_KROON_2012: "Hollands Kroon 2012", "Hollands Kroon 2012";
    MEERINZICHT_2015: "Meerinzicht 2015", "Meerinzicht 2015";
    SERVICEPUNT71_2012: "Servicepunt71 2012", "Servicepunt71 2012";
    DUIVENVOORDE_2021: "Duivenvoorde 2021", "Duivenvoorde 2021";
    LEIDSE_REGIO_2022: "Leidse regio 2022", "Leidse regio 2022";
    FOUR_MUNICIPALITIES_2006: "Vier gemeenten 2006", "Four municipalities 2006";
}
