import { Agent, request } from "node:http";

/** A request as it is sent: nothing is added to it and nothing put right. */
export interface Raw {
  readonly method: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: string | Uint8Array;
}

export interface RawAnswer {
  /** 0 where the line was closed before an answer, -1 where none came in time. */
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

/** After this an answer is one that never comes. */
const ANSWER_MS = 5_000;

const agent = new Agent({ keepAlive: true, maxSockets: 16 });

/** Sends a request and reads its answer to the end. */
export function send(url: string, { method, path, headers = {}, body }: Raw): Promise<RawAnswer> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const none = (status: number) => resolve({ status, headers: {}, text: "" });
    const asked = request({ hostname, port, method, path, headers: headers as never, agent }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.once("error", () => none(0));
      answer.once("end", () => {
        clearTimeout(timer);
        const text = Buffer.concat(chunks).toString("utf8");
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text });
      });
    });
    const timer = setTimeout(() => {
      none(-1);
      asked.destroy();
    }, ANSWER_MS);
    asked.once("error", () => {
      clearTimeout(timer);
      none(0);
    });
    asked.end(body);
  });
}

let keys = 0;

/** A key that no other request has. */
export function newKey(): string {
  keys += 1;
  return `key-${process.pid}-${keys}`.padEnd(20, "-");
}
