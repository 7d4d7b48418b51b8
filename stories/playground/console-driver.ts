import { expect, screen, userEvent, waitFor, within } from "storybook/test";

/** How the stories use the console: by what a person sees and presses. */
export const text = "When will it arrive?";

/** Waits until all of the first page has loaded, so that what is armed meets the next thing that is done. */
export async function seeConsole(): Promise<void> {
  await screen.findByText("And tell the carrier.");
  await screen.findByText("Parcel Desk");
  await screen.findByRole("button", { name: "Support triage" });
}

export async function writeAndSend(): Promise<void> {
  const composer = await screen.findByRole("textbox", { name: "Message" });
  await userEvent.clear(composer);
  await userEvent.click(composer);
  await userEvent.paste(text);
  await userEvent.keyboard("{Enter}");
}

/** Arms a failure for the next calls, in the panel. */
export async function arm(fault: string, calls: 1 | 2 | 5 = 1): Promise<void> {
  await userEvent.click(screen.getByRole("radio", { name: String(calls) }));
  await userEvent.click(screen.getByRole("button", { name: fault }));
}

/** Arms a failure for the next call and sends a message. */
export async function sendWithFault(fault: string): Promise<void> {
  await seeConsole();
  await arm(fault);
  await writeAndSend();
}

export const flip = async (name: string | RegExp) =>
  userEvent.click(await screen.findByRole("switch", { name }));

export const press = async (name: string | RegExp) =>
  userEvent.click(await screen.findByRole("button", { name }));

type Part = ReturnType<typeof within>;

/** The card with this title. */
export async function seeCard(title: string): Promise<Part> {
  const heading = await screen.findByRole("heading", { name: title });
  const card = heading.closest("section");
  if (!card) throw new Error(`"${title}" is not the heading of a card`);
  return within(card);
}

/** The toast with this title. */
export async function seeToast(title: string): Promise<Part> {
  return within(await screen.findByRole("alertdialog", { name: title }));
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
