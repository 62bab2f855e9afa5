// What a program in TypeScript may rely on of the engine without a page.
import type { Language, Report, ScenarioFile } from "./element.js";

export interface SimulateOptions {
  /** The name of a built-in sample, instead of a scenario. */
  sample?: "side-by-side" | "recurring-weekly" | "continuous-weekly" | "birthday" | "welcome" | "seasonal-list";
  /** 1 to 520; else those of the scenario. */
  weeks?: number;
  seed?: number;
  /** How many made-up recipients. */
  recipients?: number;
  /** The language of findings and errors. */
  lang?: Language;
}

/** A rate as the product's reports have it, with what it is made of. */
export interface Indicator {
  id: string;
  numerator: number;
  /** None where it is a count and not a rate; so with `basis_points`, which are hundredths of a percent. */
  denominator: number | null;
  basis_points: number | null;
}

/** The report of `simulate --format json`. */
export interface FullReport extends Report {
  indicators: Indicator[];
}

/**
 * Runs a scenario to its end: a scenario file as an object, as its text or as its bytes. In a page it holds the thread
 * while it runs; a worker is the place for long runs. Rejects with an `Error` that says what is wrong.
 */
export declare function simulate(
  scenario?: ScenarioFile | string | Uint8Array | null,
  options?: SimulateOptions,
): Promise<FullReport>;
