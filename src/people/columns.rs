//! All columns of a population. Copies share what neither has changed.

use std::borrow::Cow;
use std::rc::Rc;

use super::bits::Bits;
use super::column::{Column, PlainTexts};
use super::generate::Generator;
use super::predicate::{CompiledTest, Predicate};
use super::schema::{AttributeIdx, EMAIL, FIRST_NAME, LAST_NAME, MOBILE_PHONE};
use crate::base::people_set::RecipientIdx;

/// Every value of everyone. Cheap to clone: a column is copied when it is first changed.
#[derive(Clone, Debug)]
pub(super) struct Columns {
    pub(super) len: u32,
    pub(super) list: Vec<Rc<Column>>,
    pub(super) identities: Rc<Identities>,
}

/// Names and addresses: stored for imported people, computed for invented ones.
#[derive(Clone, Debug)]
pub(super) struct Identities {
    /// Those of the stored people, in the order of [`Identities::ATTRIBUTES`]; none where the file had no such
    /// column.
    pub(super) stored: [Option<PlainTexts>; 4],
    pub(super) stored_people: u32,
    pub(super) generator: Generator,
}

impl Identities {
    /// The attributes that tell people apart.
    pub(super) const ATTRIBUTES: [AttributeIdx; 4] = [EMAIL, FIRST_NAME, LAST_NAME, MOBILE_PHONE];

    /// One of [`Identities::ATTRIBUTES`] of a recipient.
    pub(super) fn text(&self, recipient: RecipientIdx, attribute: AttributeIdx) -> Cow<'_, str> {
        if recipient < self.stored_people {
            let place = Self::ATTRIBUTES.iter().position(|&one| one == attribute);
            let stored = place.and_then(|place| self.stored.get(place)?.as_ref());
            return Cow::Borrowed(stored.map_or("", |texts| texts.get(recipient)));
        }
        match attribute {
            EMAIL => Cow::Owned(self.generator.email(recipient)),
            FIRST_NAME => Cow::Borrowed(self.generator.first_name(recipient)),
            LAST_NAME => Cow::Borrowed(self.generator.last_name(recipient)),
            MOBILE_PHONE => Cow::Owned(self.generator.mobile_phone(recipient)),
            _ => Cow::Borrowed(""),
        }
    }

    pub(super) fn has_email(&self, recipient: RecipientIdx) -> bool {
        self.has(recipient, EMAIL)
    }

    /// Whether one of [`Identities::ATTRIBUTES`] is not empty, without making it up where it need not be.
    fn has(&self, recipient: RecipientIdx, attribute: AttributeIdx) -> bool {
        if recipient < self.stored_people {
            return !self.text(recipient, attribute).is_empty();
        }
        match attribute {
            EMAIL => self.generator.has_email(recipient),
            MOBILE_PHONE => self.generator.has_mobile_phone(recipient),
            _ => true,
        }
    }
}

impl Columns {
    pub(super) fn get(&self, attribute: AttributeIdx) -> Option<&Column> {
        self.list.get(attribute.get()).map(Rc::as_ref)
    }

    /// The text of a recipient; empty where the attribute is not a text.
    pub(super) fn text(&self, recipient: RecipientIdx, attribute: AttributeIdx) -> Cow<'_, str> {
        match self.get(attribute) {
            Some(Column::Identity) => self.identities.text(recipient, attribute),
            Some(column) => Cow::Borrowed(column.text(recipient)),
            None => Cow::Borrowed(""),
        }
    }

    /// Whether a test holds of one recipient on the day `today`.
    pub(super) fn holds(&self, test: &CompiledTest, recipient: RecipientIdx, today: i32) -> bool {
        match self.get(test.attribute) {
            Some(Column::Identity) => {
                test.predicate.holds_of_text(&self.identities.text(recipient, test.attribute))
            }
            Some(column) => column.holds(&test.predicate, recipient, today),
            None => false,
        }
    }

    /// The same question asked of everyone.
    pub(super) fn scan(&self, test: &CompiledTest, today: i32) -> Bits {
        let len = self.len as usize;
        match (self.get(test.attribute), &test.predicate) {
            (Some(Column::Identity), Predicate::Empty(empty)) => {
                Bits::for_each(len, |recipient| self.identities.has(recipient, test.attribute) != *empty)
            }
            (Some(Column::Identity), predicate) => Bits::for_each(len, |recipient| {
                predicate.holds_of_text(&self.identities.text(recipient, test.attribute))
            }),
            (Some(column), predicate) => column.scan(predicate, len, today),
            (None, _) => Bits::zeros(len),
        }
    }

    /// Changes a text; nothing happens unless the attribute is a text that may change.
    pub(super) fn put_text(&mut self, recipient: RecipientIdx, attribute: AttributeIdx, text: &str) {
        let Some(column) = self.changed(attribute) else { return };
        column.allow_changes();
        if let Column::Coded(texts) = column {
            texts.put(recipient, text);
        }
    }

    /// Changes a day; nothing happens unless the attribute is one.
    pub(super) fn put_day(&mut self, recipient: RecipientIdx, attribute: AttributeIdx, day: i32) {
        if let Some(Column::Date(days)) = self.changed(attribute) {
            days.put(recipient, day);
        }
    }

    /// Changes a flag; nothing happens unless the attribute is one.
    pub(super) fn put_flag(&mut self, recipient: RecipientIdx, attribute: AttributeIdx, on: bool) {
        if let Some(Column::Flag(bits)) = self.changed(attribute) {
            bits.put(recipient, on);
        }
    }

    /// Changes an integer; nothing happens unless the attribute is one.
    pub(super) fn put_integer(&mut self, recipient: RecipientIdx, attribute: AttributeIdx, value: i64) {
        if let Some(Column::Integer(values)) = self.changed(attribute)
            && let Some(old) = values.get_mut(recipient as usize)
        {
            *old = value;
        }
    }

    fn changed(&mut self, attribute: AttributeIdx) -> Option<&mut Column> {
        self.list.get_mut(attribute.get()).map(Rc::make_mut)
    }
}
