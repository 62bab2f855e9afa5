// What moves while the player plays: painted, gone at rest, and still for those who want nothing to move.
import { call, expect, openLab, test } from "./lab.mjs";
import * as names from "./names.mjs";

/** How many pixels of the canvas are painted, and whether the last ten looks saw different pictures. */
const look = (page) => page.evaluate(() => {
  const canvas = document.querySelector("delivery-lab").shadowRoot.querySelector(".tokens canvas");
  const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  let [painted, sum] = [0, 0];
  for (let at = 3; at < data.length; at += 4) {
    if (data[at] > 0) [painted, sum] = [painted + 1, (sum + at * data[at]) % 1e9];
  }
  return { painted, sum };
});

test("tokens travel while it plays, and at rest nothing is painted and no frame is asked for", async ({ page }) => {
  await openLab(page);
  expect((await look(page)).painted).toBe(0);
  await names.play(page).click();
  await expect.poll(async () => (await look(page)).painted).toBeGreaterThan(100);
  const pictures = new Set();
  await expect.poll(async () => pictures.add((await look(page)).sum).size).toBeGreaterThan(3);
  await names.pause(page).click();
  await expect.poll(async () => (await look(page)).painted).toBe(0);
  const asked = await page.evaluate(async () => {
    let asked = 0;
    const own = window.requestAnimationFrame;
    window.requestAnimationFrame = (act) => {
      asked += 1;
      return own(act);
    };
    await new Promise((resolve) => setTimeout(resolve, 400));
    window.requestAnimationFrame = own;
    return asked;
  });
  expect(asked).toBe(0);
});

test.describe("with reduced motion", () => {
  test.use({ contextOptions: { reducedMotion: "reduce" } });

  test("each week is a still picture", async ({ page }) => {
    await openLab(page);
    await names.speed(page).selectOption({ index: 1 });
    await names.play(page).click();
    await expect(names.made(page, "Recurring")).toHaveText("2");
    const first = await look(page);
    expect(first.painted).toBeGreaterThan(100);
    await page.waitForTimeout(150);
    const again = await look(page);
    const week = await names.made(page, "Recurring").textContent();
    if (week === "2") expect(again).toEqual(first);
    await expect.poll(async () => (await look(page)).sum).not.toBe(first.sum);
    await names.pause(page).click();
  });
});

test("sounds are off until they are asked for, and the wish is kept", async ({ page }) => {
  await openLab(page);
  const sounds = page.getByRole("button", { name: "Sounds for what happens" });
  await expect(sounds).toHaveAttribute("aria-pressed", "false");
  const made = () => page.evaluate(() => window.tones ?? 0);
  await page.evaluate(() => {
    const own = AudioContext.prototype.createOscillator;
    AudioContext.prototype.createOscillator = function count() {
      window.tones = (window.tones ?? 0) + 1;
      return own.call(this);
    };
  });
  await names.play(page).click();
  await expect(names.made(page, "Recurring")).not.toHaveText("0");
  expect(await made()).toBe(0);
  await sounds.click();
  await expect(sounds).toHaveAttribute("aria-pressed", "true");
  await expect.poll(made).toBeGreaterThan(1);
  await call(page, "pause");
  await page.waitForTimeout(1_200);
  await openLab(page);
  await expect(sounds).toHaveAttribute("aria-pressed", "true");
});
