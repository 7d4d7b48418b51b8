import { useState } from "react";
import {
  type ApiError,
  defineCatalog,
  ErrorBoundary,
  ErrorCard,
  RecourseProvider,
  type Translate,
} from "react-recourse";
import { fr } from "react-recourse/locales/fr";
import { expect, fn } from "storybook/test";
import preview from "../../.storybook/preview.tsx";
import { press, walkByKeyboard } from "../keyboard.ts";
import { storyApi } from "../StoryProvider.tsx";
import { sampleError, sampleOfKind } from "../sample-error.ts";
import "../docs/page.css";

const meta = preview.meta({
  title: "Components/RecourseProvider",
  component: RecourseProvider,
  args: { api: storyApi },
});

const expired = sampleError("SESSION_EXPIRED");

/** What each remedy does in the app, said once. A card far below offers it. */
export const Default = meta.story({
  args: { remedies: { openSession: fn() }, children: <ErrorCard error={expired} /> },
  play: async ({ canvas, args }) => {
    await press(canvas.getByRole("button", { name: "Open a new session" }));
    await expect(args.remedies?.openSession).toHaveBeenCalledWith(expired);
  },
});

/** The app cannot open a session, so that no button promises one. */
export const WithoutRemedies = meta.story({
  name: "Without remedies",
  args: { children: <ErrorCard error={expired} /> },
  play: async ({ canvas }) => {
    await expect(canvas.queryByRole("button", { name: "Open a new session" })).toBeNull();
    await walkByKeyboard();
  },
});

/** `supportUrl` is given the report, and makes the link. `appVersion` is a line of that report. */
export const Support = meta.story({
  args: {
    supportUrl: ({ markdown }) => `mailto:help@example.com?body=${encodeURIComponent(markdown)}`,
    appVersion: "1.4.0",
    children: <ErrorCard error={sampleOfKind("clientError")} />,
  },
  play: async ({ canvas }) => {
    const link = canvas.getByRole("link", { name: "Contact support" });
    await expect(decodeURIComponent(link.getAttribute("href") ?? "")).toContain(
      "    App version: 1.4.0",
    );
    await press(canvas.getByText("Details for support"));
    await expect(canvas.getByText("1.4.0")).toBeVisible();
  },
});

/** `defineCatalog` adds words for the codes of your own API, or takes the place of the kit’s. */
export const WordsOfYourOwn = meta.story({
  name: "Words of your own",
  args: {
    catalog: defineCatalog({
      SEAT_LIMIT: {
        title: "There is no free seat",
        fix: "Ask your administrator for one, or free one that nobody uses.",
        remedy: "requestAccess",
        tone: "warning",
      },
    }),
    remedies: { requestAccess: fn() },
    children: (
      <ErrorCard error={sampleError("GENERIC_ERROR", { code: "SEAT_LIMIT", status: 403 })} />
    ),
  },
  play: async ({ canvas, args }) => {
    await expect(canvas.getByRole("heading", { name: "There is no free seat" })).toBeVisible();
    await press(canvas.getByRole("button", { name: "Request access" }));
    await expect(args.remedies?.requestAccess).toHaveBeenCalledTimes(1);
  },
});

/** A catalog is a whole language: words, buttons, names of fields, and how numbers and times are written. */
export const AnotherLanguage = meta.story({
  name: "Another language",
  args: {
    catalog: fr,
    remedies: { openSession: fn() },
    children: <ErrorCard error={expired} />,
  },
  play: async ({ canvas, args }) => {
    await expect(canvas.getByRole("region")).toHaveAttribute("lang", "fr");
    await press(canvas.getByRole("button", { name: fr.remedies.openSession }));
    await expect(args.remedies?.openSession).toHaveBeenCalledTimes(1);
  },
});

/** Stands for FormatJS, Lingui or whatever the app has. */
const translate: Translate = (id, fallback) =>
  id === "recourse.SESSION_EXPIRED.title" ? "Your visit has ended" : fallback;

/** `translate` is asked for each message by its id; what it does not know keeps the catalog’s words. */
export const Translated = meta.story({
  name: "Translated by the app",
  args: { translate, children: <ErrorCard error={expired} /> },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole("heading", { name: "Your visit has ended" })).toBeVisible();
    await expect(canvas.getByText(/Sessions end after a while/)).toBeVisible();
    await walkByKeyboard();
  },
});

function Broken(): never {
  throw expired;
}

function Reported() {
  const [heard, setHeard] = useState<readonly ApiError[]>([]);
  return (
    <div className="docs-page">
      <RecourseProvider api={storyApi} onError={(error) => setHeard((all) => [...all, error])}>
        <ErrorBoundary>
          <Broken />
        </ErrorBoundary>
      </RecourseProvider>
      <p>
        Heard: <code>{heard.map(({ code }) => code).join(", ")}</code>
      </p>
    </div>
  );
}

/** `onError` hears once of each failure that a boundary caught or a toast told of. */
export const OnError = meta.story({
  name: "Reporting",
  render: () => <Reported />,
  play: async ({ canvas }) => {
    await expect(await canvas.findByText("SESSION_EXPIRED", { selector: "p code" })).toBeVisible();
    await walkByKeyboard();
  },
});
