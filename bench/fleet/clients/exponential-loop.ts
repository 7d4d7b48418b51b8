import { type CreateClient, urlClient } from "./client.ts";
import { fetchJson, HttpError } from "./plain-fetch.ts";

const maxAttempts = 5;
const baseDelayMs = 500;
const maxDelayMs = 20_000;

/** The loop that many apps write themselves: 5 attempts, exponential backoff with AWS's full jitter. */
export const exponentialLoop: CreateClient = ({ fetch }) =>
  urlClient(async (url) => {
    for (let attempts = 1; ; attempts += 1) {
      try {
        return await fetchJson(fetch, url);
      } catch (error) {
        if (attempts >= maxAttempts || !isRetryable(error)) throw error;
      }
      const longestMs = Math.min(maxDelayMs, baseDelayMs * 2 ** (attempts - 1));
      await new Promise((done) => setTimeout(done, Math.random() * longestMs));
    }
  });

function isRetryable(error: unknown): boolean {
  return !(error instanceof HttpError) || error.status >= 500 || [408, 429].includes(error.status);
}
