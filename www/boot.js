// Defines <delivery-lab> if the name is free, and on the app page hands it what the address asks for.
import { DeliveryLabElement, OPTIONS, readersLanguage } from "./element.js";

const lab = document.querySelector('delivery-lab[data-options="address"]');
if (lab) {
  // Before the definition, so that the element mounts once with everything it was asked for.
  document.documentElement.lang = readersLanguage();
  const asked = new URLSearchParams(location.search);
  for (const name of OPTIONS) {
    if (asked.has(name)) lab.setAttribute(name, asked.get(name));
  }
  for (const type of ["delivery-lab-ready", "delivery-lab-changed"]) {
    lab.addEventListener(type, ({ detail }) => follow(detail));
  }
  lab.addEventListener("delivery-lab-ready", showFragment);
  addEventListener("hashchange", showFragment);
  // A site that works without a network says so in its page; fetching it waits until the lab is there.
  if (document.querySelector('meta[name="delivery-lab-offline"]')) {
    const keep = async () => (await import("./offline.js")).keepOffline(lab);
    lab.addEventListener("delivery-lab-ready", keep, { once: true });
  }
  // Only a defined element has the methods that the page around may call.
  const defined = customElements.whenDefined("delivery-lab");
  if (parent !== window) Promise.all([import("./frame.js"), defined]).then(([frame]) => frame.connect(lab));
}

// The lab opens after it is known who keeps the learner's progress: that of another must not be seen.
connect().finally(() => {
  if (!customElements.get("delivery-lab")) customElements.define("delivery-lab", DeliveryLabElement);
});

/** Connects the lab with a learning platform, where the page may have been opened by one. */
async function connect() {
  const asked = new URLSearchParams(location.search);
  const mayReport = parent !== window || opener || asked.has("endpoint") || asked.has("lrs");
  if (!lab || !mayReport) return;
  try {
    (await import("./lms/start.js")).start(lab);
  } catch (error) {
    // Without the platform the lab is as good as ever.
    console.info(error.message);
  }
}

/** The page speaks the language that the lab speaks. */
function follow({ what, lang, title }) {
  if (what !== "language") return;
  document.documentElement.lang = lang;
  document.title = title;
}

/** Shows the state in the fragment: `#moment=2026-06-08&activity=query`, in the names of `setState`. */
async function showFragment() {
  if (location.hash.startsWith("#s=")) return openLink(location.hash);
  // A lesson stays in the address: a reload goes on where the learner was.
  if (location.hash.startsWith("#l=")) return void (await lab.openLink(location.hash));
  const state = Object.fromEntries(new URLSearchParams(location.hash.slice(1)));
  if (Object.keys(state).length === 0) return;
  if ("delivery" in state) state.delivery = Number(state.delivery);
  delete state.scenario; // Too large for an address, and not a text.
  // What a link holds must not take the place of what a learner has done.
  delete state.tour;
  delete state.course;
  try {
    await lab.setState({ ...state, version: 1 });
  } catch (error) {
    // A fragment may be meant for something else, so it is no error of the page.
    console.info(error.message);
  }
}

/** Opens the scenario in the fragment of a shared link. The address is clean then: a reload opens one's own work. */
async function openLink(fragment) {
  history.replaceState(history.state, "", location.pathname + location.search);
  // What is wrong with a link is told by the lab itself.
  await lab.openLink(fragment);
}
