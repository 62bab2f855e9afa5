// What a page in TypeScript may rely on of host.js, the script for pages that show Delivery Lab in a frame.
import type { LabEvents, LabOptions, Report, ScenarioFile, State } from "./element.js";

/** The options to set; null brings a default back. */
export type SetOptions = { [Name in keyof LabOptions]: LabOptions[Name] | null };

export interface AttachOptions {
  /** Lets the frame be as high as the lab likes. Off by default. */
  autoHeight?: boolean;
  /** The origin of the lab, where the frame's address leads on to another. */
  origin?: string;
}

/** What the lab says of itself when it answers for the first time. */
export interface About {
  version: 1;
  /** Whether it is there already; else it opens, or its poster waits for a click. */
  isReady: boolean;
  lang: string;
  title: string;
  options: string[];
  methods: string[];
}

type EventName = keyof LabEvents extends `delivery-lab-${infer Name}` ? Name : never;

/**
 * Talks with the lab in a frame. Methods wait until the lab is there, and reject with an `Error` that says what is wrong. The lab's
 * events are dispatched on the frame, under the names that the element's have.
 */
export declare class LabController {
  readonly frame: HTMLIFrameElement;
  /** Resolves once the frame has answered; rejects where it keeps silent. */
  readonly ready: Promise<About>;
  getScenario(): Promise<ScenarioFile>;
  setScenario(scenario: ScenarioFile | string): Promise<true>;
  openLink(fragment: string): Promise<boolean>;
  run(options?: { weeks?: number; seed?: number }): Promise<Report>;
  play(): Promise<void>;
  pause(): Promise<boolean>;
  seek(isoDate: string): Promise<void>;
  getState(): Promise<State>;
  setState(state: State): Promise<void>;
  getReport(): Promise<Report>;
  set(options: SetOptions): Promise<void>;
  /** Listens to an event such as `"run"`; gives what ends that. */
  on<Name extends EventName>(name: Name, listener: (detail: LabEvents[`delivery-lab-${Name}`]["detail"]) => void): () => void;
  /** Lets go of the frame, which stays as it is. */
  dispose(): void;
}

/** Talks with the lab in a frame of this page; the same controller for the same frame. */
export declare function attach(frame: HTMLIFrameElement, options?: AttachOptions): LabController;

/** Puts a frame in the place of each element with `data-delivery-lab`; the script does so by itself when the page has loaded. */
export declare function upgrade(root?: ParentNode): LabController[];
