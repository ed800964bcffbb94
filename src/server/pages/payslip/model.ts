import { firstDay, type Month } from "../../../domain/calendar.ts";
import { type Dated, legalText, stepOn } from "../../../domain/dated.ts";

/** A model of payslip, by the year since which it is compulsory. */
export type Model = "2023" | "2027";

/** The model that the order of 2016-02-25 asks for, by the first day of the months that follow it. */
const MODELS: Dated<Model> = {
  name: "payslipModel",
  unit: "count",
  checkedUntil: "2027-01-31",
  steps: [
    {
      from: "2023-07-01",
      value: "2023",
      text: legalText("Arrêté du 25 février 2016 modifié par l'arrêté", "2023-01-31", "2023-02-07"),
    },
    {
      from: "2027-01-01",
      value: "2027",
      text: legalText("Arrêté du 25 février 2016 modifié, reporté par l'arrêté", "2025-08-11"),
    },
  ],
};

/** Gives the model of a month: its own, or the next one where it is asked for, because it may be used before its day. */
export function modelOf(month: Month, asked?: "2027"): Model {
  return asked ?? stepOn(MODELS, firstDay(month)).value;
}
