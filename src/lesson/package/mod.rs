//! A course or a lesson as a package for a learning platform: a zip with a manifest, the page and the lesson's file.

mod archive;
mod cmi5;
mod scorm12;
mod scorm2004;
#[cfg(test)]
mod tests;
mod xml;

use super::study::mastery::PassMark;

/// What the page is called in a package.
const PAGE: &str = "index.html";
/// What the name of a lesson's file ends in.
const LESSON_ENDING: &str = ".lesson.json";
/// The least that the page in one file is long: a page that loads the rest from elsewhere is shorter.
const LEAST_PAGE: usize = 64 << 10;
/// The most that the page and the lesson may be long together, in bytes.
const MOST: usize = 64 << 20;
/// The longest title and description, in characters: what every platform keeps of them.
const LONGEST_TITLE: usize = 200;
const LONGEST_DESCRIPTION: usize = 2_000;
/// The longest name made of a title or an id, in characters.
const LONGEST_NAME: usize = 60;

/// The sorts of packages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// SCORM 1.2.
    Scorm12,
    /// SCORM 2004, 4th edition.
    Scorm2004,
    /// cmi5.
    Cmi5,
}

/// Something to be packed.
#[derive(Clone, Copy, Debug)]
pub struct Package<'p> {
    /// The sort of package.
    pub kind: Kind,
    /// What names the course or the lesson wherever it goes; another text of the same name replaces it there.
    pub id: &'p str,
    /// Its title.
    pub title: &'p str,
    /// What it is about.
    pub description: &'p str,
    /// The language of both, as a code.
    pub lang: &'p str,
    /// From where on it is passed.
    pub mark: PassMark,
    /// The page in one file.
    pub page: &'p [u8],
    /// The lesson's file; none where it is the course that the page has inside.
    pub lesson: Option<&'p [u8]>,
}

/// Why there is no package.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PackageProblem {
    /// The page is not the one that has everything inside.
    NotThePage,
    /// It would be larger than platforms take.
    TooLarge,
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Scorm12, Self::Scorm2004, Self::Cmi5];

    /// What names it on the command line and in names of files.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Scorm12 => "scorm-1.2",
            Self::Scorm2004 => "scorm-2004",
            Self::Cmi5 => "cmi5",
        }
    }

    /// What its standard is called, in every language.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Scorm12 => "SCORM 1.2",
            Self::Scorm2004 => "SCORM 2004",
            Self::Cmi5 => "cmi5",
        }
    }

    /// The kind of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// The name of its manifest.
    const fn manifest(self) -> &'static str {
        match self {
            Self::Scorm12 | Self::Scorm2004 => "imsmanifest.xml",
            Self::Cmi5 => "cmi5.xml",
        }
    }
}

/// What a manifest says, each text ready to stand in XML.
struct Told {
    /// The id as a name.
    name: String,
    title: String,
    description: String,
    lang: String,
    mark: PassMark,
    /// The address that opens it.
    launch: String,
    /// The files, without the manifest.
    files: Vec<String>,
}

impl Package<'_> {
    /// The zip. The same package is the same bytes, on every machine.
    ///
    /// # Errors
    /// Where the page is not the one, or the package too large.
    pub fn zip(&self) -> Result<Vec<u8>, PackageProblem> {
        if !is_page(self.page) {
            return Err(PackageProblem::NotThePage);
        }
        if self.page.len() + self.lesson.map_or(0, <[u8]>::len) > MOST {
            return Err(PackageProblem::TooLarge);
        }
        let (manifest, lesson) = (self.manifest(), self.lesson_name());
        let mut files = vec![(self.kind.manifest(), manifest.as_bytes()), (PAGE, self.page)];
        files.extend(self.lesson.map(|bytes| (lesson.as_str(), bytes)));
        archive::write(&files).ok_or(PackageProblem::TooLarge)
    }

    /// What the package is called as a file.
    pub fn file_name(&self) -> String {
        format!("{}-{}.zip", self.stem(), self.kind.name())
    }

    fn manifest(&self) -> String {
        let launch = match self.lesson {
            // Small letters, digits and hyphens, so nothing has to be encoded.
            Some(_) => format!("{PAGE}?lesson={}", self.lesson_name()),
            None => PAGE.to_owned(),
        };
        let lesson = self.lesson.map(|_| self.lesson_name());
        let title = cut(self.title, LONGEST_TITLE);
        let title = if title.is_empty() { self.stem() } else { title };
        let description = cut(self.description, LONGEST_DESCRIPTION);
        let told = Told {
            name: Some(slug(self.id)).filter(|name| !name.is_empty()).unwrap_or_else(|| self.stem()),
            description: xml::escaped(if description.is_empty() { &title } else { &description }),
            title: xml::escaped(&title),
            lang: xml::escaped(self.lang),
            mark: self.mark,
            launch: xml::escaped(&launch),
            files: std::iter::once(PAGE.to_owned()).chain(lesson).collect(),
        };
        match self.kind {
            Kind::Scorm12 => scorm12::manifest(&told),
            Kind::Scorm2004 => scorm2004::manifest(&told),
            Kind::Cmi5 => cmi5::manifest(&told),
        }
    }

    fn lesson_name(&self) -> String {
        format!("{}{LESSON_ENDING}", self.stem())
    }

    /// A name for files, from the title where that has Latin letters, else from the id.
    fn stem(&self) -> String {
        [self.title, self.id].map(slug).into_iter().find(|name| !name.is_empty()).unwrap_or("lesson".into())
    }
}

impl Told {
    /// A line for each file, with what stands before and after its name.
    fn each_file(&self, before: &str, after: &str) -> String {
        self.files.iter().map(|name| format!("{before}{}{after}", xml::escaped(name))).collect()
    }

    /// The pass mark as a share.
    fn share(&self) -> f64 {
        f64::from(self.mark.as_percent()) / 100.0
    }
}

/// Whether bytes are the page that has everything inside.
fn is_page(bytes: &[u8]) -> bool {
    let text = crate::base::plain::without_mark(bytes).trim_ascii_start();
    let begins = b"<!doctype html";
    let is_html = text.get(..begins.len()).is_some_and(|first| first.eq_ignore_ascii_case(begins));
    let element = b"<delivery-lab";
    is_html && text.len() >= LEAST_PAGE && text.windows(element.len()).any(|part| part == element)
}

/// A text in one line, cut where it is too long.
fn cut(text: &str, most: usize) -> String {
    let is_between = |sign: char| sign.is_whitespace() || !xml::is_allowed(sign);
    let words = text.split(is_between).filter(|word| !word.is_empty());
    let line = words.collect::<Vec<_>>().join(" ");
    if line.chars().count() <= most { line } else { line.chars().take(most - 1).chain(['…']).collect() }
}

/// A text as a name: small Latin letters and digits, with hyphens for everything between them.
fn slug(text: &str) -> String {
    let mut name = String::new();
    for sign in text.chars() {
        if sign.is_ascii_alphanumeric() {
            name.push(sign.to_ascii_lowercase());
        } else if !name.is_empty() && !name.ends_with('-') {
            name.push('-');
        }
        if name.len() >= LONGEST_NAME {
            break;
        }
    }
    name.trim_end_matches('-').to_owned()
}
