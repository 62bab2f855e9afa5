//! Where the work of this tab is kept when several are open: the newest in the one place that every visit reads, that of each
//! other tab beside it. No tab writes over what another has made.

use std::cell::{Cell, RefCell};

use super::shelf::{Refused, Shelf};
use crate::app::other_tabs::{self, OtherWork, Works};

/// The newest work.
pub(super) const WORK: &str = "delivery-lab/work";
/// The tab that has kept it.
const OWNER: &str = "delivery-lab/work.tab";
/// The works of the other tabs.
const OTHERS: &str = "delivery-lab/work.others";

/// What became of a work that was to be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Kept {
    /// It is kept.
    Here,
    /// It is kept, and this work of another tab beside it.
    Beside(String),
    /// The device has refused, and has what it had before.
    Refused,
}

/// What one tab knows of its work.
pub(super) struct Desk {
    tab: String,
    /// What was in the place of the newest when this tab read or wrote it last.
    known: RefCell<Option<String>>,
    /// Whether this tab has written it.
    is_mine: Cell<bool>,
}

impl Desk {
    /// The desk of a tab that has kept nothing yet. A tab that is loaded again keeps its name.
    pub(super) fn new(tab: String) -> Self {
        Self { tab, known: RefCell::default(), is_mine: Cell::default() }
    }

    /// The name of the tab.
    pub(super) fn tab(&self) -> &str {
        &self.tab
    }

    /// The work that this tab had, or else the newest.
    pub(super) fn load(&self, shelf: &dyn Shelf) -> Option<String> {
        let newest = shelf.read(WORK).ok().flatten();
        let is_mine = newest.is_some() && self.is_owner(shelf);
        // Tabs hear of each other late: what lies beside the newest may be older than it and of the same tab.
        let own = works(shelf).of(&self.tab).filter(|_| !is_mine).map(str::to_owned);
        self.is_mine.set(is_mine);
        // With its own work this tab does not go on from the newest: for it, that is another's.
        self.known.replace(newest.clone().filter(|_| own.is_none()));
        own.or(newest)
    }

    /// Keeps the work as the newest. What another tab has kept there meanwhile is put beside it first.
    pub(super) fn keep(&self, shelf: &dyn Shelf, text: &str) -> Kept {
        self.try_to_keep(shelf, text).unwrap_or(Kept::Refused)
    }

    fn try_to_keep(&self, shelf: &dyn Shelf, text: &str) -> Result<Kept, Refused> {
        let found = shelf.read(WORK)?;
        let is_strange = found != *self.known.borrow() && !self.is_owner(shelf);
        let other = found.filter(|found| is_strange && !other_tabs::is_same_work(found, text));
        if let Some(other) = &other {
            let owner = shelf.read(OWNER)?.unwrap_or_default();
            change(shelf, |works| {
                works.put(&owner, other);
                true
            })?;
        }
        shelf.write(WORK, text)?;
        if !self.is_owner(shelf) {
            shelf.write(OWNER, &self.tab)?;
        }
        change(shelf, |works| works.take_out(&self.tab))?;
        self.known.replace(Some(text.to_owned()));
        self.is_mine.set(true);
        Ok(other.map_or(Kept::Here, Kept::Beside))
    }

    /// Another tab may have written over this tab's work: puts that beside it, and gives what is there now.
    pub(super) fn look(&self, shelf: &dyn Shelf) -> Option<String> {
        let now = shelf.read(WORK).ok().flatten()?;
        let mine = self.known.borrow().clone()?;
        if !self.is_mine.get() || now == mine || self.is_owner(shelf) {
            return None;
        }
        self.is_mine.set(false);
        if !other_tabs::is_same_work(&mine, &now) {
            // Where the device refuses, this tab still has it, and keeps it at its next change.
            let _ = change(shelf, |works| {
                works.put(&self.tab, &mine);
                true
            });
        }
        Some(now)
    }

