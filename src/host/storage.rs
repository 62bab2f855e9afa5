//! What is kept on the device. Storage is denied in many frames: what the device refuses is kept in memory, so that it
//! is there as long as the page is, and whoever asked is told.

use super::desk::{Desk, Kept, WORK};
use super::shelf::{Device, Memory, Refused, Shelf};
use super::tab;
use crate::app::other_tabs::OtherWork;

const WORK_ASIDE: &str = "delivery-lab/work.unreadable";
const TEMPLATES: &str = "delivery-lab/templates";
const LESSONS: &str = "delivery-lab/lessons";
const LESSONS_ASIDE: &str = "delivery-lab/lessons.unreadable";
const TEMPLATES_ASIDE: &str = "delivery-lab/templates.unreadable";

thread_local! {
    // Chosen once for the page, so that all labs on it share what is in memory.
    static SHELVES: Shelves = Shelves::over(Device::open().map(|device| Box::new(device) as Box<dyn Shelf>));
    // The work of the labs of this page, among that of other tabs.
    static DESK: Desk = Desk::new(tab::name());
    // What labs have that must leave no trace on the device.
    static FLEETING: Shelves = Shelves::over(Err(Refused));
}

/// Where a lab keeps what is meant to outlast a visit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Room {
    /// On the device, as far as that takes it.
    Device,
    /// On the page alone: nothing is read from the device either.
    Page,
}

impl Room {
    fn with<T>(self, act: impl FnOnce(&Shelves) -> T) -> T {
        match self {
            Self::Device => SHELVES.with(act),
            Self::Page => FLEETING.with(act),
        }
    }
}

/// Whether the device may keep something for this page; that it has room is seen when it does.
pub fn is_allowed() -> bool {
    SHELVES.with(|shelves| shelves.device.is_some())
}

/// Whether the templates are, or would be, there only as long as the page is.
pub fn templates_are_fleeting(room: Room) -> bool {
    room.with(|shelves| shelves.is_fleeting(TEMPLATES))
}

/// The work that was kept, if any was: that of this tab, where it has been loaded again.
pub fn load() -> Option<String> {
    let on_page = SHELVES.with(|shelves| shelves.memory.read(WORK).ok().flatten());
    on_page.or_else(|| at_desk(Desk::load).flatten())
}

/// Keeps the work, beside that of other tabs; tells whether the device has it.
pub(super) fn keep(text: &str) -> Kept {
    let kept = at_desk(|desk, shelf| desk.keep(shelf, text)).unwrap_or(Kept::Refused);
    SHELVES.with(|shelves| shelves.remember(WORK, text, kept != Kept::Refused));
    kept
}

/// The work that another tab has kept in place of this one's, if it has just done so.
pub(super) fn look_for_other_tabs() -> Option<String> {
    at_desk(Desk::look).flatten()
}

/// The page is left: the next one in this tab goes on with this tab's work.
pub(super) fn leave() {
    at_desk(|desk, _| tab::hand_on(desk.tab()));
}

/// The page has come back as it was.
pub(super) fn come_back() {
    tab::take_away();
}

/// What other tabs worked at.
pub(super) fn others(room: Room) -> Vec<OtherWork> {
    let of_device = (room == Room::Device).then(|| at_desk(Desk::others)).flatten();
    of_device.unwrap_or_default()
}

/// Forgets the work of another tab.
pub(super) fn forget_other(tab: &str) {
    at_desk(|_, shelf| Desk::forget_other(shelf, tab));
}

/// What the desk does with the device, where there is one.
fn at_desk<T>(act: impl FnOnce(&Desk, &dyn Shelf) -> T) -> Option<T> {
    SHELVES.with(|shelves| {
        let device = shelves.device.as_deref()?;
        Some(DESK.with(|desk| act(desk, device)))
    })
}

/// Puts a text that could not be read aside, so that the next save does not write over it; tells whether
/// that worked.
pub fn keep_aside(text: &str) -> bool {
    SHELVES.with(|shelves| shelves.put(WORK_ASIDE, text))
}

/// Forgets what was kept; what is aside stays.
pub fn forget() {
    at_desk(Desk::forget);
    // Memory refuses nothing.
    SHELVES.with(|shelves| shelves.memory.remove(WORK)).unwrap_or_default();
}

/// The templates that were kept, if any were.
pub fn templates(room: Room) -> Option<String> {
    room.with(|shelves| shelves.get(TEMPLATES))
}

/// Keeps the templates; tells whether the device has them.
pub fn keep_templates(room: Room, text: &str) -> bool {
    room.with(|shelves| shelves.put(TEMPLATES, text))
}

/// Puts templates that could not be read aside; tells whether that worked.
pub fn keep_templates_aside(room: Room, text: &str) -> bool {
    room.with(|shelves| shelves.put(TEMPLATES_ASIDE, text))
}

