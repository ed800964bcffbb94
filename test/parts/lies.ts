import type { Socket } from "node:net";
import { gzipSync } from "node:zlib";
import { BAD_KINDS, sendBad, type WholeAnswer, wire } from "./bad-answers.ts";

/** What a lying server makes of a true answer, and sends. */
export type Lie = (socket: Socket, truth: WholeAnswer, chance: () => number) => void;

const BOMB_BYTES = 256 * 1024 * 1024;
const DAY_OR_TIME = /^\d{4}-\d\d|^\d\d:\d\d$/;
const WORDS = new Set([
  "kind",
  "state",
  "category",
  "section",
  "level",
  "role",
  "fund",
  "origin",
  "workingTime",
  "decision",
]);
let bomb: Buffer | null = null;

/** Sends whole bytes and ends the line. */
function said(
  socket: Socket,
  status: number,
  type: string,
  body: string | Buffer,
  other: Record<string, string> = {},
): void {
  socket.on("error", () => undefined);
  socket.end(wire({ status, headers: { "content-type": type }, body: Buffer.from(body) }, other));
}

const problem = (socket: Socket, value: object) => said(socket, 409, "application/problem+json", JSON.stringify(value));

/** A lie about the values of a JSON answer; another answer is passed on as it is. */
function changed(change: (value: unknown, key: string, chance: () => number) => unknown): Lie {
  return (socket, truth, chance) => {
    socket.on("error", () => undefined);
    if (!/json/.test(truth.headers["content-type"] ?? "")) return void socket.end(wire(truth));
    const value = JSON.parse(truth.body.toString("utf8"), (key, one) => change(one, key, chance));
    socket.end(wire({ ...truth, body: Buffer.from(JSON.stringify(value) ?? "") }));
  };
}

/** A lie about a page of a list. */
function paged(change: (page: { items: unknown[]; nextCursor: string | null }, chance: () => number) => void): Lie {
  return changed((value, _key, chance) => {
    const page = value as { items: unknown[]; nextCursor: string | null } | null;
    if (Array.isArray(page?.items) && "nextCursor" in page) change(page, chance);
    return value;
  });
}

const text = (change: (value: string) => string) =>
  changed((value) => (typeof value === "string" && !DAY_OR_TIME.test(value) ? change(value) : value));

/** A company of tomorrow: another version of the contract, with fields and words that are not known here. */
export const LATER = "a later contract";
export const LATER_VERSION = "1.99.0";

/** What a text of a company begins a line with, so that it looks like one of the program's. */
export const OWN_LINE = "Erreur : OWNED";

