//! Progress, place and scenario as one short text: what fits where a learning platform keeps 4,096 characters.
//!
//! The text is a version, the packed progress in base64url and, after a dot, the fragment of a link to the scenario.
//! Items are named by hashes, so that progress of another edition of the course still says what it can.

use std::collections::BTreeMap;

use base64ct::{Base64UrlUnpadded, Encoding as _};

use super::mastery::{Mastery, PassMark};
use super::progress::{Item, ItemKey, Progress, Visit};
use super::{Given, Stage, Study};
use crate::base::chance::hash_bytes;
use crate::lesson::course::question::Answer;
use crate::lesson::course::{Course, Lesson, Skill};
use crate::lesson::prediction::Confidence;
use crate::scenario::Scenario;
use crate::scenario::link;

/// The most characters: what SCORM 1.2 keeps of `cmi.suspend_data`.
pub const MOST: usize = 4_096;
/// The version of the text that this program writes.
const VERSION: char = '1';
/// The most numbers of an answer that are kept.
const MOST_NUMBERS: usize = 8;

/// What a text holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Compact {
    /// What has been done. The attempts one by one are not in it.
    pub progress: Progress,
    /// Where the learner is.
    pub study: Option<Study>,
    /// The scenario.
    pub scenario: Option<Scenario>,
    /// Whether another edition of the course wrote it.
    pub is_older: bool,
    /// How many items and pieces it names that the course does not have.
    pub unknown: u32,
}

/// Why a text holds no progress.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CompactProblem {
    /// A later version of the lab wrote it.
    LaterVersion,
    /// It is of another course.
    OtherCourse,
    /// It is damaged, or never was such a text.
    Damaged,
}

/// Writes the text. A scenario that would make it too long is left out; the flag says whether it is in it.
pub fn write(
    course: &Course,
    progress: &Progress,
    study: Option<&Study>,
    scenario: Option<&Scenario>,
) -> (String, bool) {
    let text = format!("{VERSION}{}", Base64UrlUnpadded::encode_string(&pack(course, progress, study)));
    let fragment = scenario.and_then(|scenario| link::fragment(scenario).ok());
    match fragment {
        Some(fragment) if text.len() + 1 + fragment.len() <= MOST => (format!("{text}.{fragment}"), true),
        _ => (text, false),
    }
}

/// Whether a text looks like one, of whichever course and version.
pub fn is_such(text: &str) -> bool {
    let own = text.split_once('.').map_or(text, |(own, _)| own);
    let is_sign = |sign: u8| sign.is_ascii_alphanumeric() || matches!(sign, b'-' | b'_');
    own.len() <= MOST && own.starts_with(|sign: char| sign.is_ascii_digit()) && own.bytes().all(is_sign)
}

/// Whether a text has progress in this course.
pub fn is_of(course: &Course, text: &str) -> bool {
    let own = text.split_once('.').map_or(text, |(own, _)| own);
    let packed = own.strip_prefix(VERSION).and_then(|packed| Base64UrlUnpadded::decode_vec(packed).ok());
    packed.is_some_and(|bytes| bytes.starts_with(&short(&course.id)))
}

/// Reads a text.
///
/// # Errors
/// A typed problem. A scenario in it that does not open is left out; the progress counts all the same.
pub fn read(course: &Course, text: &str) -> Result<Compact, CompactProblem> {
    let (own, scenario) = text.split_once('.').unwrap_or((text, ""));
    let mut signs = own.chars();
    match signs.next() {
        Some(VERSION) => {}
        Some(version) if version.is_ascii_digit() && version > VERSION => {
            return Err(CompactProblem::LaterVersion);
        }
        _ => return Err(CompactProblem::Damaged),
    }
    let bytes = Base64UrlUnpadded::decode_vec(signs.as_str()).map_err(|_| CompactProblem::Damaged)?;
    let read = unpack(course, &mut Reader(&bytes))?;
    Ok(Compact { scenario: link::open(scenario).ok(), ..read })
}

