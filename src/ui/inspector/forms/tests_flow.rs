//! The forms of the Flow control tab.

use super::rows::RowChange;
use super::tests::{asked, entered, fresh, pressed, refused, rowed};
use crate::scenario::activity::flow::*;
use crate::scenario::activity::targeting::Comparator;
use crate::scenario::activity::{ActivityKind, Settings};
use crate::scenario::variables::{Scope, VarValue};
use crate::schedule::{Days, TimeOfDay, Weekday};
use crate::text::inspector::wrong::Wrong;

const THREE_DAYS: Duration = Duration { count: 3, unit: DurationUnit::Days };

fn test_of(when: Vec<Comparison>) -> Settings {
    let branches = vec![TestBranch { name: "true".into(), when }];
    Settings::Test(TestSettings { branches, default_fork: true })
}

fn more_than_none() -> Comparison {
    Comparison { left: Operand::RecCount, operator: Comparator::Greater, right: VarValue::Integer(0) }
}

#[tokio::test]
async fn a_test_has_conditions_of_comparisons() {
    let settings = test_of(vec![more_than_none()]);
    let html = asked(&settings).html().await;
    assert!(html.contains("value=\"true\"") && html.contains("Records (vars.recCount)"));
    assert!(asked(&test_of(vec![])).html().await.contains("No comparison: always true."));
    assert_eq!(rowed(&test_of(vec![]), "ins-branch-0-when", RowChange::Add), settings);
    assert_eq!(rowed(&settings, "ins-branch-0-when", RowChange::Remove(0)), test_of(vec![]));
    let more = Comparison { right: VarValue::Integer(500), ..more_than_none() };
    assert_eq!(entered(&settings, "ins-branch-0-0-value", "500"), test_of(vec![more]));
    let is = Comparison { operator: Comparator::Equals, ..more_than_none() };
    assert_eq!(entered(&settings, "ins-branch-0-0-operator", "0"), test_of(vec![is]));
    assert!(matches!(refused(&settings, "ins-branch-0-0-value", "many"), Wrong::NotANumber { .. }));
    let leap = Comparison { left: Operand::IsLeapYear, right: VarValue::Flag(true), ..more_than_none() };
    assert_eq!(entered(&settings, "ins-branch-0-0-left", "6"), test_of(vec![leap.clone()]));
    let common = Comparison { right: VarValue::Flag(false), ..leap.clone() };
    assert_eq!(entered(&test_of(vec![leap]), "ins-branch-0-0-value", "1"), test_of(vec![common]));
    assert!(matches!(pressed(&settings, "ins-default"), Settings::Test(test) if !test.default_fork));
    let Settings::Test(two) = rowed(&settings, "ins-branches", RowChange::Add) else { panic!() };
    assert_eq!((two.branches[1].name.as_str(), two.branches[1].when.len()), ("condition1", 1));
    let taken = refused(&Settings::Test(two), "ins-branch-1-name", "default");
    assert_eq!(taken, Wrong::NameTaken { name: "default".into() });
}

#[test]
fn a_comparison_of_a_variable_has_its_name_and_any_value() {
    let variable = |name: &str, right| Comparison {
        left: Operand::Variable { scope: Scope::Instance, name: name.into() },
        right,
        ..more_than_none()
    };
    let settings = test_of(vec![variable("segment", VarValue::Integer(0))]);
    assert_eq!(entered(&test_of(vec![more_than_none()]), "ins-branch-0-0-left", "1"), settings);
    let named = test_of(vec![variable("runs", VarValue::Integer(0))]);
    assert_eq!(entered(&settings, "ins-branch-0-0-variable", "runs"), named);
    assert_eq!(refused(&settings, "ins-branch-0-0-variable", " "), Wrong::Empty);
    let vip = test_of(vec![variable("segment", VarValue::Text("vip".into()))]);
    assert_eq!(entered(&settings, "ins-branch-0-0-value", "vip"), vip);
}

#[tokio::test]
async fn an_approval_has_a_question_answers_and_expirations() {
    let expired = |goes_on| Expiration { name: "expired1".into(), after: THREE_DAYS, goes_on };
    let approval = |question: &str, answers: &[&str], expirations: Vec<Expiration>| {
        let answers = answers.iter().map(|name| Answer { name: (*name).into() }).collect();
        Settings::Approval(ApprovalSettings { question: question.into(), answers, expirations })
    };
    let settings = fresh(ActivityKind::Approval);
    assert_eq!(settings, approval("", &["yes", "no"], vec![]));
    assert_eq!(entered(&settings, "ins-question", "Send?"), approval("Send?", &["yes", "no"], vec![]));
    assert_eq!(rowed(&settings, "ins-answers", RowChange::Up(1)), approval("", &["no", "yes"], vec![]));
    let third = approval("", &["yes", "no", "answer1"], vec![]);
    assert_eq!(rowed(&settings, "ins-answers", RowChange::Add), third);
    assert_eq!(entered(&settings, "ins-answer-1-name", "later"), approval("", &["yes", "later"], vec![]));
    let timed = approval("", &["yes", "no"], vec![expired(false)]);
    assert_eq!(rowed(&settings, "ins-expirations", RowChange::Add), timed);
    assert!(asked(&timed).html().await.contains("value=\"expired1\""));
    assert_eq!(pressed(&timed, "ins-expiration-0-on"), approval("", &["yes", "no"], vec![expired(true)]));
    let week = Expiration { after: Duration { unit: DurationUnit::Weeks, ..THREE_DAYS }, ..expired(false) };
    assert_eq!(entered(&timed, "ins-expiration-0-unit", "4"), approval("", &["yes", "no"], vec![week]));
    assert_eq!(refused(&timed, "ins-expiration-0-name", "yes"), Wrong::NameTaken { name: "yes".into() });
}

