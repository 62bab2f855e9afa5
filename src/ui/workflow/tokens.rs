//! What travels along the transitions and happens at the activities while the player plays: painted frame by frame,
//! never through the store. Whoever wants no motion gets a still of each week.

use web_sys::{Element, HtmlCanvasElement};
use yew::prelude::*;

use super::inks::{Inks, marks};
use super::painter::Painter;
use crate::app::state::Player;
use crate::base::time::{SimSpan, SimTime};
use crate::log::RunLog;
use crate::paint::clock::now_millis;
use crate::paint::motion;
use crate::paint::sound::Sound;
use crate::paint::ticker::Ticker;
use crate::scenario::Scenario;
use crate::scene::cues::Cues;
use crate::scene::frame::{frame, still};
use crate::scene::layout::Layout;
use crate::text::Lang;
use crate::ui::shared::Shared;

/// How long the tokens of a launch are on their way, in thousandths of a second of the wall clock.
const TRAVEL_MILLIS: f64 = 520.0;
/// How long a cue is to be seen.
const CUE_MILLIS: f64 = 700.0;
/// How often the colours are looked up, in frames: the theme may change while the player plays.
const FRAMES_OF_INKS: u32 = 30;
/// How much of a cue's time has passed in a still: it has moved and does not fade yet.
const HELD: f64 = 0.5;

/// After how long without a frame what happened meanwhile is not heard any more.
const LONGEST_SILENCE_MILLIS: f64 = 1_000.0;

/// Props of the tokens.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct TokensProps {
    /// The scenario that is drawn.
    pub(super) scenario: Shared<Scenario>,
    /// The run.
    pub(super) run: Shared<RunLog>,
    /// The ways.
    pub(super) layout: Shared<Layout>,
    /// The player, from whose playhead each frame takes its moment.
    pub(super) player: Player,
    /// Whether the drawing is larger than its room and is scrolled.
    pub(super) scrolls: bool,
    /// Whether cues are heard.
    pub(super) has_sound: bool,
    /// The language.
    pub(super) lang: Lang,
}

/// The canvas; empty where nothing plays.
#[component]
pub(super) fn Tokens(props: &TokensProps) -> Html {
    let (canvas, inks) = (use_node_ref(), use_node_ref());
    let ticker = use_mut_ref(|| None::<Ticker>);
    let sound = use_mut_ref(|| None::<Sound>);
    let cues =
        use_memo((props.run.clone(), props.scenario.clone()), |(run, scenario)| Cues::of(run, scenario));
    let is_playing = props.player.head.is_playing();
    let is_still = use_state_eq(|| false);
    {
        let is_still = is_still.setter();
        use_effect_with(is_playing, move |is_playing| is_still.set(*is_playing && motion::is_unwanted()));
    }
    {
        let (canvas, inks, sound) = (canvas.clone(), inks.clone(), sound.clone());
        // Frames follow the playhead by themselves; stills follow the moment shown.
        let shown = is_still.then_some(props.player.shown);
        let props = props.clone();
        let depends =
            (props.player.head, shown, props.run.clone(), props.layout.clone(), props.has_sound, props.lang);
        use_effect_with(depends, move |_| {
            if is_playing {
                let sound_is_there = sound.borrow().is_some();
                if props.has_sound != sound_is_there {
                    sound.replace(props.has_sound.then(Sound::start).flatten());
                }
                if let Some(stage) = Stage::of(&canvas, inks, &props, Shared::of(&cues), sound) {
                    if motion::is_unwanted() {
                        stage.still(props.player.shown)
                    } else {
                        ticker.replace(Some(stage.play()));
                    }
                }
            }
            move || {
                ticker.replace(None);
                if let Some(canvas) = canvas.cast::<HtmlCanvasElement>() {
                    // Which makes it blank.
                    canvas.set_width(canvas.width());
                }
            }
        });
    }
    html! {
        <div class="tokens" style={place(props)} aria-hidden="true">
            <canvas ref={canvas}></canvas>
            { marks(&inks) }
        </div>
    }
}

/// Over the drawing: as large, and as much smaller and in the middle where that is shrunk to its room.
fn place(props: &TokensProps) -> String {
    let Layout { size, scale, .. } = *props.layout;
    let own = format!("inline-size: {}px; block-size: {}px", size.width, size.height);
    if props.scrolls {
        own
    } else {
        format!("{own}; left: 50%; top: 50%; translate: -50% -50%; scale: {scale}")
    }
}

/// Everything a frame is painted from.
struct Stage {
    painter: Painter,
    marks: NodeRef,
    cues: Shared<Cues>,
    sound: std::rc::Rc<std::cell::RefCell<Option<Sound>>>,
    props: TokensProps,
}

impl Stage {
    fn of(
        canvas: &NodeRef,
        marks: NodeRef,
        props: &TokensProps,
        cues: Shared<Cues>,
        sound: std::rc::Rc<std::cell::RefCell<Option<Sound>>>,
    ) -> Option<Self> {
        let inks = Inks::of(&marks.cast::<Element>()?)?;
        let most = props.run.record().passages.iter().filter_map(|passage| passage.count).max().unwrap_or(0);
        let painter = Painter::new(canvas.cast()?, &props.layout, inks, most, props.lang)?;
        Some(Self { painter, marks, cues, sound, props: props.clone() })
    }

    /// Paints every frame while what it gives is held.
    fn play(mut self) -> Ticker {
        let head = self.props.player.head;
        // What takes no time is over before a frame is painted.
        let days = f64::from(head.speed().days_per_second().unwrap_or(1));
        let millis = |millis: f64| SimSpan::from_secs((days * 86.4 * millis) as i64);
        let (travel, lasting) = (millis(TRAVEL_MILLIS), millis(CUE_MILLIS));
        let mut last = self.props.player.shown;
        let mut last_millis = now_millis();
        let mut frames = 0_u32;
        Ticker::start(move |now_millis| {
            let moment = head.time_at(now_millis, self.props.run.end());
            frames = frames.wrapping_add(1);
            if frames.is_multiple_of(FRAMES_OF_INKS)
                && let Some(inks) = self.marks.cast::<Element>().and_then(|marks| Inks::of(&marks))
            {
                self.painter.take(inks);
            }
            let tokens = frame(&self.props.run, &self.props.layout, moment, travel);
            self.painter.paint(&self.props.layout, &tokens, &self.cues.frame(moment, lasting));
            // What came while there were no frames, as out of sight, is not heard all at once afterwards.
            if now_millis - last_millis < LONGEST_SILENCE_MILLIS {
                self.hear(last, moment);
            }
            (last, last_millis) = (moment, now_millis);
        })
    }

    /// Paints what the last week brought, without any movement.
    fn still(mut self, shown: SimTime) {
        let since = shown - SimSpan::from_days(7);
        let tokens = still(&self.props.run, &self.props.layout, since, shown);
        let cues: Vec<_> = self.cues.between(since, shown).into_iter().map(|cue| (cue, HELD)).collect();
        self.painter.paint(&self.props.layout, &tokens, &cues);
        self.hear(since, shown);
    }

    fn hear(&self, since: SimTime, until: SimTime) {
        if let Some(sound) = self.sound.borrow_mut().as_mut() {
            sound.play(&self.cues.kinds(since, until));
        }
    }
}
