//! The values of one attribute for everyone: compact, and scanned in one pass by a test.

use std::cell::OnceCell;
use std::collections::BTreeMap;

use chrono::Datelike;

use super::bits::Bits;
use super::predicate::{Comparison, Predicate};
use crate::base::people_set::RecipientIdx;
use crate::base::time::{DAY_SECS, SimTime};

/// "No value" among integers.
pub(super) const NO_INTEGER: i64 = i64::MIN;
/// "No value" among day numbers.
pub(super) const NO_DAY: i32 = i32::MIN;
/// How many different texts a column may have before they are stored one by one.
const MAX_DICTIONARY: usize = 4_096;

/// The values of one attribute, one for each recipient.
#[derive(Clone, Debug)]
pub(super) enum Column {
    /// Names and addresses, which live elsewhere and never change.
    Identity,
    /// Few different texts, which may change.
    Coded(CodedTexts),
    /// Many different texts, as they were at the start.
    Plain(PlainTexts),
    Integer(Vec<i64>),
    Date(Days),
    Flag(Bits),
}

/// Texts as numbers of a dictionary. Invariant: code 0 is the empty text.
#[derive(Clone, Debug)]
pub(super) struct CodedTexts {
    codes: Codes,
    dictionary: Vec<Box<str>>,
    /// The code that was put last: whoever writes one text for many people has it found at once.
    last: usize,
}

/// One byte for each recipient while 256 different texts are enough.
#[derive(Clone, Debug)]
enum Codes {
    Narrow(Vec<u8>),
    Wide(Vec<u32>),
}

/// Texts one after the other.
#[derive(Clone, Debug, Default)]
pub(super) struct PlainTexts {
    text: String,
    ends: Vec<u32>,
}

/// Day numbers since 1970-01-01.
#[derive(Clone, Debug, Default)]
pub(super) struct Days {
    days: Vec<i32>,
    /// Day and month of each, made when the first anniversary is asked for; 0 for none.
    day_and_month: OnceCell<Vec<u16>>,
}

impl Column {
    /// Stores texts in the way in which they may change.
    pub(super) fn allow_changes(&mut self) {
        if let Self::Plain(texts) = self {
            let count = RecipientIdx::try_from(texts.ends.len()).unwrap_or(RecipientIdx::MAX);
            let mut growing = GrowingTexts::changing();
            (0..count).for_each(|recipient| growing.push(texts.get(recipient)));
            *self = growing.finish();
        }
    }

    /// The text of a recipient; empty where the column holds something else.
    pub(super) fn text(&self, recipient: RecipientIdx) -> &str {
        match self {
            Self::Coded(texts) => texts.get(recipient),
            Self::Plain(texts) => texts.get(recipient),
            _ => "",
        }
    }

    /// The integer of a recipient.
    pub(super) fn integer(&self, recipient: RecipientIdx) -> Option<i64> {
        let Self::Integer(values) = self else { return None };
        values.get(recipient as usize).copied().filter(|&value| value != NO_INTEGER)
    }

    /// The day number of a recipient.
    pub(super) fn day(&self, recipient: RecipientIdx) -> Option<i32> {
        let Self::Date(values) = self else { return None };
        values.days.get(recipient as usize).copied().filter(|&day| day != NO_DAY)
    }

    /// The flag of a recipient.
    pub(super) fn flag(&self, recipient: RecipientIdx) -> bool {
        matches!(self, Self::Flag(bits) if bits.get(recipient))
    }

    /// Whether `predicate` holds of one recipient on the day `today`: the plain meaning that
    /// [`Column::scan`] must agree with.
    pub(super) fn holds(&self, predicate: &Predicate, recipient: RecipientIdx, today: i32) -> bool {
        match (self, predicate) {
            (Self::Coded(_) | Self::Plain(_), _) => predicate.holds_of_text(self.text(recipient)),
            (Self::Flag(_), Predicate::Flag(on)) => self.flag(recipient) == *on,
            (Self::Integer(_), Predicate::Empty(empty)) => self.integer(recipient).is_none() == *empty,
            (Self::Integer(_), Predicate::Integer(how, value)) => {
                compares(self.integer(recipient), *how, value)
            }
            (Self::Date(_), Predicate::Empty(empty)) => self.day(recipient).is_none() == *empty,
            (Self::Date(_), Predicate::Date(how, value)) => compares(self.day(recipient), *how, value),
            (Self::Date(_), Predicate::Anniversary) => {
                self.day(recipient).is_some_and(|day| day_and_month(day) == day_and_month(today))
            }
            (Self::Date(_), Predicate::WithinDays(days)) => {
                self.day(recipient).is_some_and(|day| day <= today && day >= today.saturating_sub(*days))
            }
            (Self::Date(_), Predicate::OlderThanDays(days)) => {
                self.day(recipient).is_some_and(|day| day < today.saturating_sub(*days))
            }
            _ => false,
        }
    }