fn pack(course: &Course, progress: &Progress, study: Option<&Study>) -> Vec<u8> {
    let mut bytes = short(&course.id).to_vec();
    number(&mut bytes, course.edition.into());
    bytes.push(progress.mark.as_percent());
    bytes.extend(progress.skills.iter().flat_map(|skill| skill.to_bytes()));
    // Only what the course has: what else there is, a file with progress keeps.
    let visits = course.lessons.iter().filter_map(|lesson| Some((lesson, progress.visits.get(&lesson.id)?)));
    let visits: Vec<_> = visits.collect();
    number(&mut bytes, visits.len() as u64);
    for (lesson, visit) in visits {
        bytes.extend(short(&lesson.id));
        number(&mut bytes, visit.step.into());
        number(&mut bytes, u64::from(visit.furthest) << 1 | u64::from(visit.is_done));
    }
    let items: Vec<_> = keys(course).filter_map(|key| Some((progress.items.get(&key)?, key))).collect();
    number(&mut bytes, items.len() as u64);
    for (item, key) in items {
        bytes.extend(short(key.as_str()));
        let Item { tries, is_first_right, is_right, hints } = *item;
        bytes.push(
            tries.min(15) | u8::from(is_first_right) << 4 | u8::from(is_right) << 5 | hints.min(3) << 6,
        );
    }
    if let Some(study) = study {
        bytes.extend(short(&study.lesson));
        let Study { step, furthest, variation, hints, helped, .. } = study;
        for value in
            [*step as u64, *furthest as u64, (*variation).into(), (*hints).into(), study.is_away.into()]
        {
            number(&mut bytes, value);
        }
        stage(&mut bytes, &study.stage);
        // Last, so that an older program reads what is before it.
        for (name, taken) in helped {
            bytes.extend(short(name));
            bytes.push((*taken).min(super::HINTS));
        }
    }
    bytes
}

fn stage(bytes: &mut Vec<u8>, stage: &Stage) {
    let Some(Given { answer, confidence }) = stage.given() else { return bytes.push(0) };
    let told = stage.told().map_or(1, |is_right| 2 + u8::from(is_right));
    let sure = confidence.and_then(|one| Confidence::ALL.iter().position(|other| *other == one));
    bytes.push(told | sure.map_or(0, |place| place as u8 + 1) << 4);
    match answer {
        Answer::Workflow => bytes.push(0),
        Answer::Choice(name) => {
            bytes.push(1);
            bytes.extend(short(name));
        }
        Answer::Numbers(numbers) => {
            let kept = &numbers[..numbers.len().min(MOST_NUMBERS)];
            bytes.push(2 + kept.len() as u8);
            for one in kept {
                number(bytes, *one);
            }
        }
    }
}

fn unpack(course: &Course, bytes: &mut Reader<'_>) -> Result<Compact, CompactProblem> {
    if bytes.take()? != short(&course.id) {
        return Err(CompactProblem::OtherCourse);
    }
    let is_older = bytes.number()? != u64::from(course.edition);
    let mut progress = Progress { mark: PassMark::percent(bytes.byte()?), ..Progress::default() };
    for place in 0..Skill::ALL.len() {
        progress.skills[place] = Mastery::from_bytes(bytes.take()?);
    }
    let mut unknown = 0;
    for _ in 0..bytes.number()? {
        let (name, step, furthest) = (bytes.take()?, bytes.number()?, bytes.number()?);
        let place = |place: u64| u16::try_from(place).unwrap_or(u16::MAX);
        let visit = Visit { step: place(step), furthest: place(furthest >> 1), is_done: furthest & 1 == 1 };
        match course.lessons.iter().find(|lesson| short(&lesson.id) == name) {
            Some(lesson) => _ = progress.visits.insert(lesson.id.clone(), visit),
            None => unknown += 1,
        }
    }
    for _ in 0..bytes.number()? {
        let (name, bits): ([u8; 3], u8) = (bytes.take()?, bytes.byte()?);
        let item = Item {
            tries: bits & 15,
            is_first_right: bits >> 4 & 1 == 1,
            is_right: bits >> 5 & 1 == 1,
            hints: bits >> 6,
        };
        match keys(course).find(|key| short(key.as_str()) == name) {
            Some(key) => _ = progress.items.insert(key, item),
            None => unknown += 1,
        }
    }
    let study = if bytes.0.is_empty() { None } else { place(course, bytes)? };
    Ok(Compact { progress, study, scenario: None, is_older, unknown })
}

