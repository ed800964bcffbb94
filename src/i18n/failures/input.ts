import { wordFor } from "../../domain/typed/offered.ts";
import type { Candidate } from "../../errors/input.ts";
import { de } from "../elision.ts";
import { inOneLine } from "../printable.ts";
import { english, french, type Say } from "./say.ts";
import type { FailureMessage, Words } from "./words.ts";

/** The words of values that cannot be read. */
export const inputWords: Words<"input"> = {
  "input.amount": {
    fr: ({ value }) => ({
      what: `« ${value} » n'est pas un montant en euros.`,
      hint: "Écrire par exemple 1234,56 ou 1 234,56 €.",
    }),
    en: ({ value }) => ({
      what: `"${value}" is not an amount in euros.`,
      hint: "Write for example 1234.56 or 1 234,56 €.",
    }),
  },
  "input.amount_ambiguous": {
    fr: ({ value, readings: [first, second] }) => ({
      what: `« ${value} » peut se lire de deux façons : ${french.money(first)} ou ${french.money(second)}.`,
      hint: `Écrire ${first} ou ${Number(second).toFixed(2).replace(".", ",")}.`,
    }),
    en: ({ value, readings: [first, second] }) => ({
      what: `"${value}" can be read in two ways: ${english.money(first)} or ${english.money(second)}.`,
      hint: `Write ${first} or ${Number(second).toFixed(2)}.`,
    }),
  },
  "input.amount_range": {
    fr: ({ value, least, most }) => ({
      what: `Le montant doit être compris entre ${french.money(least)} et ${french.money(most)}, et non ${french.money(value)}.`,
      hint: "Vérifier le montant et son signe.",
    }),
    en: ({ value, least, most }) => ({
      what: `The amount must be between ${english.money(least)} and ${english.money(most)}, not ${english.money(value)}.`,
      hint: "Check the amount and its sign.",
    }),
  },
  "input.rate": {
    fr: ({ value, least, most }) => ({
      what: `« ${value} » n'est pas un taux entre ${least} et ${most} %.`,
      hint: "Un taux s'écrit en pour cent : 7 ou 0,9 %.",
    }),
    en: ({ value, least, most }) => ({
      what: `"${value}" is not a rate between ${least} and ${most}%.`,
      hint: "Write a rate in percent: 7 or 0.9%.",
    }),
  },
  "input.fraction": {
    fr: ({ value, least, most }) => ({
      what: `« ${value} » n'est pas une fraction entre ${String(least).replace(".", ",")} et ${most}.`,
      hint: "Dans un lot, un taux est une fraction : 0.07 pour 7 %.",
    }),
    en: ({ value, least, most }) => ({
      what: `"${value}" is not a fraction between ${least} and ${most}.`,
      hint: "In a batch a rate is a fraction: 0.07 for 7 %.",
    }),
  },
  "input.cover": {
    fr: ({ percent }) => ({
      what: `Le taux de prévoyance ${percent.replace(".", ",")} % a trop de décimales.`,
      hint: "Deux décimales au plus : 1,50 %.",
    }),
    en: ({ percent }) => ({
      what: `The provident cover rate ${percent}% has too many decimals.`,
      hint: "Two decimals at most: 1.50%.",
    }),
  },
  "input.charge": {
    fr: ({ value }) => ({
      what: `« ${value} » n'est pas une charge.`,
      hint: 'Indiquer un nom, puis un taux ou un montant : --charge "médecine du travail=0,1%", --charge "RC pro=12,50".',
    }),
    en: ({ value }) => ({
      what: `"${value}" is not a charge.`,
      hint: 'Give a name, then a rate or an amount: --charge "occupational medicine=0.1%", --charge "insurance=12.50".',
    }),
  },
  "input.lines": {
    fr: ({ value }) => ({
      what: `« ${value} » n'est pas une liste de lignes.`,
      hint: "Indiquer les numéros affichés par porte expenses import <fichier>, par exemple 3,7-9.",
    }),
    en: ({ value }) => ({
      what: `"${value}" is not a list of lines.`,
      hint: "Give the numbers shown by porte expenses import <file>, for example 3,7-9.",
    }),
  },
  "input.hours": {
    fr: ({ value, least, most }) => ({
      what: `« ${value} » n'est pas un nombre d'heures entre ${String(least).replace(".", ",")} et ${most}, au quart d'heure près.`,
      hint: "Écrire par exemple 7, 7,5 ou 7.75.",
    }),
    en: ({ value, least, most }) => ({
      what: `"${value}" is not a number of hours between ${least} and ${most}, to the quarter.`,
      hint: "Write for example 7, 7.5 or 7.75.",
    }),
  },
  "input.times": {
    fr: ({ value }) => ({
      what: `« ${value} » n'indique pas une heure de début et une heure de fin.`,
      hint: "Écrire par exemple 3-6=9:00-17:30, ou « 3= » pour les supprimer.",
    }),
    en: ({ value }) => ({
      what: `"${value}" does not give a start time and an end time.`,
      hint: 'Write for example 3-6=9:00-17:30, or "3=" to delete them.',
    }),
  },
  "input.rest_days": {
    fr: ({ value, most }) => ({
      what: `« ${value} » n'est pas un nombre de jours de repos (à la demi-journée près, ${most} au plus).`,
      hint: "Écrire par exemple 1 ou 0,5.",
    }),
    en: ({ value, most }) => ({
      what: `"${value}" is not a number of rest days (to the half day, ${most} at most).`,
      hint: "Write for example 1 or 0.5.",
    }),
  },
  "input.count": {
    fr: ({ value, least, most }) => ({
      what: `« ${value} » n'est pas un nombre entre ${String(least).replace(".", ",")} et ${most}.`,
      hint: "Vérifier le nombre.",
    }),
    en: ({ value, least, most }) => ({
      what: `"${value}" is not a number between ${least} and ${most}.`,
      hint: "Check the number.",
    }),
  },
  "input.day": {
    fr: ({ value }) => ({
      what: `« ${value} » n'est pas une date valide.`,
      hint: "Écrire par exemple hier, lundi, 13/11 ou 13/11/2026.",
    }),
    en: ({ value }) => ({
      what: `"${value}" is not a valid date.`,
      hint: "Write for example yesterday, monday, 13/11 or 2026-11-13.",
    }),
  },
  "input.weekday": {
    fr: ({ value, day }) => ({
      what: `« ${value} » : cette date tombe un autre jour de la semaine, le ${french.day(day)}.`,
      hint: "Vérifier le jour, ou écrire la date seule.",
    }),
    en: ({ value, day }) => ({
      what: `"${value}": this date falls on another day of the week, ${english.day(day)}.`,
      hint: "Check the day, or write the date alone.",
    }),
  },
  "input.ambiguous": {
    fr: ({ value, readings }) => ({
      what: `« ${value} » peut avoir plusieurs sens.`,
      hint: `Écrire ${french.lists.or(readings.map((one) => french.day(wordFor(one, "fr"))))}.`,
    }),
    en: ({ value, readings }) => ({
      what: `"${value}" can have several meanings.`,
      hint: `Write ${english.lists.or(readings.map((one) => english.day(wordFor(one, "en"))))}.`,
    }),
  },
  "input.month": {
    fr: ({ value }) => ({
      what: `« ${value} » n'est pas un mois.`,
      hint: "Écrire par exemple novembre, 11/2026, courant ou dernier.",
    }),
    en: ({ value }) => ({
      what: `"${value}" is not a month.`,
      hint: "Write for example november, 11/2026, 2026-11, current or last.",
    }),
  },
  "input.days": {
    fr: ({ value, month: of }) => frenchDays(value, of),
    en: ({ value, month: of }) => englishDays(value, of),
  },
  "input.entry": {
    fr: ({ value }) => ({
      what: `« ${value} » n'est pas le contenu d'une journée.`,
      hint: "Une journée compte 1 jour au plus. Écrire par exemple 13=ACME:0,5,formation:0,5, ou ACME/CODE pour un code projet, offert@ACME pour un jour non facturé.",
    }),
    en: ({ value }) => ({
      what: `"${value}" is not the content of a day.`,
      hint: "A day counts as 1 at most. Write for example 13=ACME:0.5,training:0.5, or ACME/CODE for a project code, unbilled@ACME for an unbilled day.",
    }),
  },
  "input.expense_word": {
    fr: ({ value }) => ({
      what: `« ${value} » n'est ni un montant, ni une catégorie, ni un jour, ni un fichier.`,
      hint: `Si c'est une mission : --mission ${value}`,
    }),
    en: ({ value }) => ({
      what: `"${value}" is not an amount, a category, a day or a file.`,
      hint: `If it is a mission: --mission ${value}`,
    }),
  },
  "input.not_listed": {
    fr: ({ value, command }) => ({
      what: `Aucun élément de la liste n'a l'identifiant « ${value} ».`,
      hint: `Voir la liste : ${command}`,
    }),
    en: ({ value, command }) => ({
      what: `Nothing in the list has the identifier "${value}".`,
      hint: `See the list: ${command}`,
    }),
  },
  "input.not_waiting": {
    fr: ({ value, command }) => ({
      what: `Aucun élément en attente n'a l'identifiant « ${value} » : une réponse lui a peut-être déjà été donnée.`,
      hint: `Voir les éléments en attente : ${command}. Un élément déjà décidé se nomme par son identifiant entier.`,
    }),
    en: ({ value, command }) => ({
      what: `Nothing that waits for an answer has the identifier "${value}": it may have been answered already.`,
      hint: `See what waits: ${command}. What is decided is named by its whole identifier.`,
    }),
  },
  "input.which": {
    fr: ({ value, candidates }) => ({
      what: `« ${value} » peut désigner :${candidateLines(french, candidates)}`,
      hint: "Donner l'un de ces identifiants.",
    }),
    en: ({ value, candidates }) => ({
      what: `"${value}" may name:${candidateLines(english, candidates)}`,
      hint: "Give one of these identifiers.",
    }),
  },
  "input.mail": {
    fr: ({ value }) => ({
      what: `« ${value} » n'est pas une adresse électronique.`,
      hint: "Par exemple : claire.martin@portage.example",
    }),
    en: ({ value }) => ({
      what: `"${value}" is not an email address.`,
      hint: "For example: claire.martin@portage.example",
    }),
  },
  "input.way": {
    fr: ({ value }) => ({
      what: `« ${value} » n'indique pas comment les documents partent.`,
      hint: "Indiquer mail:<adresse>, folder:<dossier> ou print (imprimer).",
    }),
    en: ({ value }) => ({
      what: `"${value}" does not state how documents leave.`,
      hint: "Give mail:<address>, folder:<folder> or print.",
    }),
  },
  "input.text": {
    fr: ({ value, most }) => ({
      what: `Le texte « ${value.slice(0, 30)}… » dépasse ${most} caractères.`,
      hint: "Le raccourcir.",
    }),
    en: ({ value, most }) => ({
      what: `The text "${value.slice(0, 30)}…" is longer than ${most} characters.`,
      hint: "Shorten it.",
    }),
  },
};

