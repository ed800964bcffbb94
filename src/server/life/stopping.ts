import type { Server } from "node:http";
import type { Gate } from "./gate.ts";

/** Requests that were sent before the sender could know of the stop still arrive on lines that are kept: they are put off, not cut. */
const LAST_ARRIVALS_MS = 400;

/** Of the time to stop, this much is for what comes after the last answer: the database, the receipts. */
const CLOSING_SHARE = 0.2;
const CLOSING_MOST_MS = 1_000;

/** How long a line may take to bring its last answer to its end. */
const FLUSH_MS = 500;

/**
 * Ends a server that answers: nothing new is let in, what is in flight is waited for, then the port is given back. Gives the number of
 * requests that were cut because the time was over.
 */
export async function finishRequests(server: Server, gate: Gate, limitMs: number): Promise<number> {
  const until = Date.now() + limitMs - Math.min(CLOSING_MOST_MS, limitMs * CLOSING_SHARE);
  const left = () => Math.max(0, until - Date.now());
  gate.close();
  await lastArrivals(left());
  server.closeIdleConnections();
  await gate.settled(left());
  /** Whoever was answered last may come back at once, on a new line. */
  await lastArrivals(left());
  const cut = gate.inFlight();
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  if (cut === 0) await Promise.race([closed, pause(Math.min(FLUSH_MS, left()))]);
  server.closeAllConnections();
  return cut;
}

/** Takes what has arrived, too: a busy process may not have read it yet. */
async function lastArrivals(maxMs: number): Promise<void> {
  await pause(Math.min(LAST_ARRIVALS_MS, maxMs));
  await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
