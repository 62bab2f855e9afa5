// The same bytes in the browser as on the command line, for each sample.
import { readFileSync } from "node:fs";

import { call, expect, openLab, test } from "./lab.mjs";

const golden = (name) => readFileSync(new URL(`../golden/${name}`, import.meta.url), "utf8");
const [, ...lines] = golden("fingerprints.txt").trim().split("\n");

for (const line of lines) {
  const [sample, fingerprint, deliveries, broadLog, tracking] = line.split(" ");

  test(`${sample} comes out as it does natively`, async ({ page }) => {
    await openLab(page, `?sample=${sample}`);
    const report = await call(page, "getReport");
    expect(report.fingerprint).toBe(fingerprint);
    expect(report.deliveries).toHaveLength(Number(deliveries));
    expect(report.totals).toMatchObject({ broad_logs: Number(broadLog), tracking_logs: Number(tracking) });
  });
}

test("every golden case comes out as it does natively", async ({ page }) => {
  test.slow();
  await openLab(page);
  const [, ...cases] = golden("case-fingerprints.txt").trim().split("\n");
  expect(cases.length).toBeGreaterThan(100);
  const scenarios = cases.map((line) => JSON.parse(golden(`${line.split(" ")[0]}.lab.json`)));
  const came = await page.locator("delivery-lab").evaluate(async (lab, scenarios) => {
    const fingerprints = [];
    for (const scenario of scenarios) {
      await lab.setScenario(scenario);
      fingerprints.push((await lab.getReport()).fingerprint);
    }
    return fingerprints;
  }, scenarios);
  expect(cases.map((line, at) => `${line.split(" ")[0]} ${came[at]}`)).toEqual(cases);
});
