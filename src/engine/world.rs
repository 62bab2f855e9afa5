//! The state of a run between two events: what is due, who is in which history, which delivery goes on.

use std::rc::Rc;

use super::behavior::{self, History};
use super::fate::Odds;
use super::queue::Queue;
use super::record::{DeliveryIdx, Fact, Passage, Record, What};
use crate::base::people_set::{PeopleSet, RecipientIdx};
use crate::base::time::SimTime;
use crate::people::PeopleAt;
use crate::plan::{InterventionIdx, LinkIdx, Plan, PlanStimulus, StepIdx, TemplateIdx, Work};
use crate::scenario::creative::Creative;
use crate::schedule::Launches;

/// What can be due.
pub(super) enum Event {
    /// A schedule's next launch; `start` tells of which start of the workflow.
    Launch { step: StepIdx, start: u32 },
    /// A transition activates an activity.
    Enter { step: StepIdx, people: Option<Rc<PeopleSet>> },
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
    /// How often it made or fed a delivery.
    pub occurrences: u32,
    /// Who was targeted.
    pub history: History,
    /// The deliveries it made.
    pub deliveries: Vec<DeliveryIdx>,
    /// Its label now.
    pub label: Rc<str>,
    /// Its own copy of the creative now, of a recurring delivery.
    pub creative: Option<Rc<Creative>>,
}

/// The running workflow.
pub(super) struct World<'p> {
    pub plan: &'p Plan,
    pub people: PeopleAt,
    pub odds: Odds,
    pub memories: Vec<Memory>,
    pub templates: Vec<Rc<Creative>>,
    pub record: Record,
    pub next_broad_log: u64,
    pub next_tracking_log: u64,
    queue: Queue<Event>,
    starts: u32,
}

impl<'p> World<'p> {
    /// Everything as it is before the workflow is started.
    pub(super) fn new(plan: &'p Plan) -> Self {
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
        });
        Self {
            people: PeopleAt::new(plan.people.clone()),
            odds: Odds::of(&plan.reactions),
            memories: memories.collect(),
            templates: plan.templates.iter().map(|template| template.creative.clone()).collect(),
            record: Record::default(),
            next_broad_log: 1,
            next_tracking_log: 1,
            queue: Queue::new(),
            starts: 0,
            plan,
        }
    }

    /// Starts the workflow at the first moment of the run.
    pub(super) fn start(&mut self) {
        // Interventions are queued first: at equal times they come before launches.
        for (number, intervention) in self.plan.interventions.iter().enumerate() {
            self.queue.push(intervention.at, Event::Intervene(number));
        }
        self.enable_all(self.plan.start, What::WorkflowStarted);
    }

    /// Handles what is due, in order, until the end of the simulated weeks or the limit.
    pub(super) fn run_to_end(&mut self, limit: usize) {
        for _ in 0..limit {
            let Some((at, event)) = self.queue.pop_before(self.plan.end) else {
                self.note(self.plan.end, None, What::WeeksOver);
                return;
            };
            self.people.advance_to(at);
            self.handle(at, event);
        }
        let at = self.record.facts.last().map_or(self.plan.start, |fact| fact.at);
        self.note(at, None, What::LimitReached { limit });
    }

    /// The finished record.
    pub(super) fn into_record(self) -> Record {
        self.record
    }

    /// Adds a fact to the journal.
    pub(super) fn note(&mut self, at: SimTime, step: Option<StepIdx>, what: What) {
        self.record.facts.push(Fact { at, step, what });
    }

    /// Sends a population, or a bare activation, along every transition that leaves the activity.
    pub(super) fn leave(&mut self, at: SimTime, step: StepIdx, people: Option<Rc<PeopleSet>>) {
        let links: &'p [LinkIdx] = &self.plan.steps[step].next;
        for &link in links {
            self.record.passages.push(Passage {
                at,
                link,
                count: people.as_ref().map(|people| people.len()),
            });
            let step = self.plan.links[link].to;
            self.queue.push(at, Event::Enter { step, people: people.clone() });
        }
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
            Event::Enter { step, people } => behavior::enter(self, at, step, people),
            Event::Intervene(number) => self.intervene(at, &self.plan.interventions[number].what),
            Event::OptOut(recipient) => {
                self.people.apply_opt_out(recipient);
            }
        }
    }

    fn launch(&mut self, at: SimTime, step: StepIdx) {
        self.memories[step].launched += 1;
        let launch = self.memories[step].launched;
        self.note(at, Some(step), What::Launched { launch });
        self.queue_next_launch(step);
        behavior::enter(self, at, step, None);
    }

    /// Every activity that nothing leads into begins, by its schedule or at once (`start-and-end` page).
    fn enable_all(&mut self, at: SimTime, how: What) {
        self.starts += 1;
        self.note(at, None, how);
        for (step, row) in self.plan.steps.iter().enumerate() {
            if let Work::Incremental(query) = &row.work
                && !query.keep_history
            {
                behavior::empty_history(self, at, step);
            }
            if let Some(schedule) = row.work.schedule() {
                self.memories[step].launches = Some(schedule.launches(at));
                self.queue_next_launch(step);
            } else if row.is_root {
                self.note(at, Some(step), What::Began);
                self.queue.push(at, Event::Enter { step, people: None });
            }
        }
    }

    fn queue_next_launch(&mut self, step: StepIdx) {
        let next = self.memories[step].launches.as_mut().and_then(Iterator::next);
        if let Some(at) = next.filter(|&at| at < self.plan.end) {
            self.queue.push(at, Event::Launch { step, start: self.starts });
        }
    }

    fn intervene(&mut self, at: SimTime, stimulus: &'p PlanStimulus) {
        match stimulus {
            PlanStimulus::EditTemplate { template, creative } => self.edit_template(at, *template, creative),
            PlanStimulus::EditDelivery { step, creative } => {
                self.memories[*step].creative = Some(creative.clone());
                self.note(at, Some(*step), What::DeliveryEdited);
            }
            PlanStimulus::Relabel { step, label } => {
                self.memories[*step].label = label.clone();
                self.note(at, Some(*step), What::Relabelled { label: label.clone() });
            }
            PlanStimulus::RestartWorkflow => self.enable_all(at, What::WorkflowRestarted),
        }
    }

    fn edit_template(&mut self, at: SimTime, template: TemplateIdx, creative: &Rc<Creative>) {
        self.templates[template] = creative.clone();
        self.note(at, None, What::TemplateEdited { template });
    }
}
