import { screen } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { ErrorCard } from "../../../src/components/card/ErrorCard.tsx";
import { OfflineNotice } from "../../../src/components/status/OfflineNotice.tsx";
import { RetryStatus } from "../../../src/components/status/RetryStatus.tsx";
import { ServiceNotice } from "../../../src/components/status/ServiceNotice.tsx";
import { ErrorToaster } from "../../../src/components/toaster/ErrorToaster.tsx";
import { ApiError } from "../../../src/error/api-error.ts";
import { hydrate } from "./hydrate.tsx";

const failed = (kind: "conflict" | "notFound" | "network") =>
  new ApiError({ code: "TAKEN", kind, message: "m", at: 0 });

describe("markup from a server", () => {
  it.each([
    ["Reload", "conflict"],
    ["Go back", "notFound"],
  ] as const)(
    "of a card is taken over as it is, and gets the button %j that only a browser can give",
    async (name, kind) => {
      vi.spyOn(window.history, "length", "get").mockReturnValue(2);
      const { html, onRecoverableError } = await hydrate(<ErrorCard error={failed(kind)} />);
      expect(html).toContain("recourse-card");
      expect(html).not.toContain("recourse-actions");
      expect(onRecoverableError).not.toHaveBeenCalled();
      expect(screen.getByRole("button", { name })).toBeVisible();
    },
  );

  it("of a card says 'offline' only in the browser, and is taken over as it is", async () => {
    vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
    const { html, onRecoverableError } = await hydrate(<ErrorCard error={failed("network")} />);
    expect(html).not.toContain("offline");
    expect(onRecoverableError).not.toHaveBeenCalled();
    expect(screen.getByRole("region")).toHaveTextContent("You’re offline");
  });

  it.each<[string, () => unknown]>([
    [
      "a time to come back at",
      () => new ApiError({ code: "X", kind: "rateLimited", message: "", retryAt: 90_000, at: 0 }),
    ],
    ["a plain Error", () => new Error("e")],
    ["a text", () => "boom"],
    ["React Router's response", () => ({ status: 404, statusText: "", internal: false, data: "" })],
    ["a symbol", () => Symbol("s")],
  ])("of a card with %s is taken over as it is, a second later", async (_, make) => {
    vi.useFakeTimers({ toFake: ["Date"], now: 30_000 });
    const thrown = make();
    const laterOn = () => vi.setSystemTime(31_500);
    const card = <ErrorCard error={thrown} onRetry={() => {}} />;
    const { onRecoverableError } = await hydrate(card, laterOn);
    expect(onRecoverableError).not.toHaveBeenCalled();
    expect(screen.getByText("Time")).toBeInTheDocument();
  });

  it("of a card counts down once the browser has it", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: 30_000 });
    const limited = new ApiError({ code: "X", kind: "rateLimited", message: "", retryAt: 90_000 });
    const { html } = await hydrate(<ErrorCard error={limited} onRetry={() => {}} />);
    expect(html).toContain("Try again</button>");
    expect(screen.getByRole("button", { name: /^Try again in/ })).toBeVisible();
  });

  it("of a call that was held back is taken over as it is, and then counts down", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: 30_000 });
    const fields = {
      code: "HELD_BACK",
      kind: "rateLimited",
      message: "",
      retryAt: 90_000,
    } as const;
    const of = {
      failureReason: new ApiError(fields),
      status: "error",
      fetchStatus: "idle",
    } as const;
    const laterOn = () => vi.setSystemTime(31_500);
    const { onRecoverableError } = await hydrate(<RetryStatus of={of} />, laterOn);
    expect(onRecoverableError).not.toHaveBeenCalled();
    expect(screen.getByText(/^Try again in 5\d sec$/)).toBeVisible();
  });

  it("holds empty notices and no toaster, which the browser adds", async () => {
    const { html, onRecoverableError } = await hydrate(
      <>
        <OfflineNotice />
        <ServiceNotice />
        <ErrorToaster />
      </>,
    );
    expect(html).toContain('role="status"');
    expect(html).not.toContain("aria-live");
    expect(onRecoverableError).not.toHaveBeenCalled();
    expect(document.querySelector("[aria-live=assertive]")).toBeEmptyDOMElement();
  });
});
