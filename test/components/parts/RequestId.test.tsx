import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { RequestId } from "../../../src/components/parts/RequestId.tsx";
import { fakeCommand, giveClipboard, takeClipboard } from "./clipboard.ts";

const user = userEvent.setup({ writeToClipboard: false });

beforeEach(() => takeClipboard());
afterEach(() => takeClipboard());

const press = () => user.click(screen.getByRole("button"));

describe("RequestId", () => {
  it.each([undefined, ""])("draws nothing for %j", (requestId) => {
    const { container } = render(<RequestId requestId={requestId} />);
    expect(container).toBeEmptyDOMElement();
  });

  it("is laid out left to right, is not translated and stays selectable text", () => {
    render(<RequestId requestId="req_01" />);
    const id = screen.getByText("req_01");
    expect(id.tagName).toBe("CODE");
    expect(id).toHaveAttribute("dir", "ltr");
    expect(id).toHaveAttribute("translate", "no");
  });

  it("says which language its label is in, also where it stands alone", () => {
    render(<RequestId requestId="req_01" />);
    expect(screen.getByText("Request ID").closest("[lang]")).toHaveAttribute("lang", "en");
  });

  it("has a button that says what it copies, and a live region that waits empty", () => {
    render(<RequestId requestId="req_01" />);
    expect(screen.getByRole("button", { name: "Copy" })).toHaveAccessibleDescription("Request ID");
    expect(screen.getByRole("status")).toBeEmptyDOMElement();
  });

  it("copies the id and says so, in the button and to a screen reader", async () => {
    const writeText = giveClipboard();
    render(<RequestId requestId="req_01" />);
    const region = screen.getByRole("status");
    await press();
    expect(writeText.mock.calls).toEqual([["req_01"]]);
    expect(screen.getByRole("button", { name: "Copied" })).toBeVisible();
    expect(region).toHaveTextContent("Copied");
  });

  it("selects the id and tells what is left to do where the page may not copy", async () => {
    giveClipboard(() => Promise.reject(new DOMException("no", "NotAllowedError")));
    render(<RequestId requestId="req_01" />);
    await press();
    expect(String(window.getSelection())).toBe("req_01");
    expect(screen.getByRole("status")).toHaveTextContent("Press Ctrl+C");
    expect(screen.queryByText("Copied")).toBeNull();
  });

  it("does not say of another id that it is copied, and keeps the focus", async () => {
    giveClipboard();
    const { rerender } = render(<RequestId requestId="req_01" />);
    await press();
    expect(screen.getByRole("button", { name: "Copied" })).toBeVisible();
    rerender(<RequestId requestId="req_02" />);
    expect(screen.queryByText("Copied")).toBeNull();
    expect(screen.getByRole("button", { name: "Copy" })).toHaveFocus();
  });

  it("copies from inside of an open dialog without a clipboard", async () => {
    const { copied, parents } = fakeCommand();
    render(
      <dialog open>
        <RequestId requestId="req_01" />
      </dialog>,
    );
    await press();
    expect(copied).toEqual(["req_01"]);
    expect(parents).toEqual([screen.getByRole("dialog")]);
    expect(screen.getByRole("button", { name: "Copied" })).toHaveFocus();
  });

  it("does not submit the form around it", async () => {
    giveClipboard();
    const submitted: unknown[] = [];
    render(
      <form onSubmit={(event) => submitted.push(event.preventDefault())}>
        <RequestId requestId="req_01" />
      </form>,
    );
    await press();
    expect(submitted).toEqual([]);
  });
});
