// What is seen before the lab: the skeleton, the poster that waits for a click, and the little that a very small frame can show.
import { expect, keepPicture, openLab, openPage, root, test } from "./lab.mjs";
import { violations } from "./axe.mjs";

const LANGUAGES = ["en", "sv", "de", "fr", "es", "ja"];

const wasm = (page) => {
  const asked = [];
  page.on("request", (request) => /\.wasm$/.test(new URL(request.url()).pathname) && asked.push(request.url()));
  return asked;
};

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("the page shows the lab's outline, and says what it needs", async ({ page }) => {
    await page.goto("/");
    await expect(page.locator(".skeleton-flow i").first()).toBeVisible();
    await expect(page.locator("noscript")).toBeInViewport();
    expect(await page.locator("noscript").textContent()).toContain("Delivery Lab needs JavaScript");
    expect((await page.locator(".skeleton").boundingBox()).height).toBe(page.viewportSize().height);
  });
});

test("the outline is seen until the lab is there, and is the same where the element makes it", async ({ page }) => {
  let release;
  await page.route("**/*.wasm", async (route) => {
    await new Promise((resolve) => (release = resolve));
    await route.continue();
  });
  await page.goto("/");
  const lab = page.locator("delivery-lab");
  await expect(page.getByRole("status")).toHaveText("Delivery Lab is opening…");
  await expect(page.locator("delivery-lab > .skeleton")).toBeVisible();
  // What scripts say lies where the page has said it.
  const about = () => page.locator(".opening-first .opening-about:visible, .opening-frame > .opening-about").evaluateAll((all) => all.map((one) => JSON.stringify(one.getBoundingClientRect())));
  for (const size of [[1350, 900], [1024, 700], [640, 380], [360, 740]]) {
    await page.setViewportSize({ width: size[0], height: size[1] });
    const places = await about();
    expect(places, size.join(" × ")).toHaveLength(2);
    expect(places[0]).toBe(places[1]);
  }
  const [own, made] = await lab.evaluate(async (element) => {
    const { skeleton } = await import("./opening.js");
    return [element.querySelector(".skeleton").outerHTML, skeleton().outerHTML].map((html) => html.replaceAll(' class="skeleton" aria-hidden="true"', ""));
  });
  expect(made).toBe(own);
  const boxes = () => page.locator(".skeleton, .skeleton > *").evaluateAll((all) => all.map((one) => JSON.stringify(one.getBoundingClientRect())));
  const before = await boxes();
  await lab.evaluate((element) => element.replaceWith(document.createElement("delivery-lab")));
  await expect(page.locator(".skeleton")).toHaveCount(1);
  expect(await boxes()).toEqual(before);
  await expect.poll(() => typeof release).toBe("function");
  release();
  await expect(root(page).locator("> *").first()).toBeVisible();
  await expect(page.locator(".skeleton")).toHaveCount(0);
});

test("what the lab is about is in the page itself, in every language, before any script has run", async ({ page }) => {
  // The script that defines the element.
  await page.route("**/boot.js", (route) => route.fulfill({ contentType: "text/javascript", body: "" }));
  await page.goto("/");
  const about = page.locator(".opening-first .opening-about");
  const said = await about.evaluateAll((all) => all.map((one) => [one.lang, [...one.children].map((line) => line.textContent)]));
  // The last is for all who read none of the others, as `switch` takes the first that fits.
  expect(said.at(-1)[0]).toBe("en");
  const asked = await page.locator(".opening-first foreignObject").evaluateAll((all) => all.map((one) => one.getAttribute("systemLanguage")));
  expect(asked).toEqual([...said.slice(0, -1).map(([lang]) => lang), null]);
  const words = await page.evaluate(async () => {
    const [{ LANGUAGES }, { wordsIn }] = await Promise.all([import("./element.js"), import("./opening.js")]);
    return Object.fromEntries(LANGUAGES.map(wordsIn).map(({ heading, sentence, opening }, at) => [LANGUAGES[at], [heading, sentence, opening]]));
  });
  expect(Object.fromEntries(said)).toEqual(words);
  const seen = await about.evaluateAll((all) => all.filter((one) => one.getBoundingClientRect().height > 0).map((one) => one.lang));
  expect(seen).toEqual(["en"]);
});

test("the poster loads nothing of the program until it is started, and then the lab has the focus", async ({ page }) => {
  const asked = wasm(page);
  await page.goto("/?poster&weeks=4");
  const start = page.getByRole("button", { name: "Start the lab" });
  await expect(start).toBeVisible();
  await page.waitForLoadState("networkidle");
  expect(asked).toEqual([]);
  expect(await violations(page)).toEqual([]);
  await keepPicture(page, "poster");
  await page.keyboard.press("Tab");
  await expect(start).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(root(page).locator("> *").first()).toBeVisible();
  // All parts of it, where it comes in parts, and each once.
  expect(asked[0]).toMatch(/delivery_lab_bg[.]wasm$/);
  expect(new Set(asked).size).toBe(asked.length);
  await expect(page.locator(".lab")).toBeFocused();
  expect(await page.locator("delivery-lab").evaluate((lab) => lab.getScenario().then(({ weeks }) => weeks))).toBe(4);
});

