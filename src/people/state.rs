//! The population at a moment of the run: who is there, what they are like, whom a condition selects.

use std::rc::Rc;

use super::bits::Bits;
use super::changes::{Change, ChangeKind};
use super::columns::Columns;
use super::population::{Identity, People, Value};
use super::predicate::{CompiledTest, Node, Selector};
use super::schema::{AttributeIdx, BLACK_LIST, CITY, COUNTRY, LOYALTY, NEWSLETTER, POINTS};
use crate::base::people_set::{PeopleSet, RecipientIdx};
use crate::base::time::SimTime;

/// People at a moment. Moves forward only; a clone is a cheap snapshot to come back to.
#[derive(Clone, Debug)]
pub struct PeopleAt {
    people: Rc<People>,
    pub(super) columns: Columns,
    applied: usize,
    present: PeopleSet,
    present_bits: Bits,
    denylisted: PeopleSet,
    without_address: Rc<PeopleSet>,
    text_format: Rc<PeopleSet>,
    /// Answers of everyone to tests asked before, kept true by every change.
    known: Vec<(CompiledTest, Bits)>,
}

/// How one recipient answers a selector.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// Whether the recipient is in the population at all.
    pub present: bool,
    /// Whether the whole condition holds. The recipient is selected if it holds and they are present.
    pub holds: bool,
    /// The answer of each test, in reading order.
    pub tests: Vec<TestOutcome>,
}

/// How one recipient answers one test.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TestOutcome {
    /// The place of the test, as in [`super::ConditionProblem::path`].
    pub path: Vec<usize>,
    /// The answer.
    pub holds: bool,
}

impl PeopleAt {
    /// The people just before the run starts.
    pub fn new(people: Rc<People>) -> Self {
        let columns = people.columns.clone();
        let len = columns.len as usize;
        Self {
            applied: 0,
            present: PeopleSet::first(people.initial()),
            present_bits: Bits::for_each(len, |recipient| recipient < people.initial()),
            denylisted: people.denylisted.clone(),
            without_address: Rc::clone(&people.without_address),
            text_format: Rc::clone(&people.text_format),
            known: Vec::new(),
            columns,
            people,
        }
    }

    /// Everyone of the run, as they were at the start.
    pub fn people(&self) -> &Rc<People> {
        &self.people
    }

    /// Applies everything that happens up to and including `moment`; gives the changes newly applied, in
    /// order of time. An earlier moment changes nothing.
    pub fn advance_to(&mut self, moment: SimTime) -> &[Change] {
        let people = Rc::clone(&self.people);
        let from = self.applied;
        while let Some(change) = people.changes().get(self.applied).filter(|change| change.at <= moment) {
            self.apply(change);
            self.applied += 1;
        }
        &self.people.changes()[from..self.applied]
    }

    /// Denylists a recipient, as the opt-out link of a delivery does; tells whether they were not before.
    pub fn apply_opt_out(&mut self, recipient: RecipientIdx) -> bool {
        if recipient >= self.columns.len || !self.denylisted.insert(recipient) {
            return false;
        }
        self.columns.put_flag(recipient, BLACK_LIST, true);
        self.refresh(recipient, &[BLACK_LIST]);
        true
    }

    /// Everyone present of whom the selector holds on the day of `at`, a time on the wall of whoever asks. What people
    /// are like is as of the moment advanced to.
    pub fn select(&mut self, selector: &Selector, at: SimTime) -> PeopleSet {
        let today = day(at);
        selector.root.for_each_test(&mut Vec::new(), &mut |_, test| self.learn(test, today));
        let mut selected = self.answer(&selector.root, today);
        selected &= &self.present_bits;
        selected.to_set()
    }

    /// How one recipient answers the selector on the day of `at`, as [`PeopleAt::select`] does.
    pub fn explain(&self, selector: &Selector, recipient: RecipientIdx, at: SimTime) -> Explanation {
        let today = day(at);
        let mut tests = Vec::new();
        selector.root.for_each_test(&mut Vec::new(), &mut |path, test| {
            let holds = self.columns.holds(test, recipient, today);
            tests.push(TestOutcome { path: path.to_vec(), holds });
        });
        let holds = self.holds(&selector.root, recipient, today);
        Explanation { present: self.present.contains(recipient), holds, tests }
    }

    /// Everyone who has joined so far.
    pub fn present(&self) -> &PeopleSet {
        &self.present
    }

    /// Everyone who has opted out so far.
    pub fn denylisted(&self) -> &PeopleSet {
        &self.denylisted
    }

