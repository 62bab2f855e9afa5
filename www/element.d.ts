// What a page in TypeScript may rely on of the <delivery-lab> element.

/** A figure line, as `simulate --format json` writes it. */
export interface Figures {
  to_deliver: number;
  processed: number;
  success: number;
  failed: number;
  ignored: number;
  opens: number;
  clicks: number;
  unsubscriptions: number;
  broad_logs: number;
  tracking_logs: number;
}

export interface ReportedDelivery extends Figures {
  /** Its number, from 1. */
  id: number;
  internal_name: string;
  label: string;
  /** The name of the activity that made it. */
  activity: string;
  state: "in progress" | "finished";
  contact_date: string;
}

export interface ReportedFinding {
  severity: "error" | "warning";
  activity: string | null;
  code: string;
  /** The sentence, in the language of the lab, with place and remedy. */
  message: string;
}

/** The outcome of a run. */
export interface Report {
  /** Equal for equal scenario, recipients and seed, in every browser and on the command line. */
  fingerprint: string;
  seed: number;
  weeks: number;
  runs: number;
  deliveries: ReportedDelivery[];
  totals: Figures;
  findings: ReportedFinding[];
}

/** A scenario file, `{"format": "delivery-lab/scenario", "version": 2, …}`; see schema/scenario-2.schema.json. */
export interface ScenarioFile {
  format: "delivery-lab/scenario";
  version: number;
  [field: string]: unknown;
}

/** What is on show. In `setState`, a field that is left out stays as it is. */
export interface State {
  version: 1;
  /** The built-in sample, where the scenario is one unchanged. */
  sample?: string;
  /** The scenario, where it is not. */
  scenario?: ScenarioFile;
  /** The simulated moment shown, such as `2026-06-08T09:00:00`. */
  moment?: string;
  mode?: "build" | "play" | "compare" | "lesson";
  /** The name of the chosen activity. */
  activity?: string | null;
  /** The number of the delivery whose logs are open, from 1. */
  delivery?: number | null;
  /** The progress in the guided tour; made by `getState`. */
  tour?: object;
  lang?: Language;
  theme?: "auto" | "light" | "dark" | "contrast";
  /** Whether what happens is heard. Only `setState` takes it. */
  sound?: boolean;
}

/** English and Swedish are part of the lab; the others are fetched when they are asked for. */
export type Language = "en" | "sv" | "de" | "fr" | "es" | "ja";

/** The options: as attributes of the element, in the query of the page's address, and in host messages. */
export interface LabOptions {
  sample?: "side-by-side" | "recurring-weekly" | "continuous-weekly" | "birthday" | "welcome" | "seasonal-list";
  /** The address of a scenario file. */
  scenario?: string;
  /** The name of a lesson, or the address of a lesson file. */
  lesson?: string;
  mode?: "build" | "play" | "compare" | "lesson";
  weeks?: number;
  seed?: number;
  lang?: "en" | "sv" | "de" | "fr" | "es" | "ja";
  theme?: "auto" | "light" | "dark" | "contrast";
  readonly?: boolean;
  autoplay?: boolean;
  controls?: boolean;
  /** Shows a poster; the lab is loaded once somebody starts it. */
  poster?: boolean;
}

/** What the events carry in `detail`. They bubble and are composed. */
export interface LabEvents {
  "delivery-lab-ready": CustomEvent<{ what: "language"; lang: Language; title: string }>;
  "delivery-lab-changed": CustomEvent<
    { what: "scenario"; weeks: number } | { what: "language"; lang: Language; title: string }
  >;
  "delivery-lab-run": CustomEvent<{ deliveries: number; fingerprint: string }>;
  /** `progress` is 0 to 1. */
  "delivery-lab-lesson-progress": CustomEvent<{ lesson: string; step: number; progress: number }>;
  "delivery-lab-lesson-completed": CustomEvent<{ lesson: string }>;
  /** After a fatal error the element shows a card and no longer answers. */
  "delivery-lab-error": CustomEvent<{ message: string; isFatal?: true }>;
}

/**
 * Attributes: sample, scenario (an address), lesson (a name, or the address of a lesson file), mode, weeks, seed, lang, theme, readonly, autoplay,
 * controls, poster (the lab is loaded once somebody starts it). Every method waits until the lab is there, and rejects with an `Error` that
 * says what is wrong; `run` and `play` start a lab whose poster waits. What stands between the tags is seen until the lab is there.
 */
export declare class DeliveryLabElement extends HTMLElement {
  /** The scenario file as a plain object. */
  getScenario(): Promise<ScenarioFile>;
  /** Opens a scenario file, given as an object or as its text. */
  setScenario(scenario: ScenarioFile | string): Promise<true>;
  /** Plays to the end and gives the report once the run is over. `weeks` and `seed` change the scenario. */
  run(options?: { weeks?: number; seed?: number }): Promise<Report>;
  play(): Promise<void>;
  /** Stops the player; tells whether it was playing. */
  pause(): Promise<boolean>;
  /** Moves the player to a date such as `2026-06-08`, as near as the simulated weeks allow. */
  seek(isoDate: string): Promise<void>;
  getState(): Promise<State>;
  setState(state: State): Promise<void>;
  /** Opens the scenario or the lesson in the fragment of a link, such as `#s=1…` or `#l=1…`; tells whether that worked. */
  openLink(fragment: string): Promise<boolean>;
  /** The report of the run at its end; where the run is still under way, once it is over. */
  getReport(): Promise<Report>;
  /** Stops and empties the element. Putting it into a page again opens it anew. */
  dispose(): void;
}

declare global {
  interface HTMLElementTagNameMap {
    "delivery-lab": DeliveryLabElement;
  }
  interface HTMLElementEventMap extends LabEvents {}
}
