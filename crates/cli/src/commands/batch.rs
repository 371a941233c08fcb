//! `deelsom batch`: many studies, one on each line, on all cores.
//!
//! ```text
//! lines ─► dealt in turn to the workers ─► collected in the same turn ─► reports, in the order of the lines
//! ```
//!
//! Between the steps there is room for a few lines and no more, so that memory does not grow with the number of studies.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Write, stdin, stdout};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

use clap::Args;
use deelsom_core::{Problem, Register, Report, Study, calculate};
use deelsom_language::Language;
use deelsom_language::words::command;
use serde::Serialize;

use super::progress::Progress;
use crate::answer::{Answer, Status};
use crate::failure::{Failure, Reason};

/// Calculate many studies: one JSON object a line in, one report a line out, in the same order
///
/// A study with problems gives {"format":"deelsom/error","version":1,"line":N,"problems":[...]} and the
/// rest goes on; then it exits with 3. Empty lines are skipped.
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub(crate) struct Batch {
    /// File with a study on each line, or `-` for stdin
    #[arg(default_value = "-")]
    studies: PathBuf,
}

/// So many lines wait for each worker, and so many answers of it.
const WAITING: usize = 4;

/// A study to be calculated.
struct Job {
    /// The number of its line, from 1.
    line: usize,
    text: Vec<u8>,
}

/// What a study gave.
struct Record {
    /// A line of JSON, with its end.
    text: String,
    is_valid: bool,
    /// How many bytes of the input it came from.
    read: usize,
}

/// What stands in for the report of a study with problems.
#[derive(Serialize)]
struct ErrorRecord {
    format: &'static str,
    version: u32,
    line: usize,
    problems: Vec<Problem>,
}

/// How many studies there were.
#[derive(Default)]
struct Count {
    all: usize,
    invalid: usize,
}

impl Batch {
    pub(super) fn run(&self, language: Language) -> Result<Answer, Failure> {
        let unread = |error| Failure::Unread(self.studies.display().to_string(), Reason::System(error));
        let (input, bytes) = open(&self.studies).map_err(unread)?;
        let register = &Register::embedded();
        let workers = thread::available_parallelism().map_or(1, usize::from);
        let (read, written) = thread::scope(|scope| {
            let mut jobs = Vec::with_capacity(workers);
            let mut records = Vec::with_capacity(workers);
            for _ in 0..workers {
                let (job, for_worker) = sync_channel(WAITING);
                let (by_worker, record) = sync_channel(WAITING);
                scope.spawn(move || work(&for_worker, &by_worker, register));
                jobs.push(job);
                records.push(record);
            }
            let dealing = scope.spawn(move || deal(input, &jobs));
            let written = collect(&records, &Progress::over(bytes));
            // Who still makes records after a failure hears that nobody wants them.
            drop(records);
            (dealing.join().expect("reading lines does not panic"), written)
        });
        let count = written.map_err(Failure::Unwritten)?;
        read.map_err(unread)?;
        Ok(count.answer(language))
    }
}

/// The input, and how many bytes it has where that is known.
fn open(path: &Path) -> io::Result<(Box<dyn BufRead + Send>, Option<u64>)> {
    if path == Path::new("-") {
        return Ok((Box::new(BufReader::new(stdin())), None));
    }
    let file = File::open(path)?;
    let about = file.metadata()?;
    let bytes = about.is_file().then_some(about.len());
    Ok((Box::new(BufReader::new(file)), bytes))
}

/// Reads lines and gives them to the workers in turn, until there are none or nobody wants them.
fn deal(mut input: Box<dyn BufRead + Send>, workers: &[SyncSender<Job>]) -> io::Result<()> {
    let mut line = 0;
    let mut turns = workers.iter().cycle();
    loop {
        let mut text = Vec::new();
        if input.read_until(b'\n', &mut text)? == 0 {
            return Ok(());
        }
        line += 1;
        if text.trim_ascii().is_empty() {
            continue;
        }
        let taken = turns.next().is_some_and(|worker| worker.send(Job { line, text }).is_ok());
        if !taken {
            return Ok(());
        }
    }
}

fn work(jobs: &Receiver<Job>, records: &SyncSender<Record>, register: &Register) {
    for job in jobs {
        if records.send(job.done(register)).is_err() {
            return;
        }
    }
}

/// Writes what the workers made, in the turns in which they got their lines.
fn collect(workers: &[Receiver<Record>], progress: &Progress) -> io::Result<Count> {
    let mut out = stdout().lock();
    let mut count = Count::default();
    // The first worker without a record in its turn got no line any more, and so did all after it.
    for worker in workers.iter().cycle() {
        let Ok(record) = worker.recv() else { break };
        out.write_all(record.text.as_bytes())?;
        count.all += 1;
        count.invalid += usize::from(!record.is_valid);
        progress.add(record.read);
    }
    out.flush()?;
    progress.end();
    Ok(count)
}

impl Job {
    /// The report on one line, or the problems.
    fn done(self, register: &Register) -> Record {
        let read = self.text.len();
        let line = self.line;
        let (text, is_valid) = match self.study(register) {
            Ok(study) => (on_one_line(&Report::of(&study, register, &calculate(&study, register))), true),
            Err(problems) => {
                (on_one_line(&ErrorRecord { format: "deelsom/error", version: 1, line, problems }), false)
            }
        };
        Record { text, is_valid, read }
    }

    fn study(self, register: &Register) -> Result<Study, Vec<Problem>> {
        let text = String::from_utf8(self.text).map_err(|_| vec![Problem::new("not_json", "")])?;
        // Some editors put a mark of byte order before a text.
        let text = if self.line == 1 { text.trim_start_matches('\u{feff}') } else { &text };
        Study::read(text, register)
    }
}

fn on_one_line(value: &impl Serialize) -> String {
    let mut text = serde_json::to_string(value).expect("reports and problems have texts for keys");
    text.push('\n');
    text
}

impl Count {
    fn answer(&self, language: Language) -> Answer {
        if self.invalid == 0 {
            return Answer::of(String::new());
        }
        let (invalid, of) = (command::INVALID_STUDIES.text(language), command::OF.text(language));
        let note = format!("{invalid}: {} {of} {}.\n", self.invalid, self.all);
        Answer { data: String::new(), note, status: Status::Invalid }
    }
}
