//! Views of the player.

use std::rc::Rc;

use yew::LocalServerRenderer;

use super::clockwork::{Clockwork, ClockworkProps};
use super::*;
use crate::base::time::SimTime;
use crate::plan::lower::lower;
use crate::scenario::edit::{Edit, apply};
use crate::scenario::samples::Sample;
use crate::scene::playhead::Playhead;
use crate::scene::timeline::end_of_week;
use crate::text::lang::tests::swedish_view;

fn run_of(scenario: &Scenario) -> RunLog {
    RunLog::of(Rc::new(lower(scenario, None).unwrap().plan))
}

async fn view(scenario: Scenario, shown: SimTime, is_playing: bool, lang: Lang) -> String {
    let run = Rc::new(run_of(&scenario));
    let resting = Playhead::resting_at(shown, Speed::TwoWeeks);
    let head = if is_playing { resting.play(0.0, run.end()) } else { resting };
    let (scenario, run) = (Shared::of(&Rc::new(scenario)), Some(Shared::of(&run)));
    let props = TransportProps {
        scenario,
        run,
        player: Player { head, shown },
        stepping: Stepping::default(),
        said: Rc::default(),
        cover: None,
        lang,
        send: Callback::noop(),
    };
    LocalServerRenderer::<Transport>::with_props(props).hydratable(false).render().await
}

#[tokio::test]
async fn every_control_has_a_name_and_the_clock_says_where_it_is() {
    let scenario = Sample::SideBySide.scenario();
    let shown = end_of_week(scenario.start_time(), 23);
    let html = view(scenario, shown, false, Lang::En).await;
    for label in [
        "Player",
        "Back to the start",
        "A week back",
        "Play",
        "A week on",
        "Step by",
        "Speed",
        "Breakpoints",
        "Simulated weeks",
    ] {
        assert_eq!(html.matches(&format!("aria-label=\"{label}\"")).count(), 1, "{label}");
    }
    assert_eq!(html.matches("week 23 of 52").count(), 1);
    assert!(html.contains("aria-valuetext=\"Week 23 of 52, ") && html.contains("value=\"23\""), "{html}");
    assert!(html.contains(", 00:00</strong>"));
}

#[tokio::test]
async fn while_it_plays_the_bold_button_pauses() {
    let scenario = Sample::SideBySide.scenario();
    let shown = end_of_week(scenario.start_time(), 3);
    let html = swedish_view(|lang| view(scenario.clone(), shown, true, lang)).await;
    assert!(html.contains("aria-label=\"Pausa\"") && !html.contains("aria-label=\"Spela\""));
    assert!(html.contains("vecka 3 av 52") && html.contains("13 veckor/s"));
    assert!(!html.contains("00:00</strong>"));
}

#[tokio::test]
async fn weeks_that_launch_stand_out_and_an_edit_has_a_flag() {
    let scenario = Sample::SeasonalList.scenario();
    let launches = run_of(&scenario).launch_times().len();
    let (start, shown) = (scenario.start_time(), scenario.start_time());
    let creative = scenario.templates[1].creative.clone();
    let edit = Edit::EditCreativeAt { activity: "continuous".into(), at: end_of_week(start, 20), creative };
    let html = view(apply(&scenario, edit).unwrap(), shown, false, Lang::En).await;
    assert_eq!(html.matches(" 0h.86v10h-.86z").count(), 2 * launches);
    assert_eq!(html.matches(" 4h.86v2h-.86z").count(), 2 * (52 - launches));
    assert_eq!(html.matches("class=\"flag\"").count(), 1);
    assert!(html.contains("the template “Seasonal offer” is edited"), "{html}");
}

#[tokio::test]
async fn what_cannot_run_cannot_be_played() {
    let scenario = Rc::new(Sample::SideBySide.scenario());
    let shown = scenario.start_time();
    let player = Player { head: Playhead::resting_at(shown, Speed::OneWeek), shown };
    let (lang, send) = (Lang::En, Callback::noop());
    let props = TransportProps {
        scenario: Shared::of(&scenario),
        run: None,
        player,
        stepping: Stepping::default(),
        said: Rc::default(),
        cover: None,
        lang,
        send,
    };
    let html = LocalServerRenderer::<Transport>::with_props(props).hydratable(false).render().await;
    assert_eq!(html.matches("disabled=").count(), 5);
}

#[tokio::test]
async fn the_clockwork_is_silent_at_first() {
    let run = Rc::new(run_of(&Sample::SideBySide.scenario()));
    let player = Player { head: Playhead::resting_at(run.end(), Speed::OneWeek), shown: run.end() };
    let props = ClockworkProps {
        run: Some(Shared::of(&run)),
        player,
        stepping: Stepping::default(),
        lang: Lang::En,
        send: Callback::noop(),
    };
    let html = LocalServerRenderer::<Clockwork>::with_props(props).hydratable(false).render().await;
    assert!(html.contains("role=\"status\"") && html.ends_with("></p>"), "{html}");
}

#[tokio::test]
async fn it_says_why_it_rests_and_the_buttons_follow_the_unit() {
    use crate::app::stepping::Rest;
    use crate::log::breakpoints::{Breakpoint, next_hit};
    let scenario = Sample::SideBySide.scenario();
    let run = Rc::new(run_of(&scenario));
    let set = [Breakpoint::DeliveryCreated];
    let hit = next_hit(&run, &set, run.plan().start).unwrap();
    let shown = hit.at;
    let mut stepping = Stepping::default();
    (stepping.unit, stepping.breakpoints, stepping.rest) = (Unit::Launch, set.into(), Rest::Hit(hit));
    let props = TransportProps {
        scenario: Shared::of(&Rc::new(scenario)),
        run: Some(Shared::of(&run)),
        said: Rc::default(),
        cover: None,
        player: Player { head: Playhead::resting_at(shown, Speed::OneDay), shown },
        stepping,
        lang: Lang::En,
        send: Callback::noop(),
    };
    let html = LocalServerRenderer::<Transport>::with_props(props).hydratable(false).render().await;
    assert!(html.contains("aria-label=\"A launch on\"") && !html.contains("aria-label=\"A week on\""));
    assert!(html.contains("a delivery is created.</p>"), "{html}");
    assert!(html.contains("aria-label=\"Breakpoints: A delivery is created\""), "{html}");
}

#[test]
fn speeds_have_names_of_their_own() {
    use crate::scene::playhead::Speed;
    use crate::text::stepping::speed;
    for lang in Lang::WRITTEN {
        let names: Vec<String> =
            Speed::ALL.into_iter().map(|one| speed(lang, one.days_per_second())).collect();
        let different: std::collections::BTreeSet<&String> = names.iter().collect();
        assert_eq!(different.len(), Speed::ALL.len(), "{names:?}");
    }
    assert_eq!(speed(Lang::En, Speed::OneDay.days_per_second()), "1 day/s");
}
