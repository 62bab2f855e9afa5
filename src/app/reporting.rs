//! What the reports are about and how they are shown, and what a person can ask of them.

use std::collections::BTreeSet;
use std::rc::Rc;

use super::effect::Effect;
use super::files::{self, PictureForm};
use super::state::AppState;
use crate::engine::record::DeliveryIdx;
use crate::log::RunLog;
use crate::log::growth::Growth;
use crate::log::indicators::{Basis, Scope};
use crate::plan::StepIdx;
use crate::scenario::wire;
use crate::scene::chart::{Chart, standalone};
use crate::scene::charts::{ChartId, Source};
use crate::scene::picture::Tone;

/// How wide a chart is in its file.
const FILE_WIDTH: f64 = 960.0;

/// What is reported on, and how.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reporting {
    /// What is reported on.
    pub subject: Subject,
    /// The deliveries chosen one by one.
    pub picked: Rc<BTreeSet<DeliveryIdx>>,
    /// What rates on reception are taken on.
    pub basis: Basis,
    /// Whether the grid has a row for each activity and not for each delivery.
    pub by_activity: bool,
    /// Which charts are shown as tables, by their place.
    pub tables: [bool; ChartId::ALL.len()],
}

/// What is reported on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Subject {
    /// Every delivery.
    #[default]
    All,
    /// Every delivery of an activity.
    Step(StepIdx),
    /// One delivery.
    Delivery(DeliveryIdx),
    /// Those chosen one by one.
    Picked,
}

/// What a person can ask of the reports.
#[derive(Clone, Debug, PartialEq)]
pub enum ReportAction {
    /// From the choice: reports on this.
    ReportOn(Subject),
    /// From the list: adds these deliveries to those chosen, or takes them out.
    Pick(Vec<DeliveryIdx>, bool),
    /// From the list: chooses none.
    PickNone,
    /// From the switch: what rates are taken on.
    TakeRatesOn(Basis),
    /// From the switch: whether the grid has a row for each activity.
    RowsByActivity(bool),
    /// From a chart: whether it is shown as a table.
    ShowTable(ChartId, bool),
    /// From a chart: offers it as a file.
    SaveChart(ChartId, PictureForm),
    /// From the button: offers the reports as a file for machines.
    SaveReport,
    /// From the button: prints them.
    Print,
}

impl Reporting {
    /// Whether a chart is shown as a table.
    pub fn is_table(&self, chart: ChartId) -> bool {
        self.tables[chart.place()]
    }

    /// Reports on everything: what was chosen is of another scenario.
    pub(super) fn choose_all(&mut self) {
        (self.subject, self.picked) = (Subject::All, Rc::default());
    }

    /// What is reported on in a run. What the run has not is everything.
    pub fn scope(&self, run: &RunLog) -> Scope {
        let is_delivery =
            |step: StepIdx| run.plan().steps.get(step).is_some_and(|step| step.work.kind().is_delivery());
        let made = run.record().deliveries.len();
        match self.subject {
            Subject::Step(step) if is_delivery(step) => Scope::Step(step),
            Subject::Delivery(delivery) if delivery < made => Scope::Delivery(delivery),
            Subject::Picked => {
                Scope::Deliveries(self.picked.iter().copied().filter(|&one| one < made).collect())
            }
            _ => Scope::All,
        }
    }
}

/// The state after the action.
pub(super) fn reduce(state: &mut AppState, action: ReportAction) {
    let reporting = &mut state.view.reporting;
    match action {
        ReportAction::ReportOn(subject) => reporting.subject = subject,
        ReportAction::Pick(deliveries, is_picked) => {
            let picked = Rc::make_mut(&mut reporting.picked);
            for delivery in deliveries {
                if is_picked {
                    picked.insert(delivery);
                } else {
                    picked.remove(&delivery);
                }
            }
        }
        ReportAction::PickNone => reporting.picked = Rc::default(),
        ReportAction::TakeRatesOn(basis) => reporting.basis = basis,
        ReportAction::RowsByActivity(by_activity) => reporting.by_activity = by_activity,
        ReportAction::ShowTable(chart, is_table) => reporting.tables[chart.place()] = is_table,
        ReportAction::SaveChart(chart, form) => save_chart(state, chart, form),
        ReportAction::SaveReport => save_report(state),
        ReportAction::Print => state.outbox.push(Effect::Print),
    }
}

fn save_chart(state: &mut AppState, chart: ChartId, form: PictureForm) {
    let Some(run) = state.outcome.log.clone() else { return };
    let reporting = &state.view.reporting;
    let drawn = chart.of(&Source {
        run: &run,
        growth: &Growth::of(&run),
        shown: state.player.shown,
        scope: &reporting.scope(&run),
        basis: reporting.basis,
        by_delivery: !reporting.by_activity,
        lang: state.view.lang,
    });
    offer_chart(state, &drawn, chart.code(), form);
}

