/** The most of an error body that is read, in bytes: enough for any envelope, too little to hurt. */
export const maxErrorBodyBytes = 64 * 1024;

/**
 * Reads a body as UTF-8 up to a limit and cancels the rest. A body that breaks on the way gives what had come.
 * Never rejects.
 */
export async function readLimitedText(
  response: Response,
  maxBytes = maxErrorBodyBytes,
): Promise<string> {
  if (response.bodyUsed) return "";
  let text = "";
  let bytesLeft = maxBytes;
  try {
    // React Native's fetch and node-fetch give no stream of this kind: there the limit comes after the reading.
    if (!response.body?.getReader) return (await response.text()).slice(0, maxBytes);
    const reader = response.body.getReader();
    const decoder = new TextDecoder();
    while (bytesLeft > 0) {
      const { done, value } = await reader.read();
      if (done) break;
      text += decoder.decode(value.subarray(0, bytesLeft), { stream: true });
      bytesLeft -= value.byteLength;
    }
    reader.cancel().catch(() => {});
  } catch {
    return text;
  }
  return text;
}
