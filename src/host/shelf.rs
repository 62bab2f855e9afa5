//! Where texts can be kept by a key, each time with leave to refuse: the device, or memory.

use std::cell::RefCell;
use std::collections::BTreeMap;

/// Nothing was read, written or removed: storage is denied to the page, or full.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Refused;

/// Somewhere to keep texts.
pub(super) trait Shelf {
    /// The text of a key, if there is one.
    ///
    /// # Errors
    /// Where reading is refused.
    fn read(&self, key: &str) -> Result<Option<String>, Refused>;

    /// Keeps a text in place of the one before.
    ///
    /// # Errors
    /// Where it is refused; the one before stays.
    fn write(&self, key: &str, text: &str) -> Result<(), Refused>;

    /// Forgets the text of a key, if there is one.
    ///
    /// # Errors
    /// Where it is refused; the text stays.
    fn remove(&self, key: &str) -> Result<(), Refused>;
}

/// The storage of the device: what is there outlasts the page.
pub(super) struct Device(web_sys::Storage);

impl Device {
    /// The device's storage.
    ///
    /// # Errors
    /// In a frame without any, where the very property throws when it is read.
    pub(super) fn open() -> Result<Self, Refused> {
        let storage = web_sys::window().ok_or(Refused)?.local_storage();
        storage.ok().flatten().map(Self).ok_or(Refused)
    }
}

impl Shelf for Device {
    fn read(&self, key: &str) -> Result<Option<String>, Refused> {
        self.0.get_item(key).map_err(|_| Refused)
    }

    fn write(&self, key: &str, text: &str) -> Result<(), Refused> {
        self.0.set_item(key, text).map_err(|_| Refused)
    }

    fn remove(&self, key: &str) -> Result<(), Refused> {
        self.0.remove_item(key).map_err(|_| Refused)
    }
}

/// Memory: what is there goes with the page, and nothing is refused.
#[derive(Debug, Default)]
pub(super) struct Memory(RefCell<BTreeMap<String, String>>);

impl Shelf for Memory {
    fn read(&self, key: &str) -> Result<Option<String>, Refused> {
        Ok(self.0.borrow().get(key).cloned())
    }

    fn write(&self, key: &str, text: &str) -> Result<(), Refused> {
        self.0.borrow_mut().insert(key.to_owned(), text.to_owned());
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), Refused> {
        self.0.borrow_mut().remove(key);
        Ok(())
    }
}
