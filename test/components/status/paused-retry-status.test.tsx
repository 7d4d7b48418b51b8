import { focusManager, onlineManager } from "@tanstack/react-query";
import { act, fireEvent, render, screen } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { RetryStatus } from "../../../src/components/status/RetryStatus.tsx";
import { useApiMutation } from "../../../src/query/useApiMutation.ts";
import { useApiQuery } from "../../../src/query/useApiQuery.ts";
import { envelope, fakeFetch, quietApi } from "../../fetcher/fake-fetch.ts";
import { pass, underProvider } from "../../query/under-provider.tsx";

beforeEach(() => {
  vi.useFakeTimers();
});

function Loading() {
  return <RetryStatus of={useApiQuery("GET /v1/x")} />;
}

function Saving() {
  const saving = useApiMutation("PUT /v1/x");
  return (
    <>
      <button type="button" onClick={() => saving.mutate()}>
        save
      </button>
      <RetryStatus of={saving} />
    </>
  );
}

const api = () => quietApi(fakeFetch(envelope(503, "X")).fetch);

describe("RetryStatus of an attempt that is due and paused", () => {
  it.each([
    ["for lack of a connection", () => onlineManager.setOnline(false)],
    ["because the page is hidden", () => focusManager.setFocused(false)],
  ])("%s tells the attempt and does not claim to try", async (_, pause) => {
    const { container } = render(<Loading />, underProvider({ api: api() }));
    await pass(10);
    act(pause);
    await pass(5_000);
    expect(screen.getByRole("status")).toHaveTextContent("Attempt 2 of 5");
    expect(container).not.toHaveTextContent("trying now");
  });

  it("does so for a mutation as well", async () => {
    const { container } = render(<Saving />, underProvider({ api: api() }));
    fireEvent.click(screen.getByRole("button", { name: "save" }));
    await pass(10);
    act(() => onlineManager.setOnline(false));
    await pass(5_000);
    expect(screen.getByRole("status")).toHaveTextContent("Attempt 2 of 5");
    expect(container).not.toHaveTextContent("trying now");
  });
});
