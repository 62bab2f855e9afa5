//! What comes in from files, links, samples and templates, and what goes out as files and pictures.

use std::rc::Rc;

use super::effect::Effect;
use super::notice::Notice;
use super::playing;
use super::state::{AppState, Handed, Sheet};
use super::templates::{Changed, Template, TemplateChange};
use crate::scenario::Scenario;
use crate::scenario::link::LinkProblem;
use crate::scenario::samples::Sample;
use crate::scenario::wire::{self, OpenProblem};
use crate::scene::picture::{Inside, Picture, Tone, draw};

/// How a picture is saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PictureForm {
    /// Lines and words, sharp at every size.
    Svg,
    /// Points.
    Png,
}

/// The largest side of a PNG in pixels, and the most points; more than that some browsers do not paint.
const LARGEST_SIDE: f64 = 8_192.0;
const MOST_POINTS: f64 = 16_000_000.0;
/// Pixels for each unit of the drawing, where there is room for as many.
const SHARP: f64 = 2.0;

/// Makes a scenario the present one, as one step that can be undone, and closes what is open over it.
pub(super) fn commit(state: &mut AppState, scenario: Rc<Scenario>) {
    state.change(|history| {
        history.commit(scenario);
        true
    });
}

fn show(state: &mut AppState, scenario: Rc<Scenario>, sample: Option<Sample>) {
    state.view.sample = sample;
    commit(state, scenario);
    playing::reset(state);
    super::reduce::show_sheet(state, None);
}

/// Opens a sample.
pub(super) fn open_sample(state: &mut AppState, sample: Sample) {
    show(state, Rc::new(sample.scenario()), Some(sample));
}

/// Opens what a file held, or says why not.
pub(super) fn open_file(state: &mut AppState, name: String, read: Result<Rc<Scenario>, OpenProblem>) {
    match read {
        Ok(scenario) => show(state, scenario, None),
        Err(problem) => {
            // A message behind a dialog would not be heard.
            super::reduce::show_sheet(state, None);
            state.notices.add(Notice::CannotOpen { name, problem });
        }
    }
}

/// Opens what a link held, or says why not. It is not kept on the device before it is changed, so that the reader's
/// own work is still there after a reload.
pub(super) fn open_link(state: &mut AppState, read: Result<Rc<Scenario>, LinkProblem>) {
    match read {
        Ok(scenario) => {
            if state.view.sample.is_none() && !state.view.is_borrowed {
                state.notices.add(Notice::LinkOpened);
            }
            let before = state.scenario().clone();
            state.history.commit(scenario);
            state.view.selection = state.view.selection.kept(&before, state.scenario());
            (state.view.sample, state.view.is_borrowed) = (None, true);
            state.rerun();
            playing::reset(state);
        }
        Err(problem) => state.notices.add(Notice::CannotOpenLink(problem)),
    }
}

/// Offers the scenario as a file.
pub(super) fn save_file(state: &mut AppState) {
    let name = file_name(state.scenario(), "lab.json");
    let text = wire::save(state.scenario());
    state.outbox.push(Effect::Download { name, media_type: "application/json", text: text.into() });
}

/// Offers the workflow as a picture with the scenario inside.
pub(super) fn save_picture(state: &mut AppState, form: PictureForm) {
    let scenario = state.scenario();
    let lang = state.view.lang;
    let effect = match form {
        PictureForm::Svg => Effect::Download {
            name: file_name(scenario, "svg"),
            media_type: "image/svg+xml",
            text: draw(lang, scenario, Tone::Light, Inside::Scenario).svg.into(),
        },
        PictureForm::Png => {
            let Picture { svg, size } = draw(lang, scenario, Tone::Light, Inside::Nothing);
            let points = (MOST_POINTS / (size.width * size.height)).sqrt();
            let scale = SHARP.min(LARGEST_SIDE / size.width.max(size.height)).min(points);
            Effect::Paint {
                name: file_name(scenario, "png"),
                svg: svg.into(),
                width: (size.width * scale).ceil().max(1.0) as u32,
                height: (size.height * scale).ceil().max(1.0) as u32,
                scenario: wire::save(scenario).into(),
            }
        }
    };
    state.outbox.push(effect);
}

/// Shows the import of recipients with a file that was dropped on the page.
pub(super) fn hand_over(state: &mut AppState, handed: Handed) {
    super::reduce::show_sheet(state, Some(Sheet::Import));
    state.handed = Some(handed);
}

/// Asks for the scenario to be kept as a template.
pub(super) fn keep_template(state: &mut AppState, name: Rc<str>) {
    let scenario = wire::save(state.scenario()).into();
    state.outbox.push(Effect::Templates(TemplateChange::Add { name, scenario }));
    state.templates.deleted = None;
}

/// Opens a template.
pub(super) fn open_template(state: &mut AppState, name: &str) {
    let kept = state.templates.kept.iter().find(|template| *template.name == *name);
    if let Some(scenario) = kept.map(|template| template.scenario.clone()) {
        show(state, scenario, None);
    }
}

/// Asks for a template to be deleted.
pub(super) fn delete_template(state: &mut AppState, name: Rc<str>) {
    let deleted = state.templates.kept.iter().find(|template| template.name == name).cloned();
    if deleted.is_some() {
        state.templates.deleted = deleted;
        state.outbox.push(Effect::Templates(TemplateChange::Delete { name }));
    }
}

/// Asks for the template deleted last to be kept again.
pub(super) fn restore_template(state: &mut AppState) {
    if let Some(Template { name, scenario }) = state.templates.deleted.take() {
        let scenario = wire::save(&scenario).into();
        state.outbox.push(Effect::Templates(TemplateChange::Add { name, scenario }));
    }
}

/// Takes in what became of the templates.
pub(super) fn templates_changed(state: &mut AppState, changed: Changed, is_fleeting: bool) {
    let templates = &mut state.templates;
    (templates.kept, templates.problem) = (Rc::new(changed.kept), changed.problem);
    templates.is_fleeting = is_fleeting;
}

fn file_name(scenario: &Scenario, ending: &str) -> String {
    let safe = |c: char| if c.is_alphanumeric() { c } else { '-' };
    let name: String = scenario.name.trim().chars().map(safe).take(60).collect();
    format!("{}.{ending}", if name.is_empty() { "scenario" } else { &name })
}
