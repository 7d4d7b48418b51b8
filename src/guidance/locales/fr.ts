import { catalogFromWords } from "../catalog-from-words.ts";

const signIn = {
  title: "La connexion à votre compte est nécessaire",
  fix: "Reconnectez-vous pour continuer. Si vous utilisez une clé API, vérifiez qu’elle est toujours valide.",
};

const cancelled = {
  title: "La requête a été annulée",
  fix: "Elle a été interrompue avant la fin. Vous n’avez rien à faire.",
};

/** French, addressing people with “vous” and in words that fit every gender. */
export const fr = catalogFromWords("fr", {
  entries: {
    SESSION_NOT_FOUND: {
      title: "Cette session est introuvable",
      fix: "Elle a peut-être été fermée, ou le lien est incomplet. Vérifiez l’adresse ou ouvrez une nouvelle session.",
    },
    SESSION_EXPIRED: {
      title: "Cette session a expiré",
      fix: "Les sessions prennent fin après un certain temps d’inactivité. Ouvrez-en une nouvelle pour continuer.",
    },
    SESSION_CREATION_ERROR: {
      title: "La session ne s’est pas ouverte",
      fix: "Le modèle utilisé est peut-être très sollicité en ce moment. Réessayez dans un instant.",
    },
    INVALID_SESSION: {
      title: "Cette session ne peut pas traiter votre demande pour le moment",
      fix: "Elle n’est plus ouverte ou n’est pas encore prête. Ouvrez une nouvelle session, puis réessayez.",
    },
    MESSAGES_HISTORY_ERROR: {
      title: "Les messages précédents n’ont pas été chargés",
      fix: "Réessayez. Si le problème persiste, contactez l’assistance en indiquant l’ID de requête.",
      fixWithoutId: "Réessayez. Si le problème persiste, contactez l’assistance.",
    },
    MODELS_NOT_FOUND: {
      title: "Ce modèle n’est pas disponible pour votre organisation",
      fix: "Choisissez un autre modèle pour continuer.",
    },
    TOOLS_NOT_FOUND: {
      title: "Il manque l’un des outils de l’agent",
      fix: "Il a peut-être été supprimé depuis son ajout. Ajoutez un outil disponible, puis réessayez.",
    },
    CONFIG_NOT_FOUND: {
      title: "La configuration de l’agent est incomplète",
      fix: "Certains paramètres requis sont manquants. Terminez la configuration, puis réessayez.",
    },
    UNAUTHORIZED: signIn,
    ABORT_ERROR: cancelled,
    GENERIC_ERROR: {
      title: "Cela n’a pas fonctionné",
      fix: "Le problème vient de notre côté. Réessayez. S’il persiste, contactez l’assistance en indiquant l’ID de requête.",
      fixWithoutId:
        "Le problème vient de notre côté. Réessayez. S’il persiste, contactez l’assistance.",
    },

    badRequest: {
      title: "Ces informations n’ont pas pu être envoyées telles quelles",
      fix: "Il manque un élément, ou son format nous est illisible. Vérifiez votre saisie, puis réessayez.",
    },
    unauthorized: signIn,
    forbidden: {
      title: "Vous n’avez pas accès à cet élément",
      fix: "Il manque encore une autorisation à votre compte ou à votre clé. Demandez l’accès à l’équipe d’administration.",
    },
    notFound: {
      title: "Cet élément est introuvable",
      fix: "Il a peut-être été supprimé ou déplacé. Vérifiez l’adresse ou revenez en arrière.",
    },
    conflict: {
      title: "L’enregistrement n’a pas abouti",
      fix: "Le nom est peut-être déjà pris, ou une autre personne a fait une modification en même temps. Actualisez la page pour voir la dernière version, puis réessayez.",
    },
    unprocessable: {
      title: "Certaines informations ne peuvent pas être utilisées",
      fix: "Vérifiez les valeurs saisies, modifiez celles qui ne conviennent pas, puis réessayez.",
    },
    rateLimited: {
      title: "Trop de requêtes ont été envoyées en peu de temps",
      fix: "Patientez un instant, puis réessayez.",
    },
    clientError: {
      title: "Cette requête n’a pas été acceptée",
      fix: "Une nouvelle tentative n’y changera rien. Contactez l’assistance en indiquant l’ID de requête.",
      fixWithoutId: "Une nouvelle tentative n’y changera rien. Contactez l’assistance.",
    },
    serverError: {
      title: "Un problème est survenu de notre côté",
      fix: "Réessayez. Si le problème persiste, contactez l’assistance en indiquant l’ID de requête.",
      fixWithoutId: "Réessayez. Si le problème persiste, contactez l’assistance.",
    },
    unavailable: {
      title: "Le service n’est pas disponible pour le moment",
      fix: "Il est très sollicité ou en cours de redémarrage. Réessayez dans un instant.",
    },
    timeout: {
      title: "La réponse n’est pas arrivée à temps",
      fix: "Le service ou la connexion fonctionne au ralenti en ce moment. Réessayez.",
    },
    network: {
      title: "Nous n’avons pas pu joindre le service",
      fix: "Vérifiez votre connexion à Internet, puis réessayez.",
    },
    aborted: cancelled,
    invalidResponse: {
      title: "Nous n’avons pas pu lire la réponse",
      fix: "Cette page n’est peut-être plus à jour. Actualisez-la. Si le problème persiste, contactez l’assistance.",
    },
    unexpected: {
      title: "Cela n’a pas fonctionné comme prévu",
      fix: "Le problème vient de la page elle-même, pas de votre connexion. Réessayez. S’il persiste, actualisez la page ou contactez l’assistance.",
    },
  },
  offline: {
    title: "Vous êtes hors ligne",
    fix: "Connectez-vous à Internet, puis réessayez.",
  },
  outdatedPage: {
    title: "Cette partie de la page n’a pas pu être chargée",
    fix: "La page est peut-être obsolète. Rechargez-la pour continuer.",
  },
  afterSuccess: {
    title: "L’opération a réussi, mais la page n’a pas pu l’afficher",
    fix: "Rechargez la page pour voir le résultat. Inutile de recommencer.",
  },
  tooLarge: {
    title: "L’envoi n’a pas abouti, car le contenu est trop volumineux",
    fix: "Choisissez un fichier plus petit ou moins de fichiers, ou raccourcissez le texte, puis réessayez.",
  },
  serviceDown: {
    title: "Le service n’est pas disponible pour le moment",
    fix: "Ce que vous voyez n’est peut-être plus à jour. Vos modifications devront peut-être attendre son retour.",
  },
  serviceLimited: {
    title: "Le service a besoin d’une courte pause",
    fix: "Il répondra de nouveau dans {time}.",
  },
  remedies: {
    retry: "Réessayer",
    signIn: "Se connecter",
    openSession: "Ouvrir une nouvelle session",
    chooseModel: "Choisir un autre modèle",
    reattachTools: "Ajouter des outils",
    completeConfig: "Terminer la configuration",
    requestAccess: "Demander l’accès",
    reload: "Actualiser",
    goBack: "Retour",
    contactSupport: "Contacter l’assistance",
  },
  strings: {
    requestId: "ID de requête",
    copy: "Copier",
    copied: "Copié",
    copyByHand: "Texte sélectionné. Appuyez sur Ctrl+C ou ⌘C pour le copier.",
    copyReport: "Copier le rapport",
    details: "Détails pour l’assistance",
    dismiss: "Fermer",
    dismissAll: "Tout fermer",
    toasts: "Problèmes",
    announcement: "{title}. {fix}",
    repeated: "Survenu {count} fois",
    moreToasts: "{count} de plus",
    unsaved: "Non enregistré : {count}",
    lost: "Trop nombreux pour être conservés, perdus : {count}",
    earlierRequestIds: "ID de requête précédents",
    retryIn: "Réessayer dans {time}",
    working: "En cours…",
    attempt: "Tentative {attempt} sur {maxAttempts}",
    nextAttemptIn: "prochaine dans {time}",
    attemptRunning: "en cours",
    retryNow: "Réessayer maintenant",
    cancel: "Annuler",
    offlineNotice:
      "Vous êtes hors ligne. L’opération reprendra d’elle-même une fois la connexion rétablie.",
    onlineNotice: "Vous êtes de nouveau en ligne.",
    serviceBack: "Le service est de nouveau disponible.",
    fields: {
      code: "Code",
      status: "Statut",
      requestId: "ID de requête",
      route: "Route",
      time: "Heure",
      attempts: "Tentatives",
      appVersion: "Version de l’application",
      connection: "Connexion",
    },
  },
});
