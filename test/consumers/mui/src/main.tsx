import { CssBaseline, createTheme, ThemeProvider } from "@mui/material";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { createApi, ErrorToaster, RecourseProvider } from "react-recourse";
import "react-recourse/styles.css";
import "./recourse.css";
import { SessionPage } from "./SessionPage";

const api = createApi({ baseUrl: import.meta.env.VITE_API_URL });
const theme = createTheme({ cssVariables: true, colorSchemes: { dark: true } });

createRoot(document.body.appendChild(document.createElement("main"))).render(
  <StrictMode>
    <ThemeProvider theme={theme}>
      <CssBaseline />
      <RecourseProvider api={api}>
        <SessionPage sessionId="s1" />
        <ErrorToaster />
      </RecourseProvider>
    </ThemeProvider>
  </StrictMode>,
);
