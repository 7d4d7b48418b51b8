import { expect, screen, waitFor, within } from "storybook/test";
import * as keyboard from "../keyboard.ts";

/** How the stories use the console: by what a person sees, and by keyboard alone. */
export const text = "When will it arrive?";

/** Waits until all of the first page has loaded, so that what is armed meets the next thing that is done. */
export async function seeConsole(): Promise<void> {
  await screen.findByText("And tell the carrier.");
  await screen.findByText("Parcel Desk");
  await screen.findByRole("button", { name: "Support triage" });
}

export async function writeAndSend(): Promise<void> {
  await write("Message", text);
  await keyboard.pressKeys("{Enter}");
}

/** Arms a failure for the next calls, in the panel. */
export async function arm(fault: string, calls: 1 | 2 | 5 = 1): Promise<void> {
  await choose(String(calls));
  await press(fault);
}

/** Arms a failure for the next call and sends a message. */
export async function sendWithFault(fault: string): Promise<void> {
  await seeConsole();
  await arm(fault);
  await writeAndSend();
}

type Name = string | RegExp;
type Part = ReturnType<typeof within>;

/** A button anywhere in the page, or in a part of it. */
export const press = async (name: Name, part: Pick<Part, "findByRole"> = screen) =>
  keyboard.press(await part.findByRole("button", { name }));

export const flip = async (name: Name) =>
  keyboard.flip(await screen.findByRole("switch", { name }));

export const tick = async (name: Name) =>
  keyboard.flip(await screen.findByRole("checkbox", { name }));

export const choose = async (name: Name) =>
  keyboard.choose(await screen.findByRole("radio", { name }));

export const openTab = async (name: Name) =>
  keyboard.choose(await screen.findByRole("tab", { name }));

/** Whatever the field holds gives way to the text. */
export const write = async (field: Name, words: string) =>
  keyboard.write(await screen.findByRole("textbox", { name: field }), words);

/** The card with this title. */
export async function seeCard(title: string): Promise<Part> {
  const heading = await screen.findByRole("heading", { name: title });
  const card = heading.closest("section");
  if (!card) throw new Error(`"${title}" is not the heading of a card`);
  return within(card);
}

/** The toast with this title. */
export async function seeToast(title: string): Promise<Part> {
  return within(await screen.findByRole("dialog", { name: title }));
}

export async function seeRequestId(part: Part): Promise<void> {
  const id = await part.findByText(/^req_[0-9A-Z]{26}$/, { selector: "code" });
  // A toast fades in.
  await waitFor(() => expect(id).toBeVisible());
}

export const seeTextInComposer = () =>
  waitFor(() => expect(screen.getByRole("textbox", { name: "Message" })).toHaveValue(text));

/** The card of a message that was not sent, with the service's id: nothing of what was written is lost. */
export async function seeProblem(title: string): Promise<Part> {
  const card = await seeCard(title);
  await seeRequestId(card);
  await seeTextInComposer();
  return card;
}

export async function seeMessageSent(): Promise<void> {
  const sent = () => screen.getByText(text, { selector: "article:not([data-sending]) p" });
  await waitFor(() => expect(sent()).toBeVisible());
}

export const seeSession = (name: string) => screen.findByRole("heading", { name, level: 2 });
