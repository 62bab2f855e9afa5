//! Which deliveries, rows and recipients are looked at, and the file that is being written.

use std::rc::Rc;

use super::effect::Effect;
use super::state::{AppState, LogKind};
use super::{files, playing};
use crate::base::people_set::RecipientIdx;
use crate::base::time::SimTime;
use crate::engine::record::{DeliveryIdx, DeliveryState};
use crate::log::RunLog;
use crate::log::export::{ExportOf, ExportTable};
use crate::log::indicators::Scope;
use crate::log::list::DeliveryRow;
use crate::log::provenance::{Counted, RowKey};
use crate::log::query::{RowFilter, RowQuery};
use crate::plan::StepIdx;
use crate::scenario::activity::ActivityKind;
use crate::scene::picture::{Tone, strip};

/// How many rows a page of a log has.
pub const PAGE: u64 = 25;

/// What of the deliveries and their logs is looked at.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RowsView {
    /// Which deliveries the list has.
    pub list: ListFilter,
    /// The figure whose rows the log panel shows, in place of a whole log of the chosen delivery.
    pub traced: Option<Traced>,
    /// Which rows of it.
    pub filter: RowFilter,
    /// The row to whose moment the player was moved.
    pub marked: Option<Marked>,
    /// The recipient who is looked at.
    pub person: Option<PersonView>,
    /// The file that is being written.
    pub export: Option<Exporting>,
    /// How many files were written or begun: the number of the last of them.
    exports: u64,
}

/// Lets only some deliveries into the list; the default lets all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListFilter {
    /// A part of the label, the internal name or the delivery code; empty is any.
    pub text: Rc<str>,
    /// Made by an activity of this kind.
    pub kind: Option<ActivityKind>,
    /// Made by this activity.
    pub step: Option<StepIdx>,
    /// In this state.
    pub state: Option<DeliveryState>,
}

/// A figure whose rows are looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Traced {
    /// Of which deliveries.
    pub scope: Scope,
    /// Which count.
    pub counted: Counted,
}

/// A row to whose moment the player was moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Marked {
    /// The row.
    pub key: RowKey,
    /// Who it is about.
    pub recipient: RecipientIdx,
    /// The first moment at which it stands in its log as it is.
    pub at: SimTime,
    /// The moment that was shown before.
    pub before: SimTime,
}

/// The recipient who is looked at, or is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PersonView {
    /// Who; none while somebody is looked for.
    pub recipient: Option<RecipientIdx>,
    /// What about them.
    pub part: PersonPart,
}

/// What is told about a recipient.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PersonPart {
    /// What the logs have about them, in order of time.
    #[default]
    Trail,
    /// Why each run did or did not reach them.
    Why,
}

/// A file that is being written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Exporting {
    /// Its number; each has its own.
    pub id: u64,
    /// The table whose rows it has.
    pub table: ExportTable,
    /// How much is done, in thousandths.
    pub permille: u32,
    /// How many rows were written.
    pub rows: u64,
    /// Whether it is over, and whether that went well.
    pub ended: Option<bool>,
}

/// What a person can do with rows.
#[derive(Clone, Debug)]
pub enum RowsAction {
    /// From the fields above the delivery list.
    FilterList(ListFilter),
    /// From a figure: shows the rows behind it. None shows the whole log of the chosen delivery again.
    Trace(Option<Traced>),
    /// From the fields above a log.
    Filter(RowFilter),
    /// From a row: moves the player to its moment and marks it.
    Mark {
        /// The row.
        key: RowKey,
        /// Who it is about.
        recipient: RecipientIdx,
        /// Its moment.
        at: SimTime,
    },
    /// From the note about the marked row: moves the player back.
    Unmark,
    /// From a recipient's name or a search; none closes it.
    Look(Option<PersonView>),
    /// From a button: the weeks until the moment shown as a picture.
    SaveWeeks,
    /// From a button: writes a CSV file.
    Export(ExportOf),
    /// From what writes it: how far it has come. Another file's progress changes nothing.
    ExportProgressed {
        /// The number of the file.
        id: u64,
        /// In thousandths.
        permille: u32,
        /// How many rows.
        rows: u64,
    },
    /// From what writes it: it is over.
    ExportEnded {
        /// The number of the file.
        id: u64,
        /// How many rows it has.
        rows: u64,
        /// Whether the browser took it.
        is_saved: bool,
    },
    /// From the band of the file: stops it, or closes the band.
    CloseExport,
}

impl ListFilter {
    /// Whether it lets a delivery in.
    pub fn lets(&self, log: &RunLog, row: &DeliveryRow) -> bool {
        let asked = self.text.trim().to_lowercase();
        let has = |text: &str| text.to_lowercase().contains(&asked);
        let kind = || log.plan().steps.get(row.step).map(|step| step.work.kind());
        self.step.is_none_or(|step| row.step == step)
            && self.state.is_none_or(|state| row.state == state)
            && self.kind.is_none_or(|wanted| kind() == Some(wanted))
            && (asked.is_empty()
                || has(&row.label)
                || has(&row.code)
                || has(&RunLog::internal_name(row.delivery)))
    }

