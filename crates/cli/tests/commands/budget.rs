//! `deelsom budget`: the multi-year estimate.

use serde_json::Value;

use crate::run::run;

#[test]
fn people_get_a_table_for_each_municipality_with_what_the_signs_mean() {
    // By hand: half of the programme of € 80.000 in the first year. Running costs of 100.000 and 60.000,50 become a tenth
    // less, 144.000,45, of which 25 in 40 inhabitants are 90.000,28: € 9.999,72 less than 100.000.
    let stdout = "\
Two towns
=========
Joint ICT
---------

Ambt, bedragen in euro’s
------------------------

0.4 Overhead            2026    2027
------------------------------------
Lasten, structureel   10.000  10.000
Lasten, incidenteel  -40.000       0
Baten, structureel         0       0
Baten, incidenteel         0       0
Saldo, structureel    10.000  10.000
Saldo, incidenteel   -40.000       0
Saldo, totaal        -30.000  10.000

Een plus is een voordeel, een min is een nadeel.
";
    run(&["budget", "small.json", "--partner", "a"]).check(0, stdout, "");
    let letters = run(&["budget", "small.json", "--signs", "letters", "--lang", "en"]).stdout;
    assert!(letters.contains("40,000 D") && letters.contains("A is an advantage"), "{letters}");
}

#[test]
fn programs_and_excel_get_the_same_amounts() {
    let json: Value =
        serde_json::from_str(&run(&["budget", "small.json", "--format", "json"]).stdout).expect("JSON");
    let report: Value =
        serde_json::from_str(&run(&["calculate", "small.json", "--format", "json"]).stdout).expect("JSON");
    for partner in 0..2 {
        for year in 0..2 {
            let balance = &json["partners"][partner]["years"][year]["balance"];
            let told = &report["effects"][0]["partners"][partner]["years"][year];
            assert_eq!((&balance["structural"], &balance["one_off"]), (&told["recurring"], &told["one_off"]));
        }
    }
    let csv =
        run(&["budget", "small.json", "--format", "csv", "--profile", "excel-nl", "--signs", "costs"]).stdout;
    assert!(csv.starts_with("\u{feff}Variant;Gemeente;Taakveld;"), "{csv}");
    assert!(
        csv.contains("Joint ICT;Ambt;0.4 Overhead;Lasten;incidenteel;40000,00;0,00;Een plus is een nadeel"),
        "{csv}"
    );
    let csv = run(&["budget", "small.json", "--format", "csv", "--from", "2027", "--partner", "b"]).stdout;
    assert!(csv.starts_with("option,partner,task_field,side,nature,year,advantage\r\njoint,b,0.4,"), "{csv}");
    assert!(!csv.contains("2026"), "{csv}");
}

#[test]
fn what_there_is_not_is_said() {
    for (arguments, told) in [
        (&["--option", "x"][..], "Deze variant staat niet in de studie."),
        (&["--partner", "x"], "Deze gemeente staat niet in de studie."),
        (&["--from", "1999"], "Dit jaar valt buiten de studie."),
        (&["--profile", "excel-nl"], "--format csv"),
    ] {
        let found = run(&[&["budget", "small.json"], arguments].concat());
        assert!(found.code == 2 && found.stderr.contains(told), "{arguments:?}: {}", found.stderr);
    }
}
