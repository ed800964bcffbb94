import { PorteError } from "../../errors.ts";

/** The hours of a day in which nobody is told anything; null for none. */
export interface QuietHours {
  readonly from: string;
  readonly to: string;
}

/** The hours that nobody has chosen otherwise. */
export const NIGHT = "20:00-08:00";

/** Reads `20:00-08:00`, or `none`. @param option what was typed with it. @throws {PorteError} `usage.choice`. */
export function parseQuietHours(typed: string, option = "--quiet-hours"): QuietHours | null {
  if (/^(none|aucune?)$/i.test(typed)) return null;
  const [, from = "", to = ""] = /^((?:[01]\d|2[0-3]):[0-5]\d)-((?:[01]\d|2[0-3]):[0-5]\d)$/.exec(typed) ?? [];
  if (from === "") throw new PorteError("usage.choice", { option, value: typed, choices: ["20:00-08:00", "none"] });
  return { from, to };
}
