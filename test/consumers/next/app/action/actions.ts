"use server";

import { newApi } from "@/lib/api";

export async function sendMessage(text: string) {
  await newApi().request("POST /v1/sessions/{sessionId}/messages", {
    params: { sessionId: "s1" },
    body: { text },
  });
}
