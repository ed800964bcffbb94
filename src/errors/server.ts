import { type Rows, row } from "./row.ts";

/** A company that cannot be reached, or does not answer as one. */
export const serverFailures = {
  "server.unreachable": row<{ url: string; reason: string }>({ exit: 4 }),
  /** What answers is not known to be the company: `reason` is the library's code. */
  "server.tls": row<{
    url: string;
    fault: "expired" | "early" | "authority" | "name" | "revoked" | "clear" | "other";
    reason: string;
  }>({ exit: 4 }),
  /** The proxy that the environment names, without its password, does not let through. */
  "server.proxy": row<{ url: string; proxy: string; fault: "address" | "away" | "refused" | "login"; reason: string }>({
    exit: 4,
  }),
  "server.never_seen": row({ exit: 4 }),
  "server.timeout": row<{ url: string; seconds: number }>({ exit: 4 }),
  "server.not_porte": row<{ url: string }>({ exit: 4 }),
  /** `at` is the way to the part that is not as the contract says; empty where it is the whole. */
  "server.answer": row<{ url: string; fault: "cut" | "json" | "shape" | "large" | "endless" | "file"; at: string }>({
    exit: 4,
  }),
  /** A login names a page, or its own server, that is not the company's. */
  "server.foreign": row<{ url: string; named: string }>({ exit: 4 }),
  /** Whoever keeps the versions of this program, asked by its user. */
  "server.registry": row<{ registry: string; reason: string }>({ exit: 4 }),
  "server.insecure": row<{ url: string }>({ exit: 2 }),
  "server.address": row<{ url: string }>({ exit: 2 }),
  "server.busy": row<{ url: string; retryAfter: number }>({ exit: 4, status: 429 }),
  "server.fault": row<{ url: string; status: number }>({ exit: 4, status: 500 }),
} satisfies Rows<"server">;
