//! What says that a course was passed: drawn up on the learner's own device, and honest about that.

use std::fmt::Write as _;

use chrono::NaiveDate;

use super::course::Course;
use super::course::words::CourseWords;
use super::study::progress::Progress;
use crate::scenario::svg::escaped;
use crate::text::Lang;
use crate::text::course::certificate::{self as told, terms};
use crate::text::course::home::percent;
use crate::text::format;

/// What it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Certificate {
    /// Who passed; empty where no name was typed.
    pub name: String,
    /// The title of the course.
    pub title: String,
    /// Its edition.
    pub edition: u32,
    /// The pass mark in percent.
    pub mark: u8,
    /// The day.
    pub on: NaiveDate,
    /// The skills, each with its average in percent.
    pub skills: Vec<(String, u8)>,
    /// The final checks, each with how many were right of how many.
    pub checks: Vec<(String, u32, u32)>,
}

impl Certificate {
    /// The certificate; none where the course is not passed.
    pub fn of(
        course: &Course,
        words: &CourseWords,
        progress: &Progress,
        name: &str,
        on: NaiveDate,
    ) -> Option<Self> {
        if !progress.has_passed(course) {
            return None;
        }
        let skill = |skill: super::course::Skill| {
            let name = words.skills.get(skill.name()).cloned();
            (name.unwrap_or_else(|| skill.name().to_owned()), progress.skill(skill).percent())
        };
        let checks = course.lessons.iter().filter(|lesson| lesson.is_check).map(|lesson| {
            let title = words.lessons.get(&lesson.id).map(|own| own.title.clone());
            let (right, of) = progress.score(lesson);
            (title.unwrap_or_else(|| lesson.id.clone()), right, of)
        });
        Some(Self {
            name: name.trim().to_owned(),
            title: words.title.clone(),
            edition: course.edition,
            mark: progress.mark.as_percent(),
            on,
            skills: course.skills().map(skill).collect(),
            checks: checks.collect(),
        })
    }

    /// The rows of its table: what, and how well.
    pub fn rows(&self, lang: Lang) -> Vec<(String, String)> {
        let skills = self.skills.iter().map(|(name, share)| (name.clone(), percent(lang, *share)));
        let checks =
            self.checks.iter().map(|(title, right, of)| (title.clone(), told::check(lang, *right, *of)));
        skills.chain(checks).collect()
    }
}

/// How the page looks, in the reader's own colours.
const STYLE: &str = "body{font:16px/1.5 system-ui,sans-serif;max-width:42rem;margin:3rem auto;padding:2.5rem;\
border:1px solid;color:CanvasText;background:Canvas}h1{font-size:1rem;letter-spacing:.08em;text-transform:uppercase}\
.name{font-size:2rem;font-weight:650;margin:0}.title{font-size:1.4rem;font-weight:650}table{border-collapse:collapse;\
width:100%;margin:1.5rem 0}th,td{text-align:start;padding:.4rem 0;border-bottom:1px solid;font-weight:400}\
td{text-align:end}.honest{font-size:.85rem}@media print{body{margin:0;border:0}}";

/// The certificate as a page of its own: one file that opens anywhere, without a script and without the network.
pub fn page(lang: Lang, certificate: &Certificate) -> String {
    let words = told::of(lang);
    let name = if certificate.name.is_empty() { words.nobody } else { &certificate.name };
    let mut rows = String::new();
    for (what, how) in certificate.rows(lang) {
        let _ = write!(rows, "<tr><th scope=\"row\">{}</th><td>{}</td></tr>", escaped(&what), escaped(&how));
    }
    format!(
        "<!doctype html>\n<html lang=\"{lang}\">\n<head><meta charset=\"utf-8\">\
<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><meta name=\"color-scheme\" content=\"light\">\
<title>{heading}: {title}</title><style>{STYLE}</style></head>\n<body><main>\n<h1>{heading}</h1>\n<p>{says}</p>\n\
<p class=\"name\">{name}</p>\n<p>{passed}</p>\n<p class=\"title\">{title}</p>\n<p><time datetime=\"{iso}\">{date}</time>. \
{terms}.</p>\n<table><thead><tr><th scope=\"col\">{skills}</th><th scope=\"col\">{result}</th></tr></thead>\
<tbody>{rows}</tbody></table>\n<p class=\"honest\">{honest}</p>\n</main></body>\n</html>\n",
        lang = lang.code(),
        heading = escaped(words.heading),
        title = escaped(&certificate.title),
        says = escaped(words.says),
        name = escaped(name),
        passed = escaped(words.has_passed),
        iso = certificate.on,
        date = escaped(&format::date(lang, certificate.on)),
        terms = escaped(&terms(lang, certificate.edition, certificate.mark)),
        skills = escaped(words.skills),
        result = escaped(words.result),
        honest = escaped(words.honest),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lesson::study::mastery::PassMark;
    use crate::lesson::study::progress::{Item, ItemKey};

    fn course() -> (Course, CourseWords) {
        let course = super::super::lint::read(include_bytes!("../../tests/course/course.json")).unwrap();
        (course, super::super::lint::read_words(include_bytes!("../../tests/course/en.json")).unwrap())
    }

    fn passed() -> Progress {
        let mut progress = Progress::default();
        for skill in &mut progress.skills {
            *skill = (0..3).fold(*skill, |skill, _| skill.noted(true, PassMark::USUAL));
        }
        let right = Item { tries: 1, is_first_right: true, is_right: true, hints: 0 };
        progress.items.insert(ItemKey::new("check", "final"), right);
        progress
    }

    #[test]
    fn only_who_has_passed_gets_one() {
        let ((course, words), on) = (course(), NaiveDate::from_ymd_opt(2026, 5, 4).unwrap());
        assert_eq!(Certificate::of(&course, &words, &Progress::default(), "Ada", on), None);
        let missing = Progress::default().missing(&course);
        assert_eq!(missing.len(), course.skills().count() + 1);
        let certificate = Certificate::of(&course, &words, &passed(), " Ada ", on).unwrap();
        assert_eq!((certificate.name.as_str(), certificate.skills.len()), ("Ada", 4));
        assert_eq!(certificate.checks, [("The final check".to_owned(), 1, 1)]);
    }

    #[test]
    fn the_page_stands_alone_and_holds_no_markup_of_others() {
        let ((course, words), on) = (course(), NaiveDate::from_ymd_opt(2026, 5, 4).unwrap());
        let name = "<script>alert(1)</script> & \"Ada\"";
        let certificate = Certificate::of(&course, &words, &passed(), name, on).unwrap();
        for lang in Lang::WRITTEN {
            let page = page(lang, &certificate);
            assert!(!page.contains("<script") && page.contains("&lt;script&gt;"), "{page}");
            assert!(!page.contains("http") && !page.contains("src="), "{page}");
            assert!(page.contains("2026-05-04") && page.contains(&format!("lang=\"{}\"", lang.code())));
        }
    }
}
