import { companyDigits, isSiren, isSiret } from "../../domain/contracts/company-number.ts";
import { PorteError } from "../../errors.ts";

/** Reads a number of days, whole or half: `40`, `12,5`. @throws {PorteError} `usage.choice` for any other. */
export function parseDaysOrdered(text: string): number {
  const days = Number(text.trim().replace(",", "."));
  if (/^\d{1,5}([.,][05])?$/.test(text.trim()) && days > 0 && days <= 10_000) return days;
  throw new PorteError("usage.choice", { option: "--days-ordered", value: text, choices: ["40", "12,5"] });
}

/** Reads a SIREN. @throws {PorteError} `mission.client_number`. */
export function parseSiren(text: string): string {
  const number = companyDigits(text);
  if (!isSiren(number)) throw new PorteError("mission.client_number", { kind: "siren", number: text });
  return number;
}

/** Reads a SIRET. @throws {PorteError} `mission.client_number`. */
export function parseSiret(text: string): string {
  const number = companyDigits(text);
  if (!isSiret(number)) throw new PorteError("mission.client_number", { kind: "siret", number: text });
  return number;
}