    /// Forgets the work that this tab would open with.
    pub(super) fn forget(&self, shelf: &dyn Shelf) {
        // Where the device refuses, it is read again at the next visit.
        let was_beside = change(shelf, |works| works.take_out(&self.tab));
        if was_beside != Ok(true) {
            let _ = shelf.remove(WORK);
        }
    }

    /// Forgets the work of another tab.
    pub(super) fn forget_other(shelf: &dyn Shelf, tab: &str) {
        let _ = change(shelf, |works| works.take_out(tab));
    }

    /// The works of the other tabs.
    pub(super) fn others(&self, shelf: &dyn Shelf) -> Vec<OtherWork> {
        let owner = shelf.read(OWNER).ok().flatten().unwrap_or_default();
        let is_other = |work: &OtherWork| *work.tab != *self.tab && *work.tab != *owner;
        works(shelf).opened().into_iter().filter(is_other).collect()
    }

    fn is_owner(&self, shelf: &dyn Shelf) -> bool {
        shelf.read(OWNER).ok().flatten().as_deref() == Some(&self.tab)
    }
}

/// Changes the works beside the newest; tells whether there was something to change.
fn change(shelf: &dyn Shelf, change: impl FnOnce(&mut Works) -> bool) -> Result<bool, Refused> {
    let mut works = works(shelf);
    if !change(&mut works) {
        return Ok(false);
    }
    if works.is_empty() {
        shelf.remove(OTHERS)?
    } else {
        shelf.write(OTHERS, &works.write())?
    }
    Ok(true)
}

