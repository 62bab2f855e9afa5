// Has what the reader does wait until all of the program is there, where a part of it is still on its way.
//
// The first part of the wasm draws the lab, the next one plays, the third leads through the tour and shows what an activity is set to.
// Anything else would have the page stand still until the rest has come; so the lab notes what is clicked and typed, and does it then.

/** What the parts after the first answer, all but the last, in their order. The build's walk through the page uses exactly these. */
export const ANSWERED = [".play", ".coach, .card, .transport"];

/** These wait, and the page says that it is busy. What a text field takes in, the browser knows alone. */
const WAITING = ["click", "keydown", "input", "change"];
/** These wait, too: the browser has moved the focus already, and only the lab hears of it late. */
const QUIET = ["focus", "blur", "focusin", "focusout"];
/** These would begin something that ends after the rest has come; they are let go. */
const LET_GO = ["pointerdown", "mousedown", "touchstart", "wheel"];
/** More than this nobody means. */
const MOST = 200;

/** How many of the parts after the first have to be there for what happens at a place. */
function neededAt(target) {
  const answers = ANSWERED.findIndex((places) => target instanceof Element && target.closest(places) !== null);
  return (answers < 0 ? ANSWERED.length : answers) + 1;
}

/** What is pressed: a click may be on a sign in it. */
const pressed = (target) => target.closest?.("button, a, input, select, label, summary") ?? target;

/** Whether an event is one more click on what was clicked last: nothing had answered yet, and nobody wants it done twice. */
function isAgain(last, event) {
  return last?.event.type === "click" && event.type === "click" && pressed(last.target) === pressed(event.composedPath()[0]);
}

/**
 * Holds what happens in `root`, a shadow root, until the part that answers it is there, and then has it happen. `parts` are promises of
 * the parts after the first: one for each of `ANSWERED`, and one for all. Gives what ends it at once, to be called when the lab is closed.
 */
export function holdUntil(root, parts) {
  let held = [];
  let here = 0;
  const hold = (event) => {
    // What is done again below comes by here once more.
    if (!event.isTrusted) return;
    const target = event.composedPath()[0];
    if (neededAt(target) <= here) return;
    event.stopImmediatePropagation();
    if (LET_GO.includes(event.type)) return;
    // A click would check a box by itself; it does that when it is done again.
    if (event.type === "click" || (event.type === "keydown" && !isLeftToBrowser(event))) event.preventDefault();
    if (held.length < MOST && !isAgain(held.findLast(isLoud), event)) held.push({ target, event });
    sayWhetherBusy();
  };
  const isLoud = ({ event }) => !QUIET.includes(event.type) && event.key !== "Tab";
  const sayWhetherBusy = () => {
    if (held.some(isLoud)) root.host.setAttribute("aria-busy", "true");
    else root.host.removeAttribute("aria-busy");
  };
  const types = [...WAITING, ...QUIET, ...LET_GO];
  for (const type of types) root.addEventListener(type, hold, { capture: true, passive: type === "wheel" || type === "touchstart" });
  const end = () => {
    for (const type of types) root.removeEventListener(type, hold, { capture: true });
    held = [];
    sayWhetherBusy();
  };
  /** What can be done now is, in the order in which it happened: what comes after something that has to wait, waits with it. */
  const release = () => {
    const waits = held.findIndex((one) => isLoud(one) && neededAt(one.target) > here);
    const isFree = (one, at) => (waits < 0 || at < waits) && neededAt(one.target) <= here;
    const free = held.filter(isFree);
    held = held.filter((one, at) => !isFree(one, at));
    sayWhetherBusy();
    for (const { target, event } of free) {
      // What was drawn meanwhile may have taken it away.
      if (target.isConnected) target.dispatchEvent(new event.constructor(event.type, event));
    }
  };
  parts.forEach((part, at) => part.then(() => {
    here = Math.max(here, at + 1);
    release();
    if (here === parts.length) end();
  }));
  return end;
}

/** A page that is seen paints within this, in milliseconds. */
const LONGEST_FRAME = 300;

/** Resolves once the page has painted something, so that what needs little is not kept waiting by what needs much. */
export function painted() {
  return new Promise((resolve) => {
    const observer = new PerformanceObserver(() => (observer.disconnect(), resolve()));
    observer.observe({ type: "paint", buffered: true });
    setTimeout(resolve, document.hidden ? 0 : LONGEST_FRAME);
  });
}

/** The keys that the lab itself answers together with Ctrl or ⌘. */
const WITH_CONTROL = /^[zyka]$/i;

/** Whether a key scrolls, zooms, reloads or moves the focus, goes into a text field, or makes a click, which then waits itself. */
function isLeftToBrowser(event) {
  const isWithControl = (event.ctrlKey || event.metaKey) && !WITH_CONTROL.test(event.key);
  if (isWithControl || event.altKey || /^(F\d+|Tab|Page(Up|Down))$/.test(event.key)) return true;
  const target = event.composedPath()[0];
  const isTyping = target instanceof Element && target.closest("input, textarea, select, [contenteditable]") !== null;
  return isTyping || event.key === "Enter" || event.key === " ";
}
