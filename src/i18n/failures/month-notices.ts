import { writeDays } from "../../domain/typed/days.ts";
import type { MonthNotice } from "../../errors/activity.ts";
import { de } from "../elision.ts";
import { english, french } from "./say.ts";

/** What is to be looked at in a month before it is sent, in French. */
export function frenchNotice(notice: MonthNotice, month: string): string {
  switch (notice.code) {
    case "nothing-to-fill":
      return `${termInFrench(notice, month)} : aucun jour à remplir en ${french.month(month)}`;
    case "blank-days": {
      const { count, days, ends } = notice;
      const blank = `${String(count).replace(".", ",")} ${french.form(count, "jour ouvré non rempli", "jours ouvrés non remplis")} en ${french.month(month)}`;
      const ending = ends.map(({ mission, end }) => ` ; ${mission} s'arrête le ${french.day(end)}`).join("");
      return `${blank} : ${french.form(days.length, "le", "les")} ${listed(days)}${ending}`;
    }
    case "month-ahead":
      return `Le mois ${de(french.month(month))} n'a pas commencé : il commence le ${french.day(notice.first)}`;
    case "days-ahead":
      return `${notice.count} ${french.form(notice.count, "jour travaillé", "jours travaillés")} encore à venir en ${french.month(month)}`;
  }
}

/** The same in English. */
export function englishNotice(notice: MonthNotice, month: string): string {
  switch (notice.code) {
    case "nothing-to-fill":
      return `${termInEnglish(notice, month)}: no day to fill in ${english.month(month)}`;
    case "blank-days": {
      const { count, days, ends } = notice;
      const blank = `${count} ${english.form(count, "working day", "working days")} not filled, in ${english.month(month)}`;
      const ending = ends.map(({ mission, end }) => `; ${mission} ends on ${english.day(end)}`).join("");
      return `${blank}: ${listed(days)}${ending}`;
    }
    case "month-ahead":
      return `${english.month(month)} has not begun: its first day is ${english.day(notice.first)}`;
    case "days-ahead":
      return `${notice.count} ${english.form(notice.count, "day", "days")} at work still to come in ${english.month(month)}`;
  }
}

type Unfilled = Extract<MonthNotice, { code: "nothing-to-fill" }>;

function termInFrench({ mission, start, end }: Unfilled, month: string): string {
  if (end !== null && end.slice(0, 7) <= month) return `${mission} s'arrête le ${french.day(end)}`;
  return start.slice(0, 7) < month ? mission : `${mission} commence le ${french.day(start)}`;
}

function termInEnglish({ mission, start, end }: Unfilled, month: string): string {
  if (end !== null && end.slice(0, 7) <= month) return `${mission} ends on ${english.day(end)}`;
  return start.slice(0, 7) < month ? mission : `${mission} begins on ${english.day(start)}`;
}

/** Days of one month, as they may be typed: `2-6, 9, 12-13`. */
function listed(days: readonly string[]): string {
  return writeDays(days).replaceAll(",", ", ");
}
