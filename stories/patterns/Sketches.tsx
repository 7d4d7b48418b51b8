import { type ReactNode, useState } from "react";
import { type ApiError, createErrorToasts, ErrorCard } from "react-recourse";
import { ToastWindow } from "../docs/ToastWindow.tsx";
import { StoryProvider } from "../StoryProvider.tsx";
import { sampleOfKind } from "../sample-error.ts";
import "../docs/page.css";

/**
 * What to do and what never to do, drawn with the real components and shown side by side. Nobody can press anything in
 * them.
 */
function Sketch({
  toast,
  label,
  children,
}: {
  toast?: ApiError;
  label: string;
  children?: ReactNode;
}) {
  const [toasts] = useState(() => {
    const own = createErrorToasts();
    if (toast) own.add(toast);
    return own;
  });
  return (
    <StoryProvider>
      <ToastWindow toasts={toasts} label={label}>
        {children}
      </ToastWindow>
    </StoryProvider>
  );
}

function Form({ children }: { children?: ReactNode }) {
  return (
    <form>
      <label>
        Name of the agent
        <input defaultValue="Returns desk" />
      </label>
      {children}
      <button type="button" className="docs-button">
        Save
      </button>
    </form>
  );
}

function Sessions() {
  return (
    <section>
      <h3>Sessions</h3>
      <ul className="docs-rows">
        <li>Refund for order 1042</li>
        <li>Night delivery question</li>
      </ul>
    </section>
  );
}

const conflict = sampleOfKind("conflict");
const unavailable = sampleOfKind("unavailable");

export function FormWithCard() {
  return (
    <Sketch label="A form with a card">
      <Form>
        <ErrorCard variant="inline" headingLevel={4} error={conflict} />
      </Form>
    </Sketch>
  );
}

export function FormWithToast() {
  return (
    <Sketch label="A form with a toast" toast={conflict}>
      <Form />
    </Sketch>
  );
}

export function ListWithToast() {
  return (
    <Sketch label="A list with a toast" toast={unavailable}>
      <Sessions />
    </Sketch>
  );
}

export function ListTakenAway() {
  return (
    <Sketch label="A list that is gone">
      <section>
        <h3>Sessions</h3>
      </section>
      <ErrorCard headingLevel={4} error={unavailable} onRetry={() => {}} />
    </Sketch>
  );
}

export function ToldOnce() {
  return (
    <Sketch label="Told once">
      <section>
        <h3>Refund for order 1042</h3>
      </section>
      <ErrorCard headingLevel={4} error={unavailable} onRetry={() => {}} />
    </Sketch>
  );
}

export function ToldTwice() {
  return (
    <Sketch label="Told twice" toast={unavailable}>
      <section>
        <h3>Refund for order 1042</h3>
      </section>
      <ErrorCard headingLevel={4} error={unavailable} onRetry={() => {}} />
    </Sketch>
  );
}
