import { QueryClient } from "@tanstack/react-query";
import { queryDefaults } from "react-recourse";
import { api } from "./sessions.ts";

export const queryClient = new QueryClient({ defaultOptions: queryDefaults(api) });
