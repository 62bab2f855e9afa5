//! The certificate: what is still missing for it, or the sheet with the learner's name, to be printed and saved.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::HomeProps;
use crate::app::action::Action;
use crate::app::learning::{Book, CourseAction};
use crate::lesson::certificate::Certificate;
use crate::lesson::course::step::Step;
use crate::lesson::study::progress::{Missing, Progress};
use crate::paint::clock::today;
use crate::text::course::certificate::{check_missing, how_much, of, skill_missing, terms};
use crate::text::format::date;
use crate::ui::course::prose::of_text;

/// The page.
#[component]
pub(super) fn CertificatePage(props: &HomeProps) -> Html {
    let says = of(props.lang);
    let heading = use_node_ref();
    use_effect_with((), {
        let heading = heading.clone();
        move |()| {
            if let Some(heading) = heading.cast::<web_sys::HtmlElement>() {
                let _ = heading.focus();
            }
        }
    });
    let Some(book) = props.learning.book() else { return Html::default() };
    let learning = &props.learning;
    let drawn = Certificate::of(&book.course, &book.words, &learning.progress, &learning.name, today());
    html! {
        <div class="certificate-page">
            <div class="certificate-tools">
                <button type="button" class="outlined" onclick={props.on(CourseAction::Certify(false))}>{ says.back }</button>
            </div>
            <h2 ref={heading} tabindex="-1" class={classes!(drawn.is_some().then_some("visually-hidden"))}>{ says.heading }</h2>
            { drawn.map_or_else(|| missing(props, book), |certificate| sheet(props, &certificate)) }
        </div>
    }
}

fn missing(props: &HomeProps, book: &Rc<Book>) -> Html {
    let (lang, progress) = (props.lang, &props.learning.progress);
    let missing = progress.missing(&book.course);
    let row = |one: &Missing| match one {
        Missing::Skill(skill) => {
            let name = book.words.skills.get(skill.name()).map_or(skill.name(), String::as_str);
            let mastery = progress.skill(*skill);
            skill_missing(lang, name, mastery.percent(), mastery.row())
        }
        Missing::Check { lesson, right, of } => {
            let title = book.words.lessons.get(lesson).map_or(lesson.as_str(), |own| own.title.as_str());
            check_missing(lang, title, (*right, *of), is_spent(progress, book, lesson, (*right, *of)))
        }
    };
    html! {
        <>
            <p>{ format!("{}: {}", of(lang).missing, how_much(lang, missing.len() as u64)) }</p>
            <ul class="certificate-missing">{ for missing.iter().map(|one| html! { <li>{ row(one) }</li> }) }</ul>
        </>
    }
}

/// Whether a final check can no longer be passed: of each item the first answer counts, and too few are still to come.
fn is_spent(progress: &Progress, book: &Book, lesson: &str, (right, of): (u32, u32)) -> bool {
    let is_left = |step: &&Step| step.task.is_item() && progress.item(lesson, &step.id).tries == 0;
    let steps = book.course.lesson(lesson).into_iter().flat_map(|own| &own.steps);
    let left = u32::try_from(steps.filter(is_left).count()).unwrap_or(of);
    !progress.mark.is_met(right + left, of)
}

fn sheet(props: &HomeProps, certificate: &Certificate) -> Html {
    let (lang, says) = (props.lang, of(props.lang));
    let oninput = props.send.reform(|event: InputEvent| {
        let typed = event.target_unchecked_into::<HtmlInputElement>().value();
        Action::Course(CourseAction::Name(typed.into()))
    });
    let save = props.send.reform(|_: MouseEvent| Action::Course(CourseAction::SaveCertificate(today())));
    let name = if certificate.name.is_empty() { says.nobody } else { &certificate.name };
    html! {
        <>
            <div class="certificate-tools">
                <label><span class="course-label">{ says.name }</span>
                    <input type="text" autocomplete="name" maxlength="80" value={props.learning.name.to_string()} {oninput} />
                </label>
                <p class="muted">{ says.name_says }</p>
                <div class="row">
                    <button type="button" class="primary" onclick={props.on(CourseAction::PrintCertificate)}>{ says.print }</button>
                    <button type="button" class="outlined" onclick={save}>{ says.save }</button>
                </div>
            </div>
            <article class="certificate" aria-label={says.heading}>
                <p class="eyebrow">{ says.heading }</p>
                <p>{ says.says }</p>
                <p class="certificate-name">{ name }</p>
                <p>{ says.has_passed }</p>
                <p class="certificate-title">{ of_text(lang, &certificate.title) }</p>
                <p class="muted">{ format!("{}. {}.", date(lang, certificate.on), terms(lang, certificate.edition, certificate.mark)) }</p>
                <table>
                    <thead><tr><th scope="col">{ says.skills }</th><th scope="col" class="number">{ says.result }</th></tr></thead>
                    <tbody>
                        { for certificate.rows(lang).into_iter().map(|(what, how)| html! {
                            <tr key={what.clone()}><th scope="row">{ what }</th><td class="number">{ how }</td></tr>
                        }) }
                    </tbody>
                </table>
                <p class="small muted">{ says.honest }</p>
            </article>
        </>
    }
}
