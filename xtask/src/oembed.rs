//! Writes what lets other sites embed a sample or a lesson from its address alone: a page for each, and its oEmbed
//! answer. A static site cannot answer `?url=…`, so each page names its own answer, by the discovery that oEmbed has.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, anyhow, bail};
use serde_json::{Value, json};

use crate::address::Address;
use crate::licences::escaped;
use crate::workspace;

/// The frame that an answer asks for; readers of it make it smaller in proportion.
const SIZE: (u32, u32) = (960, 540);
/// How long an answer may be kept, in seconds.
const KEPT: u32 = 86_400;
const PROVIDER: &str = "Delivery Lab";

/// A sample or a lesson that can be embedded.
#[derive(Clone, Debug, PartialEq)]
struct Thing {
    /// The option that opens it.
    option: &'static str,
    /// The option's value.
    value: String,
    title: String,
    about: String,
}

/// A picture beside the site's files.
#[derive(Clone, Debug, PartialEq)]
struct Picture {
    path: String,
    size: (u32, u32),
}

/// Writes `oembed/` and `share/` into the site, and into `index.html` where to find the answer for the first sample.
/// Without an address only `oembed/index.json`, which says that there is none.
pub(crate) fn write(site: &Path, address: Option<&Address>) -> Result<()> {
    let Some(address) = address else {
        return put(&site.join("oembed/index.json"), &pretty(&json!({ "address": null, "pages": {} }))?);
    };
    let home = site.join("index.html");
    let page =
        fs::read_to_string(&home).with_context(|| format!("{} cannot be read", workspace::shown(&home)))?;
    let things = things()?;
    let mut pages = serde_json::Map::new();
    for thing in &things {
        let picture = picture_of(site, thing)?;
        put(
            &site.join("oembed").join(thing.file("json")),
            &pretty(&answer(thing, picture.as_ref(), address))?,
        )?;
        put(&site.join("share").join(thing.file("html")), &shared(&page, thing, picture.as_ref(), address)?)?;
        pages.insert(thing.key(), format!("share/{}", thing.file("html")).into());
    }
    if let Some(first) = things.first() {
        put(&home, &once(&page, "</title>", &format!("</title>\n    {}", discovery(first, address)))?)?;
    }
    let list = json!({ "address": address.to_string(), "pages": pages });
    put(&site.join("oembed/index.json"), &pretty(&list)?)
}

impl Thing {
    /// `sample=birthday`: what the address says of it.
    fn key(&self) -> String {
        format!("{}={}", self.option, self.value)
    }

    /// Samples have their own name; lessons are marked, because some have the name of a sample.
    fn file(&self, ending: &str) -> String {
        let mark = if self.option == "sample" { "" } else { "lesson-" };
        format!("{mark}{}.{ending}", self.value)
    }
}

/// The samples, then the lessons, with their words in English.
fn things() -> Result<Vec<Thing>> {
    let mut things = Vec::new();
    let table = json_at(&workspace::at("www/embed/table.json"))?;
    for sample in table["samples"].as_array().into_iter().flatten() {
        let word = |value: &Value| text(value).context("a sample in www/embed/table.json lacks a word");
        things.push(Thing {
            option: "sample",
            value: word(&sample["name"])?,
            title: word(&sample["titles"]["en"])?,
            about: word(&sample["teaches"]["en"])?,
        });
    }
    let course = json_at(&workspace::at("course/course.json"))?;
    for lesson in course["lessons"].as_array().into_iter().flatten() {
        let value = text(lesson).context("course/course.json names a lesson by something that is no text")?;
        let words = json_at(&workspace::at("course/text/en").join(format!("{value}.json")))?;
        let word = |name: &str| {
            text(&words["lesson"][name])
                .with_context(|| format!("the lesson {value} has no {name} in English"))
        };
        things.push(Thing { option: "lesson", title: word("title")?, about: word("about")?, value });
    }
    if things.is_empty() {
        bail!("there is no sample and no lesson to embed");
    }
    Ok(things)
}

