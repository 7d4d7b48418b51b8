import { ErrorCard } from "react-recourse";
import preview from "../../.storybook/preview.tsx";
import { sampleError } from "../sample-error.ts";

const meta = preview.meta({
  title: "Components/ErrorCard",
  component: ErrorCard,
  args: { error: sampleError("SESSION_CREATION_ERROR"), onRetry: () => {} },
});

export const Default = meta.story();
export const Page = meta.story({ args: { variant: "page" } });
export const Inline = meta.story({ args: { variant: "inline" } });
