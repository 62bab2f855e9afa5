//! Tests of single tasks: what a watched recipient is told, and who is rejected.

use std::rc::Rc;

use super::execute;
use crate::base::people_set::{PeopleSet, RecipientIdx};
use crate::engine::parcel::Parcel;
use crate::engine::probe::{Probe, Rule};
use crate::engine::task::{Arrivals, Outcome, Turn};
use crate::engine::world::World;
use crate::people::{Condition, Contracts, NewValue, Scalar, compile};
use crate::plan::Work;
use crate::plan::lower::lower;
use crate::plan::targeting::{SplitPart, Targeting};
use crate::scenario::activity::ports::Port;
use crate::scenario::activity::targeting::{
    Comparator, Dimension, EnrichedColumn, EnrichedTest, KeptDouble, SubsetLimit, SubsetSelection, SubsetSize,
};
use crate::scenario::samples::Sample;

fn world() -> World {
    World::new(Rc::new(lower(&Sample::SideBySide.scenario(), None).unwrap().plan))
}

fn carrying(people: impl IntoIterator<Item = u32>) -> Parcel {
    Parcel::default().with_people(people.into_iter().collect::<PeopleSet>())
}

fn outputs(world: &mut World, work: &Targeting, arrivals: &Arrivals) -> Vec<(Port, PeopleSet)> {
    let turn = Turn { at: world.plan.start, step: 0, task: 0 };
    match execute(world, turn, work, arrivals) {
        Outcome::Done(outputs) => {
            outputs.into_iter().map(|(port, parcel)| (port, PeopleSet::clone(&parcel.population()))).collect()
        }
        other => panic!("{other:?}"),
    }
}

/// What a recipient is told by one task.
fn told(recipient: RecipientIdx, work: &Targeting, arrivals: &Arrivals) -> Vec<(Rule, bool)> {
    let mut world = world();
    world.probe = Some(Probe { recipient, verdicts: Vec::new() });
    outputs(&mut world, work, arrivals);
    let probe = world.probe.unwrap();
    probe.verdicts.iter().map(|verdict| (verdict.rule, verdict.is_kept)).collect()
}

#[test]
fn a_watched_recipient_is_told_by_each_rule() {
    let two = || Arrivals::all(vec![(0, carrying([1, 2, 3])), (1, carrying([3, 4]))]);
    let exclusion = Targeting::Exclusion { main: Some(0) };
    assert_eq!(told(3, &exclusion, &two()), [(Rule::Combination, false)]);
    assert_eq!(told(1, &exclusion, &two()), [(Rule::Combination, true)]);
    assert_eq!(told(4, &exclusion, &two()), [], "who is not in the main set is not judged");
    assert_eq!(told(4, &Targeting::Intersection, &two()), [(Rule::Combination, false)]);
    assert_eq!(told(4, &Targeting::Union, &two()), [(Rule::Combination, true)]);
    let limit = SubsetLimit { size: SubsetSize::Records(1), selection: SubsetSelection::First };
    let part = |limit| SplitPart { filter: None, enriched: None, limit };
    let split = Targeting::Split(vec![part(Some(limit.clone())), part(Some(limit))]);
    let one = Arrivals::one(None, carrying([1, 2, 3]));
    assert_eq!(told(1, &split, &one), [(Rule::Limit(0), true)]);
    assert_eq!(told(2, &split, &one), [(Rule::Limit(0), false), (Rule::Limit(1), true)]);
    assert_eq!(told(3, &split, &one), [(Rule::Limit(0), false), (Rule::Limit(1), false)]);
    let newsletter = world().plan.people.schema().find("newsletter").unwrap();
    let doubles = Targeting::Deduplication { attribute: newsletter, keep: KeptDouble::NonEmptyEmail };
    let verdicts: Vec<_> =
        (0..6).map(|one| told(one, &doubles, &Arrivals::one(None, carrying(0..6)))).collect();
    assert!(verdicts.iter().all(|told| matches!(told[..], [(Rule::Double, _)])));
    assert_eq!(
        verdicts.iter().filter(|told| told[0].1).count(),
        2,
        "one with the newsletter and one without"
    );
}

