//! The table of what differs: the same counts of each variant at the moment shown, and what to take away.

use std::rc::Rc;

use yew::prelude::*;

use crate::base::time::SimTime;
use crate::log::RunLog;
use crate::log::difference::{Mailed, Measure, Standing};
use crate::plan::StepIdx;
use crate::scenario::variant::Variant;
use crate::text::Lang;
use crate::text::format::number;
use crate::text::variants as words;

/// A variant that has been run.
#[derive(Clone)]
pub(super) struct Side {
    /// The variant.
    pub(super) variant: Variant,
    /// Its run.
    pub(super) run: Rc<RunLog>,
    /// The activity that is followed.
    pub(super) step: StepIdx,
}

/// Who had been mailed in a run when it was counted last.
struct Known {
    run: Rc<RunLog>,
    step: StepIdx,
    mailed: Mailed,
}

/// The counts of each side at a moment. While time goes on, only what is new is counted.
#[hook]
pub(super) fn use_counts(sides: &[Side], shown: SimTime) -> Vec<(Variant, Standing)> {
    let known = use_mut_ref(Vec::<Known>::new);
    let mut known = known.borrow_mut();
    let is_of = |known: &Known, side: &Side| Rc::ptr_eq(&known.run, &side.run) && known.step == side.step;
    known.retain(|known| sides.iter().any(|side| is_of(known, side)));
    let counted = sides.iter().map(|side| {
        let place = known.iter().position(|known| is_of(known, side)).unwrap_or_else(|| {
            known.push(Known { run: side.run.clone(), step: side.step, mailed: Mailed::default() });
            known.len() - 1
        });
        (side.variant, Standing::of(&side.run, side.step, shown, &mut known[place].mailed))
    });
    counted.collect()
}

/// The table with its sentence; nothing as long as there is nothing to compare.
pub(super) fn table(lang: Lang, counts: &[(Variant, Standing)]) -> Html {
    let words = words::of(lang);
    let [first, others @ ..] = counts else { return Html::default() };
    let Some(farthest) = others.iter().max_by_key(|other| distance(&first.1, &other.1)) else {
        return Html::default();
    };
    html! {
        <section class="differences" aria-label={words.table}>
            <p class="take-away">
                <b class="eyebrow">{ words.take_away }</b>
                { " " }
                { words::take_away(lang, (first.0, &first.1), (farthest.0, &farthest.1)) }
            </p>
            <table class="difference">
                <caption class="eyebrow">{ words.table }</caption>
                <thead>
                    <tr>
                        <th key="count" scope="col">{ words.count }</th>
                        { for counts.iter().map(|(variant, _)| html! {
                            <th key={*variant as u32} scope="col" class="number">{ words::name(lang, *variant) }</th>
                        }) }
                    </tr>
                </thead>
                <tbody>
                    { for Measure::ALL.into_iter().map(|measure| row(lang, measure, counts)) }
                </tbody>
            </table>
        </section>
    }
}

/// How much two standings differ where it matters most.
fn distance(one: &Standing, other: &Standing) -> (u64, u64, u64) {
    let by = |measure| one.count(measure).abs_diff(other.count(measure));
    (by(Measure::Deliveries), by(Measure::Messages), by(Measure::MailedTwice))
}

fn row(lang: Lang, measure: Measure, counts: &[(Variant, Standing)]) -> Html {
    let (words, place) = (words::of(lang), measure.place());
    let first = counts.first().map_or(0, |(_, standing)| standing.count(measure));
    let differs = counts.iter().any(|(_, standing)| standing.count(measure) != first);
    let cell = |(at, (variant, standing)): (usize, &(Variant, Standing))| {
        let count = standing.count(measure);
        let value = match measure {
            Measure::OneReport => words::part_of(lang, count, standing.count(Measure::Messages)),
            _ => number(lang, count),
        };
        let against = (at > 0).then(|| words::against(lang, first, count));
        html! {
            <td key={*variant as u32} class={classes!("number", (count != first).then_some("is-other"))} data-label={words::name(lang, *variant)}>
                <span class="difference-value">{ value }</span>
                if let Some(against) = against {
                    <span class="difference-told">{ against }</span>
                }
            </td>
        }
    };
    html! {
        <tr key={place} class={differs.then_some("differs")} data-measure={place.to_string()}>
            <th key="measure" scope="row">
                { words.measures[place] }
                <span class="small muted difference-explained">{ words.explained[place] }</span>
            </th>
            { for counts.iter().enumerate().map(cell) }
        </tr>
    }
}
