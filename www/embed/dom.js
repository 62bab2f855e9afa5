// Makes the elements of the embed page: texts are always text, never markup.

/**
 * An element with properties and children. A property whose name has a hyphen, and `for` and `role`, are attributes;
 * what is undefined is left out.
 * @returns {any}
 */
export function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name.includes("-") || name === "for" || name === "role") element.setAttribute(name, value);
    else element[name] = value;
  }
  element.append(...children.flat().filter((child) => child !== undefined));
  return element;
}

/** A list to choose from; each choice is a value and its words. */
export function select(properties, choices, value) {
  const options = choices.map(([name, words]) => make("option", { value: name, selected: name === value }, words));
  return make("select", properties, options);
}

/** A group of radio buttons that looks like one control. */
export function segments({ name, legend, choices, value, isQuiet, onchange }) {
  const buttons = choices.map(([each, words]) =>
    make("label", {}, make("input", { type: "radio", name, value: each, checked: each === value, onchange: () => onchange(each) }), make("span", {}, words)));
  return make("fieldset", { className: "segments" }, make("legend", { className: isQuiet ? "visually-hidden" : "" }, legend), make("div", {}, buttons));
}

/** A label above a control. */
export function field(words, control, ...more) {
  control.id ||= `field-${(field.count = (field.count ?? 0) + 1)}`;
  return make("div", { className: "field" }, make("label", { for: control.id }, words), control, more);
}

/** A checkbox with its words behind it. */
export function checkbox(words, isOn, onchange) {
  return make("label", { className: "check" }, make("input", { type: "checkbox", checked: isOn, onchange: (event) => onchange(event.target.checked) }), words);
}