/** What is wrong with a list of days, where it is plain. */
type DaysFault =
  /** The month does not have this day. */
  { readonly kind: "lacking"; readonly day: string } | { readonly kind: "backwards" | "several" | "other" };

/** Every month has so many days: a run that ends by then is one of days that are there, where one alone is taken. */
const SHORTEST_MONTH = 28;

function daysFault(value: string): DaysFault {
  const [, first = "", last = first] = /^(\d{1,2})(?:\s*(?:-|\.\.)\s*(\d{1,2}))?$/.exec(value.trim()) ?? [];
  if (first === "") return { kind: "other" };
  if (Number(first) > Number(last)) return { kind: "backwards" };
  return first !== last && Number(last) <= SHORTEST_MONTH ? { kind: "several" } : { kind: "lacking", day: last };
}

const frenchList = "Écrire par exemple 2-13,16,18..30 ou lundis.";

function frenchDays(value: string, of: string): FailureMessage {
  const month = french.month(of);
  const fault = daysFault(value);
  switch (fault.kind) {
    case "lacking":
      return { what: `Le mois ${de(month)} n'a pas de ${fault.day}.`, hint: frenchList };
    case "backwards":
      return { what: `« ${value} » : le premier jour vient après le dernier.`, hint: frenchList };
    case "several":
      return { what: `« ${value} » désigne plusieurs jours : un seul est possible ici.`, hint: frenchOnce };
    case "other":
      return { what: `« ${value} » n'est pas une liste de jours ${de(month)}.`, hint: frenchList };
  }
}

const frenchOnce = "Répéter l'option pour chaque jour : --day 2=… --day 3=…";

const englishList = "Write for example 2-13,16,18..30 or mondays.";

function englishDays(value: string, of: string): FailureMessage {
  const month = english.month(of);
  const fault = daysFault(value);
  switch (fault.kind) {
    case "lacking":
      return { what: `There is no day ${fault.day} in ${month}.`, hint: englishList };
    case "backwards":
      return { what: `"${value}": its first day comes after its last.`, hint: englishList };
    case "several":
      return { what: `"${value}" names several days: only one is possible here.`, hint: englishOnce };
    case "other":
      return { what: `"${value}" is not a list of days of ${month}.`, hint: englishList };
  }
}

const englishOnce = "Repeat the option for each day: --day 2=… --day 3=…";

/** Each candidate on a line of its own: how it is named, and what tells it from the others. */
function candidateLines({ day, money }: Pick<Say, "day" | "money">, candidates: readonly Candidate[]): string {
  const lineOf = ({ id, day: on, amount, name }: Candidate) =>
    [id, name, on === null ? null : day(on), amount === null ? null : money(amount)].filter((part) => part !== null);
  return candidates.map((one) => `\n${inOneLine(lineOf(one).join(" · "))}`).join("");
}
