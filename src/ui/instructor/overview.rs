//! The lesson as a whole: what is still to be mended, how a learner sees it, and how it goes out.

use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use super::kit::{BenchProps, part};
use crate::app::action::Action;
use crate::app::instructor::InstructorAction;
use crate::app::instructor::packing::Packing;
use crate::lesson::authoring::check::{Fault, Found};
use crate::lesson::authoring::edit::StepSort;
use crate::lesson::authoring::spot::{self, Spot};
use crate::lesson::authoring::{finished, lesson, step_words, title};
use crate::lesson::course::step::Task;
use crate::lesson::link;
use crate::lesson::package::{Kind, PackageProblem};
use crate::text::Lang;
use crate::text::course::finding::CourseProblem;
use crate::text::instructor::{self as says, Say, finding};
use crate::ui::shell::icon::{Icon, IconView};

/// The overview.
#[component]
pub(in crate::ui) fn Overview(props: &BenchProps) -> Html {
    let bench = &props.bench;
    let count = lesson(&bench.draft).map_or(0, |lesson| lesson.steps.len());
    let name = title(&bench.draft, &bench.code);
    let name = if name.is_empty() { props.say(Say::Untitled).to_owned() } else { name };
    let link = use_memo(bench.draft.clone(), |draft| link::fragment(draft).ok());
    html! {
        <section class="course bench-overview" aria-label={props.say(Say::Whole)}>
            <header class="course-head">
                <div>
                    <h2 tabindex="-1">{ name }</h2>
                    <p class="muted">{ props.say(Say::LabHere) }</p>
                </div>
                <div class="course-ways">
                    <button type="button" class="primary" disabled={count == 0} onclick={props.on(InstructorAction::Preview(0))}>{ props.say(Say::Preview) }</button>
                    <button type="button" class="outlined" onclick={props.on(InstructorAction::Save)}><IconView icon={Icon::Save} />{ " " }{ props.say(Say::Save) }</button>
                </div>
            </header>
            { part(props.say(Say::Check), checks(props)) }
            { part(props.say(Say::GoOut), out(props, link.as_deref())) }
            { part(props.say(Say::Packages), packages(props, count == 0)) }
            { part(props.say(Say::Key), html! {
                <div class="bench-row">
                    <button type="button" class="outlined" disabled={count == 0} onclick={props.on(InstructorAction::SaveKey)}>{ props.say(Say::SaveKey) }</button>
                </div>
            }) }
        </section>
    }
}

/// What was found, each leading to its field.
fn checks(props: &BenchProps) -> Html {
    let bench = &props.bench;
    let row = |(number, found): (usize, &Found)| {
        html! {
            <li key={number}>
                <button type="button" class={classes!("bench-finding", found.is_note().then_some("is-note"))} onclick={props.on(InstructorAction::GoTo(number))}>
                    <strong>{ place(props, found) }</strong>
                    <span>{ told(props, found) }</span>
                </button>
            </li>
        }
    };
    let (notes, faults): (Vec<_>, Vec<_>) =
        bench.found.iter().enumerate().partition(|(_, found)| found.is_note());
    html! {
        <>
            <p class={classes!("bench-verdict", faults.is_empty().then_some("is-clean"))}>
                <IconView icon={if faults.is_empty() { Icon::Tick } else { Icon::Warning }} />{ says::to_mend(props.lang, faults.len()) }
            </p>
            <ul class="bench-findings">{ for faults.into_iter().map(row) }</ul>
            if !notes.is_empty() {
                <h4>{ props.say(Say::Notes) }</h4>
                <ul class="bench-findings">{ for notes.into_iter().map(row) }</ul>
            }
        </>
    }
}

/// The step that a finding is about.
fn place(props: &BenchProps, found: &Found) -> String {
    let draft = &props.bench.draft;
    let step = found.step.and_then(|place| Some((place, lesson(draft)?.steps.get(place)?)));
    let Some((place, step)) = step else { return props.say(Say::Whole).to_owned() };
    let told =
        step_words(draft, &props.bench.code, place).map(|words| words.title.clone()).unwrap_or_default();
    says::step(props.lang, place + 1, says::sort(props.lang, StepSort::of(&step.task) as usize), &told)
}

fn told(props: &BenchProps, found: &Found) -> String {
    let lang = props.lang;
    let goal = |name: &String| {
        let at = Spot::Goal(name.clone());
        spot::get(&props.bench.draft, &props.bench.code, found.step, &at)
    };
    match &found.fault {
        Fault::NoSteps => finding::no_steps(lang),
        Fault::NoGoals => finding::no_goals(lang),
        Fault::NoSolution => finding::no_solution(lang),
        Fault::MetBefore(name) => finding::met_before(lang, &goal(name)),
        Fault::Course(CourseProblem::GoalMissed(name)) => finding::missed(lang, &goal(name)),
        Fault::Course(problem) => {
            let code = found.code.as_deref().unwrap_or_default();
            let language =
                Lang::from_code(code).map_or_else(|| code.to_owned(), |lang| lang.own_name().to_owned());
            finding::problem(lang, &field(props, found), &language, problem)
        }
    }
}

