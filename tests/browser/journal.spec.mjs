// What happens, in sentences: beside the player, in the journal, and as files.
import { readFile } from "node:fs/promises";
import { call, expect, openLab, test } from "./lab.mjs";

const narration = (page) => page.getByRole("region", { name: "What happens", exact: true });

test("the newest sentence follows the player, and a sentence leads back to its moment", async ({ page }) => {
  await openLab(page);
  await expect(narration(page)).toContainText("The workflow was started.");
  await call(page, "seek", "2026-01-12T10:00:00");
  await expect(narration(page).getByRole("listitem")).toHaveCount(1);
  await expect(narration(page)).toContainText("Week 2, Mon 12 Jan, 09:00");
  await narration(page).getByRole("button", { name: "What happened before" }).click();
  await expect(narration(page).getByRole("listitem")).toHaveCount(12);
  await narration(page).getByRole("button", { name: /Week 1, Mon 5 Jan, 09:00/ }).first().click();
  await expect(page.locator(".clock")).toContainText("5 Jan 2026");
  await expect(narration(page).getByRole("listitem").first()).toContainText("Week 1, Mon 5 Jan, 09:00");
});

test("the journal is asked by activity and topic, and its files have every sentence", async ({ page }) => {
  await openLab(page, "?mode=compare");
  await call(page, "seek", "2026-03-02T10:00:00");
  await page.getByRole("tab", { name: "Journal" }).click();
  const lines = page.locator(".journal-lines li");
  const count = async () => Number((await page.locator("#journal-heading .count").textContent()).replace(/\D/g, ""));
  await expect(lines).toHaveCount(25);
  const all = await count();
  expect(all).toBeGreaterThan(60);
  const save = async (name) => {
    const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name }).click()]);
    return { name: file.suggestedFilename(), text: await readFile(await file.path(), "utf8") };
  };
  const transcript = await save("Transcript (.txt)");
  expect(transcript.name).toMatch(/\.txt$/);
  expect(transcript.text.trimEnd().split("\n").length).toBe(all + 2);
  const newest = await lines.first().locator(".told").textContent();
  expect(transcript.text.trimEnd().endsWith(newest)).toBe(true);

  await page.getByRole("combobox", { name: "Activity" }).selectOption({ label: "Welcome e-mail" });
  await page.getByRole("combobox", { name: "About" }).selectOption({ label: "Deliveries" });
  await expect.poll(count).toBeLessThan(all);
  for (const who of await lines.locator(".who").allTextContents()) expect(who).toBe("Welcome e-mail");
  const table = await save("Table (.csv)");
  expect(table.text.trimEnd().split("\r\n").length).toBe((await count()) + 1);

  await expect(page.getByRole("table", { name: "Tasks" }).getByRole("row")).toHaveCount(16);
  await expect(page.getByRole("table", { name: "Tasks" })).toContainText("Waiting");
});

test("on a phone the sections and the journal fit", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await openLab(page, "?mode=compare&lang=sv");
  for (const tab of ["Leveranser", "Rapporter", "Varianter", "Journal"]) {
    await page.getByRole("tab", { name: tab }).click();
    await expect(page.getByRole("tab", { name: tab })).toHaveAttribute("aria-selected", "true");
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  }
});
