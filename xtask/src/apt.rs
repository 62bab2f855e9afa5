//! Finds programs on the PATH, and installs what is missing where that is ours to do: as root on Debian.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};

use crate::run;

/// Whether programs may be installed here.
pub(crate) fn may_install() -> bool {
    let is_root = run::first_line(run::program("id").arg("-u")).as_deref() == Some("0");
    is_root && Path::new("/etc/debian_version").exists() && run::exists("apt-get")
}

/// Installs a package, which people call by `name`.
pub(crate) fn install(name: &str, package: &str) -> Result<()> {
    println!("      installing {name} by apt-get");
    let hint = || {
        format!(
            "{name} could not be installed; check the network, then run `apt-get update && apt-get install -y \
             {package}`"
        )
    };
    run::to_end(run::program("apt-get").arg("update")).with_context(hint)?;
    let mut apt = run::program("apt-get");
    apt.args(["install", "-y", "--no-install-recommends", package]).env("DEBIAN_FRONTEND", "noninteractive");
    run::to_end(&mut apt).with_context(hint)
}

/// Makes sure that a program is on the PATH, which comes with a package, or from `home` elsewhere.
pub(crate) fn find_or_install(program: &str, package: &str, home: &str) -> Result<()> {
    if on_path(&[program]).is_some() {
        return Ok(());
    }
    if !may_install() {
        bail!(
            "{program} was not found.\n  Install it (Debian: apt-get install {package}; elsewhere: {home})"
        );
    }
    install(program, package)
}

/// The first of these programs that is on the PATH.
pub(crate) fn on_path(programs: &[&str]) -> Option<PathBuf> {
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
