//! Makes the page that a host shows for addresses where there is nothing lead back to the lab.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, bail};

use crate::address::Address;
use crate::workspace;

const PAGE: &str = "404.html";
/// The link to the lab, which is right for a page beside it.
const BESIDE: &str = "href=\"./\"";

/// Fills in where the lab is, if it is known: a host shows the page at any depth, where `./` is somewhere else.
pub(crate) fn write(site: &Path, address: Option<&Address>) -> Result<()> {
    let Some(address) = address else { return Ok(()) };
    let page = site.join(PAGE);
    let hint = || format!("{} cannot be filled in", workspace::shown(&page));
    let text = fs::read_to_string(&page).with_context(hint)?;
    if !text.contains(BESIDE) {
        bail!("{PAGE} has no link {BESIDE}");
    }
    fs::write(&page, text.replace(BESIDE, &format!("href=\"{address}\""))).with_context(hint)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::site;

    #[test]
    fn the_page_leads_to_the_address_and_without_one_beside_it() {
        let folder = std::env::temp_dir().join(format!("delivery-lab-not-found-{}", std::process::id()));
        site::empty(&folder).unwrap();
        let read = || fs::read_to_string(folder.join(PAGE)).unwrap();
        site::copy_file(&workspace::at("www/public").join(PAGE), &folder.join(PAGE)).unwrap();
        write(&folder, None).unwrap();
        assert!(read().contains(BESIDE));
        write(&folder, Some(&"https://example.org/lab".parse().unwrap())).unwrap();
        assert!(read().contains("href=\"https://example.org/lab/\"") && !read().contains(BESIDE));
        assert!(write(&folder, Some(&"https://example.org/lab".parse().unwrap())).is_err());
        fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn the_page_needs_nothing_beside_it() {
        let text = fs::read_to_string(workspace::at("www/public").join(PAGE)).unwrap();
        for word in ["src=", "<link", "<script", "<style"] {
            assert!(!text.contains(word), "{word}");
        }
    }
}
