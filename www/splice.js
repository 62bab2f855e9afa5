// The SPLICE names for learning platforms: asks the host for the learner's state once, and reports score and state as they change.
// https://cssplice.org/slcp/iframe-protocol-specification.html
import { isObject, plain } from "./plain.js";

/** How long reports wait for the state that the host may have, in milliseconds; other clients give up after the same time. */
const LONGEST_WAIT = 15_000;
/** What a state may hold: our own is a text of at most 4,096 letters and the small object of the tour. */
const MOST = { levels: 8, values: 200, letters: 16 << 10 };
/** The events that a host which speaks SPLICE is told of. */
const EVENTS = ["run", "lesson-progress", "lesson-completed", "lesson-answered"];

/** Begins to speak SPLICE with the host; gives what takes its messages. */
export function startSplice(lab, host) {
  const asked = messageId();
  let speaks = false;
  let settle;
  const settled = new Promise((resolve) => (settle = resolve));
  setTimeout(settle, LONGEST_WAIT);
  host.send({ subject: "SPLICE.getState", message_id: asked }, { isHarmless: true });

  let waiting; // The newest report, while an earlier one is being made.
  const report = async (detail, isOver) => {
    // The short tour is no part of the course.
    if (detail.lesson === "tour" && lab.getAttribute("lesson") !== "tour") return;
    const isFirst = waiting === undefined;
    waiting = { detail, isOver };
    if (!isFirst) return;
    await settled;
    const state = await lab.getState().catch(() => undefined);
    const newest = waiting;
    waiting = undefined;
    // Whoever has not spoken has not asked.
    if (!state || !speaks) return;
    const { course, tour } = state;
    const score = scoreOf(newest.detail, lab.hasAttribute("lesson"), newest.isOver);
    host.send({ subject: "SPLICE.reportScoreAndState", message_id: messageId(), score, state: { version: 1, course, tour } });
  };
  lab.addEventListener("delivery-lab-lesson-progress", ({ detail }) => report(detail, false));
  lab.addEventListener("delivery-lab-lesson-completed", ({ detail }) => report(detail, true));
  for (const name of EVENTS) {
    lab.addEventListener(`delivery-lab-${name}`, ({ detail }) => {
      if (speaks) host.send({ subject: "SPLICE.sendEvent", message_id: messageId(), name: `delivery-lab-${name}`, data: detail });
    });
  }

  return {
    /** Takes the answer to the one question that was asked. */
    take({ data, origin }) {
      if (speaks || data.subject !== "SPLICE.getState.response" || data.message_id !== asked) return;
      speaks = true;
      host.pin(origin);
      resume(lab, data.state).finally(settle);
    },
  };
}

/** Takes up what an earlier visit reported. What cannot be read is no reason to stop a learner. */
async function resume(lab, given) {
  if (!isObject(given)) return;
  try {
    const { version, course, tour } = plain(given, MOST);
    await lab.setState({ version, ...(course === undefined ? {} : { course }), ...(tour === undefined ? {} : { tour }) });
  } catch (error) {
    console.info(error.message);
  }
}

/** From 0 to 1: of the lesson that the page is about, or else of the whole course; progress where nothing is scored. */
export function scoreOf(detail, isOneLesson, isOver) {
  const ofLesson = detail.score ?? (isOver ? 1 : detail.progress);
  const ofCourse = detail.courseScore ?? (Number.isFinite(detail.courseProgress) ? detail.courseProgress / 100 : ofLesson);
  const score = isOneLesson ? ofLesson : ofCourse;
  return Number.isFinite(score) ? Math.min(1, Math.max(0, score)) : 0;
}

/** An id that no other message has. `randomUUID` is missing where a page came without encryption. */
function messageId() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
