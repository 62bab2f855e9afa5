// Runs in every measured page alike, before its own scripts: notes when what is painted, and asks for clicks.

/**
 * Notes when the first of `seen` is painted, asks for a click on `press` as soon as it is there, and again until one is
 * answered: until `answer` is painted. All three are selectors.
 */
export function watch({ seen, press, answer }) {
  const noted = (globalThis.noted = { long: [] });
  new PerformanceObserver((list) => noted.long.push(...list.getEntries().map(({ startTime, duration }) => [startTime, duration])))
    .observe({ type: "longtask", buffered: true });

  const find = (selector) => [document, document.querySelector("delivery-lab")?.shadowRoot]
    .flatMap((root) => (root ? [...root.querySelectorAll(selector)] : []))
    .find((element) => element.checkVisibility({ visibilityProperty: true }));
  /** When the frame is painted that is being made. */
  const painted = (use) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => use(performance.now());
    port2.postMessage(0);
  };
  const tell = (what) => globalThis.tell(JSON.stringify(what));
  let isPressing = false;
  const click = (element) => {
    isPressing = true;
    const { x, y, width, height } = element.getBoundingClientRect();
    tell({ x: x + width / 2, y: y + height / 2 });
  };
  // What the click did may be drawn with the next frame only.
  const wasReleased = () => requestAnimationFrame(() => { isPressing = false; });
  addEventListener("pointerup", wasReleased, { capture: true });
  const frame = () => {
    if (noted.seen === undefined && find(seen)) painted((now) => { noted.seen ??= now; });
    if (find(answer)) return painted((now) => {
      noted.ready = now;
      tell({});
    });
    // Nobody clicks before there is something to see; and an answer may take so long that it would hide when that was.
    const target = isPressing || noted.seen === undefined ? undefined : find(press);
    if (target) click(target);
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
}
