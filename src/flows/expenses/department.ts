import { PorteError } from "../../errors.ts";

/** Reads a department as it is typed: `75`, `2a`, `971`. @throws {PorteError} `usage.choice` for what is no department. */
export function parseDepartment(text: string): string {
  const code = text.trim().toUpperCase();
  if (/^(\d{2,3}|2[AB])$/.test(code)) return code;
  throw new PorteError("usage.choice", { option: "--department", value: text, choices: ["01", "2A", "75", "971"] });
}
