/** “Try again” on a toast sends everything that failed: each thing once, in order, as it was, and nothing out of date. */

import { type QueryClient, useMutation } from "@tanstack/react-query";
import { act, renderHook, screen } from "@testing-library/react";
import { useState } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ApiError } from "../../src/error/api-error.ts";
import type { Api } from "../../src/fetcher/api.ts";
import { apiKey } from "../../src/fetcher/credentials.ts";
import { useApiMutation } from "../../src/query/useApiMutation.ts";
import { createErrorToasts } from "../../src/toasts/create-error-toasts.ts";
import { errorToasts, toastError } from "../../src/toasts/mounted-toasts.ts";
import { failureOf, json, pending } from "../fetcher/fake-fetch.ts";
import {
  fail,
  page,
  toasts,
  tryAgain,
  type Wrapper,
  type Write,
  world,
  write,
} from "./failing-writes.tsx";
import { pass } from "./under-provider.tsx";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  errorToasts.clear();
});

describe("What failed is all sent again, in order", () => {
  it.each<[string, Write[], string[]]>([
    [
      "two PATCHes of two members",
      [write("PATCH", { body: { name: "a" } }), write("PATCH", { body: { email: "b" } })],
      ['PATCH /v1/items/1 {"name":"a"}', 'PATCH /v1/items/1 {"email":"b"}'],
    ],
    [
      "two PATCHes of one member, so that the newer wins",
      [write("PATCH", { body: { name: "a" } }), write("PATCH", { body: { name: "b" } })],
      ['PATCH /v1/items/1 {"name":"a"}', 'PATCH /v1/items/1 {"name":"b"}'],
    ],
    [
      "a PATCH that was set back, at its later place",
      [
        write("PATCH", { body: { name: "a" } }),
        write("PATCH", { body: { name: "b" } }),
        write("PATCH", { body: { name: "a" } }),
      ],
      ['PATCH /v1/items/1 {"name":"b"}', 'PATCH /v1/items/1 {"name":"a"}'],
    ],
    [
      "DELETEs by query",
      [write("DELETE", { query: { v: 1 } }), write("DELETE", { query: { v: 2 } })],
      ["DELETE /v1/items/1?v=1", "DELETE /v1/items/1?v=2"],
    ],
    [
      "PUTs by query",
      [write("PUT", { query: { s: "a" } }), write("PUT", { query: { s: "b" } })],
      ["PUT /v1/items/1?s=a", "PUT /v1/items/1?s=b"],
    ],
    [
      "of PUTs to one URL the newest",
      [write("PUT", { body: 1 }), write("PUT", { body: 2 }), write("PUT", { body: 3 })],
      ["PUT /v1/items/1 3"],
    ],
    [
      "equal DELETEs once",
      [write("DELETE"), write("DELETE"), write("DELETE", {}, 2)],
      ["DELETE /v1/items/1", "DELETE /v1/items/2"],
    ],
    [
      "POSTs that differ, an equal one once",
      [write("POST", { body: 1 }), write("POST", { body: 2 }), write("POST", { body: 1 })],
      ["POST /v1/items/1 2", "POST /v1/items/1 1"],
    ],
  ])("%s", async (_, writes, expected) => {
    const { api, server, whatOf } = world();
    const { write: begin } = page(api);
    await begin(...writes);
    expect(toasts()).toHaveLength(1);
    server.isUp = true;
    await tryAgain();
    expect(whatOf(writes.length)).toEqual(expected);
    expect(toasts()).toHaveLength(0);
  });

  it("what an app's own mutation took from its render, each as it was then", async () => {
    const { api, server, whatOf } = world();
    const { wrapper } = page(api);
    const useNote = ({ draft }: { draft: string }) =>
      useMutation({
        mutationFn: () => api.request("POST /v1/notes", { body: draft }),
        meta: { errorToast: true },
      });
    const note = renderHook(useNote, { wrapper, initialProps: { draft: "one" } });
    act(() => note.result.current.mutate());
    await pass(10);
    note.rerender({ draft: "two" });
    act(() => note.result.current.mutate());
    await pass(10);
    server.isUp = true;
    await tryAgain();
    expect(whatOf(2)).toEqual(['POST /v1/notes "one"', 'POST /v1/notes "two"']);
  });

  it("as it was begun, though the app has changed the same object for the next", async () => {
    const { api, server, whatOf } = world();
    const { wrapper } = page(api);
    const { result } = renderHook(() => useApiMutation("POST /v1/notes"), { wrapper });
    const body = { text: "one" };
    act(() => result.current.mutate({ body }));
    await pass(10);
    body.text = "two";
    act(() => result.current.mutate({ body }));
    await pass(10);
    server.isUp = true;
    await tryAgain();
    expect(whatOf(2)).toEqual(['POST /v1/notes {"text":"one"}', 'POST /v1/notes {"text":"two"}']);
  });

  it("to every API that it was meant for", async () => {
    const [eu, us] = [
      world({ baseUrl: "https://eu.example" }),
      world({ baseUrl: "https://us.example" }),
    ];
    const order = write("POST", { body: { item: 1 } });
    await page(eu.api).write(order, { ...order, api: us.api });
    expect(toasts()).toHaveLength(2);
    for (const { server } of [eu, us]) server.isUp = true;
    await tryAgain();
    expect([eu, us].map(({ whatOf }) => whatOf(1))).toEqual([
      ['POST /v1/items/1 {"item":1}'],
      ['POST /v1/items/1 {"item":1}'],
    ]);
    expect(toasts()).toHaveLength(0);
  });

  it("in the order in which it was begun, however late it failed", async () => {
    const slow = pending<Response>();
    const { api, server, whatOf } = world();
    const { write: begin } = page(api);
    const { failWith } = server;
    server.failWith = () => slow.promise;
    await begin(write("PATCH", { body: { name: "a" } }));
    server.failWith = failWith;
    await begin(write("PATCH", { body: { name: "b" } }));
    slow.resolve(fail(99));
    await pass(10);
    server.isUp = true;
    await tryAgain();
    expect(whatOf(2)).toEqual(['PATCH /v1/items/1 {"name":"a"}', 'PATCH /v1/items/1 {"name":"b"}']);
  });

  it("and an older PUT that fails late does not take the newer one's place", async () => {
    const slow = pending<Response>();
    const { api, server, whatOf } = world();
    const { write: begin } = page(api);
    const { failWith } = server;
    server.failWith = () => slow.promise;
    await begin(write("PUT", { body: "old" }));
    server.failWith = failWith;
    await begin(write("PUT", { body: "new" }));
    slow.resolve(fail(99));
    await pass(10);
    server.isUp = true;
    await tryAgain();
    expect(whatOf(2)).toEqual(['PUT /v1/items/1 "new"']);
  });

  it("from one toast, where two failures of equal writes differ: the newest stands for both", async () => {
    const { api, server, whatOf } = world();
    const { write: begin } = page(api);
    await begin(write("POST", { body: 1 }), write("POST", { body: 2 }));
    server.failWith = () => fail(9, "OTHER");
    await begin(write("POST", { body: 1 }));
    expect(toasts()).toHaveLength(2);
    server.isUp = true;
    await tryAgain("oldest first");
    expect(whatOf(3)).toEqual(["POST /v1/items/1 2", "POST /v1/items/1 1"]);
    expect(toasts()).toHaveLength(0);
  });

  it("of two clients too, each counting its own, so that the newest PUT is sent", async () => {
    const { api, server, whatOf } = world();
    const toasts = createErrorToasts();
    const [first, second] = [page(api, undefined, toasts), page(api, undefined, toasts)];
    await first.write(write("POST", { body: 0 }), write("PUT", { body: "old" }));
    await second.write(write("PUT", { body: "new" }));
    server.isUp = true;
    await tryAgain();
    expect(whatOf(3)).toContain('PUT /v1/items/1 "new"');
    expect(whatOf(3)).not.toContain('PUT /v1/items/1 "old"');
  });

  it("of one scope, after what is under way there", async () => {
    const { api, server, whatOf } = world();
    const { wrapper } = page(api);
    const { result } = renderHook(
      () => useApiMutation("POST /v1/items", {}, { scope: { id: "items" } }),
      { wrapper },
    );
    act(() => result.current.mutate({ body: 1 }));
    await pass(10);
    const slow = pending<Response>();
    server.failWith = () => slow.promise;
    act(() => result.current.mutate({ body: 2 }));
    await pass(10);
    server.isUp = true;
    await tryAgain();
    expect(whatOf()).toEqual(["POST /v1/items 1", "POST /v1/items 2"]);
    slow.resolve(json({ ok: true }));
    await pass(10);
    expect(whatOf(2)).toEqual(["POST /v1/items 1"]);
    expect(toasts()).toHaveLength(0);
  });

  it("and what somebody calls off meanwhile is no failure", async () => {
    page(world().api);
    errorToasts.clearLog();
    const retry = () => Promise.reject(new DOMException("gone", "AbortError"));
    act(() => toastError(new Error("m"), { retry }));
    await pass(10);
    await tryAgain();
    expect(toasts()).toHaveLength(1);
    expect(errorToasts.logged()).toMatchObject([{ count: 1 }]);
  });

  it("and the toast says how many are still unsaved", async () => {
    const { api, server } = world();
    const { write: begin } = page(api);
    await begin(...[1, 2, 3].map((body) => write("POST", { body })));
    const unsaved = () =>
      errorToasts.open().map(({ fingerprint }) => errorToasts.entryOf(fingerprint)?.unsaved);
    server.isUp = true;
    await begin(write("POST", { body: 1 }));
    expect(unsaved()).toEqual([2]);
    const slow = pending<Response>();
    const answers = [json({ ok: true })];
    server.isUp = false;
    server.failWith = () => answers.shift() ?? slow.promise;
    await tryAgain();
    expect(unsaved()).toEqual([1]);
    slow.resolve(json({ ok: true }));
    await pass(10);
    expect(unsaved()).toEqual([]);
  });

  it("once, however often it is pressed meanwhile", async () => {
    const { api, server, whatOf } = world();
    await page(api).write(write("POST", { body: 1 }));
    server.isUp = true;
    const button = screen.getByRole("button", { name: "Try again" });
    await act(async () => {
      button.click();
      button.click();
    });
    await pass(50);
    expect(whatOf(1)).toEqual(["POST /v1/items/1 1"]);
  });
});

