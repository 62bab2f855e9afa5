// What opens step by step while one builds, and the settings of every activity, under the eyes of axe-core: in two languages, light
// and dark, wide and narrow. Every view as it opens is in views.spec.mjs.
import { violations } from "./axe.mjs";
import { call, expect, openLab, test } from "./lab.mjs";

// Contrast is a matter of the theme and order one of the width, so that two looks see what four would.
const looks = [
  { lang: "en", colorScheme: "light", width: 1280 },
  { lang: "sv", colorScheme: "dark", width: 360 },
];

// Found by what they are and not by their names, which are in two languages.
const card = (page, name) => page.locator(`[data-activity="${name}"]`);
const dialog = (page) => page.locator("dialog[open]");

async function prepare(page, { colorScheme, width }) {
  await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
  await page.setViewportSize({ width, height: 720 });
}

const open = (page, { lang }, query) => openLab(page, `?lang=${lang}&${query}`);

async function close(page) {
  await page.keyboard.press("Escape");
  await expect(dialog(page)).toHaveCount(0);
}

for (const look of looks) {
  const { lang, colorScheme, width } = look;
  test.describe(`axe-core finds nothing, ${lang}, ${colorScheme}, ${width} px`, () => {
    test.setTimeout(240_000);
    test.beforeEach(({ page }) => prepare(page, look));

    test("in the builder", async ({ page }) => {
      const found = [];
      const note = async (where, inside) => found.push(...(await violations(page, where, inside)));
      await open(page, look, "mode=build");
      await note("build");
      const scenario = await call(page, "getScenario");
      scenario.workflow.transitions.push({ from: "query", to: "continuous" });
      scenario.workflow.notes = [{ text: "Weekly, as agreed", x: 40, y: 300, width: 200, height: 80 }];
      await call(page, "setScenario", scenario);
      await expect(page.locator(".findings .remedies button").first()).toBeVisible();
      await note("findings and remedies", ".work");
      if (width > 640) {
        await card(page, "query").click();
        await note("pad", ".stage");
        await page.keyboard.press("F2");
        await expect(page.locator(".b-field")).toBeFocused();
        await note("label", ".stage");
        await page.keyboard.press("Escape");
        await page.locator(".b-pad .b-tool").nth(2).click();
        await note("moving", ".stage");
        await page.keyboard.press("Escape");
        await page.locator(".b-pad .b-tool").first().click();
        await card(page, "scheduler").hover();
        await note("connecting", ".stage");
        await page.keyboard.press("Escape");
        await page.locator("[data-note='0']").click();
        await note("note", ".stage");
        await page.locator(".workflow-views button").last().click();
      }
      await note("outline");
      const item = page.locator(".tree-row.is-activity").nth(1);
      const menu = page.locator(".menu [role=menuitem]");
      await item.locator(".tree-menu").click();
      await note("menu", ".stage");
      await menu.nth(2).click();
      await expect(dialog(page)).toBeVisible();
      await note("connect to", "dialog[open]");
      await close(page);
      await item.focus();
      await page.keyboard.press("F2");
      await expect(dialog(page)).toBeVisible();
      await note("rename", "dialog[open]");
      await close(page);
      scenario.workflow = { activities: [], transitions: [] };
      await call(page, "setScenario", scenario);
      await note("empty outline", ".work");
      await page.locator(".workflow-views button").first().click();
      await note("empty drawing", ".work");
      expect(found).toEqual([]);
    });

    test("in the settings of every activity", async ({ page }) => {
      const found = [];
      const note = async (where) => {
        await page.locator(".inspector details:not([open]) > summary").evaluateAll((all) => all.forEach((one) => one.click()));
        found.push(...(await violations(page, where, ".inspector")));
      };
      await open(page, look, "mode=build");
      await page.setViewportSize({ width: 1280, height: 720 });
      await page.locator(".workflow-views button").first().click();
      await note("scenario");
      await page.locator(".palette section.is-inert h3 button").click();
      const sorts = await page.locator(".palette-item").count();
      // Those that are not simulated have one form, so one of them is enough.
      const inert = await page.locator(".palette section.is-inert .palette-item").count();
      for (let place = 0; place <= sorts - inert; place += 1) await page.locator(".palette-item").nth(place).click();
      const all = await call(page, "getScenario");
      expect(all.workflow.activities.length).toBeGreaterThan(40);
      await page.setViewportSize({ width, height: 720 });
      const seen = new Set();
      const names = all.workflow.activities.filter(({ settings }) => !seen.has(settings.type) && seen.add(settings.type));
      for (const { name, settings } of names) {
        await card(page, name).evaluate((element) => element.focus());
        await page.keyboard.press("Enter");
        await expect(page.locator(".ins-head")).toBeVisible();
        await note(settings.type);
      }
      expect(found).toEqual([]);
    });
  });
}
