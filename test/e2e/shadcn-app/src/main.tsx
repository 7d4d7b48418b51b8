import { useState } from "react";
import { createRoot } from "react-dom/client";
import {
  createApi,
  defineCatalog,
  ErrorBoundary,
  en,
  ErrorCard as KitCard,
  RequestId as KitRequestId,
  ErrorToaster as KitToaster,
  RecourseProvider,
} from "react-recourse";
import { ar } from "react-recourse/locales/ar";
import { ErrorCard } from "@/components/error-card";
import { RequestId } from "@/components/error-parts";
import { ErrorToaster } from "@/components/error-toaster";
import { Parts } from "./Parts";
import { SessionBoundary } from "./SessionBoundary";
import "./index.css";

/** The kit's own parts, and beside them what the registry has put into this app, with the same errors. */
function App() {
  const [api] = useState(() => createApi({ baseUrl: "http://127.0.0.1:9", onError: () => {} }));
  const [opened, setOpened] = useState(0);
  const language = new URLSearchParams(location.search).get("language") === "ar" ? "ar" : "en";
  return (
    <RecourseProvider
      api={api}
      catalog={catalogs[language]}
      remedies={{ openSession: () => setOpened((times) => times + 1) }}
      supportUrl={() => "mailto:help@example.com"}
    >
      <output>Sessions opened: {opened}</output>
      <main className="grid gap-6 p-4 lg:grid-cols-2">
        <Parts
          name="kit"
          Card={KitCard}
          Toaster={KitToaster}
          Id={KitRequestId}
          Boundary={ErrorBoundary}
        />
        <Parts
          name="registry"
          Card={ErrorCard}
          Toaster={ErrorToaster}
          Id={RequestId}
          Boundary={SessionBoundary}
        />
      </main>
    </RecourseProvider>
  );
}

/** In Arabic its words are English all the same, as of an entry that nobody has translated. */
const unlisted = {
  NOT_ON_THE_LIST: {
    title: "This account isn’t on the list yet",
    fix: "Someone of our team can put it there.",
    remedy: "contactSupport",
    tone: "info",
  },
} as const;

const catalogs = { en: defineCatalog(unlisted, en), ar: defineCatalog(unlisted, ar) };

const root = document.getElementById("root");
if (!root) throw new Error("the page must have a #root");
createRoot(root).render(<App />);
