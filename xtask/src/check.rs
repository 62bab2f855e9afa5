//! Runs every check and test in order and stops at the first that fails.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context as _, Result};

use crate::args::Part;
use crate::counts::Counts;
use crate::page::{self, Flavour};
use crate::progress::{self, Steps};
use crate::server::{self, Site};
use crate::{audit, chromium, firefox, lang, packages, run, setup};

/// A check that cargo does by itself; what is shown is what can be typed to run it alone.
struct CargoCheck {
    label: &'static str,
    args: &'static [&'static str],
    /// A variable of the environment that it needs, and its value.
    variable: Option<(&'static str, &'static str)>,
}

impl CargoCheck {
    const fn new(label: &'static str, args: &'static [&'static str]) -> Self {
        Self { label, args, variable: None }
    }

    /// What a person types to run it alone.
    fn typed(&self) -> String {
        let variable = self.variable.map(|(name, value)| format!("{name}={value} ")).unwrap_or_default();
        format!("{variable}cargo {}", self.args.join(" "))
    }
}

const CARGO_CHECKS: [CargoCheck; 5] = [
    CargoCheck::new("the format", &["fmt", "--all", "--check"]),
    CargoCheck::new(
        "the lints",
        &["clippy", "--workspace", "--all-targets", "--locked", "--", "-D", "warnings"],
    ),
    CargoCheck::new(
        "the core without the web",
        &["check", "--package", "delivery-lab", "--lib", "--no-default-features", "--locked"],
    ),
    CargoCheck {
        label: "the documentation",
        args: &["doc", "--workspace", "--no-deps", "--document-private-items", "--locked"],
        variable: Some(("RUSTDOCFLAGS", "-Dwarnings")),
    },
    CargoCheck::new("the Rust tests", &["test", "--workspace", "--locked"]),
];

/// Runs all, or the part asked for; the last line says how many tests passed and failed.
pub(crate) fn run(only: Option<Part>, browser_args: &[String]) -> ExitCode {
    let mut counts = Counts::default();
    let outcome = run_parts(only, browser_args, &mut counts);
    if let Err(error) = &outcome {
        progress::complain(error);
    }
    let (verdict, code) = match outcome {
        Ok(()) => ("All checks passed.", ExitCode::SUCCESS),
        Err(_) => ("Stopped at the first check that failed.", ExitCode::FAILURE),
    };
    println!("\n{verdict}\n{counts}");
    code
}

/// What is tried once more with the page as readers get it, where it comes in parts.
const RELEASE_SPECS: [&str; 4] = ["/smoke.spec", "/loading.spec", "/patience.spec", "/fingerprint.spec"];

fn run_parts(only: Option<Part>, browser_args: &[String], counts: &mut Counts) -> Result<()> {
    let is_asked = |part| only.is_none_or(|only| only == part);
    let rust_steps = if is_asked(Part::Rust) { CARGO_CHECKS.len() + 1 } else { 0 };
    let of_page = |part, flavour| if is_asked(part) { page::step_count(flavour) + 2 } else { 0 };
    let page_steps = of_page(Part::Browser, Flavour::Page) + of_page(Part::Release, Flavour::Checked);
    let mut steps = Steps::new(rust_steps + page_steps + usize::from(page_steps > 0));
    if is_asked(Part::Rust) {
        rust_checks(&mut steps, counts)?;
    }
    if page_steps == 0 {
        return Ok(());
    }
    let browsers = browsers(&mut steps)?;
    if is_asked(Part::Browser) {
        browser_tests(&mut steps, counts, &browsers, Flavour::Page, browser_args)
            .context("the browser tests did not pass.\n  Run this alone: cargo xtask test --only browser")?;
    }
    if is_asked(Part::Release) {
        let args = match browser_args {
            [] => RELEASE_SPECS.map(str::to_owned).to_vec(),
            asked => asked.to_vec(),
        };
        browser_tests(&mut steps, counts, &browsers, Flavour::Checked, &args).context(
            "the page as readers get it did not pass.\n  Run this alone: cargo xtask test --only release",
        )?;
    }
    Ok(())
}

fn rust_checks(steps: &mut Steps, counts: &mut Counts) -> Result<()> {
    steps.run("checking licences, lock files and where packages come from", audit::run)?;
    for check in CARGO_CHECKS {
        steps
            .run(&format!("checking {}", check.label), || {
                run::to_end_seen(run::cargo().args(check.args).envs(check.variable), |line| counts.see(line))
            })
            .with_context(|| format!("{} did not pass.\n  Run this alone: {}", check.label, check.typed()))?;
    }
    Ok(())
}

/// What all tests of the page need, whichever page it is.
fn browsers(steps: &mut Steps) -> Result<Browsers> {
    let browsers = steps
        .run("finding Node.js, its packages, Chromium and Firefox", || {
            setup::node_packages()?;
            Ok(Browsers { chromium: chromium::find_or_install()?, firefox: firefox::find()? })
        })
        .context("the browser tests cannot be set up")?;
    lang::list().context("the messages cannot be listed")?;
    Ok(browsers)
}

fn browser_tests(
    steps: &mut Steps,
    counts: &mut Counts,
    browsers: &Browsers,
    flavour: Flavour,
    args: &[String],
) -> Result<()> {
    let alone = if flavour == Flavour::Page { "serve" } else { "build" };
    page::make(flavour, steps)
        .with_context(|| format!("the page cannot be made.\n  Run this alone: cargo xtask {alone}"))?;
    steps.run("packing it for learning platforms", || {
        packages::write(&flavour.site_folder(), &flavour.packages_folder())
    })?;
    steps.run("checking the page in its browsers", || playwright(browsers, flavour, args, counts))
}

/// The browsers that the page is checked in.
struct Browsers {
    chromium: PathBuf,
    firefox: Option<PathBuf>,
}

fn playwright(browsers: &Browsers, flavour: Flavour, args: &[String], counts: &mut Counts) -> Result<()> {
    let listener = server::listen(0)?;
    let url = server::url_of(&listener)?;
    server::serve_behind(listener, Site { root: flavour.site_folder(), reload: None });
    let mut node = run::program("node");
    node.arg(setup::node_tool("@playwright/test/cli.js")?);
    node.args(["test", "--config", "tests/browser/playwright.config.mjs"]).args(args);
    node.env("BASE_URL", url).env("CHROMIUM", &browsers.chromium);
    node.env("PACKAGES", flavour.packages_folder());
    node.env("SITE", flavour.site_folder()).env("NPM_PACKAGE", flavour.npm_folder());
    // Tests that need a site which works without a network make one by this program.
    node.env("XTASK", std::env::current_exe().context("this program does not know where it is")?);
    match &browsers.firefox {
        Some(firefox) => node.env("FIREFOX", firefox),
        None => node.env_remove("FIREFOX"),
    };
    run::to_end_seen(&mut node, |line| counts.see(line))
}
