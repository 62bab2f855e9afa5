// Where the device forces its colours on the page (Windows contrast themes), what is chosen, pressed or current is still told apart.
import { expect, keepPicture, test } from "./lab.mjs";
import { openView, VIEWS } from "./views.mjs";

test.use({ reducedMotion: "reduce", viewport: { width: 1280, height: 720 } });

/** Those that are on and look as those that are off beside them. */
const alike = (page) => page.evaluate(() => {
  const root = document.querySelector("delivery-lab").shadowRoot;
  const ON = ["aria-pressed", "aria-selected", "aria-current", "aria-checked"];
  const PROPERTIES = [
    "background-color", "color", "border-top-color", "border-top-width", "border-top-style", "border-inline-start-width",
    "border-inline-start-color", "border-bottom-width", "outline-style", "outline-width", "font-weight", "text-decoration-line", "stroke",
    "stroke-width", "--edge", "--edge-width",
  ];
  const isOn = (one) => ON.some((name) => one.hasAttribute(name) && one.getAttribute(name) !== "false");
  const isOff = (one) => ON.some((name) => one.getAttribute(name) === "false") || !ON.some((name) => one.hasAttribute(name));
  const looks = (one) => [one, ...one.querySelectorAll("*")].map((each) => PROPERTIES.map((name) => getComputedStyle(each).getPropertyValue(name)).join()).join("|");
  // A shape or a mark that only those have that are on tells them apart too.
  const drawn = (one) => `${looks(one)} ${one.querySelectorAll("svg").length} ${getComputedStyle(one, "::before").content} ${getComputedStyle(one, "::after").content}`;
  const found = [];
  for (const one of root.querySelectorAll(ON.map((name) => `[${name}]`).join())) {
    if (!isOn(one) || !one.checkVisibility()) continue;
    const others = [...(one.parentElement?.children ?? [])].filter((each) => each !== one && each.localName === one.localName && isOff(each) && !each.matches(":disabled"));
    const same = others.find((other) => other.childElementCount === one.childElementCount && drawn(other) === drawn(one));
    if (same) found.push(`${one.localName}.${one.getAttribute("class")} “${one.textContent.trim().slice(0, 30)}” looks like “${same.textContent.trim().slice(0, 30)}”`);
  }
  return found;
});

for (const colorScheme of ["light", "dark"]) {
  test(`what is on is told apart under forced colours, ${colorScheme}`, async ({ page }) => {
    test.setTimeout(600_000);
    await page.emulateMedia({ forcedColors: "active", colorScheme, reducedMotion: "reduce" });
    const found = [];
    for (const views of Object.values(VIEWS)) {
      for (const view of views) {
        await openView(page, view);
        found.push(...(await alike(page)).map((one) => `${view[0]}: ${one}`));
        if (["play", "build", "variants", "reports", "what came"].includes(view[0])) await keepPicture(page, `forced-${colorScheme}-${view[0].replace(" ", "-")}`);
      }
    }
    expect(found).toEqual([]);
  });
}
