//! Shared values as props: equal when they are the same value in memory, so that comparing costs nothing.

use std::ops::Deref;
use std::rc::Rc;

/// A shared value that compares by pointer.
#[derive(Debug)]
pub struct Shared<T: ?Sized>(Rc<T>);

impl<T: ?Sized> Shared<T> {
    /// Shares a value that is shared already.
    pub fn of(value: &Rc<T>) -> Self {
        Self(value.clone())
    }

    /// The value as it is shared everywhere else.
    pub fn rc(&self) -> &Rc<T> {
        &self.0
    }
}

impl<T: ?Sized> Clone for Shared<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<T: ?Sized> PartialEq for Shared<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl<T: ?Sized> Deref for Shared<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.0
    }
}
