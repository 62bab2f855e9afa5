//! Test: activates the first branch whose condition is true (`test` page).

use chrono::Datelike as _;

use crate::engine::parcel::Parcel;
use crate::engine::record::{FlowFact, What};
use crate::engine::task::{Outcome, Turn};
use crate::engine::world::World;
use crate::scenario::activity::flow::{Comparison, Operand};
use crate::scenario::activity::ports::Port;
use crate::scenario::variables::VarValue;

/// Activates the first branch that is true, else the default fork where it is used, else nothing: the task is
/// finished and the branch ends.
pub(super) fn choose(world: &mut World, turn: Turn, branches: &[Vec<Comparison>], parcel: Parcel) -> Outcome {
    let mut seen: Vec<(Operand, VarValue)> = Vec::new();
    let mut holds = |one: &Comparison| {
        let value = value(world, turn, &one.left, &parcel);
        if seen.iter().all(|(operand, _)| *operand != one.left) {
            seen.push((one.left.clone(), value.clone()));
        }
        value.compares(one.operator, &one.right)
    };
    let chosen = (0..).zip(branches).find(|(_, branch)| branch.iter().all(&mut holds));
    let has_default =
        || world.plan.steps[turn.step].outputs.iter().any(|output| output.port == Port::Default);
    let port = match chosen {
        Some((place, _)) => Some(Port::Named(place)),
        None => has_default().then_some(Port::Default),
    };
    world.note(turn.at, Some(turn.step), What::Flow(FlowFact::Tested { port, seen }));
    Outcome::Done(port.map(|port| (port, parcel)).into_iter().collect())
}

/// What an operand is now. The calendar is that of the activity's time zone.
fn value(world: &World, turn: Turn, operand: &Operand, parcel: &Parcel) -> VarValue {
    let date = world.plan.steps[turn.step].zone.to_local(turn.at).date();
    match operand {
        Operand::RecCount => {
            VarValue::Integer(i64::try_from(parcel.count().unwrap_or(0)).unwrap_or(i64::MAX))
        }
        Operand::Variable { scope, name } => world.variables.get(*scope, name, turn.task, parcel),
        Operand::DayOfMonth => VarValue::Integer(date.day().into()),
        Operand::Month => VarValue::Integer(date.month().into()),
        Operand::IsLeapYear => VarValue::Flag(date.leap_year()),
    }
}