describe("However odd or many what failed is", () => {
  const cycle: { self?: unknown } = {};
  cycle.self = cycle;
  let deep: unknown = 1;
  for (let level = 0; level < 20_000; level += 1) deep = [deep];

  it.each<[string, unknown]>([
    ["a BigInt", { id: 1n }],
    ["a cycle", cycle],
    ["20,000 levels", deep],
    [
      "what throws where it is read",
      {
        get body() {
          throw new Error("no");
        },
      },
    ],
  ])("variables with %s make a toast", async (_, variables) => {
    const { api } = world();
    const { wrapper } = page(api);
    const mutationFn = () =>
      Promise.reject(
        new ApiError({ code: "X", kind: "conflict", message: "", method: "POST", path: "/v1/x" }),
      );
    const { result } = renderHook(
      () => useMutation<unknown, Error, unknown>({ mutationFn, meta: { errorToast: true } }),
      { wrapper },
    );
    act(() => result.current.mutate(variables));
    await pass(10);
    expect(toasts()).toHaveLength(1);
    expect(screen.getByRole("button", { name: "Try again", hidden: true })).toBeInTheDocument();
  });

  it("of 200 autosaves the newest 50 are kept and sent, and the toast names the others", async () => {
    const { api, server, whatOf } = world();
    const { wrapper } = page(api);
    const { result } = renderHook(() => useApiMutation("POST /v1/drafts"), { wrapper });
    await act(async () => {
      for (let draft = 1; draft <= 200; draft += 1) result.current.mutate({ body: { draft } });
    });
    await pass(100);
    expect(toasts()[0]).toHaveTextContent("Not saved: 50");
    expect(toasts()[0]).toHaveTextContent("Too many to keep, and lost: 150");
    server.isUp = true;
    await tryAgain();
    await pass(1_000);
    expect(whatOf(200)).toHaveLength(50);
    expect(whatOf(200).at(-1)).toBe('POST /v1/drafts {"draft":200}');
  });
});

