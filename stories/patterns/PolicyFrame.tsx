import { type ReactNode, useEffect, useState } from "react";
import { createPortal } from "react-dom";
import stylesheet from "react-recourse/styles.css?url";
import "./policy-frame.css";

/** Nothing but the site's own files: no style, script or HTML that is written into the page at run time. */
export const strictPolicy =
  "default-src 'self'; style-src 'self'; script-src 'self'; require-trusted-types-for 'script'";

interface PolicyFrameProps {
  title: string;
  /** Put into the page of the frame. */
  children: ReactNode;
  /** Everything that the policy has refused there so far, such as `style-src-elem inline`. */
  onViolations: (violations: readonly string[]) => void;
  /** Called with the frame's page once it is there. */
  onPage: (page: Document) => void;
}

/** A page of this origin under the strictest policy, in a frame, with the kit's stylesheet and nothing else. */
export function PolicyFrame({ title, children, onViolations, onPage }: PolicyFrameProps) {
  const [page, setPage] = useState<Document>();

  useEffect(() => {
    if (!page) return;
    const seen: string[] = [];
    page.addEventListener("securitypolicyviolation", (event) => {
      seen.push(`${event.effectiveDirective} ${event.blockedURI}`);
      onViolations([...seen]);
    });
    onPage(page);
    return followLooks(page.documentElement);
  }, [page, onViolations, onPage]);

  return (
    <>
      <iframe
        className="policy-frame"
        title={title}
        srcDoc={`<!doctype html>
<html lang="en">
<meta http-equiv="Content-Security-Policy" content="${strictPolicy}">
<title>${title}</title>
<link rel="stylesheet" href="${new URL(stylesheet, document.baseURI).href}">`}
        onLoad={({ currentTarget }) => setPage(currentTarget.contentDocument ?? undefined)}
      />
      {page &&
        createPortal(
          // Through the CSSOM, as React sets styles, and so within the policy.
          <div style={{ padding: "1rem", font: "1rem/1.5 system-ui, sans-serif" }}>{children}</div>,
          page.body,
        )}
    </>
  );
}

/** The frame's page is as light or dark as this one, and runs in the same direction. */
function followLooks(root: HTMLElement): () => void {
  const here = document.documentElement;
  const follow = () => {
    root.dir = here.dir;
    root.dataset["theme"] = here.dataset["theme"] ?? "light";
    root.style.colorScheme = getComputedStyle(here).colorScheme;
  };
  follow();
  const looks = new MutationObserver(follow);
  looks.observe(here, { attributeFilter: ["dir", "data-theme"] });
  return () => looks.disconnect();
}
