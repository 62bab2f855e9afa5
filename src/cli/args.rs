//! The command line as it is typed, with its help in the person's language.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{ArgAction, CommandFactory as _, FromArgMatches as _, Parser, ValueEnum, value_parser};

use crate::lesson::package::Kind;
use crate::log::export::ExportTable;
use crate::people::spec::MAX_PEOPLE;
use crate::scenario::samples::Sample;
use crate::scenario::{MAX_SEED, MAX_WEEKS};
use crate::text::{Lang, cli};

/// How the outcome is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    #[default]
    Text,
    Json,
    Csv,
}

// The help texts come from `text::cli`, so the fields have plain comments that clap does not read.
#[derive(Debug, Parser)]
#[command(name = "simulate", version, disable_help_flag = true, disable_version_flag = true)]
pub(super) struct Args {
    #[arg(value_name = "FILE", conflicts_with = "sample")]
    pub(super) file: Option<PathBuf>,
    #[arg(long, value_name = "NAME", value_parser = PossibleValuesParser::new(Sample::ALL.map(Sample::name)))]
    pub(super) sample: Option<String>,
    #[arg(long, value_name = "N", allow_negative_numbers = true)]
    #[arg(value_parser = value_parser!(u32).range(1..=i64::from(MAX_WEEKS)))]
    pub(super) weeks: Option<u32>,
    #[arg(long, value_name = "N", allow_negative_numbers = true, conflicts_with = "csv")]
    #[arg(value_parser = value_parser!(u32).range(1..=i64::from(MAX_PEOPLE)))]
    pub(super) recipients: Option<u32>,
    #[arg(long, value_name = "N", allow_negative_numbers = true)]
    #[arg(value_parser = value_parser!(u64).range(0..=MAX_SEED))]
    pub(super) seed: Option<u64>,
    #[arg(long, value_name = "RECIPIENTS.csv")]
    pub(super) csv: Option<PathBuf>,
    #[arg(long, value_enum, default_value_t = Format::Text, value_name = "FORMAT")]
    pub(super) format: Format,
    #[arg(long)]
    pub(super) check: bool,
    #[arg(long, value_name = "RECIPIENT", conflicts_with_all = ["check", "format"])]
    pub(super) explain: Option<String>,
    #[arg(long, value_name = "TABLE", conflicts_with_all = ["check", "format", "explain"])]
    #[arg(value_parser = PossibleValuesParser::new(ExportTable::ALL.map(ExportTable::name)))]
    pub(super) rows: Option<String>,
    #[arg(long, value_name = "COURSE.json", conflicts_with_all = ["file", "sample", "check", "explain", "rows"])]
    pub(super) course: Option<PathBuf>,
    #[arg(long, value_name = "WORDS.json", requires = "course")]
    pub(super) words: Vec<PathBuf>,
    #[arg(long, value_name = "KIND", requires = "course", requires = "page", conflicts_with = "format")]
    #[arg(value_parser = PossibleValuesParser::new(Kind::ALL.map(Kind::name)))]
    pub(super) package: Option<String>,
    #[arg(long, value_name = "delivery-lab.html", requires = "package")]
    pub(super) page: Option<PathBuf>,
    #[arg(long, value_name = "PERCENT", requires = "package", allow_negative_numbers = true)]
    #[arg(value_parser = value_parser!(u8).range(50..=100))]
    pub(super) pass_mark: Option<u8>,
    #[arg(long, short = 'h', action = ArgAction::Help)]
    help: Option<bool>,
    #[arg(long, short = 'V', action = ArgAction::Version)]
    version: Option<bool>,
}

impl Args {
    /// Reads a command line, the name of the program first.
    ///
    /// # Errors
    /// A fault of the command line, or the help that was asked for, as clap words them.
    pub(super) fn read(words: impl IntoIterator<Item = OsString>, lang: Lang) -> Result<Self, clap::Error> {
        let words_of = cli::of(lang);
        let mut command = Self::command().about(words_of.about);
        for (name, help) in [
            ("file", words_of.file),
            ("sample", words_of.sample),
            ("weeks", words_of.weeks),
            ("recipients", words_of.recipients),
            ("seed", words_of.seed),
            ("csv", words_of.csv),
            ("format", words_of.format),
            ("check", words_of.check),
            ("explain", words_of.explain),
            ("rows", words_of.rows),
            ("course", words_of.course),
            ("words", words_of.words),
            ("package", words_of.package),
            ("page", words_of.page),
            ("pass_mark", words_of.pass_mark),
            ("help", words_of.help),
            ("version", words_of.version),
        ] {
            command = command.mut_arg(name, |arg| arg.help(help));
        }
        Self::from_arg_matches(&command.try_get_matches_from(words)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_definition_holds_together() {
        Args::command().debug_assert();
        let swedish = Args::read(["simulate", "--help"].map(Into::into), Lang::Sv).unwrap_err();
        assert!(swedish.to_string().contains("Hur många veckor"), "{swedish}");
    }
}
