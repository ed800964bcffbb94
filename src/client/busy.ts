import type { Response } from "node-fetch";
import { PorteError } from "../errors.ts";

/** What is believed of a company that asks to be left alone: a day. */
const LONGEST_TOLD_S = 86_400;

/** Says that a company asks to be left alone for a while; null where its answer says anything else. */
export function busyIn({ status, headers }: Response, url: string): PorteError<"server.busy"> | null {
  if (status !== 429 && status !== 503) return null;
  return new PorteError("server.busy", { url, retryAfter: askedSeconds(headers) });
}

/** How long a company asks to be left alone, which it says in seconds or as an instant of its own clock. */
function askedSeconds(headers: Response["headers"]): number {
  const said = headers.get("retry-after") ?? "";
  const now = Date.parse(headers.get("date") ?? "") || Date.now();
  const seconds = /^\d+$/.test(said) ? Number(said) : (Date.parse(said) - now) / 1000;
  return Math.min(LONGEST_TOLD_S, Math.max(0, Math.ceil(seconds) || 0));
}
