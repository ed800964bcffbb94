import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { BAD_KINDS } from "./bad-answers.ts";
import type { Home } from "./programs.ts";
import type { Fault } from "./proxy.ts";

/** A small generator of numbers from 0 to 1 (mulberry32): the same seed gives the same campaign. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** How many readings and writings meet a fault: one in four, and two in three. */
const USUAL = { reads: 0.25, writes: 0.66 };

/** The choices of one campaign, all from one seed. */
export function chanceOf(random: () => number, { reads, writes } = USUAL) {
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
  /** A fault at a point of the exchange that chance chooses; one in three is an answer that comes wrong, in any way. */
  const faultFor = (method: string): Fault => {
    if (random() > (method === "GET" ? reads : writes)) return { kind: "none" };
    if (random() < 1 / 3) return { kind: "bad-answer", bad: { kind: pick(BAD_KINDS), share: random() } };
    return pick<() => Fault>([
      () => ({ kind: "cut-before" }),
      () => ({ kind: "cut-in-request" }),
      () => ({ kind: "cut-before-answer" }),
      () => ({ kind: "bad-answer", bad: { kind: "cut", share: random() } }),
      () => ({ kind: "delay", ms: Math.floor(random() * 120) }),
      () => ({ kind: "delay", ms: 1_300 }),
      () => ({ kind: "duplicate" }),
      () => ({ kind: "late", ms: Math.floor(random() * 400) }),
      () => ({ kind: "busy", status: 503 }),
      () => ({ kind: "busy", status: 429 }),
    ])();
  };
  return { pick, faultFor };
}

const PORTE = fileURLToPath(new URL("../../bin/porte.js", import.meta.url));

/** Runs a command that may be killed without a word at any moment. Gives its exit code, null where it was killed. */
export function runOrKill(
  home: Home,
  words: readonly string[],
  { url, killAfterMs }: { url: string; killAfterMs: number | null },
): Promise<number | null> {
  return new Promise((resolve) => {
    const env = { PATH: process.env.PATH, ...home.env, PORTE_API_URL: url };
    const child = spawn(process.execPath, [PORTE, ...words, "--json", "--timeout", "1"], { env, stdio: "ignore" });
    const timer = killAfterMs === null ? null : setTimeout(() => child.kill("SIGKILL"), killAfterMs);
    child.once("exit", (code) => {
      if (timer !== null) clearTimeout(timer);
      resolve(code);
    });
  });
}
