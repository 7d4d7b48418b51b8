import { en } from "react-recourse";
import { expect, waitFor, within } from "storybook/test";
import preview from "../../.storybook/preview.tsx";
import { flip, goToToasts, press } from "../keyboard.ts";
import { TwoPeople } from "./TwoPeople.tsx";

const meta = preview.meta({
  title: "Patterns/Signing out",
  parameters: { controls: { disable: true } },
  render: () => <TwoPeople />,
});

type Canvas = ReturnType<typeof within>;

const button = (canvas: Canvas, name: string) => canvas.getByRole("button", { name });

const arrived = (canvas: Canvas) =>
  within(canvas.getByRole("list", { name: "What arrived" }))
    .getAllByRole("listitem")
    .map(({ textContent }) => textContent);

async function saveInVain(canvas: Canvas): Promise<HTMLElement> {
  await press(button(canvas, "Save a note"));
  return canvas.findByRole("dialog", { name: en.entries.unavailable.title });
}

/** Ada’s note fails, she signs out, and Bob signs in: nothing of hers is left to see or to send. */
export const AdaThenBob = meta.story({
  name: "Ada signs out, Bob signs in",
  play: async ({ canvas }) => {
    await saveInVain(canvas);
    await expect(canvas.getByText(/^In the log: req_/)).toBeVisible();
    await press(button(canvas, "Sign out"));
    await waitFor(() => expect(canvas.queryByRole("dialog")).toBeNull());
    await expect(canvas.getByText("The log is empty.")).toBeVisible();

    await press(button(canvas, "Sign in as Bob"));
    await flip(canvas.getByRole("checkbox", { name: "The service is down" }));
    await press(button(canvas, "Save a note"));
    await waitFor(() =>
      expect(arrived(canvas)).toEqual([
        "From Adasigned by Ada, answered 503",
        "From Bobsigned by Bob, answered 201",
      ]),
    );
  },
});

/** Bob signs in where Ada has not signed out: his first call finds it out. */
export const BobTakesOver = meta.story({
  name: "Bob signs in without a sign-out",
  play: async ({ canvas }) => {
    await saveInVain(canvas);
    await press(button(canvas, "Sign in as Bob"));
    await flip(canvas.getByRole("checkbox", { name: "The service is down" }));
    await press(button(canvas, "Save a note"));
    await waitFor(() => expect(canvas.queryByRole("dialog")).toBeNull());
    await expect(canvas.getByText("The log is empty.")).toBeVisible();
    await expect(arrived(canvas)).toEqual([
      "From Adasigned by Ada, answered 503",
      "From Bobsigned by Bob, answered 201",
    ]);
  },
});

/** Ada’s session expires: her unsaved note stays, and goes out once she has signed in again. */
export const SessionExpires = meta.story({
  name: "Ada’s session expires",
  play: async ({ canvas }) => {
    await saveInVain(canvas);
    await flip(canvas.getByRole("checkbox", { name: "The service is down" }));
    await press(button(canvas, "Let the session expire"));
    await goToToasts();
    await press(canvas.getByRole("button", { name: en.remedies.retry }));
    await canvas.findByRole("dialog", { name: en.entries.unauthorized.title });
    await expect(arrived(canvas)).toHaveLength(1);

    await press(button(canvas, "Sign in as Ada"));
    await goToToasts();
    await press(canvas.getByRole("button", { name: en.remedies.retry }));
    await waitFor(() => expect(canvas.queryByRole("dialog")).toBeNull());
    await expect(arrived(canvas)).toEqual([
      "From Adasigned by Ada, answered 503",
      "From Adasigned by Ada, answered 201",
    ]);
  },
});
