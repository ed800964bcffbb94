import { createHash, randomBytes, randomInt } from "node:crypto";
import { readPlain } from "../../files/plain.ts";

/** Letters and figures that nobody takes for one another when a password is read aloud. */
const LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
const GROUPS = 4;
const MAX_BYTES = 4_096;
const GROUP_LETTERS = 5;

/** Draws a password that can be read aloud: 20 letters, 99 bits. */
export function newPassword(): string {
  const letter = () => LETTERS[randomInt(LETTERS.length)];
  const group = () => Array.from({ length: GROUP_LETTERS }, letter).join("");
  return Array.from({ length: GROUPS }, group).join("-");
}

/** Reads a password from the first line of a file, or of standard input. @throws {PorteError} `file.unreadable`. */
export async function passwordIn(file: string, readStdin: () => Promise<string>): Promise<string> {
  const content = file === "-" ? await readStdin() : readPlain(file, MAX_BYTES).toString("utf8");
  return content.split(/\r?\n/)[0] ?? "";
}

/** Makes a token, and what the company is told of it. */
export function newToken(): { readonly token: string; readonly tokenHash: string } {
  const token = `porte_${randomBytes(24).toString("base64url")}`;
  return { token, tokenHash: createHash("sha256").update(token).digest("hex") };
}