    /// The same question asked of everyone; `len` is the number of recipients.
    pub(super) fn scan(&self, predicate: &Predicate, len: usize, today: i32) -> Bits {
        match (self, predicate) {
            (Self::Coded(texts), _) => texts.scan(predicate),
            (Self::Plain(texts), _) => {
                Bits::for_each(len, |recipient| predicate.holds_of_text(texts.get(recipient)))
            }
            (Self::Flag(bits), Predicate::Flag(true)) => bits.clone(),
            (Self::Flag(bits), Predicate::Flag(false)) => bits.inverted(len),
            (Self::Integer(values), Predicate::Empty(empty)) => {
                Bits::scan(values, |value| (value == NO_INTEGER) == *empty)
            }
            (Self::Integer(values), Predicate::Integer(how, value)) => {
                scan_compared(values, *how, *value, NO_INTEGER)
            }
            (Self::Date(values), _) => values.scan(predicate, len, today),
            _ => Bits::zeros(len),
        }
    }
}

impl CodedTexts {
    fn get(&self, recipient: RecipientIdx) -> &str {
        let at = recipient as usize;
        let code = match &self.codes {
            Codes::Narrow(codes) => codes.get(at).map(|&code| usize::from(code)),
            Codes::Wide(codes) => codes.get(at).map(|&code| code as usize),
        };
        code.and_then(|code| self.dictionary.get(code)).map_or("", |text| text)
    }

    /// Changes the text of one recipient; nothing happens beyond the end.
    pub(super) fn put(&mut self, recipient: RecipientIdx, text: &str) {
        let code = self.code(text);
        self.last = code;
        if let (Codes::Narrow(codes), Err(_)) = (&self.codes, u8::try_from(code)) {
            self.codes = Codes::Wide(codes.iter().map(|&code| u32::from(code)).collect());
        }
        let at = recipient as usize;
        match &mut self.codes {
            Codes::Narrow(codes) => codes.get_mut(at).into_iter().for_each(|old| *old = code as u8),
            Codes::Wide(codes) => codes.get_mut(at).into_iter().for_each(|old| *old = code as u32),
        }
    }

    /// The code of a text, which is given one if it has none.
    fn code(&mut self, text: &str) -> usize {
        if self.dictionary.get(self.last).is_some_and(|entry| **entry == *text) {
            return self.last;
        }
        let known = self.dictionary.iter().position(|entry| **entry == *text);
        known.unwrap_or_else(|| {
            self.dictionary.push(text.into());
            self.dictionary.len() - 1
        })
    }

    /// Asks once for each different text.
    fn scan(&self, predicate: &Predicate) -> Bits {
        let answers: Vec<bool> = self.dictionary.iter().map(|text| predicate.holds_of_text(text)).collect();
        match &self.codes {
            Codes::Narrow(codes) => {
                let mut table = [false; 256];
                table.iter_mut().zip(answers).for_each(|(entry, answer)| *entry = answer);
                Bits::scan(codes, |code| table[usize::from(code)])
            }
            Codes::Wide(codes) => {
                Bits::scan(codes, |code| answers.get(code as usize).copied().unwrap_or_default())
            }
        }
    }
}

impl PlainTexts {
    /// Adds the text of the next recipient.
    fn push(&mut self, value: &str) {
        self.text.push_str(value);
        self.ends.push(u32::try_from(self.text.len()).unwrap_or(u32::MAX));
    }

    /// The text of a recipient; empty beyond the end.
    pub(super) fn get(&self, recipient: RecipientIdx) -> &str {
        let at = recipient as usize;
        let start = at.checked_sub(1).and_then(|before| self.ends.get(before)).map_or(0, |&end| end as usize);
        self.ends.get(at).and_then(|&end| self.text.get(start..end as usize)).unwrap_or_default()
    }
}

impl<'a> FromIterator<&'a str> for PlainTexts {
    fn from_iter<I: IntoIterator<Item = &'a str>>(values: I) -> Self {
        let mut texts = Self::default();
        values.into_iter().for_each(|value| texts.push(value));
        texts
    }
}

