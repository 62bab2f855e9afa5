//! The state of a run between two events: what is due, who is in which history, which delivery goes on.

use std::collections::{BTreeMap, VecDeque};
use std::rc::Rc;

use super::behavior::{self, History, LogIndex};
use super::drawing::Drawing;
use super::fate::Odds;
use super::parcel::Parcel;
use super::probe::Probe;
use super::queue::Queue;
use super::record::{DeliveryIdx, Ending, EndingKind, Fact, LifeFact, Passage, Record, Task, TaskIdx, What};
use super::task::{Alarm, Arrivals, Outcome, Turn, Wake};
use super::variables::Variables;
use crate::base::people_set::{PeopleSet, RecipientIdx};
use crate::base::time::SimTime;
use crate::people::PeopleAt;
use crate::plan::{InterventionIdx, LinkIdx, Plan, StepIdx, Work};
use crate::scenario::activity::ports::Port;
use crate::scenario::creative::Creative;
use crate::schedule::Launches;

/// What can be due.
#[derive(Debug)]
pub(super) enum Event {
    /// A schedule's next launch; `start` tells of which start of the workflow.
    Launch { step: StepIdx, start: u32 },
    /// A transition, or a start, activates an activity.
    Enter { step: StepIdx, via: Option<LinkIdx>, parcel: Parcel },
    /// A task that waits is woken.
    Wake { task: TaskIdx, why: Wake },
    /// A trainee intervenes.
    Intervene(InterventionIdx),
    /// A recipient clicked an opt-out link.
    OptOut(RecipientIdx),
}

/// What one activity remembers between its tasks.
pub(super) struct Memory {
    /// The launches still to come.
    pub launches: Option<Launches>,
    /// How often its schedule launched it.
    pub launched: u32,
    /// How often it made or fed a delivery, or drew a sample.
    pub occurrences: u32,
    /// Who was targeted.
    pub history: History,
    /// The deliveries it made.
    pub deliveries: Vec<DeliveryIdx>,
    /// Its label now.
    pub label: Rc<str>,
    /// Its own copy of the creative now, of a recurring delivery.
    pub creative: Option<Rc<Creative>>,
    /// Where it waits for all transitions: what came by each so far, and the task that waits.
    pub gathered: BTreeMap<LinkIdx, VecDeque<Parcel>>,
    /// The task that waits for the rest of `gathered`.
    pub gathering: Option<TaskIdx>,
}

/// A task that waits.
pub(super) struct Waiting {
    /// Its activity.
    pub step: StepIdx,
    /// What activated it.
    pub arrivals: Rc<Arrivals>,
    /// Since when it waits.
    pub since: SimTime,
}

/// The running workflow.
pub(super) struct World {
    pub plan: Rc<Plan>,
    pub people: PeopleAt,
    pub odds: Odds,
    pub memories: Vec<Memory>,
    pub templates: Vec<Rc<Creative>>,
    pub lists: Vec<PeopleSet>,
    pub services: Vec<PeopleSet>,
    /// What queries read from the logs.
    pub logs: LogIndex,
    pub record: Record,
    pub next_broad_log: u64,
    pub next_tracking_log: u64,
    /// Messages that are sent and not yet all drawn; nothing else happens before they are.
    pub drawing: Option<Drawing>,
    /// The tasks that wait.
    pub waiting: BTreeMap<TaskIdx, Waiting>,
    /// Variables of the instance and its tasks.
    pub variables: Variables,
    /// The recipient that is watched, if one is.
    pub probe: Option<Probe>,
    pub(super) queue: Queue<Event>,
    pub(super) starts: u32,
    /// The task whose turn it is.
    task: Option<TaskIdx>,
}

impl World {
    /// Everything as it is before the workflow is started.
    pub(super) fn new(plan: Rc<Plan>) -> Self {
        let mut people = PeopleAt::new(plan.people.clone());
        people.advance_to(plan.start);
        let memories = plan.steps.iter().map(|step| Memory {
            launches: None,
            launched: 0,
            occurrences: 0,
            history: History::default(),
            deliveries: Vec::new(),
            label: step.label.clone(),
            creative: match &step.work {
                Work::Recurring(delivery) => Some(delivery.creative.clone()),
                _ => None,
            },
            gathered: BTreeMap::new(),
            gathering: None,
        });
        let memories = memories.collect();
        let mut members = |named: &[crate::plan::Named]| -> Vec<PeopleSet> {
            let of = |one: &crate::plan::Named| {
                one.members.as_ref().map(|members| people.select(members, plan.start)).unwrap_or_default()
            };
            named.iter().map(of).collect()
        };
        let (lists, services) = (members(&plan.lists), members(&plan.services));
        Self {
            people,
            odds: Odds::of(&plan.reactions),
            memories,
            templates: plan.templates.iter().map(|template| template.creative.clone()).collect(),
            lists,
            services,
            logs: LogIndex::default(),
            record: Record::default(),
            next_broad_log: 1,
            next_tracking_log: 1,
            drawing: None,
            waiting: BTreeMap::new(),
            variables: Variables::default(),
            probe: None,
            queue: Queue::new(),
            starts: 0,
            task: None,
            plan,
        }
    }

    /// Takes the next thing due before the end of the weeks and handles it; none is left where it says `false`.
    pub(super) fn handle_next(&mut self) -> bool {
        let Some((at, event)) = self.queue.pop_before(self.plan.end) else { return false };
        self.people.advance_to(at);
        self.handle(at, event);
        true
    }

    /// The finished record.
    pub(super) fn into_record(self) -> Record {
        self.record
    }

