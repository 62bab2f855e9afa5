// Lets the lab's own page work without a network, and tells the reader so, and when a new version is ready.
// Only where the site has a worker (`sw.js`); everything here may fail without harm.
import { complete } from "./element.js";

const WORDS = {
  en: {
    kept: "Delivery Lab now works offline, too.",
    ready: "A new version of Delivery Lab is ready.",
    unsaved: "Your work is too large to be carried over. Save it as a file first, then reload.",
    reload: "Reload",
    later: "Later",
    close: "Close",
  },
  sv: {
    kept: "Delivery Lab fungerar nu även offline.",
    ready: "En ny version av Delivery Lab är klar.",
    unsaved: "Ditt arbete är för stort för att följa med. Spara det först som en fil och ladda sedan om.",
    reload: "Ladda om",
    later: "Senare",
    close: "Stäng",
  },
  de: {
    kept: "Delivery Lab funktioniert jetzt auch offline.",
    ready: "Eine neue Version von Delivery Lab ist bereit.",
    unsaved: "Ihre Arbeit ist zu groß, um übernommen zu werden. Speichern Sie sie zuerst als Datei und laden Sie dann neu.",
    reload: "Neu laden",
    later: "Später",
    close: "Schließen",
  },
  fr: {
    kept: "Delivery Lab fonctionne désormais aussi hors ligne.",
    ready: "Une nouvelle version de Delivery Lab est prête.",
    unsaved: "Votre travail est trop volumineux pour être repris. Enregistrez-le d’abord dans un fichier, puis rechargez.",
    reload: "Recharger",
    later: "Plus tard",
    close: "Fermer",
  },
  es: {
    kept: "Delivery Lab ya funciona también sin conexión.",
    ready: "Hay una nueva versión de Delivery Lab lista.",
    unsaved: "Su trabajo es demasiado grande para conservarlo. Guárdelo primero como archivo y vuelva a cargar.",
    reload: "Volver a cargar",
    later: "Más tarde",
    close: "Cerrar",
  },
  ja: {
    kept: "Delivery Lab はオフラインでも使えるようになりました。",
    ready: "Delivery Lab の新しいバージョンの準備ができました。",
    unsaved: "作業内容が大きすぎて引き継げません。先にファイルとして保存してから、再読み込みしてください。",
    reload: "再読み込み",
    later: "後で",
    close: "閉じる",
  },
};

const WORKER = new URL("./sw.js", import.meta.url).href;
/** Where work that the lab itself does not keep waits while the page reloads; gone with the tab. */
const HANDED_OVER = "delivery-lab/handed-over";
/** A sentence that comes with its bar would not be read out: the bar has to be there before. */
const BEFORE_IT_SPEAKS = 120;

/** Brings back what waited for a reload, then keeps the site and watches for new versions. */
export async function keepOffline(lab) {
  await takeBack(lab);
  if (!(await mayKeep())) return;
  try {
    // What the reader waits for comes first: the worker fetches everything.
    await complete();
    const worker = navigator.serviceWorker;
    worker.addEventListener("message", ({ data }) => data?.type === "delivery-lab-kept" && tell("kept"));
    // The browser must not take the worker, or what it imports, from its own cache.
    watch(lab, await worker.register(trusted(WORKER), { updateViaCache: "none" }));
  } catch (error) {
    console.info(`Delivery Lab is not kept for use offline: ${error.message}`);
  }
}

/** Not in somebody else's page, not where nothing may be kept, and only where workers are allowed. */
async function mayKeep() {
  if (!isSecureContext || !/^https?:$/.test(location.protocol) || !("serviceWorker" in navigator)) return false;
  try {
    for (let frame = window; frame !== top; frame = frame.parent) {
      if (frame.parent.location.origin !== location.origin) return false;
    }
    // Each throws where it is denied.
    void localStorage.length;
    await caches.keys();
    return true;
  } catch {
    return false;
  }
}

