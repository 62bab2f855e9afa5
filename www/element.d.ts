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
  /** Progress and place in the course, or in the lesson that is open, in at most 4,096 characters. */
  course?: string;
  /** The pass mark, from 0.5 to 1. Once a page has set it, the learner cannot change it. */
  passMark?: number;
  /** The learner's own scenario, while a lesson shows another; made by `getState`. */
  own?: ScenarioFile;
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
  /** Off where nothing may be read from the device or kept on it. */
  keep?: boolean;
  /** Shows a poster; the lab is loaded once somebody starts it. */
  poster?: boolean;
}

/** How far a learner is. Of the short tour only `lesson`, `step` and `progress` are there. */
export interface Standing {
  /** The course, by its id: a lesson from a file is one too. Empty before it is here. */
  course: string;
  /** The lesson; empty where none is open. */
  lesson: string;
  /** The step that is shown, from 0; all of them where the lesson is done. */
  step: number;
  steps: number;
  /** Whether the lesson was taken to its end, now or before. */
  done: boolean;
  /** The share of the steps before this one, from 0 to 1. */
  progress: number;
  /** The share of the lesson's items that were right at the first answer, from 0 to 1. */
  score: number | null;
  skills: Record<string, { percent: number; mastered: boolean }>;
  /** The share of the lessons that are done, from 0 to 100. */
  courseProgress: number;
  /** Of the items that mark the course (its final check's, where it has one) the share right at first, from 0 to 1. */
  courseScore: number | null;
  /** From 0.5 to 1. */
  passMark: number;
  passed: boolean;
  /** Progress and place, as `setState` takes it in `course`. */
  state: string | null;
}

/** An answer of a learner, in words of the language `lang`. */
export interface Answered {
  course: string;
  lesson: string;
  /** The step. */
  item: string;
  kind: "predict" | "find" | "quiz" | "build";
  /** A prediction is `answered` when it is locked; everything is `judged` once it is held against what is so. */
  phase: "answered" | "judged";
  question: string;
  type: "numeric" | "choice" | "performance";
  /** What each number is about. */
  fields: string[];
  /** The numbers, the id of the choice, or null where it is the workflow. */
  response: number[] | string | null;
  choices: { id: string; text: string }[];
  /** Null while a prediction is locked. */
  right: boolean | null;
  /** What would be right, once that is judged; null where it is a workflow. */
  correct: number[] | string | null;
  /** From 0, a guess, to 1, sure; null where that was not asked. */
  confidence: number | null;
  /** How many hints were open. */
  hints: number;
  /** Whether the answer counts as the learner's own: the last hint gives it away. */
  credit: boolean;
  lang: string;
}

/** What the events carry in `detail`. They bubble and are composed. */
export interface LabEvents {
  "delivery-lab-ready": CustomEvent<{ what: "language"; lang: Language; title: string }>;
  "delivery-lab-changed": CustomEvent<
    { what: "scenario"; weeks: number } | { what: "language"; lang: Language; title: string }
  >;
  "delivery-lab-run": CustomEvent<{ deliveries: number; fingerprint: string }>;
  "delivery-lab-lesson-progress": CustomEvent<Standing | Pick<Standing, "lesson" | "step" | "progress">>;
  "delivery-lab-lesson-completed": CustomEvent<Standing | Pick<Standing, "lesson">>;
  "delivery-lab-lesson-answered": CustomEvent<Answered>;
  /** After a fatal error the element shows a card and no longer answers. */
  "delivery-lab-error": CustomEvent<{ message: string; isFatal?: true }>;
}

/**
 * Attributes: sample, scenario (an address), lesson (a name, or the address of a lesson file), mode, weeks, seed, lang, theme, readonly, autoplay,
 * controls, keep (off where nothing may be read from the device or kept on it), poster (the lab is loaded once somebody starts it).
 * Every method waits until the lab is there, and rejects with an `Error` that says what is wrong; `run` and `play` start a lab whose
 * poster waits. What stands between the tags is seen until the lab is there.
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
