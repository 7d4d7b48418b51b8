import { act, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useEffect, useState } from "react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { ErrorBoundary } from "../../../src/components/card/ErrorBoundary.tsx";
import { ErrorCard } from "../../../src/components/card/ErrorCard.tsx";
import { ApiError } from "../../../src/error/api-error.ts";

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

describe("a card after a try by hand that failed", () => {
  /** Fails each time, and each time only after an answer has come. */
  async function failOnce() {
    const answers: (() => void)[] = [];
    function LateEditor() {
      const [isBroken, setBroken] = useState(false);
      useEffect(() => {
        answers.push(() => setBroken(true));
      }, []);
      if (isBroken) throw failed();
      return <p>Loading</p>;
    }
    const user = userEvent.setup();
    const ui = (
      <>
        <ErrorBoundary
          fallbackRender={({ error, resetErrorBoundary }) => (
            <ErrorCard error={error} onRetry={resetErrorBoundary}>
              <button type="button" onClick={resetErrorBoundary}>
                Again
              </button>
            </ErrorCard>
          )}
        >
          <LateEditor />
        </ErrorBoundary>
        <button type="button">Elsewhere</button>
      </>
    );
    render(ui);
    const answer = () => act(async () => answers.at(-1)?.());
    await answer();
    act(() => screen.getByRole("button", { name: "Again" }).focus());
    await user.keyboard("{Enter}");
    expect(screen.getByText("Loading")).toBeVisible();
    expect(document.body).toHaveFocus();
    return { user, answer };
  }

  it("has the focus on its heading again, though it was nowhere in between", async () => {
    const { answer } = await failOnce();
    await answer();
    expect(heading()).toHaveFocus();
  });

  it("takes no focus from somebody who went elsewhere in between", async () => {
    const { user, answer } = await failOnce();
    await user.tab();
    await answer();
    expect(screen.getByRole("button", { name: "Elsewhere" })).toHaveFocus();
  });

  it("takes no focus where the person pressed on the page in between", async () => {
    const { user, answer } = await failOnce();
    await user.click(screen.getByText("Loading"));
    await answer();
    expect(heading()).toBeVisible();
    expect(document.body).toHaveFocus();
  });
});
