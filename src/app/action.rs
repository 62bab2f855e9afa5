//! Everything a person, the player or the host can ask of the store, in plain English.

use std::rc::Rc;

use super::adding::{Adding, Leading};
use super::files::PictureForm;
use super::filming::FilmAction;
use super::instructor::InstructorAction;
use super::learning::CourseAction;
use super::looking::Look;
use super::options::{Mode, Theme};
use super::other_tabs::Found;
use super::outcome::Outcome;
use super::preferences::Preferences;
use super::reporting::ReportAction;
use super::rows::RowsAction;
use super::running::Running;
use super::section::Section;
use super::selection::Selection;
use super::state::{Handed, LogKind, Sheet};
use super::stepping::StepAction;
use super::templates::Changed;
use super::transcript::TranscriptForm;
use super::variants::VariantAction;
use crate::base::time::SimTime;
use crate::engine::record::DeliveryIdx;
use crate::lesson::prediction::Prediction;
use crate::lesson::tour::Tour;
use crate::log::journal::JournalFilter;
use crate::people::PopulationSpec;
use crate::scenario::Scenario;
use crate::scenario::edit::Edit;
use crate::scenario::link::LinkProblem;
use crate::scenario::samples::Sample;
use crate::scenario::wire::OpenProblem;
use crate::scene::playhead::Speed;
use crate::text::Lang;

/// One intention. Times of the wall clock come with the action; the store reads no clock.
#[derive(Clone, Debug)]
pub enum Action {
    // The scenario.
    /// From the inspector: changes the scenario and runs it anew.
    Edit(Edit),
    /// From the undo button.
    Undo,
    /// From the redo button.
    Redo,
    /// From a key or the command palette: puts what is chosen on the clipboard.
    Copy,
    /// From a copy event, which puts this text on the clipboard by itself: keeps it here as well.
    Copied(Rc<str>),
    /// Like `Copy`, and takes it out.
    Cut,
    /// From a paste event with its text, or from the command palette: then what was copied here last. `at` is where
    /// its left upper corner shall be, in world units; none means beside the original.
    Paste {
        /// The text of the clipboard.
        text: Option<Rc<str>>,
        /// Where.
        at: Option<(i32, i32)>,
    },
    /// From a key or the command palette: doubles what is chosen.
    Duplicate,
    /// From a key, the context pad or the command palette: takes out what is chosen.
    Remove,
    /// From a key or the command palette: puts the activities in order.
    Tidy,
    /// From the list of samples.
    OpenSample(Sample),
    /// From the file dialog, a dropped file or the host: a scenario file that was read.
    OpenFile {
        /// The file's name.
        name: String,
        /// Its content.
        read: Result<Rc<Scenario>, OpenProblem>,
    },
    /// From the host: a scenario at an address could not be loaded.
    CannotLoad {
        /// The address.
        address: String,
    },
    /// From the host: the address names a scenario in its fragment.
    OpenLink {
        /// What is in it.
        read: Result<Rc<Scenario>, LinkProblem>,
    },
    /// From the share dialog: puts its link on the clipboard.
    CopyLink(Rc<str>),
    /// From the host: whether the link is on the clipboard.
    LinkCopied(bool),
    /// From the save button.
    SaveFile,
    /// From the share dialog: the workflow as a picture with the scenario inside.
    SavePicture(PictureForm),
    /// From the host: the browser did not paint the picture.
    CannotPaint,
    /// From a dropped file: recipients for the import.
    HandOver(Handed),
    /// From the gallery: keeps the scenario as a template of this name.
    KeepTemplate(Rc<str>),
    /// From the gallery: opens the template of this name.
    OpenTemplate(Rc<str>),
    /// From the gallery: deletes the template of this name.
    DeleteTemplate(Rc<str>),
    /// From the gallery: brings the one deleted last back.
    RestoreTemplate,
    /// From the gallery: opens what this other tab worked at.
    OpenOther(Rc<str>),
    /// From the gallery: forgets it.
    DeleteOther(Rc<str>),
    /// From the host: what became of the templates.
    TemplatesChanged {
        /// What.
        changed: Changed,
        /// Whether they are there only until the page is closed.
        is_fleeting: bool,
    },
    /// From the import dialog: takes these recipients.
    Import {
        /// The recipients.
        population: PopulationSpec,
        /// How many there are.
        recipients: u32,
        /// How many lines were left out.
        left_out: u64,
    },

