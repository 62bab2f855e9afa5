// What somebody hears who does not see the page: every sentence that a live region says in one session, in order.
import { call, drop, expect, openLab, test } from "./lab.mjs";
import * as names from "./names.mjs";
import { expectGolden } from "./golden.mjs";

test.use({ reducedMotion: "reduce", viewport: { width: 1280, height: 720 } });

/** Writes down what the live regions of the lab say from now on. A region that is new says what it has, as screen readers do. */
async function listenToRegions(page) {
  await page.evaluate(() => {
    const root = document.querySelector("delivery-lab").shadowRoot;
    const LIVE = "[aria-live], [role=status], [role=alert], [role=log]";
    const words = (region) => region.textContent.trim().replace(/\s+/g, " ");
    const before = new WeakMap([...root.querySelectorAll(LIVE)].map((region) => [region, words(region)]));
    globalThis.spoken = [];
    new MutationObserver(() => {
      for (const region of root.querySelectorAll(LIVE)) {
        // A region within another is said with it.
        if (region.parentElement.closest(LIVE)) continue;
        const now = words(region);
        if (now === before.get(region)) continue;
        before.set(region, now);
        const isUrgent = region.role === "alert" || region.ariaLive === "assertive" || region.querySelector("[role=alert]") !== null;
        if (now) globalThis.spoken.push(`${isUrgent ? "at once" : "politely"}: ${now}`);
      }
    }).observe(root, { subtree: true, childList: true, characterData: true, attributes: true });
  });
}

/** What was said since the last time, once nothing has been said for a second. */
async function heard(page) {
  for (let last = -1, now = 0; now !== last; now = await page.evaluate(() => globalThis.spoken.length)) {
    last = now;
    await page.waitForTimeout(1_100);
  }
  return page.evaluate(() => globalThis.spoken.splice(0));
}

test("a session as it is heard", async ({ page }) => {
  test.setTimeout(180_000);
  await openLab(page, "?mode=play&sample=side-by-side&weeks=8");
  await listenToRegions(page);
  const lines = [];
  const act = async (what, doing) => {
    await doing();
    const said = await heard(page);
    lines.push(what, ...(said.length > 0 ? said : ["nothing"]).map((line) => `  ${line}`), "");
  };
  const key = (...keys) => async () => { for (const each of keys) await page.keyboard.press(each); };

  await act("A week on", () => names.weekOn(page).click());
  await act("Three more weeks, quickly", async () => { for (let week = 0; week < 3; week += 1) await names.weekOn(page).click(); });
  await act("The list of a delivery’s log", () => page.locator("button.instance").nth(1).click());
  await act("To the end of the run", () => call(page, "seek", "2026-03-02"));
  await act("Build mode", () => names.tab(page, "Build").click());
  await act("An activity is chosen", async () => {
    await page.locator('[data-activity="recurring"]').evaluate((card) => card.focus());
    await page.keyboard.press("Enter");
  });
  await act("It is moved twice by keys", async () => {
    await page.locator('[data-activity="recurring"]').evaluate((card) => card.focus());
    await key("Alt+ArrowDown", "Alt+ArrowDown")();
  });
  await act("Undo", key("Control+z"));
  await act("Redo", key("Control+y"));
  await act("Quick add is opened and searched", async () => {
    await page.locator('[data-activity="recurring"]').evaluate((card) => card.focus());
    await key("a")();
    await page.getByRole("dialog").getByRole("combobox").fill("wait");
  });
  await act("The first match is added", key("Enter"));
  await act("It is taken out again", key("Control+z"));
  await act("A number that is none", async () => {
    const weeks = page.locator("#ins-run-weeks");
    await page.keyboard.press("Escape");
    await weeks.fill("9999");
    await weeks.press("Tab");
  });
  await act("A file that is none is dropped", () => drop(page, "none.lab.json", "none"));
  await act("The message is closed", () => page.locator(".notices button").last().click());
  await act("Another language", () => page.locator("delivery-lab").evaluate((lab) => lab.setAttribute("lang", "sv")));
  await act("The same week as before", () => call(page, "seek", "2026-01-19"));
  expect(lines.length).toBeGreaterThan(40);
  expectGolden("announced.txt", lines.join("\n"));
});
