import { onlineManager, QueryClient, useQuery } from "@tanstack/react-query";
import { act, fireEvent, render, screen } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { RetryStatus } from "../../../src/components/status/RetryStatus.tsx";
import { queryDefaults } from "../../../src/query/query-defaults.ts";
import { useApiMutation } from "../../../src/query/useApiMutation.ts";
import { useApiQuery } from "../../../src/query/useApiQuery.ts";
import { envelope, fakeFetch, json, quietApi } from "../../fetcher/fake-fetch.ts";
import { pass, underProvider } from "../../query/under-provider.tsx";

beforeEach(() => {
  vi.useFakeTimers();
});

interface Retrying {
  retry?: { baseDelayMs?: number };
}

const slowly = { baseDelayMs: 8_000 };

function Loading({ retry = slowly }: Retrying) {
  const query = useApiQuery("GET /v1/x", { retry });
  return (
    <>
      <RetryStatus of={query} />
      <p data-testid="query">{`${query.status} ${query.error?.code ?? ""}`}</p>
    </>
  );
}

function Late({ isShown }: { isShown: boolean }) {
  const query = useApiQuery("GET /v1/x", { retry: slowly });
  return isShown && <RetryStatus of={query} />;
}

function Patient() {
  const maxRetryAfterMs = 1e12;
  return <RetryStatus of={useApiQuery("GET /v1/x", { retry: { maxRetryAfterMs } })} />;
}

function Saving({ retry = slowly }: Retrying) {
  const saving = useApiMutation("POST /v1/x", { retry });
  return (
    <>
      <button type="button" onClick={() => saving.mutate()}>
        save
      </button>
      <RetryStatus of={saving} />
    </>
  );
}

function show(...answers: Parameters<typeof fakeFetch>) {
  const { fetch } = fakeFetch(...answers);
  const { container } = render(<Loading />, underProvider({ api: quietApi(fetch) }));
  const words = () => container.querySelector(".recourse-retry")?.textContent;
  return { fetch, container, words };
}

const failing = () => envelope(500, "GENERIC_ERROR");
const press = (name: string) =>
  act(async () => fireEvent.click(screen.getByRole("button", { name })));

