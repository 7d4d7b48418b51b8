import { RequestId } from "react-recourse";
import { expect } from "storybook/test";
import preview from "../../.storybook/preview.tsx";
import { Anatomy, type AnatomyPart } from "../docs/Anatomy.tsx";
import { seeNumbers } from "../docs/see-numbers.ts";
import { press } from "../keyboard.ts";

const requestId = "req_01J2K8Q4ZD7X3M5V9B6N0T";

const meta = preview.meta({
  title: "Components/RequestId",
  component: RequestId,
  args: { requestId },
});

const parts: readonly AnatomyPart[] = [
  {
    name: "Label",
    what: "Says what is copied. It also describes the button to screen readers.",
    at: ".recourse-label",
    side: "start",
  },
  {
    name: "Id",
    what: "Reads left to right in every language. One click selects all of it.",
    at: ".recourse-id",
    side: "top",
  },
  {
    name: "Copy",
    what: "Says “Copied” for 4 seconds when the id is on the clipboard.",
    at: ".recourse-copy button",
    side: "end",
  },
];

export const Parts = meta.story({
  name: "Anatomy",
  render: (args) => (
    <Anatomy parts={parts}>
      <RequestId {...args} />
    </Anatomy>
  ),
  play: seeNumbers,
});

/** Where a page may not write to the clipboard, the id is selected, and the person is told which keys copy it. */
export const SelectedInstead = meta.story({
  name: "Selected instead",
  beforeEach() {
    Object.defineProperty(navigator, "clipboard", { value: undefined, configurable: true });
    Object.defineProperty(document, "execCommand", { value: () => false, configurable: true });
    return () => {
      Reflect.deleteProperty(navigator, "clipboard");
      Reflect.deleteProperty(document, "execCommand");
    };
  },
  play: async ({ canvas }) => {
    await press(canvas.getByRole("button", { name: "Copy" }));
    await expect(await canvas.findByRole("status")).toHaveTextContent(
      "Selected. Press Ctrl+C or ⌘C to copy.",
    );
    await expect(window.getSelection()?.toString()).toBe(requestId);
    await expect(canvas.queryByText("Copied")).toBeNull();
  },
});
