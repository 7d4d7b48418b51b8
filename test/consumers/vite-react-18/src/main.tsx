import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { createApi, ErrorToaster, RecourseProvider } from "react-recourse";
import "react-recourse/styles.css";
import { SessionPage } from "./SessionPage";

const api = createApi({ baseUrl: import.meta.env.VITE_API_URL });

createRoot(document.body.appendChild(document.createElement("main"))).render(
  <StrictMode>
    <RecourseProvider api={api}>
      <SessionPage sessionId="s1" />
      <ErrorToaster />
    </RecourseProvider>
  </StrictMode>,
);
