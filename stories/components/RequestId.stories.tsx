import { RequestId } from "react-recourse";
import { expect, waitFor } from "storybook/test";
import preview from "../../.storybook/preview.tsx";
import { press, walkByKeyboard } from "../keyboard.ts";

const meta = preview.meta({
  title: "Components/RequestId",
  component: RequestId,
  args: { requestId: "req_01J2K8Q4ZD7X3M5V9B6N0T" },
  play: walkByKeyboard,
});

export const Default = meta.story();

export const Copied = meta.story({
  play: async ({ canvas }) => {
    await press(canvas.getByRole("button", { name: "Copy" }));
    await waitFor(() => expect(canvas.getByRole("status")).toHaveTextContent("Copied"));
  },
});

/** Nothing is drawn: an id is never invented. */
export const None = meta.story({
  args: { requestId: undefined },
  play: async ({ canvas }) => {
    await expect(canvas.queryByText("Request ID")).toBeNull();
  },
});

/** The id stays left to right in every language. */
export const RightToLeft = meta.story({ globals: { direction: "rtl" } });
