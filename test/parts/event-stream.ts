import { type IncomingMessage, request } from "node:http";

/** One frame of server-sent events. */
export interface Frame {
  readonly event: string;
  readonly id: string;
  readonly data: string;
}

/** A stream that is open: what has come so far, and how it ended. */
export interface OpenStream {
  readonly frames: Frame[];
  readonly answer: IncomingMessage;
  /** Resolves when it ends; true where it was ended in order, false where the line was cut. */
  readonly ended: Promise<boolean>;
  /** Resolves once so many events have come, beside the first frame. */
  reaches(count: number): Promise<void>;
  cut(): void;
}

/** Opens a stream of events as a holder of a token; null with the answer's status where it is refused. */
export function openStream(
  url: string,
  token: string,
  { lastId, seconds = 600, onFrame = () => undefined }: StreamOptions = {},
): Promise<OpenStream> {
  return new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${token}`, ...(lastId === undefined ? {} : { "last-event-id": lastId }) };
    const asked = request(`${url}/v1/events/stream?seconds=${seconds}`, { headers, agent: false }, (answer) => {
      const frames: Frame[] = [];
      const waiting = new Set<() => void>();
      let rest = "";
      answer.setEncoding("utf8").on("data", (text: string) => {
        const parts = (rest + text).split("\n\n");
        rest = parts.pop() ?? "";
        const come = parts.flatMap((part) => frameOf(part) ?? []);
        frames.push(...come);
        for (const frame of come) onFrame(frame);
        for (const look of waiting) look();
      });
      const ended = new Promise<boolean>((end) =>
        answer.once("close", () => end(answer.complete)).once("error", () => end(false)),
      );
      const reaches = (count: number) =>
        new Promise<void>((reached) => {
          const look = () => {
            if (frames.length <= count) return;
            waiting.delete(look);
            reached();
          };
          waiting.add(look);
          look();
        });
      resolve({ frames, answer, ended, reaches, cut: () => asked.destroy() });
    });
    asked.once("error", reject).end();
  });
}

interface StreamOptions {
  readonly lastId?: string | undefined;
  readonly seconds?: number;
  readonly onFrame?: (frame: Frame) => void;
}

function frameOf(text: string): Frame | null {
  const field = (name: string) => new RegExp(`^${name}: (.*)$`, "m").exec(text)?.[1] ?? "";
  return field("event") === "" ? null : { event: field("event"), id: field("id"), data: field("data") };
}
