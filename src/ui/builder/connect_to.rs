//! Draws a transition without a pointer: first which output, where there are several, then to which activity.

use std::rc::Rc;

use yew::prelude::*;

use super::combobox::{Combobox, Entry, Verdict};
use crate::app::action::Action;
use crate::app::adding::Leading;
use crate::scenario::Scenario;
use crate::scenario::activity::ports::Output;
use crate::scenario::activity::{Activity, Transition};
use crate::scenario::connect::Rules;
use crate::scenario::edit::Edit;
use crate::text::builder::search::{fit, ranked};
use crate::text::builder::{self, outline as words, palette};
use crate::text::{self, Lang};
use crate::ui::shared::Shared;
use crate::ui::shell::icon::Icon;
use crate::ui::widgets::dialog::Dialog;

/// Props of the list.
#[derive(Clone, PartialEq, Properties)]
pub struct ConnectToProps {
    /// The scenario.
    pub scenario: Shared<Scenario>,
    /// Where the transition begins.
    pub leading: Leading,
    /// The language.
    pub lang: Lang,
    /// Takes actions.
    pub send: Callback<Action>,
}

/// What is chosen next.
enum Step {
    Output(Vec<Output>),
    Target(Vec<Transition>),
}

/// The list.
#[component]
pub fn ConnectTo(props: &ConnectToProps) -> Html {
    let lang = props.lang;
    let fixed = words::of(lang);
    let (step, entries) = {
        let parts =
            use_memo((props.scenario.clone(), props.leading.clone(), lang), |(scenario, leading, lang)| {
                let (step, entries) = choices(*lang, scenario, leading);
                (step, Rc::new(entries))
            });
        (parts.clone(), parts.1.clone())
    };
    let order = {
        let entries = entries.clone();
        Callback::from(move |typed: String| {
            ranked(&entries, |entry| fit(&typed, &entry.name, &[&entry.hint], ""))
        })
    };
    let on_choose = {
        let (step, props) = (step.clone(), props.clone());
        Callback::from(move |place: usize| match &step.0 {
            Step::Output(outputs) => {
                let Some(output) = outputs.get(place) else { return };
                let from = props.leading.from.clone();
                props.send.emit(Action::ConnectFrom(Leading {
                    from,
                    output: Some(output.name.as_str().into()),
                    again: None,
                }));
            }
            Step::Target(transitions) => {
                let Some(transition) = transitions.get(place) else { return };
                props.send.emit(Action::Show(None));
                let to = transition.clone();
                props.send.emit(Action::Edit(match props.leading.again {
                    Some(transition) => Edit::Reconnect { transition, to },
                    None => Edit::Connect(to),
                }));
            }
        })
    };
    let (id, label) = match &step.0 {
        Step::Output(_) => ("output", fixed.by_which),
        Step::Target(_) => ("target", fixed.to_which),
    };
    let heading = match old(&props.scenario, &props.leading) {
        Some(old) => words::lead_elsewhere_from(lang, &props.scenario, &old.from, &old.to),
        None => words::connect_from(lang, &props.scenario, &props.leading.from),
    };
    html! {
        <Dialog {heading} close_label={palette::of(lang).close}
            class="picker" on_close={props.send.reform(|()| Action::Show(None))}>
            <Combobox key={id} {id} {label} nothing={fixed.nothing} entries={Shared::of(&entries)} {order}
                found={move |count| palette::found(lang, count)} {on_choose} />
        </Dialog>
    }
}

/// The transition that shall lead elsewhere.
fn old<'s>(scenario: &'s Scenario, leading: &Leading) -> Option<&'s Transition> {
    scenario.workflow.transitions.get(leading.again?).filter(|old| *old.from == *leading.from)
}

fn choices(lang: Lang, scenario: &Scenario, leading: &Leading) -> (Step, Vec<Entry>) {
    let source = scenario.workflow.activity(&leading.from);
    let outputs = source.map(|source| source.settings.outputs()).unwrap_or_default();
    let old = old(scenario, leading);
    if old.is_none() && leading.output.is_none() && outputs.len() > 1 {
        let entries = outputs.iter().map(|output| of_output(lang, scenario, leading, output)).collect();
        return (Step::Output(outputs), entries);
    }
    // The main output has no name on a transition.
    let main = source.and_then(|source| source.settings.port_named(None));
    let named = leading.output.as_deref();
    let is_main =
        outputs.iter().any(|output| Some(output.name.as_str()) == named && Some(output.port) == main);
    let output = named.filter(|_| !is_main).map(str::to_owned);
    let is_other = |one: &&Activity| *one.name != *leading.from && old.is_none_or(|old| old.to != one.name);
    let others = scenario.workflow.activities.iter().filter(is_other);
    let rules = Rules::of(&scenario.workflow, leading.again);
    let mut rows: Vec<(Transition, Entry)> = others
        .map(|to| {
            let transition = match old {
                Some(old) => Transition { to: to.name.clone(), ..old.clone() },
                None => Transition { output: output.clone(), ..Transition::new(&leading.from, &to.name) },
            };
            let entry = of_target(lang, scenario, &rules, &transition, to);
            (transition, entry)
        })
        .collect();
    rows.sort_by_key(|(_, entry)| match entry.verdict {
        Verdict::Fine => 0,
        Verdict::Doubtful => 1,
        Verdict::Refused => 2,
    });
    let (transitions, entries) = rows.into_iter().unzip();
    (Step::Target(transitions), entries)
}

