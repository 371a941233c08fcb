//! The verdict as JUnit XML, which build servers read.

use std::io::Result;
use std::path::Path;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use super::verdict::{Case, Verdict};

/// One suite for the folder, one case for each study.
pub(super) fn xml(verdict: &Verdict, folder: &Path) -> String {
    let mut writer = Writer::new_with_indent(Vec::new(), b' ', 2);
    suites(&mut writer, verdict, &folder.display().to_string()).expect("memory takes all that is written");
    let text = String::from_utf8(writer.into_inner()).expect("texts were written");
    text + "\n"
}

fn suites(writer: &mut Writer<Vec<u8>>, verdict: &Verdict, folder: &str) -> Result<()> {
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let (tests, failures) = (verdict.cases.len().to_string(), verdict.failed.to_string());
    let counts = [("tests", tests.as_str()), ("failures", failures.as_str()), ("errors", "0")];
    let suites = writer.create_element("testsuites").with_attribute(("name", "deelsom verify"));
    suites.with_attributes(counts).write_inner_content(|writer| {
        let suite = writer.create_element("testsuite").with_attribute(("name", allowed(folder).as_str()));
        suite
            .with_attributes(counts)
            .write_inner_content(|writer| verdict.cases.iter().try_for_each(|one| case(writer, one)))?;
        Ok(())
    })?;
    Ok(())
}

fn case(writer: &mut Writer<Vec<u8>>, case: &Case) -> Result<()> {
    let name = allowed(&case.name);
    let element = writer
        .create_element("testcase")
        .with_attributes([("classname", "deelsom.verify"), ("name", name.as_str())]);
    if case.passed {
        element.write_empty()?;
        return Ok(());
    }
    element.write_inner_content(|writer| {
        let summary = case.summary();
        let failure = writer.create_element("failure").with_attribute(("message", summary.as_str()));
        failure.write_text_content(BytesText::new(&allowed(&case.lines().join("\n"))))?;
        Ok(())
    })?;
    Ok(())
}

/// A text as XML 1.0 may have it: some characters cannot even be escaped.
fn allowed(text: &str) -> String {
    text.replace(
        |sign: char| (sign.is_control() && sign != '\n') || matches!(sign, '\u{fffe}' | '\u{ffff}'),
        " ",
    )
}
