/**
 * Runs work while no other tab of the origin runs work of the same name (Web Locks API). Where there are no locks, as
 * on plain http pages, on servers and in sandboxed frames, it just runs.
 * @throws what the work rejected with, or the signal's reason when that aborts before the lock was free
 */
export async function withLock<T>(
  name: string,
  signal: AbortSignal,
  work: () => Promise<T>,
): Promise<T> {
  // Node has locks too, of one process: there they would let one user wait for another.
  const isBrowser = typeof document !== "undefined" || "WorkerGlobalScope" in globalThis;
  const locks = isBrowser ? navigator.locks : undefined;
  if (!locks) return work();
  let started = false;
  try {
    return await locks.request(name, { signal }, () => {
      started = true;
      return work();
    });
  } catch (thrown) {
    // A sandboxed frame has `locks` and may not use them.
    if (started || signal.aborted) throw thrown;
    return work();
  }
}
