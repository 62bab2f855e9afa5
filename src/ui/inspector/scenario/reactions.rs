//! How recipients react, as percentages.

use yew::prelude::*;

use crate::scenario::Scenario;
use crate::scenario::edit::Edit;
use crate::scenario::reactions::Reactions;
use crate::text::inspector::scenario as words;
use crate::ui::inspector::field::{Field, Look};
use crate::ui::inspector::parts::section;
use crate::ui::inspector::pen::Pen;
use crate::ui::inspector::reading;

/// The section.
pub fn reactions_section(pen: &Pen, scenario: &Scenario) -> Html {
    let words = words::of(pen.lang);
    let now = &scenario.reactions;
    let field = |id: &'static str,
                 label: &'static str,
                 chance: u32,
                 with: fn(Reactions, u32) -> Reactions| {
        let kept = now.clone();
        let read = Callback::from(move |typed: AttrValue| {
            reading::percentage(&typed).map(|chance| Edit::SetReactions(with(kept.clone(), chance)))
        });
        html! {
            <Field {id} {label} look={Look::Number} class="is-line" applied={reading::percentage_shown(pen.lang, chance)}
                {read} pen={pen.clone()} />
        }
    };
    section(
        words.reactions,
        html! {
            <>
                <p class="ins-hint">{ words.assumption }</p>
                { field("ins-fails", words.fails, now.fails, |kept, fails| Reactions { fails, ..kept }) }
                { field("ins-opens", words.opens, now.opens, |kept, opens| Reactions { opens, ..kept }) }
                { field("ins-clicks", words.clicks, now.clicks, |kept, clicks| Reactions { clicks, ..kept }) }
                { field("ins-opts-out", words.opts_out, now.unsubscribes, |kept, unsubscribes| {
                    Reactions { unsubscribes, ..kept }
                }) }
            </>
        },
    )
}
