// Asks Lighthouse for its scores of the site, as a phone and as a desk see it, and prints one line of JSON.
//
// FOLDER is the site, CHROMIUM the browser. Times are what Lighthouse works out for a slow network and processor; they differ from run to
// run, so each score is the median of some, and with each come all of its rounds.
import { loadavg } from "node:os";
import { measure } from "./scores.mjs";
import { serve } from "./served.mjs";

const { FOLDER, QUICK } = process.env;
const ROUNDS = QUICK ? 1 : 5;
const PAGES = { lab: "", "embed builder": "embed.html" };
const FORMS = ["phone", "desk"];

const say = (text) => process.stderr.write(`      ${text}\n`);
const idle = loadavg()[0];
const server = await serve(FOLDER, { "Cache-Control": "no-cache", "X-Content-Type-Options": "nosniff" });
const seen = new Map();
let versions;
for (let round = 1; round <= ROUNDS; round += 1) {
  for (const form of FORMS) {
    for (const [who, path] of Object.entries(PAGES)) {
      say(`round ${round} of ${ROUNDS}: ${who}, ${form}`);
      const key = JSON.stringify({ workload: form, who });
      if (!seen.has(key)) seen.set(key, []);
      const { lighthouse, chromium, scores, times, lacking } = await measure(`${server.url}/${path}`, form);
      versions = { lighthouse, chromium };
      seen.get(key).push({ ...scores, ...times, lacking });
    }
  }
}
server.close();
const results = [...seen].map(([key, rounds]) => ({ ...JSON.parse(key), rounds }));
console.log(JSON.stringify({ ...versions, node: process.version, load: { before: idle, after: loadavg()[0] }, results }));
