import type { Schemas } from "../../client/company.ts";
import type { CompanySheet } from "../../domain/local/sheet.ts";

/** Gives the contract of employment as far as its porté knows it: usual terms for what they did not say; null before they say when it began. */
export function contractOf({
  kind,
  category,
  level,
  start,
  end,
  alsaceMoselle,
  taxRatePpm,
}: CompanySheet["contract"]): Schemas["EmploymentContract"] | null {
  if (start === null) return null;
  return {
    kind: kind ?? "cdi",
    category: category ?? "cadre",
    level: level ?? "junior",
    start,
    end,
    alsaceMoselle: alsaceMoselle ?? false,
    taxRatePpm,
    job: "",
    position: "",
    weeklyHours: USUAL_HOURS,
    workingTime: "days",
    forfaitDays: null,
  };
}

/** The legal working time of a week, hours (L3121-27). */
const USUAL_HOURS = 35;
