import { act, render, screen } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { RemedyAction } from "../../../src/components/remedies/remedy-action.ts";
import { useRemedy } from "../../../src/components/remedies/useRemedy.ts";
import { pending } from "../../fetcher/fake-fetch.ts";
import { pass } from "../../query/under-provider.tsx";

beforeEach(() => {
  vi.useFakeTimers();
});

function OwnButton({ action }: { action: RemedyAction }) {
  const { label, working, waiting, buttonProps } = useRemedy(action);
  return (
    <button {...buttonProps} data-state={working ? "works" : waiting ? "waits" : "idle"}>
      {label}
    </button>
  );
}

const button = () => screen.getByRole("button");
const press = () => act(async () => button().click());

describe("useRemedy", () => {
  it("works until what it does is done, and does it once however often it is pressed", async () => {
    const done = pending<void>();
    const run = vi.fn(() => done.promise);
    render(<OwnButton action={{ id: "signIn", label: "Sign in", run }} />);
    expect(button()).toHaveTextContent("Sign in");
    await press();
    await press();
    expect(button()).toHaveTextContent("Working…");
    expect(button()).toHaveAttribute("data-state", "works");
    expect(button()).toHaveAttribute("aria-busy", "true");
    expect(button()).toHaveAttribute("aria-disabled", "true");
    expect(button()).toBeEnabled();
    await act(async () => done.resolve());
    expect(button()).toHaveTextContent("Sign in");
    expect(run).toHaveBeenCalledTimes(1);
  });

  it("counts down to when it makes sense, and does nothing before", async () => {
    const run = vi.fn(async () => {});
    const notBefore = Date.now() + 3_000;
    render(<OwnButton action={{ id: "retry", label: "Try again", run, notBefore }} />);
    expect(button()).toHaveTextContent("Try again in 3 sec");
    expect(button()).toHaveAttribute("data-state", "waits");
    await press();
    expect(run).not.toHaveBeenCalled();
    await pass(3_000);
    expect(button()).toHaveTextContent(/^Try again$/);
    await press();
    expect(run).toHaveBeenCalledTimes(1);
  });

  it("is there again where it failed", async () => {
    const run = () => Promise.reject(new Error("still down"));
    render(<OwnButton action={{ id: "retry", label: "Try again", run }} />);
    await press();
    expect(button()).toHaveAttribute("data-state", "idle");
  });

  it("does it once where it is pressed twice before React draws", async () => {
    const run = vi.fn(() => Promise.resolve());
    render(<OwnButton action={{ id: "signIn", label: "Sign in", run }} />);
    await act(async () => {
      button().click();
      button().click();
    });
    expect(run).toHaveBeenCalledTimes(1);
  });

  it("can be pressed again where what it does never settles", async () => {
    const run = vi.fn(() => new Promise<void>(() => {}));
    render(<OwnButton action={{ id: "signIn", label: "Sign in", run }} />);
    await press();
    expect(button()).toHaveAttribute("data-state", "works");
    await pass(60_000);
    expect(button()).toHaveAttribute("data-state", "idle");
    await press();
    expect(run).toHaveBeenCalledTimes(2);
  });
});
