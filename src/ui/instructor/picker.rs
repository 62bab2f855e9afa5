//! Picks a number by saying what is counted on the step's run; it is never typed as the right answer.

use yew::prelude::*;

use super::kit::{BenchProps, number, select};
use crate::lesson::course::goal::{Count, Counted, Quantity, Which};
use crate::lesson::judge::params::Params;
use crate::text::activity;
use crate::text::instructor::{Say, count as says};

/// What stands for a number that is given as it is.
const FIXED: &str = "fixed";
/// What stands for one that only the file can change.
const OTHER: &str = "other";

/// The choice. `may_fix` says whether a plain number may be given.
pub(super) fn pick(
    props: &BenchProps,
    label: &str,
    quantity: &Quantity,
    may_fix: bool,
    on: impl Fn(Quantity) + Clone + 'static,
) -> Html {
    let played = props.bench.start.as_ref();
    let params = Params::default();
    let value = |quantity: &Quantity| played.and_then(|played| played.judged(&params).number(quantity));
    let counted = match quantity {
        Quantity::Counted(counted) => Some(counted.clone()),
        _ => None,
    };
    let of = counted.as_ref().map(|counted| counted.of.clone()).unwrap_or_default();
    let line = |what: Count| {
        let counted = Counted { what, of: of.clone(), until: None, delivery: None };
        says::line(props.lang, what as usize, None, value(&Quantity::Counted(counted)))
    };
    let mut options: Vec<_> =
        Count::ALL.into_iter().map(|what| ((what as usize).to_string(), line(what))).collect();
    let chosen = match quantity {
        Quantity::Counted(counted) => (counted.what as usize).to_string(),
        Quantity::Fixed(_) if may_fix => FIXED.to_owned(),
        _ => OTHER.to_owned(),
    };
    if may_fix {
        options.push((FIXED.to_owned(), props.say(Say::OrFixed).to_owned()));
    }
    if chosen == OTHER {
        options.push((OTHER.to_owned(), props.say(Say::Computed).to_owned()));
    }
    let choose = {
        let (on, of) = (on.clone(), of.clone());
        move |value: String| {
            let what = value.parse().ok().and_then(|place: usize| Count::ALL.get(place).copied());
            match what {
                Some(what) => {
                    on(Quantity::Counted(Counted { what, of: of.clone(), until: None, delivery: None }))
                }
                None if value == FIXED => on(Quantity::Fixed(1)),
                None => {}
            }
        }
    };
    let shown = value(quantity);
    html! {
        <div class="bench-pick" role="group" aria-label={label.to_owned()}>
            { select(props.say(Say::Count), options, &chosen, choose) }
            if let Some(counted) = &counted {
                { whose(props, counted, on.clone()) }
            }
            if let (Quantity::Fixed(fixed), true) = (quantity, may_fix) {
                { number(props.say(Say::Fixed), *fixed, 0, move |number| on(Quantity::Fixed(number))) }
            }
            <output class="bench-count">
                { match shown {
                    Some(count) => crate::text::format::number(props.lang, count),
                    None => props.say(Say::NoCount).to_owned(),
                } }
            </output>
        </div>
    }
}

/// Of which activity it is counted.
fn whose(props: &BenchProps, counted: &Counted, on: impl Fn(Quantity) + 'static) -> Html {
    let scenario = props.bench.start.as_ref().map(|played| played.scenario.clone());
    let activities = scenario.iter().flat_map(|scenario| &scenario.workflow.activities);
    let mut options = vec![(String::new(), props.say(Say::WholeWorkflow).to_owned())];
    options.extend(activities.map(|one| {
        let kind = activity::name(props.lang, one.settings.kind());
        let label = if one.label.is_empty() { kind.to_owned() } else { one.label.clone() };
        (one.name.clone(), label)
    }));
    let chosen = match (&counted.of.name, counted.of.kind) {
        (Some(name), _) => name.clone(),
        (None, Some(kind)) => {
            options.push((OTHER.to_owned(), activity::name(props.lang, kind).to_owned()));
            OTHER.to_owned()
        }
        (None, None) => String::new(),
    };
    let counted = counted.clone();
    select(props.say(Say::Of), options, &chosen, move |name| {
        if name != OTHER {
            let of = Which { kind: None, name: (!name.is_empty()).then_some(name) };
            on(Quantity::Counted(Counted { of, ..counted.clone() }));
        }
    })
}