fn works(shelf: &dyn Shelf) -> Works {
    Works::read(shelf.read(OTHERS).ok().flatten().as_deref())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::options::Options;
    use crate::app::state::AppState;
    use crate::host::shelf::Memory;

    /// A work that is told from others by its weeks.
    fn work(weeks: u32) -> String {
        AppState::new(&Options { weeks: Some(weeks), ..Options::default() }, None).to_keep()
    }

    fn tabs<const N: usize>(shelf: &Memory) -> [Desk; N] {
        std::array::from_fn(|number| {
            let desk = Desk::new(format!("tab {number}"));
            desk.load(shelf);
            desk
        })
    }

    /// The weeks of what a tab opens with when it is loaded again.
    fn reloaded(shelf: &Memory, tab: &str) -> Option<u32> {
        let text = Desk::new(tab.to_owned()).load(shelf)?;
        crate::app::saved::read(&text).ok()?.scenario.map(|scenario| scenario.weeks)
    }

    fn beside(shelf: &Memory, desk: &Desk) -> Vec<u32> {
        desk.others(shelf).iter().map(|work| work.scenario.weeks).collect()
    }

    #[test]
    fn one_tab_alone_keeps_one_work_and_takes_over_that_of_the_visit_before() {
        let shelf = Memory::default();
        let [first] = tabs(&shelf);
        assert_eq!((first.keep(&shelf, &work(3)), first.keep(&shelf, &work(4))), (Kept::Here, Kept::Here));
        let next = Desk::new("later".to_owned());
        assert_eq!(next.load(&shelf), Some(work(4)));
        assert_eq!(next.keep(&shelf, &work(5)), Kept::Here);
        assert_eq!((beside(&shelf, &next), reloaded(&shelf, "any")), (vec![], Some(5)));
    }

    #[test]
    fn three_tabs_that_change_the_same_work_in_turn_each_keep_their_own() {
        let shelf = Memory::default();
        let before = Desk::new("before".to_owned());
        before.keep(&shelf, &work(2));
        let [one, two, three] = tabs(&shelf);
        assert_eq!(one.keep(&shelf, &work(11)), Kept::Here);
        assert_eq!(two.keep(&shelf, &work(12)), Kept::Beside(work(11)));
        assert_eq!(three.keep(&shelf, &work(13)), Kept::Beside(work(12)));
        assert_eq!(one.keep(&shelf, &work(14)), Kept::Beside(work(13)));
        assert_eq!(one.keep(&shelf, &work(15)), Kept::Here);
        for (tab, weeks) in [("tab 0", 15), ("tab 1", 12), ("tab 2", 13), ("new", 15)] {
            assert_eq!(reloaded(&shelf, tab), Some(weeks), "{tab}");
        }
        assert_eq!(beside(&shelf, &one), [12, 13]);
        assert_eq!(beside(&shelf, &two), [13]);
        // Loaded again, a tab goes on with its own, and what is the newest by then is not its to write over.
        let again = Desk::new("tab 1".to_owned());
        assert_eq!((again.load(&shelf), again.look(&shelf)), (Some(work(12)), None));
        assert_eq!(again.keep(&shelf, &work(16)), Kept::Beside(work(15)));
        assert_eq!((reloaded(&shelf, "tab 0"), reloaded(&shelf, "tab 1")), (Some(15), Some(16)));
    }

    #[test]
    fn a_tab_whose_work_was_taken_over_while_it_is_open_puts_it_beside() {
        let shelf = Memory::default();
        let [one] = tabs(&shelf);
        one.keep(&shelf, &work(3));
        // Opened with the work of the first, and changed: for the second there is nothing strange in it.
        let second = Desk::new("second".to_owned());
        second.load(&shelf);
        assert_eq!((second.keep(&shelf, &work(4)), second.look(&shelf)), (Kept::Here, None));
        assert_eq!((one.look(&shelf), one.look(&shelf)), (Some(work(4)), None));
        assert_eq!((reloaded(&shelf, "tab 0"), reloaded(&shelf, "second")), (Some(3), Some(4)));
        one.forget(&shelf);
        assert_eq!((reloaded(&shelf, "tab 0"), beside(&shelf, &second)), (Some(4), vec![]));
        second.forget(&shelf);
        assert_eq!(reloaded(&shelf, "second"), None);
    }

    #[test]
    fn what_another_tab_left_too_late_beside_the_newest_is_not_taken_for_it() {
        let shelf = Memory::default();
        let [one, two] = tabs(&shelf);
        one.keep(&shelf, &work(3));
        let late = shelf.read(OTHERS).unwrap();
        two.keep(&shelf, &work(4));
        let beside_one = shelf.read(OTHERS).unwrap();
        assert_eq!((late, one.keep(&shelf, &work(5))), (None, Kept::Beside(work(4))));
        // The second writes what it saw before the first took its own work out.
        shelf.write(OTHERS, &beside_one.unwrap()).unwrap();
        assert_eq!(reloaded(&shelf, "tab 0"), Some(5));
        assert_eq!((beside(&shelf, &one), beside(&shelf, &two)), (vec![], vec![]));
    }

    #[test]
    fn what_differs_in_nothing_but_looks_is_not_kept_twice() {
        let shelf = Memory::default();
        let [one, two] = tabs(&shelf);
        let dark = work(3).replace("\"theme\":\"auto\"", "\"theme\":\"dark\"");
        assert_ne!(dark, work(3));
        one.keep(&shelf, &work(3));
        assert_eq!((two.keep(&shelf, &dark), beside(&shelf, &two)), (Kept::Here, vec![]));
        assert_eq!((one.look(&shelf), beside(&shelf, &two)), (Some(dark), vec![]));
    }

    #[test]
    fn where_another_work_finds_no_room_it_is_not_written_over() {
        /// Takes what there was, and no new name.
        struct Full(Memory);
        impl Shelf for Full {
            fn read(&self, key: &str) -> Result<Option<String>, Refused> {
                self.0.read(key)
            }
            fn write(&self, key: &str, text: &str) -> Result<(), Refused> {
                if key == OTHERS { Err(Refused) } else { self.0.write(key, text) }
            }
            fn remove(&self, key: &str) -> Result<(), Refused> {
                self.0.remove(key)
            }
        }
        let shelf = Full(Memory::default());
        let (one, two) = (Desk::new("one".to_owned()), Desk::new("two".to_owned()));
        one.keep(&shelf, &work(3));
        assert_eq!(two.keep(&shelf, &work(4)), Kept::Refused);
        assert_eq!(shelf.read(WORK), Ok(Some(work(3))));
    }
}