#[test]
fn an_added_column_is_not_explained_as_the_filter() {
    let mut plan = lower(&Sample::SideBySide.scenario(), None).unwrap().plan;
    let filter = compile(&Condition::everyone(), plan.people.schema()).unwrap();
    let test = EnrichedTest { column: EnrichedColumn::Contracts, operator: Comparator::AtLeast, value: 1 };
    let split = || {
        let (filter, enriched) = (Some(filter.clone()), Some(test.clone()));
        Targeting::Split(vec![SplitPart { filter, enriched, limit: None }])
    };
    plan.steps[0].work = Work::Targeting(split());
    let mut world = World::new(Rc::new(plan));
    world.probe = Some(Probe { recipient: 1, verdicts: Vec::new() });
    // Nothing was added, so no value compares.
    outputs(&mut world, &split(), &Arrivals::one(None, carrying([1, 2])));
    let verdicts = world.take_verdicts();
    let told: Vec<_> = verdicts.iter().map(|one| (one.rule, one.is_kept, one.tests.is_some())).collect();
    assert_eq!(told, [(Rule::Condition(0), true, true), (Rule::Column(0), false, false)]);
}

#[test]
fn of_contracts_their_holder_is_told() {
    let seed = world().plan.seed;
    let contracts = Contracts::of_seed(seed);
    let with = (0..100).find(|one| contracts.count(*one) == 2).unwrap();
    let without = (0..100).find(|one| contracts.count(*one) == 0).unwrap();
    let people = || Arrivals::one(None, carrying([with, without]));
    let to_contracts = Targeting::ChangeDimension(Dimension::Contracts);
    assert_eq!(told(with, &to_contracts, &people()), [(Rule::Combination, true)]);
    assert_eq!(told(without, &to_contracts, &people()), [(Rule::Combination, false)]);
    let held: PeopleSet = contracts.held_by(&[with].into_iter().collect());
    let parcel = || Parcel::default().with_records(Dimension::Contracts, held.clone());
    let union = Arrivals::all(vec![(0, parcel()), (1, parcel())]);
    assert_eq!(told(with, &Targeting::Union, &union), [(Rule::Combination, true)]);
    let out = outputs(
        &mut world(),
        &Targeting::ChangeDimension(Dimension::Recipients),
        &Arrivals::one(None, parcel()),
    );
    assert_eq!(out, [(Port::Main, [with].into_iter().collect())]);
}

#[test]
fn who_is_not_in_the_database_is_rejected() {
    let mut world = world();
    let newcomer = world.plan.people.initial();
    let schema = world.plan.people.schema().clone();
    let value = NewValue::of(&schema, schema.find("points").unwrap(), &Scalar::Integer(7)).unwrap();
    let arrivals = Arrivals::one(None, carrying([0, 1, newcomer]));
    let out = outputs(&mut world, &Targeting::UpdateData(value), &arrivals);
    let expected = [(Port::Main, (0..2).collect()), (Port::Rejects, [newcomer].into_iter().collect())];
    assert_eq!(out, expected);
}

#[test]
fn a_bare_activation_brings_nobody() {
    let bare = || Arrivals::one(None, Parcel::default());
    for work in [
        Targeting::Union,
        Targeting::Intersection,
        Targeting::Exclusion { main: None },
        Targeting::Split(Vec::new()),
        Targeting::Enrichment(Rc::from([])),
        Targeting::ChangeDimension(Dimension::Contracts),
    ] {
        let out = outputs(&mut world(), &work, &bare());
        assert!(out.iter().all(|(_, people)| people.is_empty()), "{work:?}");
    }
}
