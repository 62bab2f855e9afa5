//! Builds, serves and tests Delivery Lab, installing whatever is missing. Never part of the page.

mod address;
mod args;
mod audit;
mod bench;
mod check;
mod chromium;
mod contents;
mod corpus;
mod counts;
mod course;
mod firefox;
mod fuzz;
mod integrity;
mod lang;
mod licences;
mod messages;
mod not_found;
mod npm;
mod oembed;
mod offline;
mod order;
mod pack;
mod packages;
mod packages_used;
mod page;
mod pictures;
mod progress;
mod run;
mod server;
mod setup;
mod single;
mod site;
mod sizes;
mod spdx;
mod split;
mod styles;
mod tool;
mod valgrind;
mod wasm;
mod watch;
mod workflows;
mod workspace;

use std::path::Path;
use std::process::ExitCode;

use anyhow::Result;

use crate::address::Address;
use crate::args::Command;
use crate::page::Flavour;
use crate::progress::Steps;
use crate::server::Site;

fn main() -> ExitCode {
    match args::parse().and_then(obey) {
        Ok(code) => code,
        Err(error) => {
            progress::complain(&error);
            ExitCode::FAILURE
        }
    }
}

fn obey(command: Command) -> Result<ExitCode> {
    match command {
        Command::Help => print!("{}", args::USAGE),
        Command::Serve { port, watch, flavour } => serve(port, watch, flavour)?,
        Command::Test { only, browser_args } => return Ok(check::run(only, &browser_args)),
        Command::Build { address } => build(address.as_ref())?,
        Command::Offline { folder } => keep_offline(&folder)?,
        Command::Pictures => pictures::take()?,
        Command::Lang { code, file } => lang::run(code.as_deref(), file.as_deref())?,
        Command::Bench(order) => bench::run(&order)?,
        Command::Fuzz { target, seconds, keeps } => fuzz::run(target.as_deref(), seconds, keeps)?,
    }
    Ok(ExitCode::SUCCESS)
}

/// Makes the page and serves it until the process is stopped.
fn serve(port: u16, watch: bool, flavour: Flavour) -> Result<()> {
    // Asked for first: a busy port should be known before the compiler has run, not after.
    let listener = server::listen(port)?;
    let url = server::url_of(&listener)?;
    let mut steps = Steps::new(page::step_count(flavour));
    page::make(flavour, &mut steps)?;
    let reload = watch.then(|| watch::start(flavour)).transpose()?;
    println!("\nDelivery Lab is ready: {url}");
    println!("Stop it with Ctrl+C.{}", if watch { " Watching for changes." } else { "" });
    server::serve(listener, Site { root: flavour.site_folder(), reload })
}

/// Makes everything that is published in `dist/` and prints what it weighs.
fn build(address: Option<&Address>) -> Result<()> {
    let mut steps = Steps::new(page::step_count(Flavour::Release) + 1);
    page::make_for(Flavour::Release, address, &mut steps)?;
    let (folder, dist) = (Flavour::Release.site_folder(), Flavour::Release.packages_folder());
    steps.run("packing it for learning platforms", || {
        packages::write(&folder, &dist)?;
        site::copy_file(&folder.join(single::NAME), &dist.join(single::NAME))
    })?;
    println!("\n{}", sizes::report(&dist, &folder)?);
    println!("What can be published is in {}", workspace::shown(&dist));
    Ok(())
}

/// Lists the files of a site anew for use without a network.
fn keep_offline(folder: &Path) -> Result<()> {
    let count = offline::write(folder)?;
    println!("{count} files of {} are kept for use without a network.", workspace::shown(folder));
    Ok(())
}
