import { english, french } from "./say.ts";
import type { Words } from "./words.ts";

const frenchSituationNames: Readonly<Record<string, string>> = {
  payDate: "Jour du versement",
  presentDays: "Jours de présence",
  workTime: "Temps de travail",
  paidShare: "Part du mois payée",
  forfaitDays: "Jours du forfait",
  fullPay: "Salaire du mois entier",
};

const englishSituationNames: Readonly<Record<string, string>> = {
  payDate: "Day of payment",
  presentDays: "Days present",
  workTime: "Working time",
  paidShare: "Share of the month that is paid",
  forfaitDays: "Days of the annual plan (forfait jours)",
  fullPay: "Pay of a whole month",
};

/** The words of a month that is worked out. */
export const simulationWords: Words<"payroll" | "portage" | "simulation" | "batch"> = {
  "payroll.situation": {
    fr: ({ name, month: asked, limits }) => ({
      what: `${frenchSituationNames[name] ?? name} : cette valeur n'est pas possible pour ${french.when(asked)}.`,
      hint: `Valeurs possibles : ${limits}.`,
    }),
    en: ({ name, month: asked, limits }) => ({
      what: `${englishSituationNames[name] ?? name}: this value is not possible for ${english.when(asked)}.`,
      hint: `Possible values: ${limits}.`,
    }),
  },
  "payroll.gross_range": {
    fr: ({ value, least, most }) => ({
      what: `Un salaire brut de ${french.money(value)} ne peut pas être calculé.`,
      hint: `Le brut doit être compris entre ${french.money(least)} et ${french.money(most)} par mois.`,
    }),
    en: ({ value, least, most }) => ({
      what: `A gross pay of ${english.money(value)} cannot be computed.`,
      hint: `Gross pay must be between ${english.money(least)} and ${english.money(most)} a month.`,
    }),
  },
  "portage.nothing_left": {
    fr: ({ turnover, fee, expenses }) => ({
      what: `${french.money(turnover)} moins ${french.money(fee)} de frais de gestion et ${french.money(expenses)} de frais ne suffisent pas à payer un salaire.`,
      hint: "Baisser les frais de gestion ou les frais, ou augmenter le chiffre d'affaires.",
    }),
    en: ({ turnover, fee, expenses }) => ({
      what: `${english.money(turnover)} less ${english.money(fee)} of management fee and ${english.money(expenses)} of expenses is not enough to pay a salary.`,
      hint: "Lower the management fee or the expenses, or raise the turnover.",
    }),
  },
  "portage.unreachable": {
    fr: ({ target, most }) => ({
      what: `Aucun chiffre d'affaires jusqu'à ${french.money(most)} par mois ne donne ${french.money(target)} net.`,
      hint: "Baisser le net visé, les frais de gestion ou les frais.",
    }),
    en: ({ target, most }) => ({
      what: `No turnover up to ${english.money(most)} a month gives ${english.money(target)} net.`,
      hint: "Lower the net, the management fee or the expenses.",
    }),
  },
  "simulation.exists": {
    fr: ({ name, file }) => ({
      what: `Une simulation « ${name} » est déjà enregistrée (${file}) : elle n'est jamais remplacée.`,
      hint: "Choisir un autre nom.",
    }),
    en: ({ name, file }) => ({
      what: `A simulation named "${name}" is already saved (${file}): it is never replaced.`,
      hint: "Choose another name.",
    }),
  },
  "simulation.unknown": {
    fr: ({ name, names }) => ({
      what: `Aucune simulation enregistrée ne s'appelle « ${name} ».`,
      hint:
        names.length === 0
          ? "En enregistrer une : porte simulate --tjm 550 --save <nom>"
          : `Simulations enregistrées : ${french.lists.and(names)}.`,
    }),
    en: ({ name, names }) => ({
      what: `No saved simulation is named "${name}".`,
      hint:
        names.length === 0
          ? "Save one: porte simulate --tjm 550 --save <name>"
          : `Saved simulations: ${english.lists.and(names)}.`,
    }),
  },
  "simulation.name": {
    fr: ({ name }) => ({
      what: `« ${name} » ne peut pas être le nom d'une simulation.`,
      hint: "Utiliser des lettres, chiffres, points et tirets, 64 au plus.",
    }),
    en: ({ name }) => ({
      what: `"${name}" cannot be the name of a simulation.`,
      hint: "Use letters, digits, dots and hyphens, 64 at most.",
    }),
  },
  "batch.blank": {
    fr: ({ line }) => ({
      what: `La ligne ${line} est vide.`,
      hint: "Supprimer les lignes vides : chaque ligne est un objet JSON.",
    }),
    en: ({ line }) => ({
      what: `Line ${line} is blank.`,
      hint: "Delete blank lines: each line is a JSON object.",
    }),
  },
  "batch.line": {
    fr: ({ line, reason }) => ({
      what: `Ligne ${line} : ${reason}`,
      hint: 'Une ligne est un objet JSON, par exemple {"tjm":550,"days":18}.',
    }),
    en: ({ line, reason }) => ({
      what: `Line ${line}: ${reason}`,
      hint: 'A line is a JSON object, for example {"tjm":550,"days":18}.',
    }),
  },
  "batch.lines": {
    fr: ({ bad, all }) => ({
      what: `${bad} ${french.form(bad, "ligne", "lignes")} sur ${all} ${french.form(bad, "n'a pas pu être calculée", "n'ont pas pu être calculées")} ; les autres ont leur réponse.`,
      hint: "La raison de chacune est dans sa réponse.",
    }),
    en: ({ bad, all }) => ({
      what: `${bad} of ${all} ${english.form(all, "line", "lines")} could not be computed; the others have their answer.`,
      hint: "The reason of each is in its answer.",
    }),
  },
};
