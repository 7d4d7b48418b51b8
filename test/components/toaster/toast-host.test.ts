import { afterEach, describe, expect, it, vi } from "vitest";
import { ToastHost } from "../../../src/components/toaster/toast-host.ts";

afterEach(() => document.body.replaceChildren());

const openDialog = () => {
  const dialog = document.createElement("dialog");
  dialog.open = true;
  return document.body.appendChild(dialog);
};

/** What browsers with popovers have, and jsdom has not. */
function withPopovers(element: HTMLElement) {
  const calls: string[] = [];
  let isOpen = false;
  const matches = element.matches.bind(element);
  Object.assign(element, {
    matches: (selector: string) => (selector === ":popover-open" ? isOpen : matches(selector)),
    showPopover() {
      isOpen = true;
      calls.push("show");
    },
    hidePopover() {
      isOpen = false;
      calls.push("hide");
    },
  });
  return calls;
}

describe("ToastHost", () => {
  it("comes back when all of its place’s content is replaced, with what is in it", async () => {
    const host = new ToastHost();
    const toast = host.element.appendChild(document.createElement("p"));
    const dialog = openDialog();
    host.moveTo({ parent: dialog, isOnTop: true });
    dialog.replaceChildren("another step");
    await vi.waitFor(() => expect(dialog).toContainElement(toast));
    expect(dialog).toHaveTextContent("another step");
  });

  it("does not come back once it has been removed", async () => {
    const host = new ToastHost();
    host.moveTo({ parent: document.body, isOnTop: true });
    host.remove();
    document.body.replaceChildren(document.createElement("p"));
    await Promise.resolve();
    expect(host.element.isConnected).toBe(false);
  });

  it("keeps the focus of what is in it", () => {
    const host = new ToastHost();
    const button = host.element.appendChild(document.createElement("button"));
    host.moveTo({ parent: document.body, isOnTop: true });
    button.focus();
    host.moveTo({ parent: openDialog(), isOnTop: true });
    expect(button).toHaveFocus();
  });

  it("is opened while toasts are in it, and again where something came to lie above it", () => {
    const host = new ToastHost();
    const calls = withPopovers(host.element);
    host.moveTo({ parent: document.body, isOnTop: true });
    expect(calls).toEqual([]);
    host.fill(true);
    host.moveTo({ parent: openDialog(), isOnTop: true });
    expect(calls).toEqual(["show", "hide", "show"]);
    host.fill(true);
    host.fill(true);
    expect(calls).toHaveLength(3);
    const popover = document.body.appendChild(document.createElement("div"));
    popover.dispatchEvent(new Event("toggle"));
    expect(calls).toHaveLength(3);
    host.fill(true);
    expect(calls).toEqual(["show", "hide", "show", "hide", "show"]);
    host.fill(true);
    document.dispatchEvent(new Event("fullscreenchange"));
    expect(calls).toHaveLength(7);
    host.fill(false);
    expect(calls.at(-1)).toBe("hide");
  });

  it("is no popover where an app says where it is to be", () => {
    const host = new ToastHost();
    const calls = withPopovers(host.element);
    host.moveTo({ parent: document.body, isOnTop: false });
    host.fill(true);
    expect(calls).toEqual([]);
  });
});
