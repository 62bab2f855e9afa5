//! The rows that a panel shows: at once where counts lead to them, else searched for between frames.

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use crate::log::RunLog;
use crate::log::provenance::Behind;
use crate::log::query::RowQuery;
use crate::log::search::Search;
use crate::paint::work::Work;
use crate::ui::shared::Shared;

/// How much is searched at once, in messages drawn: less than the blink of an eye.
const AT_ONCE: u64 = 100_000;
/// How much of it is a slice.
const SLICE: u64 = 4_096;

/// Rows, as far as they are found.
#[derive(Clone, Debug)]
pub(super) enum Found {
    /// All of the page.
    Rows(Rc<Behind>),
    /// Still searching; how much is done, in thousandths.
    Searching(u32),
}

enum Begun {
    Over(Rc<Behind>),
    Open(Rc<RefCell<Option<Search>>>),
}

/// The rows of a page, counted from 0, of `size` rows.
#[hook]
pub(super) fn use_rows(run: &Shared<RunLog>, query: Option<RowQuery>, page: u64, size: u64) -> Found {
    let key = (run.clone(), query, page);
    let begun = use_memo(key.clone(), |(run, query, page)| {
        let Some(query) = query.clone() else { return Begun::Over(Rc::default()) };
        let start = page.saturating_mul(size);
        let rows = start..start.saturating_add(size);
        if let Some(behind) = query.page_at_once(run, rows.clone()) {
            return Begun::Over(Rc::new(behind));
        }
        let mut search = Search::new(run, query, rows);
        let mut left = AT_ONCE;
        while left > 0 {
            left = left.saturating_sub(SLICE);
            if search.advance(run, SLICE) {
                return Begun::Over(Rc::new(search.finish()));
            }
        }
        Begun::Open(Rc::new(RefCell::new(Some(search))))
    });
    // What was found belongs to the search it was found by.
    let found = use_state(|| None::<(Rc<Begun>, Rc<Behind>)>);
    let permille = use_state_eq(|| 0_u32);
    let is_same = |(of, _): &&(Rc<Begun>, Rc<Behind>)| Rc::ptr_eq(of, &begun);
    let known = found.as_ref().filter(is_same).map(|(_, behind)| behind.clone());
    use_effect_with((key, known.is_some()), {
        let (begun, found, permille, run) = (begun.clone(), found.setter(), permille.setter(), run.clone());
        move |(_, is_known)| {
            let search = match &*begun {
                Begun::Open(search) if !is_known => Some(search.clone()),
                _ => None,
            };
            let work = search.map(|search| {
                permille.set(0);
                let slice = {
                    let (search, run) = (search.clone(), run.clone());
                    move || search.borrow_mut().as_mut().is_none_or(|search| search.advance(&run, SLICE))
                };
                Work::start(slice, move |is_over| {
                    if is_over {
                        if let Some(search) = search.borrow_mut().take() {
                            found.set(Some((begun.clone(), Rc::new(search.finish()))));
                        }
                    } else if let Some(search) = &*search.borrow() {
                        permille.set(search.permille(&run) / 10 * 10);
                    }
                })
            });
            move || drop(work)
        }
    });
    match (&*begun, known) {
        (Begun::Over(behind), _) => Found::Rows(behind.clone()),
        (Begun::Open(_), Some(behind)) => Found::Rows(behind),
        (Begun::Open(_), None) => Found::Searching(*permille),
    }
}
