//! Which variants of the scenario are compared, and what is done in that view.

use std::rc::Rc;

use super::files::PictureForm;
use super::reporting;
use super::state::AppState;
use super::trials::{Made, Todo};
use crate::engine::record::DeliveryIdx;
use crate::log::fan::{FanMeasure, bands, points};
use crate::scenario::Scenario;
use crate::scenario::variant::{Variant, followable, followed_at_first};
use crate::scene::charts::fan::{self, FanSource};

/// The most variants beside each other.
pub const MOST: usize = 4;

/// What differs between the variants on show.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Axis {
    /// The kind of the delivery: recurring or continuous.
    #[default]
    Kind,
    /// The schedule: once a week or once a month.
    Rhythm,
    /// How long incremental queries remember.
    History,
    /// Whatever was chosen.
    Own,
}

/// What the view shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Variants {
    /// What differs.
    pub axis: Axis,
    /// The variants chosen by hand, in the order of `Variant::ALL`.
    pub own: Rc<[Variant]>,
    /// The delivery activity that was chosen to be followed.
    followed: Option<Rc<str>>,
    /// The delivery whose rows are looked at, and in which variant.
    pub picked: Option<(Variant, DeliveryIdx)>,
    /// Whether the runs of variants were stopped.
    pub is_stopped: bool,
    /// The measure that the fan of seeds shows.
    pub measure: FanMeasure,
}

/// What a person, or what drives the runs, asks of the view.
#[derive(Clone, Debug)]
pub enum VariantAction {
    /// From the choice of what differs.
    Differ(Axis),
    /// From a variant's button: shows it too, or no more.
    Toggle(Variant),
    /// From the choice of the delivery that is followed.
    Follow(Rc<str>),
    /// From a card in a variant: looks at its rows, or lets go.
    Pick(Option<(Variant, DeliveryIdx)>),
    /// From the cancel button: leaves the variants that were not run.
    Stop,
    /// From the run button, after that.
    GoOn,
    /// From the fan's run button.
    BeginFan,
    /// From the fan's cancel button.
    CancelFan,
    /// From the fan's choice of a measure.
    ShowMeasure(FanMeasure),
    /// From the fan: offers its chart as a file.
    SaveFan(PictureForm),
    /// From what drives the runs: one of a scenario is over.
    Done {
        /// The scenario it is a trial of.
        scenario: Rc<Scenario>,
        /// What was to be run.
        todo: Todo,
        /// What it came to.
        made: Made,
    },
}

impl Axis {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Kind, Self::Rhythm, Self::History, Self::Own];
}

impl Default for Variants {
    fn default() -> Self {
        Self {
            axis: Axis::default(),
            own: [Variant::AsItIs, Variant::Recurring, Variant::Continuous].into(),
            followed: None,
            picked: None,
            is_stopped: false,
            measure: FanMeasure::default(),
        }
    }
}

impl Variants {
    /// The variants beside each other, from left to right.
    pub fn shown(&self) -> Vec<Variant> {
        match self.axis {
            Axis::Kind => vec![Variant::Recurring, Variant::Continuous],
            Axis::Rhythm => vec![Variant::Weekly, Variant::Monthly],
            Axis::History => vec![Variant::ShortHistory, Variant::EndlessHistory],
            Axis::Own => self.own.to_vec(),
        }
    }

    /// The name of the delivery activity that the comparison is about; none where the scenario has none.
    pub fn followed(&self, scenario: &Scenario) -> Option<Rc<str>> {
        let chosen = self.followed.clone();
        let is_there =
            |name: &Rc<str>| followable(&scenario.workflow).any(|activity| activity.name == **name);
        let first = || followed_at_first(&scenario.workflow).map(|activity| activity.name.as_str().into());
        chosen.filter(is_there).or_else(first)
    }

    /// Whether a variant may be shown too.
    pub fn has_room(&self) -> bool {
        self.own.len() < MOST
    }

    fn toggle(&mut self, variant: Variant) {
        let is_shown = self.own.contains(&variant);
        let chosen = |one: &Variant| if *one == variant { !is_shown } else { self.own.contains(one) };
        let next: Rc<[Variant]> = Variant::ALL.into_iter().filter(chosen).collect();
        if (1..=MOST).contains(&next.len()) {
            self.own = next;
        }
    }
}

pub(super) fn act(state: &mut AppState, action: VariantAction) {
    let scenario = state.scenario().clone();
    let view = &mut state.view.variants;
    match action {
        VariantAction::Differ(axis) => (view.axis, view.picked, view.is_stopped) = (axis, None, false),
        VariantAction::Toggle(variant) => {
            view.toggle(variant);
            (view.picked, view.is_stopped) = (None, false);
        }
        VariantAction::Follow(name) => {
            (view.followed, view.picked, view.is_stopped) = (Some(name), None, false);
        }
        VariantAction::Pick(picked) => view.picked = picked,
        VariantAction::Stop => view.is_stopped = true,
        VariantAction::GoOn => view.is_stopped = false,
        VariantAction::BeginFan => Rc::make_mut(&mut state.trials).begin_fan(&scenario),
        VariantAction::CancelFan => Rc::make_mut(&mut state.trials).cancel_fan(),
        VariantAction::ShowMeasure(measure) => view.measure = measure,
        VariantAction::SaveFan(form) => save_fan(state, form),
        VariantAction::Done { scenario: of, todo, made } => {
            if Rc::ptr_eq(&of, &scenario) {
                Rc::make_mut(&mut state.trials).take(&scenario, view, todo, made);
            }
        }
    }
}

/// Offers what the fan shows as a file; nothing before there is a seed beside the present one.
fn save_fan(state: &mut AppState, form: PictureForm) {
    let (scenario, measure) = (state.scenario().clone(), state.view.variants.measure);
    let fan = state.trials.fan(&scenario);
    let Some(present) = fan.present.as_ref().map(|line| line.values(measure)) else { return };
    let bands = bands(fan.lines.iter().map(AsRef::as_ref), measure);
    let points = points(scenario.weeks);
    if bands.len() != points.len() {
        return;
    }
    let chart = fan::chart(&FanSource {
        start: scenario.start_time(),
        weeks: scenario.weeks,
        points: &points,
        bands: &bands,
        present,
        seeds: fan.lines.len() as u64,
        measure,
        lang: state.view.lang,
    });
    reporting::offer_chart(state, &chart, "seeds", form);
}

/// The scenario is another one: what was run of the one before is forgotten, and what could not run may run now.
pub(super) fn changed(state: &mut AppState) {
    let scenario = state.scenario().clone();
    Rc::make_mut(&mut state.trials).be_of(&scenario);
    (state.view.variants.picked, state.view.variants.is_stopped) = (None, false);
}
