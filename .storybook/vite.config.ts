import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { sourceAlias } from "./source-alias.ts";

export default defineConfig({ plugins: [react()], resolve: { alias: sourceAlias } });
