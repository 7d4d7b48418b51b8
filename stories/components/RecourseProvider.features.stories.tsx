import { type ComponentRef, useEffect, useRef } from "react";
import { ErrorCard, RecourseProvider } from "react-recourse";
import preview from "../../.storybook/preview.tsx";
import { Anatomy, type AnatomyPart } from "../docs/Anatomy.tsx";
import { seeNumbers } from "../docs/see-numbers.ts";
import { storyApi } from "../StoryProvider.tsx";
import { sampleError, sampleOfKind } from "../sample-error.ts";
import "../docs/page.css";

const meta = preview.meta({ title: "Components/RecourseProvider", component: RecourseProvider });

const parts: readonly AnatomyPart[] = [
  {
    name: "Words",
    what: "Come from `catalog`, or from `translate` if it has them.",
    at: ".recourse-title bdi",
    side: "end",
  },
  {
    name: "Remedies",
    what: "Come from `remedies`. A button shows only if you give its function.",
    at: "button[data-emphasis=primary]",
  },
  {
    name: "Support",
    what: "Comes from `supportUrl`, which gets the report.",
    at: "a[data-emphasis=primary]",
  },
  {
    name: "Report",
    what: "Has `appVersion` in it, if you give one.",
    at: "details[open] dl > div:nth-last-child(2)",
    side: "end",
  },
];

/** The second card with its details unfolded. */
function Unfolded() {
  const card = useRef<ComponentRef<"div">>(null);
  useEffect(() => card.current?.querySelector("details")?.setAttribute("open", ""), []);
  return (
    <div ref={card} style={{ inlineSize: "100%" }}>
      <ErrorCard error={sampleOfKind("clientError")} />
    </div>
  );
}

/** It draws nothing itself. What it is given is seen in all cards and toasts below it. */
export const Parts = meta.story({
  name: "Anatomy",
  render: () => (
    <RecourseProvider
      api={storyApi}
      remedies={{ openSession: () => {} }}
      supportUrl={() => "mailto:help@example.com"}
      appVersion="1.4.0"
    >
      <Anatomy parts={parts}>
        <div className="docs-page">
          <ErrorCard error={sampleError("SESSION_EXPIRED")} />
          <Unfolded />
        </div>
      </Anatomy>
    </RecourseProvider>
  ),
  play: seeNumbers,
});
