// Installs and starts scormhost, a platform that takes whole packages, on this machine alone.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const root = new URL("../../../", import.meta.url).pathname;
const wanted = new URL("scormhost.txt", import.meta.url).pathname;
const SERVE = `
import sys, uvicorn
from scormhost import create_scorm_app
uvicorn.run(create_scorm_app(data_dir=sys.argv[1], secret_key=sys.argv[3]), host="127.0.0.1", port=int(sys.argv[2]), log_level="warning")
`;

/** The environment of its own that it lives in, made where it is missing or another version is wanted. */
function environment() {
  const folder = process.env.PEERS ?? join(root, "target", "peers");
  const place = join(folder, "scormhost");
  const [mark, python] = [join(place, "installed.txt"), join(place, "bin", "python")];
  const list = readFileSync(wanted, "utf8");
  if (existsSync(mark) && readFileSync(mark, "utf8") === list) return python;
  mkdirSync(folder, { recursive: true });
  rmSync(place, { recursive: true, force: true });
  const run = (program, args, remedy) => {
    const { status, stderr, error } = spawnSync(program, args, { encoding: "utf8" });
    if (status !== 0) throw new Error(`scormhost could not be installed: ${remedy}\n${error?.message ?? stderr.slice(-2_000)}`);
  };
  run("python3", ["-m", "venv", place], "Python 3.11 or later with venv is needed (on Debian: apt-get install python3-venv).");
  run(python, ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", wanted], "check the network.");
  writeFileSync(mark, list);
  return python;
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject).listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/** Starts it with nothing in it; gives its address and how to stop it. */
export async function startScormHost() {
  const python = environment();
  const [port, data] = [await freePort(), mkdtempSync(join(tmpdir(), "scormhost-"))];
  const server = spawn(python, ["-c", SERVE, data, String(port), "only-for-this-test-on-this-machine"], { stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  server.stderr.on("data", (bytes) => { said += bytes; });
  const address = `http://127.0.0.1:${port}`;
  const stop = () => {
    server.kill();
    rmSync(data, { recursive: true, force: true });
  };
  for (let tried = 0; tried < 600; tried += 1) {
    const isUp = await fetch(`${address}/health`).then((answer) => answer.ok, () => false);
    if (isUp) return { address, stop };
    if (server.exitCode !== null) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  stop();
  throw new Error(`scormhost did not start:\n${said.slice(-2_000)}`);
}
