//! Rules of the typology that are not about addresses: control, pressure and capacity (`control-rules`,
//! `pressure-rules` and `consistency-rules` pages).

use crate::base::chance::Key;
use crate::base::people_set::{PeopleSet, RecipientIdx};
use crate::base::time::{SimSpan, SimTime};
use crate::engine::record::Warning;
use crate::engine::world::World;
use crate::plan::sending::Properties;
use crate::scenario::activity::sending::Channel;
use crate::scenario::creative::Creative;
use crate::scenario::properties::PressureRule;

/// The characters of one SMS in the alphabet of most networks.
const SMS_LENGTH: usize = 160;

/// What the control rules warn of.
pub(super) fn warnings(properties: &Properties, creative: &Creative) -> Vec<Warning> {
    let is_address = |link: &String| link.starts_with("https://") || link.starts_with("http://");
    let is_email = properties.channel == Channel::Email;
    let has_doubtful_url =
        properties.channel != Channel::DirectMail && !creative.links.iter().all(is_address);
    let is_long = properties.channel == Channel::Sms && creative.body.chars().count() > SMS_LENGTH;
    [
        (is_email && creative.subject.trim().is_empty(), Warning::EmptySubject),
        (is_email && !properties.has_opt_out_link, Warning::NoOptOutLink),
        (has_doubtful_url, Warning::DoubtfulUrl),
        (is_long, Warning::LongSms),
    ]
    .into_iter()
    .filter_map(|(is_given, warning)| is_given.then_some(warning))
    .collect()
}

/// Everyone who already has as many messages as the rule allows in the days up to the contact date.
///
/// Messages that were cancelled do not count, those that are planned do.
pub(super) fn tired(world: &World, rule: PressureRule, contact_date: SimTime) -> PeopleSet {
    let since = contact_date - SimSpan::from_days(rule.days.into());
    let longest_wait = world.sending.longest_wait;
    let Ok(most) = usize::try_from(rule.messages) else { return PeopleSet::new() };
    if most == 0 {
        return world.people.present().clone();
    }
    // In place n: everyone with more than n messages.
    let mut with_more_than: Vec<PeopleSet> = Vec::new();
    let earlier = world.record.batches.iter().rev().take_while(|batch| batch.at + longest_wait > since);
    let counted = |date: SimTime| date > since && date <= contact_date;
    for batch in earlier.filter(|batch| batch.cancelled_at.is_none() && counted(batch.contact_date)) {
        if with_more_than.len() < most {
            with_more_than.push(PeopleSet::new());
        }
        let people = batch.to_deliver.set();
        for place in (1..with_more_than.len()).rev() {
            let mut again = with_more_than[place - 1].clone();
            again &= &*people;
            with_more_than[place] |= &again;
        }
        with_more_than[0] |= &*people;
    }
    if with_more_than.len() < most { PeopleSet::new() } else { with_more_than.pop().unwrap_or_default() }
}

/// Those for whom the day of contact has no room left.
///
/// Assumption: who gets a message is drawn; the product ranks by weight, which recipients here have not.
pub(super) fn beyond_capacity(
    world: &World,
    limit: u32,
    contact_date: SimTime,
    key: Key,
    left: &PeopleSet,
) -> PeopleSet {
    let used = world.sending.capacity_used.get(&contact_date.day_number()).copied().unwrap_or(0);
    let room = u64::from(limit).saturating_sub(used);
    if left.len() <= room {
        return PeopleSet::new();
    }
    let key = key.named("capacity");
    let mut drawn: Vec<(u64, RecipientIdx)> =
        left.iter().map(|recipient| (key.with(recipient.into()).bits(), recipient)).collect();
    let room = usize::try_from(room).unwrap_or(usize::MAX).min(drawn.len());
    if room > 0 && room < drawn.len() {
        drawn.select_nth_unstable(room);
    }
    drawn[room..].iter().map(|(_, recipient)| *recipient).collect()
}

/// Counts messages under a capacity rule.
///
/// Assumption: they are those of the day of contact that the analysis plans, even if the run is confirmed or taken up on
/// a later day: the product too arbitrates when it analyses.
pub(super) fn use_capacity(world: &mut World, contact_date: SimTime, messages: u64) {
    *world.sending.capacity_used.entry(contact_date.day_number()).or_default() += messages;
}