/// The lessons that were kept, if any were.
pub fn lessons(room: Room) -> Option<String> {
    room.with(|shelves| shelves.get(LESSONS))
}

/// Keeps the lessons; tells whether the device has them.
pub fn keep_lessons(room: Room, text: &str) -> bool {
    room.with(|shelves| shelves.put(LESSONS, text))
}

/// Puts lessons that could not be read aside; tells whether that worked.
pub fn keep_lessons_aside(room: Room, text: &str) -> bool {
    room.with(|shelves| shelves.put(LESSONS_ASIDE, text))
}

/// Whether the lessons are, or would be, there only as long as the page is.
pub fn lessons_are_fleeting(room: Room) -> bool {
    room.with(|shelves| shelves.is_fleeting(LESSONS))
}

/// The device where it is allowed, and memory for what it does not take.
struct Shelves {
    device: Option<Box<dyn Shelf>>,
    memory: Memory,
}

impl Shelves {
    /// Memory alone where the device is refused.
    fn over(device: Result<Box<dyn Shelf>, Refused>) -> Self {
        Self { device: device.ok(), memory: Memory::default() }
    }

    /// What is in memory is newer than what the device has.
    fn get(&self, key: &str) -> Option<String> {
        let in_memory = self.memory.read(key).ok().flatten();
        in_memory.or_else(|| self.device.as_ref()?.read(key).ok().flatten())
    }

    /// Keeps a text; tells whether the device has it.
    fn put(&self, key: &str, text: &str) -> bool {
        let on_device = self.device.as_ref().map_or(Err(Refused), |device| device.write(key, text));
        self.remember(key, text, on_device.is_ok());
        on_device.is_ok()
    }

    /// Keeps in memory what the device does not have.
    fn remember(&self, key: &str, text: &str, is_on_device: bool) {
        // Memory takes everything.
        let _ = if is_on_device { self.memory.remove(key) } else { self.memory.write(key, text) };
    }

    fn is_fleeting(&self, key: &str) -> bool {
        self.device.is_none() || self.memory.read(key).is_ok_and(|text| text.is_some())
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;
    use std::rc::Rc;

    use super::*;

    /// A device that refuses when it is told to.
    struct Moody {
        inner: Memory,
        refuses: Rc<Cell<bool>>,
    }

    impl Moody {
        fn asked<T>(&self, answer: impl FnOnce(&Memory) -> Result<T, Refused>) -> Result<T, Refused> {
            if self.refuses.get() { Err(Refused) } else { answer(&self.inner) }
        }
    }

    impl Shelf for Moody {
        fn read(&self, key: &str) -> Result<Option<String>, Refused> {
            self.asked(|inner| inner.read(key))
        }

        fn write(&self, key: &str, text: &str) -> Result<(), Refused> {
            self.asked(|inner| inner.write(key, text))
        }

        fn remove(&self, key: &str) -> Result<(), Refused> {
            self.asked(|inner| inner.remove(key))
        }
    }

    fn moody() -> (Shelves, Rc<Cell<bool>>) {
        let refuses = Rc::new(Cell::new(false));
        let device = Moody { inner: Memory::default(), refuses: refuses.clone() };
        (Shelves::over(Ok(Box::new(device))), refuses)
    }

    #[test]
    fn what_is_kept_on_the_page_alone_never_asks_the_device() {
        // Here there is no browser: whatever asked for its storage would end this test.
        assert!(!keep_lessons(Room::Page, "mine") && lessons_are_fleeting(Room::Page));
        assert!(!keep_templates(Room::Page, "own"));
        assert_eq!(lessons(Room::Page).as_deref(), Some("mine"));
        assert_eq!(templates(Room::Page).as_deref(), Some("own"));
    }

    #[test]
    fn without_a_device_everything_is_in_memory_and_said_to_be() {
        let shelves = Shelves::over(Err(Refused));
        assert!(shelves.is_fleeting(WORK));
        assert!(!shelves.put(WORK, "mine"));
        assert_eq!(shelves.get(WORK).as_deref(), Some("mine"));
    }

    #[test]
    fn what_the_device_refuses_is_in_memory_until_it_takes_it_again() {
        let (shelves, refuses) = moody();
        assert!(shelves.put(WORK, "first") && !shelves.is_fleeting(WORK));
        refuses.set(true);
        assert!(!shelves.put(WORK, "second") && shelves.is_fleeting(WORK));
        assert!(!shelves.is_fleeting(TEMPLATES));
        refuses.set(false);
        assert_eq!(shelves.get(WORK).as_deref(), Some("second"), "newer than what the device has");
        assert!(shelves.put(WORK, "third") && !shelves.is_fleeting(WORK));
        assert_eq!(shelves.device.as_ref().unwrap().read(WORK), Ok(Some("third".to_owned())));
    }
}
