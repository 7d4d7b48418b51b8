import preview from "../../.storybook/preview.tsx";
import { AgentConsole } from "./console/AgentConsole.tsx";
import { baseUrl, closeService, openService } from "./playground-setting.ts";
import type { AgentService } from "./service/agent-service.ts";

const meta = preview.meta({
  title: "Playground/Agent console",
  parameters: { layout: "fullscreen", controls: { disable: true } },
  loaders: [({ id }) => ({ service: openService(id) })],
  beforeEach({ id, loaded, msw }) {
    const service: AgentService = loaded["service"];
    msw.use(...service.handlers);
    return () => closeService(id);
  },
  render: (_args, { loaded }) => <AgentConsole service={loaded["service"]} baseUrl={baseUrl} />,
});

/** An agent console on a service that breaks on demand: arm a failure under “Faults”, then use the console. */
export const Default = meta.story({});
