//! The engine without a browser: the command `simulate`. Never panics, whatever it is given.

mod args;
pub mod course;
mod explained;
mod load;
mod package;
mod summary;

use std::ffi::OsString;
use std::io::Write;
use std::rc::Rc;

use serde_json::json;

use self::args::{Args, Format};
use crate::lesson::package::Kind;
use crate::log::RunLog;
use crate::log::export::{Export, ExportOf, ExportTable};
use crate::log::report::ReportedFinding;
use crate::plan::lower::{Lowered, lower};
use crate::scenario::Scenario;
use crate::scenario::check::notes;
use crate::scenario::finding::{Finding, Severity};
use crate::text::{Lang, cli, finding};

/// Everything was done; the exit code of the process.
pub const DONE: u8 = 0;
/// The scenario has errors.
pub const FAULTY: u8 = 1;
/// The command line or a file cannot be read.
pub const UNREADABLE: u8 = 2;

/// How many messages are drawn between two writes of rows.
const PART: u64 = 65_536;

/// Where a command writes. A reader that has gone away is no fault of the command, so errors are ignored.
struct Output<'w> {
    out: &'w mut dyn Write,
    err: &'w mut dyn Write,
}

/// Runs one command line, the name of the program first, and gives the exit code.
pub fn run(
    words: impl IntoIterator<Item = OsString>,
    lang: Lang,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> u8 {
    let mut output = Output { out, err };
    let code = match Args::read(words, lang) {
        Ok(args) => simulate(&args, lang, &mut output),
        Err(error) if error.use_stderr() => {
            output.complain(error.to_string().trim_end());
            UNREADABLE
        }
        Err(help) => {
            output.say(help.to_string().trim_end());
            DONE
        }
    };
    let _ = output.out.flush();
    code
}

/// The language that the environment asks for: the first of these variables that is not empty decides.
///
/// The command line speaks English and Swedish, which are compiled in; packs of other languages are for the page.
pub fn language(variable: impl Fn(&str) -> Option<String>) -> Lang {
    let mut set = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(variable);
    let first = set.find(|value| !value.is_empty());
    first.and_then(|value| Lang::compiled_from_code(&value)).unwrap_or_default()
}

fn simulate(args: &Args, lang: Lang, output: &mut Output<'_>) -> u8 {
    if let (Some(course), Some(kind)) = (&args.course, args.package.as_deref().and_then(Kind::named)) {
        return package::write(course, kind, args, lang, output);
    }
    if let Some(course) = &args.course {
        return course::check(course, args, lang, output);
    }
    let loaded = match load::scenario(args, lang) {
        Ok(loaded) => loaded,
        Err(sentence) => {
            output.complain(&sentence);
            return UNREADABLE;
        }
    };
    for note in &loaded.notes {
        output.complain(note);
    }
    let scenario = &loaded.scenario;
    match lower(scenario, None) {
        Ok(lowered) if args.check => {
            let mut findings = lowered.warnings;
            findings.extend(notes(scenario));
            let findings = finding::reported(lang, scenario, &findings);
            output.findings(lang, args.format, &findings);
            DONE
        }
        Ok(lowered) if args.explain.is_some() => {
            let asked = args.explain.as_deref().unwrap_or_default();
            match explained::of(lang, scenario, &RunLog::of(Rc::new(lowered.plan)), asked) {
                Ok(text) => {
                    output.say(&text);
                    DONE
                }
                Err(sentence) => {
                    output.complain(&sentence);
                    UNREADABLE
                }
            }
        }
        Ok(lowered) if args.rows.is_some() => {
            for finding in &lowered.warnings {
                output.complain(&told(lang, scenario, finding));
            }
            output.rows(&RunLog::of(Rc::new(lowered.plan)), args.rows.as_deref().unwrap_or_default());
            DONE
        }
        Ok(lowered) => report(args.format, lang, scenario, lowered, output),
        Err(findings) => {
            for finding in &findings {
                output.complain(&told(lang, scenario, finding));
            }
            if args.check && args.format != Format::Text {
                output.findings(lang, args.format, &finding::reported(lang, scenario, &findings));
            }
            FAULTY
        }
    }
}

fn report(format: Format, lang: Lang, scenario: &Scenario, lowered: Lowered, output: &mut Output<'_>) -> u8 {
    let log = RunLog::of(Rc::new(lowered.plan));
    let found: Vec<Finding> = lowered.warnings.into_iter().chain(log.findings()).collect();
    let findings = finding::reported(lang, scenario, &found);
    let text = match format {
        Format::Text => Some(summary::of(lang, scenario, &log, &findings)),
        Format::Json => serde_json::to_string_pretty(&log.report_with_indicators(findings)).ok(),
        Format::Csv => {
            for finding in &found {
                output.complain(&told(lang, scenario, finding));
            }
            log.report_csv().ok()
        }
    };
    let Some(text) = text else {
        output.complain(cli::of(lang).not_written);
        return UNREADABLE;
    };
    output.say(text.trim_end());
    DONE
}

/// `Warning: Query “query”: … Do …`
fn told(lang: Lang, scenario: &Scenario, one: &Finding) -> String {
    format!("{}: {}", finding::severity(lang, one.severity), finding::sentence(lang, scenario, one))
}

impl Output<'_> {
    fn say(&mut self, text: &str) {
        let _ = writeln!(self.out, "{}", harmless(text));
    }

    fn complain(&mut self, text: &str) {
        let _ = writeln!(self.err, "{}", harmless(text));
    }

    /// All rows of a table at the end of the run, as CSV, part by part.
    fn rows(&mut self, log: &RunLog, table: &str) {
        let table = ExportTable::ALL.into_iter().find(|one| one.name() == table);
        let of = ExportOf::all(log, table.unwrap_or(ExportTable::Deliveries), log.end());
        let mut export = Export::new(log, of);
        loop {
            let (part, is_over) = export.advance(log, PART);
            if self.out.write_all(&part).is_err() || is_over {
                return;
            }
        }
    }

    /// The findings alone, in the form that was asked for.
    fn findings(&mut self, lang: Lang, format: Format, findings: &[ReportedFinding]) {
        match format {
            Format::Text => {
                if findings.iter().all(|one| one.severity == "note") {
                    self.say(cli::of(lang).nothing_found);
                }
                for one in findings {
                    let severity = match one.severity {
                        "error" => Severity::Error,
                        "note" => Severity::Note,
                        _ => Severity::Warning,
                    };
                    self.say(&format!("{}: {}", finding::severity(lang, severity), one.message));
                }
            }
            Format::Json => self.say(&format!("{:#}", json!({ "findings": findings }))),
            Format::Csv => self.say(&summary::findings_csv(findings)),
        }
    }
}

/// Without control characters other than line ends: a name in a file must not command the terminal.
fn harmless(text: &str) -> String {
    text.replace(|c: char| c.is_control() && c != '\n', " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_variable_that_is_set_chooses_the_language() {
        let set = |pairs: &'static [(&'static str, &'static str)]| {
            language(|name| pairs.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned()))
        };
        assert_eq!(set(&[]), Lang::En);
        assert_eq!(set(&[("LANG", "sv_SE.UTF-8")]), Lang::Sv);
        assert_eq!(set(&[("LC_ALL", "C"), ("LANG", "sv_SE.UTF-8")]), Lang::En);
        assert_eq!(set(&[("LC_ALL", ""), ("LC_MESSAGES", "sv"), ("LANG", "en_GB")]), Lang::Sv);
    }
}
