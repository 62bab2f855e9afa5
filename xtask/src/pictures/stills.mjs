// The still pictures: what is opened, on which screen, and what is done before each is taken.
import * as names from "../../../tests/browser/names.mjs";

const DESK = { viewport: { width: 1440, height: 900 } };
const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true, colorScheme: "dark" };

const button = (page, name) => page.getByRole("button", { name, exact: true });
const seek = (lab, moment) => lab.evaluate((element, to) => element.seek(to), moment);

/**
 * @typedef {{ page: import("@playwright/test").Page, lab: import("@playwright/test").Locator }} Opened
 * @typedef {{ query: string, screen: object, prepare(opened: Opened): Promise<unknown> }} Still
 * @type {Record<string, Still>}
 */
export const STILLS = {
  play: {
    query: "?sample=side-by-side&lang=en",
    screen: DESK,
    prepare: ({ lab }) => seek(lab, "2027-01-04"),
  },
  build: {
    query: "?sample=side-by-side&lang=en&mode=build",
    screen: DESK,
    prepare: ({ page }) => page.getByRole("application", { name: "Workflow" }).getByRole("button", { name: /^Incremental/ }).click(),
  },
  compare: {
    query: "?sample=side-by-side&lang=en&mode=compare",
    screen: DESK,
    async prepare({ page, lab }) {
      await names.section(page, "Variants").click();
      await seek(lab, "2026-06-09");
    },
  },
  learn: {
    query: "?lesson=two-deliveries&lang=en",
    screen: DESK,
    // A belief that many bring along, and what the lab says to it.
    async prepare({ page }) {
      await names.tab(page, "Play").click();
      await button(page, "Next").click();
      await page.getByLabel("Deliveries of the recurring branch").fill("1");
      await page.getByLabel("Deliveries of the continuous branch").fill("1");
      await page.getByLabel("Fairly", { exact: true }).check();
      await button(page, "Lock my prediction").click();
      await button(page, "To the end").click();
    },
  },
  phone: {
    query: "?sample=side-by-side&lang=en",
    screen: PHONE,
    async prepare({ page, lab }) {
      await seek(lab, "2026-07-01");
      await names.side(page, "Recurring").evaluate((element) => element.scrollIntoView({ block: "start" }));
    },
  },
};
