// How the browser tests run. `cargo xtask test` builds the page, serves it, finds the Chromium and starts this.
import { defineConfig, devices } from "@playwright/test";

const { BASE_URL, CHROMIUM } = process.env;
if (!BASE_URL || !CHROMIUM) {
  throw new Error("BASE_URL and CHROMIUM are not set; run `cargo xtask test --only browser` instead");
}

export default defineConfig({
  testDir: ".",
  testMatch: "*.spec.mjs",
  outputDir: "../../test-artifacts/playwright",
  reporter: [["list"]],
  forbidOnly: true,
  retries: 0,
  // One at a time: the tests that time frames need the machine to themselves.
  workers: 1,
  // Long enough for two busy processors; the playthroughs of the course take more and say so.
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    ...devices["Desktop Chrome"],
    baseURL: BASE_URL,
    locale: "en-GB",
    timezoneId: "UTC",
    trace: "retain-on-failure",
    // A control that is not there should fail its test, not hold up the others.
    actionTimeout: 30_000,
    launchOptions: {
      executablePath: CHROMIUM,
      args: [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
      ],
    },
  },
});
