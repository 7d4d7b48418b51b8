import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { ErrorToaster, queryDefaults, RecourseProvider } from "react-recourse";
import { RouterProvider } from "react-router";
import "react-recourse/styles.css";
import { api } from "./api";
import { newRouter } from "./router";

const queryClient = new QueryClient({ defaultOptions: queryDefaults(api) });
const router = newRouter(queryClient);

createRoot(document.body.appendChild(document.createElement("main"))).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <RecourseProvider api={api}>
        <RouterProvider router={router} />
        <ErrorToaster />
      </RecourseProvider>
    </QueryClientProvider>
  </StrictMode>,
);