    /// Whether it lets every delivery in.
    pub fn is_open(&self) -> bool {
        Self { text: self.text.trim().into(), ..self.clone() } == Self::default()
    }
}

impl RowsView {
    /// What is shown in the log panel: of which deliveries the rows behind which count; none where it is closed.
    pub fn looked_at(&self, delivery: Option<DeliveryIdx>, log: LogKind) -> Option<Traced> {
        self.traced.clone().or_else(|| {
            delivery.map(|delivery| Traced { scope: Scope::Delivery(delivery), counted: whole(log) })
        })
    }

    /// The logs of a delivery are shown, or none: what was asked of those before is over.
    pub(super) fn turn_to_log(&mut self) {
        (self.traced, self.filter) = (None, RowFilter::default());
    }

    /// Another log of the same deliveries is shown, as a whole.
    pub(super) fn show_log(&mut self, log: LogKind) {
        let scope = self.traced.take().map(|traced| traced.scope);
        self.filter = RowFilter { who: self.filter.who.clone(), ..RowFilter::default() };
        let several = scope.filter(|scope| !matches!(scope, Scope::Delivery(_)));
        self.traced = several.map(|scope| Traced { scope, counted: whole(log) });
    }

    /// Another run is shown: what was chosen in the one before may not be in it.
    pub(super) fn forget(&mut self, log: Option<&RunLog>) {
        self.turn_to_log();
        self.marked = None;
        self.list = ListFilter { text: self.list.text.clone(), ..ListFilter::default() };
        let total = log.map_or(0, |log| log.plan().people.total());
        self.person = self.person.filter(|person| person.recipient.is_none_or(|recipient| recipient < total));
    }
}

/// The count of all rows of a log.
pub const fn whole(log: LogKind) -> Counted {
    match log {
        LogKind::BroadLog => Counted::BroadLogs,
        LogKind::TrackingLog => Counted::TrackingLogs,
        LogKind::ExclusionLog => Counted::Ignored,
    }
}

/// The state after the action.
pub(super) fn reduce(state: &mut AppState, action: RowsAction) {
    let rows = &mut state.view.rows;
    match action {
        RowsAction::FilterList(list) => rows.list = list,
        RowsAction::Trace(traced) => trace(state, traced),
        RowsAction::Filter(filter) => (rows.filter, state.view.page) = (filter, 0),
        RowsAction::Mark { key, recipient, at } => {
            let before = rows.marked.map_or(state.player.shown, |marked| marked.before);
            rows.marked = Some(Marked { key, recipient, at, before });
            playing::seek(state, at);
            turn_to(state, key);
        }
        RowsAction::Unmark => {
            if let Some(marked) = rows.marked.take() {
                playing::seek(state, marked.before);
            }
        }
        RowsAction::Look(person) => rows.person = person,
        RowsAction::SaveWeeks => save_weeks(state),
        RowsAction::Export(of) => export(state, of),
        RowsAction::ExportProgressed { id, permille, rows: written } => {
            if let Some(export) = rows.export.as_mut().filter(|export| export.id == id) {
                (export.permille, export.rows) = (permille, written);
            }
        }
        RowsAction::ExportEnded { id, rows: written, is_saved } => {
            if let Some(export) = rows.export.as_mut().filter(|export| export.id == id) {
                (export.permille, export.rows, export.ended) = (1_000, written, Some(is_saved));
                state.outbox.push(Effect::StopExport);
            }
        }
        RowsAction::CloseExport => {
            rows.export = None;
            state.outbox.push(Effect::StopExport);
        }
    }
}

/// Turns to the page that a row of a whole log is on.
fn turn_to(state: &mut AppState, key: RowKey) {
    let view = &mut state.view;
    let looked = view.rows.looked_at(view.delivery, view.log);
    let (Some(log), Some(Traced { scope, counted })) = (&state.outcome.log, looked) else { return };
    let filter = view.rows.filter.clone();
    let query = RowQuery { filter, ..RowQuery::of(scope, counted, state.player.shown) };
    if let Some(place) = query.place_at_once(log, key) {
        view.page = place / PAGE;
    }
}

/// Shows the rows behind a figure; those of one delivery stand in its panel.
fn trace(state: &mut AppState, traced: Option<Traced>) {
    let view = &mut state.view;
    (view.page, view.rows.filter) = (0, RowFilter::default());
    if let Some(traced) = &traced {
        if let Scope::Delivery(delivery) = traced.scope {
            view.delivery = Some(delivery);
        }
        view.log = match traced.counted.table() {
            ExportTable::TrackingLog => LogKind::TrackingLog,
            ExportTable::ExclusionLog => LogKind::ExclusionLog,
            ExportTable::Deliveries | ExportTable::BroadLog => LogKind::BroadLog,
        };
    }
    view.rows.traced = traced;
}

