import { PorteError } from "../../errors.ts";
import { isPlainLine, isPlainText } from "../plain-text.ts";

/** What the contract takes of a text. */
export interface TextLimits {
  /** Characters. */
  readonly most: number;
  /** Whether it may have several lines. */
  readonly hasLines: boolean;
}

/**
 * Reads a text that is sent to the company as it is typed.
 * @throws {PorteError} `usage.missing_value` for one that says nothing, `usage.long_text`, `usage.unseen`.
 */
export function parseSentText(option: string, typed: string, { most, hasLines }: TextLimits): string {
  const text = typed.trim();
  if (text === "") throw new PorteError("usage.missing_value", { option });
  const length = Array.from(text).length;
  if (length > most) throw new PorteError("usage.long_text", { option, length, most });
  if (!(hasLines ? isPlainText(text) : isPlainLine(text))) throw new PorteError("usage.unseen", { option, hasLines });
  return text;
}

const EMAIL_MAX = 254;
/** Reads a mail address. @throws {PorteError} `usage.email`. */
export function parseEmail(option: string, typed: string): string {
  const address = typed.trim();
  /** As the contract has it, without what nobody sees. */
  const isAddress = /^[^\s@<>"\p{C}]+@[^\s@<>"\p{C}]+\.[^\s@<>"\p{C}]+$/u.test(address);
  if (address.length > EMAIL_MAX || !isAddress) throw new PorteError("usage.email", { option, value: typed });
  return address;
}

/** How a mission is named where a porté proposes it, and where the staff types it. */
const REFERENCES = { proposed: /^[A-Z0-9][A-Z0-9_-]{0,31}$/i, recorded: /^[A-Z0-9][A-Z0-9._-]{0,39}$/i } as const;

/** Reads the reference of a mission that is to be made. @throws {PorteError} `usage.reference`. */
export function parseReference(typed: string, how: keyof typeof REFERENCES): string {
  const reference = typed.trim();
  const most = how === "proposed" ? 32 : 40;
  if (!REFERENCES[how].test(reference)) throw new PorteError("usage.reference", { value: typed, most });
  return reference;
}
