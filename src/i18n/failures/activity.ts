import type { ReportProblem } from "../../errors/activity.ts";
import { dayLabels, dayWords } from "../day-words.ts";
import { de } from "../elision.ts";
import { english, french, list } from "./say.ts";
import type { Words } from "./words.ts";

const frenchDay = (written: string) => dayWords(dayLabels.fr, written);
const englishDay = (written: string) => dayWords(dayLabels.en, written);

const frenchProblems: { readonly [Code in ReportProblem["code"]]: (problem: ReportProblem) => string } = {
  day_over_one: ({ value }) =>
    `${value.replace(".", ",")} ${french.form(Number(value), "jour déclaré", "jours déclarés")}, au plus 1`,
  unknown_mission: ({ value }) => `mission « ${value} » inconnue`,
  outside_mission: ({ value }) => `hors des dates de la mission ${value}`,
  outside_month: ({ value }) => `n'est pas dans le mois ${de(french.month(value))}`,
  repeated_day: () => "jour donné deux fois",
  parts: ({ value }) => `parts de la journée : ${value.replace(".", ",")}, il faut un demi-jour ou un jour entier`,
  unknown_code: ({ value }) => `code projet « ${value} » inconnu de la mission`,
  hours_missing: () => "le contrat compte des heures, et il en manque",
  times: ({ value }) => `heures de début et de fin « ${value} » : la fin doit suivre le début`,
  hours_over_day: ({ value }) => `${value.replace(".", ",")} heures, au plus 24`,
  confirm_rest_day: () => "dimanche, samedi ou jour férié : à confirmer par --rest-days",
};

const englishProblems: { readonly [Code in ReportProblem["code"]]: (problem: ReportProblem) => string } = {
  day_over_one: ({ value }) => `${value} ${english.form(Number(value), "day", "days")} declared, 1 at most`,
  unknown_mission: ({ value }) => `unknown mission "${value}"`,
  outside_mission: ({ value }) => `outside the dates of mission ${value}`,
  outside_month: ({ value }) => `is not in ${english.month(value)}`,
  repeated_day: () => "given twice",
  parts: ({ value }) => `parts of the day: ${value}, they must sum to half a day or a whole one`,
  unknown_code: ({ value }) => `project code "${value}" is not one of the mission's`,
  hours_missing: () => "the contract counts hours, and some are missing",
  times: ({ value }) => `start and end times "${value}": the end must follow the start`,
  hours_over_day: ({ value }) => `${value} hours, 24 at most`,
  confirm_rest_day: () => "a Sunday, Saturday or public holiday: confirm with --rest-days",
};

