/** One page, two people, one after the other: nobody sees, and nobody sends, what is another's. */

import type { Page } from "playwright";
import { describe, type ExpectStatic } from "vitest";
import { fault } from "../server/fault.ts";
import type { TestServer } from "../server/server.ts";
import { test as base } from "./scenario-test.ts";
import { AccountServer, created, inTurn, refused, watchPage } from "./two-people.ts";

const test = base.extend(
  "openPeople",
  ({ openWithApi }) =>
    async (signing: string, expect: ExpectStatic) => {
      const { api, page } = await openWithApi(
        "TwoPeople",
        { variant: signing },
        { exposeHeaders: ["Retry-After"] },
      );
      return { api, page, server: new AccountServer(api, signing), expect };
    },
);

interface Opened {
  api: TestServer;
  page: Page;
  server: AccountServer;
  /** The test's own: those of a file run at once, and a poll belongs to one of them. */
  expect: ExpectStatic;
}

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

const toasts = (page: Page) => page.getByRole("dialog");

/** Whose failure each toast tells of, by the request id that it shows. */
const toasted = async ({ page, server }: Opened) =>
  server.writersOf(await toasts(page).locator("code.recourse-id").allTextContents());

const logged = (page: Page) => page.getByTestId("log").locator("li").allTextContents();

async function load({ page, expect }: Opened): Promise<void> {
  await press(page, "Load");
  await expect.poll(() => page.getByTestId("loaded").textContent()).toBe("success");
}

/** How the app says that Ada has gone. */
const farewells = ["client.clear()", "errorToasts.forget()"] as const;

/** One for each way to sign, in turn: what they do is the same, and a page of a browser takes a second. */
const farewellFor = (index: number) => farewells[index % farewells.length] ?? farewells[0];

/** Where the kit can tell by itself that it is another person. */
const tellable = [
  "an API key",
  "a JWT that refresh renews",
  "a token that is not stored, and identity()",
  "a cookie, and identity()",
] as const;

/** One that a call shows, and one that only the app knows: what differs is how a person is known, not what follows. */
const shownAndNamed = ["an API key", "a token that is not stored, and identity()"] as const;

const untellable = ["a JWT that is not stored", "a token that is not stored", "a cookie"] as const;

/** From here on nothing of Ada's may be seen or sent. */
async function watchForAda({ api, page, server, expect }: Opened) {
  const seen = await watchPage(page);
  const before = api.requests.length;
  return async () => {
    expect(server.requestsOf("ada", before)).toEqual([]);
    expect(secretsIn(await seen(), server)).toEqual([]);
  };
}

/** What only Ada may see, as far as it is there. */
function secretsIn(shown: string, server: AccountServer): string[] {
  return server.secretsOfAda.filter((secret) => shown.includes(secret));
}

/** Bob's own note fails and is sent again: whatever came before it would show beside it. */
async function bobSaves(opened: Opened): Promise<void> {
  const { page, server, expect } = opened;
  server.notes.bob = inTurn(refused, created);
  await press(page, "Save");
  await expect.poll(() => toasted(opened)).toEqual(["bob"]);
  await expect.poll(() => logged(page)).toHaveLength(1);
  await press(page, "Try again");
  await expect.poll(() => toasts(page).count()).toBe(0);
}

const adasThenBobs = [
  ["ada", "of ada"],
  ["bob", "of bob"],
  ["bob", "of bob"],
];

