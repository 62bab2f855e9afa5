//! Takes the pictures of the README from the release site: stills as WebP, and a year that is played as a moving one.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, bail};

use crate::page::Flavour;
use crate::progress::Steps;
use crate::server::{self, Site};
use crate::tool::Tool;
use crate::{chromium, run, setup, site, workspace};

/// Where they are kept; the README shows them from there.
const FOLDER: &str = "docs/pictures";
/// The folder of the recording's frames, and the name of the recording.
const RECORDING: &str = "year";
/// How long a frame is shown, in milliseconds; `pictures/record.mjs` moves the lab's clock by as much.
const FRAME_MILLIS: &str = "80";
/// How often the recording is shown; then its last frame stays, so that it does not move for ever beside a text.
const ROUNDS: &str = "3";
/// What a README may ask of its readers.
const LARGEST: u64 = 3_000_000;

/// What compresses a still.
const STILL: Tool = webp("cwebp", "CWEBP", &["cwebp"]);
/// What makes a moving picture of many.
const MOVING: Tool = webp("img2webp", "IMG2WEBP", &["img2webp"]);

const fn webp(name: &'static str, variable: &'static str, programs: &'static [&'static str]) -> Tool {
    Tool {
        name,
        variable,
        programs,
        mac: &[],
        package: "webp",
        home: "https://developers.google.com/speed/webp",
    }
}

/// Takes them all anew from the site that `cargo xtask build` has made.
pub(crate) fn take() -> Result<()> {
    let site = Flavour::Release.site_folder();
    if !site.join("index.html").exists() {
        bail!("there is no site in {}; make it by `cargo xtask build`", workspace::shown(&site));
    }
    let mut steps = Steps::new(3);
    let found = steps.run("finding Node.js, its packages, Chromium and the tools of WebP", || {
        setup::node_packages()?;
        Ok([chromium::find_or_install()?, STILL.find_or_install()?, MOVING.find_or_install()?])
    })?;
    let [chromium, still, moving] = found;
    let taken = workspace::target().join("pictures");
    steps.run("taking the pictures", || {
        site::empty(&taken)?;
        let listener = server::listen(0)?;
        let url = server::url_of(&listener)?;
        server::serve_behind(listener, Site { root: site, reload: None });
        let mut node = run::program("node");
        node.arg("xtask/src/pictures/take.mjs").arg(&taken).env("BASE_URL", url).env("CHROMIUM", chromium);
        run::to_end(&mut node).context("the pictures could not be taken")
    })?;
    let kept = workspace::at(FOLDER);
    steps.run("compressing them without loss", || compress(&still, &moving, &taken, &kept))?;
    report(&kept)
}

fn compress(still: &Path, moving: &Path, taken: &Path, kept: &Path) -> Result<()> {
    site::empty(kept)?;
    for picture in site::files_in(taken)? {
        let name = picture.with_extension("webp");
        let Some(name) = name.file_name() else { continue };
        let mut cwebp = run::program(still);
        cwebp.args(["-quiet", "-lossless", "-m", "6"]).arg(&picture).arg("-o").arg(kept.join(name));
        run::to_end(&mut cwebp)?;
    }
    let mut moving = run::program(moving);
    moving.args(["-loop", ROUNDS, "-d", FRAME_MILLIS, "-lossless", "-m", "6"]);
    moving.args(site::files_below(&taken.join(RECORDING))?);
    moving.arg("-o").arg(kept.join(RECORDING).with_extension("webp"));
    run::to_end(&mut moving)
}

/// Says what each weighs, and refuses what is too heavy for a README.
fn report(kept: &Path) -> Result<()> {
    for file in site::files_below(kept)? {
        let hint = || format!("{} cannot be read", workspace::shown(&file));
        let bytes = fs::metadata(&file).with_context(hint)?.len();
        println!("{:>9} bytes  {}", bytes, workspace::shown(&file));
        if bytes > LARGEST {
            bail!("{} has more than {LARGEST} bytes; take fewer frames", workspace::shown(&file));
        }
    }
    Ok(())
}
