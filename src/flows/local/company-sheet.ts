import type { Schemas } from "../../client/company.ts";
import { type CompanySheet, EMPTY_SHEET } from "../../domain/local/sheet.ts";
import { knownTerms } from "../../portage/company-terms.ts";
import { writtenTerms } from "../../portage/sheet-terms.ts";
import type { KnownProfile } from "../records/reader.ts";
import type { Session } from "../session.ts";

/** Reads what a company with an API says of itself and of the contract as a sheet: its documents go to it, and nowhere else. */
export async function sheetOfCompany({ reader }: Session): Promise<CompanySheet> {
  const [me, known] = await Promise.all([reader.me(), reader.profile()]);
  return sheetFrom(me, known);
}

/** Writes what a company says of itself and of a porté's contract as a sheet. */
export function sheetFrom(me: Schemas["Me"], known: KnownProfile): CompanySheet {
  const { contract } = me;
  const { name, siren = null, address = null, fee, deadlines, payroll, operatingCap = null } = known;
  const terms =
    fee === undefined || deadlines === undefined || payroll === undefined
      ? {}
      : writtenTerms(knownTerms({ fee, deadlines, payroll }, contract));
  return {
    ...EMPTY_SHEET,
    company: { name, siren, address },
    person: { name: me.name, email: me.email },
    contract:
      contract === null
        ? EMPTY_SHEET.contract
        : {
            kind: contract.kind,
            category: contract.category,
            level: contract.level,
            start: contract.start,
            end: contract.end,
            alsaceMoselle: contract.alsaceMoselle,
            taxRatePpm: contract.taxRatePpm,
          },
    fee: fee === undefined ? EMPTY_SHEET.fee : { ...fee, base: "turnover" },
    terms,
    deadlines: deadlines ?? EMPTY_SHEET.deadlines,
    operatingCap,
  };
}
