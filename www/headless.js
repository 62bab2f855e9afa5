// The engine without a page: in Node, in workers, and in pages that show no lab.
import * as lab from "./delivery_lab.js";
import { part, wasm } from "./parts.js";

let loading;

/**
 * Runs a scenario to its end and gives the report of `simulate --format json`. In a page it holds the thread while it
 * runs; a worker is the place for long runs.
 *
 * @param {object | string | Uint8Array | null} [scenario] a scenario file; nothing where `options.sample` names one
 * @param {{ sample?: string, weeks?: number, seed?: number, recipients?: number, lang?: string }} [options]
 * @returns {Promise<object>} the report; rejected with an `Error` that says what is wrong and what to do about it
 */
export async function simulate(scenario, options) {
  await load();
  await takePack(options?.lang);
  return lab.simulate(scenario, options);
}

/** Fetches the pack of a language, if it is one of a pack; where it cannot be had, the sentences are English. */
async function takePack(lang) {
  const code = typeof lang === "string" ? lab.missingLanguage(lang) : undefined;
  if (code === undefined) return;
  try {
    lab.takeLanguage(code, await part(`lang/${code}.json`));
  } catch (error) {
    console.info(error.message);
  }
}

/** Loads the wasm module once; where that has failed it can be tried again. */
function load() {
  loading ??= open().catch((error) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function open() {
  await lab.default({ module_or_path: await wasm() });
  // The small build comes in two parts, and a run needs both. Asked for by name, as the other has no such function.
  await Reflect.get(lab, "laterParts")?.().at(-1);
}
