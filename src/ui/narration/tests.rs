//! The narration and the journal rendered to text: the sentences are those of the record.

use std::rc::Rc;

use yew::LocalServerRenderer;

use super::journal::{Journal, JournalProps};
use super::*;
use crate::plan::lower::lower;
use crate::scenario::samples::Sample;
use crate::text::format::number;
use crate::text::lang::tests::swedish_view;

fn run() -> Shared<RunLog> {
    let scenario = Sample::SideBySide.scenario();
    Shared::of(&Rc::new(RunLog::of(Rc::new(lower(&scenario, None).unwrap().plan))))
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[tokio::test]
async fn the_newest_sentence_is_that_of_the_newest_fact() {
    let run = run();
    let shown = run.launch_times()[9];
    for lang in Lang::WRITTEN {
        let props = NarrationProps { run: run.clone(), shown, lang, send: Callback::noop() };
        let html = LocalServerRenderer::<Narration>::with_props(props).hydratable(false).render().await;
        let newest = run.facts_until(shown).last().unwrap();
        let sentence = narrated(lang, run.plan(), run.record(), newest);
        assert!(html.contains(&escaped(&sentence)), "{html}");
        assert_eq!(html.matches("<li").count(), 1);
    }
}

#[tokio::test]
async fn the_journal_has_a_page_of_sentences_and_the_tasks_of_the_moment() {
    let run = run();
    let shown = run.launch_times()[9];
    let journal = async |lang| {
        let props = JournalProps { run: run.clone(), shown, lang, send: Callback::noop() };
        LocalServerRenderer::<Journal>::with_props(props).hydratable(false).render().await
    };
    swedish_view(journal).await;
    let html = journal(Lang::En).await;
    assert_eq!(html.matches("class=\"told\"").count(), 25);
    assert!(html.contains(&format!("{} sentences", number(Lang::En, run.facts_until(shown).len() as u64))));
    assert_eq!(html.matches("<tr").count(), 16, "a heading and a page of tasks");
    for fact in run.facts_until(shown).iter().rev().take(25) {
        assert!(html.contains(&escaped(&narrated(Lang::En, run.plan(), run.record(), fact))));
    }
}
