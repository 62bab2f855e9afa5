// Loads a script that is no module.

/** Runs the script of this address once. */
export function load(address) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    Object.assign(script, { src: address, onload: resolve, onerror: () => reject(new Error(`${address} did not load`)) });
    document.head.append(script);
  });
}