/// Where the learner was; none where the course no longer has the place.
fn place(course: &Course, bytes: &mut Reader<'_>) -> Result<Option<Study>, CompactProblem> {
    let name = bytes.take()?;
    let [step, furthest, variation, hints, away] =
        [bytes.number()?, bytes.number()?, bytes.number()?, bytes.number()?, bytes.number()?];
    let bits = bytes.byte()?;
    let Some(lesson) = course.lessons.iter().find(|lesson| short(&lesson.id) == name) else {
        return Ok(None);
    };
    let Some(own) = usize::try_from(step).ok().and_then(|step| lesson.steps.get(step)) else {
        return Ok(None);
    };
    let last = lesson.steps.len() - 1;
    let at = |place: u64| usize::try_from(place).unwrap_or(last).min(last);
    let stage = if bits & 15 == 0 { Some(Stage::Asked) } else { answered(own, bits, bytes)? };
    let helped = helped(lesson, bytes);
    Ok(Some(Study {
        lesson: lesson.id.clone(),
        step: at(step),
        furthest: at(furthest.max(step)),
        variation: u32::try_from(variation).unwrap_or(0),
        hints: u8::try_from(hints).unwrap_or(0).min(super::HINTS),
        stage: stage.unwrap_or_default(),
        is_away: away == 1,
        helped,
    }))
}

/// The hints taken at items that were left, to the end of the text; older texts have none.
fn helped(lesson: &Lesson, bytes: &mut Reader<'_>) -> BTreeMap<String, u8> {
    let mut helped = BTreeMap::new();
    while let (Ok(name), Ok(taken)) = (bytes.take::<3>(), bytes.byte()) {
        let step = lesson.steps.iter().find(|step| short(&step.id) == name);
        if let (Some(step), 1..=super::HINTS) = (step, taken) {
            helped.insert(step.id.clone(), taken);
        }
    }
    helped
}

fn answered(
    step: &crate::lesson::course::step::Step,
    bits: u8,
    bytes: &mut Reader<'_>,
) -> Result<Option<Stage>, CompactProblem> {
    let answer = match bytes.byte()? {
        0 => Some(Answer::Workflow),
        1 => {
            let name = bytes.take()?;
            let mut choices = step.task.question().into_iter().flat_map(|question| &question.choices);
            choices.find(|choice| short(&choice.id) == name).map(|choice| Answer::Choice(choice.id.clone()))
        }
        count => {
            let count = usize::from(count - 2).min(MOST_NUMBERS);
            let numbers = (0..count).map(|_| bytes.number()).collect::<Result<_, _>>()?;
            Some(Answer::Numbers(numbers))
        }
    };
    let confidence =
        (bits >> 4).checked_sub(1).and_then(|place| Confidence::ALL.get(usize::from(place)).copied());
    let given = answer.map(|answer| Given { answer, confidence });
    Ok(given.map(|given| match bits & 15 {
        1 => Stage::Locked(given),
        told => Stage::Told(given, told == 3),
    }))
}

fn keys(course: &Course) -> impl Iterator<Item = ItemKey> {
    course.items().map(|(lesson, step)| ItemKey::new(&course.lessons[lesson].id, &step.id))
}

/// Three bytes that stand for a name.
fn short(name: &str) -> [u8; 3] {
    let [a, b, c, ..] = hash_bytes(name.as_bytes()).to_le_bytes();
    [a, b, c]
}

/// A number in as many bytes as it needs, seven bits in each.
fn number(bytes: &mut Vec<u8>, mut value: u64) {
    while value >= 0x80 {
        bytes.push(value as u8 | 0x80);
        value >>= 7;
    }
    bytes.push(value as u8);
}

/// Bytes that are read from the front.
struct Reader<'b>(&'b [u8]);

impl Reader<'_> {
    fn take<const N: usize>(&mut self) -> Result<[u8; N], CompactProblem> {
        let (taken, rest) = self.0.split_first_chunk::<N>().ok_or(CompactProblem::Damaged)?;
        self.0 = rest;
        Ok(*taken)
    }

    fn byte(&mut self) -> Result<u8, CompactProblem> {
        self.take::<1>().map(|[byte]| byte)
    }

    fn number(&mut self) -> Result<u64, CompactProblem> {
        let mut value = 0;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            value |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Ok(value);
            }
        }
        Err(CompactProblem::Damaged)
    }
}
