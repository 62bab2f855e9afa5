//! Finds a program that tests and measurements run, or installs it where that is ours to do.

use std::path::PathBuf;

use anyhow::{Context as _, Result, bail};

use crate::apt;

/// A program that others made, by the names it goes by.
pub(crate) struct Tool {
    /// What people call it.
    pub(crate) name: &'static str,
    /// The variable of the environment that may name its program.
    pub(crate) variable: &'static str,
    /// The names of its program, the best first.
    pub(crate) programs: &'static [&'static str],
    /// Where it is on a Mac.
    pub(crate) mac: &'static [&'static str],
    /// Its package on Debian.
    pub(crate) package: &'static str,
    /// Where it can be had.
    pub(crate) home: &'static str,
}

impl Tool {
    /// Its path: named by the variable, found, or installed by apt as root on Debian.
    pub(crate) fn find_or_install(&self) -> Result<PathBuf> {
        let Self { name, variable, package, home, .. } = self;
        if let Some(found) = self.named_or_found()? {
            return Ok(found);
        }
        if !apt::may_install() {
            bail!(
                "no {name} was found (looked for {} on the PATH).\n  Install one (Debian: apt-get install {package}; \
                 elsewhere: {home}), or name it by {variable}=/path/to/{package}, and run this again.",
                self.programs.join(", ")
            );
        }
        apt::install(name, package)?;
        self.find().with_context(|| {
            format!("apt-get has run but no {name} is on the PATH; name it by {variable}=/path/to/{package}")
        })
    }

    /// Its path, if it is there or can be installed here; none where that is left to the person.
    pub(crate) fn if_possible(&self) -> Result<Option<PathBuf>> {
        match self.named_or_found()? {
            Some(found) => Ok(Some(found)),
            None if apt::may_install() => self.find_or_install().map(Some),
            None => Ok(None),
        }
    }

    fn named_or_found(&self) -> Result<Option<PathBuf>> {
        let Some(named) = std::env::var_os(self.variable).map(PathBuf::from) else { return Ok(self.find()) };
        if !named.is_file() {
            let variable = self.variable;
            bail!("{variable} names {}, which is not a file.\n  Correct it or unset it.", named.display());
        }
        Ok(Some(named))
    }

    fn find(&self) -> Option<PathBuf> {
        apt::on_path(self.programs).or_else(|| self.mac.iter().map(PathBuf::from).find(|app| app.is_file()))
    }
}
