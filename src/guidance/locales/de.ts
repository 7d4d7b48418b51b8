import { catalogFromWords } from "../catalog-from-words.ts";

const signIn = {
  title: "Sie sind nicht angemeldet",
  fix: "Melden Sie sich erneut an, um weiterzumachen. Wenn Sie einen API-Schlüssel verwenden, prüfen Sie, ob er noch gültig ist.",
};

const cancelled = {
  title: "Die Anfrage wurde abgebrochen",
  fix: "Das geschah, bevor sie abgeschlossen war. Es ist nichts weiter zu tun.",
};

/** German, addressing people with “Sie”. */
export const de = catalogFromWords("de", {
  entries: {
    SESSION_NOT_FOUND: {
      title: "Wir konnten diese Sitzung nicht finden",
      fix: "Möglicherweise wurde sie geschlossen, oder der Link ist unvollständig. Prüfen Sie die Adresse oder öffnen Sie eine neue Sitzung.",
    },
    SESSION_EXPIRED: {
      title: "Diese Sitzung ist abgelaufen",
      fix: "Sitzungen enden nach einiger Zeit ohne Aktivität. Öffnen Sie eine neue, um weiterzumachen.",
    },
    SESSION_CREATION_ERROR: {
      title: "Die Sitzung wurde nicht geöffnet",
      fix: "Das Modell dahinter ist vielleicht gerade ausgelastet. Versuchen Sie es gleich noch einmal.",
    },
    INVALID_SESSION: {
      title: "Diese Sitzung kann das gerade nicht annehmen",
      fix: "Sie ist nicht mehr offen oder noch nicht bereit. Öffnen Sie eine neue Sitzung und versuchen Sie es dort.",
    },
    MESSAGES_HISTORY_ERROR: {
      title: "Frühere Nachrichten wurden nicht geladen",
      fix: "Versuchen Sie es erneut. Tritt das Problem weiterhin auf, wenden Sie sich mit der Anfrage-ID an den Support.",
      fixWithoutId:
        "Versuchen Sie es erneut. Tritt das Problem weiterhin auf, wenden Sie sich an den Support.",
    },
    MODELS_NOT_FOUND: {
      title: "Dieses Modell steht Ihrer Organisation nicht zur Verfügung",
      fix: "Wählen Sie ein anderes Modell, um weiterzumachen.",
    },
    TOOLS_NOT_FOUND: {
      title: "Eines der Tools des Agenten fehlt",
      fix: "Es wurde vielleicht entfernt, nachdem es hinzugefügt worden war. Fügen Sie ein verfügbares Tool hinzu und versuchen Sie es dann erneut.",
    },
    CONFIG_NOT_FOUND: {
      title: "Der Agent ist noch nicht vollständig eingerichtet",
      fix: "Einige erforderliche Einstellungen fehlen. Schließen Sie die Einrichtung ab und versuchen Sie es dann erneut.",
    },
    UNAUTHORIZED: signIn,
    ABORT_ERROR: cancelled,
    GENERIC_ERROR: {
      title: "Das hat nicht funktioniert",
      fix: "Das Problem liegt bei uns. Versuchen Sie es erneut. Tritt es weiterhin auf, wenden Sie sich mit der Anfrage-ID an den Support.",
      fixWithoutId:
        "Das Problem liegt bei uns. Versuchen Sie es erneut. Tritt es weiterhin auf, wenden Sie sich an den Support.",
    },

    badRequest: {
      title: "Das konnte so nicht gesendet werden",
      fix: "Etwas fehlt oder hat eine Form, die wir nicht lesen können. Prüfen Sie Ihre Angaben und versuchen Sie es dann erneut.",
    },
    unauthorized: signIn,
    forbidden: {
      title: "Sie haben hierauf keinen Zugriff",
      fix: "Ihrem Konto oder Schlüssel fehlt noch eine Berechtigung. Bitten Sie Ihre Administration um Zugriff.",
    },
    notFound: {
      title: "Das konnten wir nicht finden",
      fix: "Es wurde vielleicht gelöscht oder verschoben. Prüfen Sie die Adresse oder gehen Sie zurück.",
    },
    conflict: {
      title: "Das konnte nicht gespeichert werden",
      fix: "Der Name ist vielleicht schon vergeben, oder jemand hat gleichzeitig etwas geändert. Laden Sie die Seite neu, um den aktuellen Stand zu sehen, und versuchen Sie es dann erneut.",
    },
    unprocessable: {
      title: "Ein Teil davon kann nicht verwendet werden",
      fix: "Prüfen Sie die eingegebenen Werte, ändern Sie, was nicht passt, und versuchen Sie es dann erneut.",
    },
    rateLimited: {
      title: "Das waren zu viele Anfragen in kurzer Zeit",
      fix: "Warten Sie einen Moment und versuchen Sie es dann erneut.",
    },
    clientError: {
      title: "Diese Anfrage wurde nicht angenommen",
      fix: "Ein neuer Versuch ändert daran nichts. Wenden Sie sich mit der Anfrage-ID an den Support.",
      fixWithoutId: "Ein neuer Versuch ändert daran nichts. Wenden Sie sich an den Support.",
    },
    serverError: {
      title: "Bei uns ist ein Fehler aufgetreten",
      fix: "Versuchen Sie es erneut. Tritt das Problem weiterhin auf, wenden Sie sich mit der Anfrage-ID an den Support.",
      fixWithoutId:
        "Versuchen Sie es erneut. Tritt das Problem weiterhin auf, wenden Sie sich an den Support.",
    },
    unavailable: {
      title: "Der Dienst ist gerade nicht verfügbar",
      fix: "Er ist ausgelastet oder startet neu. Versuchen Sie es gleich noch einmal.",
    },
    timeout: {
      title: "Es kam nicht rechtzeitig eine Antwort",
      fix: "Der Dienst oder die Verbindung ist gerade langsam. Versuchen Sie es erneut.",
    },
    network: {
      title: "Wir konnten den Dienst nicht erreichen",
      fix: "Prüfen Sie Ihre Internetverbindung und versuchen Sie es dann erneut.",
    },
    aborted: cancelled,
    invalidResponse: {
      title: "Wir konnten die Antwort nicht lesen",
      fix: "Diese Seite ist vielleicht veraltet. Laden Sie sie neu. Tritt das Problem weiterhin auf, wenden Sie sich an den Support.",
    },
    unexpected: {
      title: "Das hat nicht wie vorgesehen funktioniert",
      fix: "Das Problem liegt an der Seite selbst, nicht an Ihrer Verbindung. Versuchen Sie es erneut. Tritt es weiterhin auf, laden Sie die Seite neu oder wenden Sie sich an den Support.",
    },
  },
  offline: {
    title: "Sie sind offline",
    fix: "Stellen Sie eine Internetverbindung her und versuchen Sie es dann erneut.",
  },
  outdatedPage: {
    title: "Dieser Teil der Seite konnte nicht geladen werden",
    fix: "Die Seite ist vielleicht veraltet. Laden Sie sie neu, um fortzufahren.",
  },
  afterSuccess: {
    title: "Das hat geklappt, aber die Seite konnte es nicht anzeigen",
    fix: "Laden Sie die Seite neu, um das Ergebnis zu sehen. Sie müssen es nicht noch einmal tun.",
  },
  tooLarge: {
    title: "Das konnte nicht gesendet werden, weil es zu groß ist",
    fix: "Verkleinern Sie es und versuchen Sie es dann erneut: mit einer kleineren Datei, weniger Dateien oder einem kürzeren Text.",
  },
  serviceDown: {
    title: "Der Dienst ist gerade nicht verfügbar",
    fix: "Was Sie sehen, ist vielleicht nicht mehr aktuell. Änderungen müssen vielleicht warten, bis er wieder da ist.",
  },
  serviceLimited: {
    title: "Der Dienst braucht eine kurze Pause",
    fix: "Er antwortet wieder in {time}.",
  },
  remedies: {
    retry: "Erneut versuchen",
    signIn: "Anmelden",
    openSession: "Neue Sitzung öffnen",
    chooseModel: "Anderes Modell wählen",
    reattachTools: "Tools hinzufügen",
    completeConfig: "Einrichtung abschließen",
    requestAccess: "Zugriff anfordern",
    reload: "Neu laden",
    goBack: "Zurück",
    contactSupport: "Support kontaktieren",
  },
  strings: {
    requestId: "Anfrage-ID",
    copy: "Kopieren",
    copied: "Kopiert",
    copyByHand: "Ausgewählt. Drücken Sie Strg+C oder ⌘C, um zu kopieren.",
    copyReport: "Bericht kopieren",
    details: "Details für den Support",
    dismiss: "Schließen",
    dismissAll: "Alle schließen",
    toasts: "Probleme",
    announcement: "{title}. {fix}",
    repeated: "{count}-mal aufgetreten",
    moreToasts: "{count} weitere",
    unsaved: "Nicht gespeichert: {count}",
    lost: "Zu viele, um sie zu behalten, und verloren: {count}",
    earlierRequestIds: "Frühere Anfrage-IDs",
    retryIn: "Erneut versuchen in {time}",
    working: "Einen Moment\u00a0…",
    attempt: "Versuch {attempt} von {maxAttempts}",
    nextAttemptIn: "nächster in {time}",
    attemptRunning: "läuft gerade",
    retryNow: "Jetzt versuchen",
    cancel: "Abbrechen",
    offlineNotice: "Sie sind offline. Es geht von selbst weiter, sobald Sie wieder verbunden sind.",
    onlineNotice: "Sie sind wieder verbunden.",
    serviceBack: "Der Dienst ist wieder verfügbar.",
    fields: {
      code: "Code",
      status: "Status",
      requestId: "Anfrage-ID",
      route: "Route",
      time: "Zeitpunkt",
      attempts: "Versuche",
      appVersion: "App-Version",
      connection: "Verbindung",
    },
  },
});