/** Offers a version that waits now, and each that comes while the page is open. */
function watch(lab, registration) {
  const { serviceWorker } = navigator;
  let isReloading = false;
  const reload = async () => {
    if (await handOver(lab)) goOn();
    else tell("unsaved", goOn);
  };
  const goOn = () => {
    isReloading = true;
    // Where another tab has been quicker, nothing waits any more.
    if (registration.waiting) registration.waiting.postMessage({ type: "delivery-lab-take-over" });
    else location.reload();
  };
  const offer = () => {
    // Without a controller it is the first version, and the page has come from the server just now.
    if (registration.waiting && serviceWorker.controller) tell("ready", reload);
  };
  const follow = (worker) => worker?.addEventListener("statechange", () => worker.state === "installed" && offer());
  serviceWorker.addEventListener("controllerchange", () => isReloading && location.reload());
  registration.addEventListener("updatefound", () => follow(registration.installing));
  follow(registration.installing);
  offer();
}

/** Carries over the reload what the lab may not keep itself: work opened by the address, or with `keep`. Tells whether it is safe. */
async function handOver(lab) {
  const asked = new URLSearchParams(location.search);
  if (!asked.has("sample") && !asked.has("scenario") && !lab.hasAttribute("keep")) return true;
  try {
    sessionStorage.setItem(HANDED_OVER, JSON.stringify({ address: location.href, state: await lab.getState() }));
    return true;
  } catch (error) {
    console.info(error.message);
    return false;
  }
}

async function takeBack(lab) {
  try {
    const text = sessionStorage.getItem(HANDED_OVER);
    if (text === null) return;
    sessionStorage.removeItem(HANDED_OVER);
    const { address, state } = JSON.parse(text);
    if (address === location.href) await lab.setState(state);
  } catch (error) {
    console.info(error.message);
  }
}

/** The address as the browser wants it where scripts must come from a policy; only this one passes. */
function trusted(address) {
  const policy = globalThis.trustedTypes?.createPolicy("delivery-lab", {
    createScriptURL(given) {
      if (given !== WORKER) throw new TypeError(`${given} is not the worker of this page.`);
      return given;
    },
  });
  return policy ? policy.createScriptURL(address) : address;
}

/** Shows a sentence under the lab, in the page's language; `reload` makes it an offer. Frames are left in peace. */
function tell(what, reload) {
  if (window !== top) return;
  const before = document.querySelector("body > .told");
  const hadFocus = before?.contains(document.activeElement);
  before?.remove();
  const bar = document.createElement("aside");
  bar.className = "told";
  const sentence = document.createElement("p");
  sentence.setAttribute("role", "status");
  const buttons = reload ? [button("reload", reload), button("later")] : [button("close")];
  for (const each of buttons.slice(-1)) each.addEventListener("click", () => leave(bar));
  const group = document.createElement("div");
  group.append(...buttons);
  bar.append(sentence, group);
  document.body.append(bar);
  if (hadFocus) buttons[0].focus();
  const word = () => {
    const words = WORDS[document.documentElement.lang] ?? WORDS.en;
    bar.setAttribute("aria-label", words[what]);
    for (const each of buttons) each.textContent = words[each.dataset.word];
    setTimeout(() => (sentence.textContent = words[what]), BEFORE_IT_SPEAKS);
  };
  word();
  new MutationObserver(word).observe(document.documentElement, { attributeFilter: ["lang"] });
}

function button(word, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.dataset.word = word;
  if (act) made.addEventListener("click", act, { once: true });
  return made;
}

/** The bar goes; whoever was in it with the keyboard is in the lab again. */
function leave(bar) {
  const hadFocus = bar.contains(document.activeElement);
  bar.remove();
  if (hadFocus) document.querySelector("delivery-lab")?.shadowRoot?.querySelector("button:not([disabled])")?.focus();
}
