// Where the package finds what it fetches.

export interface Configuration {
  /**
   * A folder of your server with a copy of the package's files, with a slash at the end: for bundlers that do not
   * understand `new URL("./file", import.meta.url)`.
   */
  base?: string | URL;
  /** The page that shared links lead to; else the page that the element is in. */
  site?: string | URL;
}

/** To be called before an element opens. */
export declare function configure(configuration: Configuration): void;
