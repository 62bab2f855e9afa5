// The page that builds embed code: what it shows, that its code works where it is put, and that everybody can use it.
import { createHash } from "node:crypto";

import axe from "axe-core";

import { expect, keepPicture, test } from "./lab.mjs";

const CODES = ["en", "sv", "de", "fr", "es", "ja"];
const code = (page) => page.locator("pre code");
const previewed = (page) => page.frameLocator(".stage iframe").locator("delivery-lab");

/** Opens the page; what it loads while one chooses is its business, so requests are not counted. */
async function openBuilder(page, query = "") {
  await page.goto(`/embed.html${query}`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
}

/** Opens a page of somebody else's, beside the lab, with the code in it. */
async function openHost(page, html, headers = {}) {
  await page.route("**/host-page.html", (route) => route.fulfill({
    contentType: "text/html", headers, body: `<!doctype html><html lang="en"><title>A page</title><p>A page.</p>${html}`,
  }));
  await page.goto("/host-page.html");
}

/** What axe-core finds on the page, frames left out. */
async function problems(page) {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    const { violations } = await globalThis.axe.run({ exclude: [["iframe"]] }, { runOnly: { type: "tag", values } });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(" ")}`));
  });
}

const opened = (lab) => lab.evaluate(async (element) => {
  await customElements.whenDefined("delivery-lab");
  const [state, scenario] = await Promise.all([element.getState(), element.getScenario()]);
  return { sample: state.sample, mode: state.mode, theme: state.theme, lang: state.lang, weeks: scenario.weeks };
});

test("what is chosen is seen, and the frame's code opens the same elsewhere", async ({ page, context, baseURL }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openBuilder(page);
  await page.getByLabel("Sample", { exact: true }).last().selectOption("birthday");
  await page.getByLabel("Weeks").fill("12");
  await page.getByLabel("View", { exact: true }).selectOption("compare");
  await page.getByLabel("Colours").selectOption("dark");
  const address = new URL("/index.html?sample=birthday&mode=compare&weeks=12&theme=dark", baseURL).href;
  await expect(code(page)).toHaveText(`<iframe
  src="${address.replaceAll("&", "&amp;")}"
  title="Birthday e-mail · Delivery Lab"
  style="border: 0; width: 100%; aspect-ratio: 16 / 9"
  loading="lazy"
  allow="fullscreen; clipboard-write"
></iframe>`);
  const wanted = { sample: undefined, mode: "compare", theme: "dark", weeks: 12 };
  await expect.poll(() => page.locator(".stage iframe").getAttribute("src")).toContain("theme=dark");
  await expect.poll(() => opened(previewed(page))).toMatchObject(wanted);
  await keepPicture(page, "embed-builder");
  await page.getByRole("button", { name: "Copy the code" }).click();
  await expect(page.getByRole("status")).toHaveText("Copied.");
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(await code(page).textContent());
  await openHost(page, copied);
  await page.locator("iframe").scrollIntoViewIfNeeded();
  expect(await opened(page.frameLocator("iframe").locator("delivery-lab"))).toMatchObject(wanted);
  const box = await page.locator("iframe").boundingBox();
  expect(box.width / box.height).toBeCloseTo(16 / 9, 1);
});

test("a frame as high as its content brings the host's script, and is as high", async ({ page }) => {
  await openBuilder(page, "?sample=birthday");
  await page.getByRole("radio", { name: "As high as its content" }).check();
  const written = await code(page).textContent();
  expect(written).toMatch(/data-height="auto"\n><\/iframe>\n<script type="module" src="[^"]+host\.js" integrity="sha384-[^"]+" crossorigin="anonymous"><\/script>$/);
  const height = (frame) => frame.evaluate((element) => element.getBoundingClientRect().height);
  await expect.poll(() => height(page.locator(".stage iframe"))).not.toBe(540);
  await openHost(page, written);
  await expect.poll(() => height(page.locator("iframe"))).not.toBe(540);
  expect(await opened(page.frameLocator("iframe").locator("delivery-lab"))).toMatchObject({ sample: "birthday" });
});

test("the element's code works with every script held to its hash", async ({ page }) => {
  await openBuilder(page, "?sample=welcome");
  await page.getByRole("radio", { name: "Element" }).check();
  await page.getByLabel("Hold scripts to their hash").selectOption("all");
  await page.getByLabel("Readers cannot change the scenario").check();
  await expect.poll(() => opened(page.locator(".stage delivery-lab"))).toMatchObject({ sample: "welcome" });
  const written = await code(page).textContent();
  expect(written).toContain('<delivery-lab sample="welcome" readonly style="aspect-ratio: 16 / 9"></delivery-lab>');
  expect(written.match(/sha384-[\w+/]{64}/g).length).toBeGreaterThan(3);
  await openHost(page, written);
  expect(await opened(page.locator("delivery-lab"))).toMatchObject({ sample: "welcome" });
});

test.describe("where a script is another than its hash says", () => {
  test.use({ mayComplain: true });

  test("it is not run, neither the first nor one that it loads", async ({ page }) => {
    await openBuilder(page, "?sample=welcome");
    await page.getByRole("radio", { name: "Element" }).check();
    await page.getByLabel("Hold scripts to their hash").selectOption("all");
    const written = await code(page).textContent();
    for (const name of ["boot.js", "element.js"]) {
      await page.route(`**/${name}`, async (route) => {
        const answer = await route.fetch();
        await route.fulfill({ response: answer, body: `${await answer.text()}\nglobalThis.isTampered = true;` });
      });
      const refused = page.waitForEvent("console", (message) => /integrity/i.test(message.text()));
      await openHost(page, written);
      await refused;
      expect(await page.evaluate(() => [globalThis.isTampered, customElements.get("delivery-lab")])).toEqual([undefined, undefined]);
      await page.unroute(`**/${name}`);
    }
  });
});

test("Markdown is a line of HTML without style, and a link", async ({ page, baseURL }) => {
  await openBuilder(page, "?lesson=two-deliveries");
  await page.getByRole("radio", { name: "Markdown" }).check();
  const [html, empty, link, ...more] = (await code(page).textContent()).split("\n");
  expect(html).toMatch(/^<iframe src="[^"]+lesson=two-deliveries" title="[^"]+" width="100%" height="540" [^>]*><\/iframe>$/);
  expect(html).not.toContain("style");
  expect([empty, more]).toEqual(["", []]);
  expect(link).toContain(`](${new URL("/index.html?lesson=two-deliveries", baseURL).href})`);
});

test("an oEmbed link is there where the site knows its address, and otherwise it says why not", async ({ page }) => {
  await openBuilder(page, "?sample=birthday");
  await page.getByRole("radio", { name: "oEmbed" }).check();
  await expect(page.locator(".note")).toContainText("built without its public address");
  await expect(page.getByRole("button", { name: "Copy the code" })).toBeHidden();
  const list = { address: "https://example.org/lab/", pages: { "sample=birthday": "share/birthday.html" } };
  await page.route("**/oembed/index.json", (route) => route.fulfill({ json: list }));
  await openBuilder(page, "?sample=birthday");
  await page.getByRole("radio", { name: "oEmbed" }).check();
  await expect(code(page)).toHaveText("https://example.org/lab/share/birthday.html");
  await page.getByRole("radio", { name: "Frame" }).check();
  await expect(code(page)).toContainText('src="https://example.org/lab/index.html?sample=birthday"');
});

test("a file of one's own is taken by its address, and what is none is told", async ({ page, baseURL }) => {
  await openBuilder(page);
  await page.getByRole("radio", { name: "Own file" }).check();
  await expect(page.locator(".note")).toContainText(".lesson.json");
  const field = page.getByLabel("Address of the file");
  await field.fill("javascript:alert(1)//.lab.json");
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await expect(page.locator("pre")).toBeHidden();
  await field.fill('files/my "first".lab.json');
  await expect(field).not.toHaveAttribute("aria-invalid");
  await expect(code(page)).toContainText(`index.html?scenario=${new URL("/files/my%2520%2522first%2522.lab.json", baseURL).href}"`);
  await field.fill("/lessons/mine.lesson.json");
  await expect(code(page)).toContainText(`index.html?lesson=${new URL("/lessons/mine.lesson.json", baseURL).href}"`);
});

