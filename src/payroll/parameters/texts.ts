import type { Day } from "../../domain/calendar.ts";
import type { LegalText } from "../dated.ts";

/** Names a text of law and the day it bears. */
export const text = (title: string, of: Day | null): LegalText => ({ title, of });

/** Texts that change several values at once. */
export const DECREE_2023_1329 = (article: string) => text(`${article} ; décret n° 2023-1329`, "2023-12-29");
export const DECREE_2025_318 = (article: string) => text(`${article} ; décret n° 2025-318`, "2025-04-04");
export const DECREE_2025_887 = (article: string) => text(`${article} ; décret n° 2025-887`, "2025-09-04");
export const LAW_2018_771 = (article: string) => text(`C. trav., art. ${article} ; loi n° 2018-771`, "2018-09-05");
export const AGIRC_ARRCO = text("ANI relatif au régime Agirc-Arrco", "2017-11-17");