/// Offers a chart as a file whose name ends in this code.
pub(super) fn offer_chart(state: &mut AppState, drawn: &Chart, code: &str, form: PictureForm) {
    let scenario = wire::save(state.scenario());
    let ending = |form: &str| format!("{code}.{form}");
    let effect = match form {
        PictureForm::Svg => Effect::Download {
            name: files::file_name(state.scenario(), &ending("svg")),
            media_type: "image/svg+xml",
            text: standalone(drawn, FILE_WIDTH, Tone::Light, Some(&scenario)).0.into(),
        },
        PictureForm::Png => {
            let (svg, size) = standalone(drawn, FILE_WIDTH, Tone::Light, None);
            let (width, height) = files::painted_size(size);
            let name = files::file_name(state.scenario(), &ending("png"));
            Effect::Paint { name, svg: svg.into(), width, height, scenario: scenario.into() }
        }
    };
    state.outbox.push(effect);
}

fn save_report(state: &mut AppState) {
    let Some(run) = &state.outcome.log else { return };
    let reporting = &state.view.reporting;
    let report = run.scoped_report(&reporting.scope(run), state.player.shown, reporting.basis);
    let Ok(text) = serde_json::to_string_pretty(&report) else { return };
    let name = files::file_name(state.scenario(), "report.json");
    state.outbox.push(Effect::Download { name, media_type: "application/json", text: text.into() });
}

#[cfg(test)]
mod tests {
    use super::super::action::Action;
    use super::super::options::Options;
    use super::super::reduce;
    use super::*;
    use crate::scenario::samples::Sample;

    fn after(state: &AppState, action: ReportAction) -> AppState {
        reduce::reduce(state, Action::Report(action))
    }

    fn first() -> AppState {
        let state = AppState::new(&Options::default(), None);
        let to = state.end();
        reduce::reduce(&state, Action::Seek { to })
    }

    fn made(before: &AppState, state: &AppState) -> Vec<Effect> {
        state.outbox.after(before.outbox.newest()).map(|(_, effect)| effect.clone()).collect()
    }

    #[test]
    fn what_is_reported_on_is_what_was_chosen_and_is_there() {
        let state = first();
        let run = state.outcome.log.clone().unwrap();
        let scope = |state: &AppState| state.view.reporting.scope(&run);
        assert_eq!(scope(&state), Scope::All);
        let state = after(&state, ReportAction::ReportOn(Subject::Delivery(3)));
        assert_eq!(scope(&state), Scope::Delivery(3));
        let gone = after(&state, ReportAction::ReportOn(Subject::Delivery(9_999)));
        assert_eq!(scope(&gone), Scope::All);
        let gone = after(&state, ReportAction::ReportOn(Subject::Step(0)));
        assert_eq!(scope(&gone), Scope::All, "a scheduler has no report");
        let picked = after(&state, ReportAction::Pick(vec![1, 2, 5], true));
        let picked = after(&picked, ReportAction::Pick(vec![2], false));
        let picked = after(&picked, ReportAction::ReportOn(Subject::Picked));
        assert_eq!(scope(&picked), Scope::Deliveries(vec![1, 5]));
        assert!(after(&picked, ReportAction::PickNone).view.reporting.picked.is_empty());
    }

    #[test]
    fn what_was_chosen_of_one_scenario_is_not_reported_on_of_another() {
        let state = after(&first(), ReportAction::ReportOn(Subject::Delivery(3)));
        let state = after(&state, ReportAction::Pick(vec![1, 2], true));
        let shared = Rc::new(Sample::Birthday.scenario());
        for action in [Action::OpenSample(Sample::Birthday), Action::OpenLink { read: Ok(shared) }] {
            let other = reduce::reduce(&state, action).view.reporting;
            assert_eq!((other.subject, other.picked.len()), (Subject::All, 0));
        }
    }

    #[test]
    fn charts_and_reports_go_out_as_files() {
        let state = first();
        for chart in ChartId::ALL {
            let saved = after(&state, ReportAction::SaveChart(chart, PictureForm::Svg));
            let [Effect::Download { name, text, .. }] = &made(&state, &saved)[..] else {
                panic!("{chart:?}")
            };
            assert!(name.ends_with(&format!(".{}.svg", chart.code())) && text.contains("<title"));
            let saved = after(&state, ReportAction::SaveChart(chart, PictureForm::Png));
            let [Effect::Paint { width, height, .. }] = made(&state, &saved)[..] else { panic!("{chart:?}") };
            assert!(width >= 960 && height >= 200);
        }
        let saved = after(&state, ReportAction::SaveReport);
        let [Effect::Download { name, text, .. }] = &made(&state, &saved)[..] else { panic!("a report") };
        let report: serde_json::Value = serde_json::from_str(text).unwrap();
        assert!(name.ends_with(".report.json") && report["deliveries"].as_array().map(Vec::len) == Some(53));
        assert_eq!(made(&state, &after(&state, ReportAction::Print)), [Effect::Print]);
    }

    #[test]
    fn a_chart_is_a_table_by_itself() {
        let state = after(&first(), ReportAction::ShowTable(ChartId::Logs, true));
        let tables: Vec<_> =
            ChartId::ALL.into_iter().filter(|id| state.view.reporting.is_table(*id)).collect();
        assert_eq!(tables, [ChartId::Logs]);
    }
}
