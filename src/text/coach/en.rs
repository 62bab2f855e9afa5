//! The guided tour in English.

use super::{Coach, PredictionWords, StepWords};

pub(super) const COACH: Coach = Coach {
    tour: "Guided tour",
    steps: [
        StepWords {
            heading: "Two kinds of delivery, side by side",
            sentences: &[
                "Two branches, one clock, the same recipients. The first ends in a recurring delivery, the second \
                 in a continuous delivery.",
                "In a few minutes you predict what they make, watch it happen, and change one thing. Everything \
                 here is simulated.",
            ],
        },
        StepWords {
            heading: "How many deliveries in the end?",
            sentences: &["Guessing is fine. What matters is to say a number before you see one."],
        },
        StepWords {
            heading: "Now play it",
            sentences: &["Watch the two large numbers below the drawing while the weeks pass."],
        },
        StepWords { heading: "What you said, what came out", sentences: &[] },
        StepWords {
            heading: "Where do the log rows point?",
            sentences: &[
                "Choose a delivery below the drawing, first one of the small cards, then the large card. Its logs \
                 open under them.",
                "Look at iDeliveryId, the delivery that each row belongs to.",
            ],
        },
        StepWords {
            heading: "Change one thing",
            sentences: &[
                "Halfway through, somebody edits the creative of the continuous delivery. Everything else stays \
                 as it is.",
            ],
        },
        StepWords { heading: "And how many now?", sentences: &[] },
        StepWords {
            heading: "Play it again",
            sentences: &["Keep an eye on the flag on the timeline and on the continuous side."],
        },
        StepWords { heading: "What you said, what came out", sentences: &[] },
    ],
    reasons: [
        "",
        "Lock your prediction to go on.",
        "Play to the end to go on.",
        "",
        "Open the logs of a delivery to go on.",
        "Make the change to go on.",
        "Lock your prediction to go on.",
        "Play to the end to go on.",
        "",
    ],
    back: "Back",
    next: "Next",
    finish: "Finish",
    skip: "Skip the tour",
    resume: "Go on with the tour",
    restart: "Start again",
    on_my_own: "Explore on my own",
    fold: "Fold the tour",
    unfold: "Unfold the tour",
    prediction: PredictionWords {
        form: "Your prediction",
        recurring: "Recurring",
        continuous: "Continuous",
        how_sure: "How sure are you?",
        confidence: ["Guessing", "Fairly", "Sure"],
        lock: "Lock my prediction",
        incomplete: "Give both numbers first.",
        locked: "Locked. Now see what happens.",
        deliveries: "Deliveries made",
        kind: "Kind",
        predicted: "You said",
        came_out: "Came out",
        right: "Right",
        different: "Different",
    },
    play: "Play",
    pause: "Pause",
    to_end: "Skip to the end",
    played: "The weeks are over.",
    found: "Each row names its delivery. Rows of the recurring side name the delivery of their own run; rows of \
            the continuous side all name the same one.",
    no_change: "This run is too short for a change halfway. Open the sample, or simulate more weeks.",
    assumption: "Assumption:",
    change_assumption: "editing the creative from the workflow writes to the template that the continuous \
                        delivery refers to.",
    fork_assumption: "rows written before the edit stay with the earlier delivery.",
    unsuited: StepWords {
        heading: "The tour needs both kinds",
        sentences: &[
            "This workflow does not run, or sends with one kind of delivery only. The tour compares a recurring \
             with a continuous delivery.",
        ],
    },
    changed_before: "This workflow is already edited during the run. For a fresh start, open the sample.",
    open_sample: "Open Side by side",
    skipped: StepWords {
        heading: "The tour waits for you",
        sentences: &["You left it on the way. Your predictions are kept."],
    },
    completed: StepWords {
        heading: "That is the difference",
        sentences: &[
            "Recurring: a delivery for each run, so that you can compare run with run.",
            "Continuous: one delivery between edits, so that you see the whole, and the list stays short.",
            "Adobe recommends each for its own purpose. Make the schedule monthly, or open another sample, and \
             predict again.",
        ],
    },
};
