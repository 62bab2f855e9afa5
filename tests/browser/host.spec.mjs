// What a page may ask of the element, and what it is told.
import { call, expect, heard, listen, openLab, openPage, refusal, test } from "./lab.mjs";

test("a run gives the report that the command line gives", async ({ page }) => {
  await openLab(page, "?sample=recurring-weekly");
  const report = await call(page, "run", { weeks: 4, seed: 7 });
  expect(Object.keys(report)).toEqual(["fingerprint", "seed", "weeks", "runs", "deliveries", "totals", "findings"]);
  expect(report).toMatchObject({ weeks: 4, seed: 7, runs: 4 });
  expect(report.deliveries).toHaveLength(4);
  const rows = report.deliveries.reduce((sum, delivery) => sum + delivery.broad_logs, 0);
  expect(rows).toBe(report.totals.broad_logs);
  expect(await call(page, "getReport")).toEqual(report);
  expect((await call(page, "getState")).moment).toBe("2026-02-02T00:00:00");
});

test("the player is moved by dates, and says whether it was playing", async ({ page }) => {
  await openLab(page);
  await call(page, "seek", "2026-06-08T09:00:00.000Z");
  expect((await call(page, "getState")).moment).toBe("2026-06-08T09:00:00");
  await call(page, "seek", "1999-01-01");
  expect((await call(page, "getState")).moment).toBe("2026-01-05T00:00:00");
  await call(page, "play");
  expect(await call(page, "pause")).toBe(true);
  expect(await call(page, "pause")).toBe(false);
});

test("a scenario and a state go out and come back", async ({ page }) => {
  await openLab(page, "?weeks=6");
  const scenario = await call(page, "getScenario");
  expect(scenario).toMatchObject({ format: "delivery-lab/scenario", version: 2, weeks: 6 });
  scenario.weeks = 9;
  expect(await call(page, "setScenario", scenario)).toBe(true);
  await call(page, "setState", { version: 1, moment: "2026-01-20", mode: "compare", activity: "query", delivery: 1 });
  const state = await call(page, "getState");
  expect(state).toMatchObject({ mode: "compare", activity: "query", delivery: 1, scenario: { weeks: 9 } });
  await call(page, "setState", { version: 1, sample: "birthday", theme: "dark" });
  expect(await call(page, "getState")).toMatchObject({ sample: "birthday", theme: "dark", mode: "compare" });
  await call(page, "setState", state);
  expect(await call(page, "getState")).toEqual(state);
});

test("what cannot be done is refused with a sentence in the language of the page", async ({ page }) => {
  await openLab(page);
  const before = await call(page, "getScenario");
  expect(await refusal(page, "seek", "June")).toContain("“June” is not a date");
  expect(await refusal(page, "run", { weeks: 0 })).toContain("weeks cannot be “0”");
  expect(await refusal(page, "setScenario", "{")).toContain("line 1, column");
  expect(await refusal(page, "setScenario", {})).toContain("not a scenario");
  expect(await refusal(page, "setScenario", { ...before, version: 99 })).toContain("version 99");
  expect(await refusal(page, "setState", { version: 2 })).toContain("version 2");
  expect(await refusal(page, "setState", { version: 1, lang: "sv", mode: "dance" })).toContain("field mode");
  expect(await call(page, "getScenario")).toEqual(before);
  await call(page, "setState", { version: 1, lang: "sv" });
  await expect(page.locator(".lab")).toHaveAttribute("lang", "sv");
  expect(await refusal(page, "seek", "juni")).toContain("”juni” är inget datum");
});

test("a scenario that cannot run says why, and runs again once it is mended", async ({ page }) => {
  await openLab(page);
  const good = await call(page, "getScenario");
  const faulty = { ...good, workflow: { activities: [], transitions: [] } };
  expect(await call(page, "setScenario", faulty)).toBe(true);
  for (const method of ["run", "play", "getReport"]) {
    expect(await refusal(page, method), method).toMatch(/cannot run yet\. .*workflow/i);
  }
  await call(page, "setScenario", good);
  expect((await call(page, "run")).deliveries.length).toBeGreaterThan(52);
});