#[tokio::test]
async fn a_signal_is_waited_for_until_it_expires() {
    let signal = |expirations| Settings::ExternalSignal(ExternalSignalSettings { expirations });
    assert!(asked(&signal(vec![])).html().await.contains("waits until the end of the run"));
    let one = Expiration { name: "expired1".into(), after: THREE_DAYS, goes_on: false };
    assert_eq!(rowed(&signal(vec![]), "ins-expirations", RowChange::Add), signal(vec![one.clone()]));
    let two = Expiration { after: Duration { count: 2, ..THREE_DAYS }, ..one.clone() };
    assert_eq!(entered(&signal(vec![one]), "ins-expiration-0-count", "2"), signal(vec![two]));
}

#[test]
fn a_wait_has_a_length_with_its_unit() {
    let wait = |count, unit| Settings::Wait(WaitSettings { duration: Duration { count, unit } });
    let settings = wait(1, DurationUnit::Days);
    assert_eq!(entered(&settings, "ins-wait-count", "36"), wait(36, DurationUnit::Days));
    assert_eq!(entered(&settings, "ins-wait-unit", "2"), wait(1, DurationUnit::Hours));
    assert_eq!(refused(&settings, "ins-wait-count", "0"), Wrong::OutOfRange { from: 1, to: 100_000 });
}

#[tokio::test]
async fn a_time_constraint_has_days_and_hours() {
    let window = |from, to, outside| {
        let days = Days::on(Weekday::ALL.into_iter().take(5));
        let (from, to) = (TimeOfDay::new(from, 0), TimeOfDay::new(to, 0));
        Settings::TimeConstraint(TimeConstraintSettings { days, from, to, outside })
    };
    let settings = fresh(ActivityKind::TimeConstraint);
    assert_eq!(settings, window(8, 18, OutsideWindow::Later));
    assert_eq!(entered(&settings, "ins-from", "7.00"), window(7, 18, OutsideWindow::Later));
    assert_eq!(entered(&settings, "ins-to", "20:00"), window(8, 20, OutsideWindow::Later));
    assert_eq!(entered(&settings, "ins-outside", "1"), window(8, 18, OutsideWindow::Drop));
    assert!(matches!(refused(&settings, "ins-to", "25"), Wrong::NotATime { .. }));
    let html = asked(&window(22, 6, OutsideWindow::Later)).html().await;
    assert!(html.contains("ends on the next day") && html.matches("aria-pressed=\"true\"").count() == 5);
}

#[tokio::test]
async fn jumps_ends_and_sub_workflows_say_where_they_lead() {
    let jump = |number| Settings::JumpStart(JumpSettings { number });
    assert!(asked(&jump(1)).html().await.contains("No Jump end has this number."));
    let mut pair = asked(&jump(2));
    let end = pair.scenario.workflow.activities.iter_mut().find(|one| one.name == "incremental").unwrap();
    (end.label, end.settings) = ("Landing".into(), Settings::JumpEnd(JumpSettings { number: 2 }));
    assert!(pair.html().await.contains("The workflow goes on at “Landing”."));
    assert_eq!(entered(&jump(1), "ins-jump", "7"), jump(7));
    assert_eq!(refused(&jump(1), "ins-jump", "0"), Wrong::OutOfRange { from: 1, to: 999 });
    let end = |stops_all| Settings::End(EndSettings { stops_all });
    assert_eq!(pressed(&end(false), "ins-stops"), end(true));
    let sub = |workflow: &str| Settings::SubWorkflow(SubWorkflowSettings { workflow: workflow.into() });
    assert!(asked(&sub("")).html().await.contains("Helper"));
    assert_eq!(entered(&sub(""), "ins-workflow", "help"), sub("help"));
    let join =
        |main_set: Option<&str>| Settings::AndJoin(AndJoinSettings { main_set: main_set.map(str::to_owned) });
    assert_eq!(entered(&join(None), "ins-main-set", "scheduler"), join(Some("scheduler")));
}

#[tokio::test]
async fn alerts_and_tasks_have_a_message() {
    let alert = |message: &str| Settings::Alert(AlertSettings { message: message.into() });
    assert!(asked(&alert("Look here")).html().await.contains("Look here</textarea>"));
    assert_eq!(entered(&alert(""), "ins-message", "Look\nhere"), alert("Look\nhere"));
    let task = |expires| Settings::Task(TaskSettings { message: "Call".into(), expires });
    assert_eq!(pressed(&task(None), "ins-expires"), task(Some(THREE_DAYS)));
    assert_eq!(pressed(&task(Some(THREE_DAYS)), "ins-expires"), task(None));
    let short = Duration { count: 1, ..THREE_DAYS };
    assert_eq!(entered(&task(Some(THREE_DAYS)), "ins-expires-after-count", "1"), task(Some(short)));
}