impl Days {
    /// Adds the day number of the next recipient, [`NO_DAY`] for none.
    pub(super) fn push(&mut self, day: i32) {
        self.day_and_month.take();
        self.days.push(day);
    }

    /// Changes the day of one recipient; nothing happens beyond the end.
    pub(super) fn put(&mut self, recipient: RecipientIdx, day: i32) {
        let at = recipient as usize;
        if let Some(old) = self.days.get_mut(at) {
            *old = day;
        }
        if let Some(of_year) = self.day_and_month.get_mut().and_then(|known| known.get_mut(at)) {
            *of_year = if day == NO_DAY { 0 } else { day_and_month(day) };
        }
    }

    fn day_and_month(&self) -> &[u16] {
        let of = |&day: &i32| if day == NO_DAY { 0 } else { day_and_month(day) };
        self.day_and_month.get_or_init(|| self.days.iter().map(of).collect())
    }

    fn scan(&self, predicate: &Predicate, len: usize, today: i32) -> Bits {
        match predicate {
            Predicate::Empty(empty) => Bits::scan(&self.days, |day| (day == NO_DAY) == *empty),
            Predicate::Date(how, value) => scan_compared(&self.days, *how, *value, NO_DAY),
            Predicate::Anniversary => {
                let wanted = day_and_month(today);
                Bits::scan(self.day_and_month(), |day| day == wanted)
            }
            Predicate::WithinDays(days) => {
                let first = today.saturating_sub(*days).max(NO_DAY + 1);
                Bits::scan(&self.days, |day| (day >= first) & (day <= today))
            }
            Predicate::OlderThanDays(days) => {
                let first = today.saturating_sub(*days);
                Bits::scan(&self.days, |day| (day != NO_DAY) & (day < first))
            }
            _ => Bits::zeros(len),
        }
    }
}

/// A column of texts that grows.
#[derive(Debug)]
pub(super) struct GrowingTexts {
    coder: Coder,
    /// The texts one by one, once there are too many different ones.
    plain: Option<PlainTexts>,
    may_be_plain: bool,
}

impl GrowingTexts {
    /// A column of texts that may change later.
    pub(super) fn changing() -> Self {
        Self { coder: Coder::default(), plain: None, may_be_plain: false }
    }

    /// A column of texts that stay as they are, stored in the smaller way.
    pub(super) fn fixed() -> Self {
        Self { coder: Coder::default(), plain: None, may_be_plain: true }
    }

    /// Adds the text of the next recipient.
    pub(super) fn push(&mut self, value: &str) {
        if let Some(plain) = &mut self.plain {
            return plain.push(value);
        }
        self.coder.push(value);
        if self.may_be_plain && self.coder.dictionary.len() > MAX_DICTIONARY {
            let coder = std::mem::take(&mut self.coder);
            let text = |code: &u32| coder.dictionary.get(*code as usize).map_or("", |text| text);
            self.plain = Some(coder.codes.iter().map(text).collect());
        }
    }

    /// Adds a text that is part of the program: where it lies tells it from most others, whatever its letters.
    pub(super) fn push_known(&mut self, value: &'static str) {
        match &mut self.plain {
            Some(_) => self.push(value),
            None => self.coder.push_known(value),
        }
    }

    /// The whole column.
    pub(super) fn finish(self) -> Column {
        match self.plain {
            Some(plain) => Column::Plain(plain),
            None => Column::Coded(self.coder.finish()),
        }
    }
}

