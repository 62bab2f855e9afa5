//! The history of an Incremental query: for how long it remembers, and whether a start empties it.

use std::rc::Rc;

use yew::prelude::*;

use crate::scenario::activity::IncrementalQuerySettings;
use crate::scenario::edit::Edit;
use crate::text::inspector::condition as words;
use crate::ui::inspector::field::{Field, Look};
use crate::ui::inspector::parts::{check_box, section};
use crate::ui::inspector::pen::Pen;
use crate::ui::inspector::reading;

/// The longest history there may be, in days.
const LONGEST_DAYS: u32 = 36_500;

/// The section.
pub fn history_section(pen: &Pen, activity: &Rc<str>, query: &IncrementalQuerySettings) -> Html {
    let words = words::of(pen.lang);
    let (days, keep) = (query.history_days, query.keep_history);
    let with = {
        let activity = activity.clone();
        move |days, keep| Edit::SetHistory { activity: activity.to_string(), days, keep }
    };
    let toggled = with(days, !keep);
    let read = Callback::from(move |typed: AttrValue| {
        reading::count(&typed, 0, LONGEST_DAYS).map(|days| with(days, keep))
    });
    let hint = words::remembered(pen.lang, days);
    let means = if keep { words.kept } else { words.emptied };
    section(
        words.history,
        html! {
            <>
                <Field id="ins-history" label={words.history_days} look={Look::Number} applied={days.to_string()} {read}
                    {hint} pen={pen.clone()} />
                { check_box(pen, "ins-keep", words.keep, keep, means, toggled) }
            </>
        },
    )
}
