/** A question to the person that something waits for: a remedy waits for it before what failed is tried again. */
export interface Ask {
  readonly answered: Promise<void>;
  answer(): void;
  /** The person would rather not. Rejects as an abort, which nobody is told of. */
  withdraw(): void;
}

export function createAsk(): Ask {
  let answer = () => {};
  let withdraw = () => {};
  const answered = new Promise<void>((resolve, reject) => {
    answer = resolve;
    withdraw = () => reject(new DOMException("The person chose not to.", "AbortError"));
  });
  // A dialog that the person opened by hand has nobody waiting for it.
  answered.catch(() => {});
  return { answered, answer, withdraw };
}