describe("What a later success has overtaken is never sent over it", () => {
  it.each<[string, Write, Write]>([
    ["a PUT, by another PUT", write("PUT", { body: "old" }), write("PUT", { body: "new" })],
    [
      "a PATCH, by one of the same member",
      write("PATCH", { body: { name: "old" } }),
      write("PATCH", { body: { name: "new" } }),
    ],
    ["a POST, by its equal", write("POST", { body: 1 }), write("POST", { body: 1 })],
    ["a DELETE, by its equal", write("DELETE"), write("DELETE")],
  ])("%s, and its toast goes", async (_, failure, success) => {
    const { api, server, sent } = world();
    const { write: begin } = page(api);
    await begin(failure);
    expect(toasts()).toHaveLength(1);
    server.isUp = true;
    await begin(success);
    expect(toasts()).toHaveLength(0);
    await tryAgain();
    expect(sent).toHaveLength(2);
  });

  it.each<[string, Write, Write, string[]]>([
    [
      "a PATCH of another member",
      write("PATCH", { body: { name: "a" } }),
      write("PATCH", { body: { email: "b" } }),
      ['PATCH /v1/items/1 {"name":"a"}'],
    ],
    [
      "a PUT of another item",
      write("PUT", { body: 1 }),
      write("PUT", {}, 2),
      ["PUT /v1/items/1 1"],
    ],
    [
      "a POST with another body",
      write("POST", { body: 1 }),
      write("POST", { body: 2 }),
      ["POST /v1/items/1 1"],
    ],
  ])("but not by %s", async (_, failure, success, expected) => {
    const { api, server, whatOf } = world();
    const { write: begin } = page(api);
    await begin(failure);
    server.isUp = true;
    await begin(success);
    await tryAgain();
    expect(whatOf(2)).toEqual(expected);
  });

  it("also where it fails only after the later one has succeeded: it shows, without a button", async () => {
    const slow = pending<Response>();
    const { api, server, sent } = world();
    const { write: begin } = page(api);
    server.failWith = () => slow.promise;
    await begin(write("PUT", { body: "old" }));
    server.isUp = true;
    await begin(write("PUT", { body: "new" }));
    slow.resolve(fail(99));
    await pass(10);
    expect(toasts()).toHaveLength(1);
    expect(screen.queryByRole("button", { name: "Try again" })).toBeNull();
    expect(sent).toHaveLength(2);
  });

  it("by its equal, also where that is a mutation of the app's own", async () => {
    const { api, server, sent } = world();
    const { wrapper } = page(api);
    const useNote = () =>
      useMutation({
        mutationFn: (body: number) => api.request("POST /v1/notes", { body }),
        meta: { errorToast: true },
      });
    const { result } = renderHook(useNote, { wrapper });
    act(() => result.current.mutate(1));
    await pass(10);
    act(() => result.current.mutate(2));
    await pass(10);
    server.isUp = true;
    act(() => result.current.mutate(1));
    await pass(10);
    await tryAgain();
    expect(sent.map(({ what }) => what)).toEqual(
      [1, 2, 1, 2].map((body) => `POST /v1/notes ${body}`),
    );
  });

  it("nor before it is known whether a later one that is under way will", async () => {
    const { api, server, whatOf } = world();
    const { write: begin } = page(api);
    await begin(write("PUT", { body: "old" }), write("PUT", { body: "other" }, 2));
    const slow = pending<Response>();
    server.failWith = () => slow.promise;
    await begin(write("PUT", { body: "new" }));
    server.isUp = true;
    await tryAgain();
    expect(whatOf(3)).toEqual([]);
    slow.resolve(json({ ok: true }));
    await pass(10);
    expect(whatOf(3)).toEqual(['PUT /v1/items/2 "other"']);
    expect(toasts()).toHaveLength(0);
  });

  it("and where the later one fails too, that is what is left to be sent", async () => {
    const { api, server, whatOf } = world();
    const { write: begin } = page(api);
    await begin(write("PUT", { body: "old" }));
    const slow = pending<Response>();
    server.failWith = () => slow.promise;
    await begin(write("PUT", { body: "new" }));
    await tryAgain();
    slow.resolve(fail(9));
    await pass(10);
    server.isUp = true;
    await tryAgain();
    expect(whatOf(2)).toEqual(['PUT /v1/items/1 "new"']);
    expect(toasts()).toHaveLength(0);
  });

  it("nor what is saved already, where only what follows it has failed", async () => {
    const { api, server, whatOf } = world();
    const { wrapper } = page(api);
    const onSuccess = () => api.request("GET /v1/items");
    const { result } = renderHook(() => useApiMutation("POST /v1/items", {}, { onSuccess }), {
      wrapper,
    });
    const answers = [json({ ok: true })];
    server.failWith = () => answers.shift() ?? fail(9);
    act(() => result.current.mutate({ body: 1 }));
    await pass(10);
    expect(toasts()).toHaveLength(1);
    await tryAgain();
    expect(screen.queryByRole("button", { name: "Try again" })).toBeNull();
    expect(whatOf()).toEqual(["POST /v1/items 1", "GET /v1/items"]);
  });

  it("nor what a retry has saved, where only what follows it has failed", async () => {
    const { api, server, whatOf } = world();
    const { wrapper } = page(api);
    const onSuccess = () => api.request("GET /v1/items");
    const { result } = renderHook(() => useApiMutation("POST /v1/items", {}, { onSuccess }), {
      wrapper,
    });
    act(() => result.current.mutate({ body: 1 }));
    await pass(10);
    const answers = [json({ ok: true })];
    server.failWith = () => answers.shift() ?? fail(9);
    await tryAgain();
    await tryAgain();
    expect(whatOf(1)).toEqual(["POST /v1/items 1", "GET /v1/items"]);
    expect(toasts()).toHaveLength(1);
  });

  it("but what never went out, as what comes before it has failed, is sent", async () => {
    const { api, server, whatOf } = world();
    const { wrapper } = page(api);
    const onMutate = () => api.request("GET /v1/check");
    const { result } = renderHook(() => useApiMutation("POST /v1/items", {}, { onMutate }), {
      wrapper,
    });
    act(() => result.current.mutate({ body: 1 }));
    await pass(10);
    server.isUp = true;
    await tryAgain();
    expect(whatOf(1)).toEqual(["GET /v1/check", "POST /v1/items 1"]);
    expect(toasts()).toHaveLength(0);
  });

  it("and an earlier one that succeeds late overtakes nothing", async () => {
    const slow = pending<Response>();
    const { api, server, whatOf } = world();
    const { write: begin } = page(api);
    const { failWith } = server;
    server.failWith = () => slow.promise;
    await begin(write("PUT", { body: "old" }));
    server.failWith = failWith;
    await begin(write("PUT", { body: "new" }));
    slow.resolve(json({ ok: true }));
    await pass(10);
    server.isUp = true;
    await tryAgain();
    expect(whatOf(2)).toEqual(['PUT /v1/items/1 "new"']);
  });
});