test("a number that is none is told, and is not in the code", async ({ page }) => {
  await openBuilder(page, "?weeks=8");
  const weeks = page.getByLabel("Weeks");
  await expect(weeks).toHaveValue("8");
  await weeks.fill("521");
  await expect(page.getByText("Write a whole number from 1 to 520, or nothing.")).toBeVisible();
  await expect(code(page)).not.toContainText("weeks");
});

test("the whole way is there for the keyboard", async ({ page }) => {
  await openBuilder(page);
  await page.getByRole("radio", { name: "Sample" }).focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Tab");
  // A letter goes to the first lesson that begins with it: "Build a continuous welcome".
  await page.keyboard.press("b");
  await expect(code(page)).toContainText("lesson=welcome");
  await expect(page.getByLabel("Lesson", { exact: true }).last()).toBeFocused();
  for (const name of ["View", "Weeks", "Seed", "Language", "Colours"]) {
    await page.keyboard.press("Tab");
    await expect(page.getByLabel(name, { exact: true })).toBeFocused();
  }
  await page.getByRole("radio", { name: "Frame" }).focus();
  await page.keyboard.press("ArrowLeft");
  await expect(page.getByRole("radio", { name: "oEmbed" })).toBeChecked();
});

test("it speaks every language of the lab, with a word for everything", async ({ page }) => {
  await openBuilder(page, "?lang=en");
  const shapes = await page.evaluate(async () => {
    const { WORDS } = await import("/embed/words.js");
    const shape = (value) => (value !== null && typeof value === "object" ? Object.entries(value).map(([key, inner]) => [key, shape(inner)]) : typeof value);
    return Object.entries(WORDS).map(([lang, words]) => [lang, JSON.stringify(shape(words))]);
  });
  expect(shapes.map(([lang]) => lang)).toEqual(CODES);
  expect(new Set(shapes.map(([, shape]) => shape)).size).toBe(1);
  const headings = new Set();
  for (const lang of CODES) {
    await page.locator("select.language").selectOption(lang);
    await expect(page.locator("html")).toHaveAttribute("lang", lang);
    headings.add(await page.getByRole("heading", { level: 1 }).textContent());
    await expect(page.locator("main")).not.toContainText("undefined");
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wide, lang).toBeLessThanOrEqual(0);
  }
  expect(headings.size).toBe(CODES.length);
});

