import { type RefObject, useId } from "react";

interface PasteCssProps {
  css: string;
  code: RefObject<HTMLPreElement | null>;
  /** The theme file that gives the same look, if there is one. */
  file: string | undefined;
}

export function PasteCss({ css, code, file }: PasteCssProps) {
  const titleId = useId();
  return (
    <section className="looks-paste" aria-labelledby={titleId}>
      <h2 id={titleId}>CSS for your app</h2>
      {css === "" ? (
        <p className="looks-paste-note">
          <bdi>This is the kit’s own look: there is nothing to paste.</bdi>
        </p>
      ) : (
        <>
          <p className="looks-paste-note">
            <bdi>
              {file ? (
                <>
                  Import <code>{file}</code> instead, and the kit follows your app’s own variables.
                  To keep the values as they are now, paste this:
                </>
              ) : (
                "Paste it into any stylesheet of your app. It holds only what differs from the kit’s own look."
              )}
            </bdi>
          </p>
          <pre ref={code} dir="ltr">
            {css}
          </pre>
        </>
      )}
    </section>
  );
}
