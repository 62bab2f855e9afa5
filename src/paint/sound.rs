//! Short tones for what happens, by the browser's own oscillators; nothing sounds before somebody asked for it.

use web_sys::{AudioContext, OscillatorType};

use crate::scene::cues::CueKind;

/// How loud, where 1 is the loudest.
const LOUD: f32 = 0.06;
/// The least time between two tones of one kind, in seconds.
const APART: f64 = 0.12;

/// One tone: its shape, where it begins and ends in hertz, and how long it lasts in seconds.
struct Tone {
    shape: OscillatorType,
    from: f32,
    to: f32,
    seconds: f64,
}

/// What makes the tones; dropped, it is silent.
pub struct Sound {
    context: AudioContext,
    /// When each kind sounded last, in the time of the context.
    last: [f64; CueKind::ALL.len()],
}

impl Sound {
    /// Makes ready for tones; none where the browser has no sound. Called while a button is pressed, as browsers let
    /// a page sound only then.
    pub fn start() -> Option<Self> {
        let context = AudioContext::new().ok()?;
        let _ = context.resume();
        Some(Self { context, last: [f64::MIN; CueKind::ALL.len()] })
    }

    /// Sounds the cues of a moment. Those that come too fast are heard as one.
    pub fn play(&mut self, kinds: &[CueKind]) {
        let now = self.context.current_time();
        for kind in kinds {
            let last = &mut self.last[*kind as usize];
            if now - *last >= APART {
                *last = now;
                // Without a tone the page shows all the same.
                let _ = sound(&self.context, &tone(*kind), now);
            }
        }
    }
}

impl Drop for Sound {
    fn drop(&mut self) {
        let _ = self.context.close();
    }
}

/// Higher is new, lower is more of the same; what goes wrong falls.
fn tone(kind: CueKind) -> Tone {
    let (shape, from, to, seconds) = match kind {
        CueKind::Created => (OscillatorType::Sine, 660.0, 660.0, 0.11),
        CueKind::Appended => (OscillatorType::Sine, 392.0, 392.0, 0.07),
        CueKind::Forked => (OscillatorType::Triangle, 494.0, 740.0, 0.2),
        CueKind::NobodyNew => (OscillatorType::Triangle, 247.0, 196.0, 0.16),
        CueKind::Overlap => (OscillatorType::Square, 311.0, 294.0, 0.14),
    };
    Tone { shape, from, to, seconds }
}

fn sound(context: &AudioContext, tone: &Tone, now: f64) -> Result<(), wasm_bindgen::JsValue> {
    let (oscillator, gain) = (context.create_oscillator()?, context.create_gain()?);
    oscillator.set_type(tone.shape);
    oscillator.frequency().set_value_at_time(tone.from, now)?;
    oscillator.frequency().linear_ramp_to_value_at_time(tone.to, now + tone.seconds)?;
    gain.gain().set_value_at_time(0.0, now)?;
    gain.gain().linear_ramp_to_value_at_time(LOUD, now + 0.012)?;
    gain.gain().linear_ramp_to_value_at_time(0.0, now + tone.seconds)?;
    oscillator.connect_with_audio_node(&gain)?.connect_with_audio_node(&context.destination())?;
    oscillator.start_with_when(now)?;
    oscillator.stop_with_when(now + tone.seconds)
}
