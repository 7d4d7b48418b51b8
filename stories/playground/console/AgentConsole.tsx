import { onlineManager, QueryClientProvider } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { ErrorToaster, errorToasts, RecourseProvider } from "react-recourse";
import type { AgentService } from "../service/agent-service.ts";
import { ConsoleHeader } from "./ConsoleHeader.tsx";
import { Conversation } from "./Conversation.tsx";
import { consoleCatalog } from "./console-catalog.ts";
import { type ConsoleApiOptions, createConsoleClient } from "./create-console-client.ts";
import { KeyDialogs } from "./KeyDialogs.tsx";
import { PaneSwitch } from "./PaneSwitch.tsx";
import { SessionsPane } from "./SessionsPane.tsx";
import { SidePane } from "./SidePane.tsx";
import { ConsoleContext } from "./useConsole.ts";
import { useConsoleState } from "./useConsoleState.ts";
import { useRemedies } from "./useRemedies.ts";
import { ServiceContext } from "./useService.ts";
import "../console.css";
import "../controls.css";
import "../conversation.css";
import "../side-pane.css";

export interface AgentConsoleProps {
  /** Only the fault panel knows it: the console itself talks HTTP. */
  service: AgentService;
  baseUrl: string;
  /** As if they came from the address of the page. */
  sessionId?: string;
  agentId?: string;
  api?: ConsoleApiOptions;
}

/** A console for AI agents, built with the kit as an app would: every failure of the service has a way out here. */
export function AgentConsole({
  service,
  baseUrl,
  sessionId = "ses_1001",
  agentId = "agt_support_triage",
  api: options = {},
}: AgentConsoleProps) {
  const [made] = useState(() => createConsoleClient(baseUrl, service.keys.full, options));
  const { api, client, outbox } = made;
  const console = useConsoleState({ ...made, sessionId, agentId });
  const remedies = useRemedies(api, client, console);

  useEffect(
    () => () => {
      outbox.cancelAll();
      client.clear();
      errorToasts.clear();
      onlineManager.setOnline(true);
    },
    [client, outbox],
  );

  return (
    <QueryClientProvider client={client}>
      <RecourseProvider
        api={api}
        catalog={consoleCatalog}
        remedies={remedies}
        supportUrl={toSupportMail}
        appVersion="console 1.4.0"
      >
        <ServiceContext value={service}>
          <ConsoleContext value={console}>
            <div className="pg-root">
              <div className="pg-console" data-pane={console.pane}>
                <ConsoleHeader />
                <PaneSwitch />
                <SessionsPane />
                <Conversation />
                <SidePane />
              </div>
            </div>
            <KeyDialogs />
            <ErrorToaster />
          </ConsoleContext>
        </ServiceContext>
      </RecourseProvider>
    </QueryClientProvider>
  );
}

function toSupportMail({ markdown }: { markdown: string }): string {
  const subject = encodeURIComponent("A problem in the agent console");
  return `mailto:support@parceldesk.example?subject=${subject}&body=${encodeURIComponent(markdown)}`;
}
