//! The same measurements as wasm. JavaScript keeps the time, because wasm has no clock.

use std::rc::Rc;

use delivery_lab::plan::Plan;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::floor;
use crate::workload::{self, Kind};
use crate::year::Year;

/// A run that is made in two steps, so that each can be timed.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Lab {
    plan: Option<Rc<Plan>>,
    year: Option<Year>,
}

#[wasm_bindgen]
impl Lab {
    /// Makes the people and the plan.
    ///
    /// # Errors
    /// What the lab has against the workload.
    #[wasm_bindgen(constructor)]
    pub fn new(kind: &str, size: u32, weeks: u32) -> Result<Lab, String> {
        Ok(Self { plan: Some(workload::plan(Kind::named(kind)?, size, weeks)?), year: None })
    }

    /// Runs the plan; a second call does nothing.
    pub fn run(&mut self) {
        if let Some(plan) = self.plan.take() {
            self.year = Some(Year::run(plan));
        }
    }

    /// Runs the plan without the log around it; gives how many launches and activations there were.
    pub fn events(&self) -> f64 {
        self.plan.as_ref().map_or(0, Year::events) as f64
    }

    /// Reads the page's figures at the random moments of these numbers; gives a sum of them.
    pub fn seek(&self, from: u32, to: u32) -> f64 {
        let sum = |year: &Year| (from..to).fold(0_u64, |sum, number| sum.wrapping_add(year.seek(number)));
        self.year.as_ref().map_or(0, sum) as f64
    }

    /// What the run came to, as JSON; empty before it.
    pub fn outcome(&self) -> String {
        let json = |year: &Year| serde_json::to_string(&year.outcome()).unwrap_or_default();
        self.year.as_ref().map(json).unwrap_or_default()
    }
}

/// Draws `people` messages in each of `runs` runs and counts.
#[wasm_bindgen]
pub fn floor(people: u32, runs: u32) -> f64 {
    floor::draw(people, runs) as f64
}