describe("RetryStatus", () => {
  it("has its live region there, empty, while all is well", async () => {
    const { words } = show(json("ok"));
    const region = screen.getByRole("status");
    expect(region).toBeEmptyDOMElement();
    await pass(10);
    expect(screen.getByRole("status")).toBe(region);
    expect(words()).toBe("");
    expect(screen.queryByRole("button")).toBeNull();
  });

  it("tells the coming attempt and counts the wait down, outside of the live region", async () => {
    const { words } = show(failing());
    await pass(0);
    // The first wait is half of the base delay, since there is no jitter here.
    expect(words()).toContain("Attempt 2 of 5next in 4 sec");
    await pass(1_000);
    expect(words()).toContain("Attempt 2 of 5next in 3 sec");
    expect(screen.getByRole("status").textContent).toBe("Attempt 2 of 5");
  });

  it("changes its live region once an attempt, not once a tick", async () => {
    show(failing());
    await pass(0);
    const changes = vi.fn();
    new MutationObserver(changes).observe(screen.getByRole("status"), {
      childList: true,
      characterData: true,
      subtree: true,
    });
    await pass(3_500);
    expect(changes).not.toHaveBeenCalled();
    await pass(1_000);
    expect(changes).toHaveBeenCalledTimes(1);
    expect(screen.getByRole("status").textContent).toBe("Attempt 3 of 5");
  });

  it("says that it is trying while the attempt runs", async () => {
    const { words } = show(failing(), () => new Promise(() => {}));
    await pass(5_000);
    expect(words()).toContain("Attempt 2 of 5trying now");
  });

  it("is empty again once it worked, and once it has failed for good", async () => {
    const { words } = show(failing(), json("ok"));
    await pass(60_000);
    expect(words()).toBe("");
    expect(screen.getByTestId("query")).toHaveTextContent("success");
  });

  it("says nothing of a failure that is not tried again", async () => {
    const { words } = show(envelope(404, "GONE"));
    await pass(10);
    expect(screen.getByTestId("query")).toHaveTextContent("error GONE");
    expect(words()).toBe("");
  });

  it("tries at once when it is told to", async () => {
    const { fetch } = show(failing(), json("ok"));
    await pass(10);
    expect(fetch).toHaveBeenCalledTimes(1);
    await press("Try now");
    await pass(10);
    expect(fetch).toHaveBeenCalledTimes(2);
    expect(screen.getByTestId("query")).toHaveTextContent("success");
  });

  it("counts a rate limit down, and tries nothing before it is over", async () => {
    const { fetch, words } = show(envelope(429, "X", { "retry-after": "20" }), json("ok"));
    await pass(10);
    expect(words()).toContain("Attempt 2 of 5next in 20 sec");
    await press("Try now");
    await pass(10_000);
    expect(fetch).toHaveBeenCalledTimes(1);
    expect(screen.getByRole("button", { name: "Try now" })).toHaveAttribute(
      "aria-disabled",
      "true",
    );
    await pass(15_000);
    expect(fetch).toHaveBeenCalledTimes(2);
    expect(screen.getByTestId("query")).toHaveTextContent("success");
  });

  it.each(["Try now", "Cancel"])(
    "keeps the focus when “%s” is pressed, whose button is gone then",
    async (name) => {
      const { container } = show(failing(), () => new Promise(() => {}));
      await pass(10);
      screen.getByRole("button", { name }).focus();
      await press(name);
      await pass(10);
      expect(screen.queryByRole("button")).toBeNull();
      expect(container.querySelector(".recourse-retry")).toHaveFocus();
    },
  );

  it("keeps the focus when it is over by itself while a button has it", async () => {
    const { container } = show(failing(), json("ok"));
    await pass(10);
    screen.getByRole("button", { name: "Cancel" }).focus();
    await pass(60_000);
    expect(screen.getByTestId("query")).toHaveTextContent("success");
    expect(container.querySelector(".recourse-retry")).toHaveFocus();
  });

  it("keeps it also where it was put beside a query that was being tried again already", async () => {
    const { wrapper } = underProvider({ api: quietApi(fakeFetch(failing(), json("ok")).fetch) });
    const ui = (isShown: boolean) => <Late isShown={isShown} />;
    const { container, rerender } = render(ui(false), { wrapper });
    await pass(10);
    rerender(ui(true));
    screen.getByRole("button", { name: "Try now" }).focus();
    await pass(60_000);
    expect(screen.queryByRole("button")).toBeNull();
    expect(container.querySelector(".recourse-retry")).toHaveFocus();
  });

  it("is not locked by a server that asks for more than a day", async () => {
    const retryAfter = String(100 * 24 * 60 * 60);
    const { fetch } = fakeFetch(envelope(429, "X", { "retry-after": retryAfter }), json("ok"));
    render(<Patient />, underProvider({ api: quietApi(fetch, { totalTimeoutMs: 1e13 }) }));
    await pass(10);
    expect(screen.getByRole("button", { name: "Try now" })).not.toHaveAttribute("aria-disabled");
  });

  it("takes no focus from elsewhere when a mouse presses its button", async () => {
    show(failing(), json("ok"));
    await pass(10);
    await press("Try now");
    expect(document.body).toHaveFocus();
  });

  it("ends with the last failure as the error when it is cancelled, and sends nothing more", async () => {
    const { fetch, words } = show(failing());
    await pass(10);
    await press("Cancel");
    await pass(60_000);
    expect(fetch).toHaveBeenCalledTimes(1);
    expect(screen.getByTestId("query")).toHaveTextContent("error GENERIC_ERROR");
    expect(words()).toBe("");
  });

  it("tells of a query of the app's own under queryDefaults, which can be hurried and cancelled", async () => {
    const api = quietApi(fakeFetch(json({})).fetch, { retry: slowly });
    const queryFn = vi.fn(() => Promise.reject(Object.assign(new Error("no"), { status: 500 })));
    function Own() {
      const query = useQuery({ queryKey: ["own"], queryFn });
      return (
        <>
          <RetryStatus of={query} />
          <p data-testid="query">{query.status}</p>
        </>
      );
    }
    const client = new QueryClient({ defaultOptions: queryDefaults(api) });
    render(<Own />, underProvider({ api }, client));
    await pass(10);
    expect(screen.getByText(/Attempt 2 of 5/)).toBeVisible();
    await press("Try now");
    await pass(10);
    expect(queryFn).toHaveBeenCalledTimes(2);
    await press("Cancel");
    await pass(60_000);
    expect(screen.getByTestId("query").textContent).toBe("error");
    expect(queryFn).toHaveBeenCalledTimes(2);
  });

  it("tells of a mutation as well, which can be neither hurried nor cancelled", async () => {
    const { fetch } = fakeFetch(failing());
    render(<Saving />, underProvider({ api: quietApi(fetch) }));
    await press("save");
    await pass(10);
    expect(screen.getByRole("status").textContent).toBe("Attempt 2 of 5");
    expect(screen.getAllByRole("button")).toHaveLength(1);
  });

  it("counts a wait from the right moment after it was idle for long", async () => {
    const { fetch } = fakeFetch(failing());
    const shown: (string | null)[] = [];
    render(<Saving />, underProvider({ api: quietApi(fetch) }));
    const observer = new MutationObserver(() => {
      shown.push(document.querySelector(".recourse-countdown")?.textContent ?? null);
    });
    observer.observe(document.body, { childList: true, characterData: true, subtree: true });
    await pass(600_000);
    await press("save");
    await pass(10);
    // It would outlive the page that it looks at.
    observer.disconnect();
    expect(shown.filter((words) => words !== null)).toEqual(["next in 4 sec"]);
  });

  it("says nothing without a query, as of one that never ran", () => {
    render(<RetryStatus of={{ failureReason: null, status: "idle" }} />);
    expect(screen.getByRole("status")).toBeEmptyDOMElement();
  });

  it("has a quiet sign of waiting while it waits, and none while it does not", async () => {
    const { container } = show(failing(), json("ok"));
    await pass(10);
    expect(container.querySelectorAll(".recourse-waiting > svg")).toHaveLength(1);
    await pass(60_000);
    expect(container.querySelectorAll(".recourse-waiting > svg")).toHaveLength(0);
  });

  it("still tells the attempt while there is no connection", async () => {
    show(failing());
    await pass(10);
    act(() => onlineManager.setOnline(false));
    await pass(20_000);
    expect(screen.getByRole("status").textContent).toBe("Attempt 2 of 5");
  });
});

