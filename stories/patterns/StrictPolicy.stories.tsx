import { useState } from "react";
import { createErrorToasts, ErrorCard, ErrorToaster, en } from "react-recourse";
import { expect, userEvent, waitFor, within } from "storybook/test";
import preview from "../../.storybook/preview.tsx";
import { press } from "../keyboard.ts";
import { sampleError, sampleOfKind } from "../sample-error.ts";
import { PolicyFrame } from "./PolicyFrame.tsx";
import "../docs/page.css";

const meta = preview.meta({
  title: "Patterns/Strict content security policy",
  parameters: { controls: { disable: true } },
});

const frameTitle = "A page under a strict policy";

function UnderStrictPolicy() {
  const [toasts] = useState(() => createErrorToasts());
  const [page, setPage] = useState<Document>();
  const [violations, setViolations] = useState<readonly string[]>([]);
  return (
    <div className="docs-page">
      <PolicyFrame title={frameTitle} onPage={setPage} onViolations={setViolations}>
        <ErrorCard
          error={sampleError("GENERIC_ERROR")}
          onRetry={() => toasts.add(sampleOfKind("network"))}
        />
        {page && <ErrorToaster toasts={toasts} container={page.body} />}
      </PolicyFrame>
      <div className="policy-count">
        <output>
          Violations of the policy: <strong>{violations.length}</strong>{" "}
          <code className="docs-quiet">{violations.join(", ")}</code>
        </output>
        <button
          type="button"
          className="docs-button"
          onClick={() => page?.head.append(inlineStyle(page))}
        >
          Break the policy
        </button>
      </div>
    </div>
  );
}

/** What toasters and component kits often do at run time. */
function inlineStyle(page: Document): HTMLStyleElement {
  const style = page.createElement("style");
  style.textContent = "p { color: red }";
  return style;
}

/**
 * A card and a toast in a page that allows its own files and nothing else. The count is live: “Break the policy” writes a
 * style into that page, which the browser refuses.
 */
export const Default = meta.story({
  render: () => <UnderStrictPolicy />,
  play: async ({ canvas }) => {
    const frame = canvas.getByTitle<HTMLIFrameElement>(frameTitle);
    const inFrame = within(await bodyOf(frame));
    const heading = await inFrame.findByRole("heading", { name: en.entries.GENERIC_ERROR.title });
    await waitFor(() => expect(styleOf(frame, heading.closest("section"))?.display).toBe("grid"));

    // The keys of the other stories are pressed in their own page.
    const keyboard = userEvent.setup({ document: frame.contentDocument ?? document });
    await keyboard.tab();
    await expect(inFrame.getByRole("button", { name: "Try again" })).toHaveFocus();
    await keyboard.keyboard("{Enter}");
    const toast = await inFrame.findByRole("dialog", {
      name: en.entries.network.title,
    });
    await expect(styleOf(frame, toast.parentElement)?.position).toBe("fixed");
    await keyboard.tab();
    await keyboard.keyboard("{Enter}");
    await expect(await inFrame.findByRole("button", { name: "Copied" })).toHaveFocus();
    await expect(canvas.getByRole("status")).toHaveTextContent("Violations of the policy: 0");

    await press(canvas.getByRole("button", { name: "Break the policy" }));
    await waitFor(() =>
      expect(canvas.getByRole("status")).toHaveTextContent(
        "Violations of the policy: 1 style-src-elem inline",
      ),
    );
    await expect(styleOf(frame, toast.querySelector("p"))?.color).not.toBe("rgb(255, 0, 0)");
  },
});

async function bodyOf(frame: HTMLIFrameElement): Promise<HTMLElement> {
  const { contentDocument } = await waitFor(() => {
    expect(frame.contentDocument?.body.childElementCount).toBeGreaterThan(0);
    return frame;
  });
  return contentDocument?.body ?? document.body;
}

function styleOf(frame: HTMLIFrameElement, element: Element | null | undefined) {
  return element ? frame.contentWindow?.getComputedStyle(element) : undefined;
}