    /// Adds a fact to the journal, of the task whose turn it is.
    pub(super) fn note(&mut self, at: SimTime, step: Option<StepIdx>, what: What) {
        let task = self.task.filter(|_| step.is_some());
        self.record.facts.push(Fact { at, step, task, what });
    }

    /// Queues an opt-out, unless it comes after the end.
    pub(super) fn opt_out(&mut self, at: SimTime, recipient: RecipientIdx) {
        if at < self.plan.end {
            self.queue.push(at, Event::OptOut(recipient));
        }
    }

    fn handle(&mut self, at: SimTime, event: Event) {
        match event {
            Event::Launch { step, start } if start == self.starts => self.launch(at, step),
            // A launch of before the restart: its schedule began anew.
            Event::Launch { .. } => {}
            Event::Enter { step, via, parcel } => self.enter(at, step, via, parcel),
            Event::Wake { task, why } => self.wake(at, task, why),
            Event::Intervene(number) => {
                let plan = self.plan.clone();
                self.intervene(at, &plan.interventions[number].what);
            }
            Event::OptOut(recipient) => {
                self.people.apply_opt_out(recipient);
            }
        }
    }

    /// An event comes in: a new task begins, or one that waits for all transitions has one more.
    pub(super) fn enter(&mut self, at: SimTime, step: StepIdx, via: Option<LinkIdx>, parcel: Parcel) {
        let plan = self.plan.clone();
        let row = &plan.steps[step];
        let (true, Some(link)) = (row.work.waits_for_all(), via) else {
            let task = self.begin(at, step);
            return self.execute(Turn { at, step, task }, Arrivals::one(via, parcel));
        };
        let memory = &mut self.memories[step];
        memory.gathered.entry(link).or_default().push_back(parcel);
        let task = match memory.gathering {
            Some(task) => task,
            None => {
                let task = self.begin(at, step);
                self.memories[step].gathering = Some(task);
                task
            }
        };
        let memory = &mut self.memories[step];
        let is_complete =
            row.inbound.iter().all(|link| memory.gathered.get(link).is_some_and(|one| !one.is_empty()));
        if is_complete {
            let arrived = row
                .inbound
                .iter()
                .filter_map(|link| Some((*link, memory.gathered.get_mut(link)?.pop_front()?)));
            let arrivals = Arrivals::all(arrived.collect());
            memory.gathering = None;
            self.execute(Turn { at, step, task }, arrivals);
        }
    }

    /// Makes a task.
    pub(super) fn begin(&mut self, at: SimTime, step: StepIdx) -> TaskIdx {
        self.record.tasks.push(Task { step, created_at: at });
        self.record.tasks.len() - 1
    }

    fn execute(&mut self, turn: Turn, arrivals: Arrivals) {
        self.task = Some(turn.task);
        let arrivals = Rc::new(arrivals);
        let outcome = behavior::execute(self, turn, &arrivals);
        self.conclude(turn, &arrivals, outcome);
        self.task = None;
    }

    /// Wakes a task that waits; one that waits no more is let be.
    pub(super) fn wake(&mut self, at: SimTime, task: TaskIdx, why: Wake) {
        let Some(waiting) = self.waiting.get(&task) else { return };
        let (turn, arrivals, since) =
            (Turn { at, step: waiting.step, task }, waiting.arrivals.clone(), waiting.since);
        self.task = Some(task);
        if let Some(outcome) = behavior::wake(self, turn, &arrivals, since, why) {
            self.waiting.remove(&task);
            self.conclude(turn, &arrivals, outcome);
        }
        self.task = None;
    }

    fn conclude(&mut self, turn: Turn, arrivals: &Rc<Arrivals>, outcome: Outcome) {
        match outcome {
            Outcome::Done(outputs) => {
                self.end(turn, EndingKind::Finished);
                for (port, parcel) in outputs {
                    self.activate(turn, port, &parcel);
                }
            }
            Outcome::Waits(alarms) => self.wait(turn, arrivals, &alarms),
            Outcome::Fails(error) => {
                self.end(turn, EndingKind::Failed);
                self.fail(turn, error);
            }
        }
    }

    fn wait(&mut self, turn: Turn, arrivals: &Rc<Arrivals>, alarms: &[Alarm]) {
        let until = alarms.iter().map(|alarm| alarm.at).min();
        self.note(turn.at, Some(turn.step), What::Life(LifeFact::Waits { until }));
        let waiting = Waiting { step: turn.step, arrivals: arrivals.clone(), since: turn.at };
        self.waiting.insert(turn.task, waiting);
        for alarm in alarms {
            self.queue.push(alarm.at, Event::Wake { task: turn.task, why: Wake::Alarm(alarm.number) });
        }
    }

    pub(super) fn end(&mut self, turn: Turn, kind: EndingKind) {
        self.record.endings.push(Ending { task: turn.task, at: turn.at, kind });
    }

    /// Activates every transition that leaves the activity by an output.
    pub(super) fn activate(&mut self, turn: Turn, port: Port, parcel: &Parcel) {
        let plan = self.plan.clone();
        let row = &plan.steps[turn.step];
        for &link in row.next.iter().filter(|&&link| plan.links[link].port == port) {
            self.record.passages.push(Passage { at: turn.at, link, count: parcel.count(), task: turn.task });
            let step = plan.links[link].to;
            self.queue.push(turn.at, Event::Enter { step, via: Some(link), parcel: parcel.clone() });
        }
        if row.unterminated.contains(&port) {
            self.note(turn.at, Some(turn.step), What::Life(LifeFact::Unterminated { port }));
            self.pause_at_unterminated(turn);
        }
    }
}
