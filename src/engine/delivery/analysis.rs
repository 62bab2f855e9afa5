//! The analysis of a target: who is left out by which rule, in the order of the `apply-rules` page.

use std::collections::BTreeSet;
use std::rc::Rc;

use super::typology;
use crate::base::chance::Key;
use crate::base::people_set::PeopleSet;
use crate::base::time::SimTime;
use crate::engine::probe::Rule;
use crate::engine::record::ExclusionReason;
use crate::engine::task::Turn;
use crate::engine::world::World;
use crate::plan::sending::Properties;
use crate::scenario::activity::sending::Channel;

/// What an analysis comes to.
pub(super) struct Analysed {
    pub to_deliver: Rc<PeopleSet>,
    /// Who was left out, by reason.
    pub exclusions: Vec<(ExclusionReason, PeopleSet)>,
}

/// Those who are left, rule by rule.
struct Sieve<'w> {
    world: &'w mut World,
    turn: Turn,
    left: Rc<PeopleSet>,
    exclusions: Vec<(ExclusionReason, PeopleSet)>,
}

/// Address qualification, filtering rules, deduplication, pressure, capacity.
pub(super) fn of(
    world: &mut World,
    turn: Turn,
    properties: &Properties,
    contact_date: SimTime,
    key: Key,
    target: Rc<PeopleSet>,
) -> Analysed {
    let (at, wall) = (turn.at, world.wall(turn));
    let mut sieve = Sieve { world, turn, left: target, exclusions: Vec::new() };
    let without_address = match &properties.without_address {
        None => sieve.left.shared(sieve.world.people.without_address()),
        Some(selector) => sieve.left.shared(&sieve.world.people.select(selector, wall)),
    };
    sieve.leave_out(Rule::AddressDefined, ExclusionReason::AddressNotSpecified, without_address);
    let denylisted = sieve.left.shared(sieve.world.people.denylisted());
    sieve.leave_out(Rule::NotDenylisted, ExclusionReason::Denylisted, denylisted);
    let quarantined = sieve.world.quarantined(at, properties.channel).map(|people| sieve.left.shared(people));
    sieve.leave_out(Rule::NotQuarantined, ExclusionReason::Quarantined, quarantined.unwrap_or_default());
    for (number, rule) in (0..).zip(&properties.filtering_rules) {
        let matching = sieve.left.shared(&sieve.world.people.select(rule, wall));
        sieve.leave_out(Rule::FilteringRule(number), ExclusionReason::FilteringRule, matching);
    }
    if properties.excludes_duplicates {
        let doubles = doubles(sieve.world, properties.channel, &sieve.left);
        sieve.leave_out(Rule::NoDuplicate, ExclusionReason::Double, doubles);
    }
    if let Some(rule) = properties.pressure {
        let tired = sieve.left.shared(&typology::tired(sieve.world, rule, contact_date));
        sieve.leave_out(Rule::Pressure, ExclusionReason::Pressure, tired);
    }
    if let Some(limit) = properties.capacity_per_day {
        let beyond = typology::beyond_capacity(sieve.world, limit, contact_date, key, &sieve.left);
        sieve.leave_out(Rule::Capacity, ExclusionReason::Capacity, beyond);
        typology::use_capacity(sieve.world, contact_date, sieve.left.len());
    }
    Analysed { to_deliver: sieve.left, exclusions: sieve.exclusions }
}

/// Everyone who is left and whose address somebody before them has.
///
/// Within this run only. Assumption: a letter has no address that could be compared.
fn doubles(world: &World, channel: Channel, left: &PeopleSet) -> PeopleSet {
    if channel == Channel::DirectMail {
        return PeopleSet::new();
    }
    let doubles = world.people.people().doubles(channel == Channel::Sms);
    let mut sharing = doubles.everyone().clone();
    sharing &= left;
    let mut seen = BTreeSet::new();
    sharing.iter().filter(|recipient| !seen.insert(doubles.first(*recipient))).collect()
}

impl Sieve<'_> {
    /// Leaves out some of those who are left.
    fn leave_out(&mut self, rule: Rule, reason: ExclusionReason, people: PeopleSet) {
        let before = self.world.probe.is_some().then(|| self.left.clone());
        if !people.is_empty() {
            *Rc::make_mut(&mut self.left) -= &people;
            match self.exclusions.iter_mut().find(|(other, _)| *other == reason) {
                Some((_, all)) => *all |= &people,
                None => self.exclusions.push((reason, people)),
            }
        }
        if before.is_some() {
            self.world.judged(self.turn, rule, before.as_deref(), &self.left);
        }
    }
}