test("play and run start a lab whose poster waits; other methods wait with it", async ({ page }) => {
  await page.goto("/?poster=true");
  const lab = page.locator("delivery-lab");
  await expect(page.getByRole("button", { name: "Start the lab" })).toBeVisible();
  const state = lab.evaluate((element) => element.getState());
  expect(await lab.evaluate((element) => element.run({ weeks: 3 }).then(({ weeks }) => weeks))).toBe(3);
  expect((await state).version).toBe(1);
  await page.goto("/?poster=off");
  await expect(root(page).locator("> *").first()).toBeVisible();
  await page.goto("/?poster");
  await lab.evaluate((element) => element.removeAttribute("poster"));
  await expect(root(page).locator("> *").first()).toBeVisible();
});

test("the poster speaks the six languages and fits every frame, light and dark", async ({ page }) => {
  const labels = new Set();
  for (const lang of LANGUAGES) {
    for (const [width, height] of [[280, 158], [480, 270], [360, 640], [1280, 720]]) {
      await page.setViewportSize({ width, height });
      await page.goto(`/?poster&lang=${lang}&theme=${height % 4 === 0 ? "dark" : "light"}`);
      const start = page.locator(".poster-start");
      await expect(start).toBeInViewport({ ratio: 1 });
      labels.add(await start.textContent());
      const spills = await page.locator(".poster").evaluate((poster) => [poster.scrollWidth > poster.clientWidth, poster.scrollHeight > poster.clientHeight]);
      expect(spills, `${lang} ${width} × ${height}`).toEqual([false, false]);
    }
  }
  expect(labels.size).toBe(LANGUAGES.length);
});

for (const [width, height] of [[280, 158], [320, 180], [480, 270], [640, 360], [960, 540], [1280, 720]]) {
  test(`a frame of ${width} × ${height} shows figures and player, and its page never scrolls`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await openLab(page);
    const lab = page.locator("delivery-lab");
    await lab.evaluate((element) => element.seek("2026-09-01"));
    await expect(page.locator(".headline b").first()).toBeInViewport({ ratio: 1 });
    await expect(page.locator(".headline b").first()).toHaveText("35");
    await expect(page.locator(".transport .play")).toBeInViewport({ ratio: 1 });
    for (const mode of ["play", "build", "compare", "lesson"]) {
      await lab.evaluate((element, value) => element.setAttribute("mode", value), mode);
      await expect(page.locator(`.lab.mode-${mode}`)).toHaveCount(1);
      const scrolls = await page.evaluate(() => [document.documentElement, document.body].map((one) => [one.scrollWidth > innerWidth, one.scrollHeight > innerHeight]));
      expect(scrolls, mode).toEqual([[false, false], [false, false]]);
    }
    await keepPicture(page, `frame-${width}`);
  });
}

test("a very small frame leads to a larger one, and to everything where it is", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 180 });
  await openLab(page, "?sample=birthday&weeks=9");
  const larger = page.getByRole("link", { name: "Open larger" });
  await expect(larger).toHaveAttribute("href", /index\.html\?sample=birthday&weeks=9$/);
  expect(await violations(page)).toEqual([]);
  await larger.click();
  await expect.poll(() => page.evaluate(() => document.fullscreenElement?.localName)).toBe("delivery-lab");
  await page.evaluate(() => document.exitFullscreen());
  await page.getByRole("button", { name: "Show everything here" }).click();
  await expect(page.getByRole("group", { name: "Mode", exact: true })).toBeVisible();
  await expect(larger).toBeHidden();
});

test("200 elements come and go and leave nothing behind", async ({ page }) => {
  test.setTimeout(240_000);
  await openPage(page, "/examples/element.html");
  const session = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.enable");
  const mount = (times) => page.evaluate(async (count) => {
    for (let time = 0; time < count; time += 1) {
      const lab = document.createElement("delivery-lab");
      lab.setAttribute("weeks", "4");
      lab.setAttribute("sample", ["side-by-side", "welcome"][time % 2]);
      document.querySelector("article").append(lab);
      await lab.getReport();
      lab.remove();
      await Promise.resolve();
    }
  }, times);
  const held = async () => {
    // The page's own list of what happened is no part of the elements.
    await page.evaluate(() => document.getElementById("events").replaceChildren());
    for (let time = 0; time < 3; time += 1) {
      await page.waitForTimeout(50);
      await session.send("HeapProfiler.collectGarbage");
    }
    const { usedSize } = await session.send("Runtime.getHeapUsage");
    const { nodes, jsEventListeners } = await session.send("Memory.getDOMCounters");
    const wasm = await page.evaluate(async () => (await (await import("../delivery_lab.js")).default()).memory.buffer.byteLength);
    return { usedSize, nodes, jsEventListeners, wasm };
  };
  // The first ones fill the caches of the browser and the program.
  await mount(20);
  const before = await held();
  await mount(200);
  const after = await held();
  const each = Object.fromEntries(Object.keys(before).map((key) => [key, (after[key] - before[key]) / 200]));
  expect(each.nodes, `${JSON.stringify({ before, after })}`).toBeLessThan(1);
  expect(each.jsEventListeners).toBeLessThan(0.1);
  expect(each.usedSize).toBeLessThan(2_000);
  // Memory of the module comes in pages of 64 KiB and is never given back; it must not grow with the number of elements.
  expect(after.wasm - before.wasm).toBeLessThanOrEqual(16 * 65_536);
});
