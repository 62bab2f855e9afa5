// The packages as they are handed out, uploaded to a platform that knows nothing of us, and taken there.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { expect, test } from "./lab.mjs";
import { NAMES, VERSIONS } from "./lms/lms.mjs";
import { startScormHost } from "./lms/scormhost.mjs";

const PACKAGES = process.env.PACKAGES ?? new URL("../../target/packages", import.meta.url).pathname;
const FILES = { "1.2": "scorm-1.2.zip", 2004: "scorm-2004.zip" };

// The platform's own page has no icon, and says so; everything else that is wrong fails the test below.
test.use({ mayComplain: true });

// The first launch of many is slow, and so is the installation.
test.setTimeout(240_000);
/** @type {Awaited<ReturnType<typeof startScormHost>>} */
let host;
// One for each test: who registers first may upload.
test.beforeEach(async () => { host = await startScormHost(); });
test.afterEach(() => host?.stop());

const panel = (frame) => frame.getByRole("complementary", { name: "Lesson", exact: true });
const inPanel = (frame, name) => panel(frame).getByRole("button", { name, exact: true });

for (const version of VERSIONS) {
  test(`${FILES[version]} is taken in, launched, and goes on where it was left`, async ({ page }) => {
    const wrong = [];
    page.on("pageerror", (error) => wrong.push(String(error)));
    page.on("console", (message) => {
      const isIcon = message.location().url.endsWith("/favicon.ico");
      if (["error", "warning"].includes(message.type()) && !isIcon) wrong.push(message.text());
    });
    const file = join(PACKAGES, FILES[version]);
    expect(existsSync(file), `${file} is missing: make the packages first (cargo xtask build), or name their folder in PACKAGES.`).toBe(true);
    const names = NAMES[version];
    const { request } = page;
    const person = { email: `teacher-${FILES[version]}@example.com`, username: `teacher-${version.replace(".", "-")}`, display_name: "A teacher", password: "correct-horse-1" };
    expect((await request.post(`${host.address}/api/auth/register`, { data: person })).ok()).toBe(true);
    const buffer = readFileSync(file);
    const answer = await request.post(`${host.address}/api/packages`, { multipart: { file: { name: FILES[version], mimeType: "application/zip", buffer } } });
    expect(answer.status(), await answer.text()).toBe(201);
    const { launch_url: address, id, manifest } = await answer.json();
    expect(manifest.launches).toHaveLength(1);
    const stored = async () => {
      const { href } = manifest.launches[0];
      const kept = await request.get(`${host.address}/api/scorm/${id}/cmi?launch=${encodeURIComponent(href)}`);
      return (await kept.json()).elements;
    };
    const launch = async () => {
      await page.goto(host.address + address);
      const frame = page.frameLocator("#scormhost-content");
      await expect(frame.locator('delivery-lab [part="root"] > *').first()).toBeVisible({ timeout: 60_000 });
      return frame;
    };

    const first = await launch();
    await first.getByRole("button", { name: "Begin the course", exact: true }).click();
    await expect.poll(async () => (await stored())[names.location]).toMatch(/\/0$/);
    expect((await stored())[names.status]).toBe("incomplete");
    // The first piece asks to look at the player; then a prediction.
    await first.getByRole("button", { name: "Play", exact: true }).or(first.getByRole("tab", { name: "Play" })).first().click();
    await inPanel(first, "Next").click();
    await expect(panel(first).locator(".step-of")).toHaveText(/^Step 2 of/);
    await expect.poll(async () => (await stored())[names.location]).toMatch(/\/1$/);
    const weeks = await first.locator("delivery-lab").evaluate(async (lab) => (await lab.getScenario()).weeks);
    for (const [place, number] of [weeks, 1].entries()) await panel(first).getByRole("spinbutton").nth(place).fill(String(number));
    await panel(first).getByRole("radio", { name: "Sure", exact: true }).check();
    await inPanel(first, "Lock my prediction").click();
    await inPanel(first, "To the end").click();
    await expect(panel(first).getByRole("status")).toContainText("Right.");
    const { "cmi.suspend_data": before } = await stored();
    await page.goto(`${host.address}/`);
    await expect.poll(async () => (await stored())[names.time]).toMatch(names.spans);
    expect((await stored())[names.exit]).toBe("suspend");

    const second = await launch();
    await expect(panel(second).locator(".step-of")).toHaveText(/^Step 2 of/);
    await expect(panel(second).getByRole("status")).toContainText("Right.");
    expect((await stored())["cmi.suspend_data"]).toMatch(/^1[\w-]+/);
    expect(before.length).toBeLessThanOrEqual(4096);
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
    expect(wrong).toEqual([]);
  });
}