/// Gives each new text the next code.
#[derive(Debug)]
struct Coder {
    known: BTreeMap<Box<str>, u32>,
    /// Codes given lately, by a few letters of their texts: most columns have the same few again and again.
    recent: Box<[u32; RECENT]>,
    /// The same for texts of the program, which can be told apart by where they lie.
    recent_known: Box<[(&'static str, u32); RECENT_KNOWN]>,
    dictionary: Vec<Box<str>>,
    codes: Vec<u32>,
}

const RECENT: usize = 64;
const RECENT_KNOWN: usize = 256;

impl Default for Coder {
    fn default() -> Self {
        let nothing = Box::<str>::default;
        Self {
            known: BTreeMap::from([(nothing(), 0)]),
            recent: Box::new([0; RECENT]),
            recent_known: Box::new([("", 0); RECENT_KNOWN]),
            dictionary: vec![nothing()],
            codes: Vec::new(),
        }
    }
}

impl Coder {
    fn push(&mut self, value: &str) {
        let letters = value.as_bytes();
        let letter = |place: usize| letters.get(place).map_or(0, |&letter| usize::from(letter));
        let place = (letters.len() + letter(0) * 5 + letter(1) * 3 + letter(2)) % RECENT;
        let code = self.recent[place];
        let is_same = self.dictionary.get(code as usize).is_some_and(|text| **text == *value);
        let code = if is_same { code } else { self.code(value) };
        self.recent[place] = code;
        self.codes.push(code);
    }

    fn push_known(&mut self, value: &'static str) {
        let address = value.as_ptr().addr();
        let place = (address ^ (address >> 8)) % RECENT_KNOWN;
        let (text, code) = self.recent_known[place];
        let code = if std::ptr::eq(text, value) { code } else { self.code(value) };
        self.recent_known[place] = (value, code);
        self.codes.push(code);
    }

    fn code(&mut self, value: &str) -> u32 {
        self.known.get(value).copied().unwrap_or_else(|| {
            let next = self.dictionary.len() as u32;
            self.known.insert(value.into(), next);
            self.dictionary.push(value.into());
            next
        })
    }

    fn finish(self) -> CodedTexts {
        let narrow = self.dictionary.len() <= 256;
        let codes = if narrow {
            Codes::Narrow(self.codes.iter().map(|&code| code as u8).collect())
        } else {
            Codes::Wide(self.codes)
        };
        CodedTexts { codes, dictionary: self.dictionary, last: 0 }
    }
}

fn compares<T: Ord>(value: Option<T>, how: Comparison, with: &T) -> bool {
    value.map_or(how == Comparison::NotEqual, |value| how.holds(&value, with))
}

/// One loop for each way of comparing, so that none of them branches on it.
fn scan_compared<T: Ord + Copy>(values: &[T], how: Comparison, with: T, none: T) -> Bits {
    match how {
        Comparison::Equal => Bits::scan(values, |value| value == with),
        Comparison::NotEqual => Bits::scan(values, |value| value != with),
        Comparison::Greater => Bits::scan(values, |value| value > with),
        Comparison::AtLeast => Bits::scan(values, |value| (value >= with) & (value != none)),
        Comparison::Less => Bits::scan(values, |value| (value < with) & (value != none)),
        Comparison::AtMost => Bits::scan(values, |value| (value <= with) & (value != none)),
    }
}

/// Day and month as one number that differs between any two days of a leap year.
fn day_and_month(day: i32) -> u16 {
    let date = SimTime::from_secs(i64::from(day) * DAY_SECS).date();
    (date.month() * 32 + date.day()) as u16
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_grows_beyond_256_texts_without_changing_any() {
        let texts: Vec<String> = (0..250).map(|n| format!("town {n}")).collect();
        let mut growing = GrowingTexts::changing();
        texts.iter().for_each(|text| growing.push(text));
        let Column::Coded(mut column) = growing.finish() else { unreachable!("changing columns are coded") };
        for n in 0..100 {
            column.put(n, &format!("new {n}"));
        }
        assert_eq!((column.get(99), column.get(100), column.get(250)), ("new 99", "town 100", ""));
        assert!(matches!(column.codes, Codes::Wide(_)));
    }

    #[test]
    fn one_text_for_everyone_is_found_where_it_was_put_last() {
        let texts: Vec<String> = (0..100_000).map(|n| format!("customer {n}")).collect();
        let mut growing = GrowingTexts::changing();
        texts.iter().for_each(|text| growing.push(text));
        let Column::Coded(mut column) = growing.finish() else { unreachable!("changing columns are coded") };
        // With a look at every other text for each of them, this takes minutes.
        (0..99_990).for_each(|n| column.put(n, "gone"));
        let different = column.dictionary.len();
        for (n, text) in [(99_990, "customer 3"), (99_991, ""), (99_992, "gone"), (99_993, "gone")] {
            column.put(n, text);
            assert_eq!(column.get(n), text);
        }
        assert_eq!(
            (column.get(0), column.get(99_989), column.get(99_994)),
            ("gone", "gone", "customer 99994")
        );
        assert_eq!(column.dictionary.len(), different, "each text has one code");
    }

    #[test]
    fn many_different_texts_are_stored_plainly() {
        let texts: Vec<String> = (0..MAX_DICTIONARY + 10).map(|n| format!("é{n}")).collect();
        let mut growing = GrowingTexts::fixed();
        texts.iter().for_each(|text| growing.push(text));
        let column = growing.finish();
        assert!(matches!(column, Column::Plain(_)));
        assert_eq!((column.text(0), column.text(4_100), column.text(9_999)), ("é0", "é4100", ""));
    }
}