test("the hashes beside the lab are those of its files", async ({ page }) => {
  const wrong = await page.request.get("/integrity.json").then(async (answer) => {
    const list = Object.entries(await answer.json());
    expect(list.length).toBeGreaterThan(10);
    const checked = list.map(async ([name, hash]) => {
      const bytes = await (await page.request.get(`/${name}`)).body();
      return hash === `sha384-${createHash("sha384").update(bytes).digest("base64")}` ? [] : [name];
    });
    return (await Promise.all(checked)).flat();
  });
  expect(wrong).toEqual([]);
});

test("the licences of what is in the wasm can be read", async ({ page }) => {
  await page.goto("/licences.html");
  const yew = page.locator("details", { hasText: /\byew \d/ });
  await expect(yew).toHaveCount(1);
  await yew.locator("summary").click();
  await expect(yew.locator("pre")).toContainText("Permission is hereby granted");
  const text = await (await page.request.get("/licences.txt")).text();
  for (const name of ["yew", "serde_json", "wasm-bindgen", "Rust’s standard library"]) expect(text).toContain(name);
  expect(await problems(page)).toEqual([]);
});

for (const [name, size, colorScheme] of [["wide", [1280, 720], "light"], ["dark", [1280, 720], "dark"], ["narrow", [320, 640], "light"]]) {
  test(`everybody can use it: ${name}`, async ({ page }) => {
    await page.setViewportSize({ width: size[0], height: size[1] });
    await page.emulateMedia({ colorScheme });
    await openBuilder(page, "?lang=de");
    await expect(code(page)).not.toBeEmpty();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    expect(await problems(page)).toEqual([]);
    await keepPicture(page, `embed-builder-${name}`);
  });
}
