// Languages that come as packs: fetched when asked for, and three made for tests: long, from right to left, hostile.
import { readFileSync } from "node:fs";
import { marks } from "../../xtask/src/marks.mjs";
import { call, expect, keepPicture, openLab, test } from "./lab.mjs";

const file = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");

/** Every English message, as `cargo xtask lang` lists them before these tests. */
const MESSAGES = Object.keys(JSON.parse(file("dist/lang/messages.json")));
const BY_HAND = { quotes: ["“", "”"], ordinal: ["{n}.", "{n}."], day: ["{n}.", "{n}."] };

/** Serves a pack in which every message became another; tells how often it was asked for. */
async function servePack(page, code, change, only = MESSAGES) {
  const asked = { times: 0 };
  const messages = Object.fromEntries(only.map((text) => [text, text.split("|").map(change).join("|")]));
  await page.route(`**/lang/${code}.json`, (route) => {
    asked.times += 1;
    return route.fulfill({ json: { lang: code, marks: { ...BY_HAND, ...marks(code.startsWith("x") ? "en" : code) }, messages } });
  });
  return asked;
}

const outsideOfBraces = (text, change) => text.replace(/\{\w+\}|[^{]+/g, (part) => (part[0] === "{" ? part : change(part)));

/** Twice as long, in one word as German has them. */
const long = (text) => outsideOfBraces(text, (part) => part.replace(/\p{L}+/gu, (word) => word + word.toLowerCase()));

/** Letters of a script that runs from right to left. */
const mirrored = (text) =>
  outsideOfBraces(text, (part) => part.replace(/[a-z]/gi, (letter) => String.fromCodePoint(0x5d0 + (letter.toLowerCase().codePointAt(0) - 97))));

const HOSTILE = "<img src=x onerror=\"globalThis.harmed=1\">'\"`{}{x‮</script><script>globalThis.harmed=1</script>";

const menu = (page) => page.locator(".top select.lang");

/** What is wider than the page: nothing may be. */
const tooWide = (page) =>
  page.evaluate(() => {
    const root = document.querySelector("delivery-lab").shadowRoot;
    const all = [document.scrollingElement, root.querySelector(".lab"), ...root.querySelectorAll(".panels, .top, .work, dialog")];
    return all.filter((one) => one.scrollWidth > one.clientWidth + 1).map((one) => `${one.tagName}.${one.className}`);
  });

test("a language is fetched when it is asked for, and no other", async ({ page }) => {
  const [de, fr] = [await servePack(page, "de", (text) => `${text}~`), await servePack(page, "fr", (text) => text)];
  await openLab(page, "?lang=de-AT");
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  await expect(page.locator(".lab")).toHaveAttribute("lang", "de");
  await expect(page.getByRole("button", { name: "Play~", exact: true }).first()).toBeVisible();
  await expect(page).toHaveTitle(/~$/);
  await expect(menu(page)).toHaveValue("de");
  expect([de.times, fr.times]).toEqual([1, 0]);
});

test("Swedish is fetched too, by those who read it", async ({ page }) => {
  const asked = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  const packs = () => asked.filter((path) => path.includes("/lang/")).map((path) => path.split("/").at(-1));
  await openLab(page);
  expect(packs()).toEqual([]);
  await openLab(page, "?lang=sv-FI");
  await expect(page.locator(".lab")).toHaveAttribute("lang", "sv");
  await expect(page.getByRole("button", { name: "Spela", exact: true }).first()).toBeVisible();
  expect(packs()).toEqual(["sv.json"]);
});

test("without its pack Swedish waits in English", async ({ page }) => {
  await page.route("**/lang/sv.json", (route) => route.fulfill({ json: { lang: "sv", messages: {} } }));
  await openLab(page, "?lang=sv");
  await expect(page.getByRole("alert")).toContainText("The words for Svenska could not be fetched");
  await expect(page.locator(".lab")).toHaveAttribute("lang", "en");
});

test("the menu offers six languages by their own names", async ({ page }) => {
  await openLab(page);
  await expect(menu(page).locator("option")).toHaveText(["English", "Svenska", "Deutsch", "Français", "Español", "日本語"]);
  await menu(page).selectOption("sv");
  await expect(page.locator(".lab")).toHaveAttribute("lang", "sv");
});

test.describe("on the way", () => {
  // A language that is chosen later is a request after the page has opened.
  test.use({ mayComplain: true });

  test("a language that cannot be fetched is said, and the present one stays", async ({ page }) => {
    await page.route("**/lang/es.json", (route) => route.fulfill({ status: 404, body: "" }));
    await servePack(page, "ja", (text) => `${text}。`);
    await openLab(page);
    await menu(page).selectOption("es");
    await expect(page.getByRole("alert")).toContainText("The words for Español could not be fetched");
    await expect(page.locator(".lab")).toHaveAttribute("lang", "en");
    await expect(menu(page)).toHaveValue("en");
    await menu(page).selectOption("ja");
    await expect(page.locator(".lab")).toHaveAttribute("lang", "ja");
    expect((await call(page, "getState")).lang).toBe("ja");
  });

  test("what is no pack is no language", async ({ page }) => {
    await page.route("**/lang/fr.json", (route) => route.fulfill({ json: { lang: "de", messages: {} } }));
    await openLab(page, "?lang=fr");
    await expect(page.getByRole("alert")).toContainText("Français");
    await expect(page.locator(".lab")).toHaveAttribute("lang", "en");
  });

  test("two labs on one page speak two languages", async ({ page }) => {
    await servePack(page, "xl", long);
    await openLab(page);
    await page.evaluate(() => {
      const second = document.createElement("delivery-lab");
      second.setAttribute("lang", "xl");
      second.setAttribute("sample", "birthday");
      document.body.append(second);
    });
    await expect(page.locator("delivery-lab").nth(1).locator(".lab")).toHaveAttribute("lang", "xl");
    await expect(page.locator("delivery-lab").nth(0).locator(".lab")).toHaveAttribute("lang", "en");
  });
});

test.use({ reducedMotion: "reduce" });

for (const width of [320, 1280]) {
  test(`words of double length fit at ${width} pixels`, async ({ page }) => {
    await servePack(page, "xl", long);
    await page.setViewportSize({ width, height: 800 });
    for (const mode of ["play", "build", "compare"]) {
      await openLab(page, `?lang=xl&weeks=12&mode=${mode}`);
      await call(page, "run");
      expect(await tooWide(page), mode).toEqual([]);
      await keepPicture(page, `lang-long-${mode}-${width}`);
    }
  });

  test(`the page is mirrored at ${width} pixels`, async ({ page }) => {
    await servePack(page, "xr", mirrored);
    await page.setViewportSize({ width, height: 800 });
    for (const mode of ["play", "build", "compare"]) {
      await openLab(page, `?lang=xr&weeks=12&mode=${mode}`);
      await call(page, "run");
      expect(await page.locator(".lab").evaluate((lab) => getComputedStyle(lab).direction)).toBe("rtl");
      expect(await tooWide(page), mode).toEqual([]);
      await keepPicture(page, `lang-mirrored-${mode}-${width}`);
    }
    const [brand, tools] = [await page.locator(".brand").boundingBox(), await menu(page).boundingBox()];
    if (width === 1280) expect(brand.x).toBeGreaterThan(tools.x);
  });
}

test("hostile words stay words", async ({ page }) => {
  page.on("dialog", () => expect(true, "a dialog of the browser").toBe(false));
  await servePack(page, "xi", (text) => text + HOSTILE);
  for (const mode of ["play", "build", "compare"]) {
    await openLab(page, `?lang=xi&weeks=4&mode=${mode}`);
    await call(page, "run");
    await expect(page.locator("delivery-lab img, delivery-lab script")).toHaveCount(0);
    expect(await page.evaluate(() => globalThis.harmed)).toBeUndefined();
  }
  await keepPicture(page, "lang-hostile");
});

test("numbers and dates of the packs are the browser's own", async ({ page }) => {
  // From the page's own address: its policy forbids scripts from elsewhere.
  const source = file("xtask/src/marks.mjs");
  await page.route("**/marks.mjs", (route) => route.fulfill({ contentType: "text/javascript", body: source }));
  await page.goto("/");
  const kept = JSON.parse(file("src/text/lang/marks.json"));
  const asked = await page.evaluate(async (langs) => {
    const module = await import("/marks.mjs");
    return Object.fromEntries(langs.map((lang) => [lang, module.marks(lang)]));
  }, Object.keys(kept));
  expect(asked).toEqual(kept);
});
