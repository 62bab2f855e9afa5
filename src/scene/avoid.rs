//! Ways of transitions that go around the activities between their ends.

use super::branch::Place;
use super::rect::Rect;
use super::route::{Point, Prefer, Route};
use super::ways::{Ground, Span};

/// A plain way passes other cards at this distance at least.
const CLEAR: f64 = 8.0;
/// How far a loop runs below or above the cards it joins.
const LOOP: f64 = 24.0;
/// Between two ways that run beside each other.
const LANE: f64 = 9.0;
/// Where a way is searched: how far it may lead beyond its ends, how far from cards its lines lie, and how near to
/// a card it may come. The first that leads there is taken.
const SEARCHES: [Search; 3] = [
    Search { beyond: 320.0, beside: 14.0, clear: 6.0 },
    Search { beyond: 1_600.0, beside: 14.0, clear: 6.0 },
    Search { beyond: 1_600.0, beside: 3.0, clear: 0.5 },
];

struct Search {
    beyond: f64,
    beside: f64,
    clear: f64,
}

/// A transition to be led from one card to another.
#[derive(Clone, Copy, Debug)]
pub struct Task {
    /// The card it leaves.
    pub from: Place,
    /// The card it enters.
    pub to: Place,
    /// Where it leaves: on the right edge.
    pub leave: Point,
    /// Where it enters: on the left edge.
    pub enter: Point,
    /// Which part of it is to be the long one.
    pub prefer: Prefer,
    /// How many ways beside it turn nearer to the end that is not preferred.
    pub lane: u32,
}

/// A way that was found.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// The way.
    pub route: Route,
    /// Whether it runs across cards because no other was found: where they overlap or shut an end in.
    pub is_forced: bool,
}

/// Finds a way around cards: straight where that is free, else with one step, else the shortest one with few turns.
/// One that leads backwards runs between, below or above its two cards. The same cards give the same way.
pub fn find(cards: &[Rect], task: Task) -> Found {
    let free = |route: Route| Found { route, is_forced: false };
    let (Some(own), Some(other)) = (cards.get(task.from), cards.get(task.to)) else {
        let route = Route::between(task.leave, task.enter, task.prefer, task.lane);
        return Found { route, is_forced: true };
    };
    let both = own.union(other);
    let near: Vec<(Place, Rect)> = {
        let window = both.inflated(SEARCHES[0].beyond);
        cards.iter().copied().enumerate().filter(|(_, card)| card.intersects(&window)).collect()
    };
    let is_free = |route: &Route| {
        route.corners().windows(2).all(|pair| {
            let part = Rect::between(pair[0], pair[1]);
            near.iter().all(|(place, card)| {
                let is_end = *place == task.from || *place == task.to;
                !part.intersects(&if is_end { *card } else { card.inflated(CLEAR) })
            })
        })
    };
    if let Some(route) = plain(&task, both).find(is_free) {
        return free(route);
    }
    for Search { beyond, beside, clear } in SEARCHES {
        // Ways beside each other go around at different distances.
        let beside = if beside > CLEAR { beside + f64::from(task.lane % 3) * 5.0 } else { beside };
        let start = Point { x: task.leave.x + beside, ..task.leave };
        let goal = Point { x: task.enter.x - beside, ..task.enter };
        let ends = [Rect::between(task.leave, start), Rect::between(goal, task.enter)];
        let window = both.inflated(beyond);
        let around: Vec<Rect> =
            cards.iter().filter(|card| card.inflated(beside).intersects(&window)).copied().collect();
        if around.iter().any(|card| ends.iter().any(|end| end.intersects(card))) {
            continue;
        }
        let ground = Ground::of(&around, window, Span { beside, clear }, [start, goal]);
        if let Some(mut corners) = ground.and_then(|ground| ground.way(start, goal)) {
            corners.insert(0, task.leave);
            corners.push(task.enter);
            return free(Route::through(&corners));
        }
    }
    let route = Route::between(task.leave, task.enter, task.prefer, task.lane);
    Found { route, is_forced: true }
}