/// The oEmbed answer for a page.
fn answer(thing: &Thing, picture: Option<&Picture>, address: &Address) -> Value {
    let (width, height) = SIZE;
    let title = format!("{} · {PROVIDER}", thing.title);
    let html = format!(
        "<iframe src=\"{}\" title=\"{}\" width=\"{width}\" height=\"{height}\" loading=\"lazy\" \
         allow=\"fullscreen; clipboard-write\" style=\"border:0;max-width:100%\"></iframe>",
        escaped(&format!("{address}index.html?{}", thing.key())),
        escaped(&title)
    );
    let mut answer = json!({
        "type": "rich", "version": "1.0", "title": title, "provider_name": PROVIDER,
        "provider_url": address.to_string(), "cache_age": KEPT, "html": html, "width": width, "height": height,
    });
    if let Some(Picture { path, size: (width, height) }) = picture {
        answer["thumbnail_url"] = format!("{address}{path}").into();
        answer["thumbnail_width"] = (*width).into();
        answer["thumbnail_height"] = (*height).into();
    }
    answer
}

/// The app page one folder further down, opened with the sample or lesson, and with what others read of it.
fn shared(page: &str, thing: &Thing, picture: Option<&Picture>, address: &Address) -> Result<String> {
    let meta =
        |name: &str, value: &str| format!("\n    <meta property=\"{name}\" content=\"{}\">", escaped(value));
    let mut head =
        format!("<title>{} · {PROVIDER}</title>\n    {}", escaped(&thing.title), discovery(thing, address));
    head += &meta("og:type", "website");
    head += &meta("og:site_name", PROVIDER);
    head += &meta("og:title", &thing.title);
    head += &meta("og:description", &thing.about);
    head += &meta("og:url", &format!("{address}share/{}", thing.file("html")));
    if let Some(picture) = picture {
        head += &meta("og:image", &format!("{address}{}", picture.path));
    }
    let page = page.replace("\"./", "\"../");
    let page = once(&page, &format!("<title>{PROVIDER}</title>"), &head)?;
    let lab = "<delivery-lab data-options=\"address\"";
    once(&page, lab, &format!("{lab} {}=\"{}\"", thing.option, escaped(&thing.value)))
}

/// The link by which a reader of a page finds its oEmbed answer.
fn discovery(thing: &Thing, address: &Address) -> String {
    format!(
        "<link rel=\"alternate\" type=\"application/json+oembed\" href=\"{address}oembed/{}\" title=\"{}\">",
        thing.file("json"),
        escaped(&thing.title)
    )
}

/// The text with the one place replaced; an error where it is not there or there is more than one.
fn once(text: &str, place: &str, by: &str) -> Result<String> {
    match text.matches(place).count() {
        1 => Ok(text.replacen(place, by, 1)),
        count => Err(anyhow!("index.html has `{place}` {count} times and must have it once")),
    }
}

/// The thumbnail of a sample or lesson, if the site has one.
fn picture_of(site: &Path, thing: &Thing) -> Result<Option<Picture>> {
    let path = format!("thumbnails/{}", thing.file("png"));
    let file = site.join(&path);
    if !file.exists() {
        return Ok(None);
    }
    let bytes = fs::read(&file).with_context(|| format!("{} cannot be read", workspace::shown(&file)))?;
    let size = png_size(&bytes).with_context(|| format!("{} is no PNG", workspace::shown(&file)))?;
    Ok(Some(Picture { path, size }))
}

/// Width and height from the head of a PNG.
fn png_size(bytes: &[u8]) -> Option<(u32, u32)> {
    let rest = bytes.strip_prefix(b"\x89PNG\r\n\x1a\n")?;
    let number = |at: usize| rest.get(at..at + 4)?.try_into().ok().map(u32::from_be_bytes);
    (rest.get(4..8)? == b"IHDR").then_some((number(8)?, number(12)?))
}

fn text(value: &Value) -> Option<String> {
    value.as_str().map(str::to_owned)
}

fn json_at(file: &Path) -> Result<Value> {
    let hint = || format!("{} cannot be read", workspace::shown(file));
    serde_json::from_str(&fs::read_to_string(file).with_context(hint)?).with_context(hint)
}

fn pretty(value: &Value) -> Result<String> {
    Ok(serde_json::to_string_pretty(value)? + "\n")
}

