// How high the lab would like its frame to be, so that nothing inside has to scroll. It does not depend on the height the lab has, so
// that host and lab never push each other up.

/** The bounds of what is asked for, in pixels. */
const LEAST = 320;
const MOST = 6000;
/** What is not worth moving a page for, in pixels. */
const SLIGHT = 4;
/** The shortest time between two measurements, in milliseconds. */
const PAUSE = 400;
/** What scrolls in the lab; measuring must not lose the reader's place. */
const SCROLLED = ".lab, .panels, .work, .coach, .inspector";

/** Calls `tell` with the height each time that another one is wanted, once the lab is there. */
export async function followHeight(lab, tell) {
  let timer;
  let width = 0;
  let told = [];
  const measure = () => {
    timer = undefined;
    if (lab.clientWidth !== width) told = [];
    width = lab.clientWidth;
    const height = naturalHeight(lab);
    const [last, before] = told;
    if (height === undefined || Math.abs(height - (last ?? 0)) < SLIGHT) return;
    // A host that answers each height with another must not set off a pendulum: the greater of two stays.
    if (height === before && height < last) return;
    told = [height, last];
    tell(height);
  };
  // A timer and not a frame: out of sight there are none.
  const soon = () => (timer ??= setTimeout(measure, PAUSE));
  const anew = () => {
    told = [];
    soon();
  };
  // Before, there is no content whose height could be wanted.
  await lab.getState().catch(() => {});
  new ResizeObserver(soon).observe(lab);
  new MutationObserver(soon).observe(lab.shadowRoot, { childList: true, subtree: true });
  for (const type of ["delivery-lab-ready", "delivery-lab-measure", "click", "keyup"]) lab.addEventListener(type, anew);
}

/** The height of the lab if its frame were as high as it likes; nothing as long as it is not there. */
export function naturalHeight(lab) {
  const inside = lab.shadowRoot.querySelector(".lab");
  const root = inside?.parentElement;
  if (!root || lab.clientWidth === 0) return undefined;
  const places = [...root.querySelectorAll(SCROLLED)].map((one) => [one, one.scrollTop]);
  root.classList.add("is-measured");
  const height = Math.ceil(inside.getBoundingClientRect().height);
  root.classList.remove("is-measured");
  for (const [one, place] of places) if (one.scrollTop !== place) one.scrollTop = place;
  return Math.min(MOST, Math.max(LEAST, height));
}
