import { describe, expect, it, vi } from "vitest";
import { maxErrorBodyBytes, readLimitedText } from "../../src/envelope/limited-text.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

/** A body of these chunks, then its end, or a break. */
function body(chunks: Uint8Array[], options: { breaks?: boolean; cancel?: () => void } = {}) {
  const left = [...chunks];
  return new Response(
    new ReadableStream({
      pull(controller) {
        const chunk = left.shift();
        if (chunk) controller.enqueue(chunk);
        else if (options.breaks) controller.error(new TypeError("terminated"));
        else controller.close();
      },
      cancel: options.cancel ?? (() => {}),
    }),
  );
}

describe("an error body", () => {
  it("is read whole up to 64 KiB", async () => {
    expect(maxErrorBodyBytes).toBe(65_536);
    const text = "x".repeat(maxErrorBodyBytes);
    expect(await readLimitedText(new Response(text))).toBe(text);
  });

  it("is cut there, and the rest never asked for", async () => {
    const cancel = vi.fn();
    const chunk = bytes("x".repeat(40_000));
    const text = await readLimitedText(body([chunk, chunk, chunk], { cancel }));
    expect(text).toHaveLength(maxErrorBodyBytes);
    expect(cancel).toHaveBeenCalledTimes(1);
  });

  it("keeps a character whole that comes in two chunks", async () => {
    const [first, ...rest] = bytes("\u20ac");
    expect(await readLimitedText(body([Uint8Array.of(first ?? 0), Uint8Array.from(rest)]))).toBe(
      "\u20ac",
    );
  });

  it("that breaks gives what had come", async () => {
    expect(await readLimitedText(body([bytes('{"error":')], { breaks: true }))).toBe('{"error":');
  });

  it("that cannot be cancelled is no failure", async () => {
    const cancel = () => {
      throw new Error("no");
    };
    const chunk = bytes("x".repeat(maxErrorBodyBytes));
    expect(await readLimitedText(body([chunk], { cancel }))).toHaveLength(maxErrorBodyBytes);
  });

  it.each([
    ["there is none", () => new Response(null)],
    [
      "it is locked",
      () => {
        const response = new Response("x");
        response.body?.getReader();
        return response;
      },
    ],
    [
      "its chunks are no bytes",
      () => {
        const stream = new ReadableStream({ start: (controller) => controller.enqueue("text") });
        return new Response(stream);
      },
    ],
  ])("is empty where %s", async (_, response) => {
    expect(await readLimitedText(response())).toBe("");
  });

  it("that was read before is empty", async () => {
    const response = new Response("x");
    await response.text();
    expect(await readLimitedText(response)).toBe("");
  });

  it("of a fetch without streams, as React Native's, is read all the same", async () => {
    const response = Object.defineProperty(new Response("x".repeat(70_000)), "body", {
      value: undefined,
    });
    expect(await readLimitedText(response)).toHaveLength(maxErrorBodyBytes);
  });
});
