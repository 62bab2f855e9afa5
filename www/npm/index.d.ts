// What a page in TypeScript may rely on of the package delivery-lab.
export * from "./element.js";
export { configure, type Configuration } from "./parts.js";

/**
 * Defines the element, as `delivery-lab` or under a name of yours. Does nothing where the name is taken, or where there
 * are no elements (on a server). Tells whether the name is the lab's.
 */
export declare function define(name?: string): boolean;
