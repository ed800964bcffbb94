import { ANSWERS } from "../contract/answers.ts";
import type { components } from "../contract/types.ts";
import { misfit, type Shape, type Shapes } from "../domain/shape.ts";
import { type Failures, PorteError, type Problem } from "../errors.ts";

/** The headers of an answer. */
export interface AnswerHeaders {
  get(name: string): string | null;
}

/** An answer that was read to its end. */
export interface Answer {
  readonly url: string;
  readonly status: number;
  readonly headers: AnswerHeaders;
  readonly body: Buffer;
}

/** The answers that the contract describes, by the names of their schemas. */
export type AnswerName = Extract<keyof typeof ANSWERS, keyof components["schemas"]>;

const SHAPES: Shapes = ANSWERS;

/**
 * Gives an answer that says that the request was done.
 * @throws {PorteError} `server.fault`, `server.not_porte`, `server.answer`, `auth.refused`, or `company.refused` with its reason.
 */
export function accepted(answer: Answer, { token, ...given }: Asked): Answer {
  const { url, status, headers } = answer;
  const type = headers.get("content-type") ?? "";
  if (status >= 500) throw new PorteError("server.fault", { url, status });
  if (status >= 200 && status < 300 && /^(application|image)\//.test(type)) return answer;
  if (!/^application\/(problem\+)?json/.test(type)) throw new PorteError("server.not_porte", { url });
  if (status === 401) throw token === null ? new PorteError("server.not_porte", { url }) : refused(url, given);
  const problem = readJson(url, answer) as Refused;
  const at = misfit(REFUSED, problem);
  if (at !== null || said(problem) === "")
    throw new PorteError("server.answer", { url, fault: "shape", at: at ?? "title" });
  throw new PorteError("company.refused", refusal(problem));
}

/** Who asked: with what token, and whether the environment gave it. */
interface Asked {
  readonly token: string | null;
  readonly isGiven?: boolean;
  readonly isStaff?: boolean;
}

function refused(
  url: string,
  { isGiven = false, isStaff = false }: Pick<Asked, "isGiven" | "isStaff">,
): PorteError<"auth.refused"> {
  return new PorteError("auth.refused", { url, ...(isGiven ? { isGiven } : {}), ...(isStaff ? { isStaff } : {}) });
}

/** A refusal is read as far as it goes: whoever stands between may refuse too, and knows nothing of our codes. */
const REFUSED: Shape = { fields: { "code?": "text", "title?": "text", "detail?": "text" } };

type Refused = Pick<Partial<components["schemas"]["Problem"]>, "code" | "facts" | "title" | "detail">;

function said({ code, title, detail }: Refused): string {
  return detail || title || code || "";
}

/** The reasons of a company, which have words here; another, or one whose facts are not what its words need, is told in the company's own. */
const ROOMS = /^(activity|auth|company|contract|expense|input|law|mission|payroll|portage|receipt)\./;

function refusal(problem: Refused): Failures["company.refused"] {
  const { code = "", facts } = problem;
  const isKnown = facts !== undefined && ROOMS.test(code) && code !== "company.refused";
  return { detail: said(problem), problem: isKnown ? ({ code, facts } as unknown as Problem) : null };
}

/**
 * Reads an answer as JSON, its texts as they came: whoever shows one makes it `printable`.
 * @throws {PorteError} `server.answer` where it is none, or holds more values than any list of a company.
 * @public
 */
export function readJson(url: string, { body }: Pick<Answer, "body">): unknown {
  if (holdsMoreThan(MAX_VALUES, body)) throw new PorteError("server.answer", { url, fault: "large", at: "" });
  try {
    return JSON.parse(body.toString("utf8"));
  } catch (cause) {
    throw new PorteError("server.answer", { url, fault: "json", at: "" }, { cause });
  }
}

/** The largest answer that is read holds some 600 000 values. An empty one of three bytes takes two hundred in memory. */
const MAX_VALUES = 1_000_000;

/** Bytes of JSON behind which another value begins: a comma, a bracket, a brace. */
const BEFORE_A_VALUE = new Set([0x2c, 0x5b, 0x7b]);

/** Tells, before anything is made of it, whether a JSON text may hold more values than so many; commas in texts count too. */
function holdsMoreThan(max: number, json: Buffer): boolean {
  if (json.length <= max) return false;
  let values = 0;
  for (const byte of json) if (BEFORE_A_VALUE.has(byte) && ++values > max) return true;
  return false;
}

/** Reads an answer as what the contract says that it is; what it adds is kept. @throws {PorteError} `server.answer` with the way to the fault. */
export function readAs<Name extends AnswerName>(
  name: Name,
  answer: Pick<Answer, "url" | "body">,
): components["schemas"][Name] {
  const value = readJson(answer.url, answer);
  const at = misfit({ named: name }, value, SHAPES);
  if (at !== null) throw new PorteError("server.answer", { url: answer.url, fault: "shape", at });
  return value as components["schemas"][Name];
}

/** What a whole PDF ends with, maybe with a line end or a little more behind it. */
const LAST_BYTES = 1_024;

/** Gives the bytes of a PDF, checked to be one and whole. @throws {PorteError} `server.answer`. */
function readPdf(answer: Answer): Uint8Array {
  const { bytes, mediaType } = readFile(answer);
  const isWhole =
    mediaType === "application/pdf" &&
    startsWith(bytes, "%PDF-") &&
    Buffer.from(bytes.subarray(-LAST_BYTES)).includes("%%EOF");
  if (!isWhole) throw notTheFile(answer);
  return bytes;
}

/** Gives a file that is a receipt by what is said of it. @throws {PorteError} `server.answer` for one that is empty, packed or of another kind. */
function readFile(answer: Answer): { readonly bytes: Uint8Array; readonly mediaType: string } {
  const [mediaType = ""] = (answer.headers.get("content-type") ?? "").toLowerCase().split(";");
  const isPacked = (answer.headers.get("content-encoding") ?? "identity") !== "identity";
  if (isPacked || answer.body.length === 0 || !/^(application\/pdf|image\/[\w.+-]+)$/.test(mediaType.trim()))
    throw notTheFile(answer);
  return { bytes: new Uint8Array(answer.body), mediaType: mediaType.trim() };
}

/** How a file is asked for, and read. */
export interface FileKind<Value> {
  readonly accept: string;
  readonly read: (answer: Answer) => Value;
}

/** A document that the company prints. */
export const PDF: FileKind<Uint8Array> = { accept: "application/pdf", read: readPdf };

/** A receipt, as it was sent. */
export const RECEIPT_CONTENT: FileKind<{ readonly bytes: Uint8Array; readonly mediaType: string }> = {
  accept: "*/*",
  read: readFile,
};

function startsWith(bytes: Uint8Array, text: string): boolean {
  return Buffer.from(bytes.subarray(0, text.length)).toString("latin1") === text;
}

function notTheFile({ url }: Answer): PorteError<"server.answer"> {
  return new PorteError("server.answer", { url, fault: "file", at: "" });
}
