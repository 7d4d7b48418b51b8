import preview from "../../.storybook/preview.tsx";
import { walkByKeyboard } from "../keyboard.ts";
import { AgentConsole } from "./console/AgentConsole.tsx";
import { seeConsole } from "./console-driver.ts";
import { baseUrl, withService } from "./playground-setting.ts";

const meta = preview.meta({
  title: "Playground/Agent console",
  parameters: { layout: "fullscreen", controls: { disable: true } },
  ...withService(),
  render: (_args, { loaded }) => <AgentConsole service={loaded["service"]} baseUrl={baseUrl} />,
});

/** An agent console on a service that breaks on demand: arm a failure under “Faults”, then use the console. */
export const Default = meta.story({
  play: async () => {
    await seeConsole();
    await walkByKeyboard();
  },
});
