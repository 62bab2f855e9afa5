//! The properties of the workflow, the approvals of the campaign and the technical workflows of the instance.

use yew::prelude::*;

use crate::log::technical::Technical;
use crate::scenario::activity::advanced::OnError;
use crate::scenario::edit::Edit;
use crate::scenario::properties::{Retention, TechnicalWorkflows};
use crate::text::activity::settings::on_error;
use crate::text::inspector::advanced as words;
use crate::text::technical::{explained, name, retention};
use crate::ui::inspector::forms::sheet::Sheet;
use crate::ui::inspector::parts::fold;
use crate::ui::inspector::pen::Pen;
use crate::ui::inspector::{InspectorProps, zone};

/// The most consecutive errors, and the most days, that a form takes.
const MOST: u32 = 365;

/// *Properties* of the workflow.
pub fn workflow_fold(props: &InspectorProps, pen: &Pen) -> Html {
    let (lang, now) = (pen.lang, &props.scenario.workflow.properties);
    let words = words::of(lang);
    let sheet = Sheet::new(props, pen, now, Edit::SetWorkflowProperties);
    let errors = [OnError::Suspend, OnError::Ignore, OnError::Abort];
    let errors = errors.map(|one| (one, on_error(lang, one).to_owned()));
    let zones = zone::entries(words.zone_of_server, now.time_zone.as_ref());
    let keeps = if now.keeps_interim_results { words.keeps_on } else { words.keeps_off };
    let body = html! {
        <>
            { sheet.choice("ins-zone", words.time_zone, zone::applied(now.time_zone.as_ref()), zones, |next, value| {
                next.time_zone = zone::chosen(value);
            }) }
            { sheet.one_of("ins-on-error", words.on_error, now.on_error, &errors, |next, one| next.on_error = one) }
            <p class="ins-hint">{ words::on_error_means(lang, now.on_error) }</p>
            { sheet.number("ins-consecutive", words.consecutive, now.consecutive_errors, (0, MOST), |next, most| {
                next.consecutive_errors = most;
            }) }
            <p class="ins-hint">{ words.consecutive_means }</p>
            { sheet.tick("ins-keeps", words.keeps, now.keeps_interim_results, keeps, |next| {
                next.keeps_interim_results = !next.keeps_interim_results;
            }) }
        </>
    };
    fold(words.workflow, !now.is_default(), body)
}

/// What the campaign wants approved.
pub fn approvals_fold(props: &InspectorProps, pen: &Pen) -> Html {
    let now = &props.scenario.approvals;
    let words = words::of(pen.lang);
    let sheet = Sheet::new(props, pen, now, Edit::SetApprovals);
    let means = |on: bool| if on { words.asked } else { words.not_asked };
    let body = html! {
        <>
            { sheet.tick("ins-approve-target", words.target, now.target, means(now.target), |next| next.target = !next.target) }
            { sheet.tick("ins-approve-content", words.content, now.content, means(now.content), |next| {
                next.content = !next.content;
            }) }
            { sheet.number("ins-approve-days", words.approval_days, now.days, (1, MOST), |next, days| next.days = days) }
        </>
    };
    fold(words.approvals, !now.is_default(), body)
}

/// The technical workflows that can be switched off, and how long the cleanup keeps log rows.
pub fn technical_fold(props: &InspectorProps, pen: &Pen) -> Html {
    let (lang, now) = (pen.lang, &props.scenario.technical);
    let words = words::of(lang);
    let sheet = Sheet::new(props, pen, now, Edit::SetTechnical);
    let switch = |id: &'static str, workflow: Technical, of: fn(&mut TechnicalWorkflows) -> &mut bool| {
        let on = workflow.is_on(now).unwrap_or(true);
        sheet.tick(id, name(lang, workflow), on, explained(lang, workflow), move |next| {
            let on = of(next);
            *on = !*on;
        })
    };
    let presets = [
        (Retention::KeepAll, words.keep_all.to_owned()),
        (Retention::V7, words.v7.to_owned()),
        (Retention::V8, words.v8.to_owned()),
    ];
    let body = html! {
        <>
            { switch("ins-tracking", Technical::Tracking, |next| &mut next.tracking) }
            { switch("ins-indicators", Technical::DeliveryIndicators, |next| &mut next.delivery_indicators) }
            { switch("ins-delivery-jobs", Technical::DeliveryJobs, |next| &mut next.delivery_jobs) }
            { switch("ins-paused", Technical::PausedWorkflows, |next| &mut next.paused_workflows) }
            { sheet.one_of("ins-cleanup", words.cleanup, now.cleanup, &presets, |next, preset| next.cleanup = preset) }
            <p class="ins-hint">{ retention(lang, now.cleanup) }{ " " }{ explained(lang, Technical::Cleanup) }</p>
        </>
    };
    fold(words.technical, !now.is_default(), body)
}
