import type { Cents } from "../../domain/money.ts";
import type { Dated } from "../dated.ts";
import { CHECKED_UNTIL } from "./year.ts";

/** Monthly social-security ceiling (PMSS), cents. */
export const PMSS: Dated<Cents> = {
  name: "pmss",
  checkedUntil: CHECKED_UNTIL,
  steps: [
    { from: "2026-01-01", value: 400_500, source: "Arrêté du 22 décembre 2025, plafond de la sécurité sociale 2026" },
  ],
};

/** Gross minimum wage (SMIC), cents an hour. */
export const SMIC_HOURLY: Dated<Cents> = {
  name: "smic",
  checkedUntil: CHECKED_UNTIL,
  steps: [
    { from: "2026-01-01", value: 1_202, source: "Décret du 17 décembre 2025, relèvement du SMIC" },
    { from: "2026-06-01", value: 1_231, source: "Arrêté du 22 mai 2026, relèvement du SMIC" },
  ],
};