/** An API whose route is limited for 40 s by a call that another part of the page has made. */
async function limitedApi(method: "GET" | "POST") {
  const { fetch } = fakeFetch(envelope(429, "RATE", { "retry-after": "40" }), json("ok"));
  const api = quietApi(fetch);
  await api.request(`${method} /v1/x`, { retry: false }).catch(() => {});
  return { api, fetch };
}

describe("RetryStatus of a call that was held back", () => {
  it("says why, and until when, and reads out no second", async () => {
    const { api, fetch } = await limitedApi("GET");
    const { container } = render(<Loading retry={{}} />, underProvider({ api }));
    await pass(10);
    expect(screen.getByTestId("query")).toHaveTextContent("error HELD_BACK");
    const row = container.querySelector(".recourse-retry");
    expect(row).toHaveTextContent(
      "That was too many requests in a short timeTry again in 40 secTry now",
    );
    await pass(10_000);
    expect(row).toHaveTextContent("Try again in 30 sec");
    expect(screen.getByRole("status").textContent).toBe(
      "That was too many requests in a short time",
    );
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  it("tries nothing before its time, and at once after it", async () => {
    const { api, fetch } = await limitedApi("GET");
    const { container } = render(<Loading retry={{}} />, underProvider({ api }));
    await pass(10);
    await press("Try now");
    await pass(30_000);
    expect(fetch).toHaveBeenCalledTimes(1);
    await pass(10_000);
    const tryNow = screen.getByRole("button", { name: "Try now" });
    expect(tryNow).not.toHaveAttribute("aria-disabled");
    tryNow.focus();
    await press("Try now");
    await pass(10);
    expect(fetch).toHaveBeenCalledTimes(2);
    expect(screen.getByTestId("query")).toHaveTextContent("success");
    expect(container.querySelector(".recourse-retry")).toHaveFocus();
  });

  it("tells so of a mutation as well, and offers nothing to press", async () => {
    const { api } = await limitedApi("POST");
    const { container } = render(<Saving retry={{}} />, underProvider({ api }));
    await press("save");
    await pass(10);
    expect(container.querySelector(".recourse-retry")).toHaveTextContent("Try again in 40 sec");
    expect(screen.getAllByRole("button")).toHaveLength(1);
  });
});
