import { catalogFromWords } from "../catalog-from-words.ts";

const signIn = {
  title: "サインインしていません",
  fix: "続けるには、もう一度サインインしてください。API キーをお使いの場合は、まだ有効かどうかを確認してください。",
};

const cancelled = {
  title: "リクエストはキャンセルされました",
  fix: "完了する前に中止されました。必要な操作はありません。",
};

/** Japanese, in the polite form. */
export const ja = catalogFromWords("ja", {
  entries: {
    SESSION_NOT_FOUND: {
      title: "このセッションが見つかりません",
      fix: "終了したか、リンクが不完全な可能性があります。アドレスを確認するか、新しいセッションを開いてください。",
    },
    SESSION_EXPIRED: {
      title: "このセッションの有効期限が切れました",
      fix: "セッションは、しばらく操作がないと終了します。続けるには、新しいセッションを開いてください。",
    },
    SESSION_CREATION_ERROR: {
      title: "セッションを開けませんでした",
      fix: "使用するモデルが混み合っている可能性があります。しばらくしてから、もう一度お試しください。",
    },
    INVALID_SESSION: {
      title: "このセッションでは今この操作を行えません",
      fix: "すでに終了しているか、まだ準備ができていません。新しいセッションを開いて、もう一度お試しください。",
    },
    MESSAGES_HISTORY_ERROR: {
      title: "以前のメッセージを読み込めませんでした",
      fix: "もう一度お試しください。問題が続く場合は、リクエスト ID を添えてサポートにお問い合わせください。",
      fixWithoutId: "もう一度お試しください。問題が続く場合は、サポートにお問い合わせください。",
    },
    MODELS_NOT_FOUND: {
      title: "このモデルはお使いの組織では利用できません",
      fix: "続けるには、別のモデルを選択してください。",
    },
    TOOLS_NOT_FOUND: {
      title: "エージェントのツールの 1 つが見つかりません",
      fix: "追加した後に削除された可能性があります。利用できるツールを追加してから、もう一度お試しください。",
    },
    CONFIG_NOT_FOUND: {
      title: "エージェントの設定が完了していません",
      fix: "必要な設定の一部が不足しています。設定を完了してから、もう一度お試しください。",
    },
    UNAUTHORIZED: signIn,
    ABORT_ERROR: cancelled,
    GENERIC_ERROR: {
      title: "処理を完了できませんでした",
      fix: "問題はサービス側にあります。もう一度お試しください。問題が続く場合は、リクエスト ID を添えてサポートにお問い合わせください。",
      fixWithoutId:
        "問題はサービス側にあります。もう一度お試しください。問題が続く場合は、サポートにお問い合わせください。",
    },

    badRequest: {
      title: "このままでは送信できませんでした",
      fix: "不足している項目か、読み取れない形式の項目があります。入力内容を確認してから、もう一度お試しください。",
    },
    unauthorized: signIn,
    forbidden: {
      title: "この内容へのアクセス権がありません",
      fix: "お使いのアカウントまたはキーに、必要な権限がまだありません。管理者にアクセス権を依頼してください。",
    },
    notFound: {
      title: "お探しのものが見つかりません",
      fix: "削除されたか、移動された可能性があります。アドレスを確認するか、前のページに戻ってください。",
    },
    conflict: {
      title: "保存できませんでした",
      fix: "名前がすでに使われているか、ほかのユーザーが同時に変更した可能性があります。再読み込みして最新の内容を確認してから、もう一度お試しください。",
    },
    unprocessable: {
      title: "使用できない値が含まれています",
      fix: "入力した値を確認し、合わないものを変更してから、もう一度お試しください。",
    },
    rateLimited: {
      title: "短時間に多くのリクエストが送信されました",
      fix: "少し待ってから、もう一度お試しください。",
    },
    clientError: {
      title: "このリクエストは受け付けられませんでした",
      fix: "再試行しても結果は変わりません。リクエスト ID を添えてサポートにお問い合わせください。",
      fixWithoutId: "再試行しても結果は変わりません。サポートにお問い合わせください。",
    },
    serverError: {
      title: "サービス側で問題が発生しました",
      fix: "もう一度お試しください。問題が続く場合は、リクエスト ID を添えてサポートにお問い合わせください。",
      fixWithoutId: "もう一度お試しください。問題が続く場合は、サポートにお問い合わせください。",
    },
    unavailable: {
      title: "サービスは現在ご利用いただけません",
      fix: "混み合っているか、再起動中です。しばらくしてから、もう一度お試しください。",
    },
    timeout: {
      title: "時間内に応答がありませんでした",
      fix: "サービスまたは接続の速度が低下しています。もう一度お試しください。",
    },
    network: {
      title: "サービスに接続できませんでした",
      fix: "インターネット接続を確認してから、もう一度お試しください。",
    },
    aborted: cancelled,
    invalidResponse: {
      title: "応答を読み取れませんでした",
      fix: "このページが古くなっている可能性があります。再読み込みしてください。問題が続く場合は、サポートにお問い合わせください。",
    },
    unexpected: {
      title: "正常に処理できませんでした",
      fix: "原因はこのページ自体にあり、お使いの接続ではありません。もう一度お試しください。問題が続く場合は、ページを再読み込みするか、サポートにお問い合わせください。",
    },
  },
  offline: {
    title: "オフラインです",
    fix: "インターネットに接続してから、もう一度お試しください。",
  },
  outdatedPage: {
    title: "ページのこの部分を読み込めませんでした",
    fix: "ページが古くなっている可能性があります。再読み込みしてください。",
  },
  afterSuccess: {
    title: "処理は完了しましたが、ページに表示できませんでした",
    fix: "ページを再読み込みして結果を確認してください。もう一度行う必要はありません。",
  },
  tooLarge: {
    title: "サイズが大きすぎるため、送信できませんでした",
    fix: "ファイルを小さくする、数を減らす、文章を短くするなどしてから、もう一度お試しください。",
  },
  serviceDown: {
    title: "サービスは現在ご利用いただけません",
    fix: "表示内容が最新でない可能性があります。変更は、復旧するまで保存できないことがあります。",
  },
  serviceLimited: {
    title: "サービスは一時的にリクエストを受け付けていません",
    fix: "{time}後に再開します。",
  },
  remedies: {
    retry: "再試行",
    signIn: "サインイン",
    openSession: "新しいセッションを開く",
    chooseModel: "別のモデルを選択",
    reattachTools: "ツールを追加",
    completeConfig: "設定を完了",
    requestAccess: "アクセス権をリクエスト",
    reload: "再読み込み",
    goBack: "戻る",
    contactSupport: "サポートに問い合わせる",
  },
  strings: {
    requestId: "リクエスト ID",
    copy: "コピー",
    copied: "コピーしました",
    copyByHand: "選択しました。Ctrl+C または ⌘C を押してコピーしてください。",
    copyReport: "レポートをコピー",
    details: "サポート用の詳細",
    dismiss: "閉じる",
    dismissAll: "すべて閉じる",
    toasts: "問題",
    announcement: "{title}。{fix}",
    repeated: "{count} 回発生",
    moreToasts: "ほか {count} 件",
    unsaved: "未保存: {count} 件",
    lost: "保持できず失われたもの: {count} 件",
    earlierRequestIds: "以前のリクエスト ID",
    retryIn: "{time}後に再試行",
    working: "処理中…",
    attempt: "{maxAttempts} 回中 {attempt} 回目の試行",
    nextAttemptIn: "次は {time}後",
    attemptRunning: "試行中",
    retryNow: "今すぐ再試行",
    cancel: "キャンセル",
    offlineNotice: "オフラインです。接続が回復すると自動的に続行します。",
    onlineNotice: "接続が回復しました。",
    serviceBack: "サービスが再び利用できるようになりました。",
    fields: {
      code: "コード",
      status: "ステータス",
      requestId: "リクエスト ID",
      route: "ルート",
      time: "時刻",
      attempts: "試行回数",
      appVersion: "アプリのバージョン",
      connection: "接続",
    },
  },
});
