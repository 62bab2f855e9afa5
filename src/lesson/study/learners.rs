//! Made-up learners: the rule of mastery must tell those who know from those who guess.

use super::mastery::{Mastery, PassMark};
use super::progress::TRIES;
use crate::base::chance::Key;
use crate::lesson::course::Skill;

/// How many items a skill has at least, and the final check; the course's own tests hold it to that.
const ITEMS: u64 = 6;
const CHECK: u64 = 12;
const LEARNERS: u64 = 2_000;

/// Whether a learner passes who is right with this chance in a hundred, and tries again after each wrong answer.
fn passes(learner: u64, percent: u32) -> bool {
    let key = Key::of_seed(20_261_124).with(learner);
    let is_right = |key: Key| key.happens(percent * 100);
    let masters = |skill: u64| {
        let mut mastery = Mastery::default();
        for item in 0..ITEMS {
            for attempt in 0..u64::from(TRIES) {
                let right = is_right(key.named("item").with(skill).with(item).with(attempt));
                mastery = mastery.noted(right, PassMark::USUAL);
                if right {
                    break;
                }
            }
        }
        mastery.is_reached()
    };
    let right = (0..CHECK).filter(|item| is_right(key.named("check").with(*item))).count();
    (0..Skill::ALL.len() as u64).all(masters) && PassMark::USUAL.is_met(right as u32, CHECK as u32)
}

fn share(percent: u32) -> u64 {
    (0..LEARNERS).filter(|learner| passes(*learner, percent)).count() as u64 * 100 / LEARNERS
}

#[test]
fn who_guesses_does_not_pass_and_who_knows_does() {
    // One of four choices; most items ask for numbers, where guessing does worse.
    assert!(share(25) < 5, "{}", share(25));
    assert!(share(50) < 5, "{}", share(50));
    // Knows the rules and slips now and then.
    assert!(share(95) > 90, "{}", share(95));
    assert_eq!(share(100), 100);
}
