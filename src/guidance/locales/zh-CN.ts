import { catalogFromWords } from "../catalog-from-words.ts";

const signIn = {
  title: "尚未登录",
  fix: "请重新登录以继续。如果使用的是 API 密钥，请检查它是否仍然有效。",
};

const cancelled = {
  title: "请求已取消",
  fix: "请求在完成之前已停止。无需任何操作。",
};

/** Simplified Chinese as in mainland China. */
export const zhCN = catalogFromWords("zh-CN", {
  entries: {
    SESSION_NOT_FOUND: {
      title: "未找到此会话",
      fix: "会话可能已关闭，或链接不完整。请检查地址，或打开新会话。",
    },
    SESSION_EXPIRED: {
      title: "此会话已过期",
      fix: "会话在一段时间无活动后会结束。请打开新会话以继续。",
    },
    SESSION_CREATION_ERROR: {
      title: "会话未能打开",
      fix: "会话所用的模型目前可能繁忙。请稍后重试。",
    },
    INVALID_SESSION: {
      title: "此会话目前无法处理该操作",
      fix: "会话已关闭，或尚未就绪。请打开新会话，然后重试。",
    },
    MESSAGES_HISTORY_ERROR: {
      title: "未能加载之前的消息",
      fix: "请重试。如果问题仍然存在，请联系支持人员并提供请求 ID。",
      fixWithoutId: "请重试。如果问题仍然存在，请联系支持人员。",
    },
    MODELS_NOT_FOUND: {
      title: "您的组织无法使用此模型",
      fix: "请选择其他模型以继续。",
    },
    TOOLS_NOT_FOUND: {
      title: "智能体缺少一个工具",
      fix: "该工具在添加后可能已被移除。请添加可用的工具，然后重试。",
    },
    CONFIG_NOT_FOUND: {
      title: "智能体尚未完成设置",
      fix: "缺少一些必需的设置。请完成设置，然后重试。",
    },
    UNAUTHORIZED: signIn,
    ABORT_ERROR: cancelled,
    GENERIC_ERROR: {
      title: "操作未成功",
      fix: "问题出在我们这边。请重试。如果问题仍然存在，请联系支持人员并提供请求 ID。",
      fixWithoutId: "问题出在我们这边。请重试。如果问题仍然存在，请联系支持人员。",
    },

    badRequest: {
      title: "当前内容未能发送",
      fix: "缺少某些内容，或其格式无法识别。请检查输入的内容，然后重试。",
    },
    unauthorized: signIn,
    forbidden: {
      title: "您没有访问权限",
      fix: "账号或密钥尚缺少所需的权限。请向管理员申请访问权限。",
    },
    notFound: {
      title: "未找到相关内容",
      fix: "内容可能已被删除或移动。请检查地址，或返回上一页。",
    },
    conflict: {
      title: "未能保存",
      fix: "名称可能已被使用，或有人同时进行了更改。请重新加载以查看最新版本，然后重试。",
    },
    unprocessable: {
      title: "部分内容无法使用",
      fix: "请检查输入的值，修改不合适的内容，然后重试。",
    },
    rateLimited: {
      title: "短时间内的请求过多",
      fix: "请稍等片刻，然后重试。",
    },
    clientError: {
      title: "此请求未被接受",
      fix: "重试也无法解决问题。请联系支持人员并提供请求 ID。",
      fixWithoutId: "重试也无法解决问题。请联系支持人员。",
    },
    serverError: {
      title: "我们这边出现了问题",
      fix: "请重试。如果问题仍然存在，请联系支持人员并提供请求 ID。",
      fixWithoutId: "请重试。如果问题仍然存在，请联系支持人员。",
    },
    unavailable: {
      title: "服务暂时不可用",
      fix: "服务正忙或正在重启。请稍后重试。",
    },
    timeout: {
      title: "未能及时收到响应",
      fix: "服务或网络连接目前较慢。请重试。",
    },
    network: {
      title: "无法连接到服务",
      fix: "请检查网络连接，然后重试。",
    },
    aborted: cancelled,
    invalidResponse: {
      title: "无法读取响应内容",
      fix: "此页面可能已过时。请重新加载页面。如果问题仍然存在，请联系支持人员。",
    },
    unexpected: {
      title: "操作未能按预期完成",
      fix: "问题出在页面本身，与您的网络连接无关。请重试。如果问题仍然存在，请重新加载页面或联系支持人员。",
    },
  },
  offline: {
    title: "当前处于离线状态",
    fix: "请连接网络，然后重试。",
  },
  outdatedPage: {
    title: "页面的这一部分无法加载",
    fix: "页面可能已过期。请重新加载以继续。",
  },
  afterSuccess: {
    title: "操作已完成，但页面未能显示",
    fix: "请重新加载页面查看结果，无需重复操作。",
  },
  tooLarge: {
    title: "内容过大，未能发送",
    fix: "请换用较小的文件、减少文件数量或缩短文字，然后重试。",
  },
  serviceDown: {
    title: "服务暂时不可用",
    fix: "页面内容可能不是最新的。更改可能要等服务恢复后才能保存。",
  },
  serviceLimited: {
    title: "服务暂时不接受请求",
    fix: "将在{time}后恢复。",
  },
  remedies: {
    retry: "重试",
    signIn: "登录",
    openSession: "打开新会话",
    chooseModel: "选择其他模型",
    reattachTools: "添加工具",
    completeConfig: "完成设置",
    requestAccess: "申请访问权限",
    reload: "重新加载",
    goBack: "返回",
    contactSupport: "联系支持人员",
  },
  strings: {
    requestId: "请求 ID",
    copy: "复制",
    copied: "已复制",
    copyByHand: "已选中。请按 Ctrl+C 或 ⌘C 进行复制。",
    copyReport: "复制报告",
    details: "供支持人员参考的详细信息",
    dismiss: "关闭",
    dismissAll: "全部关闭",
    toasts: "问题",
    announcement: "{title}。{fix}",
    repeated: "已发生 {count} 次",
    moreToasts: "还有 {count} 个",
    unsaved: "未保存：{count}",
    lost: "数量过多未能保留：{count}",
    earlierRequestIds: "之前的请求 ID",
    retryIn: "{time}后重试",
    working: "正在处理…",
    attempt: "第 {attempt} 次尝试，共 {maxAttempts} 次",
    nextAttemptIn: "{time}后再次尝试",
    attemptRunning: "正在尝试",
    retryNow: "立即重试",
    cancel: "取消",
    offlineNotice: "当前处于离线状态。连接恢复后将自动继续。",
    onlineNotice: "连接已恢复。",
    serviceBack: "服务已恢复。",
    fields: {
      code: "代码",
      status: "状态",
      requestId: "请求 ID",
      route: "路由",
      time: "时间",
      attempts: "尝试次数",
      appVersion: "应用版本",
      connection: "连接",
    },
  },
});
