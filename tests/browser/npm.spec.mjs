// The npm package as somebody gets it: packed, put into a fresh Vite project, built, previewed and developed with;
// its types; the engine in Node and in a worker, with the fingerprint of the command line.
import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

import { call, expect, root as inside, test } from "./lab.mjs";
import { made } from "./sites.mjs";

const run = promisify(execFile);
const repository = fileURLToPath(new URL("../../", import.meta.url));
const OPTIONS = { sample: "side-by-side", weeks: 26 };

const PROJECT = {
  "package.json": JSON.stringify({ name: "fresh", private: true, type: "module" }),
  "index.html": `<!doctype html>
    <html lang="en"><head><meta charset="utf-8"><title>Fresh</title><link rel="icon" href="data:,"></head><body>
    <delivery-lab id="first" sample="continuous-weekly" weeks="12" style="height: 700px"></delivery-lab>
    <script type="module" src="/main.ts"></script></body></html>`,
  "main.ts": `import "delivery-lab/define";
    import { define, DeliveryLabElement } from "delivery-lab";
    import type { Report } from "delivery-lab";
    import type { SimulateOptions } from "delivery-lab/headless";

    const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
    const inWorker = (options: SimulateOptions) => new Promise<Report>((resolve, reject) => {
      worker.onmessage = ({ data }) => data.report ? resolve(data.report) : reject(new Error(data.error));
      worker.postMessage(options);
    });
    const lab = document.querySelector("delivery-lab")!;
    lab.addEventListener("delivery-lab-run", ({ detail }) => detail.fingerprint.length);
    const names: boolean[] = [define(), define("my-lab"), lab instanceof DeliveryLabElement];
    Object.assign(globalThis, { inWorker, names });`,
  "worker.ts": `import { simulate, type SimulateOptions } from "delivery-lab/headless";

    addEventListener("message", async ({ data }: MessageEvent<SimulateOptions>) => {
      postMessage(await simulate(null, data).then((report) => ({ report }), (error: Error) => ({ error: error.message })));
    });`,
  "tsconfig.json": JSON.stringify({
    compilerOptions: {
      strict: true, noEmit: true, target: "es2022", module: "esnext", moduleResolution: "bundler", types: [],
      lib: ["es2022", "dom", "dom.iterable"], skipLibCheck: false,
    },
    include: ["*.ts"],
  }),
  "node.mjs": `import { DeliveryLabElement, define } from "delivery-lab";
    import { simulate } from "delivery-lab/headless";
    const refusal = await simulate({ format: "nothing" }).catch((error) => error.message);
    const swedish = await simulate({ format: "nothing" }, { lang: "sv-SE" }).catch((error) => error.message);
    const english = await simulate({ format: "nothing" }, { lang: "en" }).catch((error) => error.message);
    const report = await simulate(null, ${JSON.stringify(OPTIONS)});
    const again = await simulate(JSON.stringify({}), {}).catch((error) => error instanceof Error);
    const name = DeliveryLabElement.name;
    console.log(JSON.stringify({ report, refusal, swedish, english, again, name, defined: define() }));`,
};

let project;
let tarball;
let native;

test.beforeAll(async () => {
  test.setTimeout(600_000);
  project = mkdtempSync(join(tmpdir(), "delivery-lab-npm-"));
  const { stdout } = await run("npm", ["pack", "--json", "--pack-destination", project, made("NPM_PACKAGE")], { cwd: project });
  // Newer versions of npm name the packages.
  const [packed] = Object.values(JSON.parse(stdout));
  tarball = packed;
  // What `npm install` does with a package that has no dependencies and no script, without a registry.
  mkdirSync(join(project, "node_modules", "delivery-lab"), { recursive: true });
  await run("tar", ["-xzf", packed.filename, "-C", "node_modules/delivery-lab", "--strip-components", "1"], { cwd: project });
  symlinkSync(join(repository, "node_modules", "vite"), join(project, "node_modules", "vite"));
  for (const [name, text] of Object.entries(PROJECT)) writeFileSync(join(project, name), text);
  native = await report();
});

test.afterAll(() => rmSync(project, { recursive: true, force: true }));

/** The report of the command line; `SIMULATE` may name the program, else cargo builds and runs it. */
async function report() {
  const asked = ["--sample", OPTIONS.sample, "--weeks", String(OPTIONS.weeks), "--format", "json"];
  const cargo = ["run", "--quiet", "--locked", "--no-default-features", "--bin", "simulate", "--", ...asked];
  const { SIMULATE, CARGO } = process.env;
  const [program, args] = SIMULATE ? [SIMULATE, asked] : [CARGO ?? "cargo", cargo];
  const { stdout } = await run(program, args, {
    cwd: repository, maxBuffer: 1 << 26, env: { ...process.env, LC_ALL: "C" },
  });
  return JSON.parse(stdout);
}

