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
//!   leaves open when it is analysed (when it was sent, what became of it) is filled in when it happens.
//! * **I4** A draw depends on its key alone (seed, activity, recipient, occurrence), never on what was drawn
//!   before; so log rows need not be stored: a run keeps who was targeted, and any row is drawn again.
//! * **I5** A scenario in the store is always valid to show; it need not be valid to run. Findings say why.
//! * **I6** Only `app::reduce` makes new state. Only `host` performs effects.
//! * **I7** Drawing never changes state. Dispatching never draws.
//! * **I8** Every listener and frame loop has an owner whose drop undoes it.

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