/** Every lie, by its name; those of a bad line among them. */
export const LIES: Readonly<Record<string, Lie>> = {
  ...Object.fromEntries(
    BAD_KINDS.map((kind): [string, Lie] => [
      kind,
      (socket, truth, chance) => sendBad(socket, truth, { kind, share: chance() }),
    ]),
  ),
  "a bomb": (socket) => {
    bomb ??= gzipSync(Buffer.alloc(BOMB_BYTES, " "));
    said(socket, 200, "application/json", bomb, { "content-encoding": "gzip" });
  },
  "64 MB": (socket) => said(socket, 200, "application/json", Buffer.alloc(64 * 1024 * 1024, " ")),
  "a million lists": (socket) => said(socket, 200, "application/json", "[".repeat(1_000_000)),
  "two million empty things": (socket) => said(socket, 200, "application/json", `[${"{},".repeat(2_000_000)}{}]`),
  "HTML called JSON": (socket) => said(socket, 200, "application/json", "<html>hello</html>"),
  "HTML and 401": (socket) => said(socket, 401, "text/html", "<html>hello</html>"),
  "HTML and 500": (socket) => said(socket, 500, "text/html", "<html>hello</html>"),
  "a number called PDF": (socket) => said(socket, 200, "application/pdf", "1"),
  "nothing called PDF": (socket) => said(socket, 200, "application/pdf", ""),
  "half a PDF": (socket) => said(socket, 200, "application/pdf", "%PDF-1.4\n1 0 obj"),
  "a PDF called JSON": (socket) => said(socket, 200, "application/json", "%PDF-1.4\n%%EOF\n"),
  "204": (socket) => said(socket, 204, "application/json", ""),
  "a long header": (socket) => said(socket, 200, "application/json", "{}", { "x-long": "x".repeat(100_000) }),
  "no HTTP": (socket) => void socket.on("error", () => undefined).end("SSH-2.0-OpenSSH_9.2\r\n"),
  "busy for ever": (socket) => said(socket, 503, "application/json", "{}", { "retry-after": "9".repeat(300) }),
  "busy till yesterday": (socket) =>
    said(socket, 429, "application/json", "{}", { "retry-after": "Thu, 26 Nov 2026 00:00:00 GMT" }),
  "busy till a day that is none": (socket) => said(socket, 429, "application/json", "{}", { "retry-after": "soon" }),
  "a reason of tomorrow": (socket) => problem(socket, { code: "activity.brand_new", facts: { x: 1 }, title: "New" }),
  "a reason without facts": (socket) => problem(socket, { code: "activity.problems", title: "Days at fault" }),
  "a reason with other facts": (socket) =>
    problem(socket, { code: "activity.problems", facts: { month: [], problems: "x" }, title: "Days at fault" }),
  "a reason with facts that are missing": (socket) =>
    problem(socket, { code: "expense.mileage", facts: {}, title: "Another amount" }),
  "a reason named as every object is": (socket) =>
    problem(socket, { code: "activity.toString", facts: {}, title: "Odd" }),
  "a reason that turns": (socket) => problem(socket, { title: "\u001b]0;owned\u0007\u202etxt", detail: "\u009b31m" }),
  "a reason that is none": (socket) => problem(socket, []),
  "control codes": text((value) => `${value}\u001b[31m\u001b]52;c;eA==\u0007\u202e\u009b1m`),
  "a line of its own": text((value) => `${value}\n${OWN_LINE}\r${OWN_LINE}`),
  "names with control codes": changed((value) =>
    typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value, "\u001b[31m\u202e": 1 } : value,
  ),
  "long texts": text((value) => value + "x".repeat(20_000)),
  "lone surrogates": text((value) => `${value}\ud800`),
  "texts for numbers": changed((value) => (typeof value === "number" ? String(value) : value)),
  "numbers without end": changed((value) => (typeof value === "number" ? 1e308 : value)),
  "parts of numbers": changed((value) => (typeof value === "number" ? value + 0.5 : value)),
  "days that are none": changed((value) =>
    typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value) ? "2026-02-31" : value,
  ),
  "months that are none": changed((value) =>
    typeof value === "string" && /^\d{4}-\d\d$/.test(value) ? "2026-13" : value,
  ),
  "words of tomorrow": changed((value, key) => (WORDS.has(key) && typeof value === "string" ? "brand-new" : value)),
  "words that every object knows": changed((value, key) =>
    WORDS.has(key) && typeof value === "string" ? "toString" : value,
  ),
  [LATER]: (socket, truth, chance) => {
    const said = { ...truth, headers: { ...truth.headers, "portage-contract": LATER_VERSION } };
    LIES["words of tomorrow"]?.(socket, said, chance);
  },
  "fields of tomorrow": changed((value) =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? { ...value, tomorrow: { of: ["it"] } }
      : value,
  ),
  "a prototype": changed((value) =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.defineProperty({ ...value }, "__proto__", { value: { polluted: true }, enumerable: true })
      : value,
  ),
  "a field that is missing": changed((value, key, chance) => (key !== "" && chance() < 0.05 ? undefined : value)),
  "a field that is null": changed((value, key, chance) => (key !== "" && chance() < 0.05 ? null : value)),
  "pages without end": paged((page, chance) => {
    page.nextCursor = String(chance());
  }),
  "pages in a ring": paged((page) => {
    page.nextCursor = "a";
  }),
  "many items": paged((page) => {
    const [one] = page.items;
    if (one !== undefined) page.items = Array.from({ length: 30_000 }, () => one);
    page.nextCursor = String(page.items.length);
  }),
};
