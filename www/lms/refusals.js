// The sentences for a learner whose work cannot be recorded, in the languages of the page.

// Each says what is wrong and what to do; `{what}` is the technical word for whoever runs the platform.
const SENTENCES = {
  en: {
    launch: "Your learning platform opened this page with something missing or wrong ({what}), so nothing can be recorded. Open it from the platform again; if that does not help, tell whoever runs the platform.",
    spent: "This visit has already been recorded and closed, so nothing more is recorded in it. Open the lesson from your learning platform again: it goes on where you were.",
    locked: "Your learning platform does not let this page record anything ({what}). Open the lesson from the platform again; if that does not help, tell whoever runs the platform.",
    silent: "Your learning platform does not answer ({what}), so nothing can be recorded. Check the connection and open the lesson from the platform again.",
    later: "What you did last is not with your learning platform yet ({what}). Keep this page open: it tries again by itself.",
    store: "This page was told to record to a place it cannot use ({what}). It takes an address with https, or one on this machine, and an authorization; whoever made the page can put that right.",
  },
  sv: {
    launch: "Din lärplattform öppnade sidan med något som saknas eller är fel ({what}), så inget kan registreras. Öppna den från plattformen igen; om det inte hjälper, säg till den som sköter plattformen.",
    spent: "Det här besöket är redan registrerat och avslutat, så inget mer registreras i det. Öppna lektionen från din lärplattform igen: den fortsätter där du var.",
    locked: "Din lärplattform låter inte sidan registrera något ({what}). Öppna lektionen från plattformen igen; om det inte hjälper, säg till den som sköter plattformen.",
    silent: "Din lärplattform svarar inte ({what}), så inget kan registreras. Se över anslutningen och öppna lektionen från plattformen igen.",
    later: "Det du gjorde senast har ännu inte nått din lärplattform ({what}). Låt sidan vara öppen: den försöker igen av sig själv.",
    store: "Sidan ska registrera på en plats som den inte kan använda ({what}). Den tar en adress med https, eller en på den här datorn, och en behörighet; den som gjort sidan kan rätta det.",
  },
  de: {
    launch: "Ihre Lernplattform hat diese Seite mit fehlenden oder falschen Angaben geöffnet ({what}), deshalb kann nichts aufgezeichnet werden. Öffnen Sie sie erneut von der Plattform aus; hilft das nicht, wenden Sie sich an deren Betreuung.",
    spent: "Dieser Besuch ist bereits aufgezeichnet und abgeschlossen, deshalb wird darin nichts mehr aufgezeichnet. Öffnen Sie die Lektion erneut von Ihrer Lernplattform aus: Sie geht dort weiter, wo Sie waren.",
    locked: "Ihre Lernplattform lässt diese Seite nichts aufzeichnen ({what}). Öffnen Sie die Lektion erneut von der Plattform aus; hilft das nicht, wenden Sie sich an deren Betreuung.",
    silent: "Ihre Lernplattform antwortet nicht ({what}), deshalb kann nichts aufgezeichnet werden. Prüfen Sie die Verbindung und öffnen Sie die Lektion erneut von der Plattform aus.",
    later: "Was Sie zuletzt getan haben, ist noch nicht bei Ihrer Lernplattform ({what}). Lassen Sie die Seite offen: Sie versucht es von selbst wieder.",
    store: "Diese Seite soll an einem Ort aufzeichnen, den sie nicht verwenden kann ({what}). Sie nimmt eine Adresse mit https oder eine auf diesem Rechner sowie eine Berechtigung; wer die Seite erstellt hat, kann das beheben.",
  },
  fr: {
    launch: "Votre plateforme de formation a ouvert cette page avec un élément manquant ou erroné ({what}) ; rien ne peut donc être enregistré. Rouvrez-la depuis la plateforme ; si cela ne suffit pas, prévenez les responsables de la plateforme.",
    spent: "Cette visite a déjà été enregistrée et close ; plus rien n’y est donc enregistré. Rouvrez la leçon depuis votre plateforme de formation : elle reprend là où vous en étiez.",
    locked: "Votre plateforme de formation n’autorise pas cette page à enregistrer quoi que ce soit ({what}). Rouvrez la leçon depuis la plateforme ; si cela ne suffit pas, prévenez les responsables de la plateforme.",
    silent: "Votre plateforme de formation ne répond pas ({what}) ; rien ne peut donc être enregistré. Vérifiez la connexion et rouvrez la leçon depuis la plateforme.",
    later: "Ce que vous avez fait en dernier n’est pas encore parvenu à votre plateforme de formation ({what}). Laissez cette page ouverte : elle réessaie d’elle-même.",
    store: "Cette page doit enregistrer à un endroit qu’elle ne peut pas utiliser ({what}). Elle accepte une adresse en https, ou une adresse sur cet ordinateur, ainsi qu’une autorisation ; l’auteur de la page peut y remédier.",
  },
  es: {
    launch: "Su plataforma de formación abrió esta página con algo que falta o está mal ({what}), así que no se puede registrar nada. Ábrala de nuevo desde la plataforma; si no basta, avise a quien la administra.",
    spent: "Esta visita ya se registró y se cerró, así que no se registra nada más en ella. Abra la lección de nuevo desde su plataforma de formación: continúa donde estaba.",
    locked: "Su plataforma de formación no permite que esta página registre nada ({what}). Abra la lección de nuevo desde la plataforma; si no basta, avise a quien la administra.",
    silent: "Su plataforma de formación no responde ({what}), así que no se puede registrar nada. Compruebe la conexión y abra la lección de nuevo desde la plataforma.",
    later: "Lo último que hizo aún no ha llegado a su plataforma de formación ({what}). Deje esta página abierta: lo intenta de nuevo por sí sola.",
    store: "Esta página debe registrar en un lugar que no puede usar ({what}). Acepta una dirección con https, o una de este equipo, y una autorización; quien hizo la página puede corregirlo.",
  },
  ja: {
    launch: "学習プラットフォームがこのページを開いたときの情報に不足または誤りがあるため（{what}）、何も記録できません。プラットフォームからもう一度開いてください。解決しない場合は、プラットフォームの管理者に連絡してください。",
    spent: "この回の学習はすでに記録され、終了しているため、これ以上は記録されません。学習プラットフォームからレッスンをもう一度開いてください。続きから始まります。",
    locked: "学習プラットフォームがこのページの記録を許可していません（{what}）。プラットフォームからレッスンをもう一度開いてください。解決しない場合は、プラットフォームの管理者に連絡してください。",
    silent: "学習プラットフォームが応答しないため（{what}）、何も記録できません。接続を確認し、プラットフォームからレッスンをもう一度開いてください。",
    later: "最後に行った内容はまだ学習プラットフォームに届いていません（{what}）。このページを開いたままにしてください。自動的に再試行します。",
    store: "このページの記録先として指定された場所は使用できません（{what}）。https のアドレスまたはこのコンピューター上のアドレスと、認可情報が必要です。ページの作成者が修正できます。",
  },
};

/** Work that cannot be recorded: `code` for programs, a sentence for the learner. */
export class Refusal extends Error {
  /** @param {keyof typeof SENTENCES.en} code @param {string} what */
  constructor(code, what) {
    super(SENTENCES.en[code].replace("{what}", () => what));
    [this.code, this.what] = [code, what];
  }

  /** The sentence in a language of the page. @param {string} lang */
  in(lang) {
    return (SENTENCES[lang] ?? SENTENCES.en)[this.code].replace("{what}", () => this.what);
  }
}

/** What an error of the store means to the learner. */
export function refusalOf(error) {
  if (error instanceof Refusal) return error;
  return new Refusal(error.isLockedOut ? "locked" : "silent", error.message);
}
