// Has what the reader does wait until all of the program is there, where a part of it is still on its way.
//
// A first visit gets the first part of the wasm, which draws the lab and plays. Anything else would hold the page until the rest has
// come; so the lab notes what is clicked and typed, and does it then.

/** What the first part answers. The build's walk through the page uses exactly this. */
export const AT_ONCE = ".play";

/** Only these wait. Where the focus goes, and what a text field takes in, the browser knows alone. */
const WAITING = ["click", "keydown", "input", "change"];
/** These would begin something that ends after the rest has come; they are let go. */
const LET_GO = ["pointerdown", "mousedown", "touchstart", "wheel"];
/** More than this nobody means. */
const MOST = 40;

/** Whether the first part answers an event. */
function isAnswered(event) {
  const target = event.composedPath()[0];
  const onIt = target instanceof Element && target.closest(AT_ONCE) !== null;
  return onIt || (event.type === "keydown" && event.key === "Tab");
}

/**
 * Holds what happens in `root`, a shadow root, until the promise `whole` resolves, and then has it happen. Gives what ends it
 * at once, to be called when the lab is closed.
 */
export function holdUntil(root, whole) {
  const held = [];
  const hold = (event) => {
    // What is done again below comes by here once more.
    if (!event.isTrusted || isAnswered(event)) return;
    event.stopImmediatePropagation();
    if (LET_GO.includes(event.type)) return;
    // A click would check a box by itself; it does that when it is done again.
    if (event.type === "click" || (event.type === "keydown" && !isTyping(event))) event.preventDefault();
    if (held.length < MOST) held.push([event.composedPath()[0], event]);
    root.host.setAttribute("aria-busy", "true");
  };
  const types = [...WAITING, ...LET_GO];
  for (const type of types) root.addEventListener(type, hold, { capture: true, passive: type === "wheel" || type === "touchstart" });
  const end = () => {
    for (const type of types) root.removeEventListener(type, hold, { capture: true });
    root.host.removeAttribute("aria-busy");
    return held.splice(0);
  };
  whole.then(() => {
    for (const [target, event] of end()) {
      // What was drawn meanwhile may have taken it away.
      if (target.isConnected) target.dispatchEvent(new event.constructor(event.type, event));
    }
  });
  return () => void end();
}

/** Whether a key goes into a text field. */
function isTyping(event) {
  const target = event.composedPath()[0];
  return target instanceof Element && target.closest("input, textarea, select, [contenteditable]") !== null;
}
