/** A failure that a card shows, and nobody else handles: the card tells of it, and no toast. */

import { useMutation, useQuery } from "@tanstack/react-query";
import { act, render, screen } from "@testing-library/react";
import { StrictMode, useState } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ErrorCard } from "../../../src/components/card/ErrorCard.tsx";
import { useErrorCard } from "../../../src/components/card/useErrorCard.ts";
import { ErrorToaster } from "../../../src/components/toaster/ErrorToaster.tsx";
import { toApiError } from "../../../src/envelope/to-api-error.ts";
import type { Api } from "../../../src/fetcher/api.ts";
import { useApiMutation } from "../../../src/query/useApiMutation.ts";
import { useApiQuery } from "../../../src/query/useApiQuery.ts";
import { errorToasts } from "../../../src/toasts/mounted-toasts.ts";
import { envelope, fakeFetch, json, quietApi } from "../../fetcher/fake-fetch.ts";
import { pass, underProvider } from "../../query/under-provider.tsx";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => errorToasts.forget());

const taken = () => quietApi(fakeFetch(envelope(409, "TAKEN")).fetch);
const cards = () => screen.queryAllByRole("heading").length;
const toasts = () => screen.queryAllByRole("dialog").length;

interface FormProps {
  error: unknown;
  save: () => void;
}

function Form({ error, save }: FormProps) {
  return (
    <>
      <ErrorCard error={error} variant="inline" />
      <Save save={save} />
    </>
  );
}

const Save = ({ save }: { save: () => void }) => (
  <button type="button" onClick={save}>
    save
  </button>
);

async function press(name: string) {
  await act(async () => screen.getByRole("button", { name }).click());
  await pass(50);
}

function Kits() {
  const { error, mutate } = useApiMutation("POST /v1/x");
  return <Form error={error} save={mutate} />;
}

function KitsReadAnew() {
  const { error, mutate } = useApiMutation("POST /v1/x");
  return <Form error={error && toApiError(error)} save={mutate} />;
}

function Own({ api }: { api: Api }) {
  const { error, mutate } = useMutation({
    mutationFn: () => api.request("POST /v1/x"),
    meta: { errorToast: true },
  });
  return <Form error={error} save={mutate} />;
}

function OwnDrawn() {
  const { error, mutate } = useApiMutation("POST /v1/x");
  const card = useErrorCard(error);
  return (
    <>
      {card.isShown && <h2 {...card.titleProps}>{card.title}</h2>}
      <Save save={mutate} />
    </>
  );
}

function NoCard() {
  const { mutate } = useApiMutation("POST /v1/x");
  return <Save save={mutate} />;
}

describe("A failed write", () => {
  it.each<[string, (api: Api) => React.ReactNode]>([
    ["of the kit's hook", () => <Kits />],
    ["of TanStack Query's own, also where its meta asks for a toast", (api) => <Own api={api} />],
    ["whose error is read anew at each render", () => <KitsReadAnew />],
    ["in a card that the app draws itself", () => <OwnDrawn />],
    [
      "under StrictMode",
      () => (
        <StrictMode>
          <Kits />
        </StrictMode>
      ),
    ],
  ])("%s is told of by its card alone, time after time", async (_, form) => {
    const onError = vi.fn();
    const api = taken();
    render(
      <>
        {form(api)}
        <ErrorToaster />
      </>,
      underProvider({ api, onError }),
    );
    for (const _press of [1, 2]) {
      await press("save");
      expect([cards(), toasts()]).toEqual([1, 0]);
    }
  });

  it("is a toast where no card shows it, though one shows another failure", async () => {
    render(
      <>
        <ErrorCard error={new Error("another")} />
        <NoCard />
        <ErrorToaster />
      </>,
      underProvider({ api: taken() }),
    );
    await press("save");
    expect(toasts()).toBe(1);
  });

  it("is no toast any more once a card shows it that comes late", async () => {
    function Late() {
      const [isShown, setShown] = useState(false);
      const { error, mutate } = useApiMutation("POST /v1/x");
      return (
        <>
          {isShown && <ErrorCard error={error} />}
          <Save save={mutate} />
          <button type="button" onClick={() => setShown(true)}>
            details
          </button>
        </>
      );
    }
    render(
      <>
        <Late />
        <ErrorToaster />
      </>,
      underProvider({ api: taken() }),
    );
    await press("save");
    expect([cards(), toasts()]).toEqual([0, 1]);
    await press("details");
    expect([cards(), toasts()]).toEqual([1, 0]);
  });

  it("is never raised as a toast while its card comes", async () => {
    const raised = vi.fn();
    const { wrapper } = underProvider({ api: taken(), onError: raised });
    render(<Kits />, { wrapper });
    screen.getByRole("button", { name: "save" }).click();
    // Outside of act, React draws as it does in a page.
    vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", false);
    await vi.advanceTimersByTimeAsync(50);
    vi.unstubAllGlobals();
    expect(cards()).toBe(1);
    expect(raised).not.toHaveBeenCalled();
    expect(errorToasts.logged()).toEqual([]);
  });

  it("is no toast where the card is a provider further in", async () => {
    const api = taken();
    const { wrapper: Outer } = underProvider({ api });
    const { wrapper: Inner } = underProvider({ api });
    render(
      <Outer>
        <Inner>
          <Kits />
        </Inner>
        <ErrorToaster />
      </Outer>,
    );
    await press("save");
    expect([cards(), toasts()]).toEqual([1, 0]);
  });
});

describe("A failed refetch", () => {
  const answers = () => quietApi(fakeFetch(json("old"), envelope(404, "GONE")).fetch);

  it.each<[string, (api: Api) => { error: unknown; refetch: () => unknown }]>([
    ["of the kit's hook", () => ({ ...useApiQuery("GET /v1/x") })],
    [
      "of TanStack Query's own",
      (api) => ({
        ...useQuery({ queryKey: ["x"], queryFn: () => api.request("GET /v1/x"), retry: false }),
      }),
    ],
  ])("%s is told of by its card alone", async (_, useX) => {
    const api = answers();
    function List() {
      const { error, refetch } = useX(api);
      return <Form error={error} save={() => void refetch()} />;
    }
    render(
      <>
        <List />
        <ErrorToaster />
      </>,
      underProvider({ api }),
    );
    await pass(50);
    await press("save");
    expect([cards(), toasts()]).toEqual([1, 0]);
  });
});
