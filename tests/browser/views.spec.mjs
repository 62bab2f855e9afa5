// Every view under the eyes of axe-core. All of its rules look at each view once, in English on a wide page; then, in the same page,
// contrast in every theme, since a theme changes colours alone, and all but contrast in every other language and on a narrow
// page, since these change words, order and sizes. So five minutes see what forty would.
import { contrast, structure, violations, violationsOfPage } from "./axe.mjs";
import { expect, openPage, test } from "./lab.mjs";
import { openView, PAGES, VIEWS } from "./views.mjs";

const LANGUAGES = ["sv", "de", "fr", "es", "ja"];
/** The themes beside the light one: the lab's own choice, and what the device asks for. */
const LOOKS = [
  { theme: "dark", colorScheme: "light" },
  { theme: "auto", colorScheme: "dark", contrast: "more" },
  { theme: "auto", colorScheme: "light", contrast: "more" },
  { theme: "contrast", colorScheme: "light" },
  { theme: "contrast", colorScheme: "dark" },
];
const PLAIN = { colorScheme: "light", contrast: "no-preference", reducedMotion: "reduce" };
const WIDE = { width: 1280, height: 720 };
const NARROW = { width: 360, height: 740 };

const set = (page, name, value) => page.locator("delivery-lab").evaluate((lab, [name, value]) => lab.setAttribute(name, value), [name, value]);

/** What is found in a view, in all looks and languages. */
async function look(page, view) {
  const [name, , , inside] = view;
  await page.emulateMedia(PLAIN);
  await page.setViewportSize(WIDE);
  await openView(page, view);
  const found = await violations(page, name, inside);
  for (const { theme, ...media } of LOOKS) {
    await page.emulateMedia({ ...PLAIN, ...media });
    await set(page, "theme", theme);
    await expect(page.locator(".lab")).toHaveAttribute("data-theme", theme);
    found.push(...(await contrast(page, `${name}, ${JSON.stringify({ theme, ...media })}`, inside)));
  }
  await set(page, "theme", "auto");
  await page.emulateMedia(PLAIN);
  for (const lang of LANGUAGES) {
    await set(page, "lang", lang);
    await expect(page.locator(".lab")).toHaveAttribute("lang", lang);
    found.push(...(await structure(page, `${name}, ${lang}`, inside)));
  }
  await set(page, "lang", "en");
  await page.setViewportSize(NARROW);
  found.push(...(await structure(page, `${name}, ${NARROW.width} px`, inside)));
  return found;
}

for (const [group, views] of Object.entries(VIEWS)) {
  test(`axe-core finds nothing: ${group}`, async ({ page }) => {
    test.setTimeout(900_000);
    const found = [];
    for (const view of views) found.push(...(await look(page, view)));
    expect(found).toEqual([]);
  });
}

test("axe-core finds nothing: pages beside the lab", async ({ page }) => {
  test.setTimeout(120_000);
  const found = [];
  for (const address of PAGES) {
    await page.emulateMedia(PLAIN);
    await page.setViewportSize(WIDE);
    await openPage(page, `/${address}`);
    found.push(...(await violationsOfPage(page, address)));
    await page.emulateMedia({ ...PLAIN, colorScheme: "dark" });
    await page.setViewportSize(NARROW);
    found.push(...(await violationsOfPage(page, `${address}, dark, ${NARROW.width} px`)));
  }
  // Two labs on one page have parts of the same names: docs/accessibility.md says so.
  const isOfTwo = (line) => /landmark-unique: #(continuous|recurring) /.test(line);
  expect(found.filter((line) => !isOfTwo(line))).toEqual([]);
});
