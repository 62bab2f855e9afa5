//! Starts other programs and turns their failures into sentences.

use std::ffi::OsStr;
use std::io::{BufRead as _, BufReader, ErrorKind};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};

use anyhow::{Context as _, Result, anyhow, bail};

use crate::workspace;

/// A program that will run in the repository's folder.
pub(crate) fn program(name: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(name);
    command.current_dir(workspace::root());
    command
}

/// The cargo that runs this tool.
pub(crate) fn cargo() -> Command {
    program(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// The folder in which cargo keeps what it downloads.
pub(crate) fn cargo_home() -> PathBuf {
    let home = || std::env::home_dir().unwrap_or_default().join(".cargo");
    std::env::var_os("CARGO_HOME").map_or_else(home, PathBuf::from)
}

/// Runs to the end and lets the program write to the terminal.
pub(crate) fn to_end(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| cannot_start(command))?;
    succeeded(command, status)
}

/// Runs to the end, passes every line of its output on, and shows each to `see` too.
pub(crate) fn to_end_seen(command: &mut Command, mut see: impl FnMut(&str)) -> Result<()> {
    let mut child = command.stdout(Stdio::piped()).spawn().with_context(|| cannot_start(command))?;
    let output = child.stdout.take().ok_or_else(|| anyhow!("{} has no output to read", spelled(command)))?;
    for line in BufReader::new(output).lines() {
        let line = line.with_context(|| format!("the output of {} broke off", spelled(command)))?;
        println!("{line}");
        see(&line);
    }
    let status = child.wait().with_context(|| format!("{} was lost", spelled(command)))?;
    succeeded(command, status)
}

/// Runs to the end and gives the last line of its output; what it says on the side goes to the terminal.
pub(crate) fn last_line(command: &mut Command) -> Result<String> {
    let output = command.stderr(Stdio::inherit()).output().with_context(|| cannot_start(command))?;
    succeeded(command, output.status)?;
    let text = String::from_utf8_lossy(&output.stdout);
    let line = text.lines().next_back().ok_or_else(|| anyhow!("{} said nothing", spelled(command)))?;
    Ok(line.to_owned())
}

/// The first line a program prints, or nothing where it cannot run or fails.
pub(crate) fn first_line(command: &mut Command) -> Option<String> {
    let output = command.output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    output.status.success().then(|| text.lines().next().unwrap_or_default().trim().to_owned())
}

/// The platform that rustc compiles for where it is not told otherwise.
pub(crate) fn host() -> Result<String> {
    let mut rustc = program(std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into()));
    let output = rustc.arg("-vV").output().context("rustc cannot be started")?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let line = text.lines().find_map(|line| line.strip_prefix("host: "));
    line.map(str::to_owned).context("rustc does not say for which platform it compiles")
}

/// Whether a program of that name can be started at all.
pub(crate) fn exists(name: &str) -> bool {
    let outcome = Command::new(name).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
    !matches!(outcome, Err(error) if error.kind() == ErrorKind::NotFound)
}

fn succeeded(command: &Command, status: ExitStatus) -> Result<()> {
    if !status.success() {
        bail!("{} failed ({status})", spelled(command));
    }
    Ok(())
}

fn cannot_start(command: &Command) -> String {
    format!("{} cannot be started", spelled(command))
}

fn spelled(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let name = program.file_name().unwrap_or(program.as_os_str());
    let words: Vec<_> = std::iter::once(name).chain(command.get_args()).map(OsStr::to_string_lossy).collect();
    format!("`{}`", words.join(" "))
}
