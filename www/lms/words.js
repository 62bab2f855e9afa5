// The few sentences that a page says of the learning platform that it was opened from, by language.

/**
 * `kept` and `fleeting`: it cannot be reached for now, and what waits is on the device or in the page alone. `silent`: it
 * never answered. `leave`, `back` and `anyway`: the way back, before and after all is done, and where nothing arrives.
 * `leaving`: it is on its way.
 * @typedef {{ kept: string, fleeting: string, silent: string, leave: string, back: string, anyway: string,
 *   leaving: string }} Words
 */

/** @type {Record<string, Words>} */
export const WORDS = {
  en: {
    kept: "The learning platform cannot be reached just now. Your progress is kept on this device and sent as soon as possible.",
    fleeting: "The learning platform cannot be reached just now. Keep this page open: your progress is sent as soon as possible.",
    silent: "The learning platform does not answer. You can go on, but your progress is not recorded there.",
    leave: "Save and go back to the learning platform",
    back: "Back to the learning platform",
    anyway: "Go back all the same",
    leaving: "Saving…",
  },
  sv: {
    kept: "Lärplattformen kan inte nås just nu. Dina framsteg sparas på den här enheten och skickas så snart det går.",
    fleeting: "Lärplattformen kan inte nås just nu. Låt sidan vara öppen: dina framsteg skickas så snart det går.",
    silent: "Lärplattformen svarar inte. Du kan fortsätta, men dina framsteg registreras inte där.",
    leave: "Spara och gå tillbaka till lärplattformen",
    back: "Tillbaka till lärplattformen",
    anyway: "Gå tillbaka ändå",
    leaving: "Sparar…",
  },
  de: {
    kept: "Die Lernplattform ist gerade nicht erreichbar. Ihr Fortschritt bleibt auf diesem Gerät und wird so bald wie möglich übertragen.",
    fleeting: "Die Lernplattform ist gerade nicht erreichbar. Lassen Sie diese Seite offen: Ihr Fortschritt wird so bald wie möglich übertragen.",
    silent: "Die Lernplattform antwortet nicht. Sie können weitermachen, aber Ihr Fortschritt wird dort nicht erfasst.",
    leave: "Speichern und zurück zur Lernplattform",
    back: "Zurück zur Lernplattform",
    anyway: "Trotzdem zurück",
    leaving: "Wird gespeichert …",
  },
  fr: {
    kept: "La plateforme de formation est injoignable pour le moment. Votre progression reste sur cet appareil et sera envoyée dès que possible.",
    fleeting: "La plateforme de formation est injoignable pour le moment. Gardez cette page ouverte : votre progression sera envoyée dès que possible.",
    silent: "La plateforme de formation ne répond pas. Vous pouvez continuer, mais votre progression n’y est pas enregistrée.",
    leave: "Enregistrer et revenir à la plateforme de formation",
    back: "Retour à la plateforme de formation",
    anyway: "Revenir quand même",
    leaving: "Enregistrement…",
  },
  es: {
    kept: "Ahora no se puede acceder a la plataforma de formación. Su progreso se guarda en este dispositivo y se enviará en cuanto sea posible.",
    fleeting: "Ahora no se puede acceder a la plataforma de formación. Mantenga abierta esta página: su progreso se enviará en cuanto sea posible.",
    silent: "La plataforma de formación no responde. Puede continuar, pero su progreso no se registra en ella.",
    leave: "Guardar y volver a la plataforma de formación",
    back: "Volver a la plataforma de formación",
    anyway: "Volver de todos modos",
    leaving: "Guardando…",
  },
  ja: {
    kept: "現在、学習プラットフォームに接続できません。進み具合はこの端末に保存され、接続でき次第送信されます。",
    fleeting: "現在、学習プラットフォームに接続できません。このページを開いたままにしてください。進み具合は接続でき次第送信されます。",
    silent: "学習プラットフォームが応答しません。続けることはできますが、進み具合はプラットフォームに記録されません。",
    leave: "保存して学習プラットフォームに戻る",
    back: "学習プラットフォームに戻る",
    anyway: "このまま戻る",
    leaving: "保存しています…",
  },
};
