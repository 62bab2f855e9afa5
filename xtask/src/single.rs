//! Makes the lab one file: a page with its script, its styles and all else packed inside, which runs from a disk.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, bail};
use base64ct::{Base64, Encoding as _};
use sha2::{Digest as _, Sha256};

use crate::{pack, run, site, workspace};

/// The name of the file, in the site and in `dist`.
pub(crate) const NAME: &str = "delivery-lab.html";

/// Lines of `index.html` that name files beside it.
const BESIDE: [&str; 5] = [
    "rel=\"manifest\"",
    "rel=\"apple-touch-icon\"",
    "rel=\"modulepreload\"",
    "rel=\"stylesheet\"",
    "type=\"module\"",
];

/// Makes the file of a site's files, and puts it into the site. `effort` is that of packing, from 0 to 9.
pub(crate) fn write(site: &Path, scratch: &Path, effort: u32) -> Result<()> {
    let script = bundle(site, scratch)?;
    let style = read(&site.join("page.css"))?;
    let page = page(&read(&site.join("index.html"))?, &script, &style, &pack::elements(site, effort)?)?;
    let to = site.join(NAME);
    fs::write(&to, page).with_context(|| format!("{} cannot be written", workspace::shown(&to)))
}

/// All scripts of the site as one that is no module: from a disk, modules are not loaded.
fn bundle(site: &Path, scratch: &Path) -> Result<String> {
    let (sources, out) = (scratch.join("single"), scratch.join("single.js"));
    site::empty(&sources)?;
    for file in
        site::files_below(site)?.into_iter().filter(|file| file.extension().is_some_and(|kind| kind == "js"))
    {
        if let Ok(below) = file.strip_prefix(site) {
            site::copy_file(&file, &sources.join(below))?;
        }
    }
    site::copy_file(&workspace::at("www/single/parts.js"), &sources.join("parts.js"))?;
    let mut node = run::program("node");
    node.arg("xtask/src/bundle.mjs").arg(sources.join("boot.js")).arg(&out);
    run::to_end(&mut node).context("the scripts cannot be put into one")?;
    read(&out)
}

/// The page around them.
fn page(index: &str, script: &str, style: &str, packs: &str) -> Result<String> {
    if script.contains("</script") || style.contains("</style") {
        bail!("a script or a style sheet would end before its end");
    }
    let mut page = String::new();
    for line in index.lines().filter(|line| !BESIDE.iter().any(|mark| line.contains(mark))) {
        if line.contains("http-equiv=\"Content-Security-Policy\"") {
            page += &format!(
                "    <meta http-equiv=\"Content-Security-Policy\" content=\"{}\">\n",
                policy(script, style)
            );
        } else if line.trim() == "</head>" {
            page += &format!("    <style>{style}</style>\n  </head>\n");
        } else if line.trim() == "</body>" {
            // Last, so that the page is there when the script begins, and is drawn before the packs are read.
            page += &format!("{packs}    <script>{script}</script>\n  </body>\n");
        } else {
            page += line;
            page.push('\n');
        }
    }
    Ok(page)
}

/// What the page may do: run this script and no other, and ask whom it was told to report to. Without TLS only the
/// scripts know where that is allowed: on the device itself, and where the page itself came so.
fn policy(script: &str, style: &str) -> String {
    let (script, style) = (hash(script), hash(style));
    format!(
        "default-src 'none'; script-src '{script}' 'wasm-unsafe-eval'; style-src '{style}'; style-src-attr \
         'unsafe-inline'; img-src 'self' data: blob:; connect-src 'self' https: http:; base-uri 'none'; \
         form-action 'none'; require-trusted-types-for 'script'; trusted-types delivery-lab"
    )
}

fn hash(text: &str) -> String {
    format!("sha256-{}", Base64::encode_string(&Sha256::digest(text)))
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("{} cannot be read", workspace::shown(path)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_beside_the_page_is_named_and_the_policy_knows_the_script() {
        let index = read(&workspace::at("index.html")).unwrap();
        let page = page(&index, "let a = 1;", "p{}", "    <script id=\"pack:x\">AA==</script>\n").unwrap();
        assert!(!page.contains("src=\"") && !page.contains("href=\"."), "{page}");
        assert!(page.contains("script-src 'sha256-") && page.contains(&hash("let a = 1;")));
        assert!(page.contains(&hash("p{}")));
        let (pack, script) = (page.find("pack:x").unwrap(), page.find("<script>let a").unwrap());
        assert!(pack < script, "packs are there when the script begins");
        assert!(page.contains("class=\"skeleton\""), "something is seen before the script has run");
    }

    #[test]
    fn what_would_end_an_element_early_is_refused() {
        let index = read(&workspace::at("index.html")).unwrap();
        assert!(page(&index, "'</script>'", "", "").is_err());
        assert!(page(&index, "", "</style>", "").is_err());
    }
}
