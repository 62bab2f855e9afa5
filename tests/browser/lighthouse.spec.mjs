// Lighthouse on the pages of the site, served with the headers that docs/embedding/headers.md asks for: accessibility, good practice and
// what search engines read have at least 95 points of 100. How fast the site is depends on the machine, so `bench/drive/lighthouse.mjs`
// measures it and no test does.
import { expect, test } from "@playwright/test";

import { measure } from "../../bench/drive/scores.mjs";
import { serve } from "../../bench/drive/served.mjs";
import { made } from "./sites.mjs";

const LEAST = 95;
const CATEGORIES = ["accessibility", "best-practices", "seo"];
const HEADERS = {
  "Cache-Control": "no-cache", "X-Content-Type-Options": "nosniff", "Access-Control-Allow-Origin": "*",
  "Referrer-Policy": "strict-origin-when-cross-origin", "Content-Security-Policy": "frame-ancestors 'self'",
};

let server;
test.beforeAll(async () => { server = await serve(made("SITE"), HEADERS); });
test.afterAll(() => server?.close());

for (const path of ["", "?mode=build", "?mode=lesson", "?poster", "embed.html"]) {
  for (const form of path === "" ? ["phone", "desk"] : ["phone"]) {
    test(`Lighthouse gives /${path} at least ${LEAST} of 100, ${form}`, async () => {
      test.setTimeout(180_000);
      const { scores, lacking } = await measure(`${server.url}/${path}`, form, CATEGORIES);
      expect(Object.keys(scores).sort()).toEqual([...CATEGORIES].sort());
      const low = Object.entries(scores).filter(([, score]) => score < LEAST);
      expect(low, lacking.join("\n")).toEqual([]);
    });
  }
}
