//! Which parts the page has in the state at hand.

use yew::prelude::*;

use crate::app::action::Action;
use crate::app::instructor::project::Project;
use crate::app::learning::Cover;
use crate::app::options::Mode;
use crate::app::state::AppState;
use crate::lesson::tour::Status;
use crate::ui::instructor::bench::BenchProps;
use crate::ui::shared::Shared;

/// The parts, told from the state once for all that show them.
pub(super) struct Shape {
    /// The course, in place of a workflow.
    pub(super) is_home: bool,
    /// A lesson beside the work.
    pub(super) in_lesson: bool,
    /// The way to present a lesson, while it is presented.
    pub(super) projected: Option<Project>,
    /// A trainer's own lesson.
    pub(super) bench: Option<BenchProps>,
    /// Something beside the work: a lesson, a tour or a trainer's tools.
    pub(super) has_coach: bool,
    /// What can be put into the workflow.
    pub(super) has_palette: bool,
    /// Why the outcome is not shown, where a learner is to predict it first.
    pub(super) covers: Option<Cover>,
}

impl Shape {
    pub(super) fn of(state: &AppState, send: &Callback<Action>) -> Self {
        let view = &state.view;
        let is_lesson = view.mode == Mode::Lesson;
        let in_lesson = state.learning.is_in_lesson() && !is_lesson;
        let is_home = is_lesson && !state.learning.is_touring;
        let projected = state.instructor.project;
        let has_study = state.learning.study.is_some();
        let bench = bench_of(state, send).filter(|_| !in_lesson && projected.is_none() && !has_study);
        let is_toured = is_lesson || view.mode == Mode::Play && state.tour.status == Status::Running;
        let has_tour = !is_home && !in_lesson && !has_study && is_toured;
        let has_tools = in_lesson || bench.is_some() || projected.is_some();
        let has_coach = has_tools || has_tour;
        let has_palette = view.mode == Mode::Build && !view.readonly && !has_tools;
        let covers = state.learning.cover().filter(|_| !projected.is_some_and(|project| project.is_revealed));
        Self { is_home, in_lesson, projected, bench, has_coach, has_palette, covers }
    }

    /// Whether the outcome, and what is doubtful about it, is kept from a learner for now.
    pub(super) fn is_covered(&self) -> bool {
        self.covers.is_some() && !self.is_home
    }

    /// What the whole page is to the style sheets.
    pub(super) fn classes(&self, state: &AppState) -> Classes {
        let projected = self
            .projected
            .map(|project| if project.is_below { "is-projected is-below" } else { "is-projected" });
        classes!(
            "lab",
            format!("mode-{}", state.view.mode.name()),
            state.view.selection.only_activity().is_some().then_some("has-choice"),
            self.bench.is_some().then_some("has-bench"),
            projected
        )
    }

    /// What the panels are to the style sheets.
    pub(super) fn panel_classes(&self) -> Classes {
        classes!(
            "panels",
            self.has_coach.then_some("has-coach"),
            self.in_lesson.then_some("has-lesson"),
            self.is_home.then_some("is-home"),
            self.has_palette.then_some("has-palette")
        )
    }
}

/// What the bench needs, while a lesson is on it.
fn bench_of(state: &AppState, send: &Callback<Action>) -> Option<BenchProps> {
    let bench = state.instructor.bench.as_ref()?;
    Some(BenchProps {
        bench: Shared::of(bench),
        site: AttrValue::from(state.view.site.clone()),
        copied: state.view.link_copied,
        packing: state.instructor.packing,
        lang: state.view.lang,
        send: send.clone(),
    })
}
