import { act, render, screen } from "@testing-library/react";
import { useState } from "react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { ErrorBoundary } from "../../src/components/ErrorBoundary.tsx";
import { ApiError } from "../../src/error/api-error.ts";

beforeEach(() => {
  vi.spyOn(console, "error").mockImplementation(() => {});
});

const failed = () => new ApiError({ code: "SESSION_EXPIRED", kind: "notFound", message: "" });

function Editor() {
  const [isBroken, setBroken] = useState(false);
  if (isBroken) throw failed();
  return (
    <button type="button" onClick={() => setBroken(true)}>
      Break
    </button>
  );
}

function Page() {
  return (
    <>
      <input aria-label="Search" />
      <ErrorBoundary>
        <Editor />
      </ErrorBoundary>
    </>
  );
}

const heading = () => screen.getByRole("heading", { name: "This session has expired" });

describe("a card that replaces what failed", () => {
  it("has the focus on its heading where what it replaces had it", () => {
    render(<Page />);
    const button = screen.getByRole("button", { name: "Break" });
    button.focus();
    act(() => button.click());
    expect(heading()).toHaveFocus();
  });

  it("leaves the focus where it is elsewhere on the page", () => {
    render(<Page />);
    const search = screen.getByRole("textbox", { name: "Search" });
    search.focus();
    act(() => screen.getByRole("button", { name: "Break" }).click());
    expect(heading()).toBeVisible();
    expect(search).toHaveFocus();
  });

  it("takes no focus where nothing had it", () => {
    render(<Page />);
    act(() => screen.getByRole("button", { name: "Break" }).click());
    expect(heading()).toBeVisible();
    expect(document.body).toHaveFocus();
  });

  it("is no stop for the Tab key", () => {
    render(<Page />);
    act(() => screen.getByRole("button", { name: "Break" }).click());
    expect(heading()).toHaveAttribute("tabindex", "-1");
  });
});
