//! Delivery Lab: an in-memory workflow engine, and the page that shows a simulated year of it.
//!
//! # The pipe
//!
//! ```text
//! a person's hands                                                    a person's eyes
//!      |                                                                    ^
//!   app::action                                                          ui, paint
//!      v                                                                    |
//!  scenario --plan::lower--> Plan --engine::run--> Record --log::RunLog--> figures, rows, trace
//!                                                                 at a moment t
//!                            t = scene::playhead.time_at(now)  ------^
//! ```
//!
//! Each arrow is a pure function with one owner. A person's intention becomes an [`app::action::Action`], the
//! reducer makes a new scenario of it, and the pipe runs again from there; there is no second entrance.
//!
//! # The layers
//!
//! A module uses only modules above it in this list; `tests/it/house.rs` says so too.
//!
//! ```text
//!  0 base      time, chance, sets of recipients      7 text    every sentence, in every language
//!  1 schedule  when a schedule launches              8 scene   what is to be seen, without pixels
//!  2 people    recipients, conditions, import        9 lesson  guided teaching
//!  3 scenario  what the author drew; findings       10 app     the store: state, actions, reducer
//!  4 plan      a scenario made runnable             ---------- the web line: feature "web" ----------
//!  5 engine    runs a plan                          11 paint   the clock and the frame loop
//!  6 log       the record, and what is read off it  12 ui      Yew components
//!                                                   13 host    the page around us
//! ```
//!
//! `cli`, the command line, is native only; it stands beside 10 and uses 0 to 9.
//!
//! # The invariants
//!
//! * **I1** Modules 0 to 10 read no clock, no outside randomness, no storage and no DOM.
//! * **I2** The plan determines the record: same scenario, same recipients, same seed, same bytes, native and wasm.
//! * **I3** The record only grows, in order of time and of happening. Nothing edits a fact; what a run of a delivery
//!   leaves open when it is analysed (when it was sent, what became of it) is filled in when it happens, and emptied
//!   again where the sending is taken back.
//! * **I4** A draw depends on its key alone (seed, activity, recipient, occurrence), never on what was drawn
//!   before; so log rows need not be stored: a run keeps who was targeted, and any row is drawn again.
//! * **I5** A scenario in the store is always valid to show; it need not be valid to run. Findings say why.
//! * **I6** Only `app::reduce` makes new state. Only `host` performs effects.
//! * **I7** Drawing never changes state. Dispatching never draws.
//! * **I8** Every listener and frame loop has an owner whose drop undoes it.
//!
//! # One recipient, from CSV to pixel
//!
//! 1. *A file is dropped on the page.* [`ui::import`] reads its bytes and calls [`people::import`]: [`decode`] finds
//!    the encoding, [`Table::read`] the delimiter and the header, [`guess_mapping`] what each column is, and
//!    [`import`](fn@people::import::import) makes [`ImportedPeople`] of it, with a list of the lines that could not be
//!    read. Limits are asked at each step. [`Action::Import`] takes the people into the [`Scenario`].
//! 2. *The scenario is made runnable.* A [`Job`] goes on in slices: [`PeopleMaker`] fills the columns of [`People`],
//!    where a recipient is a number and an attribute is a column; [`lower`] makes the [`Plan`], in which conditions
//!    are compiled and names are places.
//! 3. *The plan runs.* [`Run::advance`] takes the next thing from a queue ordered by time. A Scheduler launches; the
//!    Query (`engine/behavior/query.rs`) asks [`PeopleAt::select`] and gets a [`PeopleSet`], in which our recipient is
//!    one bit; a delivery activity analyses that set by rule, and whoever is left becomes a batch of the [`Record`].
//!    No message is stored: what becomes of one is a draw by its key ([`engine::fate`]), and a batch is counted as a
//!    whole (`engine/draw.rs`).
//! 4. *The record is read.* [`RunLog`] answers for a moment: [`RunLog::totals`] counts, [`RunLog::broad_log`] and
//!    [`RunLog::tracking_log`] draw the rows of one page again, [`log::trail`] follows one recipient through all
//!    deliveries, and [`log::explain`] runs the plan once more and notes what each rule said of them.
//! 5. *It is drawn.* [`ui::comparison`] shows the figures, [`ui::logs`] the page of rows. On the way there the
//!    recipient was part of a token: [`scene::frame::frame`] says where tokens are at a moment, and
//!    `ui/workflow/painter.rs` paints them.
//!
//! # One click, from pointer to state
//!
//! 1. *The pointer goes down on a card and moves.* `ui/builder/gesture.rs` knows what was pressed and begins a drag
//!    (`drag.rs`). While it lasts the DOM is written frame by frame and the store hears nothing: no render, no undo
//!    step, no save.
//! 2. *It goes up.* One [`Action::Edit`] with one [`Edit::Move`] leaves through the callback `send`, which every
//!    component gets from the [`Root`] and which ends in [`use_store`].
//! 3. *[`reduce`] makes the next state.* [`edit::apply`] gives a new scenario, or a refusal, which becomes a notice.
//!    The old scenario goes on the [`History`], and [`app::running`] runs the new one, with the people of the last run
//!    where they are the same: here and now where that takes a moment, else as a [`Job`] that [`paint::runner`]
//!    advances between frames and that ends in [`Action::RunFinished`].
//! 4. *What the world shall know is data.* The reducer pushes [`Effect`]s into the state's outbox. After the render
//!    [`use_store`] hands each to the host once, and the host (`host/lab.rs`) saves, tells the page around us, or
//!    offers a file.
//! 5. *Yew renders.* Big values are [`Shared`], equal when they are the same allocation, so only what depends on the
//!    changed one is drawn anew. A figure never waits for a frame: the frame loop ([`paint::ticker`]) asks the
//!    [`Playhead`] what moment it is, and draws that.
//!
//! # Where to begin
//!
//! `CONTRIBUTING.md` has the way to a new activity, lesson, language and chart. The tests that hold all this are in
//! `tests/it`: `house.rs` the layers and the rules of files, `golden.rs` the engine; `src/app/random_tests.rs` sends
//! random rows of actions to the store.
//!
//! [`Action::Edit`]: app::action::Action::Edit
//! [`Action::Import`]: app::action::Action::Import
//! [`Action::RunFinished`]: app::action::Action::RunFinished
//! [`decode`]: people::import::decode
//! [`edit::apply`]: scenario::edit::apply
//! [`Edit::Move`]: scenario::edit::Edit::Move
//! [`Effect`]: app::effect::Effect
//! [`guess_mapping`]: people::import::guess_mapping
//! [`History`]: app::history::History
//! [`ImportedPeople`]: people::ImportedPeople
//! [`Job`]: app::job::Job
//! [`lower`]: fn@plan::lower::lower
//! [`People`]: people::People
//! [`PeopleAt::select`]: people::PeopleAt::select
//! [`PeopleMaker`]: people::PeopleMaker
//! [`PeopleSet`]: base::people_set::PeopleSet
//! [`Plan`]: plan::Plan
//! [`Playhead`]: scene::playhead::Playhead
//! [`Record`]: engine::record::Record
//! [`reduce`]: fn@app::reduce::reduce
//! [`Root`]: ui::root::Root
//! [`Run::advance`]: engine::Run::advance
//! [`RunLog`]: log::RunLog
//! [`RunLog::broad_log`]: log::RunLog::broad_log
//! [`RunLog::totals`]: log::RunLog::totals
//! [`RunLog::tracking_log`]: log::RunLog::tracking_log
//! [`Scenario`]: scenario::Scenario
//! [`Shared`]: ui::shared::Shared
//! [`Table::read`]: people::import::Table::read
//! [`use_store`]: ui::store::use_store

pub mod app;
pub mod base;
#[cfg(not(target_arch = "wasm32"))]
pub mod cli;
pub mod engine;
#[cfg(feature = "web")]
pub mod host;
pub mod lesson;
pub mod log;
#[cfg(feature = "web")]
pub mod paint;
pub mod people;
pub mod plan;
pub mod scenario;
pub mod scene;
pub mod schedule;
pub mod text;
#[cfg(feature = "web")]
pub mod ui;