describe.concurrent("Ada's note is refused, she goes, and Bob comes", () => {
  test.for(
    [...tellable, ...untellable].map((signing, index) => [signing, farewellFor(index)] as const),
  )("with %s, told by %s", async ([signing, farewell], { openPeople, expect }) => {
    const opened = await openPeople(signing, expect);
    const { page, server } = opened;
    server.notes.ada = refused;
    await press(page, "Sign in as ada");
    await press(page, "Save");
    await expect.poll(() => toasted(opened)).toEqual(["ada"]);
    expect(await logged(page)).toEqual([expect.stringContaining("/v1/people/ada/notes req_")]);

    await press(page, `Sign out by ${farewell}`);
    const expectNothingOfAda = await watchForAda(opened);
    await press(page, "Sign in as bob");
    await bobSaves(opened);

    expect(server.signed).toEqual(adasThenBobs);
    await expectNothingOfAda();
  });

  test.for(shownAndNamed)(
    "with %s, and is told of by nobody",
    async (signing, { openPeople, expect }) => {
      const opened = await openPeople(signing, expect);
      const { page, server } = opened;
      server.notes.ada = refused;
      await press(page, "Sign in as ada");
      await press(page, "Save");
      await expect.poll(() => toasted(opened)).toEqual(["ada"]);

      await press(page, "Sign in as bob");
      await load(opened);
      const expectNothingOfAda = await watchForAda(opened);
      await bobSaves(opened);

      expect(server.signed).toEqual(adasThenBobs);
      await expectNothingOfAda();
    },
  );

  test.for(shownAndNamed)(
    "with %s, and presses her “Try again” before anything else",
    async (signing, { openPeople, expect }) => {
      const opened = await openPeople(signing, expect);
      const { api, page, server } = opened;
      server.notes.ada = inTurn(refused, created);
      await press(page, "Sign in as ada");
      await press(page, "Save");
      await expect.poll(() => toasted(opened)).toEqual(["ada"]);

      await press(page, "Sign in as bob");
      const before = api.requests.length;
      await press(page, "Try again");
      await expect.poll(() => toasts(page).count()).toBe(0);
      const expectNothingOfAda = await watchForAda(opened);
      await bobSaves(opened);

      expect(server.requestsOf("ada", before)).toEqual([]);
      expect(server.signed).toEqual(adasThenBobs);
      await expectNothingOfAda();
    },
  );
});

const handovers = [
  ["an API key", "client.clear()"],
  ["a cookie", "errorToasts.forget()"],
  ["a token that is not stored, and identity()", "nobody"],
] as const;

/** Ada goes and Bob comes; where nobody tells of it, his first call does. */
async function handOver(opened: Opened, farewell: string): Promise<() => Promise<void>> {
  const { page } = opened;
  await press(page, farewell === "nobody" ? "Let the session end" : `Sign out by ${farewell}`);
  await press(page, "Sign in as bob");
  return watchForAda(opened);
}

/** What Ada's note is answered comes only now. */
async function answerAda(page: Page, answer: { release: () => void }): Promise<void> {
  const answered = page.waitForResponse(/ada\/notes$/);
  answer.release();
  await answered;
}

