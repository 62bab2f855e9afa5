//! The forms of the activities of Targeting and Flow control; each sets all of an activity's settings at once.

pub mod approval;
pub mod area;
pub mod branches;
pub mod comparison;
pub mod doubles;
pub mod duration;
pub mod expirations;
pub mod jump;
pub mod limit;
pub mod links;
pub mod lookup;
pub mod message;
#[cfg(test)]
pub(super) mod probe;
pub mod query;
pub mod rows;
pub mod sets;
pub mod sheet;
pub mod split;
pub mod stored;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_flow;
#[cfg(test)]
mod tests_targeting;
pub mod update;
pub mod window;

use yew::prelude::*;

use self::sheet::Sheet;
use super::InspectorProps;
use super::parts::section;
use super::pen::Pen;
use crate::scenario::activity::Settings;
use crate::text::inspector::forms as words;

/// The form of the activity with this name, on which all stands that can be set on it; none where it has no form of
/// this folder.
pub fn form(props: &InspectorProps, pen: &Pen, name: &str, settings: &Settings) -> Option<Html> {
    let headed = |body: Html| section(words::of(pen.lang).settings, body);
    Some(match settings {
        Settings::Query(now) => query::form(&Sheet::of(props, pen, name, now, Settings::Query)),
        Settings::Split(now) => split::split(&Sheet::of(props, pen, name, now, Settings::Split)),
        Settings::Cells(now) => split::cells(&Sheet::of(props, pen, name, now, Settings::Cells)),
        Settings::Test(now) => branches::form(&Sheet::of(props, pen, name, now, Settings::Test)),
        Settings::Approval(now) => approval::form(&Sheet::of(props, pen, name, now, Settings::Approval)),
        Settings::ExternalSignal(now) => {
            approval::signal(&Sheet::of(props, pen, name, now, Settings::ExternalSignal))
        }
        Settings::ReadList(now) => {
            headed(stored::read_list(&Sheet::of(props, pen, name, now, Settings::ReadList)))
        }
        Settings::ListUpdate(now) => {
            headed(stored::list_update(&Sheet::of(props, pen, name, now, Settings::ListUpdate)))
        }
        Settings::Subscription(now) => {
            headed(stored::subscription(&Sheet::of(props, pen, name, now, Settings::Subscription)))
        }
        Settings::Intersection(now) => {
            headed(sets::intersection(&Sheet::of(props, pen, name, now, Settings::Intersection)))
        }
        Settings::Exclusion(now) => {
            headed(sets::exclusion(&Sheet::of(props, pen, name, now, Settings::Exclusion), name))
        }
        Settings::AndJoin(now) => {
            headed(sets::and_join(&Sheet::of(props, pen, name, now, Settings::AndJoin), name))
        }
        Settings::ChangeDimension(now) => {
            headed(sets::change_dimension(&Sheet::of(props, pen, name, now, Settings::ChangeDimension)))
        }
        Settings::Deduplication(now) => {
            headed(doubles::deduplication(&Sheet::of(props, pen, name, now, Settings::Deduplication)))
        }
        Settings::Enrichment(now) => {
            headed(doubles::enrichment(&Sheet::of(props, pen, name, now, Settings::Enrichment)))
        }
        Settings::UpdateData(now) => {
            headed(update::form(&Sheet::of(props, pen, name, now, Settings::UpdateData)))
        }
        Settings::End(now) => headed(jump::end(&Sheet::of(props, pen, name, now, Settings::End))),
        Settings::JumpStart(now) => {
            headed(jump::jump(&Sheet::of(props, pen, name, now, Settings::JumpStart), true))
        }
        Settings::JumpEnd(now) => {
            headed(jump::jump(&Sheet::of(props, pen, name, now, Settings::JumpEnd), false))
        }
        Settings::SubWorkflow(now) => {
            headed(jump::sub_workflow(&Sheet::of(props, pen, name, now, Settings::SubWorkflow)))
        }
        Settings::Wait(now) => headed(window::wait(&Sheet::of(props, pen, name, now, Settings::Wait))),
        Settings::TimeConstraint(now) => {
            headed(window::constraint(&Sheet::of(props, pen, name, now, Settings::TimeConstraint)))
        }
        Settings::Alert(now) => headed(message::alert(&Sheet::of(props, pen, name, now, Settings::Alert))),
        Settings::Task(now) => headed(message::task(&Sheet::of(props, pen, name, now, Settings::Task))),
        _ => return None,
    })
}
