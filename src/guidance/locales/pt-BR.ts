import { catalogFromWords } from "../catalog-from-words.ts";

const signIn = {
  title: "Sua conta não está conectada",
  fix: "Entre novamente para continuar. Se você usa uma chave de API, confira se ela ainda é válida.",
};

const cancelled = {
  title: "A solicitação foi cancelada",
  fix: "Ela foi interrompida antes de terminar. Você não precisa fazer nada.",
};

/** Brazilian Portuguese, addressing people with “você” and in words that fit every gender. */
export const ptBR = catalogFromWords("pt-BR", {
  entries: {
    SESSION_NOT_FOUND: {
      title: "Não encontramos esta sessão",
      fix: "Ela pode ter sido encerrada, ou o link pode estar incompleto. Confira o endereço ou abra uma nova sessão.",
    },
    SESSION_EXPIRED: {
      title: "Esta sessão expirou",
      fix: "As sessões terminam após um tempo sem atividade. Abra uma nova para continuar.",
    },
    SESSION_CREATION_ERROR: {
      title: "A sessão não foi aberta",
      fix: "O modelo usado pode estar sobrecarregado no momento. Tente novamente em instantes.",
    },
    INVALID_SESSION: {
      title: "Esta sessão não pode receber isso agora",
      fix: "Ela não está mais aberta ou ainda não está pronta. Abra uma nova sessão e tente por lá.",
    },
    MESSAGES_HISTORY_ERROR: {
      title: "As mensagens anteriores não foram carregadas",
      fix: "Tente novamente. Se continuar acontecendo, fale com o suporte e informe o ID da solicitação.",
      fixWithoutId: "Tente novamente. Se continuar acontecendo, fale com o suporte.",
    },
    MODELS_NOT_FOUND: {
      title: "Este modelo não está disponível para a sua organização",
      fix: "Escolha outro modelo para continuar.",
    },
    TOOLS_NOT_FOUND: {
      title: "Está faltando uma das ferramentas do agente",
      fix: "Ela pode ter sido removida depois de adicionada. Adicione uma ferramenta disponível e tente novamente.",
    },
    CONFIG_NOT_FOUND: {
      title: "O agente não está totalmente configurado",
      fix: "Faltam algumas configurações obrigatórias. Conclua a configuração e tente novamente.",
    },
    UNAUTHORIZED: signIn,
    ABORT_ERROR: cancelled,
    GENERIC_ERROR: {
      title: "Isso não funcionou",
      fix: "O problema está do nosso lado. Tente novamente. Se continuar acontecendo, fale com o suporte e informe o ID da solicitação.",
      fixWithoutId:
        "O problema está do nosso lado. Tente novamente. Se continuar acontecendo, fale com o suporte.",
    },

    badRequest: {
      title: "Não foi possível enviar desta forma",
      fix: "Falta alguma coisa, ou algo está em um formato que não conseguimos ler. Confira os dados informados e tente novamente.",
    },
    unauthorized: signIn,
    forbidden: {
      title: "Você não tem acesso a isto",
      fix: "Ainda falta uma permissão à sua conta ou chave. Peça acesso a quem administra a sua organização.",
    },
    notFound: {
      title: "Não encontramos o que você procura",
      fix: "Pode ter sido excluído ou movido. Confira o endereço ou volte.",
    },
    conflict: {
      title: "Não foi possível salvar",
      fix: "O nome pode já estar em uso, ou outra pessoa fez uma alteração ao mesmo tempo. Recarregue a página para ver a versão mais recente e tente novamente.",
    },
    unprocessable: {
      title: "Parte dos dados não pode ser usada",
      fix: "Confira os valores informados, altere o que não se encaixa e tente novamente.",
    },
    rateLimited: {
      title: "Houve solicitações demais em pouco tempo",
      fix: "Aguarde um momento e tente novamente.",
    },
    clientError: {
      title: "Esta solicitação não foi aceita",
      fix: "Uma nova tentativa não vai mudar isso. Fale com o suporte e informe o ID da solicitação.",
      fixWithoutId: "Uma nova tentativa não vai mudar isso. Fale com o suporte.",
    },
    serverError: {
      title: "Algo falhou do nosso lado",
      fix: "Tente novamente. Se continuar acontecendo, fale com o suporte e informe o ID da solicitação.",
      fixWithoutId: "Tente novamente. Se continuar acontecendo, fale com o suporte.",
    },
    unavailable: {
      title: "O serviço não está disponível no momento",
      fix: "Ele está sobrecarregado ou reiniciando. Tente novamente em instantes.",
    },
    timeout: {
      title: "A resposta não chegou a tempo",
      fix: "O serviço ou a conexão está com lentidão no momento. Tente novamente.",
    },
    network: {
      title: "Não conseguimos acessar o serviço",
      fix: "Confira sua conexão com a internet e tente novamente.",
    },
    aborted: cancelled,
    invalidResponse: {
      title: "Não conseguimos ler a resposta",
      fix: "Esta página pode estar desatualizada. Recarregue-a. Se continuar acontecendo, fale com o suporte.",
    },
    unexpected: {
      title: "Isso não funcionou como deveria",
      fix: "O problema está na própria página, não na sua conexão. Tente novamente. Se continuar acontecendo, recarregue a página ou fale com o suporte.",
    },
  },
  offline: {
    title: "Você está sem conexão",
    fix: "Conecte-se à internet e tente novamente.",
  },
  outdatedPage: {
    title: "Não foi possível carregar esta parte da página",
    fix: "A página pode estar desatualizada. Recarregue-a para continuar.",
  },
  afterSuccess: {
    title: "Isto funcionou, mas a página não conseguiu mostrar",
    fix: "Recarregue a página para ver o resultado. Não é preciso fazer de novo.",
  },
  tooLarge: {
    title: "Não foi possível enviar porque é grande demais",
    fix: "Reduza o conteúdo e tente novamente: com um arquivo menor, menos arquivos ou um texto mais curto.",
  },
  serviceDown: {
    title: "O serviço não está disponível no momento",
    fix: "O que você vê pode não estar atualizado. Talvez as alterações precisem esperar até que ele volte.",
  },
  serviceLimited: {
    title: "O serviço precisa de uma breve pausa",
    fix: "Ele volta a responder em {time}.",
  },
  remedies: {
    retry: "Tentar novamente",
    signIn: "Entrar",
    openSession: "Abrir nova sessão",
    chooseModel: "Escolher outro modelo",
    reattachTools: "Adicionar ferramentas",
    completeConfig: "Concluir configuração",
    requestAccess: "Solicitar acesso",
    reload: "Recarregar",
    goBack: "Voltar",
    contactSupport: "Falar com o suporte",
  },
  strings: {
    requestId: "ID da solicitação",
    copy: "Copiar",
    copied: "Copiado",
    copyByHand: "Texto selecionado. Pressione Ctrl+C ou ⌘C para copiar.",
    copyReport: "Copiar relatório",
    details: "Detalhes para o suporte",
    dismiss: "Fechar",
    dismissAll: "Fechar tudo",
    toasts: "Problemas",
    announcement: "{title}. {fix}",
    repeated: "Aconteceu {count} vezes",
    moreToasts: "Mais {count}",
    unsaved: "Não salvo: {count}",
    lost: "Demais para guardar, perdidos: {count}",
    earlierRequestIds: "IDs de solicitações anteriores",
    retryIn: "Tentar novamente em {time}",
    working: "Em andamento…",
    attempt: "Tentativa {attempt} de {maxAttempts}",
    nextAttemptIn: "próxima em {time}",
    attemptRunning: "tentando agora",
    retryNow: "Tentar agora",
    cancel: "Cancelar",
    offlineNotice:
      "Você está sem conexão. Isto continuará automaticamente quando a conexão voltar.",
    onlineNotice: "A conexão voltou.",
    serviceBack: "O serviço está disponível novamente.",
    fields: {
      code: "Código",
      status: "Status",
      requestId: "ID da solicitação",
      route: "Rota",
      time: "Horário",
      attempts: "Tentativas",
      appVersion: "Versão do aplicativo",
      connection: "Conexão",
    },
  },
});
