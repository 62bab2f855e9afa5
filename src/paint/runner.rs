//! Drives a run between frames: short slices, progress now and then, the outcome once. Dropping it ends the run.

use yew::Callback;

use super::clock::now_millis;
use super::hidden;
use super::timer::Timer;
use crate::app::action::Action;
use crate::app::job::{Job, JobProgress, Work};
use crate::app::running::Running;

/// How long a slice may take, in milliseconds: half a frame, so that the page has the other half.
const SLICE_MILLIS: f64 = 7.0;
/// How long it may take where the page is hidden: there are no frames, and timers come once a second.
const HIDDEN_SLICE_MILLIS: f64 = 200.0;
/// The time between two slices, in milliseconds.
const PAUSE_MILLIS: i32 = 4;
/// How many messages are drawn between two looks at the clock.
const BETWEEN_LOOKS: u64 = 4_096;
/// The time between two reports of progress, in milliseconds.
const REPORT_MILLIS: f64 = 100.0;
/// How long the events have to go on before the time left is guessed, in milliseconds.
const GUESS_AFTER_MILLIS: f64 = 600.0;

/// A run that goes on while this is held.
pub struct Runner {
    _timer: Timer,
}

/// What is told of something that is driven.
pub enum Told<M> {
    /// How far it has come, and about how many seconds are left; none as long as nobody can tell.
    Progress(JobProgress, Option<u32>),
    /// What it came to.
    Over(M),
}

impl Runner {
    /// Starts to drive the run with this number.
    pub fn start(id: u64, job: Job, send: Callback<Action>) -> Self {
        Self::drive(job, move |told| match told {
            Told::Progress(JobProgress { permille, moment, .. }, seconds_left) => {
                send.emit(Action::RunProgressed(Running { id, permille, moment, seconds_left }));
            }
            Told::Over(outcome) => send.emit(Action::RunFinished { id, outcome }),
        })
    }

    /// Starts to drive something.
    pub fn drive<W: Work + 'static>(work: W, tell: impl Fn(Told<W::Made>) + 'static) -> Self {
        let mut driven = Driven { work: Some(work), reported_at: now_millis(), events: None };
        Self { _timer: Timer::every(PAUSE_MILLIS, move || driven.slice(&tell)) }
    }
}

struct Driven<W> {
    work: Option<W>,
    reported_at: f64,
    /// When its events began, and how much was done then.
    events: Option<(f64, u32)>,
}

impl<W: Work> Driven<W> {
    fn slice(&mut self, tell: &impl Fn(Told<W::Made>)) {
        let Some(mut job) = self.work.take() else { return };
        let began = now_millis();
        let longest = if hidden::is_hidden() { HIDDEN_SLICE_MILLIS } else { SLICE_MILLIS };
        let mut progress = job.advance(BETWEEN_LOOKS);
        while !progress.is_over && now_millis() - began < longest {
            progress = job.advance(BETWEEN_LOOKS);
        }
        if progress.is_over {
            if let Some(made) = job.finish() {
                tell(Told::Over(made));
            }
            return;
        }
        let now = now_millis();
        if job.is_steady() && self.events.is_none() {
            self.events = Some((now, progress.permille));
        }
        self.work = Some(job);
        if now - self.reported_at >= REPORT_MILLIS {
            self.reported_at = now;
            tell(Told::Progress(progress, self.seconds_left(now, progress)));
        }
    }

    /// As long as the rest takes if it takes as long as what was done so far.
    fn seconds_left(&self, now: f64, progress: JobProgress) -> Option<u32> {
        let (began, before) = self.events?;
        let (passed, done) = (now - began, progress.permille.saturating_sub(before));
        if passed < GUESS_AFTER_MILLIS || done < 10 {
            return None;
        }
        let left = passed / f64::from(done) * f64::from(1_000_u32.saturating_sub(progress.permille));
        Some((left / 1_000.0).ceil().clamp(1.0, 86_400.0) as u32)
    }
}
