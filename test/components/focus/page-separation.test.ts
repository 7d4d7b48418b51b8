import { describe, expect, it, onTestFinished, vi } from "vitest";
import { separateFromPage } from "../../../src/components/focus/page-separation.ts";

/** A page with a field, and an element apart from it that holds a button. */
function pageWithApart() {
  const field = document.createElement("input");
  const apart = document.createElement("div");
  const button = document.createElement("button");
  apart.append(button);
  document.body.append(field, apart);
  const end = separateFromPage(apart);
  onTestFinished(() => {
    end();
    field.remove();
    apart.remove();
  });
  return { field, apart, button, end };
}

function hear(type: string) {
  const heard = vi.fn();
  document.addEventListener(type, heard);
  onTestFinished(() => document.removeEventListener(type, heard));
  return heard;
}

const bubbling = { bubbles: true, cancelable: true };

describe("What is apart from the page", () => {
  it.each([
    ...["pointerdown", "mousedown", "touchstart", "click"],
    ...["focusin", "focusout", "wheel", "touchmove"],
  ])("keeps %s to itself", (type) => {
    const { apart, button } = pageWithApart();
    const heard = hear(type);
    const inside = vi.fn();
    apart.addEventListener(type, inside);
    button.dispatchEvent(new Event(type, bubbling));
    expect(inside).toHaveBeenCalledOnce();
    expect(heard).not.toHaveBeenCalled();
  });

  it.each(["keydown", "keyup", "pointerup", "mouseup", "pointermove"])(
    "lets the page hear of %s: a shortcut, the end of something dragged",
    (type) => {
      const { button } = pageWithApart();
      const heard = hear(type);
      button.dispatchEvent(new Event(type, bubbling));
      expect(heard).toHaveBeenCalledOnce();
    },
  );

  it("takes the focus as another window does: it has gone nowhere that the page knows", () => {
    const { field, button } = pageWithApart();
    const left = vi.fn();
    for (const type of ["blur", "focusout"]) field.addEventListener(type, left);
    field.focus();
    button.focus();
    expect(button).toHaveFocus();
    const toNowhere = [expect.objectContaining({ relatedTarget: null })];
    expect(left.mock.calls).toEqual([toNowhere, toNowhere]);
  });

  it("lets itself hear where the focus comes from", () => {
    const { field, apart, button } = pageWithApart();
    const came = vi.fn();
    apart.addEventListener("focusin", came);
    field.focus();
    button.focus();
    expect(came).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ relatedTarget: field }));
  });

  it("claims its Escape before anybody can close for it, and no other key or Escape", () => {
    const { field, button } = pageWithApart();
    const claimed: [EventTarget | null, string, boolean][] = [];
    const hearKey = ({ target, key, defaultPrevented }: KeyboardEvent) =>
      void claimed.push([target, key, defaultPrevented]);
    document.addEventListener("keydown", hearKey, true);
    onTestFinished(() => document.removeEventListener("keydown", hearKey, true));
    for (const [target, key] of [
      [button, "Escape"],
      [button, "Tab"],
      [field, "Escape"],
    ] as const)
      target.dispatchEvent(new KeyboardEvent("keydown", { key, ...bubbling }));
    expect(claimed).toEqual([
      [button, "Escape", true],
      [button, "Tab", false],
      [field, "Escape", false],
    ]);
  });

  it("is part of the page again once that is over", () => {
    const { field, button, end } = pageWithApart();
    end();
    const pressed = hear("pointerdown");
    const left = vi.fn();
    field.addEventListener("focusout", left);
    button.dispatchEvent(new Event("pointerdown", bubbling));
    field.focus();
    button.focus();
    expect(pressed).toHaveBeenCalledOnce();
    expect(left).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ relatedTarget: button }),
    );
  });
});
