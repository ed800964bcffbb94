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
  forfaitDays: "Days of the forfait",
  fullPay: "Pay of a whole month",
};

/** The words of a month that is worked out. */
export const simulationWords: Words<"payroll" | "portage" | "simulation" | "batch"> = {
  "payroll.situation": {
    fr: ({ name, month: asked, limits }) => ({
      what: `${frenchSituationNames[name] ?? name} : valeur impossible pour ${french.when(asked)}.`,
      hint: `Attendu : ${limits}.`,
    }),
    en: ({ name, month: asked, limits }) => ({
      what: `${englishSituationNames[name] ?? name}: not a possible value for ${english.when(asked)}.`,
      hint: `Expected: ${limits}.`,
    }),
  },
  "payroll.gross_range": {
    fr: ({ value, least, most }) => ({
      what: `Un brut de ${french.money(value)} ne se calcule pas.`,
      hint: `De ${french.money(least)} à ${french.money(most)} par mois.`,
    }),
    en: ({ value, least, most }) => ({
      what: `A gross pay of ${english.money(value)} cannot be computed.`,
      hint: `From ${english.money(least)} to ${english.money(most)} a month.`,
    }),
  },
  "portage.nothing_left": {
    fr: ({ turnover, fee, expenses }) => ({
      what: `${french.money(turnover)} moins ${french.money(fee)} de frais de gestion et ${french.money(expenses)} de frais ne laissent pas de quoi payer un salaire.`,
      hint: "Baisser les frais ou augmenter le chiffre d'affaires.",
    }),
    en: ({ turnover, fee, expenses }) => ({
      what: `${english.money(turnover)} less ${english.money(fee)} of management fee and ${english.money(expenses)} of expenses leaves nothing to pay a salary with.`,
      hint: "Lower the expenses or raise the turnover.",
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
      what: `Une simulation « ${name} » est déjà gardée : une preuve ne se réécrit pas (${file}).`,
      hint: "Choisir un autre nom.",
    }),
    en: ({ name, file }) => ({
      what: `A simulation named "${name}" is already kept: evidence is not written over (${file}).`,
      hint: "Choose another name.",
    }),
  },
  "simulation.unknown": {
    fr: ({ name, names }) => ({
      what: `Aucune simulation gardée ne s'appelle « ${name} ».`,
      hint: names.length === 0 ? "porte simulate … --save <nom> en garde une." : `Gardées ici : ${names.join(", ")}.`,
    }),
    en: ({ name, names }) => ({
      what: `No simulation kept here is named "${name}".`,
      hint: names.length === 0 ? "porte simulate … --save <name> keeps one." : `Kept here: ${names.join(", ")}.`,
    }),
  },
  "simulation.name": {
    fr: ({ name }) => ({
      what: `« ${name} » ne peut pas nommer une simulation.`,
      hint: "Lettres, chiffres, points et tirets, 64 au plus.",
    }),
    en: ({ name }) => ({
      what: `"${name}" cannot name a simulation.`,
      hint: "Letters, digits, dots and hyphens, 64 at most.",
    }),
  },
  "batch.blank": {
    fr: ({ line }) => ({
      what: `Ligne ${line} : elle est vide.`,
      hint: "Chaque ligne est un objet JSON ; retirez les lignes vides.",
    }),
    en: ({ line }) => ({
      what: `Line ${line} is blank.`,
      hint: "Each line is a JSON object; take blank lines out.",
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
      hint: "Chacune porte sa raison, à sa place.",
    }),
    en: ({ bad, all }) => ({
      what: `${bad} of ${all} lines could not be computed; the others have their answer.`,
      hint: "Each one says why, in its place.",
    }),
  },
};
