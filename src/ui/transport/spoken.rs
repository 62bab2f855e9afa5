//! What a screen reader hears of the player: a sentence when it rests, and every other second while it plays.

use yew::prelude::*;

use crate::app::state::Player;
use crate::log::RunLog;
use crate::text::{self, Lang};
use crate::ui::shared::Shared;

/// Props of the spoken line.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct SpokenProps {
    /// The run; none where the scenario has errors.
    pub(super) run: Option<Shared<RunLog>>,
    /// The player.
    pub(super) player: Player,
    /// The language.
    pub(super) lang: Lang,
}

/// A polite live region.
#[component]
pub(super) fn Spoken(props: &SpokenProps) -> Html {
    let sentence = props.run.as_ref().map(|run| sentence(run, props)).unwrap_or_default();
    html! { <p class="visually-hidden" role="status">{ sentence }</p> }
}

fn sentence(run: &RunLog, props: &SpokenProps) -> String {
    let start = run.plan().start;
    let weeks_passed = (props.player.shown - start).secs() / 604_800;
    // Playing, the sentence stands still for about two seconds: only every so many weeks say something new.
    let held = if props.player.head.is_playing() {
        let every = 2 * i64::from(props.player.head.speed().weeks_per_second());
        run.end()
            .min(start + crate::base::time::SimSpan::from_days(7 * (weeks_passed - weeks_passed % every)))
    } else {
        props.player.shown
    };
    let steps = run.plan().steps.iter().enumerate().filter(|(_, step)| step.work.kind().is_delivery());
    let branches = steps.map(|(at, step)| {
        let made =
            run.record().deliveries.iter().filter(|row| row.step == at && row.created_at <= held).count();
        let rows = run.figures_of_step(at, held).broad_logs;
        text::transport::branch(props.lang, &step.label, made as u64, rows)
    });
    let branches: Vec<_> = branches.collect();
    format!("{}. {}.", text::format::date_time(props.lang, held), branches.join(". "))
}
