//! How the page is put up: step by step, so that no step keeps the browser from all else for long.

use yew::prelude::*;

/// How far it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Step {
    /// What is around the panels.
    Frame,
    /// The workflow, and what helps with it.
    Work,
    /// All of it, but for some panels still drawn for the room that they were thought to have.
    Whole,
    /// All of it, drawn for the room there is.
    Open,
}

impl Step {
    /// Whether there are panels.
    pub(super) fn has_panels(self) -> bool {
        self > Self::Frame
    }

    /// Whether nothing is left to be put up.
    pub(super) fn is_whole(self) -> bool {
        self >= Self::Whole
    }

    fn next(self) -> Self {
        match self {
            Self::Frame => Self::Work,
            Self::Work => Self::Whole,
            Self::Whole | Self::Open => Self::Open,
        }
    }
}

/// The step that is shown; the next one follows once it is there. Without steps all of it is there at once.
///
/// Between two steps Yew lets the browser do what else it has to. What a step has found out about its room is drawn together
/// with the next.
#[hook]
pub(super) fn use_opening(in_steps: bool) -> Step {
    let step = use_state_eq(|| if in_steps { Step::Frame } else { Step::Open });
    let setter = step.setter();
    use_effect_with(*step, move |step| setter.set(step.next()));
    *step
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_step_has_what_the_one_before_had_and_the_last_is_the_last() {
        let steps: Vec<Step> =
            std::iter::successors(Some(Step::Frame), |step| Some(step.next()).filter(|next| next != step))
                .collect();
        assert_eq!(steps, [Step::Frame, Step::Work, Step::Whole, Step::Open]);
        assert!(steps.is_sorted_by_key(|step| (step.has_panels(), step.is_whole())));
        assert!(Step::Open.is_whole() && !Step::Frame.has_panels());
    }
}
