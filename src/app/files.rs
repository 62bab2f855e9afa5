//! What comes in from files, links, samples and templates, and what goes out as files and pictures.

use std::rc::Rc;

use super::effect::Effect;
use super::history::History;
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
    state.view.reporting.choose_all();
    commit(state, scenario);
    playing::reset(state);
    super::reduce::show_sheet(state, None);
}

/// Goes a step back or forth, also across what was opened: then it is another sample, or none.
pub(super) fn turn(state: &mut AppState, turn: impl FnOnce(&mut History) -> bool) {
    state.change(turn);
    let (scenario, before) = (state.scenario().clone(), state.view.sample);
    let is_it = |sample: &Sample| {
        let of_sample = sample.scenario();
        of_sample == *scenario || before == Some(*sample) && of_sample.name == scenario.name
    };
    // A lesson's scenario is none of the list, whatever it is like.
    state.view.sample = Sample::ALL.into_iter().find(is_it).filter(|_| state.learning.own.is_none());
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
            // A message behind a dialog would not be heard; an import half done is not worth less than a message.
            if state.view.dialog != Some(Sheet::Import) {
                super::reduce::show_sheet(state, None);
            }
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
            // Within a lesson it is a scenario of that: one's own work waits aside, and what it was lent for with it.
            let is_own = state.learning.own.is_none();
            if is_own && !state.view.is_borrowed {
                state.lent = Some(before.clone());
            }
            state.history.commit(scenario);
            state.view.selection = state.view.selection.kept(&before, state.scenario());
            (state.view.sample, state.view.is_borrowed) = (None, is_own);
            state.view.reporting.choose_all();
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
            let (width, height) = painted_size((size.width, size.height));
            Effect::Paint {
                name: file_name(scenario, "png"),
                svg: svg.into(),
                width,
                height,
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

/// Opens what another tab worked at.
pub(super) fn open_other(state: &mut AppState, tab: &str) {
    let kept = state.templates.others.iter().find(|work| *work.tab == *tab);
    if let Some(scenario) = kept.map(|work| work.scenario.clone()) {
        show(state, scenario, None);
    }
}

/// Asks for the work of another tab to be forgotten; it can be brought back as a template.
pub(super) fn delete_other(state: &mut AppState, tab: Rc<str>) {
    let kept = state.templates.others.iter().find(|work| work.tab == tab);
    let Some(scenario) = kept.map(|work| work.scenario.clone()) else { return };
    state.templates.deleted = Some(Template { name: scenario.name.as_str().into(), scenario });
    state.outbox.push(Effect::Templates(TemplateChange::DeleteOther { tab }));
}

/// Takes in what became of the templates.
pub(super) fn templates_changed(state: &mut AppState, changed: Changed, is_fleeting: bool) {
    let templates = &mut state.templates;
    (templates.kept, templates.problem) = (Rc::new(changed.kept), changed.problem);
    templates.others = Rc::new(changed.others);
    templates.is_fleeting = is_fleeting;
}

/// How many pixels a drawing of so many units has as a PNG: sharp, and no more than browsers paint.
pub(super) fn painted_size((width, height): (f64, f64)) -> (u32, u32) {
    let points = (MOST_POINTS / (width * height)).sqrt();
    let scale = SHARP.min(LARGEST_SIDE / width.max(height)).min(points);
    ((width * scale).ceil().max(1.0) as u32, (height * scale).ceil().max(1.0) as u32)
}

/// The name of a file of a scenario with this ending.
pub fn file_name(scenario: &Scenario, ending: &str) -> String {
    format!("{}.{ending}", file_stem(&scenario.name, "scenario"))
}

/// A name as that of a file without its ending; this one where nothing of it is left.
pub(super) fn file_stem(name: &str, fallback: &str) -> String {
    let safe = |c: char| if c.is_alphanumeric() { c } else { '-' };
    let stem: String = name.trim().chars().map(safe).take(60).collect();
    if stem.is_empty() { fallback.to_owned() } else { stem }
}

#[cfg(test)]
mod tests {
    use super::super::action::Action;
    use super::super::options::Options;
    use super::super::other_tabs::OtherWork;
    use super::super::reduce::reduce;
    use super::super::saved;
    use super::super::templates::change;
    use super::*;
    use crate::lesson::tour::Tour;
    use crate::scenario::edit::Edit;
    use crate::scenario::{file, svg};
    use crate::text::Lang;

    #[test]
    fn the_work_of_another_tab_opens_and_goes_and_can_be_brought_back() {
        let work = OtherWork { tab: "t".into(), scenario: Rc::new(Sample::Welcome.scenario()) };
        let read = Changed { others: vec![work.clone()], ..change(None, &TemplateChange::Read) };
        let first = after(own(), [Action::TemplatesChanged { changed: read, is_fleeting: false }]);
        let opened = after(first.clone(), [Action::OpenOther("t".into())]);
        assert_eq!(opened.scenario(), &work.scenario);
        assert_eq!(after(opened, [Action::Undo]).scenario(), first.scenario());
        let gone = after(first.clone(), [Action::DeleteOther("t".into())]);
        let wish = Effect::Templates(TemplateChange::DeleteOther { tab: "t".into() });
        assert!(gone.outbox.after(first.outbox.newest()).any(|(_, effect)| *effect == wish));
        assert_eq!(gone.templates.deleted.map(|deleted| deleted.scenario), Some(work.scenario));
        let none = after(first.clone(), [Action::OpenOther("u".into()), Action::DeleteOther("u".into())]);
        assert_eq!((none.scenario(), none.outbox.newest()), (first.scenario(), first.outbox.newest()));
    }

    /// The store of somebody who comes back to own work.
    fn own() -> AppState {
        let mut scenario = Sample::Birthday.scenario();
        scenario.weeks = 3;
        let view = AppState::new(&Options::default(), None).view;
        let stored = saved::write(&scenario, Tour::default(), &Default::default(), None, &view);
        AppState::new(&Options::default(), Some(&stored))
    }

    fn after(state: AppState, actions: impl IntoIterator<Item = Action>) -> AppState {
        actions.into_iter().fold(state, |state, action| reduce(&state, action))
    }

    fn made(before: &AppState, state: &AppState) -> Vec<Effect> {
        state.outbox.after(before.outbox.newest()).map(|(_, effect)| effect.clone()).collect()
    }

    fn relabel() -> Action {
        Action::Edit(Edit::Relabel { activity: "recurring".into(), label: "Changed".into() })
    }

    #[test]
    fn a_link_leaves_the_own_work_on_the_device_until_it_is_changed() {
        let first = own();
        let shared = Rc::new(Sample::RecurringWeekly.scenario());
        let open = Action::OpenLink { read: Ok(shared.clone()) };
        let shown = after(first.clone(), [open]);
        assert_eq!((shown.scenario(), shown.view.is_borrowed), (&shared, true));
        assert!(!made(&first, &shown).contains(&Effect::Save), "there is nothing new to keep");
        let state = after(shown.clone(), [Action::SetLang(Lang::Sv)]);
        assert!(made(&shown, &state).contains(&Effect::Save), "what is chosen meanwhile is kept");
        let kept = saved::read(&state.to_keep()).unwrap();
        assert_eq!((kept.lang, kept.scenario.as_ref()), (Some(Lang::Sv), Some(&**first.scenario())));
        assert!(state.notices.iter().any(|posted| posted.notice == Notice::LinkOpened));
        let back = after(state.clone(), [Action::Undo]);
        assert_eq!(back.scenario(), first.scenario());
        let changed = after(state.clone(), [relabel()]);
        assert!(!changed.view.is_borrowed && made(&state, &changed).contains(&Effect::Save));
    }

    #[test]
    fn a_link_that_does_not_open_changes_nothing() {
        let first = own();
        let state = after(first.clone(), [Action::OpenLink { read: Err(LinkProblem::Truncated) }]);
        assert!(Rc::ptr_eq(state.scenario(), first.scenario()) && !state.view.is_borrowed);
        let notice = Notice::CannotOpenLink(LinkProblem::Truncated);
        assert!(state.notices.iter().any(|posted| posted.notice == notice));
    }

    #[test]
    fn whatever_is_opened_is_one_step_and_closes_the_dialog() {
        let first = after(own(), [Action::Show(Some(Sheet::Gallery))]);
        let template = Template { name: "mine".into(), scenario: Rc::new(Sample::Welcome.scenario()) };
        let changed = Changed { kept: vec![template], others: Vec::new(), text: None, problem: None };
        let first = after(first, [Action::TemplatesChanged { changed, is_fleeting: true }]);
        let read = Ok(Rc::new(Sample::SeasonalList.scenario()));
        for action in [
            Action::OpenSample(Sample::SideBySide),
            Action::OpenTemplate("mine".into()),
            Action::OpenFile { name: "x.png".into(), read },
        ] {
            let state = after(first.clone(), [action]);
            assert!(state.scenario() != first.scenario() && state.view.dialog.is_none());
            assert_eq!(after(state, [Action::Undo]).scenario(), first.scenario());
        }
        let unknown = after(first.clone(), [Action::OpenTemplate("theirs".into())]);
        assert!(Rc::ptr_eq(unknown.scenario(), first.scenario()));
    }

    #[test]
    fn templates_are_kept_deleted_and_brought_back_by_requests() {
        let first = own();
        let mut text = None;
        let mut state = after(first.clone(), [Action::KeepTemplate("mine".into())]);
        let mut seen = first;
        // What the host does.
        let mut fulfil = |state: AppState| {
            let wishes = made(&seen, &state);
            let next = wishes.into_iter().fold(state, |state, effect| match effect {
                Effect::Templates(wish) => {
                    let changed = change(text.as_deref(), &wish);
                    text = changed.text.clone().or(text.take());
                    after(state, [Action::TemplatesChanged { changed, is_fleeting: false }])
                }
                _ => state,
            });
            seen = next.clone();
            next
        };
        state = fulfil(state);
        assert_eq!(state.templates.kept[0].scenario, *state.scenario());
        state = fulfil(after(state, [Action::DeleteTemplate("mine".into())]));
        assert!(state.templates.kept.is_empty() && state.templates.deleted.is_some());
        state = fulfil(after(state, [Action::RestoreTemplate]));
        assert_eq!((state.templates.kept.len(), &state.templates.deleted), (1, &None));
    }

    #[test]
    fn going_back_across_what_was_opened_tells_which_sample_is_there() {
        let opened = after(own(), [Action::OpenSample(Sample::RecurringWeekly), relabel()]);
        assert_eq!(opened.view.sample, Some(Sample::RecurringWeekly));
        let mut state = opened.clone();
        let mut seen = vec![];
        while state.history.can_undo() {
            state = after(state, [Action::Undo]);
            seen.push(state.view.sample);
        }
        assert_eq!((seen.first(), seen.last()), (Some(&Some(Sample::RecurringWeekly)), Some(&None)));
        assert_eq!(after(state, [Action::Redo]).view.sample, Some(Sample::RecurringWeekly));
    }

    #[test]
    fn pictures_go_out_with_the_scenario_inside() {
        let first = own();
        let state = after(
            first.clone(),
            [Action::SavePicture(PictureForm::Svg), Action::SavePicture(PictureForm::Png)],
        );
        let effects = made(&first, &state);
        let [Effect::Download { name, text, .. }, Effect::Paint { svg, width, height, scenario, .. }] =
            &effects[..]
        else {
            panic!("{effects:?}")
        };
        assert_eq!(name, "Birthday-e-mail.svg");
        assert_eq!(file::open(text.as_bytes()).as_ref(), Ok(&**first.scenario()));
        assert_eq!(wire::open(scenario.as_bytes()).as_ref(), Ok(&**first.scenario()));
        assert!(svg::scenario_in(svg.as_bytes()).is_err(), "it is put into the picture afterwards");
        assert!(*width > 1_000 && *height > 100);
    }

    #[test]
    fn a_drawing_as_large_as_numbers_go_is_painted_small() {
        let mut scenario = Sample::Birthday.scenario();
        (scenario.workflow.activities[0].x, scenario.workflow.activities[1].x) = (i32::MIN, i32::MAX);
        let first = after(own(), [Action::OpenFile { name: String::new(), read: Ok(Rc::new(scenario)) }]);
        let effects = made(&first, &after(first.clone(), [Action::SavePicture(PictureForm::Png)]));
        let [Effect::Paint { width, height, .. }] = effects[..] else { panic!("{effects:?}") };
        assert!(width <= 8_192 && height >= 1);
    }
}