describe("It is the same call that is sent again", () => {
  it("with the same idempotency key, press after press", async () => {
    const { api, sent, server } = world();
    server.failWith = () => {
      throw new TypeError("Failed to fetch");
    };
    const { wrapper } = page(api);
    const book = renderHook(() => useApiMutation("POST /v1/bookings", { idempotencyKey: true }), {
      wrapper,
    });
    book.result.current.mutate();
    await pass(10);
    await tryAgain();
    server.isUp = true;
    await tryAgain();
    const keys = sent.map(({ key }) => key);
    expect(keys).toHaveLength(3);
    expect(new Set(keys).size).toBe(1);
    expect(keys[0]).toMatch(/^[0-9a-f]{32}$/);
    book.result.current.mutate();
    await pass(10);
    expect(sent[3]?.key).not.toBe(keys[0]);
  });

  it("and the hook that failed follows it: pending, its data, its callbacks and the call's", async () => {
    const { api, server } = world();
    const { wrapper } = page(api);
    const [onMutate, onSuccess, ofCall] = [vi.fn(() => "rolled back"), vi.fn(), vi.fn()];
    const { result } = renderHook(
      () => useApiMutation("POST /v1/items", {}, { onMutate, onSuccess }),
      { wrapper },
    );
    act(() => result.current.mutate({ body: 1 }, { onSuccess: ofCall }));
    await pass(10);
    expect(result.current.status).toBe("error");
    const slow = pending<Response>();
    server.failWith = () => slow.promise;
    await tryAgain();
    expect(result.current).toMatchObject({ status: "pending", variables: { body: 1 } });
    slow.resolve(json("stored"));
    await pass(10);
    expect(result.current).toMatchObject({ status: "success", data: "stored" });
    expect(onMutate).toHaveBeenCalledTimes(2);
    expect(onSuccess.mock.calls[0]?.slice(0, 3)).toEqual(["stored", { body: 1 }, "rolled back"]);
    expect(ofCall).toHaveBeenCalledTimes(1);
  });

  it("but not where the hook has begun another: then its own state stays", async () => {
    const { api, server } = world();
    const { wrapper } = page(api);
    const [onSuccess, ofCall] = [vi.fn(), vi.fn()];
    const { result } = renderHook(() => useApiMutation("POST /v1/items", {}, { onSuccess }), {
      wrapper,
    });
    act(() => result.current.mutate({ body: 1 }, { onSuccess: ofCall }));
    await pass(10);
    server.isUp = true;
    act(() => result.current.mutate({ body: 2 }));
    await pass(10);
    await tryAgain();
    expect(result.current.variables).toEqual({ body: 2 });
    expect(onSuccess.mock.calls.map(([, variables]) => variables)).toEqual([
      { body: 2 },
      { body: 1 },
    ]);
    expect(ofCall).not.toHaveBeenCalled();
  });

  it("also where its component is gone and the mutation was collected", async () => {
    const { api, server, whatOf } = world();
    const { client, wrapper } = page(api);
    client.setDefaultOptions({ mutations: { gcTime: 0 } });
    const onSuccess = vi.fn();
    const { result, unmount } = renderHook(
      () => useApiMutation("POST /v1/items", {}, { onSuccess }),
      { wrapper },
    );
    act(() => result.current.mutate({ body: 1 }));
    await pass(10);
    unmount();
    await pass(1_000);
    expect(client.getMutationCache().getAll()).toHaveLength(0);
    server.isUp = true;
    await tryAgain();
    expect(whatOf(1)).toEqual(["POST /v1/items 1"]);
    expect(onSuccess).toHaveBeenCalledTimes(1);
    expect(client.getMutationCache().getAll()).toHaveLength(0);
  });

  it("and it stays in sight, with the reason, where nobody is signed in", async () => {
    const app: { key: string | null } = { key: "ada" };
    const { api, server, sent } = world({ credentials: apiKey(() => app.key) });
    await page(api).write(write("POST", { body: 1 }));
    app.key = null;
    server.isUp = true;
    await tryAgain();
    expect(sent).toHaveLength(1);
    expect(toasts()).toHaveLength(1);
    expect(toasts()[0]).toHaveTextContent("signed in");
    app.key = "ada";
    await tryAgain();
    expect(sent.map(({ signed }) => signed)).toEqual(["ada", "ada"]);
    expect(toasts()).toHaveLength(0);
  });
});

