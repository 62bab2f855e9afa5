// What is done while a part of the program is still on its way waits for it, and is then done.
import { expect, test } from "@playwright/test";

/** A page with a shadow root that has a button to play, an activity, another button, a box to check and a field, and notes what they hear. */
async function held(page) {
  await page.route("**/held.html", (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html><p id=host></p>" }));
  await page.goto("/held.html");
  await page.evaluate(async () => {
    const { holdUntil } = await import("/patience.js");
    const root = document.getElementById("host").attachShadow({ mode: "open" });
    const add = (tag, set) => root.appendChild(Object.assign(document.createElement(tag), set));
    add("button", { className: "play", textContent: "Play" });
    add("button", { className: "card", textContent: "Query" });
    add("button", { className: "other", textContent: "Other" });
    add("input", { type: "checkbox", className: "box" });
    add("input", { className: "field" });
    globalThis.heard = [];
    // As the program does, on what is inside the root.
    for (const element of root.children) {
      for (const type of ["click", "keydown", "input", "focus"]) {
        element.addEventListener(type, (event) => heard.push(`${type} ${element.className}${event.key ? ` ${event.key}` : ""}`));
      }
    }
    const ends = {};
    const parts = ["soon", "next", "whole"].map((name) => new Promise((resolve) => (ends[name] = resolve)));
    Object.assign(globalThis, { ends, letGo: holdUntil(root, parts) });
  });
  const all = () => page.evaluate(() => heard.splice(0));
  return {
    all,
    heard: async () => (await all()).filter((one) => !one.startsWith("focus")),
    come: (part) => page.evaluate((name) => ends[name](), part),
  };
}

test("a click waits for the part that answers it, and happens once", async ({ page }) => {
  const { heard, come } = await held(page);
  const host = page.locator("#host");
  await page.locator(".play").click();
  await page.locator(".other").click();
  expect(await heard()).toEqual([]);
  await expect(host).toHaveAttribute("aria-busy", "true");
  await come("soon");
  expect(await heard()).toEqual(["click play"]);
  // What plays is there, and plays at once; the other still waits.
  await page.locator(".play").click();
  expect(await heard()).toEqual(["click play"]);
  await expect(host).toHaveAttribute("aria-busy", "true");
  await come("whole");
  expect(await heard()).toEqual(["click other"]);
  await expect(host).not.toHaveAttribute("aria-busy");
  await page.locator(".other").click();
  expect(await heard()).toEqual(["click other"]);
});

test("who clicks again because nothing happens means it once", async ({ page }) => {
  const { heard, come } = await held(page);
  for (const button of [".play", ".play", ".play", ".card", ".play"]) await page.locator(button).click();
  await come("soon");
  expect(await heard()).toEqual(["click play"]);
  await come("next");
  expect(await heard()).toEqual(["click card", "click play"]);
});

test("each part answers what is its own, in the order in which it was asked for", async ({ page }) => {
  const { heard, come } = await held(page);
  const host = page.locator("#host");
  await page.locator(".card").click();
  await page.locator(".play").click();
  await come("soon");
  // It was clicked after something that waits, and waits with it.
  expect(await heard()).toEqual([]);
  await come("next");
  expect(await heard()).toEqual(["click card", "click play"]);
  await expect(host).not.toHaveAttribute("aria-busy");
  await page.locator(".other").click();
  await page.locator(".card").click();
  expect(await heard()).toEqual(["click card"]);
  await come("whole");
  expect(await heard()).toEqual(["click other"]);
});

test("the focus moves at once, the program hears of it with its part, and nobody is told to wait", async ({ page }) => {
  const { all, come } = await held(page);
  await page.locator(".play").focus();
  await page.keyboard.press("Tab");
  await expect(page.locator(".card")).toBeFocused();
  await page.locator(".field").focus();
  expect(await all()).toEqual([]);
  await expect(page.locator("#host")).not.toHaveAttribute("aria-busy");
  // What waits quietly keeps nothing back.
  await page.locator(".play").click();
  await come("soon");
  expect(await all()).toEqual(["focus play", "keydown play Tab", "focus play", "click play"]);
  await come("next");
  expect(await all()).toEqual(["focus card"]);
  await come("whole");
  expect(await all()).toEqual(["focus field"]);
});

test("a box is checked when the click happens, and what is typed stays", async ({ page }) => {
  const { heard, come } = await held(page);
  await page.locator(".box").click();
  await expect(page.locator(".box")).not.toBeChecked();
  await page.locator(".field").click();
  await page.keyboard.type("ab");
  await expect(page.locator(".field")).toHaveValue("ab");
  await page.locator(".other").focus();
  await page.keyboard.press("Enter");
  await come("soon");
  await come("whole");
  await expect(page.locator(".box")).toBeChecked();
  await expect(page.locator(".field")).toHaveValue("ab");
  const said = await heard();
  expect(said.filter((event) => event.startsWith("input field"))).toHaveLength(2);
  // The key itself, and the click that it makes.
  expect(said.slice(-2)).toEqual(["keydown other Enter", "click other"]);
});

test("the browser's own keys scroll, zoom and reload as ever; the lab's wait", async ({ page }) => {
  await held(page);
  await page.evaluate(() => {
    globalThis.prevented = [];
    addEventListener("keydown", (event) => setTimeout(() => prevented.push([event.key, event.defaultPrevented])), { capture: true });
  });
  await page.locator(".other").focus();
  for (const key of ["PageDown", "F9", "Control+c", "Alt+x", "Control+z", "ArrowDown"]) await page.keyboard.press(key);
  const keys = await page.evaluate(() => prevented.filter(([key]) => !["Control", "Alt"].includes(key)));
  expect(keys).toEqual([["PageDown", false], ["F9", false], ["c", false], ["x", false], ["z", true], ["ArrowDown", true]]);
});

test("a lab that is closed lets go of what waits", async ({ page }) => {
  const { heard, come } = await held(page);
  await page.locator(".other").click();
  await page.evaluate(() => letGo());
  await expect(page.locator("#host")).not.toHaveAttribute("aria-busy");
  await come("whole");
  expect(await heard()).toEqual([]);
});
