//! The works of other tabs that this one does not write over: kept beside the newest as one JSON text, hostile until parsed.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::notice::Notice;
use super::saved::{self, Saved};
use super::state::AppState;
use crate::lesson::study::progress::Progress;
use crate::scenario::Scenario;

/// The most works that are kept; one that is older makes room.
pub const MOST: usize = 8;

/// Works by the tab that made them, oldest first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Works(Vec<Work>);

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Work {
    tab: String,
    work: String,
}

/// The scenario of another tab.
#[derive(Clone, Debug, PartialEq)]
pub struct OtherWork {
    /// The tab.
    pub tab: Rc<str>,
    /// What it worked at.
    pub scenario: Rc<Scenario>,
}

/// What the host found in the place of one's own work: that of another tab.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The text that the other tab has kept.
    pub work: Rc<str>,
    /// Whether this tab's work is the newest now; else the other's is.
    pub is_newest: bool,
}

impl Works {
    /// What is kept, as far as it can be read.
    pub fn read(text: Option<&str>) -> Self {
        text.and_then(|text| serde_json::from_str(text).ok()).unwrap_or_default()
    }

    /// The text to be kept.
    pub fn write(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The work of a tab.
    pub fn of(&self, tab: &str) -> Option<&str> {
        self.0.iter().find(|work| work.tab == tab).map(|work| work.work.as_str())
    }

    /// Puts the work of a tab in place of the one that it had.
    pub fn put(&mut self, tab: &str, work: &str) {
        self.take_out(tab);
        if self.0.len() >= MOST {
            self.0.remove(0);
        }
        self.0.push(Work { tab: tab.to_owned(), work: work.to_owned() });
    }

    /// Forgets the work of a tab; tells whether there was one.
    pub fn take_out(&mut self, tab: &str) -> bool {
        let before = self.0.len();
        self.0.retain(|work| work.tab != tab);
        self.0.len() < before
    }

    /// The scenarios that can be opened.
    pub fn opened(&self) -> Vec<OtherWork> {
        let of = |work: &Work| {
            let scenario = saved::read(&work.work).ok()?.scenario?;
            Some(OtherWork { tab: work.tab.as_str().into(), scenario: Rc::new(scenario) })
        };
        self.0.iter().filter_map(of).collect()
    }
}

/// Whether two texts hold the same scenario and lesson: then nothing is lost with one of them.
pub fn is_same_work(one: &str, other: &str) -> bool {
    let (Ok(one), Ok(other)) = (saved::read(one), saved::read(other)) else { return one == other };
    one.scenario == other.scenario && one.lesson == other.lesson
}

/// Takes from another tab's work what both have: progress in the course. Says that there are two.
pub(super) fn found(state: &mut AppState, found: &Found) {
    let Ok(Saved { course, others, scenario: Some(scenario), .. }) = saved::read(&found.work) else { return };
    let learning = &mut state.learning;
    // While a lesson is open that is no part of it, progress in the course waits aside.
    let own = learning.guest.as_ref().map_or(&learning.progress, |guest| &guest.aside);
    let mut progress = Progress::clone(own);
    progress.take_in(&course);
    let mut of_others = (*learning.others).clone();
    for (lesson, progress) in &others {
        of_others.entry(lesson.clone()).or_default().take_in(progress);
    }
    let has_more = progress != **own || of_others != *learning.others;
    if has_more {
        learning.others = Rc::new(of_others);
        let own = learning.guest.as_mut().map_or(&mut learning.progress, |guest| &mut guest.aside);
        *own = Rc::new(progress);
    }
    // Were both to save what they took in, each would answer the other for ever.
    if has_more && found.is_newest {
        state.save();
    }
    if scenario != **state.scenario() {
        state.notices.add_once(Notice::OtherTab);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::action::Action;
    use crate::app::effect::Effect;
    use crate::app::instructor::InstructorAction;
    use crate::app::learning::CourseAction;
    use crate::app::options::Options;
    use crate::app::reduce::reduce;
    use crate::lesson::lint;
    use crate::lesson::study::progress::ItemKey;

    fn with_weeks(weeks: u32) -> AppState {
        let options = Options { weeks: Some(weeks), ..Options::default() };
        let state = AppState::new(&options, None);
        AppState::new(&Options::default(), Some(&state.to_keep()))
    }

    fn learnt(mut state: AppState, step: &str) -> AppState {
        let mut progress = Progress::default();
        progress.items.entry(ItemKey::new("count", step)).or_default().is_right = true;
        state.learning.progress = Rc::new(progress);
        state
    }

    #[test]
    fn each_tab_has_one_place_and_the_oldest_makes_room() {
        let mut works = Works::default();
        for tab in 0..=MOST {
            works.put(&format!("t{tab}"), &with_weeks(3).to_keep());
            works.put(&format!("t{tab}"), &with_weeks(4).to_keep());
        }
        let opened = Works::read(Some(&works.write())).opened();
        assert_eq!((opened.len(), &*opened[0].tab, opened[0].scenario.weeks), (MOST, "t1", 4));
        assert!(works.of("t0").is_none() && works.take_out("t1") && !works.take_out("t1"));
        for text in [None, Some(""), Some("{"), Some("[7]"), Some(r#"[{"tab": 1}]"#)] {
            assert!(Works::read(text).is_empty(), "{text:?}");
        }
        assert_eq!(Works::read(Some(r#"[{"tab": "x", "work": "{"}]"#)).opened(), []);
    }

    #[test]
    fn two_works_are_the_same_where_scenario_and_lesson_are() {
        let (three, four) = (with_weeks(3), with_weeks(4).to_keep());
        let dark = reduce(&three, Action::SetOption { name: "theme".into(), value: "dark".into() }).to_keep();
        assert!(dark != three.to_keep() && is_same_work(&dark, &three.to_keep()));
        assert!(!is_same_work(&dark, &four) && !is_same_work("{", &four) && is_same_work("{", "{"));
    }

    #[test]
    fn what_was_learnt_elsewhere_is_none_of_a_lesson_that_is_open_in_place_of_the_course() {
        let mut mine = learnt(with_weeks(3), "one");
        let file = include_bytes!("../../tests/course/course.json");
        let lesson = Ok(Rc::new(lint::read(file).unwrap()));
        let came = InstructorAction::LessonCame { name: String::new(), read: lesson, is_taken: true };
        mine = reduce(&mine, Action::Instructor(came));
        assert!(mine.learning.guest.is_some());
        let theirs = learnt(with_weeks(4), "two").to_keep();
        let found = Found { work: theirs.into(), is_newest: true };
        let both = reduce(&mine, Action::OtherTab(found));
        assert_eq!(both.learning.progress.items.len(), 0);
        assert_eq!(saved::read(&both.to_keep()).unwrap().course.items.len(), 2);
    }

    #[test]
    fn what_was_erased_in_one_tab_does_not_come_back_from_another() {
        let theirs = learnt(with_weeks(4), "two");
        let mine = reduce(&learnt(with_weeks(3), "one"), Action::Course(CourseAction::Erase));
        let found = Found { work: theirs.to_keep().into(), is_newest: true };
        assert!(reduce(&mine, Action::OtherTab(found)).learning.progress.is_empty());
        let found = Found { work: mine.to_keep().into(), is_newest: false };
        assert!(reduce(&theirs, Action::OtherTab(found)).learning.progress.is_empty());
        // What is learnt after that is in both again.
        let mut later = Progress::clone(&mine.learning.progress);
        later.items.entry(ItemKey::new("count", "three")).or_default().is_right = true;
        let mut anew = mine.clone();
        anew.learning.progress = Rc::new(later);
        let found = Found { work: anew.to_keep().into(), is_newest: false };
        assert_eq!(reduce(&mine, Action::OtherTab(found)).learning.progress, anew.learning.progress);
    }

    #[test]
    fn what_was_learnt_in_either_tab_is_in_both_and_only_the_newest_saves_it() {
        let (mine, theirs) = (learnt(with_weeks(3), "one"), learnt(with_weeks(4), "two"));
        for is_newest in [true, false] {
            let found = Found { work: theirs.to_keep().into(), is_newest };
            let both = reduce(&mine, Action::OtherTab(found.clone()));
            assert_eq!(both.learning.progress.items.len(), 2);
            assert_eq!(both.scenario().weeks, 3);
            let says = |state: &AppState| {
                state.notices.iter().filter(|posted| posted.notice == Notice::OtherTab).count()
            };
            assert_eq!(says(&both), 1);
            let effects = both.outbox.after(mine.outbox.newest());
            let saves = effects.filter(|(_, effect)| *effect == Effect::Save).count();
            assert_eq!(saves, usize::from(is_newest));
            // Nothing new: nothing to save, and nothing to say twice, also where the message was closed.
            let number = both.notices.iter().next_back().map_or(0, |posted| posted.number);
            let closed = reduce(&both, Action::Dismiss { number });
            let again = reduce(&closed, Action::OtherTab(found));
            assert_eq!((again.outbox.newest(), says(&again)), (both.outbox.newest(), 0));
        }
    }
}