fn put(file: &PathBuf, text: &str) -> Result<()> {
    let hint = || format!("{} cannot be written", workspace::shown(file));
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder).with_context(hint)?;
    }
    fs::write(file, text).with_context(hint)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::site;

    fn address() -> Address {
        "https://example.org/lab".parse().unwrap()
    }

    fn thing() -> Thing {
        let (title, about) = ("A \"title\"".to_owned(), "About <it>".to_owned());
        Thing { option: "lesson", value: "birthday".to_owned(), title, about }
    }

    #[test]
    fn an_answer_has_what_the_format_requires() {
        let picture = Picture { path: "thumbnails/a.png".into(), size: (640, 360) };
        let made = answer(&thing(), Some(&picture), &address());
        assert_eq!((&made["type"], &made["version"]), (&"rich".into(), &"1.0".into()));
        assert_eq!((&made["width"], &made["height"]), (&SIZE.0.into(), &SIZE.1.into()));
        assert_eq!(made["thumbnail_url"], "https://example.org/lab/thumbnails/a.png");
        assert_eq!(made["thumbnail_height"], 360);
        let html = made["html"].as_str().unwrap();
        assert!(
            html.starts_with("<iframe src=\"https://example.org/lab/index.html?lesson=birthday\""),
            "{html}"
        );
        assert!(html.contains("title=\"A &quot;title&quot; · Delivery Lab\""), "{html}");
        assert!(answer(&thing(), None, &address()).get("thumbnail_url").is_none());
    }

    #[test]
    fn a_shared_page_is_the_app_page_with_one_more_option() {
        let page = fs::read_to_string(workspace::at("index.html")).unwrap();
        let made = shared(&page, &thing(), None, &address()).unwrap();
        assert!(made.contains("<delivery-lab data-options=\"address\" lesson=\"birthday\""));
        assert!(made.contains("<title>A &quot;title&quot; · Delivery Lab</title>"));
        assert!(made.contains(
            "type=\"application/json+oembed\" href=\"https://example.org/lab/oembed/lesson-birthday.json\""
        ));
        assert!(made.contains("src=\"../boot.js\"") && !made.contains("\"./"));
        assert!(made.contains("content=\"About &lt;it&gt;\""));
        let policy = |text: &str| {
            text.lines().find(|line| line.contains("Content-Security-Policy")).map(str::to_owned)
        };
        assert_eq!(policy(&made), policy(&page));
    }

    #[test]
    fn a_page_without_its_places_is_refused() {
        assert!(shared("<html></html>", &thing(), None, &address()).is_err());
        assert!(once("a a", "a", "b").is_err());
    }

    #[test]
    fn every_sample_and_lesson_gets_a_page_and_an_answer() {
        let folder = std::env::temp_dir().join(format!("delivery-lab-oembed-{}", std::process::id()));
        site::empty(&folder).unwrap();
        fs::copy(workspace::at("index.html"), folder.join("index.html")).unwrap();
        write(&folder, Some(&address())).unwrap();
        let list = json_at(&folder.join("oembed/index.json")).unwrap();
        assert_eq!(list["pages"]["sample=birthday"], "share/birthday.html");
        assert_eq!(list["pages"]["lesson=birthday"], "share/lesson-birthday.html");
        for page in list["pages"].as_object().unwrap().values() {
            let page = page.as_str().unwrap();
            let answer = page.replace("share/", "oembed/").replace(".html", ".json");
            assert!(folder.join(page).exists(), "{page}");
            assert_eq!(json_at(&folder.join(answer)).unwrap()["version"], "1.0");
        }
        let home = fs::read_to_string(folder.join("index.html")).unwrap();
        assert!(home.contains("href=\"https://example.org/lab/oembed/side-by-side.json\""));
        fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn without_an_address_the_list_says_so() {
        let folder = std::env::temp_dir().join(format!("delivery-lab-oembed-none-{}", std::process::id()));
        site::empty(&folder).unwrap();
        write(&folder, None).unwrap();
        assert_eq!(json_at(&folder.join("oembed/index.json")).unwrap()["address"], Value::Null);
        assert!(!folder.join("share").exists());
        fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn the_size_of_a_picture_is_read_off_its_head() {
        let picture = fs::read(workspace::at("www/thumbnails/side-by-side.png")).unwrap();
        let (width, height) = png_size(&picture).unwrap();
        assert!((100..10_000).contains(&width) && (100..10_000).contains(&height));
        assert_eq!(png_size(b"GIF89a"), None);
        assert_eq!(png_size(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0"), None);
    }
}
