import { defineCatalog, ErrorCard, RetryStatus, useApiQuery } from "react-recourse";
import { ar } from "react-recourse/locales/ar";
import { de } from "react-recourse/locales/de";
import { errorResponse } from "react-recourse/msw";
import { expect, waitFor } from "storybook/test";
import preview from "../../.storybook/preview.tsx";
import { ExampleApp } from "../docs/ExampleApp.tsx";
import { ToastsInFlow } from "../docs/ToastsInFlow.tsx";
import { walkByKeyboard } from "../keyboard.ts";
import { sampleError, sampleOfKind } from "../sample-error.ts";
import "../docs/page.css";

const meta = preview.meta({
  title: "Patterns/Edge cases",
  parameters: { layout: "fullscreen", controls: { disable: true } },
});

/** Words of an app of its own; no shorter than those that people really meet. */
const german = defineCatalog(
  {
    RETENTION_EXCEEDED: {
      title: "Gesprächsverlaufsaufbewahrungsfristüberschreitung",
      fix: "Die Datenschutzfolgenabschätzungsbeauftragte muss die Aufbewahrungsfristverlängerung genehmigen.",
      remedy: "requestAccess",
      tone: "warning",
    },
    REVIEW_MISSING: {
      title: "Die Agentenkonfigurationsüberprüfung steht noch aus",
      fix: "Ohne Konfigurationsüberprüfungsbestätigung kann der Rindfleischetikettierungsüberwachungsagent nicht antworten.",
      remedy: "completeConfig",
      tone: "warning",
    },
    INVOICE_REFUSED: {
      title: "Rechnungsempfängeradresszusatz unvollständig",
      fix: "Ergänzen Sie die Umsatzsteueridentifikationsnummer des Rechnungsempfängers.",
      tone: "warning",
    },
    EXPORT_FAILED: {
      title: "Kundendienstgesprächsprotokollexport fehlgeschlagen",
      fix: "Die Zwischenspeicherkapazitätsbegrenzung ist erreicht. Versuchen Sie es erneut.",
      remedy: "completeConfig",
    },
  },
  {
    ...de,
    remedies: {
      ...de.remedies,
      requestAccess: "Aufbewahrungsfristverlängerung beantragen",
      completeConfig: "Agentenkonfigurationsüberprüfung abschließen",
    },
  },
);

const germanError = (code: string, requestId = "req_01J2K8Q4ZD7X3M5V9B6N0T0007") =>
  sampleError("GENERIC_ERROR", { code, requestId });

const answer = () => errorResponse(502);
const retry = { baseDelayMs: 25_000 };
const remedies = {
  completeConfig: () => {},
  openSession: () => {},
  requestAccess: () => {},
};

function TriedAgain() {
  const sessions = useApiQuery("GET /v1/sessions");
  return <RetryStatus of={sessions} />;
}

/** What would be wider than its place: it would be cut off, or the page would scroll sideways. */
function tooWide(within: Element): string[] {
  return [
    document.documentElement,
    within,
    ...within.querySelectorAll("*:not(.recourse-offscreen, .recourse-offscreen *)"),
  ]
    .filter(({ clientWidth, scrollWidth }) => clientWidth > 0 && scrollWidth > clientWidth)
    .map(({ className, scrollWidth }) => `${className}: ${scrollWidth}px`);
}

/** The longest words of German and of an app of its own, at 320 px. They break; nothing is cut off or scrolls sideways. */
export const LongGermanWords = meta.story({
  name: "Long German words, 320 px",
  globals: { viewport: { value: "mobile1", isRotated: false } },
  render: () => (
    <ExampleApp answer={answer} retry={retry} catalog={german} remedies={remedies}>
      <main className="narrow-page" lang="de">
        <ErrorCard variant="page" error={germanError("RETENTION_EXCEEDED")} />
        <ErrorCard error={germanError("REVIEW_MISSING")} />
        <ErrorCard variant="inline" error={germanError("INVOICE_REFUSED")} />
        <ToastsInFlow
          name="Deutsch"
          errors={[germanError("EXPORT_FAILED", `req_${"0123456789".repeat(8)}`)]}
        />
        <TriedAgain />
      </main>
    </ExampleApp>
  ),
  play: async ({ canvas, canvasElement }) => {
    await canvas.findByText("Versuch 2 von 5");
    await waitFor(() => expect(canvas.getByRole("dialog")).toBeVisible());
    await expect(tooWide(canvasElement)).toEqual([]);
    await walkByKeyboard();
    await expect(tooWide(canvasElement)).toEqual([]);
  },
});

/** Everything is mirrored but the request id, which is no word of any language. */
export const Arabic = meta.story({
  name: "Arabic, right to left",
  render: () => (
    <ExampleApp answer={answer} retry={retry} catalog={ar} remedies={remedies}>
      <main className="wide-page" lang="ar" dir="rtl">
        <ErrorCard error={sampleError("SESSION_EXPIRED")} />
        <ToastsInFlow name="العربية" errors={[sampleOfKind("network")]} retry={() => {}} />
        <TriedAgain />
      </main>
    </ExampleApp>
  ),
  play: async ({ canvas, canvasElement }) => {
    await canvas.findByText(/٢ من ٥|2 من 5/);
    const [card, toast] = ["recourse-card", "recourse-toast"].map((name) =>
      centerOf(canvasElement.querySelector(`.${name}`)),
    );
    await expect(centerOf(canvas.getByText(ar.entries.SESSION_EXPIRED.title))).toBeGreaterThan(
      card ?? 0,
    );
    await expect(centerOf(canvas.getByRole("button", { name: ar.strings.dismiss }))).toBeLessThan(
      toast ?? 0,
    );
    await expect(
      getComputedStyle(canvas.getByText(/^req_/, { selector: ".recourse-id" })).direction,
    ).toBe("ltr");
    await expect(tooWide(canvasElement)).toEqual([]);
    await walkByKeyboard();
  },
});

function centerOf(element: Element | null): number {
  const { left = 0, width = 0 } = element?.getBoundingClientRect() ?? {};
  return left + width / 2;
}

/** Nothing stands where no server gave an id: no label, no button, no id that was made up. */
export const WithoutRequestId = meta.story({
  name: "No request id",
  render: () => (
    <main className="wide-page">
      <ErrorCard error={sampleOfKind("network")} onRetry={() => {}} />
      <ToastsInFlow name="No request id" errors={[sampleOfKind("network")]} retry={() => {}} />
    </main>
  ),
  play: async ({ canvas, canvasElement }) => {
    await waitFor(() => expect(canvas.getByRole("dialog")).toBeVisible());
    await expect(canvas.queryByText("Request ID")).toBeNull();
    await expect(canvas.queryByRole("button", { name: "Copy" })).toBeNull();
    await expect(canvasElement.querySelector(".recourse-id")).toBeNull();
    await expect(canvas.getAllByRole("definition").map((line) => line.textContent)).not.toContain(
      expect.stringMatching(/req_/),
    );
    await walkByKeyboard();
  },
});
