/**
 * Runs work while no other tab of the origin runs work of the same name (Web Locks API). Without locks, as on plain
 * http pages, on servers and in sandboxed frames, it just runs.
 * @param work gets whether another tab held the lock before, so that it had to wait
 * @throws what the work rejected with, or the signal's reason if that aborts before the lock is free
 */
export async function withLock<T>(
  name: string,
  signal: AbortSignal,
  work: (hasWaited: boolean) => Promise<T>,
): Promise<T> {
  // Node has locks too, for a whole process: there, one user would wait for another.
  const isBrowser = typeof document !== "undefined" || "WorkerGlobalScope" in globalThis;
  const locks = isBrowser ? navigator.locks : undefined;
  if (!locks) return work(false);
  let started = false;
  const start = (hasWaited: boolean) => {
    started = true;
    return work(hasWaited);
  };
  try {
    // Needs no signal, since it does not wait.
    const first = await locks.request(name, { ifAvailable: true }, async (lock) =>
      lock ? { value: await start(false) } : undefined,
    );
    return first ? first.value : await locks.request(name, { signal }, () => start(true));
  } catch (thrown) {
    // A sandboxed frame has `locks` but may not use them.
    if (started || signal.aborted) throw thrown;
    return work(false);
  }
}