fn of_output(lang: Lang, scenario: &Scenario, leading: &Leading, output: &Output) -> Entry {
    let source = scenario.workflow.activity(&leading.from);
    let own = scenario.workflow.transitions.iter().find(|one| {
        let port = source.and_then(|source| source.settings.port_named(one.output.as_deref()));
        *one.from == *leading.from && port == Some(output.port)
    });
    let remark = own.map(|one| words::leads_to(lang, scenario, &one.to));
    let nowhere = || if output.is_required { words::of(lang).nowhere.to_owned() } else { String::new() };
    Entry {
        icon: None,
        name: words::output(lang, output, 0).into(),
        remark: remark.unwrap_or_else(nowhere).into(),
        hint: AttrValue::default(),
        verdict: Verdict::Fine,
    }
}

fn of_target(
    lang: Lang,
    scenario: &Scenario,
    rules: &Rules<'_>,
    transition: &Transition,
    to: &Activity,
) -> Entry {
    let (from, output) = (&transition.from, transition.output.as_deref());
    let (verdict, remark) = match rules.judge(from, output, &to.name) {
        Ok(None) => (Verdict::Fine, String::new()),
        Ok(Some(doubt)) => (Verdict::Doubtful, builder::doubt(lang, scenario, &doubt).line()),
        Err(ban) => (Verdict::Refused, builder::told_of_ban(lang, &ban).line()),
    };
    Entry {
        icon: Some(Icon::Activity(to.settings.kind())),
        name: text::activity::place(lang, scenario, &to.name).into(),
        remark: remark.into(),
        hint: if verdict == Verdict::Fine { words::of(lang).allowed.into() } else { AttrValue::default() },
        verdict,
    }
}

#[cfg(test)]
mod tests {
    use yew::LocalServerRenderer;

    use super::*;
    use crate::scenario::activity::ActivityKind;
    use crate::scenario::edit::apply;
    use crate::scenario::fresh::Sort;
    use crate::scenario::samples::Sample;

    async fn shown(scenario: Scenario, from: &str, output: Option<&str>) -> String {
        let leading = Leading { from: from.into(), output: output.map(Into::into), again: None };
        of(scenario, leading).await
    }

    async fn of(scenario: Scenario, leading: Leading) -> String {
        let (lang, send) = (Lang::En, Callback::noop());
        let props = ConnectToProps { scenario: Shared::of(&Rc::new(scenario)), leading, lang, send };
        LocalServerRenderer::<ConnectTo>::with_props(props).hydratable(false).render().await
    }

    #[tokio::test]
    async fn each_activity_says_whether_it_may_follow() {
        let html = shown(Sample::SideBySide.scenario(), "query", None).await;
        assert_eq!(html.matches("role=\"option\"").count(), 4);
        assert!(html.contains("A Scheduler starts a branch"));
        assert!(html.contains("selects the same people at each run"));
        assert_eq!(html.matches("aria-disabled=\"true\"").count(), 2, "{html}");
    }

    #[tokio::test]
    async fn a_transition_is_offered_every_other_target() {
        let scenario = Sample::SideBySide.scenario();
        let again = scenario.workflow.transitions.iter().position(|one| one.to == "recurring");
        let html = of(scenario, Leading { from: "query".into(), output: None, again }).await;
        assert_eq!(html.matches("role=\"option\"").count(), 3, "neither its beginning nor its end");
        assert!(html.contains("elsewhere than to") && !html.contains("leads somewhere already"), "{html}");
    }

    #[tokio::test]
    async fn of_several_outputs_one_is_chosen_first() {
        let add = Edit::Add {
            sort: Sort::Kind(ActivityKind::Split),
            label: "Split".into(),
            x: 0,
            y: 600,
            after: Some(("query".into(), None)),
        };
        let scenario = apply(&Sample::SideBySide.scenario(), add).unwrap();
        let html = shown(scenario.clone(), "split", None).await;
        assert!(html.contains("By which output?") && html.contains("<b>Complement</b>"), "{html}");
        let html = shown(scenario, "split", Some("complement")).await;
        assert!(html.contains("To which activity?"));
    }
}
