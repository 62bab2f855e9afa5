//! The forms of Approval and External signal.

use std::rc::Rc;

use yew::prelude::*;

use super::expirations::expirations;
use super::rows::Row;
use super::sheet::{RowsOf, Sheet};
use super::split::numbered;
use crate::scenario::activity::flow::{Answer, ApprovalSettings, ExternalSignalSettings};
use crate::text::inspector::forms as shared;
use crate::text::inspector::forms::flow as words;
use crate::ui::inspector::parts::section;

/// The Approval: question, answers, expirations.
pub fn form(sheet: &Sheet<'_, ApprovalSettings>) -> Html {
    let words = words::of(sheet.pen.lang);
    let read = sheet.reader(|approval, typed| {
        typed.trim().clone_into(&mut approval.question);
        Ok(())
    });
    html! {
        <>
            { section(shared::of(sheet.pen.lang).settings, sheet.text("ins-question", words.question, &sheet.now.question, read)) }
            { section(words.answers, answers(sheet)) }
            { expirations(sheet, |approval, _| Some(&mut approval.expirations)) }
        </>
    }
}

/// The External signal: expirations.
pub fn signal(sheet: &Sheet<'_, ExternalSignalSettings>) -> Html {
    expirations(sheet, |signal, _| Some(&mut signal.expirations))
}

fn answers(sheet: &Sheet<'_, ApprovalSettings>) -> Html {
    let (lang, words) = (sheet.pen.lang, words::of(sheet.pen.lang));
    sheet.rows(RowsOf {
        id: "ins-answers".to_owned(),
        label: words.answers,
        none: "",
        add: words.add_answer,
        is_ordered: true,
        list: |approval, _| Some(&mut approval.answers),
        of: 0,
        fresh: Rc::new(|approval| {
            let name = numbered("answer", &|name| approval.answers.iter().any(|one| one.name == name));
            Answer { name }
        }),
        row: &|place, answer| {
            let read = sheet.namer(move |approval, name| {
                if let Some(answer) = approval.answers.get_mut(place) {
                    answer.name = name;
                }
            });
            let id = format!("ins-answer-{place}-name");
            let head = sheet.text(id, shared::of(lang).output_name, &answer.name, read);
            Row { name: answer.name.clone().into(), head, body: Html::default() }
        },
    })
}
