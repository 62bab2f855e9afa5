//! The state of a run between two events: what is due, who is in which history, which delivery goes on.

use std::collections::{BTreeMap, VecDeque};
use std::rc::Rc;

use super::behavior::{self, History, LogIndex};
use super::delivery::{Due, Sending};
use super::drawing::Drawing;
use super::parcel::Parcel;
use super::probe::Probe;
use super::queue::{Queue, Rank};
use super::record::{
    AbortCause, BatchIdx, DeliveryIdx, Ending, EndingKind, Fact, LifeFact, Passage, PauseCause, Record, Task,
    TaskIdx, What,
};
use super::standing::Standing;
use super::task::{Alarm, Arrivals, Outcome, Turn, Wake};
use super::variables::Variables;
use crate::base::people_set::{PeopleSet, RecipientIdx};
use crate::base::time::SimTime;
use crate::people::PeopleAt;
use crate::plan::{InterventionIdx, LinkIdx, Plan, StepIdx, Work};
use crate::scenario::activity::advanced::{Behavior, Execution};
use crate::scenario::activity::ports::Port;
use crate::scenario::creative::Creative;
use crate::scenario::intervention::TaskError;
use crate::schedule::{Launches, Schedule};

/// What can be due.
#[derive(Debug)]
pub(super) enum Event {
    /// A schedule's next launch; `number` tells whether it is still planned.
    Launch { step: StepIdx, number: u32 },
    /// A transition, or a start, activates an activity; `start` tells of which start of the workflow.
    Enter { step: StepIdx, via: Option<LinkIdx>, parcel: Parcel, start: u32 },
    /// A task that failed is executed again.
    Again { failed: TaskIdx, arrivals: Rc<Arrivals>, start: u32 },
    /// A task that waits is woken.
    Wake { task: TaskIdx, why: Wake },
    /// A trainee intervenes.
    Intervene(InterventionIdx),
    /// A task has been in progress for its *Max. execution period*.
    Overdue(TaskIdx),
    /// The workflow server is up again, if no later moment was set since.
    ServerUp,
    /// *Paused workflows cleanup* looks at the pause of this number.
    Supervise { pause: u32 },
    /// A recipient clicked the opt-out link of the sending that began then.
    OptOut { recipient: RecipientIdx, of: (BatchIdx, SimTime) },
    /// Something is due in the life of a delivery.
    Delivery(Due),
}

/// What one activity remembers between its tasks.
pub(super) struct Memory {
    /// The launches still to come.
    pub launches: Option<Launches>,
    /// The next of them; it may lie after the end of the run.
    pub next_launch: Option<SimTime>,
    /// Which of its planned launches that is; those planned before are void.
    pub launch_number: u32,
    /// How often its schedule launched it.
    pub launched: u32,
    /// The schedule it has since an edit; it acts from the next start on.
    pub schedule: Option<Schedule>,
    /// How many of its next tasks fail, and how.
    pub failing: Option<(u32, TaskError)>,
    /// How many of its tasks failed in a row.
    pub errors: u32,
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
}

