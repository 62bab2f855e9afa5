// Every view on a page of 320 pixels, enlarged four times, and with more space in its text: nothing is cut, nothing sticks out, nothing
// scrolls both ways but drawings, tables and charts; and every target is 24 pixels large or has as much room.
import { smallTargets, spaceText, tooWide } from "./fits.mjs";
import { expect, test } from "./lab.mjs";
import { openView, VIEWS } from "./views.mjs";

const PHONE = { width: 320, height: 640 };
/** A page of 1280 by 1024 at 400 %. */
const ENLARGED = { width: 320, height: 256 };
const DESK = { width: 1280, height: 720 };

test.use({ reducedMotion: "reduce" });

/** Gives the page another size, and the drawing time to follow it. */
async function resize(page, size) {
  await page.setViewportSize(size);
  await page.waitForTimeout(200);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

/** What does not fit in a view. It is opened once, and the page changes its size under it, as when somebody enlarges it. */
async function look(page, view) {
  const found = [];
  const note = (where, all) => found.push(...all.map((one) => `${view[0]}, ${where}: ${one}`));
  await page.setViewportSize(DESK);
  await openView(page, view);
  note("target", await smallTargets(page));
  for (const size of [DESK, PHONE, ENLARGED]) {
    await resize(page, size);
    note(`${size.width} × ${size.height}`, await tooWide(page));
  }
  note("target, narrow", await smallTargets(page));
  await spaceText(page);
  for (const size of [PHONE, DESK]) {
    await resize(page, size);
    note(`spaced, ${size.width} × ${size.height}`, await tooWide(page));
  }
  return found;
}

for (const [group, views] of Object.entries(VIEWS)) {
  test(`every view fits: ${group}`, async ({ page }) => {
    test.setTimeout(600_000);
    const found = [];
    for (const view of views) found.push(...(await look(page, view)));
    expect(found).toEqual([]);
  });
}
