import type { Dated } from "../../domain/dated.ts";
import type { Cents, Ppm } from "../../domain/money.ts";
import { CHECKED_UNTIL, text } from "./texts.ts";

/** Monthly social-security ceiling (PMSS), cents. */
export const PMSS: Dated<Cents> = {
  name: "pmss",
  unit: "cents",
  checkedUntil: CHECKED_UNTIL,
  steps: [
    { from: "2024-01-01", value: 386_400, text: text("Arrêté, plafond de la sécurité sociale 2024", "2023-12-19") },
    { from: "2025-01-01", value: 392_500, text: text("Arrêté, plafond de la sécurité sociale 2025", "2024-12-19") },
    { from: "2026-01-01", value: 400_500, text: text("Arrêté, plafond de la sécurité sociale 2026", "2025-12-22") },
  ],
};

/** Gross minimum wage (SMIC), cents an hour. */
export const SMIC_HOURLY: Dated<Cents> = {
  name: "smic",
  unit: "cents",
  checkedUntil: CHECKED_UNTIL,
  steps: [
    { from: "2023-05-01", value: 1_152, text: text("Arrêté, relèvement du SMIC", "2023-04-26") },
    { from: "2024-01-01", value: 1_165, text: text("Décret n° 2023-1216, relèvement du SMIC", "2023-12-20") },
    { from: "2024-11-01", value: 1_188, text: text("Décret n° 2024-951, relèvement du SMIC", "2024-10-23") },
    { from: "2026-01-01", value: 1_202, text: text("Décret n° 2025-1228, relèvement du SMIC", "2025-12-17") },
    { from: "2026-06-01", value: 1_231, text: text("Arrêté, relèvement du SMIC", "2026-05-22") },
  ],
};

/** Mean AT/MP rate of the country, ppm: the default where the company's own is unknown. */
export const WORK_ACCIDENT_MEAN: Dated<Ppm> = {
  name: "workAccident.mean",
  unit: "ppm",
  checkedUntil: CHECKED_UNTIL,
  steps: [
    { from: "2024-01-01", value: 21_200, text: text("CSS, art. D. 242-6-4 ; taux net moyen national 2024", null) },
    { from: "2026-01-01", value: 20_800, text: text("CSS, art. D. 242-6-4 ; taux net moyen national 2026", null) },
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
      text: text("CSS, art. D. 241-7 ; décret n° 2023-1216", "2023-12-20", "2023-12-21"),
    },
    {
      from: "2024-11-01",
      value: 1_188,
      text: text("CSS, art. D. 241-7 ; décret n° 2024-951", "2024-10-23", "2024-10-24"),
    },
    {
      from: "2026-01-01",
      value: 1_202,
      text: text("CSS, art. D. 241-7 ; décret n° 2026-509 (SMIC du 1er janvier 2026)", "2026-06-12", "2026-06-14"),
    },
  ],
};
