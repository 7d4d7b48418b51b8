import { type ApiOptions, apiKey, bearer } from "react-recourse";

/** Who is signed in, and with what. What the app's server calls a cookie travels as a header that the kit knows nothing of. */
export class PersonSession {
  person: string | null = null;
  token: string | null = null;
  cookie: string | null = null;
  /** Each sign-in gives a token that no other has. */
  #signIns = 0;

  signIn(person: string): void {
    this.#signIns += 1;
    this.person = person;
    this.token = jwtOf(person, this.#signIns);
    this.cookie = `cookie-${person}-${this.#signIns}`;
  }

  end(): void {
    this.person = null;
    this.token = null;
    this.cookie = null;
  }
}

type Signing = Pick<ApiOptions, "credentials" | "fetch">;

/** The ways in which an app may know its people. */
const signings: Record<string, (session: PersonSession, apiUrl: string) => Signing> = {
  "an API key": (session) => ({
    credentials: apiKey(() => session.person && `key-${session.person}`),
  }),
  "a JWT that refresh renews": (session, apiUrl) => ({
    credentials: bearer({
      token: () => session.token,
      refresh: async () => {
        const { cookie } = session;
        const token = await askForToken(session, apiUrl);
        // Another session may have begun meanwhile, whose token is not to be lost.
        if (session.cookie === cookie) session.token = token;
        return token;
      },
    }),
  }),
  "a JWT that is not stored": (session, apiUrl) => ({
    credentials: bearer({ token: () => null, refresh: () => askForToken(session, apiUrl) }),
  }),
  "a token that is not stored": (session, apiUrl) => ({
    credentials: bearer({ token: () => null, refresh: () => askForToken(session, apiUrl) }),
  }),
  "a token that is not stored, and identity()": (session, apiUrl) => ({
    credentials: bearer({
      token: () => null,
      refresh: () => askForToken(session, apiUrl),
      identity: () => session.person,
    }),
  }),
  "a cookie": (session) => ({ fetch: fetchWithCookie(session) }),
  "a cookie, and identity()": (session) => ({
    fetch: fetchWithCookie(session),
    credentials: { headers: async () => ({}), identity: () => session.person },
  }),
};

/** @throws Error for a way that no app here has */
export function signingOf(variant: string, session: PersonSession, apiUrl: string): Signing {
  const sign = signings[variant];
  if (!sign) throw new Error(`no app here signs with ${JSON.stringify(variant)}`);
  return sign(session, apiUrl);
}

function jwtOf(person: string, signIn: number): string {
  const part = (claims: object) => btoa(JSON.stringify(claims)).replaceAll("=", "");
  const payload = { iss: "https://id.example", sub: person, jti: `${signIn}` };
  return `${part({ alg: "none" })}.${part(payload)}.`;
}

const cookieHeader = "x-cookie";

function fetchWithCookie(session: PersonSession): typeof fetch {
  return (input, init) => {
    const headers = new Headers(init?.headers);
    if (session.cookie !== null) headers.set(cookieHeader, session.cookie);
    return fetch(input, { ...init, headers });
  };
}

async function askForToken(session: PersonSession, apiUrl: string): Promise<string> {
  const ask = fetchWithCookie(session);
  const answer = await ask(`${apiUrl}/v1/refresh`, { method: "POST" });
  if (!answer.ok) throw Object.assign(new Error("No session to renew."), { status: answer.status });
  const { token } = await answer.json();
  return token;
}
