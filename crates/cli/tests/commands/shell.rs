//! `deelsom completions` and `deelsom man`: every command is in them.

use crate::run::run;

/// The commands that the help lists.
fn commands() -> Vec<String> {
    let help = run(&["--help"]).stdout;
    let list = help.split("Commands:\n").nth(1).and_then(|rest| rest.split("\n\n").next()).expect("a list");
    let names = list.lines().filter_map(|line| line.split_whitespace().next());
    let names: Vec<String> = names.filter(|name| *name != "help").map(str::to_owned).collect();
    assert!(names.contains(&"calculate".to_owned()) && names.len() >= 9, "{names:?}");
    names
}

#[test]
fn completions_know_every_command_in_every_shell() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let found = run(&["completions", shell]);
        assert_eq!((found.code, found.stderr.as_str()), (0, ""));
        for command in commands() {
            assert!(found.stdout.contains(&command), "{shell}: {command}");
        }
    }
    assert_eq!(run(&["completions", "dos"]).code, 2);
}

#[test]
fn the_manual_has_a_page_for_every_command_and_the_exit_codes() {
    let found = run(&["man"]);
    assert_eq!((found.code, found.stderr.as_str()), (0, ""));
    assert!(found.stdout.contains(".TH deelsom 1"), "{}", found.stdout);
    assert!(found.stdout.contains("the study is invalid"));
    for command in commands() {
        assert!(found.stdout.contains(&format!(".TH deelsom-{command} 1")), "{command}");
    }
}
