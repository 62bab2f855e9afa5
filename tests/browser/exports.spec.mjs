// Every file that goes out of Compare mode, read again and compared with the report for machines.
import { readFile } from "node:fs/promises";

import { call, drop, expect, openLab, root, test } from "./lab.mjs";
import * as names from "./names.mjs";

/** Clicks something and gives the file that the page offers: its name and its bytes. */
async function saved(page, button, timeout = 20_000) {
  const [file] = await Promise.all([page.waitForEvent("download", { timeout }), button.click()]);
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

/** Opens the list of deliveries at the end of the run. */
async function openList(page, query = "") {
  await openLab(page, `?mode=compare&sample=side-by-side&lang=en${query}`);
  return call(page, "run");
}

async function fileMenu(page) {
  const menu = root(page).locator("details.files");
  if (!(await menu.evaluate((details) => details.open))) await menu.locator("summary").click();
  return menu;
}

/** The numbers before these words in a sentence such as "Week 3: 6,045 broadLog rows". */
const numberBefore = (text, words) => Number(text.match(new RegExp(`([\\d,]+) ${words}`))[1].replaceAll(",", ""));

test("the delivery list as CSV has the figures of each delivery", async ({ page }) => {
  const { deliveries } = await openList(page, "&weeks=12");
  const menu = await fileMenu(page);
  const { name, bytes } = await saved(page, menu.getByRole("button", { name: "Deliveries as CSV" }));
  expect(name).toBe("deliveries.csv");
  const [head, ...lines] = bytes.toString("utf8").trimEnd().split("\r\n").map((line) => line.split(","));
  const at = (field) => head.indexOf(field);
  const fields = {
    iDeliveryId: "id", sInternalName: "internal_name", toDeliver: "to_deliver", processed: "processed", success: "success",
    failed: "failed", ignored: "ignored", opens: "opens", clicks: "clicks", unsubscriptions: "unsubscriptions",
    broadLogs: "broad_logs", trackingLogs: "tracking_logs",
  };
  expect(lines).toHaveLength(deliveries.length);
  for (const [place, delivery] of deliveries.entries()) {
    const line = lines.find((cells) => cells[at("sInternalName")] === delivery.internal_name);
    for (const [column, field] of Object.entries(fields)) expect(line[at(column)], `${place} ${column}`).toBe(String(delivery[field]));
  }
});

test("the weeks as SVG are a list whose items say what the logs have", async ({ page }) => {
  const { totals, deliveries } = await openList(page);
  const menu = await fileMenu(page);
  const { name, bytes } = await saved(page, menu.getByRole("button", { name: "The weeks as SVG" }));
  expect(name).toMatch(/\.weeks\.svg$/);
  // An empty page reads it: the lab's own lets no text become a document.
  const reader = await page.context().newPage();
  const { role, title, items } = await reader.evaluate((text) => {
    const file = new DOMParser().parseFromString(text, "image/svg+xml");
    const items = [...file.querySelectorAll("[role=listitem]")].map((item) => item.getAttribute("aria-label"));
    return { role: file.documentElement.getAttribute("role"), title: file.querySelector("title").textContent, items };
  }, bytes.toString("utf8"));
  expect(role).toBe("list");
  expect(title).toContain("week by week");
  expect(items).toHaveLength(52);
  const sum = (words) => items.reduce((all, item) => all + numberBefore(item, words), 0);
  expect(sum("broadLog rows")).toBe(totals.broad_logs);
  expect(sum("tracking log rows")).toBe(totals.tracking_logs);
  expect(sum("deliver(?:y|ies) made")).toBe(deliveries.length);
});

test("every chart goes out as SVG and PNG, and the PNG opens as the scenario again", async ({ page }) => {
  await openList(page, "&weeks=12");
  const { fingerprint } = await call(page, "getReport");
  await root(page).getByRole("tab", { name: "Reports" }).click();
  const charts = root(page).locator("[data-chart]");
  await expect(charts).toHaveCount(6);
  let last;
  for (const chart of await charts.all()) {
    const code = await chart.getAttribute("data-chart");
    const svg = await saved(page, chart.getByRole("button", { name: /SVG/ }));
    expect(svg.name).toMatch(new RegExp(`\\.${code}\\.svg$`));
    expect(svg.bytes.toString("utf8")).toContain(await chart.locator("h3").textContent());
    last = await saved(page, chart.getByRole("button", { name: /PNG/ }));
    expect(last.name).toMatch(new RegExp(`\\.${code}\\.png$`));
    expect(last.bytes.subarray(1, 4).toString("latin1")).toBe("PNG");
  }
  await openLab(page, "?sample=birthday");
  await drop(page, last.name, last.bytes);
  await expect.poll(async () => (await call(page, "getScenario")).weeks).toBe(12);
  expect((await call(page, "run")).fingerprint).toBe(fingerprint);
});

test("the fan of seeds goes out as SVG, with what its table says", async ({ page }) => {
  test.setTimeout(90_000);
  await openLab(page, "?mode=compare&sample=welcome&weeks=4&lang=en");
  await names.section(page, "Variants").click();
  const fan = names.fan(page);
  await fan.getByRole("button", { name: "Run 50 seeds" }).click();
  await expect(fan.getByRole("button", { name: /Cancel|Go on/ })).toHaveCount(0, { timeout: 60_000 });
  const { name, bytes } = await saved(page, fan.getByRole("button", { name: /SVG/ }));
  expect(name).toMatch(/\.seeds\.svg$/);
  expect(bytes.toString("utf8")).toContain(await fan.locator(".take-away").textContent());
  expect((await saved(page, fan.getByRole("button", { name: /PNG/ }))).bytes.subarray(1, 4).toString("latin1")).toBe("PNG");
});

test("a film of the run is a WebM that lasts as long as it says, and it can be stopped", async ({ page, context }) => {
  test.setTimeout(90_000);
  await openList(page, "&weeks=8");
  const begin = async () => (await fileMenu(page)).getByRole("button", { name: "The weeks as a film (WebM)" });
  const band = page.getByRole("region", { name: "Film of the run" });
  await (await begin()).click();
  await expect(band.getByRole("progressbar")).toBeVisible();
  await band.getByRole("button", { name: "Cancel" }).click();
  await expect(band).toHaveCount(0);

  const { name, bytes } = await saved(page, await begin(), 60_000);
  expect(name).toBe("Side-by-side.webm");
  await expect(band).toContainText("The film is saved.");
  await expect(page.getByRole("status").filter({ hasText: "The film is saved." })).toHaveCount(1);
  // Four seconds for the weeks, and the last frame rests. A page of its own may show films.
  const blank = await context.newPage();
  const film = await blank.evaluate(async (coded) => {
    const video = document.createElement("video");
    video.muted = true;
    video.src = URL.createObjectURL(new Blob([Uint8Array.from(atob(coded), (sign) => sign.charCodeAt(0))], { type: "video/webm" }));
    await video.play();
    await new Promise((resolve) => (video.onended = resolve));
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [video.videoWidth, video.videoHeight];
    const context = canvas.getContext("2d");
    context.drawImage(video, 0, 0);
    // The line of the time, at both of its ends: dark where the time has passed.
    const dark = (x) => context.getImageData(x, 652, 1, 1).data[0] < 100;
    return { size: [video.videoWidth, video.videoHeight], seconds: video.currentTime, line: [dark(30), dark(1_250)] };
  }, bytes.toString("base64"));
  expect(film.size).toEqual([1_280, 720]);
  expect(film.seconds).toBeGreaterThan(4);
  expect(film.line).toEqual([true, true]);
});
