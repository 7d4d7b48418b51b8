declare global {
  interface Window {
    /** Trusted Types (W3C): what TypeScript's DOM does not know yet. */
    trustedTypes?: {
      createPolicy(name: string, rules: { createScriptURL(url: string): string | null }): unknown;
    };
  }
}

/**
 * Lets this one worker be registered by its address, as MSW does, where a page's policy wants trusted types. Every
 * other script's address, and all HTML and code, stay as forbidden as they were.
 */
export function trustWorker(url: string): void {
  window.trustedTypes?.createPolicy("default", {
    createScriptURL: (asked) => (asked === url ? asked : null),
  });
}
