//! Adds an activity by typing its name: behind the one it was asked for from, or where it was asked for.

use std::rc::Rc;

use yew::prelude::*;

use super::combobox::{Combobox, Entry, Verdict};
use crate::app::action::Action;
use crate::app::adding::Adding;
use crate::app::placing;
use crate::scenario::Scenario;
use crate::scenario::activity::Tab;
use crate::scenario::connect::{Ban, Doubt};
use crate::scenario::fresh::Sort;
use crate::text::builder::{self, palette, search};
use crate::text::{self, Lang};
use crate::ui::shared::Shared;
use crate::ui::shell::icon::Icon;
use crate::ui::widgets::dialog::Dialog;

/// Props of the list.
#[derive(Clone, PartialEq, Properties)]
pub struct QuickAddProps {
    /// The scenario.
    pub scenario: Shared<Scenario>,
    /// Where the new activity shall stand, and what shall lead to it.
    pub adding: Adding,
    /// The language.
    pub lang: Lang,
    /// Takes actions.
    pub send: Callback<Action>,
}

/// The list.
#[component]
pub fn QuickAdd(props: &QuickAddProps) -> Html {
    let lang = props.lang;
    let words = palette::of(lang);
    let sorts = use_memo((), |()| all());
    let entries =
        use_memo((props.scenario.clone(), props.adding.clone(), lang), |(scenario, adding, lang)| {
            let verdicts = placing::verdicts(scenario, adding, &sorts);
            let entries = sorts.iter().zip(verdicts);
            entries.map(|(sort, verdict)| entry(*lang, scenario, *sort, verdict)).collect::<Vec<_>>()
        });
    let order = {
        let sorts = sorts.clone();
        Callback::from(move |typed: String| search::ranked(&sorts, |sort| palette::fits(lang, &typed, *sort)))
    };
    let on_choose = {
        let props = props.clone();
        Callback::from(move |place: usize| {
            let Some(sort) = sorts.get(place) else { return };
            let label = palette::name(lang, *sort);
            let edit = placing::edit(&props.scenario, &props.adding, *sort, label);
            props.send.emit(Action::Show(None));
            props.send.emit(Action::Edit(edit));
        })
    };
    let after = props.adding.after.as_ref().map(|(name, output)| after(lang, &props.scenario, name, output));
    html! {
        <Dialog heading={words.add} close_label={words.close} class="picker" on_close={props.send.reform(|()| Action::Show(None))}>
            if let Some(after) = after {
                <p class="small muted">{ after }</p>
            }
            <Combobox id="add" label={words.add_which} nothing={words.nothing} entries={Shared::of(&entries)}
                {order} found={move |count| palette::found(lang, count)} {on_choose} />
        </Dialog>
    }
}

/// Everything that can be added, in the order of the palette.
pub(super) fn all() -> Vec<Sort> {
    Tab::ALL.into_iter().flat_map(Sort::of_tab).collect()
}

fn entry(lang: Lang, scenario: &Scenario, sort: Sort, verdict: Result<Option<Doubt>, Ban>) -> Entry {
    let (verdict, remark) = match verdict {
        Ok(None) => (Verdict::Fine, palette::explained(lang, sort).to_owned()),
        Ok(Some(doubt)) => (Verdict::Doubtful, builder::doubt(lang, scenario, &doubt).line()),
        // It can be added all the same, only not behind the other.
        Err(ban) => (Verdict::Doubtful, palette::unconnected(lang, &builder::told_of_ban(lang, &ban).what)),
    };
    Entry {
        icon: Some(Icon::Activity(sort.kind())),
        name: palette::name(lang, sort).into(),
        remark: remark.into(),
        hint: palette::group(lang, sort.tab()).into(),
        verdict,
    }
}

/// What the new activity will follow.
fn after(lang: Lang, scenario: &Scenario, name: &str, output: &Option<Rc<str>>) -> String {
    let place = text::activity::place(lang, scenario, name);
    let settings = scenario.workflow.activity(name).map(|activity| &activity.settings);
    let port = settings.and_then(|settings| settings.port_named(output.as_deref()));
    let outputs = settings.map(|settings| settings.outputs()).unwrap_or_default();
    let output = outputs.iter().find(|output| Some(output.port) == port);
    let output = output.map(|output| text::activity::ports::output(lang, output)).unwrap_or_default();
    palette::after(lang, &place, &output)
}
