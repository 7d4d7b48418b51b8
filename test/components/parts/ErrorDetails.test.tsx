import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it } from "vitest";
import { ErrorDetails } from "../../../src/components/parts/ErrorDetails.tsx";
import { ApiError } from "../../../src/error/api-error.ts";
import { reportError } from "../../../src/report/error-report.ts";
import { giveClipboard, takeClipboard } from "./clipboard.ts";

const report = reportError(
  new ApiError({ code: "X", kind: "conflict", message: "m", route: "GET /v1/x", at: 0 }),
  { online: true },
);

afterEach(() => takeClipboard());

const user = userEvent.setup({ writeToClipboard: false });

async function open() {
  const { container } = render(<ErrorDetails report={report} />);
  await user.click(screen.getByText("Details for support"));
  return container;
}

describe("ErrorDetails", () => {
  it("lists what the report tells", async () => {
    const container = await open();
    const terms = [...container.querySelectorAll("dt")].map(({ textContent }) => textContent);
    const values = [...container.querySelectorAll("dd")].map(({ textContent }) => textContent);
    expect(terms).toEqual(["Code", "Route", "Time", "Attempts", "Connection"]);
    expect(values).toEqual(["X", "GET /v1/x", "1970-01-01T00:00:00.000Z", "1", "online"]);
  });

  it("copies the report as Markdown", async () => {
    const writeText = giveClipboard();
    await open();
    await user.click(screen.getByRole("button", { name: "Copy report" }));
    expect(writeText.mock.calls).toEqual([[report.markdown]]);
  });

  it("selects the whole list where it may not copy", async () => {
    const container = await open();
    await user.click(screen.getByRole("button", { name: "Copy report" }));
    expect(String(window.getSelection())).toContain("GET /v1/x");
    expect(within(container).getByRole("status")).toHaveTextContent("Selected.");
  });
});
