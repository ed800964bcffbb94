import type { Day } from "../../domain/calendar.ts";
import { type LegalText, legalText } from "../../domain/dated.ts";

/** The last day for which every row of payroll was checked. */
export const CHECKED_UNTIL: Day = "2026-12-31";

/** Names a text of law and the day it bears. */
export const text = legalText;

const LEGIFRANCE = "https://www.legifrance.gouv.fr";

/** Where an article of a code is read in one of its versions, by its number. */
export const article = (id: string): string => `${LEGIFRANCE}/codes/article_lc/LEGIARTI${id}`;

/** Where a text of the Journal officiel is read, by its number. */
export const journal = (id: string): string => `${LEGIFRANCE}/jorf/id/JORFTEXT${id}`;

/** Where an article of a text of the Journal officiel is read, by its number. */
export const journalArticle = (id: string): string => `${LEGIFRANCE}/jorf/article_jo/JORFARTI${id}`;

/** Where an article of a collective agreement is read, by its number. */
export const agreementArticle = (id: string): string => `${LEGIFRANCE}/conv_coll/article/KALIARTI${id}`;

/** Where a whole collective agreement is read, by its number. */
export const agreementText = (id: string): string => `${LEGIFRANCE}/conv_coll/id/KALITEXT${id}`;

/** Texts that change several values at once: what they change, and where it is read. */
export const DECREE_2023_1329 = (changed: string, link: string): LegalText =>
  text(`${changed} ; décret n° 2023-1329`, "2023-12-29", "2023-12-30", link);
export const DECREE_2025_318 = (changed: string, link: string): LegalText =>
  text(`${changed} ; décret n° 2025-318`, "2025-04-04", "2025-04-06", link);
export const LAW_2018_771 = (changed: string, link: string): LegalText =>
  text(`C. trav., art. ${changed} ; loi n° 2018-771`, "2018-09-05", "2018-09-06", link);
/** The order that extends it is of 24 April 2018. */
export const AGIRC_ARRCO = (articles: string, link: string): LegalText =>
  text(`ANI instituant le régime Agirc-Arrco (${articles})`, "2017-11-17", "2018-04-28", link);
