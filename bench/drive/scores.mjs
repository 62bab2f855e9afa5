// One run of Lighthouse in the browser that CHROMIUM names: its scores out of 100, some of its times, and what keeps a score down.
import { launch } from "chrome-launcher";
import lighthouse, { desktopConfig } from "lighthouse";

const FLAGS = [
  "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync",
];
const TIMES = { paint: "first-contentful-paint", largest: "largest-contentful-paint", blocked: "total-blocking-time", shift: "cumulative-layout-shift" };

/** Scores a page as a "phone" or a "desk" has it; `categories` are all, unless they are named. */
export async function measure(address, form, categories = undefined) {
  const chrome = await launch({ chromePath: process.env.CHROMIUM, chromeFlags: FLAGS, logLevel: "silent" });
  try {
    // What robots may read is said at the root of a server; the lab is a folder of one.
    const skipAudits = ["robots-txt"];
    const flags = { port: chrome.port, output: "json", logLevel: "silent", onlyCategories: categories, skipAudits };
    const { lhr } = await lighthouse(address, flags, form === "desk" ? desktopConfig : undefined);
    if (lhr.runtimeError) throw new Error(lhr.runtimeError.message);
    const score = ({ score }) => Math.round((score ?? 0) * 100);
    const times = Object.entries(TIMES).map(([name, audit]) => [name, lhr.audits[audit]?.numericValue]);
    return {
      lighthouse: lhr.lighthouseVersion,
      chromium: lhr.environment.hostUserAgent.match(/Chrome\/([\d.]+)/)?.[1],
      scores: Object.fromEntries(Object.values(lhr.categories).map((category) => [category.id, score(category)])),
      times: Object.fromEntries(times.filter(([, value]) => value !== undefined)),
      lacking: lacking(lhr),
    };
  } finally {
    await chrome.kill();
  }
}

/** The audits with weight that are not passed, each with what it says. */
function lacking({ audits, categories }) {
  const weighed = Object.values(categories).flatMap(({ auditRefs }) => auditRefs.filter(({ weight }) => weight > 0));
  return weighed.map(({ id }) => audits[id]).filter(({ score }) => score !== null && score < 0.9).map(({ id, displayValue, title }) => `${id}: ${displayValue ?? title}`);
}
