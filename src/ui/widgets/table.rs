//! Cells of tables that turn into stacked rows on narrow screens, where each value carries its heading.

use yew::prelude::*;

/// The heading of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Heading {
    /// What it says.
    pub label: &'static str,
    /// The product's field name; empty where there is none.
    pub field: &'static str,
    /// Whether it stands over numbers.
    pub is_number: bool,
}

impl Heading {
    /// The class of its cells.
    pub fn class(self) -> Option<&'static str> {
        self.is_number.then_some("number")
    }
}

/// The row of headings.
pub fn head(headings: &[Heading]) -> Html {
    html! {
        <thead role="rowgroup">
            <tr role="row">
                { for headings.iter().map(|heading| html! {
                    <th key={heading.label} role="columnheader" scope="col" class={heading.class()}>
                        { heading.label }
                        if !heading.field.is_empty() {
                            <small class="field-name" translate="no">{ heading.field }</small>
                        }
                    </th>
                }) }
            </tr>
        </thead>
    }
}

/// A cell under a heading.
pub fn cell(heading: Heading, content: Html) -> Html {
    html! {
        <td role="cell" class={heading.class()} data-label={heading.label}>{ content }</td>
    }
}

/// What stands in a cell without a value; a narrow screen leaves the cell out.
pub fn absent() -> Html {
    html! { <span class="absent">{ "–" }</span> }
}

/// A row of cells, one under each heading.
pub fn row(key: impl Into<yew::virtual_dom::Key>, headings: &[Heading], contents: Vec<Html>) -> Html {
    html! {
        <tr role="row" key={key.into()}>
            { for headings.iter().zip(contents).map(|(&heading, content)| cell(heading, content)) }
        </tr>
    }
}
