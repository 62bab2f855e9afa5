//! The fields above the delivery list: only deliveries called so, of a kind, of an activity, in a state.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::app::action::Action;
use crate::app::rows::{ListFilter, RowsAction};
use crate::engine::record::DeliveryState;
use crate::log::RunLog;
use crate::plan::StepIdx;
use crate::scenario::activity::ActivityKind;
use crate::text::{self, Lang, activity};
use crate::ui::shared::Shared;
use crate::ui::widgets::select::{Select, choice};

const STATES: [DeliveryState; 7] = [
    DeliveryState::BeingEdited,
    DeliveryState::Prepared,
    DeliveryState::StartPending,
    DeliveryState::InProgress,
    DeliveryState::Paused,
    DeliveryState::Stopped,
    DeliveryState::Finished,
];

/// Props of the fields.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct FieldsProps {
    pub(super) run: Shared<RunLog>,
    pub(super) filter: ListFilter,
    pub(super) lang: Lang,
    pub(super) send: Callback<Action>,
}

/// The fields. The list follows each letter.
#[component]
pub(super) fn ListFields(props: &FieldsProps) -> Html {
    let (words, lang, filter) = (text::rows::of(props.lang), props.lang, &props.filter);
    let makers = use_memo(props.run.clone(), |run| {
        let mut steps: Vec<StepIdx> = run.record().deliveries.iter().map(|row| row.step).collect();
        steps.sort_unstable();
        steps.dedup();
        let kind = |step: &StepIdx| run.plan().steps.get(*step).map(|step| step.work.kind());
        let mut kinds: Vec<ActivityKind> = Vec::new();
        for kind in steps.iter().filter_map(kind) {
            if !kinds.contains(&kind) {
                kinds.push(kind);
            }
        }
        (steps, kinds)
    });
    let (steps, kinds) = (&makers.0, &makers.1);
    let emit = props.send.reform(|filter: ListFilter| Action::Rows(RowsAction::FilterList(filter)));
    let oninput = {
        let (emit, filter) = (emit.clone(), filter.clone());
        Callback::from(move |event: InputEvent| {
            let text = event.target_unchecked_into::<HtmlInputElement>().value().into();
            emit.emit(ListFilter { text, ..filter.clone() });
        })
    };
    let kind_names = kinds.iter().map(|kind| activity::name(lang, *kind).to_owned()).collect();
    let step_names = steps
        .iter()
        .map(|step| props.run.plan().steps.get(*step).map(|step| step.label.to_string()).unwrap_or_default());
    let state_names = STATES.iter().map(|state| activity::delivery_state(lang, *state).to_owned()).collect();
    let kind_at = filter.kind.and_then(|kind| kinds.iter().position(|one| *one == kind));
    let step_at = filter.step.and_then(|step| steps.iter().position(|one| *one == step));
    let state_at = filter.state.and_then(|state| STATES.iter().position(|one| *one == state));
    let on_kind = {
        let (emit, filter, kinds) = (emit.clone(), filter.clone(), kinds.clone());
        move |at: Option<usize>| {
            emit.emit(ListFilter { kind: at.and_then(|at| kinds.get(at).copied()), ..filter.clone() });
        }
    };
    let on_step = {
        let (emit, filter, steps) = (emit.clone(), filter.clone(), steps.clone());
        move |at: Option<usize>| {
            emit.emit(ListFilter { step: at.and_then(|at| steps.get(at).copied()), ..filter.clone() });
        }
    };
    let on_state = {
        let (emit, filter) = (emit.clone(), filter.clone());
        move |at: Option<usize>| {
            emit.emit(ListFilter { state: at.and_then(|at| STATES.get(at).copied()), ..filter.clone() });
        }
    };
    let clear = emit.reform(|_: MouseEvent| ListFilter::default());
    html! {
        <div class="row-filter" role="search" aria-label={words.list_filter}>
            <label><span>{ words.text }</span><input type="search" value={filter.text.to_string()} {oninput} /></label>
            { choices(words.kind, words.any, kind_names, kind_at, on_kind) }
            { choices(words.activity, words.any, step_names.collect(), step_at, on_step) }
            { choices(words.status, words.any, state_names, state_at, on_state) }
            <button type="button" class="quiet" disabled={filter.is_open()} onclick={clear}>{ words.clear }</button>
        </div>
    }
}

/// A field with the choice of any, and of one of some.
fn choices(
    label: &'static str,
    any: &'static str,
    names: Vec<String>,
    chosen: Option<usize>,
    take: impl Fn(Option<usize>) + 'static,
) -> Html {
    let on_choose = Callback::from(move |place: usize| take(place.checked_sub(1)));
    let place = chosen.map_or(0, |chosen| chosen + 1);
    let all = std::iter::once(any.to_owned()).chain(names).enumerate();
    html! {
        <label><span>{ label }</span>
            <Select {label} chosen={place} {on_choose}>
                { for all.map(|(at, name)| choice(at, at == place, name)) }
            </Select>
        </label>
    }
}