/// What the field of a finding is called on the form.
fn field(props: &BenchProps, found: &Found) -> String {
    let is_build = found
        .step
        .and_then(|place| lesson(&props.bench.draft)?.steps.get(place))
        .is_some_and(|step| matches!(step.task, Task::Build { .. }));
    let lettered = |say: Say, id: &str| format!("{} {}", props.say(say), id.to_uppercase());
    match &found.spot {
        None => String::new(),
        Some(Spot::Lesson) => props.say(Say::LessonTitle).into(),
        Some(Spot::About) => props.say(Say::About).into(),
        Some(Spot::Title) => props.say(Say::Title).into(),
        Some(Spot::Body) => props.say(Say::Body).into(),
        Some(Spot::Prompt) => props.say(if is_build { Say::Task } else { Say::Prompt }).into(),
        Some(Spot::Hint(at)) => format!("{} {}", props.say(Say::Hints), at + 1),
        Some(Spot::Explain) => props.say(Say::Explanation).into(),
        Some(Spot::Field(_)) => props.say(Say::NumberLabel).into(),
        Some(Spot::Choice(id)) => lettered(Say::Answer, id),
        Some(Spot::Why(id)) => format!("{}: {}", lettered(Say::Answer, id), props.say(Say::Feedback)),
        Some(Spot::Goal(_)) => props.say(Say::Goal).into(),
        Some(Spot::GoalWhy(_)) => props.say(Say::GoalWhy).into(),
        Some(Spot::Belief(_)) => props.say(Say::Belief).into(),
        Some(Spot::BeliefWhy(_)) => props.say(Say::BeliefWhy).into(),
    }
}

/// The link and the codes.
fn out(props: &BenchProps, fragment: Option<&str>) -> Html {
    let Some(fragment) = fragment else {
        return html! { <p class="small problem"><IconView icon={Icon::Warning} />{ props.say(Say::LinkTooLong) }</p> };
    };
    let link = format!("{}#{fragment}", props.site);
    let name =
        title(&finished(&props.bench.draft), &props.bench.code).replace('"', "&quot;").replace('<', "&lt;");
    let frame = format!(
        "<iframe src=\"{link}\" title=\"{name}\" width=\"1280\" height=\"720\" loading=\"lazy\"></iframe>"
    );
    let base = props.site.strip_suffix("index.html").unwrap_or(&props.site).to_owned();
    let element = format!(
        "<script type=\"module\" src=\"{base}boot.js\"></script>\n<delivery-lab lesson=\"lesson.lesson.json\"></delivery-lab>"
    );
    html! {
        <>
            { text(props, props.say(Say::Link), &link) }
            <p class="small muted">{ says::link_length(props.lang, link.chars().count()) }{ ". " }{ props.say(Say::LinkSays) }</p>
            <details class="bench-codes">
                <summary>{ props.say(Say::Embed) }</summary>
                { text(props, props.say(Say::EmbedFrame), &frame) }
                { text(props, props.say(Say::EmbedFile), &element) }
                <p class="small"><a href={format!("{base}embed.html")} target="_blank" rel="noopener">{ props.say(Say::EmbedBuilder) }</a></p>
            </details>
            <p class="small" role="status">
                { match props.copied {
                    Some(true) => props.say(Say::Copied),
                    Some(false) => props.say(Say::NotCopied),
                    None => "",
                } }
            </p>
        </>
    }
}

/// The packages for learning platforms.
fn packages(props: &BenchProps, is_empty: bool) -> Html {
    let button = |kind: Kind| {
        html! {
            <button type="button" class="outlined" disabled={is_empty} onclick={props.on(InstructorAction::Pack(kind))}>{ kind.title() }</button>
        }
    };
    let told = match props.packing {
        Packing::Idle => None,
        Packing::Fetching(_) => Some(Say::PackageComing),
        Packing::Done(_) => Some(Say::PackageDone),
        Packing::NoPage => Some(Say::NoPage),
        Packing::Failed(PackageProblem::NotThePage) => Some(Say::NotThePage),
        Packing::Failed(PackageProblem::TooLarge) => Some(Say::PackageTooLarge),
    };
    let has_failed = matches!(props.packing, Packing::NoPage | Packing::Failed(_));
    html! {
        <>
            <p class="small muted">{ props.say(Say::PackagesSay) }</p>
            <div class="bench-row" translate="no">
                { for Kind::ALL.map(button) }
            </div>
            <p class={classes!("small", has_failed.then_some("problem"))} role="status">
                if has_failed {
                    <IconView icon={Icon::Warning} />
                }
                { told.map(|say| props.say(say)).unwrap_or_default() }
            </p>
        </>
    }
}

/// A text to be copied by its button or by hand.
fn text(props: &BenchProps, label: &'static str, value: &str) -> Html {
    let copied: std::rc::Rc<str> = value.into();
    let onclick = props.send.reform(move |_: MouseEvent| Action::CopyLink(copied.clone()));
    let onfocus = |event: FocusEvent| event.target_unchecked_into::<HtmlTextAreaElement>().select();
    html! {
        <div class="bench-copy">
            <label><span>{ label }</span><textarea readonly=true rows="2" spellcheck="false" value={value.to_owned()} {onfocus} /></label>
            <button type="button" class="outlined" aria-label={format!("{}: {label}", props.say(Say::CopyLink))} {onclick}>{ props.say(Say::CopyLink) }</button>
        </div>
    }
}