/// The running workflow.
pub(super) struct World {
    pub plan: Rc<Plan>,
    pub people: PeopleAt,
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
    /// What deliveries wait for, and the quarantine.
    pub sending: Sending,
    /// The tasks that wait.
    pub waiting: BTreeMap<TaskIdx, Waiting>,
    /// Variables of the instance and its tasks.
    pub variables: Variables,
    /// The recipient that is watched, if one is.
    pub probe: Option<Probe>,
    pub(super) queue: Queue<Event>,
    /// The state of the workflow and what is held back.
    pub(super) standing: Standing,
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
            next_launch: None,
            launch_number: 0,
            launched: 0,
            schedule: None,
            failing: None,
            errors: 0,
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
            memories,
            templates: plan.templates.iter().map(|template| template.creative.clone()).collect(),
            lists,
            services,
            logs: LogIndex::default(),
            record: Record::default(),
            next_broad_log: 1,
            next_tracking_log: 1,
            drawing: None,
            sending: Sending::default(),
            waiting: BTreeMap::new(),
            variables: Variables::default(),
            probe: None,
            queue: Queue::new(),
            standing: Standing::default(),
            task: None,
            plan,
        }
    }

    /// Takes the next thing due before the end of the weeks and handles it; none is left where it says `false`.
    pub(super) fn handle_next(&mut self) -> bool {
        let Some((at, event)) = self.queue.pop_before(self.plan.end) else { return false };
        self.people.advance_to(at);
        self.handle(at, event);
        self.finish_if_idle(at);
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

    /// What the wall shows in the time zone of the activity whose turn it is: its conditions and labels are about that
    /// day (`managing-time-zones` page).
    ///
    /// Assumption: dates of recipients are days without a zone; that of the creation is the day of the server. On such
    /// a day lists and services are filled too.
    pub(super) fn wall(&self, turn: Turn) -> SimTime {
        self.plan.steps[turn.step].zone.to_local(turn.at)
    }

    /// Queues an opt-out, unless it comes after the end.
    pub(super) fn opt_out(&mut self, at: SimTime, recipient: RecipientIdx, of: (BatchIdx, SimTime)) {
        if at < self.plan.end {
            self.queue.push(at, Event::OptOut { recipient, of });
        }
    }

    fn handle(&mut self, at: SimTime, event: Event) {
        let Some(event) = self.unless_server_is_down(event) else { return };
        match event {
            Event::Launch { step, number } if number != self.memories[step].launch_number => {}
            Event::Enter { start, .. } | Event::Again { start, .. } if start != self.standing.starts => {}
            Event::Launch { .. } | Event::Enter { .. } | Event::Again { .. } if self.standing.is_paused() => {
                self.standing.held.push(event);
            }
            Event::Launch { step, .. } => self.launch(at, step),
            Event::Enter { step, via, parcel, .. } => {
                self.standing.entering = self.standing.entering.saturating_sub(1);
                self.enter(at, step, via, parcel);
            }
            Event::Again { failed, arrivals, .. } => {
                self.standing.entering = self.standing.entering.saturating_sub(1);
                self.execute_again(at, failed, &arrivals);
            }
            Event::Wake { task, why } => self.wake(at, task, why),
            Event::Intervene(number) => {
                let plan = self.plan.clone();
                self.intervene(at, &plan.interventions[number].what);
            }
            Event::OptOut { recipient, of: (batch, sent_at) } => {
                // Assumption: a sending that was taken back is read by nobody from then on. An opt-out of the hour
                // before stays, for reactions count from the beginning of the sending and not from the full hour at
                // which its messages are handed over.
                if self.record.batches[batch].sent_at == Some(sent_at) {
                    self.people.apply_opt_out(recipient);
                }
            }
            Event::Overdue(task) => self.warn_if_too_long(at, task),
            Event::ServerUp => self.server_up(at),
            Event::Supervise { pause } => self.supervise(at, pause),
            Event::Delivery(due) => self.deliver_due(at, due),
        }
    }

    /// Queues the activation of an activity.
    pub(super) fn queue_entry(&mut self, at: SimTime, step: StepIdx, via: Option<LinkIdx>, parcel: Parcel) {
        self.standing.entering += 1;
        self.queue.push(at, Event::Enter { step, via, parcel, start: self.standing.starts });
    }

    /// An event comes in: a new task begins, or one that waits for all transitions has one more.
    pub(super) fn enter(&mut self, at: SimTime, step: StepIdx, via: Option<LinkIdx>, parcel: Parcel) {
        let plan = self.plan.clone();
        let row = &plan.steps[step];
        if via.is_some_and(|link| plan.links[link].comes_back) {
            return self.come_back(at, step, parcel);
        }
        if row.advanced.execution == Execution::DoNotEnable {
            return self.note(at, Some(step), What::Life(LifeFact::NotEnabled));
        }
        let (true, Some(link)) = (row.work.waits_for_all(), via) else {
            let has_priority = row.advanced.behavior == Behavior::CurrentTaskHasPriority;
            let is_second = has_priority && self.standing.is_in_progress(&self.record, step);
            let task = self.begin(at, step);
            if is_second {
                return self.abort(at, task, AbortCause::Priority);
            }
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
        let task = self.record.tasks.len();
        self.record.tasks.push(Task { step, created_at: at });
        self.standing.open.insert(task);
        if let Some(longest) = self.plan.steps[step].advanced.max_execution {
            self.queue.push_ranked(longest.after(at), Rank::Last, Event::Overdue(task));
        }
        task
    }

    /// A task's first turn: what its initialization script assigns, then what the activity does.
    fn execute(&mut self, turn: Turn, mut arrivals: Arrivals) {
        self.initialize(turn, &mut arrivals);
        if self.plan.steps[turn.step].advanced.execution == Execution::EnableButDoNotExecute {
            self.note_of(turn, What::Life(LifeFact::NotExecuted));
            return self.end(turn, EndingKind::Aborted);
        }
        self.execute_given(turn, &Rc::new(arrivals));
    }

    /// What the activity does, with what has come in.
    pub(super) fn execute_given(&mut self, turn: Turn, arrivals: &Rc<Arrivals>) {
        self.task = Some(turn.task);
        let outcome = match self.next_error(turn.step) {
            Some(error) => Outcome::Fails(error),
            None => behavior::execute(self, turn, arrivals),
        };
        self.conclude(turn, arrivals, outcome);
        self.task = None;
    }

    /// Wakes a task that waits; one that waits no more is let be.
    pub(super) fn wake(&mut self, at: SimTime, task: TaskIdx, why: Wake) {
        let Some(waiting) = self.waiting.get(&task) else { return };
        let (turn, arrivals) = (Turn { at, step: waiting.step, task }, waiting.arrivals.clone());
        self.task = Some(task);
        if let Some(outcome) = behavior::wake(self, turn, &arrivals, why) {
            self.waiting.remove(&task);
            self.conclude(turn, &arrivals, outcome);
        }
        self.task = None;
    }

    /// Goes on with a task that waits, or with one that has just begun, by what came of it; `why` is noted.
    pub(super) fn resume(&mut self, turn: Turn, why: What, outcome: Outcome) {
        self.waiting.remove(&turn.task);
        self.task = Some(turn.task);
        self.note(turn.at, Some(turn.step), why);
        self.conclude(turn, &Rc::default(), outcome);
        self.task = None;
    }

    fn conclude(&mut self, turn: Turn, arrivals: &Rc<Arrivals>, outcome: Outcome) {
        match outcome {
            Outcome::Done(outputs) => {
                self.end(turn, EndingKind::Finished);
                self.memories[turn.step].errors = 0;
                for (port, parcel) in outputs {
                    self.activate(turn, port, &parcel);
                }
            }
            Outcome::Waits(alarms) => self.wait(turn, arrivals, &alarms),
            Outcome::Fails(error) => self.fail(turn, arrivals, error),
        }
    }

    fn wait(&mut self, turn: Turn, arrivals: &Rc<Arrivals>, alarms: &[Alarm]) {
        let until = alarms.iter().map(|alarm| alarm.at).min();
        self.note(turn.at, Some(turn.step), What::Life(LifeFact::Waits { until }));
        let waiting = Waiting { step: turn.step, arrivals: arrivals.clone() };
        self.waiting.insert(turn.task, waiting);
        for alarm in alarms {
            self.queue.push(alarm.at, Event::Wake { task: turn.task, why: Wake::Alarm(alarm.number) });
        }
    }

    /// Ends a task; one that is over stays as it is.
    pub(super) fn end(&mut self, turn: Turn, kind: EndingKind) {
        if self.standing.open.remove(&turn.task) {
            self.variables.task.remove(&turn.task);
            self.record.endings.push(Ending { task: turn.task, at: turn.at, kind });
        }
    }

    /// Aborts a task.
    pub(super) fn abort(&mut self, at: SimTime, task: TaskIdx, cause: AbortCause) {
        let step = self.record.tasks[task].step;
        let turn = Turn { at, step, task };
        self.waiting.remove(&task);
        let memory = &mut self.memories[step];
        if memory.gathering == Some(task) {
            memory.gathering = None;
            memory.gathered.clear();
        }
        self.note_of(turn, What::Life(LifeFact::Aborted { cause }));
        self.end(turn, EndingKind::Aborted);
    }

    /// Aborts all tasks in progress besides the one whose turn it is.
    pub(super) fn abort_all(&mut self, at: SimTime, cause: AbortCause) {
        let open: Vec<TaskIdx> =
            self.standing.open.iter().copied().filter(|task| self.task != Some(*task)).collect();
        for task in open {
            self.abort(at, task, cause);
        }
    }

    /// Adds a fact about a task.
    pub(super) fn note_of(&mut self, turn: Turn, what: What) {
        self.record.facts.push(Fact { at: turn.at, step: Some(turn.step), task: Some(turn.task), what });
    }

    /// Activates every transition that leaves the activity by an output.
    pub(super) fn activate(&mut self, turn: Turn, port: Port, parcel: &Parcel) {
        let plan = self.plan.clone();
        let row = &plan.steps[turn.step];
        for &link in row.next.iter().filter(|&&link| plan.links[link].port == port) {
            self.record.passages.push(Passage { at: turn.at, link, count: parcel.count(), task: turn.task });
            let step = plan.links[link].to;
            self.queue_entry(turn.at, step, Some(link), parcel.clone());
        }
        if row.unterminated.contains(&port) {
            self.note(turn.at, Some(turn.step), What::Life(LifeFact::Unterminated { port }));
            self.pause(turn.at, PauseCause::Unterminated);
        }
    }
}
