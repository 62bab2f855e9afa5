//! Undo and redo: a stack of whole scenarios, each shared, so that an entry costs one pointer and its change.

use std::rc::Rc;

use crate::scenario::Scenario;

/// How many steps can be undone.
const DEPTH: usize = 100;

/// How the history came to the present.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Course {
    /// By a change.
    #[default]
    On,
    /// By undoing one.
    Back,
    /// By doing one again.
    Forth,
}

/// The scenario with its past and its future.
#[derive(Clone, Debug)]
pub struct History {
    past: Vec<Rc<Scenario>>,
    present: Rc<Scenario>,
    future: Vec<Rc<Scenario>>,
    /// What the last step moved, where it was a move that the next may go on with.
    moving: Option<String>,
    course: Course,
}

impl History {
    /// A history without a past.
    pub fn new(present: Rc<Scenario>) -> Self {
        Self { past: Vec::new(), present, future: Vec::new(), moving: None, course: Course::On }
    }

    /// How it came to be as it is.
    pub fn course(&self) -> Course {
        self.course
    }

    /// The scenario as it is.
    pub fn present(&self) -> &Rc<Scenario> {
        &self.present
    }

    /// Whether something can be undone.
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether something can be done again.
    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }

    /// Makes `next` the present; what was undone before is gone.
    pub fn commit(&mut self, next: Rc<Scenario>) {
        self.past.push(std::mem::replace(&mut self.present, next));
        if self.past.len() > DEPTH {
            self.past.remove(0);
        }
        self.future.clear();
        self.moving = None;
        self.course = Course::On;
    }

    /// The same for a move of `what`; a row of moves of the same things is one step.
    pub fn commit_move(&mut self, next: Rc<Scenario>, what: String) {
        if self.moving.as_ref() == Some(&what) {
            self.present = next;
        } else {
            self.commit(next);
            self.moving = Some(what);
        }
    }

    /// The next move is a step of its own.
    pub fn end_moves(&mut self) {
        self.moving = None;
    }

    /// Goes one step back; tells whether there was one.
    pub fn undo(&mut self) -> bool {
        let Some(earlier) = self.past.pop() else { return false };
        self.future.push(std::mem::replace(&mut self.present, earlier));
        self.moving = None;
        self.course = Course::Back;
        true
    }

    /// Goes one step forward; tells whether there was one.
    pub fn redo(&mut self) -> bool {
        let Some(later) = self.future.pop() else { return false };
        self.past.push(std::mem::replace(&mut self.present, later));
        self.moving = None;
        self.course = Course::Forth;
        true
    }
}
