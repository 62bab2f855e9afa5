// Records twenty seconds: Play is pressed, the first weeks pass slowly, the rest of the year fast, and the end stays.
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { open } from "./lab.mjs";

/** How long a frame is shown, in milliseconds. */
const FRAME = 80;
/** Small enough for a README's column, wide enough for the comparison beside the workflow's drawing. */
const SCREEN = { viewport: { width: 1152, height: 720 } };

/** What happens, in order: for so many milliseconds, and what is done before them. */
const SCENES = [
  { millis: 400 },
  { millis: 1_040, goTo: ".play" },
  { millis: 4_160, press: ".play", speed: "1 week/s", goTo: ".workflow" },
  { millis: 12_000, speed: "4 weeks/s" },
  { millis: 2_400 },
];

/**
 * Plays the year frame by frame, each a file of the folder, in the order of their names.
 *
 * @param {import("@playwright/test").Browser} browser
 * @param {string} folder
 */
export async function record(browser, folder) {
  await mkdir(folder, { recursive: true });
  const { page, lab } = await open(browser, "?sample=side-by-side&lang=en", SCREEN);
  await page.evaluate(() => frames.stop());
  await showPointer(page);
  let count = 0;
  let place = { x: 640, y: 400 };
  for (const { millis, goTo, press, speed } of SCENES) {
    if (press) await lab.locator(press).click();
    await page.mouse.move(0, 0);
    if (speed) await lab.locator("select.speed").selectOption({ label: speed });
    const from = place;
    const to = goTo ? await middle(lab.locator(goTo)) : place;
    for (let passed = 0; passed < millis; passed += FRAME) {
      place = between(from, to, Math.min((passed + FRAME) / 900, 1));
      await page.evaluate(([millis, { x, y }]) => {
        frames.step(millis);
        document.getElementById("pointer").style.translate = `${x}px ${y}px`;
      }, [FRAME, place]);
      count += 1;
      await page.screenshot({ path: join(folder, `${String(count).padStart(4, "0")}.png`) });
    }
  }
  await page.context().close();
}

/** Draws a pointer, which screenshots do not have. */
async function showPointer(page) {
  await page.evaluate(() => {
    const make = (name, attributes) => {
      const element = document.createElementNS("http://www.w3.org/2000/svg", name);
      for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
      return element;
    };
    const pointer = make("svg", { id: "pointer", width: 22, height: 30, viewBox: "-2 -2 22 30" });
    pointer.append(make("path", { d: "M0 0v20l5-4 4 9 4-2-4-8h7z", fill: "black", stroke: "white", "stroke-width": 1.5 }));
    Object.assign(pointer.style, { position: "fixed", left: 0, top: 0, zIndex: 9, pointerEvents: "none" });
    document.body.append(pointer);
  });
}

async function middle(element) {
  const { x, y, width, height } = await element.boundingBox();
  return { x: x + width / 2, y: y + height / 2 };
}

/** A place on the way, begun and ended gently. */
function between(from, to, share) {
  const eased = share * share * (3 - 2 * share);
  return { x: from.x + (to.x - from.x) * eased, y: from.y + (to.y - from.y) * eased };
}
