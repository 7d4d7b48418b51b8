import { catalogFromWords } from "../catalog-from-words.ts";

const signIn = {
  title: "No has iniciado sesión",
  fix: "Vuelve a iniciar sesión para continuar. Si usas una clave de API, revisa que siga siendo válida.",
};

const cancelled = {
  title: "La solicitud se canceló",
  fix: "Se detuvo antes de terminar. No tienes que hacer nada.",
};

/** Spanish: sentences address people with “tú”, buttons are infinitives. */
export const es = catalogFromWords("es", {
  entries: {
    SESSION_NOT_FOUND: {
      title: "No encontramos esta sesión",
      fix: "Puede que se haya cerrado o que el enlace esté incompleto. Revisa la dirección o abre una sesión nueva.",
    },
    SESSION_EXPIRED: {
      title: "Esta sesión ha expirado",
      fix: "Las sesiones terminan tras un tiempo sin actividad. Abre una nueva para continuar.",
    },
    SESSION_CREATION_ERROR: {
      title: "No se pudo abrir la sesión",
      fix: "Puede que el modelo esté muy ocupado en este momento. Inténtalo de nuevo en unos instantes.",
    },
    INVALID_SESSION: {
      title: "Esta sesión no puede procesar eso en este momento",
      fix: "Ya no está abierta o aún no está lista. Abre una sesión nueva e inténtalo allí.",
    },
    MESSAGES_HISTORY_ERROR: {
      title: "No se cargaron los mensajes anteriores",
      fix: "Inténtalo de nuevo. Si sigue ocurriendo, ponte en contacto con soporte e indica el ID de solicitud.",
      fixWithoutId: "Inténtalo de nuevo. Si sigue ocurriendo, ponte en contacto con soporte.",
    },
    MODELS_NOT_FOUND: {
      title: "Este modelo no está disponible para tu organización",
      fix: "Elige otro modelo para continuar.",
    },
    TOOLS_NOT_FOUND: {
      title: "Falta una de las herramientas del agente",
      fix: "Puede que se haya eliminado después de añadirla. Añade una herramienta disponible e inténtalo de nuevo.",
    },
    CONFIG_NOT_FOUND: {
      title: "El agente no está configurado del todo",
      fix: "Faltan algunos ajustes obligatorios. Completa la configuración e inténtalo de nuevo.",
    },
    UNAUTHORIZED: signIn,
    ABORT_ERROR: cancelled,
    GENERIC_ERROR: {
      title: "Eso no funcionó",
      fix: "El problema está de nuestro lado. Inténtalo de nuevo. Si sigue ocurriendo, ponte en contacto con soporte e indica el ID de solicitud.",
      fixWithoutId:
        "El problema está de nuestro lado. Inténtalo de nuevo. Si sigue ocurriendo, ponte en contacto con soporte.",
    },

    badRequest: {
      title: "No se pudo enviar tal como está",
      fix: "Falta algo o hay algo en un formato que no podemos leer. Revisa los datos e inténtalo de nuevo.",
    },
    unauthorized: signIn,
    forbidden: {
      title: "No tienes acceso a esto",
      fix: "A tu cuenta o clave todavía le falta un permiso. Pide acceso a quien administra tu organización.",
    },
    notFound: {
      title: "No encontramos lo que buscas",
      fix: "Puede que se haya eliminado o movido. Revisa la dirección o vuelve atrás.",
    },
    conflict: {
      title: "No se pudo guardar",
      fix: "Puede que el nombre ya esté en uso o que otra persona haya hecho un cambio al mismo tiempo. Recarga la página para ver la versión más reciente e inténtalo de nuevo.",
    },
    unprocessable: {
      title: "Una parte de los datos no se puede usar",
      fix: "Revisa los valores introducidos, cambia los que no encajen e inténtalo de nuevo.",
    },
    rateLimited: {
      title: "Se enviaron demasiadas solicitudes en poco tiempo",
      fix: "Espera un momento e inténtalo de nuevo.",
    },
    clientError: {
      title: "Esta solicitud no se aceptó",
      fix: "Volver a intentarlo no cambiará el resultado. Ponte en contacto con soporte e indica el ID de solicitud.",
      fixWithoutId: "Volver a intentarlo no cambiará el resultado. Ponte en contacto con soporte.",
    },
    serverError: {
      title: "Algo falló de nuestro lado",
      fix: "Inténtalo de nuevo. Si sigue ocurriendo, ponte en contacto con soporte e indica el ID de solicitud.",
      fixWithoutId: "Inténtalo de nuevo. Si sigue ocurriendo, ponte en contacto con soporte.",
    },
    unavailable: {
      title: "El servicio no está disponible en este momento",
      fix: "Está ocupado o reiniciándose. Inténtalo de nuevo en unos instantes.",
    },
    timeout: {
      title: "La respuesta no llegó a tiempo",
      fix: "El servicio o la conexión van lentos en este momento. Inténtalo de nuevo.",
    },
    network: {
      title: "No pudimos conectar con el servicio",
      fix: "Revisa tu conexión a internet e inténtalo de nuevo.",
    },
    aborted: cancelled,
    invalidResponse: {
      title: "No pudimos leer la respuesta",
      fix: "Puede que esta página esté desactualizada. Recárgala. Si sigue ocurriendo, ponte en contacto con soporte.",
    },
    unexpected: {
      title: "Esto no funcionó como debía",
      fix: "El problema está en la propia página, no en tu conexión. Inténtalo de nuevo. Si sigue ocurriendo, recarga la página o ponte en contacto con soporte.",
    },
  },
  offline: {
    title: "No tienes conexión",
    fix: "Conéctate a internet e inténtalo de nuevo.",
  },
  outdatedPage: {
    title: "Esta parte de la página no se ha podido cargar",
    fix: "Puede que la página esté desactualizada. Recárgala para continuar.",
  },
  afterSuccess: {
    title: "Esto ha funcionado, pero la página no ha podido mostrarlo",
    fix: "Recarga la página para ver el resultado. No hace falta repetirlo.",
  },
  tooLarge: {
    title: "No se pudo enviar porque es demasiado grande",
    fix: "Redúcelo e inténtalo de nuevo: con un archivo más pequeño, menos archivos o un texto más corto.",
  },
  serviceDown: {
    title: "El servicio no está disponible en este momento",
    fix: "Puede que lo que ves no esté actualizado. Quizá los cambios tengan que esperar a que vuelva.",
  },
  serviceLimited: {
    title: "El servicio necesita una breve pausa",
    fix: "Volverá a responder en {time}.",
  },
  remedies: {
    retry: "Intentar de nuevo",
    signIn: "Iniciar sesión",
    openSession: "Abrir una sesión nueva",
    chooseModel: "Elegir otro modelo",
    reattachTools: "Añadir herramientas",
    completeConfig: "Completar la configuración",
    requestAccess: "Solicitar acceso",
    reload: "Recargar",
    goBack: "Volver",
    contactSupport: "Contactar con soporte",
  },
  strings: {
    requestId: "ID de solicitud",
    copy: "Copiar",
    copied: "Copiado",
    copyByHand: "Texto seleccionado. Pulsa Ctrl+C o ⌘C para copiarlo.",
    copyReport: "Copiar informe",
    details: "Detalles para soporte",
    dismiss: "Cerrar",
    dismissAll: "Cerrar todo",
    toasts: "Problemas",
    announcement: "{title}. {fix}",
    repeated: "Ha ocurrido {count} veces",
    moreToasts: "{count} más",
    unsaved: "Sin guardar: {count}",
    lost: "Demasiados para conservarlos, perdidos: {count}",
    earlierRequestIds: "ID de solicitud anteriores",
    retryIn: "Intentar de nuevo en {time}",
    working: "En curso…",
    attempt: "Intento {attempt} de {maxAttempts}",
    nextAttemptIn: "el siguiente en {time}",
    attemptRunning: "intentando ahora",
    retryNow: "Intentar ahora",
    cancel: "Cancelar",
    offlineNotice:
      "No tienes conexión. Esto continuará automáticamente cuando se restablezca la conexión.",
    onlineNotice: "La conexión se ha restablecido.",
    serviceBack: "El servicio vuelve a estar disponible.",
    fields: {
      code: "Código",
      status: "Estado",
      requestId: "ID de solicitud",
      route: "Endpoint",
      time: "Hora",
      attempts: "Intentos",
      appVersion: "Versión de la aplicación",
      connection: "Conexión",
    },
  },
});