function Log() {
  const [, render] = useState(0);
  return (
    <button type="button" onClick={() => render((times) => times + 1)}>
      {errorToasts.logged().map(({ error }) => `${error.route} ${error.requestId}`)}
    </button>
  );
}

describe("When a person signs out, nothing of theirs is left", () => {
  const signed = () => {
    const app: { key: string | null } = { key: "ada" };
    const made = world({ credentials: apiKey(() => app.key) });
    return { app, ...made, ...page(made.api, <Log />) };
  };

  const expectNothing = () => {
    expect(toasts()).toHaveLength(0);
    expect(errorToasts.logged()).toEqual([]);
    expect(screen.queryByRole("button", { name: "Try again" })).toBeNull();
  };

  it.each<[string, (client: QueryClient) => void]>([
    ["client.clear()", (client) => client.clear()],
    ["errorToasts.forget()", () => errorToasts.forget()],
  ])("by %s", async (_, signOut) => {
    const { client, write: begin, sent } = signed();
    await begin(write("POST", { body: "of ada" }));
    expect(toasts()).toHaveLength(1);
    act(() => signOut(client));
    expectNothing();
    await tryAgain();
    expect(sent).toHaveLength(1);
  });

  it("by another person's first call", async () => {
    const { app, write: begin, server, sent } = signed();
    await begin(write("POST", { body: "of ada" }));
    app.key = "bob";
    server.isUp = true;
    await begin(write("POST", { body: "of bob" }));
    expectNothing();
    expect(sent.map(({ signed, what }) => [signed, what])).toEqual([
      ["ada", 'POST /v1/items/1 "of ada"'],
      ["bob", 'POST /v1/items/1 "of bob"'],
    ]);
  });

  it("by another person's press on “Try again”, which sends nothing", async () => {
    const { app, write: begin, server, sent } = signed();
    await begin(write("POST", { body: "of ada" }));
    app.key = "bob";
    server.isUp = true;
    await tryAgain();
    expect(sent).toHaveLength(1);
    expectNothing();
  });

  it.each<[string, (api: Api, wrapper: Wrapper) => Promise<void>]>([
    [
      "a mutation of the app's own",
      async (api, wrapper) => {
        const mutationFn = (body: string) => api.request("POST /v1/notes", { body });
        const { result } = renderHook(
          () => useMutation({ mutationFn, meta: { errorToast: true } }),
          { wrapper },
        );
        act(() => result.current.mutate("of ada"));
      },
    ],
    [
      "toastError",
      async (api) => {
        const retry = () => api.request("POST /v1/notes", { body: "of ada" });
        const error = await failureOf(retry());
        act(() => toastError(error, { retry }));
      },
    ],
  ])("by another person's press, also where the retry is %s", async (_, begin) => {
    const { app, api, wrapper, server, sent } = signed();
    await begin(api, wrapper);
    await pass(10);
    expect(toasts()).toHaveLength(1);
    app.key = "bob";
    server.isUp = true;
    await tryAgain();
    expect(sent.map(({ signed }) => signed)).toEqual(["ada"]);
    expectNothing();
  });

  it("but not by an expired session: unsaved work stays", async () => {
    const { app, api, write: begin } = signed();
    await begin(write("POST", { body: "of ada" }));
    app.key = null;
    await api.request("GET /v1/x").catch(() => {});
    await pass(10);
    expect(toasts()).toHaveLength(1);
  });

  it.each<[string, (client: QueryClient) => void]>([
    ["client.clear()", (client) => client.clear()],
    ["errorToasts.forget()", () => errorToasts.forget()],
  ])("in the middle of a retry as well, by %s", async (_, signOut) => {
    const slow = pending<Response>();
    const { client, write: begin, server, sent } = signed();
    await begin(write("POST", { body: 1 }), write("POST", { body: 2 }));
    server.failWith = () => slow.promise;
    await tryAgain();
    expect(sent).toHaveLength(3);
    act(() => signOut(client));
    slow.resolve(fail(99));
    await pass(1_000);
    expectNothing();
    expect(sent).toHaveLength(3);
  });

  it("where a mutation is under way that fails only after another person came", async () => {
    const slow = pending<Response>();
    const { app, write: begin, server } = signed();
    server.failWith = () => slow.promise;
    await begin(write("POST", { body: "of ada" }));
    app.key = "bob";
    server.isUp = true;
    await begin(write("PUT", { body: "of bob" }));
    slow.resolve(fail(99));
    await pass(10);
    expectNothing();
  });

  it.each<[string, (app: { key: string | null }, client: QueryClient, api: Api) => unknown]>([
    ["they signed out", (_, client) => client.clear()],
    [
      "another person came",
      (app, _, api) => {
        app.key = "bob";
        return api.request("GET /v1/x");
      },
    ],
  ])("where the app itself tells of a failure that comes after %s", async (_, leave) => {
    const slow = pending<Response>();
    const { app, api, client, server } = signed();
    server.failWith = () => slow.promise;
    const told = failureOf(api.request("POST /v1/notes", { body: "of ada" }));
    await pass(10);
    server.isUp = true;
    await act(async () => leave(app, client, api));
    slow.resolve(fail(99));
    const error = await told;
    act(() => toastError(error));
    await pass(10);
    expectNothing();
  });

  it("and a call in its backoff is not sent again after clear(), whoever holds the cookie", async () => {
    const { api, sent, server } = world({ retry: {} });
    const { client, write: begin } = page(api);
    await begin(write("POST", { body: "of ada" }));
    expect(sent).toHaveLength(1);
    act(() => client.clear());
    server.isUp = true;
    await pass(60_000);
    expect(sent).toHaveLength(1);
    expectNothing();
  });

  it("and the client's own clear() is back once the provider has gone", () => {
    const { api } = world();
    const { client, unmount } = page(api);
    expect(Object.hasOwn(client, "clear")).toBe(true);
    unmount();
    expect(Object.hasOwn(client, "clear")).toBe(false);
  });

  it("but garbage collection forgets nothing", async () => {
    const { client, write: begin } = signed();
    client.setDefaultOptions({ mutations: { gcTime: 0 } });
    await begin(write("POST", { body: 1 }));
    client.getQueryCache().clear();
    client.getMutationCache().clear();
    await pass(1_000);
    expect(toasts()).toHaveLength(1);
  });
});
