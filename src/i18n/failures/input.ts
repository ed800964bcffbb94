import { wordFor } from "../../domain/typed/offered.ts";
import { de } from "../elision.ts";
import { english, french, list } from "./say.ts";
import type { Words } from "./words.ts";

/** The words of values that cannot be read. */
export const inputWords: Words<"input"> = {
  "input.amount": {
    fr: ({ value }) => ({
      what: `« ${value} » n'est pas un montant en euros.`,
      hint: "Écrire par exemple 1234,56 ou 1 234,56 €.",
    }),
    en: ({ value }) => ({
      what: `"${value}" is not an amount in euros.`,
      hint: "Write for instance 1234.56 or 1 234,56 €.",
    }),
  },
  "input.amount_ambiguous": {
    fr: ({ value, readings: [first, second] }) => ({
      what: `« ${value} » : ${french.money(first)} ou ${french.money(second)} ?`,
      hint: `Écrire ${first} ou ${Number(second).toFixed(2).replace(".", ",")}.`,
    }),
    en: ({ value, readings: [first, second] }) => ({
      what: `"${value}": ${english.money(first)} or ${english.money(second)}?`,
      hint: `Write ${first} or ${Number(second).toFixed(2)}.`,
    }),
  },
  "input.amount_range": {
    fr: ({ value, least, most }) => ({
      what: `Le montant ${french.money(value)} n'est pas entre ${french.money(least)} et ${french.money(most)}.`,
      hint: "Vérifier le montant et son signe.",
    }),
    en: ({ value, least, most }) => ({
      what: `The amount ${english.money(value)} is not from ${english.money(least)} to ${english.money(most)}.`,
      hint: "Check the amount and its sign.",
    }),
  },
  "input.rate": {
    fr: ({ value, least, most }) => ({
      what: `« ${value} » n'est pas un taux entre ${least} et ${most} %.`,
      hint: "Un taux s'écrit toujours en pour cent : 7 ou 0,9 %.",
    }),
    en: ({ value, least, most }) => ({
      what: `"${value}" is not a rate from ${least} to ${most}%.`,
      hint: "A rate is always in percent: 7 or 0.9%.",
    }),
  },
  "input.fraction": {
    fr: ({ value, least, most }) => ({
      what: `« ${value} » n'est pas une fraction entre ${String(least).replace(".", ",")} et ${most}.`,
      hint: "Dans un lot, un taux est une fraction : 0.07 pour 7 %.",
    }),
    en: ({ value, least, most }) => ({
      what: `"${value}" is not a fraction from ${least} to ${most}.`,
      hint: "In a batch a rate is a fraction: 0.07 for 7 %.",
    }),
  },
  "input.cover": {
    fr: ({ percent }) => ({
      what: `Une prévoyance de ${percent.replace(".", ",")} % est trop précise.`,
      hint: "Son taux s'écrit en centièmes de pour cent : 1,50 %.",
    }),
    en: ({ percent }) => ({
      what: `A provident cover of ${percent}% is too fine.`,
      hint: "Its rate is in hundredths of a percent: 1.50%.",
    }),
  },
  "input.charge": {
    fr: ({ value }) => ({
      what: `« ${value} » n'est pas une charge.`,
      hint: 'Un nom, puis un taux ou un montant : --charge "médecine du travail=0,1%", --charge "RC pro=12,50".',
    }),
    en: ({ value }) => ({
      what: `"${value}" is not a charge.`,
      hint: 'A name, then a rate or an amount: --charge "occupational medicine=0.1%", --charge "insurance=12.50".',
    }),
  },
  "input.lines": {
    fr: ({ value }) => ({
      what: `« ${value} » n'est pas une liste de lignes.`,
      hint: "Par exemple 3,7-9 : les numéros que montre porte expenses import <fichier>.",
    }),
    en: ({ value }) => ({
      what: `"${value}" is no list of lines.`,
      hint: "For example 3,7-9: the numbers that porte expenses import <file> shows.",
    }),
  },
  "input.hours": {
    fr: ({ value, least, most }) => ({
      what: `« ${value} » : il faut des heures, de ${String(least).replace(".", ",")} à ${most}, au quart près.`,
      hint: "Par exemple 7, 7,5 ou 7.75.",
    }),
    en: ({ value, least, most }) => ({
      what: `"${value}": hours are needed, from ${least} to ${most}, to the quarter.`,
      hint: "For example 7, 7.5 or 7.75.",
    }),
  },
  "input.times": {
    fr: ({ value }) => ({
      what: `« ${value} » ne dit pas l'heure de début et celle de fin de ces jours.`,
      hint: "Écrire par exemple 3-6=9:00-17:30 ; « 3= » les retire.",
    }),
    en: ({ value }) => ({
      what: `"${value}" does not say when work began and ended on these days.`,
      hint: 'Write for instance 3-6=9:00-17:30; "3=" takes them away.',
    }),
  },
  "input.rest_days": {
    fr: ({ value, most }) => ({
      what: `« ${value} » : il faut des jours de repos, à la demi-journée près, ${most} au plus.`,
      hint: "Par exemple 1 ou 0,5.",
    }),
    en: ({ value, most }) => ({
      what: `"${value}": days of rest are needed, to the half day, ${most} at most.`,
      hint: "For instance 1 or 0.5.",
    }),
  },
  "input.count": {
    fr: ({ value, least, most }) => ({
      what: `« ${value} » n'est pas un nombre entre ${least} et ${most}.`,
      hint: "Vérifier le nombre.",
    }),
    en: ({ value, least, most }) => ({
      what: `"${value}" is not a number from ${least} to ${most}.`,
      hint: "Check the number.",
    }),
  },
  "input.day": {
    fr: ({ value }) => ({
      what: `« ${value} » n'est pas un jour qui existe.`,
      hint: "Écrire par exemple hier, lundi, 13/11 ou 13/11/2026.",
    }),
    en: ({ value }) => ({
      what: `"${value}" is not a day that exists.`,
      hint: "Write for instance yesterday, monday, 13/11 or 2026-11-13.",
    }),
  },
  "input.weekday": {
    fr: ({ value, day }) => ({
      what: `« ${value} » : ce jour est un autre jour de la semaine, ${french.day(day)}.`,
      hint: "Vérifier le jour, ou écrire la date seule.",
    }),
    en: ({ value, day }) => ({
      what: `"${value}": this day is another day of the week, ${english.day(day)}.`,
      hint: "Check the day, or write the date alone.",
    }),
  },
  "input.ambiguous": {
    fr: ({ value, readings }) => ({
      what: `« ${value} » a plusieurs sens.`,
      hint: `Écrire l'un d'eux : ${list(readings.map((one) => french.day(wordFor(one, "fr"))))}.`,
    }),
    en: ({ value, readings }) => ({
      what: `"${value}" has several meanings.`,
      hint: `Write one of them: ${list(readings.map((one) => english.day(wordFor(one, "en"))))}.`,
    }),
  },
  "input.month": {
    fr: ({ value }) => ({
      what: `« ${value} » n'est pas un mois.`,
      hint: "Écrire par exemple novembre, 11/2026, courant ou dernier.",
    }),
    en: ({ value }) => ({
      what: `"${value}" is not a month.`,
      hint: "Write for instance november, 11/2026, 2026-11, current or last.",
    }),
  },
  "input.days": {
    fr: ({ value, month: of }) => ({
      what: `« ${value} » n'est pas une suite de jours ${de(french.month(of))}.`,
      hint: "Écrire par exemple 2-13,16,18..30 ou lundis.",
    }),
    en: ({ value, month: of }) => ({
      what: `"${value}" is not a list of days of ${english.month(of)}.`,
      hint: "Write for instance 2-13,16,18..30 or mondays.",
    }),
  },
  "input.entry": {
    fr: ({ value }) => ({
      what: `« ${value} » ne dit pas un jour de travail.`,
      hint: "Par exemple 13=ACME:0,5,formation:0,5, ou ACME/CODE pour un code projet, offert@ACME pour un jour offert.",
    }),
    en: ({ value }) => ({
      what: `"${value}" does not say a day's time.`,
      hint: "For instance 13=ACME:0.5,training:0.5, or ACME/CODE for a project code, unbilled@ACME for a day offered.",
    }),
  },
  "input.text": {
    fr: ({ value, most }) => ({
      what: `« ${value.slice(0, 30)}… » dépasse ${most} caractères.`,
      hint: "Raccourcir le texte.",
    }),
    en: ({ value, most }) => ({
      what: `"${value.slice(0, 30)}…" is over ${most} characters.`,
      hint: "Shorten the text.",
    }),
  },
};
