import { PorteError } from "../errors.ts";
import { accepted } from "./answer.ts";
import { busyIn } from "./busy.ts";
import type { Connection } from "./http.ts";
import { reach } from "./reach.ts";

/** One frame of server-sent events. */
export interface StreamFrame {
  readonly event: string;
  readonly id: string;
  readonly data: string;
  /** How long to wait before the stream is asked for again, in milliseconds; null where it does not say. */
  readonly retryMs: number | null;
}

/** How long a stream is asked to last; it is then asked for again, with the token of that time. */
const SECONDS = 300;
/** A company says something every 15 seconds: after three times as long the line is dead. */
const SILENCE_MS = 45_000;
/** No event is longer. */
const MAX_FRAME = 64 * 1024;

/**
 * Follows a company's events after a number, or from now on, until the stream ends.
 * @throws {PorteError} `server.*` where no company answers as the contract says or the line is cut, `auth.refused`, `company.refused`.
 */
export async function* followStream(
  connection: Connection,
  lastId: string | null,
  stopping: AbortSignal,
): AsyncGenerator<StreamFrame> {
  const { away, url, timeoutMs, isLocal = false } = connection;
  if (isLocal) throw new PorteError("local.no_other_end", { operation: "followEvents" });
  if (away !== undefined) throw away;
  const line = new AbortController();
  const stop = () => line.abort();
  stopping.addEventListener("abort", stop, { once: true });
  const silence = silenceAfter(line, timeoutMs);
  try {
    const body = await open(connection, lastId, line.signal);
    for await (const frame of framesIn(body, url, silence.heard)) yield frame;
  } catch (cause) {
    if (stopping.aborted) return;
    if (cause instanceof PorteError) throw cause;
    if (line.signal.aborted) throw new PorteError("server.timeout", { url, seconds: timeoutMs / 1000 }, { cause });
    const { code, message } = cause as Error & { code?: string };
    throw new PorteError("server.unreachable", { url, reason: code ?? message }, { cause });
  } finally {
    silence.end();
    stopping.removeEventListener("abort", stop);
    line.abort();
  }
}

/** Gives a line up that says nothing: within the time for an answer first, then within that of a stream. */
function silenceAfter(line: AbortController, firstMs: number) {
  let timer = setTimeout(() => line.abort(), firstMs);
  return {
    heard: () => {
      clearTimeout(timer);
      timer = setTimeout(() => line.abort(), SILENCE_MS);
    },
    end: () => clearTimeout(timer),
  };
}

async function open(
  connection: Connection,
  lastId: string | null,
  signal: AbortSignal,
): Promise<AsyncIterable<Buffer>> {
  const { url, token, agent, env, renew } = connection;
  const headers: Record<string, string> = { accept: "text/event-stream", "user-agent": agent };
  if (token !== null) headers.authorization = `Bearer ${token}`;
  if (lastId !== null) headers["last-event-id"] = lastId;
  const asked = `${url}/v1/events/stream?seconds=${SECONDS}`;
  const response = await reach(asked, { headers, redirect: "error", signal: signal as never }, { url, env });
  const { status } = response;
  if (status === 200 && (response.headers.get("content-type") ?? "").startsWith("text/event-stream"))
    return response.body as AsyncIterable<Buffer>;
  const body = Buffer.from(await response.arrayBuffer());
  if (status === 401 && renew !== undefined) {
    const { renew: _once, ...again } = connection;
    return open({ ...again, token: await renew() }, lastId, signal);
  }
  const busy = busyIn(response, url);
  if (busy !== null) throw busy;
  accepted({ url, status, headers: response.headers, body }, connection);
  throw new PorteError("server.not_porte", { url });
}

/** Reads frames as they come; a line with a colon alone says only that the company is there. */
async function* framesIn(body: AsyncIterable<Buffer>, url: string, heard: () => void): AsyncGenerator<StreamFrame> {
  const decoder = new TextDecoder();
  let rest = "";
  for await (const bytes of body) {
    heard();
    const parts = (rest + decoder.decode(bytes, { stream: true })).replaceAll("\r\n", "\n").split("\n\n");
    rest = parts.pop() ?? "";
    if (rest.length > MAX_FRAME) throw new PorteError("server.answer", { url, fault: "large", at: "" });
    for (const part of parts) {
      const frame = frameOf(part);
      if (frame !== null) yield frame;
    }
  }
}

function frameOf(text: string): StreamFrame | null {
  const fields = new Map<string, string>();
  for (const line of text.split("\n")) {
    const [, name = "", value = ""] = /^([a-z]+): ?(.*)$/.exec(line) ?? [];
    fields.set(name, value);
  }
  const [event, id, data] = [fields.get("event") ?? "message", fields.get("id"), fields.get("data")];
  if (id === undefined || !/^\d{1,15}$/.test(id)) return null;
  const retry = Number(fields.get("retry"));
  return {
    event,
    id,
    data: data ?? "",
    retryMs: Number.isInteger(retry) && retry > 0 ? Math.min(retry, 60_000) : null,
  };
}
