import { connect } from "node:net";

/** A connection to a Firefox by the protocol that geckodriver speaks with it: each message is `length:json`. */
export interface Marionette {
  /** @throws Error with what Firefox says of a command that failed */
  send(command: string, parameters?: object): Promise<unknown>;
}

/** Connects to the port that a Firefox has been told to listen on. */
export function connectMarionette(port: number): Marionette {
  const socket = connect(port, "127.0.0.1");
  const waiting = new Map<number, (answer: unknown[]) => void>();
  let bytes = Buffer.alloc(0);
  let sent = 0;
  socket.on("data", (chunk) => {
    bytes = Buffer.concat([bytes, chunk]);
    for (;;) {
      const start = bytes.indexOf(":") + 1;
      const end = start + Number(bytes.subarray(0, start - 1).toString());
      if (start === 0 || bytes.length < end) return;
      const message: unknown = JSON.parse(bytes.subarray(start, end).toString());
      bytes = bytes.subarray(end);
      // The first one is a greeting.
      if (Array.isArray(message)) waiting.get(message[1])?.(message);
    }
  });
  return {
    send(command, parameters = {}) {
      sent += 1;
      const id = sent;
      const text = JSON.stringify([0, id, command, parameters]);
      socket.write(`${Buffer.byteLength(text)}:${text}`);
      return new Promise((resolve, reject) => {
        waiting.set(id, ([, , error, result]) => {
          waiting.delete(id);
          if (error) reject(new Error(`${command}: ${JSON.stringify(error)}`));
          else resolve(result);
        });
      });
    },
  };
}
