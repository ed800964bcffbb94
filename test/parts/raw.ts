import { Agent, request } from "node:http";

/** A request as it is sent: nothing is added to it and nothing put right. */
export interface Raw {
  readonly method: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: string | Uint8Array;
  /** Whether it goes on a line of its own: the company may close it. */
  readonly mayClose?: boolean;
}

export interface RawAnswer {
  /** 0 where the line was closed before an answer, -1 where none came in time. */
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

/** After this an answer is one that never comes, however busy the machine. */
const ANSWER_MS = 30_000;

const agent = new Agent({ keepAlive: true });

/** Says how long a body is, where the request does not: a method that has none by custom would send it without a frame. */
function framed({ headers = {}, body }: Raw): Record<string, string | readonly string[]> {
  const isSaid = body === undefined || headers["content-length"] !== undefined;
  return isSaid ? { ...headers } : { ...headers, "content-length": String(Buffer.byteLength(body)) };
}

/** How often a company that says that it is busy, as it may on a machine that is, is asked again. */
const MAX_TRIES = 30;

/** Sends a request and reads its answer to the end, as a client with manners does: who is told to come back comes back. */
export async function send(url: string, raw: Raw): Promise<RawAnswer> {
  for (let tries = 1; ; tries += 1) {
    const answer = await sendOnce(url, raw);
    const isBusy = answer.status === 503 && answer.headers["retry-after"] !== undefined;
    if (!isBusy || tries === MAX_TRIES) return answer;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

/** Sends once; again on a line of its own where the company had closed the old one. */
function sendOnce(url: string, raw: Raw, isLast = false): Promise<RawAnswer> {
  const { hostname, port } = new URL(url);
  const { method, path, body } = raw;
  return new Promise((resolve) => {
    const none = (status: number) => resolve({ status, headers: {}, text: "" });
    const line = isLast || raw.mayClose === true ? false : agent;
    const asked = request({ hostname, port, method, path, headers: framed(raw) as never, agent: line }, (answer) => {
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
      if (asked.reusedSocket && !isLast) resolve(sendOnce(url, raw, true));
      else none(0);
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