describe.concurrent("Ada's note is on its way when Bob comes", () => {
  test.for(handovers)(
    "in flight, with %s, told by %s",
    async ([signing, farewell], { openPeople, expect }) => {
      const opened = await openPeople(signing, expect);
      const { page, server } = opened;
      const answer = fault.held(fault.status(503));
      server.notes.ada = answer.reply;
      await page.clock.install();
      await press(page, "Sign in as ada");
      await load(opened);
      await press(page, "Save");
      await expect.poll(() => server.signed).toHaveLength(1);

      const expectNothingOfAda = await handOver(opened, farewell);
      await load(opened);
      await answerAda(page, answer);
      await bobSaves(opened);
      await page.clock.fastForward(60_000);
      await load(opened);

      expect(server.signed).toEqual(adasThenBobs);
      await expectNothingOfAda();
    },
  );

  test.for(handovers)(
    "waiting to be tried again, with %s, told by %s",
    async ([signing, farewell], { openPeople, expect }) => {
      const opened = await openPeople(signing, expect);
      const { page, server } = opened;
      server.notes.ada = inTurn(fault.status(503), created);
      await page.clock.install();
      await press(page, "Sign in as ada");
      await load(opened);
      const answered = page.waitForResponse(
        (response) => response.status() === 503 && response.url().endsWith("/ada/notes"),
      );
      await press(page, "Save");
      await answered;

      const expectNothingOfAda = await handOver(opened, farewell);
      await page.clock.fastForward(60_000);
      await load(opened);
      await bobSaves(opened);

      expect(server.signed).toEqual(adasThenBobs);
      await expectNothingOfAda();
    },
  );

  test.for(handovers)(
    "held by a rate limit, with %s, told by %s",
    async ([signing, farewell], { openPeople, expect }) => {
      const opened = await openPeople(signing, expect);
      const { page, server } = opened;
      await page.clock.install();
      await press(page, "Sign in as ada");
      await load(opened);
      server.profile.ada = fault.rateLimited({ retryAfterSeconds: 4 });
      const limited = page.waitForResponse((response) => response.status() === 429);
      await press(page, "Load");
      await (await limited).finished();
      await press(page, "Save");

      const expectNothingOfAda = await handOver(opened, farewell);
      await press(page, "Load");
      await page.clock.fastForward(10_000);
      await expect.poll(() => page.getByTestId("loaded").textContent()).toBe("success");
      await bobSaves(opened);

      expect(server.signed).toEqual(adasThenBobs.slice(1));
      await expectNothingOfAda();
    },
  );

  test.for([
    ["a JWT that refresh renews", "client.clear()"],
    ["a token that is not stored", "errorToasts.forget()"],
    ["a token that is not stored, and identity()", "nobody"],
  ] as const)(
    "answered with a 401, with %s, told by %s",
    async ([signing, farewell], { openPeople, expect }) => {
      const opened = await openPeople(signing, expect);
      const { api, page, server } = opened;
      const { refresh } = server;
      await press(page, "Sign in as ada");
      await load(opened);
      server.expireTokens();
      const renewal = fault.held(refresh);
      server.refresh = inTurn(renewal.reply, refresh);
      const before = api.requests.length;
      await press(page, "Save");
      await expect
        .poll(() => api.requests.slice(before).map(({ path }) => path))
        .toEqual(["/v1/people/ada/notes", "/v1/refresh"]);

      const expectNothingOfAda = await handOver(opened, farewell);
      const renewed = page.waitForResponse(/refresh$/);
      renewal.release();
      await renewed;
      await load(opened);
      await bobSaves(opened);

      expect(server.signed).toEqual(adasThenBobs);
      await expectNothingOfAda();
    },
  );
});

const goneByWord = [["an API key", "client.clear()"]] as const;

describe.concurrent("Ada's note has not been sent yet when Bob comes", () => {
  test.for([...goneByWord, ["an API key", "nobody"] as const])(
    "since another of hers goes first, with %s, told by %s",
    async ([signing, farewell], { openPeople, expect }) => {
      const opened = await openPeople(signing, expect);
      const { page, server } = opened;
      const first = fault.held(created);
      server.notes.ada = first.reply;
      await press(page, "Sign in as ada");
      await load(opened);
      await press(page, "Save in turn");
      await expect.poll(() => server.signed).toHaveLength(1);
      await press(page, "Save in turn");

      const expectNothingOfAda = await handOver(opened, farewell);
      await load(opened);
      await answerAda(page, first);
      await bobSaves(opened);

      expect(server.signed).toEqual(adasThenBobs);
      await expectNothingOfAda();
    },
  );

  test.for([...goneByWord, ["an API key", "nobody"] as const])(
    "since there was no connection, with %s, told by %s",
    async ([signing, farewell], { openPeople, expect }) => {
      const opened = await openPeople(signing, expect);
      const { page, server } = opened;
      await press(page, "Sign in as ada");
      await load(opened);
      await page.context().setOffline(true);
      await page.waitForFunction(() => !navigator.onLine);
      await press(page, "Save");

      const expectNothingOfAda = await handOver(opened, farewell);
      await page.context().setOffline(false);
      await load(opened);
      await bobSaves(opened);

      expect(server.sent).toEqual(adasThenBobs.slice(1));
      await expectNothingOfAda();
    },
  );
});

