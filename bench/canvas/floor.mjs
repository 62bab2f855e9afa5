// What the measurement itself costs: a page with one box that follows the pointer and nothing else.
import { painted } from "./seen.mjs";

let box;

/** Shows the box. */
export async function start() {
  const canvas = document.createElement("div");
  box = document.createElement("div");
  box.style.cssText = "position: absolute; left: 600px; top: 400px; width: 200px; height: 64px; background: teal";
  let from;
  box.addEventListener("pointerdown", (event) => { from = event; });
  document.addEventListener("pointermove", (event) => {
    if (from) box.style.transform = `translate(${event.x - from.x}px, ${event.y - from.y}px)`;
  });
  document.addEventListener("pointerup", () => { from = undefined; });
  canvas.append(box);
  document.body.append(canvas);
}

/** Draws the box anew; gives the milliseconds until it is painted. */
export function open() {
  const start = performance.now();
  box.replaceChildren();
  return painted(start, () => true);
}

/** The page, and the box. */
export const find = () => ({ canvas: document.body, activities: [box] });
