//! The transcript of the run as a file.

use super::effect::Effect;
use super::state::AppState;
use crate::log::journal::JournalFilter;
use crate::text::transcript;

/// What kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TranscriptForm {
    /// Sentences to read.
    Text,
    /// A CSV file.
    Table,
}

/// Offers what the journal has at the moment shown as a file. Without a run there is nothing to tell.
pub(super) fn save(state: &mut AppState, form: TranscriptForm, filter: JournalFilter) {
    let (Some(run), lang) = (&state.outcome.log, state.view.lang) else { return };
    let facts = run.journal(state.player.shown, filter);
    let scenario = state.scenario();
    let name = &scenario.name;
    let (ending, media_type, text) = match form {
        TranscriptForm::Text => ("txt", "text/plain", transcript::text(lang, name, run, &facts)),
        TranscriptForm::Table => ("csv", "text/csv", transcript::table(lang, run, &facts)),
    };
    let name = super::files::file_name(scenario, ending);
    state.outbox.push(Effect::Download { name, media_type, text: text.into() });
}