/// The ways without a search, the best first.
fn plain(task: &Task, both: Rect) -> impl Iterator<Item = Route> {
    let Task { leave, enter, prefer, lane, .. } = *task;
    let aside = f64::from(lane.min(8)) * LANE;
    let other = if prefer == Prefer::First { Prefer::Last } else { Prefer::First };
    let step = |x: f64| Route::through(&[leave, Point { x, y: leave.y }, Point { x, y: enter.y }, enter]);
    let around = move |y: f64| {
        let (out, back) = (leave.x + LOOP + aside, enter.x - LOOP - aside);
        let at = |x, y| Point { x, y };
        Route::through(&[leave, at(out, leave.y), at(out, y), at(back, y), at(back, enter.y), enter])
    };
    let is_forward = enter.x >= leave.x + 2.0 * LOOP;
    let first = std::iter::once(Route::between(leave, enter, prefer, lane));
    let forward = [Route::between(leave, enter, other, lane), step(f64::midpoint(leave.x, enter.x))];
    let backward = [around(both.bottom() + LOOP + aside), around(both.y - LOOP - aside)];
    first.chain(if is_forward { forward } else { backward })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const CARD: Rect = Rect { x: 0.0, y: 0.0, width: 200.0, height: 64.0 };

    fn task(cards: &[Rect], from: Place, to: Place) -> Task {
        let (one, two) = (cards[from], cards[to]);
        Task {
            from,
            to,
            leave: Point { x: one.right(), y: one.middle().y },
            enter: Point { x: two.x, y: two.middle().y },
            prefer: Prefer::Last,
            lane: 0,
        }
    }

    fn crossed(cards: &[Rect], route: &Route, ends: [Place; 2]) -> Vec<Place> {
        let is_crossed = |place: &Place| {
            route.corners().windows(2).any(|pair| Rect::between(pair[0], pair[1]).intersects(&cards[*place]))
        };
        (0..cards.len()).filter(|place| !ends.contains(place)).filter(is_crossed).collect()
    }

    fn is_square(route: &Route) -> bool {
        route.corners().windows(2).all(|pair| pair[0].x == pair[1].x || pair[0].y == pair[1].y)
    }

    #[test]
    fn straight_then_a_step_then_around() {
        let mut cards = vec![CARD, CARD.moved(300.0, 0.0), CARD.moved(600.0, 0.0), CARD.moved(600.0, 160.0)];
        assert_eq!(find(&cards, task(&cards, 0, 1)).route.turns(), 0);
        assert_eq!(find(&cards, task(&cards, 1, 3)).route.turns(), 2);
        // The card between is walked around in four turns, and near to it.
        let around = find(&cards, task(&cards, 0, 2));
        assert_eq!((around.route.turns(), around.is_forced), (4, false));
        assert!(around.route.corners().iter().all(|corner| (-20.0..=84.0).contains(&corner.y)));
        cards.remove(1);
        assert_eq!(find(&cards, task(&cards, 0, 1)).route.turns(), 0);
    }

    #[test]
    fn loops_run_below_or_above_and_never_through_their_own_cards() {
        let cards = [CARD, CARD.moved(300.0, 0.0), CARD.moved(150.0, 80.0)];
        let lowest = |found: &Found| found.route.corners().iter().map(|at| at.y).fold(f64::MIN, f64::max);
        let back = find(&cards[..2], task(&cards, 1, 0));
        assert_eq!(lowest(&back), 88.0);
        // Below there is a card: above.
        let back = find(&cards, task(&cards, 1, 0));
        assert!(lowest(&back) < 64.0 && !back.is_forced);
        let own = find(&cards[..1], task(&cards, 0, 0));
        assert!(!own.is_forced && is_square(&own.route));
        assert!(crossed(&cards[..1], &own.route, [9, 9]).is_empty());
    }

    #[test]
    fn a_shut_in_card_is_reached_all_the_same() {
        let cards = [CARD, CARD.moved(200.0, 0.0), CARD.moved(500.0, 0.0)];
        let forced = find(&cards, task(&cards, 0, 2));
        assert!(forced.is_forced && is_square(&forced.route));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(48))]

        #[test]
        fn no_way_crosses_a_card_unless_it_is_forced(
            drops in prop::collection::vec((-60..60_i32, -40..40_i32), 2..60),
            picks in prop::collection::vec((0..1_000_usize, 0..1_000_usize, 0..4_u32), 40),
        ) {
            let mut cards: Vec<Rect> = Vec::new();
            for (x, y) in drops {
                let card = CARD.moved(f64::from(x) * 20.0, f64::from(y) * 20.0);
                if cards.iter().all(|other| !other.intersects(&card)) {
                    cards.push(card);
                }
            }
            let mut forced = 0;
            for (from, to, lane) in picks {
                let (from, to) = (from % cards.len(), to % cards.len());
                let task = Task { lane, ..task(&cards, from, to) };
                let found = find(&cards, task);
                prop_assert_eq!(&found, &find(&cards, task));
                prop_assert!(is_square(&found.route));
                prop_assert_eq!(found.route.corners().first(), Some(&task.leave));
                prop_assert_eq!(found.route.corners().last(), Some(&task.enter));
                if found.is_forced {
                    forced += 1;
                } else {
                    prop_assert_eq!(crossed(&cards, &found.route, [from, to]), Vec::<Place>::new());
                }
            }
            // Cards that touch shut some ends in.
            let touching = cards.iter().filter(|one| {
                cards.iter().any(|two| *one != two && one.inflated(10.0).intersects(two))
            });
            prop_assert!(forced == 0 || touching.count() > 0, "{forced} forced ways");
        }
    }
}