/** The element and the engine in the page at an address. */
async function works(page, address) {
  await page.goto(address);
  await expect(inside(page).locator("> *").first()).toBeVisible();
  expect(await page.evaluate(() => globalThis.names)).toEqual([true, true, true]);
  expect((await call(page, "run", { weeks: 4 })).deliveries).toHaveLength(1);
  // What is fetched when it is asked for: a language, the course and its words.
  await call(page, "setState", { version: 1, lang: "de", mode: "lesson" });
  const title = JSON.parse(readFileSync(join(project, "node_modules/delivery-lab/course/text/de.json"), "utf8")).title;
  await expect(page.getByText(title, { exact: true }).first()).toBeVisible();
  const inWorker = await page.evaluate((options) => globalThis.inWorker(options), OPTIONS);
  expect(inWorker).toEqual(native);
  expect(await page.evaluate(() => globalThis.inWorker({ sample: "none" }).catch((error) => error.message))).toContain("none");
}

test("the package has what it promises and nothing that runs by itself", async () => {
  const manifest = JSON.parse(readFileSync(join(project, "node_modules/delivery-lab/package.json"), "utf8"));
  const cargo = readFileSync(join(repository, "Cargo.toml"), "utf8");
  expect(manifest.name).toBe("delivery-lab");
  expect(cargo).toContain(`[workspace.package]\nversion = "${manifest.version}"`);
  for (const field of ["scripts", "dependencies", "bin"]) expect(manifest[field]).toBe(undefined);
  const files = new Set(tarball.files.map(({ path }) => path));
  const promised = Object.values(manifest.exports).flatMap((each) => (typeof each === "string" ? [each] : Object.values(each)));
  for (const name of [...promised.filter((name) => !name.includes("*")), "./README.md", "./LICENSE-MIT", "./LICENSE-APACHE"]) {
    expect([...files]).toContain(name.slice(2));
  }
  for (const folder of ["course/text", "lang"]) {
    expect(readdirSync(join(project, "node_modules/delivery-lab", folder)).length).toBeGreaterThanOrEqual(4);
  }
});

test("its types are those of its parts", async () => {
  const compiler = join(repository, "node_modules/typescript/bin/tsc");
  for (const [module, resolution] of [["esnext", "bundler"], ["nodenext", "nodenext"]]) {
    const outcome = await run("node", [compiler, "-p", ".", "--pretty", "false", "--module", module, "--moduleResolution", resolution], { cwd: project })
      .catch((error) => error);
    expect(outcome.stdout).toBe("");
  }
  // And they refuse what is wrong.
  writeFileSync(join(project, "wrong.ts"), 'import { simulate } from "delivery-lab/headless";\nsimulate(null, { weeks: "many" });\n');
  const outcome = await run("node", [compiler, "-p", ".", "--pretty", "false"], { cwd: project }).catch((error) => error);
  rmSync(join(project, "wrong.ts"));
  expect(outcome.stdout).toContain("wrong.ts(2,18)");
});

test("in Node the engine gives the report of the command line, and errors in sentences", async () => {
  const { stdout } = await run("node", ["node.mjs"], { cwd: project, maxBuffer: 1 << 26 });
  const found = JSON.parse(stdout);
  expect(found.report).toEqual(native);
  expect(found.refusal).toContain("not a scenario");
  expect(found.swedish).toContain("inget scenario från labbet");
  expect(found.english).toBe(found.refusal);
  expect(found.again).toBe(true);
  expect([found.name, found.defined]).toEqual(["DeliveryLabElement", false]);
});

test("a fresh Vite project builds, and its page works", async ({ page }) => {
  test.setTimeout(180_000);
  const { build, preview } = await import("vite");
  const options = { root: project, configFile: false, logLevel: "warn" };
  await build({ ...options, base: "./" });
  const server = await preview({ ...options, preview: { host: "127.0.0.1", port: 0 } });
  await works(page, server.resolvedUrls.local[0]);
  await server.close();
});

test("the same project works in Vite's server for development, without a configuration", async ({ page, quiet }) => {
  test.setTimeout(180_000);
  const { createServer } = await import("vite");
  const server = await createServer({ root: project, configFile: false, logLevel: "error", server: { host: "127.0.0.1", port: 0 } });
  await server.listen();
  const [address] = server.resolvedUrls.local;
  // A server that has just begun bundles what it finds and reloads the page once; what works is looked at afterwards.
  await page.goto(address);
  await expect(async () => {
    await page.evaluate((options) => globalThis.inWorker(options), OPTIONS);
  }).toPass();
  await page.waitForLoadState("networkidle");
  // While it bundles, it answers with 504 what it has bundled otherwise since.
  quiet.errors.length = 0;
  await works(page, address);
  await server.close();
});
