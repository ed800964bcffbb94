import type { Day } from "../../domain/calendar.ts";
import { type LegalText, legalText } from "../../domain/dated.ts";

/** The last day for which every row of payroll was checked. */
export const CHECKED_UNTIL: Day = "2026-12-31";

/** Names a text of law and the day it bears. */
export const text = legalText;

/** Texts that change several values at once. */
export const DECREE_2023_1329 = (article: string): LegalText =>
  text(`${article} ; décret n° 2023-1329`, "2023-12-29", "2023-12-30");
export const DECREE_2025_318 = (article: string): LegalText => text(`${article} ; décret n° 2025-318`, "2025-04-04");
export const DECREE_2025_887 = (article: string): LegalText => text(`${article} ; décret n° 2025-887`, "2025-09-04");
export const LAW_2018_771 = (article: string): LegalText =>
  text(`C. trav., art. ${article} ; loi n° 2018-771`, "2018-09-05", "2018-09-06");
export const AGIRC_ARRCO = text("ANI relatif au régime Agirc-Arrco", "2017-11-17");
