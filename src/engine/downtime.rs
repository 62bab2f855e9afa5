//! The workflow server is down: what it has to do meanwhile is done afterwards (`scheduler` page).

use super::delivery::Due;
use super::queue::Rank;
use super::record::{LifeFact, What};
use super::world::{Event, World};
use crate::base::time::{SimSpan, SimTime};
use crate::plan::Plan;
use crate::plan::stimulus::{Command, PlanStimulus};

impl World {
    /// The server goes down for so long; where it is down already, until the later of both moments.
    pub(super) fn server_down(&mut self, at: SimTime, span: SimSpan) {
        let until = self.standing.down_until.map_or(at + span, |earlier| earlier.max(at + span));
        self.standing.down_until = Some(until);
        self.note(at, None, What::Life(LifeFact::ServerDown { until }));
        self.queue.push_ranked(until, Rank::Server, Event::ServerUp);
    }

    /// The event, or none where it needs the server and that is down: it is kept for later.
    pub(super) fn unless_server_is_down(&mut self, event: Event) -> Option<Event> {
        if self.standing.down_until.is_none() || !needs_server(&self.plan, &event) {
            return Some(event);
        }
        self.standing.backlog.push(event);
        None
    }

    /// The server is up again.
    ///
    /// Assumption: it carries out the commands that were given meanwhile, then what came due, each in its order.
    pub(super) fn server_up(&mut self, at: SimTime) {
        if self.standing.down_until != Some(at) {
            return;
        }
        self.standing.down_until = None;
        self.note(at, None, What::Life(LifeFact::ServerUp));
        for event in std::mem::take(&mut self.standing.backlog) {
            let rank = if matches!(event, Event::Intervene(_)) { Rank::Server } else { Rank::Late };
            self.queue.push_ranked(at, rank, event);
        }
    }
}

/// Whether the workflow server has to do it. Commands are asynchronous: they are recorded and carried out when the
/// server is there (`start-a-workflow` page). *Paused workflows cleanup*, *Jobs on deliveries* and *Database cleanup* are
/// workflows too (`technical-workflows` page). Assumption: what they had to do is done as soon as the server is up.
/// *Unconditional stop* only writes the state, so it needs no server.
fn needs_server(plan: &Plan, event: &Event) -> bool {
    match event {
        Event::Intervene(number) => match &plan.interventions[*number].what {
            PlanStimulus::Command(command) => *command != Command::StopUnconditionally,
            PlanStimulus::PostSignal { .. } | PlanStimulus::Answer { .. } => true,
            _ => false,
        },
        Event::Launch { .. }
        | Event::Enter { .. }
        | Event::Again { .. }
        | Event::Wake { .. }
        | Event::Supervise { .. }
        | Event::Delivery(Due::Contact(_) | Due::Expiry(_)) => true,
        _ => false,
    }
}
