// Has what the reader does wait until all of the program is there, where a part of it is still on its way.
//
// The first part of the wasm draws the lab, the next one plays. Anything else would have the page stand still until the rest has come;
// so the lab notes what is clicked and typed, and does it then.

/** What the part after the first answers. The build's walk through the page uses exactly this. */
export const SOON = ".play";

/** Only these wait. Where the focus goes, and what a text field takes in, the browser knows alone. */
const WAITING = ["click", "keydown", "input", "change"];
/** These would begin something that ends after the rest has come; they are let go. */
const LET_GO = ["pointerdown", "mousedown", "touchstart", "wheel"];
/** More than this nobody means. */
const MOST = 40;

/** Whether an event is on something that the part after the first answers. */
function isSoonAnswered(event) {
  const target = event.composedPath()[0];
  return target instanceof Element && target.closest(SOON) !== null;
}

/**
 * Holds what happens in `root`, a shadow root, until the promise `soon` or `whole` resolves, whichever is needed, and then has it
 * happen. Gives what ends it at once, to be called when the lab is closed.
 */
export function holdUntil(root, soon, whole) {
  const held = [];
  let isSoonHere = false;
  const hold = (event) => {
    // What is done again below comes by here once more.
    if (!event.isTrusted || (event.type === "keydown" && event.key === "Tab")) return;
    if (isSoonHere && isSoonAnswered(event)) return;
    event.stopImmediatePropagation();
    if (LET_GO.includes(event.type)) return;
    // A click would check a box by itself; it does that when it is done again.
    if (event.type === "click" || (event.type === "keydown" && !isLeftToBrowser(event))) event.preventDefault();
    if (held.length < MOST) held.push([event.composedPath()[0], event]);
    root.host.setAttribute("aria-busy", "true");
  };
  const types = [...WAITING, ...LET_GO];
  for (const type of types) root.addEventListener(type, hold, { capture: true, passive: type === "wheel" || type === "touchstart" });
  const release = (events) => {
    if (held.length === 0) root.host.removeAttribute("aria-busy");
    for (const [target, event] of events) {
      // What was drawn meanwhile may have taken it away.
      if (target.isConnected) target.dispatchEvent(new event.constructor(event.type, event));
    }
  };
  const end = () => {
    for (const type of types) root.removeEventListener(type, hold, { capture: true });
    root.host.removeAttribute("aria-busy");
    return held.splice(0);
  };
  soon.then(() => {
    isSoonHere = true;
    // In the order in which it happened: what comes after something that still has to wait, waits with it.
    const free = held.findIndex(([target]) => !target.closest?.(SOON));
    release(held.splice(0, free < 0 ? held.length : free));
  });
  whole.then(() => release(end()));
  return () => void end();
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

/** Whether a key scrolls, zooms or reloads, goes into a text field, or makes a click, which then waits itself. */
function isLeftToBrowser(event) {
  const isWithControl = (event.ctrlKey || event.metaKey) && !WITH_CONTROL.test(event.key);
  if (isWithControl || event.altKey || /^(F\d+|Page(Up|Down))$/.test(event.key)) return true;
  const target = event.composedPath()[0];
  const isTyping = target instanceof Element && target.closest("input, textarea, select, [contenteditable]") !== null;
  return isTyping || event.key === "Enter" || event.key === " ";
}
