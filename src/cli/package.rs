//! Packs a course or a lesson for a learning platform: the options `--package`, `--page` and `--pass-mark`.

use std::path::Path;

use super::args::Args;
use super::course::{bytes_of, read};
use super::{DONE, FAULTY, Output, UNREADABLE};
use crate::lesson::course::words::CourseWords;
use crate::lesson::course::{BUILT_IN, Course};
use crate::lesson::lint;
use crate::lesson::package::{Kind, Package, PackageProblem};
use crate::lesson::study::mastery::PassMark;
use crate::text::course::finding::sentence;
use crate::text::{Lang, cli};

/// Writes the zip and gives the exit code. A course with faults is not packed.
pub(super) fn write(path: &Path, kind: Kind, args: &Args, lang: Lang, output: &mut Output<'_>) -> u8 {
    let (mut course, packs) = match read(path, &args.words, lang) {
        Ok(read) => read,
        Err(complaint) => return output.refuse(&complaint),
    };
    let findings = lint::lint(&course, &packs);
    if !findings.is_empty() {
        for finding in &findings {
            output.complain(&sentence(lang, finding));
        }
        return FAULTY;
    }
    let page = match args.page.as_deref().map(|page| bytes_of(page, lang)) {
        Some(Ok(page)) => page,
        Some(Err(complaint)) => return output.refuse(&complaint),
        None => return output.refuse(cli::of(lang).no_page),
    };
    let is_built_in = course.id == BUILT_IN;
    course.words.extend(packs);
    if course.words.is_empty() && !is_built_in {
        return output.refuse(&cli::about_file(lang, &path.display().to_string(), cli::of(lang).no_words));
    }
    let none = CourseWords::default();
    let (code, words) = spoken(&course, lang).unwrap_or((lang.code(), &none));
    // What the page has inside need not lie beside it.
    let lesson = (!is_built_in).then(|| serde_json::to_vec(&course).unwrap_or_default());
    let package = Package {
        kind,
        id: &course.id,
        title: if words.title.is_empty() { cli::of(lang).package_title } else { &words.title },
        description: &words.about,
        lang: code,
        mark: args.pass_mark.map_or(PassMark::USUAL, PassMark::percent),
        page: &page,
        lesson: lesson.as_deref(),
    };
    match package.zip() {
        Ok(zip) => {
            output.bytes(&zip);
            DONE
        }
        Err(PackageProblem::NotThePage) => {
            let page = args.page.as_deref().unwrap_or(Path::new("")).display().to_string();
            output.refuse(&cli::about_file(lang, &page, cli::of(lang).not_the_page))
        }
        Err(PackageProblem::TooLarge) => output.refuse(cli::of(lang).package_too_large),
    }
}

/// Its words in this language, in English, or in the first that it has.
fn spoken(course: &Course, lang: Lang) -> Option<(&str, &CourseWords)> {
    let own = [lang.code(), Lang::En.code()].into_iter().find_map(|code| course.words.get_key_value(code));
    own.or_else(|| course.words.iter().next()).map(|(code, words)| (code.as_str(), words))
}

impl Output<'_> {
    fn bytes(&mut self, bytes: &[u8]) {
        let _ = self.out.write_all(bytes);
    }

    fn refuse(&mut self, complaint: &str) -> u8 {
        self.complain(complaint);
        UNREADABLE
    }
}
