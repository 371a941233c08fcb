//! Runs the program and looks at what comes out.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// What a run left behind.
#[derive(Debug, PartialEq)]
pub(crate) struct Ended {
    pub(crate) stdout: String,
    pub(crate) stderr: String,
    pub(crate) code: i32,
}

impl Ended {
    #[track_caller]
    pub(crate) fn check(&self, code: i32, stdout: &str, stderr: &str) {
        assert_eq!(self.stdout, stdout);
        assert_eq!(self.stderr, stderr);
        assert_eq!(self.code, code);
    }
}

/// The program, to be run among the studies of these tests.
pub(crate) fn deelsom(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_deelsom"));
    command.args(arguments).current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/studies"));
    command
}

pub(crate) fn run(arguments: &[&str]) -> Ended {
    run_with(arguments, b"")
}

/// Runs with this on stdin.
pub(crate) fn run_with(arguments: &[&str], input: &[u8]) -> Ended {
    let mut command = deelsom(arguments);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("the program starts");
    // A program that does not read its input may be gone already.
    let _ = child.stdin.take().expect("stdin is piped").write_all(input);
    let output = child.wait_with_output().expect("the program ends");
    Ended {
        stdout: String::from_utf8(output.stdout).expect("texts are printed"),
        stderr: String::from_utf8(output.stderr).expect("texts are printed"),
        code: output.status.code().expect("no signal ends it"),
    }
}

/// The text of a study of these tests.
pub(crate) fn study(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/studies").join(name);
    fs::read_to_string(path).expect("the study is there")
}

/// A new folder with these files, by name and text.
pub(crate) fn folder(name: &str, files: &[(&str, &str)]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    for (name, text) in files {
        let path = folder.join(name);
        fs::create_dir_all(path.parent().expect("a file is in a folder")).expect("a folder can be made");
        fs::write(path, text).expect("a file can be written");
    }
    folder
}
