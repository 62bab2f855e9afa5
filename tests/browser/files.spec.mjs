// Links, pictures, dropped files, templates: what goes out of the lab and comes back, and what is refused.
import { readFile } from "node:fs/promises";
import { deflateRawSync } from "node:zlib";

import { call, drop, expect, heard, keepPicture, listen, openLab, openPage, test } from "./lab.mjs";
import { gallery, importDialog, notice, openGallery, openShare, sharedLink, shareDialog } from "./names.mjs";

/** A scenario that is no sample. */
async function ownWork(page) {
  const scenario = await call(page, "getScenario");
  const own = { ...scenario, name: "Own work", weeks: 9 };
  await call(page, "setScenario", own);
  return own;
}

const present = (page) => call(page, "getScenario");

/** Presses a button of the share dialog and gives what it offers as a file. */
async function exported(page, name) {
  const download = page.waitForEvent("download");
  await shareDialog(page).getByRole("button", { name }).click();
  const file = await download;
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

test("files: a link opens in another tab, leaves a clean address, and a reload brings the own work back", async ({ page, context }) => {
  await openLab(page);
  const shared = await ownWork(page);
  await openShare(page).click();
  const link = await sharedLink(page).inputValue();
  expect(link.length).toBeLessThan(2000);
  await keepPicture(page, "files-share");
  const other = await context.newPage();
  await other.goto("/");
  await call(other, "setScenario", { ...shared, name: "Somebody's own", weeks: 4 });
  await expect.poll(() => other.evaluate(() => localStorage.getItem("delivery-lab/work"))).toContain("Somebody's own");
  await other.evaluate((hash) => (location.hash = hash), new URL(link).hash);
  await expect.poll(() => present(other)).toEqual(shared);
  expect(new URL(other.url()).hash).toBe("");
  await expect(notice(other, "linkOpened")).toBeVisible();
  await other.reload();
  expect((await present(other)).name).toBe("Somebody's own");
  await other.goto(link);
  await other.reload();
  await other.close();
});

test("files: a link opens at the start, and Undo brings the own work back", async ({ page }) => {
  await openLab(page);
  const own = await ownWork(page);
  await expect.poll(() => page.evaluate(() => localStorage.getItem("delivery-lab/work"))).toContain("Own work");
  await openShare(page).click();
  const link = await sharedLink(page).inputValue();
  await openPage(page, "/examples/tutorial.html");
  await openPage(page, new URL(link).pathname + new URL(link).hash);
  await expect.poll(() => present(page)).toEqual(own);
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  expect(await present(page)).toEqual(own);
});

test("files: links that do not open are refused, each with its sentence, and change nothing", async ({ page }) => {
  await listen(page);
  await openLab(page);
  const own = await ownWork(page);
  await openShare(page).click();
  const whole = new URL(await sharedLink(page).inputValue()).hash;
  await page.keyboard.press("Escape");
  const bomb = `#s=1${deflateRawSync(Buffer.alloc(100 << 20, " "), { level: 9 }).toString("base64url")}`;
  const wrong = [
    [bomb, /more in this link than a scenario has/],
    [whole.slice(0, -12), /end of the link is missing/],
    ["#s=1!!!!", /damaged/],
    ["#s=9abc", /newer version of the lab/],
  ];
  for (const [hash, sentence] of wrong) {
    await page.locator("delivery-lab").evaluate((lab, fragment) => lab.openLink(fragment), hash);
    await page.evaluate((fragment) => (location.hash = fragment), hash);
    await expect(notice(page, "cannotOpenLink").filter({ hasText: sentence })).toHaveCount(1);
    expect(await present(page)).toEqual(own);
  }
  await expect.poll(async () => (await heard(page, "error")).length).toBe(2 * wrong.length);
});

test("files: an embedded lab reads no fragment of the page around it", async ({ page }) => {
  await openPage(page, "/examples/element.html#s=9abc");
  await expect(notice(page, "cannotOpenLink")).toHaveCount(0);
});

for (const [kind, button] of [["SVG", "Picture (SVG)"], ["PNG", "Picture (PNG)"], ["file", "Scenario file"]]) {
  test(`files: an exported ${kind} is dropped and opens as the same scenario`, async ({ page }) => {
    await openLab(page);
    const own = await ownWork(page);
    await openShare(page).click();
    const { name, bytes } = await exported(page, button);
    await page.keyboard.press("Escape");
    await call(page, "setState", { version: 1, sample: "birthday" });
    await drop(page, name, bytes);
    await expect.poll(() => present(page)).toEqual(own);
    await page.getByRole("button", { name: "Undo", exact: true }).click();
    expect((await present(page)).name).toBe("Birthday e-mail");
  });
}

test("files: the PNG is a picture that the browser shows", async ({ page }) => {
  await openLab(page);
  await openShare(page).click();
  const { bytes } = await exported(page, "Picture (PNG)");
  const [width, height] = await page.evaluate(async (base64) => {
    const picture = new Image();
    picture.src = `data:image/png;base64,${base64}`;
    await picture.decode();
    return [picture.naturalWidth, picture.naturalHeight];
  }, bytes.toString("base64"));
  expect(width).toBeGreaterThan(1000);
  expect(height).toBeGreaterThan(300);
});

test("files: what cannot be opened is refused with a sentence and changes nothing", async ({ page }) => {
  await openLab(page);
  const own = await ownWork(page);
  const empty = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAsTj2FAAAAABJRU5ErkJggg==", "base64");
  const wrong = [
    ["holiday.png", empty, /no scenario inside this picture/],
    ["cut.png", empty.subarray(0, 30), /damaged/],
    ["drawing.svg", Buffer.from("<svg/>"), /no scenario inside this picture/],
    ["film.mp4", Buffer.from("x"), /no use for files of this kind/],
    ["broken.lab.json", Buffer.from("{"), /line 1, column/],
    ["huge.lab.json", 2 * 2 ** 30, /larger than/],
  ];
  for (const [name, content, sentence] of wrong) {
    await drop(page, name, content);
    await expect(notice(page, "cannotOpen").filter({ hasText: name })).toContainText(sentence);
    expect(await present(page), name).toEqual(own);
  }
});

test("files: a dragged file shows where it may be dropped, and a CSV goes to the import", async ({ page }) => {
  await openLab(page);
  await page.locator("delivery-lab .lab").evaluate((lab) => {
    const data = new DataTransfer();
    data.items.add(new File(["x"], "x.csv"));
    lab.dispatchEvent(new DragEvent("dragenter", { dataTransfer: data, bubbles: true, cancelable: true, composed: true }));
  });
  await expect(page.getByText("Drop the file to open it")).toBeVisible();
  await drop(page, "people.csv", Buffer.from("email,city\na@example.com,Lund\nb@example.com,Malmö\n"));
  await expect(page.getByText("Drop the file to open it")).toHaveCount(0);
  await expect(importDialog(page)).toContainText("people.csv");
  await expect(importDialog(page).getByRole("button", { name: /2 recipients/ })).toBeVisible();
});

test("files: the gallery opens samples, keeps templates, deletes and brings back", async ({ page }) => {
  await openLab(page);
  const own = await ownWork(page);
  await openGallery(page).click();
  await expect(gallery(page).getByRole("img")).toHaveCount(6);
  await gallery(page).getByRole("textbox", { name: "Name of the template" }).fill("Mine");
  await gallery(page).getByRole("button", { name: "Save as a template" }).click();
  await expect(gallery(page).getByRole("img")).toHaveCount(7);
  await keepPicture(page, "files-gallery");
  await gallery(page).getByRole("button", { name: "Open: “Birthday e-mail”" }).click();
  await expect(gallery(page)).toHaveCount(0);
  expect((await call(page, "getState")).sample).toBe("birthday");
  await openLab(page);
  await openGallery(page).click();
  await gallery(page).getByRole("button", { name: "Delete: “Mine”" }).click();
  await expect(gallery(page).getByRole("img")).toHaveCount(6);
  await gallery(page).getByRole("button", { name: "Undo" }).click();
  await gallery(page).getByRole("button", { name: "Open: “Mine”" }).click();
  expect(await present(page)).toEqual(own);
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  expect((await present(page)).name).toBe("Birthday e-mail");
});

test("files: where nothing can be kept the header says so, and templates live as long as the page", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, "localStorage", {
      get() {
        throw new DOMException("The document is sandboxed", "SecurityError");
      },
    });
  });
  await openLab(page);
  await expect(page.getByRole("status").filter({ hasText: "Not saved here" })).toHaveCount(1);
  await openGallery(page).click();
  await gallery(page).getByRole("button", { name: "Save as a template" }).click();
  await expect(gallery(page).getByRole("img")).toHaveCount(7);
  await expect(gallery(page)).toContainText("until the page is closed");
});

test("files: where things can be kept the header says so", async ({ page }) => {
  await openLab(page);
  await expect(page.getByRole("status").filter({ hasText: "Saved on this device" })).toHaveCount(1);
});
