import { LINE_CODES, type LineCode } from "../../src/domain/line-code.ts";
import type { Contribution } from "../../src/payroll/contribution.ts";
import { LEGISLATION, type Legislation } from "../../src/payroll/legislation.ts";

/** A code that no law, branch or company has. */
const UNKNOWN = "regionalMobility" as LineCode;

/** A contribution that nobody voted: 0.15 % of every pay, the employer's or the employee's. */
function phantom(code: LineCode, payer: "employer" | "employee"): Contribution {
  const text = { title: "No text at all", of: null, published: null, link: null };
  const rate = {
    name: "phantom",
    unit: "ppm",
    checkedUntil: "2026-12-31",
    steps: [{ from: "2024-01-01", value: 1_500, text }],
  } as const;
  return { code, section: "other", base: "gross", [payer]: rate };
}

/** The law with a phantom contribution of each kind: under a code that is not known, and hidden under each that is. */
export const PHANTOMS: readonly { readonly name: string; readonly law: Legislation }[] = [
  UNKNOWN,
  ...LINE_CODES,
].flatMap((code) =>
  (["employer", "employee"] as const).map((payer) => ({
    name: `0.15 % by the ${payer} as ${code}`,
    law: { ...LEGISLATION, contributions: [...LEGISLATION.contributions, phantom(code, payer)] },
  })),
);
