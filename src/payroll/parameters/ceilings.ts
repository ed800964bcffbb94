import type { Dated } from "../../domain/dated.ts";
import type { Cents, Ppm } from "../../domain/money.ts";
import { article, CHECKED_UNTIL, journal, journalArticle, text } from "./texts.ts";

const PMSS_OF = (year: number, ...of: [string, string, string]) =>
  text(`Arrêté portant fixation du plafond de la sécurité sociale pour ${year}`, ...of);
const SMIC_DECREE = (number: string, ...of: [string, string, string]) =>
  text(`Décret n° ${number} portant relèvement du salaire minimum de croissance`, ...of);
const SMIC_ORDER = (...of: [string, string, string]) =>
  text("Arrêté relatif au relèvement du salaire minimum de croissance", ...of);

/** Monthly social-security ceiling (PMSS), cents. */
export const PMSS: Dated<Cents> = {
  name: "pmss",
  unit: "cents",
  checkedUntil: CHECKED_UNTIL,
  steps: [
    {
      from: "2024-01-01",
      value: 386_400,
      text: PMSS_OF(2024, "2023-12-19", "2023-12-29", journalArticle("000048708695")),
    },
    { from: "2025-01-01", value: 392_500, text: PMSS_OF(2025, "2024-12-19", "2024-12-29", journal("000050854392")) },
    { from: "2026-01-01", value: 400_500, text: PMSS_OF(2026, "2025-12-22", "2025-12-23", journal("000053143451")) },
  ],
};

/** Gross minimum wage (SMIC), cents an hour. */
export const SMIC_HOURLY: Dated<Cents> = {
  name: "smic",
  unit: "cents",
  checkedUntil: CHECKED_UNTIL,
  steps: [
    { from: "2023-05-01", value: 1_152, text: SMIC_ORDER("2023-04-26", "2023-04-27", journal("000047495817")) },
    {
      from: "2024-01-01",
      value: 1_165,
      text: SMIC_DECREE("2023-1216", "2023-12-20", "2023-12-21", journalArticle("000048604684")),
    },
    {
      from: "2024-11-01",
      value: 1_188,
      text: SMIC_DECREE("2024-951", "2024-10-23", "2024-10-24", journal("000050392683")),
    },
    {
      from: "2026-01-01",
      value: 1_202,
      text: SMIC_DECREE("2025-1228", "2025-12-17", "2025-12-18", journal("000053042520")),
    },
    { from: "2026-06-01", value: 1_231, text: SMIC_ORDER("2026-05-22", "2026-05-24", journal("000054126589")) },
  ],
};

/** Mean AT/MP rate of the country, ppm: the default where the company's own is unknown. */
export const WORK_ACCIDENT_MEAN: Dated<Ppm> = {
  name: "workAccident.mean",
  unit: "ppm",
  checkedUntil: CHECKED_UNTIL,
  steps: [
    {
      from: "2024-01-01",
      value: 21_200,
      text: text(
        "Accidents du travail, tarification de 2024 (même taux dans l'arrêté du 29 avril 2025, JO du 30) ; art. 2 de l'arrêté",
        "2023-12-27",
        "2023-12-29",
        journalArticle("000048708748"),
      ),
    },
    {
      from: "2026-01-01",
      value: 20_800,
      text: text(
        "Accidents du travail, tarification de 2026 ; art. 2 de l'arrêté",
        "2025-12-30",
        "2025-12-31",
        journalArticle("000053228995"),
      ),
    },
  ],
};

/**
 * The SMIC of the general reduction, cents an hour. In 2026 it stays that of 1 January all year: in CSS art. D. 241-7 and those after it
 * the decree of June 2026 puts "SMIC applicable on 1 January 2026" for the current one.
 */
export const REDUCTION_SMIC_HOURLY: Dated<Cents> = {
  name: "generalReduction.smic",
  unit: "cents",
  checkedUntil: CHECKED_UNTIL,
  steps: [
    {
      from: "2024-01-01",
      value: 1_165,
      text: text("CSS, art. D. 241-7 ; décret n° 2023-1216", "2023-12-20", "2023-12-21", article("000048852497")),
    },
    {
      from: "2024-11-01",
      value: 1_188,
      text: text("CSS, art. D. 241-7 ; décret n° 2024-951", "2024-10-23", "2024-10-24", article("000048852497")),
    },
    {
      from: "2026-01-01",
      value: 1_202,
      text: text(
        "CSS, art. D. 241-7 (SMIC du 1er janvier 2026) ; décret n° 2026-509",
        "2026-06-12",
        "2026-06-14",
        article("000054252241"),
      ),
    },
  ],
};
