// The whole course, taken in six ways. Each ends in the same state: the progress that the key of the command line
// foretells, one's own scenario untouched, and, step by step, the same workflows built.
import { call, expect, openLab, test } from "../lab.mjs";
import { Finger, Mouse, Outline } from "./hands.mjs";
import { covered, Keys } from "./keys.mjs";
import { key, pieces, solved } from "./key.mjs";
import { hear, play, progress } from "./play.mjs";

// While it is worked on, PIECES=birthday,logs takes these pieces alone.
const chosen = process.env.PIECES?.split(",");
const course = pieces().filter(({ id }) => !chosen || chosen.includes(id));
/** What each way has built, by step. */
const buildings = new Map();
let answers;

test.beforeAll(async () => {
  // Cargo may have to build the program first.
  test.setTimeout(1_200_000);
  answers = await key();
});

/** Takes the course; `after` is called at the end of each step. */
async function takeCourse(page, Hand, after) {
  test.setTimeout(Number(process.env.PLAYTHROUGH_SECONDS ?? 600) * 1000);
  await openLab(page, "?mode=lesson&lang=en");
  await hear(page);
  const own = await call(page, "getScenario");
  const built = await play(page, new Hand(page), { pieces: course, key: answers, after });
  expect(await call(page, "getScenario"), "one's own scenario is back").toEqual(own);
  await expect.poll(() => progress(page), "the progress is that of the key").toEqual(solved(course, answers));
  for (const [step, workflow] of Object.entries(built)) {
    if (!buildings.has(step)) buildings.set(step, workflow);
    expect(workflow, `${step} is built as by the other ways`).toEqual(buildings.get(step));
  }
}

/** Nothing of the page lies beyond its edge. */
async function fits(page) {
  const beyond = await page.evaluate(() => {
    const { shadowRoot } = document.querySelector("delivery-lab");
    const rooms = [document.scrollingElement, ...shadowRoot.querySelectorAll(".lab, .panels, .work, .coach, .inspector")];
    const isWide = (room) => room.checkVisibility() && room.scrollWidth > room.clientWidth + 1;
    return rooms.filter(isWide).map((room) => `${room.className}: ${room.scrollWidth} > ${room.clientWidth}`);
  });
  expect(beyond, "scrolls sideways").toEqual([]);
}

/** Of the controls of the lesson, each is in sight once it has the focus. */
async function showsFocus(page, name) {
  const controls = page.getByRole("complementary", { name: "Lesson", exact: true }).locator(":is(button, input):not(:disabled)");
  for (const control of await controls.all()) {
    if (!(await control.isVisible())) continue;
    await control.focus();
    expect(await page.evaluate(covered), `${name}: hidden although it has the focus`).toBe("");
  }
}

test.use({ actionTimeout: 15_000 });

test.describe("on a wide page", () => {
  test.use({ viewport: { width: 1280, height: 720 } });

  test("keys alone", async ({ page }) => {
    await page.addInitScript(() => {
      globalThis.pointed = 0;
      // A key that presses a button makes a click, but nothing of a pointer.
      const note = () => { globalThis.pointed += 1; };
      for (const kind of ["pointerdown", "mousedown", "touchstart"]) addEventListener(kind, note, true);
    });
    await takeCourse(page, Keys);
    expect(await page.evaluate(() => globalThis.pointed), "events of a pointer").toBe(0);
  });

  test("the outline and text alone", async ({ page }) => {
    await takeCourse(page, Outline);
  });

  test.describe("with reduced motion", () => {
    test.use({ contextOptions: { reducedMotion: "reduce" } });
    test("a mouse", async ({ page }) => {
      await takeCourse(page, Mouse, async () => {
        const lab = page.locator("delivery-lab");
        await expect.poll(() => lab.evaluate(({ shadowRoot }) => shadowRoot.getAnimations().length), "animations").toBe(0);
      });
    });
  });

  test.describe("with forced colours", () => {
    test.use({ contextOptions: { forcedColors: "active" } });
    test("a mouse", async ({ page }) => {
      await takeCourse(page, Mouse);
      expect(await page.evaluate(() => matchMedia("(forced-colors: active)").matches)).toBe(true);
    });
  });
});

test.describe("with a finger", () => {
  test.use({ hasTouch: true, viewport: { width: 820, height: 1100 } });
  test("single taps", async ({ page }) => {
    await takeCourse(page, Finger);
  });
});

test.describe("at 400 %", () => {
  // 1,280 × 1,024 pixels, four of them a CSS pixel each way.
  test.use({ viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 });
  test("a mouse", async ({ page }) => {
    let count = 0;
    await takeCourse(page, Mouse, async (name) => {
      await fits(page);
      count += 1;
      if (count % 6 === 0) await showsFocus(page, name);
    });
  });
});
