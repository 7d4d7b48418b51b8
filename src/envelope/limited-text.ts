/** How many bytes of an error body are read: enough for any envelope, too few to do harm. */
export const maxErrorBodyBytes = 64 * 1024;

/**
 * Reads a body as UTF-8 up to a limit and cancels the rest. If the body breaks off, gives the text so far. Never
 * rejects.
 */
export async function readLimitedText(
  response: Response,
  maxBytes = maxErrorBodyBytes,
): Promise<string> {
  const pieces: string[] = [];
  if (!response.bodyUsed) await readPieces(response, maxBytes, pieces).catch(() => {});
  return pieces.join("");
}

/**
 * Reads a body as UTF-8. Undefined if it is longer than the limit; the rest is cancelled then.
 * @throws what the body stream broke with
 */
export async function readWholeText(
  response: Response,
  maxBytes: number,
): Promise<string | undefined> {
  const pieces: string[] = [];
  return (await readPieces(response, maxBytes + 1, pieces)) ? pieces.join("") : undefined;
}

/** @returns whether the body ended before the limit */
async function readPieces(
  response: Response,
  maxBytes: number,
  pieces: string[],
): Promise<boolean> {
  // React Native's fetch and node-fetch give no stream of this kind: there the limit comes after the reading.
  if (!response.body?.getReader) {
    const text = await response.text();
    pieces.push(text.slice(0, maxBytes));
    return text.length < maxBytes;
  }
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let bytesLeft = maxBytes;
  while (bytesLeft > 0) {
    const { done, value } = await reader.read();
    if (done) {
      pieces.push(decoder.decode());
      return true;
    }
    pieces.push(decoder.decode(value.subarray(0, bytesLeft), { stream: true }));
    bytesLeft -= value.byteLength;
  }
  reader.cancel().catch(() => {});
  return false;
}