/** The words of reports of activity. */
export const activityWords: Words<"activity"> = {
  "activity.problems": {
    fr: ({ month: of, problems: faults }) => ({
      what: `Le rapport ${de(french.month(of))} a ${faults.length} ${french.form(faults.length, "jour", "jours")} à corriger :\n${faults.map((fault) => `  ${french.day(fault.day)} : ${frenchProblems[fault.code](fault)}`).join("\n")}`,
      hint: "Corriger ces jours, puis relancer la commande.",
    }),
    en: ({ month: of, problems: faults }) => ({
      what: `The report of ${english.month(of)} has ${faults.length} ${english.form(faults.length, "day", "days")} to mend:\n${faults.map((fault) => `  ${english.day(fault.day)}: ${englishProblems[fault.code](fault)}`).join("\n")}`,
      hint: "Mend these days and run the command again.",
    }),
  },
  "activity.no_mission": {
    fr: () => ({ what: "Aucune mission n'est en cours ce mois-ci.", hint: "porte missions list" }),
    en: () => ({ what: "No mission is under way this month.", hint: "porte missions list" }),
  },
  "activity.which_mission": {
    fr: ({ missions }) => ({
      what: `Plusieurs missions sont en cours : ${list(missions)}.`,
      hint: `Ajouter --mission ${missions[0] ?? "<référence>"}.`,
    }),
    en: ({ missions }) => ({
      what: `Several missions are under way: ${list(missions)}.`,
      hint: `Add --mission ${missions[0] ?? "<reference>"}.`,
    }),
  },
  "activity.unknown_mission": {
    fr: ({ mission, missions }) => ({
      what: `La mission « ${mission} » n'existe pas.`,
      hint: missions.length === 0 ? "porte missions list" : `Missions connues : ${list(missions)}.`,
    }),
    en: ({ mission, missions }) => ({
      what: `There is no mission "${mission}".`,
      hint: missions.length === 0 ? "porte missions list" : `Known missions: ${list(missions)}.`,
    }),
  },
  "activity.empty": {
    fr: ({ month: of }) => ({
      what: `Rien n'est déclaré pour ${french.month(of)}.`,
      hint: "Donner --days, --csv, ou --empty pour un mois sans activité.",
    }),
    en: ({ month: of }) => ({
      what: `Nothing is declared for ${english.month(of)}.`,
      hint: "Give --days, --csv, or --empty for a month without activity.",
    }),
  },
  "activity.outside_contract": {
    fr: ({ month: of, first, last }) => ({
      what: `${french.month(of)} est hors de votre contrat (depuis le ${french.day(first)}${last === null ? "" : ` jusqu'au ${french.day(last)}`}).`,
      hint: "Vérifier le mois.",
    }),
    en: ({ month: of, first, last }) => ({
      what: `${english.month(of)} is outside your contract (since ${english.day(first)}${last === null ? "" : ` until ${english.day(last)}`}).`,
      hint: "Check the month.",
    }),
  },
  "activity.conflict": {
    fr: ({ month: of, version, days }) => ({
      what: `La société tient une version ${version} ${de(french.month(of))} qui n'a pas été vue ici : ${days.map((one) => `${french.day(one.day)} : ici ${frenchDay(one.mine)}, là-bas ${frenchDay(one.theirs)}`).join(" ; ")}.`,
      hint: `porte declare ${of} --replace ${version} la remplace ; porte declare show ${of} la montre.`,
    }),
    en: ({ month: of, version, days }) => ({
      what: `The company holds a version ${version} of ${english.month(of)} that was not seen here: ${days.map((one) => `${english.day(one.day)}: here ${englishDay(one.mine)}, there ${englishDay(one.theirs)}`).join("; ")}.`,
      hint: `porte declare ${of} --replace ${version} replaces it; porte declare show ${of} shows it.`,
    }),
  },
  "activity.no_receipt": {
    fr: ({ month: of }) => ({
      what: `Aucun reçu ${de(french.month(of))} n'est gardé sur cette machine.`,
      hint: "Le reçu arrive avec l'envoi : porte sync envoie ce qui attend.",
    }),
    en: ({ month: of }) => ({
      what: `No receipt of ${english.month(of)} is kept on this machine.`,
      hint: "The receipt comes with the sending: porte sync sends what waits.",
    }),
  },
  "activity.queued_only": {
    fr: ({ month: of, reason }) => ({
      what: `Le rapport ${de(french.month(of))} est gardé et en file, mais pas envoyé : ${reason}`,
      hint: "porte sync l'enverra.",
    }),
    en: ({ month: of, reason }) => ({
      what: `The report of ${english.month(of)} is kept and queued, but not sent: ${reason}`,
      hint: "porte sync will send it.",
    }),
  },
  "activity.no_version": {
    fr: ({ month: of, version, versions }) => ({
      what: `Le rapport ${de(french.month(of))} n'a pas de version ${version}.`,
      hint: `Versions : ${versions.join(", ")}.`,
    }),
    en: ({ month: of, version, versions }) => ({
      what: `The report of ${english.month(of)} has no version ${version}.`,
      hint: `Versions: ${versions.join(", ")}.`,
    }),
  },
  "activity.approved": {
    fr: ({ month: of, version }) => ({
      what: `Le rapport ${de(french.month(of))} est approuvé (version ${version}) : une correction devra être approuvée de nouveau.`,
      hint: `--replace ${version} la dépose ; les deux versions sont gardées.`,
    }),
    en: ({ month: of, version }) => ({
      what: `The report of ${english.month(of)} is approved (version ${version}): a correction must be approved again.`,
      hint: `--replace ${version} files it; both versions are kept.`,
    }),
  },
  "activity.locked": {
    fr: ({ month: of, state }) => ({
      what: `Le rapport ${de(french.month(of))} ne peut plus changer : il est ${state === "approved" ? "approuvé" : "verrouillé"}.`,
      hint: `porte declare show ${of}`,
    }),
    en: ({ month: of, state }) => ({
      what: `The report of ${english.month(of)} can no longer change: it is ${state}.`,
      hint: `porte declare show ${of}`,
    }),
  },
};
