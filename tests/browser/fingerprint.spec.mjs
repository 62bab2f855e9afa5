// The same bytes in the browser as on the command line, for each sample.
import { readFileSync } from "node:fs";

import { call, expect, openLab, test } from "./lab.mjs";

const [, ...lines] = readFileSync(new URL("../golden/fingerprints.txt", import.meta.url), "utf8").trim().split("\n");

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
