import { EMPTY_SHEET } from "../../src/domain/local/sheet.ts";
import { changeSheet, changesBetween } from "../../src/domain/local/sheet-facts.ts";
import * as sheet from "../../src/view/sheet.ts";
import { each, type Pages } from "./faces.ts";

const KNOWN = changeSheet(
  EMPTY_SHEET,
  {
    company: "Portage du Sud",
    siren: "732829320",
    contract: "cdd",
    category: "cadre",
    since: "2026-01-05",
    until: "2026-12-31",
    alsaceMoselle: true,
    taxRate: 74_000,
    fee: 70_000,
    feeCap: 40_000,
    feeBase: "turnover-less-expenses",
    expenseCap: { basis: "turnover", ratePpm: 150_000 },
    deliver: { by: "mail", to: "cra@sud.example", via: "eml" },
    reportDay: 25,
    payDay: 2,
    name: "Claire Martin",
    email: "claire@exemple.fr",
  },
  { charges: [{ name: "RC pro", amount: 12.5 }], workAccidentRate: 0.009, leave: "provisioned" },
);
const CHANGED = changeSheet(KNOWN, { fee: 60_000, deliver: { by: "folder", folder: "/home/claire/Portage" } });

/** The pages of a profile without a company. */
export const LOCAL_PAGES: Pages = {
  sheet: {
    sheetText: each([KNOWN, CHANGED, EMPTY_SHEET], sheet.sheetText),
    sheetChangesText: [
      (look) =>
        sheet.sheetChangesText(look, { before: KNOWN, after: CHANGED, changes: changesBetween(KNOWN, CHANGED) }),
    ],
  },
};
