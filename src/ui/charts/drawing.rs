//! The shapes of a chart as elements that the style sheet colours by their meaning.

use yew::prelude::*;

use crate::scene::chart::shape::{Shape, Tint};
use crate::scene::chart::{Chart, Mark};

/// The drawing, named and described by other elements.
pub(super) fn drawn(chart: &Chart, width: f64, title: &str, takeaway: &str) -> Html {
    let drawing = chart.draw(width);
    html! {
        <svg class="chart-svg" role="img" aria-labelledby={title.to_owned()} aria-describedby={takeaway.to_owned()}
            viewBox={format!("0 0 {:.0} {:.0}", drawing.width, drawing.height)}
            width={format!("{:.0}", drawing.width)} height={format!("{:.0}", drawing.height)}>
            { for drawing.shapes.iter().enumerate().map(|(at, shape)| element(at, shape)) }
        </svg>
    }
}

/// The mark of an entry of the legend.
pub(super) fn mark(mark: Mark) -> Html {
    html! {
        <svg class="legend-mark" viewBox="0 -8 24 16" width="24" height="16" aria-hidden="true">
            { for mark.shapes().iter().enumerate().map(|(at, shape)| element(at, shape)) }
        </svg>
    }
}

fn element(key: usize, shape: &Shape) -> Html {
    match shape {
        Shape::Way { data, tint, width, is_dashed } => html! {
            <path {key} class={classes!("stroke", tinted(*tint))} d={data.clone()} fill="none" stroke-width={width.to_string()}
                stroke-dasharray={is_dashed.then_some("6 4")} />
        },
        Shape::Box { x, y, width, height, tint, shade, title } => html! {
            <rect {key} class={classes!("box", tinted(*tint), (*shade == 0).then_some("is-hollow"))} x={at(*x)} y={at(*y)} width={at(*width)} height={at(*height)}
                fill-opacity={format!("{:.2}", f64::from(*shade) / 100.0)}>{ titled(title) }</rect>
        },
        Shape::Point { x, y, tint, is_hollow, title } => html! {
            <circle {key} class={classes!("point", tinted(*tint), is_hollow.then_some("is-hollow"))} cx={at(*x)} cy={at(*y)} r="3">{ titled(title) }</circle>
        },
        Shape::Text { words, x, y, size, anchor, tint, is_bold } => html! {
            <text {key} class={classes!("words", tinted(*tint))} x={at(*x)} y={at(*y)} font-size={size.to_string()} text-anchor={anchor.value()}
                font-weight={is_bold.then_some("650")}>{ words }</text>
        },
    }
}

fn at(place: f64) -> String {
    format!("{place:.1}")
}

fn titled(title: &str) -> Html {
    if title.is_empty() {
        return Html::default();
    }
    html! { <title>{ title }</title> }
}

/// The class that gives the colour.
const fn tinted(tint: Tint) -> &'static str {
    match tint {
        Tint::Recurring => "t-rec",
        Tint::Continuous => "t-con",
        Tint::Neutral | Tint::Quiet => "t-quiet",
        Tint::Bad => "t-bad",
        Tint::Loud => "t-loud",
        Tint::Axis => "t-axis",
        Tint::Rule => "t-rule",
        Tint::OnHue => "t-on-hue",
    }
}