test("events say what happened, in order", async ({ page }) => {
  await listen(page);
  await openLab(page, "?sample=continuous-weekly&weeks=3");
  await call(page, "run");
  await call(page, "setState", { version: 1, lang: "sv" });
  await expect.poll(async () => (await heard(page)).map(([kind]) => kind)).toEqual(["ready", "run", "changed"]);
  const [[, ready], [, run], [, changed]] = await heard(page);
  expect(ready).toMatchObject({ what: "language", lang: "en" });
  expect(run).toEqual({ deliveries: 1, fingerprint: (await call(page, "getReport")).fingerprint });
  expect(changed).toMatchObject({ what: "language", lang: "sv" });
  await expect(page).toHaveTitle(/kontinuerliga leveranser/);
  await expect(page.locator("html")).toHaveAttribute("lang", "sv");
});

test("a listener may call back, change the scenario, and even dispose of the lab", async ({ page }) => {
  await page.addInitScript(() => {
    globalThis.said = [];
    addEventListener("delivery-lab-changed", async ({ target, detail }) => {
      said.push(detail.weeks);
      if (detail.weeks > 2) await target.run({ weeks: detail.weeks - 1 });
      else target.dispose();
    });
    addEventListener("delivery-lab-ready", ({ target }) => target.run({ weeks: 4 }), { once: true });
  });
  // Not `openPage`, which waits for a lab to be there: this one is soon gone.
  await page.goto("/");
  await expect.poll(() => page.evaluate(() => globalThis.said)).toEqual([4, 3, 2]);
  await expect(page.locator('delivery-lab [part="root"]')).toHaveCount(0);
  expect(await refusal(page, "getState")).toContain("disposed of");
});

test("calls made before the lab is there wait for it", async ({ page }) => {
  await openPage(page, "/examples/element.html");
  const moment = await page.evaluate(async () => {
    const lab = document.createElement("delivery-lab");
    lab.setAttribute("weeks", "8");
    const sought = lab.seek("2026-02-02");
    document.querySelector("article").append(lab);
    lab.setAttribute("mode", "build");
    await sought;
    const { moment, mode } = await lab.getState();
    return [moment, mode];
  });
  expect(moment).toEqual(["2026-02-02T00:00:00", "build"]);
});

test("the fragment says what is shown first, and follows changes", async ({ page }) => {
  await openLab(page, "?sample=side-by-side#moment=2026-06-08&activity=query&delivery=2");
  const shown = async () => {
    const { moment, activity, delivery } = await call(page, "getState");
    return [moment, activity, delivery];
  };
  expect(await shown()).toEqual(["2026-06-08T00:00:00", "query", 2]);
  await page.evaluate(() => (location.hash = "moment=2026-03-02"));
  await expect.poll(shown).toEqual(["2026-03-02T00:00:00", "query", 2]);
});

test("a fragment takes nothing away of what somebody has learnt", async ({ page }) => {
  await openLab(page, "?lesson=two-deliveries");
  await expect(page.getByRole("complementary", { name: "Lesson", exact: true })).toBeVisible();
  const { course } = await call(page, "getState");
  expect(course).toEqual(expect.any(String));
  await page.evaluate(() => (location.hash = "moment=2026-03-02&course=x"));
  await expect.poll(() => call(page, "getState")).toMatchObject({ course, moment: "2026-03-02T00:00:00" });
});

test.describe("in a browser set to Swedish", () => {
  test.use({ locale: "sv-SE" });

  test("the app page is in Swedish", async ({ page }) => {
    await openLab(page);
    expect((await call(page, "getState")).lang).toBe("sv");
    await expect(page).toHaveTitle(/kontinuerliga leveranser/);
  });

  test("a lab in an English page is in English", async ({ page }) => {
    await openPage(page, "/examples/element.html");
    const lab = page.locator("#continuous");
    expect(await lab.evaluate((element) => element.getState().then(({ lang }) => lang))).toBe("en");
  });
});