    /// Everyone without an e-mail address, those included who join later.
    pub fn without_address(&self) -> &PeopleSet {
        &self.without_address
    }

    /// Everyone who reads in text format now (`iEmailFormat` 1), those included who join later.
    pub fn text_format(&self) -> &Rc<PeopleSet> {
        &self.text_format
    }

    /// Name and address of a recipient.
    pub fn identity(&self, recipient: RecipientIdx) -> Identity {
        self.people.identity(recipient)
    }

    /// The value of an attribute now.
    pub fn value(&self, recipient: RecipientIdx, attribute: AttributeIdx) -> Value {
        self.columns.value(recipient, attribute)
    }

    fn apply(&mut self, change: &Change) {
        let recipient = change.recipient;
        change.apply(&mut self.columns);
        match change.what {
            ChangeKind::Joined => {
                self.present.insert(recipient);
                self.present_bits.put(recipient, true);
            }
            ChangeKind::Moved { .. } => self.refresh(recipient, &[COUNTRY, CITY]),
            ChangeKind::NewsletterSet(_) => self.refresh(recipient, &[NEWSLETTER]),
            ChangeKind::LoyaltySet(_) => self.refresh(recipient, &[LOYALTY]),
            ChangeKind::PointsSet(_) => self.refresh(recipient, &[POINTS]),
            ChangeKind::Unsubscribed => {
                self.denylisted.insert(recipient);
                self.refresh(recipient, &[BLACK_LIST]);
            }
        }
    }

    /// Gives up the answers that were kept about an attribute.
    pub(super) fn forget(&mut self, attribute: AttributeIdx) {
        self.known.retain(|(test, _)| test.attribute != attribute);
    }

    /// Puts a recipient on the denylist, or takes them off.
    pub(super) fn set_denylisted(&mut self, recipient: RecipientIdx, on: bool) {
        if on {
            self.denylisted.insert(recipient);
        } else {
            self.denylisted.remove(recipient);
        }
    }

    /// Has a recipient read in text format, or no longer.
    pub(super) fn set_text_format(&mut self, recipient: RecipientIdx, on: bool) {
        let readers = Rc::make_mut(&mut self.text_format);
        if on {
            readers.insert(recipient);
        } else {
            readers.remove(recipient);
        }
    }

    /// Asks one recipient again whatever was asked of everyone about these attributes.
    fn refresh(&mut self, recipient: RecipientIdx, attributes: &[AttributeIdx]) {
        for (test, bits) in &mut self.known {
            if attributes.contains(&test.attribute) {
                // Tests that look at the day are never kept, so any day will do.
                bits.put(recipient, self.columns.holds(test, recipient, 0));
            }
        }
    }

    /// Asks everyone once, unless the answers change from day to day.
    fn learn(&mut self, test: &CompiledTest, today: i32) {
        const MOST: usize = 64;
        if !test.predicate.depends_on_day() && self.find_known(test).is_none() {
            if self.known.len() >= MOST {
                self.known.remove(0);
            }
            self.known.push((test.clone(), self.columns.scan(test, today)));
        }
    }

    fn find_known(&self, test: &CompiledTest) -> Option<&Bits> {
        self.known.iter().find(|(known, _)| known == test).map(|(_, bits)| bits)
    }

    fn answer(&self, node: &Node, today: i32) -> Bits {
        let len = self.columns.len as usize;
        match node {
            Node::Test(test) => {
                self.find_known(test).cloned().unwrap_or_else(|| self.columns.scan(test, today))
            }
            Node::Not(node) => self.answer(node, today).inverted(len),
            Node::All(parts) => parts.iter().fold(Bits::ones(len), |mut all, part| {
                all &= &self.answer(part, today);
                all
            }),
            Node::Any(parts) => parts.iter().fold(Bits::zeros(len), |mut any, part| {
                any |= &self.answer(part, today);
                any
            }),
        }
    }

    fn holds(&self, node: &Node, recipient: RecipientIdx, today: i32) -> bool {
        match node {
            Node::Test(test) => self.columns.holds(test, recipient, today),
            Node::Not(node) => !self.holds(node, recipient, today),
            Node::All(parts) => parts.iter().all(|part| self.holds(part, recipient, today)),
            Node::Any(parts) => parts.iter().any(|part| self.holds(part, recipient, today)),
        }
    }
}

/// The day number of a moment; saturates far outside the calendar the lab uses.
fn day(at: SimTime) -> i32 {
    i32::try_from(at.day_number()).unwrap_or(if at.secs() < 0 { i32::MIN + 1 } else { i32::MAX })
}