/// Offers the weeks until the moment shown as an SVG file.
fn save_weeks(state: &mut AppState) {
    let Some(log) = &state.outcome.log else { return };
    let scenario = state.outcome.scenario().unwrap_or(state.scenario());
    let picture = strip(state.view.lang, &scenario.name, log, state.player.shown, Tone::Light);
    let name = files::file_name(scenario, "weeks.svg");
    state.outbox.push(Effect::Download { name, media_type: "image/svg+xml", text: picture.svg.into() });
}

/// Begins a file in place of any other.
fn export(state: &mut AppState, of: ExportOf) {
    if state.outcome.log.is_none() {
        return;
    }
    let rows = &mut state.view.rows;
    rows.exports += 1;
    let id = rows.exports;
    rows.export = Some(Exporting { id, table: of.table(), permille: 0, rows: 0, ended: None });
    state.outbox.push(Effect::Export { id, of: Rc::new(of) });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::action::Action;
    use crate::app::options::Options;
    use crate::app::reduce::reduce as reduce_all;

    fn state() -> AppState {
        let state = AppState::new(&Options::default(), None);
        reduce_all(&state, Action::Seek { to: state.end() })
    }

    fn act(state: &AppState, action: RowsAction) -> AppState {
        reduce_all(state, Action::Rows(action))
    }

    #[test]
    fn a_row_leads_to_its_moment_and_back() {
        let state = state();
        let (end, at) = (state.player.shown, state.scenario().start_time());
        let mark =
            |state: &AppState, at| act(state, RowsAction::Mark { key: RowKey::Message(1), recipient: 0, at });
        let marked = mark(&mark(&state, at), at);
        assert_eq!(marked.player.shown, at);
        assert_eq!(marked.view.rows.marked.map(|marked| marked.before), Some(end), "not the row before");
        let back = act(&marked, RowsAction::Unmark);
        assert_eq!((back.player.shown, back.view.rows.marked), (end, None));
    }

    #[test]
    fn a_figure_opens_the_log_that_its_rows_are_in() {
        let traced = Traced { scope: Scope::Delivery(3), counted: Counted::Unsubscriptions };
        let state = act(&state(), RowsAction::Trace(Some(traced.clone())));
        assert_eq!((state.view.delivery, state.view.log), (Some(3), LogKind::TrackingLog));
        assert_eq!(state.view.rows.looked_at(Some(3), LogKind::TrackingLog), Some(traced));
        let other = reduce_all(&state, Action::ShowLog(LogKind::BroadLog));
        let whole = Traced { scope: Scope::Delivery(3), counted: Counted::BroadLogs };
        assert_eq!(other.view.rows.looked_at(other.view.delivery, other.view.log), Some(whole));
        let closed = reduce_all(&state, Action::ChooseDelivery(None));
        assert_eq!(closed.view.rows.looked_at(closed.view.delivery, closed.view.log), None);
    }

    #[test]
    fn one_file_is_written_at_a_time() {
        let state = state();
        let of = ExportOf::Deliveries(vec![0, 1], state.player.shown);
        let second = act(&act(&state, RowsAction::Export(of.clone())), RowsAction::Export(of));
        let id = second.view.rows.export.map(|export| export.id);
        assert_eq!(id, Some(2));
        let old = act(&second, RowsAction::ExportEnded { id: 1, rows: 2, is_saved: true });
        assert_eq!(old.view.rows.export.and_then(|export| export.ended), None);
        let over = act(&second, RowsAction::ExportEnded { id: 2, rows: 2, is_saved: true });
        assert_eq!(over.view.rows.export.and_then(|export| export.ended), Some(true));
        assert_eq!(act(&over, RowsAction::CloseExport).view.rows.export, None);
    }

    #[test]
    fn the_list_is_filtered_by_what_a_delivery_is_called_and_made_by() {
        let state = state();
        let log = state.outcome.log.clone().unwrap();
        let rows = log.delivery_list(log.end());
        let count = |filter: &ListFilter| rows.iter().filter(|row| filter.lets(&log, row)).count();
        assert_eq!(count(&ListFilter::default()), rows.len());
        let text = |text: &str| ListFilter { text: text.into(), ..ListFilter::default() };
        assert_eq!((count(&text(" d-53 ")), count(&text("no such"))), (1, 0));
        let kind = |kind| ListFilter { kind: Some(kind), ..ListFilter::default() };
        assert_eq!(count(&kind(ActivityKind::ContinuousDelivery)), 1);
        assert_eq!(count(&kind(ActivityKind::RecurringDelivery)), rows.len() - 1);
        assert!(text("  ").is_open() && !text("x").is_open());
    }
}
