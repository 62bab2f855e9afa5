//! Finds a program that tests and measurements run, or installs it where that is ours to do.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};

use crate::run;

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
        if !may_install() {
            bail!(
                "no {name} was found (looked for {} on the PATH).\n  Install one (Debian: apt-get install {package}; \
                 elsewhere: {home}), or name it by {variable}=/path/to/{package}, and run this again.",
                self.programs.join(", ")
            );
        }
        self.install()?;
        self.find().with_context(|| {
            format!("apt-get has run but no {name} is on the PATH; name it by {variable}=/path/to/{package}")
        })
    }

    /// Its path, if it is there or can be installed here; none where that is left to the person.
    pub(crate) fn if_possible(&self) -> Result<Option<PathBuf>> {
        match self.named_or_found()? {
            Some(found) => Ok(Some(found)),
            None if may_install() => self.find_or_install().map(Some),
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
        on_path(self.programs).or_else(|| self.mac.iter().map(PathBuf::from).find(|app| app.is_file()))
    }

    fn install(&self) -> Result<()> {
        let Self { name, package, .. } = self;
        println!("      installing {name} by apt-get");
        let hint = || {
            format!(
                "{name} could not be installed; check the network, then run `apt-get update && apt-get install -y \
                 {package}`"
            )
        };
        run::to_end(run::program("apt-get").arg("update")).with_context(hint)?;
        let mut apt = run::program("apt-get");
        apt.args(["install", "-y", "--no-install-recommends", package])
            .env("DEBIAN_FRONTEND", "noninteractive");
        run::to_end(&mut apt).with_context(hint)
    }
}

/// Whether programs may be installed here.
fn may_install() -> bool {
    let is_root = run::first_line(run::program("id").arg("-u")).as_deref() == Some("0");
    is_root && Path::new("/etc/debian_version").exists() && run::exists("apt-get")
}

/// The first of these programs that is on the PATH.
fn on_path(programs: &[&str]) -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    first_in(programs, &folders)
}

/// The better name wins over the earlier folder.
fn first_in(names: &[&str], folders: &[PathBuf]) -> Option<PathBuf> {
    let places = names.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(name)));
    places.into_iter().find(|place| place.is_file())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_better_name_is_taken_wherever_it_lies() {
        let folder = std::env::temp_dir().join(format!("delivery-lab-programs-{}", std::process::id()));
        let (first, second) = (folder.join("first"), folder.join("second"));
        std::fs::create_dir_all(&first).unwrap();
        std::fs::create_dir_all(&second).unwrap();
        std::fs::write(first.join("worse"), "").unwrap();
        let (names, folders) = (["better", "worse"], [first.clone(), second.clone()]);
        assert_eq!(first_in(&names, &folders), Some(first.join("worse")));
        std::fs::write(second.join("better"), "").unwrap();
        assert_eq!(first_in(&names, &folders), Some(second.join("better")));
        std::fs::remove_dir_all(&folder).unwrap();
        assert_eq!(first_in(&names, &folders), None);
    }
}
