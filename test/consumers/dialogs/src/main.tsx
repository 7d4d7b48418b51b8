/** A page that `?over=RadixDialog` covers with `dialogs/RadixDialog.tsx`, and that fails behind it. */

import "react-recourse/styles.css";
import "./main.css";
import { type ComponentType, StrictMode, useState } from "react";
import { createRoot } from "react-dom/client";
import { ApiError, createApi, ErrorToaster, RecourseProvider, toastError } from "react-recourse";
import type { CoveringProps } from "./covering-props.ts";
import type {} from "./failing-window.ts";

const modules = import.meta.glob<Record<string, ComponentType<CoveringProps>>>("./dialogs/*.tsx", {
  eager: true,
});
const name = new URLSearchParams(location.search).get("over") ?? "";
const Covering = modules[`./dialogs/${name}.tsx`]?.[name];
const root = document.getElementById("root");
if (!Covering || !root) throw new Error(`no dialog is named ${JSON.stringify(name)}`);

window.retried = 0;
window.fail = (code) => {
  const error = new ApiError({ code, kind: "serverError", message: "", requestId: `req_${code}` });
  toastError(error, {
    retry: () => {
      window.retried += 1;
      return Promise.resolve();
    },
  });
};

const api = createApi({ baseUrl: "https://api.example.com" });

function Page({ Covering }: { Covering: ComponentType<CoveringProps> }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <RecourseProvider api={api}>
      <main>
        <button type="button" onClick={() => setOpen(true)}>
          Open
        </button>
      </main>
      <Covering isOpen={isOpen} onOpenChange={setOpen}>
        <input aria-label="Name" />
        <button type="button" onClick={() => setOpen(false)}>
          Close
        </button>
      </Covering>
      <p className="tall">A page that scrolls</p>
      <ErrorToaster />
    </RecourseProvider>
  );
}

createRoot(root).render(
  <StrictMode>
    <Page Covering={Covering} />
  </StrictMode>,
);
