import { type ReactNode, useState } from "react";
import type { ErrorCardProps, ErrorToasterProps, RequestIdProps } from "react-recourse";
import { cancelled, expired, failAgain, failed, limited, openToasts, unlisted } from "./errors";

interface PartsProps {
  name: string;
  Card: (props: ErrorCardProps) => ReactNode;
  Toaster: (props: Omit<ErrorToasterProps, "children">) => ReactNode;
  Id: (props: RequestIdProps) => ReactNode;
  Boundary: (props: { children: ReactNode }) => ReactNode;
}

/** Every variant, tone and kind of button, and the toasts in the flow of the page. */
export function Parts({ name, Card, Toaster, Id, Boundary }: PartsProps) {
  const [toasts] = useState(openToasts);
  const [container, setContainer] = useState<HTMLElement | null>(null);
  return (
    <div data-testid={name} className="flex min-w-0 flex-col gap-6">
      <Card variant="page" headingLevel={1} error={expired} />
      <Card error={failed} onRetry={() => {}} />
      <Card error={unlisted} headingLevel={3}>
        <p>Your draft is kept.</p>
      </Card>
      <Card error={limited} onRetry={() => {}} />
      <Card variant="inline" error={failed} onRetry={() => {}} />
      <Card variant="inline" error={expired} />
      <Card variant="inline" error={unlisted} />
      <Card error={cancelled} />
      <Card error={cancelled} showSilent />
      <p>
        <Id requestId={failed.requestId} />
      </p>
      <Boundary>
        <Breakable />
      </Boundary>
      <div ref={setContainer} />
      {container && <Toaster toasts={toasts} container={container} className="static w-full" />}
    </div>
  );
}

function Breakable() {
  const [broken, setBroken] = useState(false);
  if (broken) throw failAgain();
  return (
    <button type="button" onClick={() => setBroken(true)}>
      Break it
    </button>
  );
}
