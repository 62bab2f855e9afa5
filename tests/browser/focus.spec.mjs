// Where Tab leads in every view: in which order, that what has the focus is in sight, and that one sees that it has it, also where
// the device forces its colours on the page.
import { expectGolden } from "./golden.mjs";
import { expect, test } from "./lab.mjs";
import { openView, VIEWS } from "./views.mjs";
import { orderOf, walk } from "./walk.mjs";

const DESK = { width: 1280, height: 720 };
const PHONE = { width: 360, height: 740 };

test.use({ reducedMotion: "reduce" });

const bad = (where, stops) => stops.flatMap(({ role, name, isCovered, isUnmarked }) => [
  ...(isCovered ? [`${where}: ${role} “${name}” is covered`] : []),
  ...(isUnmarked ? [`${where}: ${role} “${name}” has the focus and does not show it`] : []),
]);

for (const [group, views] of Object.entries(VIEWS)) {
  const file = `focus-order/${group.toLowerCase().replace(" ", "-")}.txt`;
  test(`the focus goes in order and in sight: ${group}`, async ({ page }) => {
    test.setTimeout(600_000);
    const [lines, found] = [[], []];
    for (const view of views) {
      const [name] = view;
      await page.emulateMedia({ forcedColors: "active", reducedMotion: "reduce" });
      await page.setViewportSize(DESK);
      await openView(page, view);
      const stops = await walk(page);
      lines.push(name, ...orderOf(stops), "");
      found.push(...bad(name, stops));
      await page.emulateMedia({ forcedColors: "none", reducedMotion: "reduce" });
      await page.setViewportSize(PHONE);
      found.push(...bad(`${name}, ${PHONE.width} px`, await walk(page)));
    }
    expect.soft(found).toEqual([]);
    expectGolden(file, lines.join("\n"));
  });
}
