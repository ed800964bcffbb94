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
