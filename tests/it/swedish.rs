//! Swedish as the page has it, from its pack, beside Swedish as the source has it: the same to the letter.

use std::fs;
use std::path::PathBuf;
use std::rc::Rc;

use delivery_lab::log::RunLog;
use delivery_lab::log::journal::JournalFilter;
use delivery_lab::plan::lower::lower;
use delivery_lab::scenario::check::check;
use delivery_lab::scenario::samples::Sample;
use delivery_lab::scenario::{Scenario, wire};
use delivery_lab::text::lang::{Tongue, pack};
use delivery_lab::text::{Lang, activity, explain, finding, transcript, workflow};

use crate::golden_file::path;
use crate::lang::messages;

/// Swedish from the pack.
fn fetched() -> Lang {
    pack::take(Tongue::Sv, &fs::read_to_string(path("www/lang/sv.json")).unwrap()).unwrap();
    Lang::Pack(Tongue::Sv)
}

#[test]
fn each_message_has_one_swedish_wording_and_the_pack_has_that() {
    let Some(swedish) = fetched().pack() else { panic!("the pack was taken") };
    let all = messages::list(&path("src/text"));
    let (mut beside, mut wrong) = (0, Vec::new());
    for message in &all {
        match message.swedish.as_slice() {
            [] => {}
            [one] if swedish.find(&message.text) == Some(one) => beside += 1,
            several => wrong.push((&message.text, several, swedish.find(&message.text))),
        }
    }
    assert!(
        wrong.is_empty(),
        "`cargo xtask lang` makes the pack anew; one English text has one Swedish: {wrong:#?}"
    );
    assert!(beside > 1_900, "only {beside} messages have Swedish beside them");
}

#[test]
fn runs_of_every_golden_are_told_in_the_same_words() {
    let files = fs::read_dir(path("tests/golden")).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<PathBuf> =
        files.filter(|file| file.to_string_lossy().ends_with(".lab.json")).collect();
    files.sort();
    let goldens = files.iter().filter_map(|file| wire::open(&fs::read(file).unwrap()).ok());
    let samples = Sample::ALL.into_iter().map(Sample::scenario);
    let mut lines = 0;
    for scenario in goldens.chain(samples) {
        let (written, fetched) = (told(Lang::Sv, &scenario), told(fetched(), &scenario));
        lines += written.len();
        for (one, other) in written.iter().zip(&fetched) {
            assert_eq!(other, one, "{}", scenario.name);
        }
        assert_eq!(written.len(), fetched.len());
    }
    assert!(lines > 10_000, "only {lines} lines");
}

/// What is told of a scenario and its run: the drawing, what is wrong with it, the journal, and some recipients.
fn told(lang: Lang, scenario: &Scenario) -> Vec<String> {
    let found = check(scenario);
    let mut told: Vec<String> = found.iter().map(|one| finding::sentence(lang, scenario, one)).collect();
    for one in &scenario.workflow.activities {
        let settings = activity::settings::settings(lang, scenario, one);
        told.push(workflow::title(lang, one));
        told.push(workflow::summary(lang, scenario, one));
        told.extend(settings.iter().map(|setting| format!("{setting:?}")));
    }
    let Ok(lowered) = lower(scenario, None) else { return told };
    told.extend(lowered.warnings.iter().map(|one| finding::sentence(lang, scenario, one)));
    let run = RunLog::of(Rc::new(lowered.plan));
    let facts = run.journal(run.end(), JournalFilter::default());
    told.extend(transcript::text(lang, &scenario.name, &run, &facts).lines().map(str::to_owned));
    for recipient in 0..6 {
        told.extend(explain::lines(lang, scenario, &run, &run.explain(recipient, run.end())));
    }
    told
}
