//! Whom a preview is for: recipients found by what is typed, and the values that fields have for one of them.

use crate::base::kept_set::KeptSet;
use crate::base::people_set::RecipientIdx;
use crate::base::time::SimTime;
use crate::log::RunLog;
use crate::people::{People, PeopleAt};

/// How many recipients are searched by name.
pub const MOST_SEARCHED: u32 = 50_000;
/// How many that were found are offered.
pub const MOST_FOUND: usize = 6;

/// Recipients with this number, or with all of these words in name or address, whatever the case; the first few of
/// those who are there at the start or join later.
pub fn found(people: &People, typed: &str) -> Vec<RecipientIdx> {
    let words: Vec<String> = typed.split_whitespace().map(str::to_lowercase).collect();
    if words.is_empty() {
        return Vec::new();
    }
    if let Ok(number) = typed.trim().parse::<u32>() {
        let there = number.checked_sub(1).filter(|recipient| *recipient < people.total());
        return there.into_iter().collect();
    }
    let fits = |recipient: &RecipientIdx| {
        let who = people.identity(*recipient);
        let email = who.email.unwrap_or_default();
        let text = format!("{} {} {email}", who.first_name, who.last_name).to_lowercase();
        words.iter().all(|word| text.contains(word.as_str()))
    };
    (0..people.total().min(MOST_SEARCHED)).filter(fits).take(MOST_FOUND).collect()
}

/// Whom the newest run of an activity until a moment wrote to; none before it wrote to anybody.
pub fn reached<'l>(run: &'l RunLog, activity: &str, shown: SimTime) -> Option<&'l KeptSet> {
    let step = run.plan().step_named(activity)?;
    let batches = &run.record().batches[..run.batches_until(shown)];
    let newest = batches.iter().rev().find(|batch| batch.step == step && !batch.to_deliver.is_empty());
    newest.map(|batch| &batch.to_deliver)
}

/// The one who comes after another in a set, beginning anew at its end.
pub fn next_in(set: &KeptSet, recipient: RecipientIdx) -> Option<RecipientIdx> {
    let after = recipient.checked_add(1).map_or(0, |next| set.rank_below(next));
    u32::try_from(after).ok().and_then(|after| set.nth(after)).or_else(|| set.nth(0))
}

/// People at the moment asked about last, who can only be moved forward.
#[derive(Default)]
pub struct PeopleNow(Option<(PeopleAt, SimTime)>);

impl PeopleNow {
    /// The people at a moment.
    pub fn at(&mut self, people: &std::rc::Rc<People>, at: SimTime) -> &mut PeopleAt {
        let same =
            self.0.take().filter(|(now, then)| std::rc::Rc::ptr_eq(now.people(), people) && *then <= at);
        let (mut now, _) = same.unwrap_or_else(|| (PeopleAt::new(people.clone()), at));
        now.advance_to(at);
        &mut self.0.insert((now, at)).0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::lower::lower;
    use crate::scenario::samples::Sample;
    use std::rc::Rc;

    #[test]
    fn recipients_are_found_by_number_name_and_address() {
        let plan = lower(&Sample::SideBySide.scenario(), None).unwrap().plan;
        let people = &plan.people;
        assert_eq!(found(people, " 7 "), [6]);
        assert_eq!(found(people, "0"), Vec::<u32>::new());
        assert_eq!(found(people, &(people.total() + 1).to_string()), Vec::<u32>::new());
        let who = people.identity(41);
        let hits = found(people, &format!("{} {}", who.last_name.to_uppercase(), who.first_name));
        assert!(!hits.is_empty() && hits.len() <= MOST_FOUND);
        let all_fit = hits.iter().all(|one| people.identity(*one).last_name.contains(&who.last_name));
        assert!(all_fit);
        assert!(found(people, "nobody at all").is_empty() && found(people, "  ").is_empty());
    }

    #[test]
    fn those_reached_are_those_of_the_newest_run() {
        let plan = lower(&Sample::SideBySide.scenario(), None).unwrap().plan;
        let run = RunLog::of(Rc::new(plan));
        let start = Sample::SideBySide.scenario().start_time();
        assert_eq!(reached(&run, "recurring", start - crate::base::time::SimSpan::from_secs(1)), None);
        let set = reached(&run, "recurring", run.end()).unwrap();
        let first = set.nth(0).unwrap();
        assert_eq!(next_in(set, set.iter_back().next().unwrap()), Some(first));
        assert!(next_in(set, first) > Some(first));
        assert_eq!(reached(&run, "query", run.end()), None);
    }
}
