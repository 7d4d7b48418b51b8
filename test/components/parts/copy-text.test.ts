import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { copyText, selectText } from "../../../src/components/parts/copy-text.ts";
import { fakeCommand, giveClipboard, takeClipboard } from "./clipboard.ts";

beforeEach(() => {
  document.body.innerHTML = `
    <button id="outside">copy</button>
    <dialog open><button id="inside">copy</button></dialog>
    <code>req_01</code>`;
});
afterEach(() => {
  takeClipboard();
  document.body.innerHTML = "";
});

const element = (selector: string) => document.querySelector<HTMLElement>(selector);

describe("copyText", () => {
  it("uses the clipboard where there is one, and no command", async () => {
    const writeText = giveClipboard();
    const command = fakeCommand();
    expect(await copyText("req_01", element("#outside"))).toBe(true);
    expect(writeText.mock.calls).toEqual([["req_01"]]);
    expect(command.copied).toEqual([]);
  });

  it.each([
    ["is missing, as on a plain http page", () => takeClipboard()],
    [
      "refuses, as in a frame without clipboard-write",
      () => giveClipboard(() => Promise.reject(new DOMException("no", "NotAllowedError"))),
    ],
    [
      "throws",
      () =>
        giveClipboard(() => {
          throw new TypeError("Illegal invocation");
        }),
    ],
  ])("falls back to the command where the clipboard %s", async (_, arrange) => {
    arrange();
    const command = fakeCommand();
    expect(await copyText("line 1\nline 2", element("#outside"))).toBe(true);
    expect(command.copied).toEqual(["line 1\nline 2"]);
  });

  it("leaves nothing behind and gives the focus back", async () => {
    fakeCommand();
    const button = element("#outside");
    button?.focus();
    const before = document.body.innerHTML;
    await copyText("req_01", button);
    expect(document.body.innerHTML).toBe(before);
    expect(document.activeElement).toBe(button);
  });

  it("puts the text area into the dialog, since everything outside of one is inert", async () => {
    const command = fakeCommand();
    await copyText("req_01", element("#inside"));
    await copyText("req_01", element("#outside"));
    expect(command.parents).toEqual([element("dialog"), document.body]);
  });

  it("is false where the text area did not get the focus, whatever the command says", async () => {
    const command = fakeCommand();
    vi.spyOn(HTMLTextAreaElement.prototype, "focus").mockImplementation(() => {});
    expect(await copyText("req_01", element("#outside"))).toBe(false);
    expect(command.copied).toEqual([]);
  });

  it.each([
    ["says no", () => false],
    [
      "throws",
      () => {
        throw new Error("blocked");
      },
    ],
  ])("is false where the command %s, and leaves nothing behind", async (_, answer) => {
    fakeCommand(answer);
    expect(await copyText("req_01", null)).toBe(false);
    expect(document.querySelector("textarea")).toBeNull();
  });

  it("is false where there is no command at all", async () => {
    expect(await copyText("req_01", null)).toBe(false);
    expect(document.querySelector("textarea")).toBeNull();
  });
});

describe("for a card that a portal puts into a frame", () => {
  function framed() {
    const frame = document.body.appendChild(document.createElement("iframe"));
    const page = frame.contentDocument;
    if (!page?.defaultView) throw new Error("an empty frame has a document");
    const id = page.body.appendChild(page.createElement("code"));
    id.textContent = "req_framed";
    return { page, view: page.defaultView, id };
  }

  it("selects in the frame’s own page", () => {
    const { page, id } = framed();
    selectText(id);
    expect(String(page.getSelection())).toBe("req_framed");
    expect(String(window.getSelection())).toBe("");
  });

  it("writes to the frame’s own clipboard", async () => {
    const ofPage = giveClipboard();
    const { view, id } = framed();
    const ofFrame = vi.fn(async () => {});
    Object.defineProperty(view.navigator, "clipboard", { value: { writeText: ofFrame } });
    expect(await copyText("req_framed", id)).toBe(true);
    expect(ofFrame).toHaveBeenCalledWith("req_framed");
    expect(ofPage).not.toHaveBeenCalled();
  });

  it("copies by the frame’s own command, and gives the focus back in it", async () => {
    const { page, id } = framed();
    const button = page.body.appendChild(page.createElement("button"));
    button.focus();
    const execCommand = vi.fn(() => page.activeElement?.localName === "textarea");
    Object.assign(page, { execCommand });
    expect(await copyText("req_framed", id)).toBe(true);
    expect(execCommand).toHaveBeenCalledTimes(1);
    expect(page.activeElement).toBe(button);
  });
});

it("copies for a card in a shadow root from inside of the dialog around it", async () => {
  const command = fakeCommand();
  const host = document.createElement("div");
  element("dialog")?.append(host);
  const root = host.attachShadow({ mode: "open" });
  const button = root.appendChild(document.createElement("button"));
  button.focus();
  expect(await copyText("req_01", button)).toBe(true);
  expect(command.copied).toEqual(["req_01"]);
  expect(command.parents).toEqual([element("dialog")]);
  expect(root.activeElement).toBe(button);
});

describe("selectText", () => {
  it("selects the element's text and nothing else", () => {
    const selected = [element("#outside"), element("code")].map((target) => {
      if (target) selectText(target);
      return String(window.getSelection());
    });
    expect(selected).toEqual(["copy", "req_01"]);
  });
});
