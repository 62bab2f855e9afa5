//! What happens, told in sentences: the newest beside the player, all of them in the journal.

pub mod journal;
mod sentence;
mod tasks;
#[cfg(test)]
mod tests;

use yew::prelude::*;

use self::sentence::moment;
use crate::app::action::Action;
use crate::app::options::Mode;
use crate::app::section::Section;
use crate::base::time::SimTime;
use crate::log::RunLog;
use crate::text::journal::narrated;
use crate::text::narration as words;
use crate::text::{self, Lang};
use crate::ui::shared::Shared;
use crate::ui::shell::icon::{Icon, IconView};

/// How many sentences are shown where more than the newest is wanted.
const SOME: usize = 12;

/// Props of the narration.
#[derive(Clone, PartialEq, Properties)]
pub struct NarrationProps {
    /// The run.
    pub run: Shared<RunLog>,
    /// The moment shown.
    pub shown: SimTime,
    /// The language.
    pub lang: Lang,
    /// Takes actions.
    pub send: Callback<Action>,
}

/// The newest sentence, and on demand some before it. It is read where it stands; the player's voice says aloud what
/// should be heard.
#[component]
pub fn Narration(props: &NarrationProps) -> Html {
    let (lang, run) = (props.lang, &props.run);
    let fixed = words::of(lang);
    let is_open = use_state_eq(|| false);
    let toggle = {
        let is_open = is_open.clone();
        move |_: MouseEvent| is_open.set(!*is_open)
    };
    let facts = run.facts_until(props.shown);
    let first = facts.len().saturating_sub(if *is_open { SOME } else { 1 });
    let line = |(place, fact): (usize, &crate::engine::record::Fact)| {
        let is_new = place + 1 == facts.len();
        html! {
            <li key={place} class={classes!(is_new.then_some("is-new"))}>
                { moment(lang, run, fact.at, &props.send) }
                <span>{ narrated(lang, run.plan(), run.record(), fact) }</span>
            </li>
        }
    };
    let whole = {
        let send = props.send.clone();
        move |_: MouseEvent| {
            send.emit(Action::ShowSection(Section::Journal));
            send.emit(Action::SetMode(Mode::Compare));
        }
    };
    html! {
        <section class={classes!("narration", is_open.then_some("is-open"))} aria-label={fixed.panel}>
            if facts.is_empty() {
                <p class="muted">{ fixed.nothing }</p>
            } else {
                <ol reversed={true} start={facts.len().to_string()}>
                    { for facts.iter().enumerate().skip(first).rev().map(line) }
                </ol>
            }
            <div class="narration-tools">
                if *is_open {
                    <button type="button" class="quiet" onclick={whole}>{ fixed.whole }</button>
                }
                <button type="button" class="quiet tool" aria-expanded={is_open.to_string()} aria-label={fixed.more}
                    title={if *is_open { fixed.less } else { fixed.more }} onclick={toggle}>
                    <IconView icon={if *is_open { Icon::Less } else { Icon::Unfolded }} />
                </button>
            </div>
        </section>
    }
}

/// How many sentences there are, for those who cannot see how long the list is.
fn count_told(lang: Lang, count: usize) -> String {
    text::narration::sentences(lang, count)
}