    // A run that takes longer than a moment.
    /// From what drives it: how far it has come. Another run's progress changes nothing.
    RunProgressed(Running),
    /// From what drives it: it is over.
    RunFinished {
        /// The number of the run.
        id: u64,
        /// What it came to.
        outcome: Outcome,
    },
    /// From the cancel button: what was there before stays.
    CancelRun,
    /// From the run button, after a run was cancelled.
    RunAgain,

    // The player.
    /// From the play button, or `play()`. At the end it begins again.
    Play {
        /// Now, in milliseconds.
        now_millis: f64,
    },
    /// From the pause button, a hidden page, or `pause()`.
    Pause {
        /// Now, in milliseconds.
        now_millis: f64,
    },
    /// From the clockwork, when the playhead has passed a launch: the views follow.
    Reached {
        /// The moment.
        at: SimTime,
    },
    /// From the clockwork, when nothing ran for a while, as while the machine slept: this much wall time does not count.
    Stalled {
        /// How much, in milliseconds.
        millis: f64,
    },
    /// From the timeline, or `seek()`.
    Seek {
        /// The moment.
        to: SimTime,
    },
    /// From the step buttons: a week on or back.
    StepWeek {
        /// How many weeks; negative means back.
        weeks: i64,
    },
    /// From the step buttons, their unit and the breakpoints.
    Stepping(StepAction),
    /// From the reset button: back to the start.
    Reset,
    /// From the choice of speed.
    SetSpeed {
        /// The speed.
        speed: Speed,
        /// Now, in milliseconds.
        now_millis: f64,
    },

    // What is open and chosen.
    /// From the tabs.
    SetMode(Mode),
    /// From the tabs of Compare mode.
    ShowSection(Section),
    /// From the journal: what it has as a file.
    SaveTranscript(TranscriptForm, JournalFilter),
    /// From the view of variants, or what drives their runs.
    Variant(VariantAction),
    /// From the reports.
    Report(ReportAction),
    /// From the language menu.
    SetLang(Lang),
    /// The pack of a language has come, or cannot be had.
    LangCame(Lang),
    /// From the theme switch.
    SetTheme(Theme),
    /// From the outline, the findings or Escape: chooses one activity, or nothing.
    ChooseActivity(Option<Rc<str>>),
    /// From the drawing: chooses any number of activities and notes, or a transition.
    Select(Selection),
    /// From a key or the command palette.
    SelectAll,
    /// From a delivery card or the delivery list: opens its logs, or closes them.
    ChooseDelivery(Option<DeliveryIdx>),
    /// From the tabs of the log panel.
    ShowLog(LogKind),
    /// From the button and the band of a film, and from what makes it.
    Film(FilmAction),
    /// From the pager of the log panel.
    TurnToPage(u64),
    /// From the delivery list, the logs and their figures.
    Rows(RowsAction),
    /// From the canvas, the outline or a key: opens the list of activities to add one from, at a place.
    Add(Adding),
    /// From the outline, the context pad or a key: opens the list of activities to lead to.
    ConnectFrom(Leading),
    /// From a finding, a key or the command palette: what the drawing shall show.
    Look(Look),
    /// From a switch: how somebody likes to build.
    Prefer(Preferences),
    /// From the host, as a learning platform asks for it: whether what happens is heard.
    SetSound(bool),
    /// From a button, a key or the dialog itself: opens a dialog in place of any other, or closes it.
    Show(Option<Sheet>),
    /// From a message's close button.
    Dismiss {
        /// The message's number.
        number: u64,
    },
    /// From the host: an option changed.
    SetOption {
        /// Its name.
        name: String,
        /// Its value.
        value: String,
    },
    /// From the host: nothing can be kept on this device.
    CannotSave,
    /// From the host: another tab has kept other work.
    OtherTab(Found),
    /// From the host: the work is kept on this device, after it could not be.
    CanSave,
    /// From `setState()`: takes up this progress in the tour.
    TakeTour(Tour),

    /// From Learn mode and the lesson that is open.
    Course(CourseAction),
    /// From the trainer's side.
    Instructor(InstructorAction),

    // The tour.
    /// From the coach: changes the prediction of the step shown.
    Predict(Prediction),
    /// From the coach's Next button.
    TourOn,
    /// From the coach's Back button.
    TourBack,
    /// From the coach's Skip button.
    TourSkip,
    /// From the coach's Resume button.
    TourResume,
    /// From the coach's Start again button.
    TourRestart,
}
