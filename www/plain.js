// Takes in values that came from another window: a copy that holds nothing but plain data within bounds, or a sentence that says why not.

/** Names that mean something to every object; no data of the lab is called so. */
const REFUSED = new Set(["__proto__", "constructor", "prototype"]);

/** What one message may hold. A scenario with its recipients is the largest thing that anybody sends. */
const MOST = { levels: 64, values: 400_000, letters: 16 << 20 };

/**
 * A copy of a value: objects, lists, texts, finite numbers, truths and null. Throws a `TypeError` whose message is a whole sentence.
 * Circles end at the bound of levels; a list with holes counts as long as it says it is.
 */
export function plain(value, most = MOST) {
  const left = { values: most.values, letters: most.letters };
  return copy(value, most.levels, left);
}

/** Whether a value is an object as literals make them, and no list, map, file or the like. */
export function isObject(value) {
  if (typeof value !== "object" || value === null) return false;
  const above = Object.getPrototypeOf(value);
  return above === Object.prototype || above === null;
}

function copy(value, levels, left) {
  left.values -= 1;
  if (left.values < 0) throw new TypeError("The message holds too many values.");
  if (value === null || typeof value === "boolean") return value;
  if (typeof value === "string") return counted(value, left);
  if (typeof value === "number") {
    if (Number.isFinite(value)) return value;
    throw new TypeError("The message holds a number that is not finite.");
  }
  if (levels === 0) throw new TypeError("The message is nested too deeply.");
  if (Array.isArray(value)) {
    if (value.length > left.values) throw new TypeError("The message holds too many values.");
    return Array.from(value, (one) => copy(one ?? null, levels - 1, left));
  }
  if (!isObject(value)) throw new TypeError("The message may hold plain data only: objects, lists, texts, numbers, truths and null.");
  const made = {};
  for (const key of Object.keys(value)) {
    if (REFUSED.has(key)) throw new TypeError(`A field of the message is called “${key}”, which no field may be.`);
    counted(key, left);
    if (value[key] !== undefined) made[key] = copy(value[key], levels - 1, left);
  }
  return made;
}

function counted(text, left) {
  left.letters -= text.length;
  if (left.letters < 0) throw new TypeError("The message is too long.");
  return text;
}
