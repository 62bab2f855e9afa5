//! A whole lesson as the fragment of a link: `#l=1…`, packed as scenarios are, hostile until read.

use super::authoring::finished;
use super::course::Course;
use super::lint;
use crate::scenario::link::{LinkProblem, seal, unseal};
use crate::text::course::finding::CourseFinding;

/// How the fragment of a link with a lesson begins.
pub const MARK: &str = "l=";

/// Why a fragment opens no lesson.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LessonLinkProblem {
    /// It cannot be unpacked.
    Link(LinkProblem),
    /// It can, and what is in it is no lesson.
    Lesson(CourseFinding),
}

/// The fragment of a link to a lesson, without the `#`.
///
/// # Errors
/// [`LinkProblem::DoesNotFit`] where its texts or scenarios are too long.
pub fn fragment(course: &Course) -> Result<String, LinkProblem> {
    let json = serde_json::to_string(&finished(course)).map_err(|_| LinkProblem::DoesNotFit)?;
    seal(MARK, &json)
}

/// Reads the lesson of a fragment, with or without its `#`.
///
/// # Errors
/// A typed problem; whatever the text is, it is told within a moment and within little memory.
pub fn open(fragment: &str) -> Result<Course, LessonLinkProblem> {
    let json = unseal(MARK, fragment).map_err(LessonLinkProblem::Link)?;
    lint::read(&json).map_err(LessonLinkProblem::Lesson)
}

/// Whether a fragment says that it holds a lesson.
pub fn is_one(fragment: &str) -> bool {
    fragment.trim().trim_start_matches('#').starts_with(MARK)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lesson::authoring::edit::{DraftEdit, StepSort, apply};
    use crate::lesson::authoring::{self, spot::Spot};
    use crate::text::Lang;

    fn lesson() -> Course {
        let course = authoring::new("own-1", Lang::En);
        let course = apply(&course, DraftEdit::Add(0, StepSort::Quiz)).unwrap();
        let say = DraftEdit::Say("en".into(), None, Spot::Lesson, "Två leveranser & <more>".into());
        apply(&course, say).unwrap()
    }

    #[test]
    fn a_lesson_travels_in_its_link() {
        let course = lesson();
        let link = fragment(&course).unwrap();
        assert!(link.len() < 1_200, "{}", link.len());
        assert_eq!(open(&format!("#{link}")), Ok(finished(&course)));
        assert!(is_one(&format!("#{link}")) && !is_one("#s=1abc"));
    }

    #[test]
    fn a_bomb_a_cut_and_a_forgery_are_refused() {
        let bomb = seal(MARK, &" ".repeat(1 << 20)).unwrap();
        assert!(
            matches!(open(&bomb), Err(LessonLinkProblem::Lesson(_))),
            "blank, and no larger than allowed"
        );
        assert_eq!(seal(MARK, &" ".repeat((1 << 20) + 1)), Err(LinkProblem::DoesNotFit));
        let long = format!("l=1{}", "A".repeat(1 << 20));
        assert_eq!(open(&long), Err(LessonLinkProblem::Link(LinkProblem::TooLarge)));
        let link = fragment(&lesson()).unwrap();
        for end in (3..link.len()).step_by(7) {
            assert!(matches!(open(&link[..end]), Err(LessonLinkProblem::Link(_))));
        }
        assert_eq!(
            open(&link.replacen("l=1", "l=2", 1)),
            Err(LessonLinkProblem::Link(LinkProblem::LaterVersion))
        );
        let other = seal(MARK, "{\"format\":\"delivery-lab/scenario\"}").unwrap();
        assert!(matches!(open(&other), Err(LessonLinkProblem::Lesson(_))));
    }
}