describe.concurrent("Ada's note was sent without a hook, and the app makes a toast of its failure", () => {
  test.for([
    ["an API key", "client.clear()"],
    ["a cookie", "errorToasts.forget()"],
    ["an API key", "nobody"],
  ] as const)(
    "in flight, with %s, told by %s",
    async ([signing, farewell], { openPeople, expect }) => {
      const opened = await openPeople(signing, expect);
      const { page, server } = opened;
      const answer = fault.held(refused);
      server.notes.ada = answer.reply;
      await press(page, "Sign in as ada");
      await load(opened);
      await press(page, "Save without a hook");
      await expect.poll(() => server.signed).toHaveLength(1);

      const expectNothingOfAda = await handOver(opened, farewell);
      await load(opened);
      await answerAda(page, answer);
      await bobSaves(opened);

      expect(server.signed).toEqual(adasThenBobs);
      await expectNothingOfAda();
    },
  );

  test.for(farewells)(
    "waiting to be tried again, with a cookie, told by %s",
    async (farewell, { openPeople, expect }) => {
      const opened = await openPeople("a cookie", expect);
      const { page, server } = opened;
      server.notes.ada = inTurn(fault.status(503), created);
      await page.clock.install();
      await press(page, "Sign in as ada");
      const answered = page.waitForResponse(/ada\/notes$/);
      await press(page, "Save without a hook");
      await answered;

      const expectNothingOfAda = await handOver(opened, farewell);
      await page.clock.fastForward(60_000);
      await load(opened);
      await bobSaves(opened);

      expect(server.signed).toEqual(adasThenBobs);
      await expectNothingOfAda();
    },
  );
});

const notSignedIn = "You’re not signed in";

describe.concurrent("Ada comes back, and her unsaved note is still there to be sent", () => {
  test.for([...tellable, "a JWT that is not stored"])(
    "with a new session, by %s, as the call that it was",
    async (signing, { openPeople, expect }) => {
      const opened = await openPeople(signing, expect);
      const { page, server } = opened;
      server.notes.ada = inTurn(refused, created);
      await press(page, "Sign in as ada");
      await press(page, "Save with a key");
      await expect.poll(() => toasted(opened)).toEqual(["ada"]);

      server.expireTokens();
      await press(page, "Sign in as ada");
      await load(opened);
      expect(await toasted(opened)).toEqual(["ada"]);
      await press(page, "Try again");

      await expect.poll(() => toasts(page).count()).toBe(0);
      expect(server.saved).toEqual([["ada", "of ada"]]);
      expect(server.keys).toEqual([expect.stringMatching(/^[0-9a-f]{32}$/)]);
    },
  );

  test.for(shownAndNamed)(
    "after her session has ended, with %s, where nobody can send it",
    async (signing, { openPeople, expect }) => {
      const opened = await openPeople(signing, expect);
      const { api, page, server } = opened;
      server.notes.ada = inTurn(refused, created);
      await press(page, "Sign in as ada");
      await press(page, "Save");
      await expect.poll(() => toasted(opened)).toEqual(["ada"]);

      await press(page, "Let the session end");
      server.expireTokens();
      const before = api.requests.length;
      await press(page, "Try again");
      await toasts(page).getByText(notSignedIn).waitFor();
      expect(await toasts(page).count()).toBe(1);
      expect(api.requests.slice(before)).toEqual([]);

      await press(page, "Sign in as ada");
      await press(page, "Try again");
      await expect.poll(() => toasts(page).count()).toBe(0);
      expect(server.saved).toEqual([["ada", "of ada"]]);
    },
  );

  test.for(["a JWT that refresh renews", "a JWT that is not stored", "a cookie"])(
    "after her session has ended, with %s, where the server says so",
    async (signing, { openPeople, expect }) => {
      const opened = await openPeople(signing, expect);
      const { page, server } = opened;
      await press(page, "Sign in as ada");
      await load(opened);
      const { refresh } = server;
      server.expireTokens();
      server.refresh = fault.error("UNAUTHORIZED");
      server.notes.ada = fault.error("UNAUTHORIZED");
      await press(page, "Save");
      await toasts(page).getByText(notSignedIn).waitFor();
      await press(page, "Try again");
      await toasts(page).getByText("×2").waitFor();

      server.refresh = refresh;
      server.notes.ada = created;
      await press(page, "Sign in as ada");
      // Where no token tells of the sign-in, a press counts once a second.
      await expect
        .poll(async () => {
          const again = page.getByRole("button", { name: "Try again", exact: true });
          if (await again.isVisible()) await again.click();
          return server.saved;
        })
        .toEqual([["ada", "of ada"]]);
      await expect.poll(() => toasts(page).count()).toBe(0);
      expect(server.saved).toEqual([["ada", "of ada"]]);
    },
  );
});
