// What is said where the lab cannot open, also where its own scripts do not come or are cut off. Needs none of them.

/** The sentences in each language of the page. */
export const FAILURES = {
  en: {
    failed: "Delivery Lab could not open",
    remedy: "Reload the page. If it fails again, use a current version of your browser and check the connection.",
  },
  sv: {
    failed: "Delivery Lab kunde inte öppnas",
    remedy: "Ladda om sidan. Om det inte hjälper, använd en aktuell version av webbläsaren och se över anslutningen.",
  },
  de: {
    failed: "Delivery Lab konnte nicht geöffnet werden",
    remedy: "Laden Sie die Seite neu. Hilft das nicht, verwenden Sie einen aktuellen Browser und prüfen Sie die Verbindung.",
  },
  fr: {
    failed: "Delivery Lab n’a pas pu s’ouvrir",
    remedy: "Rechargez la page. Si cela ne suffit pas, utilisez un navigateur à jour et vérifiez la connexion.",
  },
  es: {
    failed: "Delivery Lab no se ha podido abrir",
    remedy: "Vuelva a cargar la página. Si no basta, use un navegador actualizado y compruebe la conexión.",
  },
  ja: {
    failed: "Delivery Lab を開けませんでした",
    remedy: "ページを再読み込みしてください。解決しない場合は、最新のブラウザーを使用し、接続を確認してください。",
  },
};

const page = globalThis.document?.querySelector('delivery-lab[data-options="address"]');
if (page) {
  // This stands before the scripts of the lab, so none of them has failed yet.
  document.querySelector('script[src$="boot.js"]')?.addEventListener("error", say);
  addEventListener("error", ({ filename, message }) => {
    if (filename.startsWith(location.origin)) say({ message });
  });
}

/** Says on the lab's own page that it did not open, unless it did. */
function say({ message }) {
  if (customElements.get("delivery-lab") || page.querySelector('[role="alert"]')) return;
  const lang = navigator.languages.map((code) => code.slice(0, 2).toLowerCase()).find((code) => Object.hasOwn(FAILURES, code)) ?? "en";
  const [title, remedy] = [document.createElement("strong"), document.createElement("p")];
  [title.textContent, remedy.textContent] = [FAILURES[lang].failed, FAILURES[lang].remedy];
  const card = document.createElement("div");
  card.className = "opening";
  card.setAttribute("role", "alert");
  card.append(title, remedy);
  if (message) card.append(Object.assign(document.createElement("p"), { textContent: message }));
  document.documentElement.lang = lang;
  page.replaceChildren(card);
}
