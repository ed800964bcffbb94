import type { ReportProblem } from "../../errors/activity.ts";
import { dayLabels, dayWords } from "../day-words.ts";
import { de } from "../elision.ts";
import { nameOf, stateNames } from "../names.ts";
import { englishNotice, frenchNotice } from "./month-notices.ts";
import { english, french } from "./say.ts";
import type { Words } from "./words.ts";

const frenchDay = (written: string) => dayWords(dayLabels.fr, written);
const englishDay = (written: string) => dayWords(dayLabels.en, written);

const frenchProblems: { readonly [Code in ReportProblem["code"]]: (problem: ReportProblem) => string } = {
  day_over_one: ({ value }) =>
    `${value.replace(".", ",")} ${french.form(Number(value), "jour déclaré", "jours déclarés")}, 1 au plus`,
  unknown_mission: ({ value }) => `la mission « ${value} » n'existe pas`,
  outside_mission: ({ value }) => `en dehors des dates de la mission ${value}`,
  outside_month: ({ value }) => `ce jour n'est pas en ${french.month(value)}`,
  repeated_day: () => "ce jour est indiqué deux fois",
  parts: ({ value }) =>
    `total de la journée : ${value.replace(".", ",")} ; une demi-journée ou une journée entière est attendue`,
  unknown_code: ({ value }) => `la mission n'a pas de code projet « ${value} »`,
  hours_missing: () => "il manque des heures : votre contrat est en heures",
  times: ({ value }) => `heures « ${value} » : la fin doit être après le début`,
  hours_over_day: ({ value }) => `${value.replace(".", ",")} heures déclarées, 24 au plus`,
  not_a_holiday: () => "ce jour n'est pas férié",
  leave_on_holiday: () => "congé payé un jour férié : déclarer plutôt ce jour comme férié",
  half_holiday: () => "demi-journée d'un jour férié : déclarer la journée entière, ou l'autre demi-journée",
  confirm_rest_day: () => "jour de repos ; ajouter --rest-days pour confirmer",
};

const englishProblems: { readonly [Code in ReportProblem["code"]]: (problem: ReportProblem) => string } = {
  day_over_one: ({ value }) => `${value} ${english.form(Number(value), "day", "days")} declared, 1 at most`,
  unknown_mission: ({ value }) => `there is no mission "${value}"`,
  outside_mission: ({ value }) => `outside the dates of mission ${value}`,
  outside_month: ({ value }) => `this day is not in ${english.month(value)}`,
  repeated_day: () => "this day is given twice",
  parts: ({ value }) => `total of the day: ${value}; half a day or a whole day is expected`,
  unknown_code: ({ value }) => `the mission has no project code "${value}"`,
  hours_missing: () => "hours are missing: your contract is in hours",
  times: ({ value }) => `times "${value}": the end must be after the start`,
  hours_over_day: ({ value }) => `${value} hours declared, 24 at most`,
  not_a_holiday: () => "this day is not a public holiday",
  leave_on_holiday: () => "paid leave on a public holiday: declare it as a public holiday instead",
  half_holiday: () => "half a public holiday: declare the whole day, or the other half",
  confirm_rest_day: () => "a rest day; add --rest-days to confirm",
};

/** The words of reports of activity. */
export const activityWords: Words<"activity"> = {
  "activity.problems": {
    fr: ({ month: of, problems: faults }) => ({
      what: `Le rapport ${de(french.month(of))} a ${faults.length} ${french.form(faults.length, "jour", "jours")} à corriger :\n${faults.map((fault) => `  ${french.day(fault.day)} : ${frenchProblems[fault.code](fault)}`).join("\n")}`,
      hint: "Corriger ces jours, puis relancer la commande.",
    }),
    en: ({ month: of, problems: faults }) => ({
      what: `The report for ${english.month(of)} has ${faults.length} ${english.form(faults.length, "day", "days")} to fix:\n${faults.map((fault) => `  ${english.day(fault.day)}: ${englishProblems[fault.code](fault)}`).join("\n")}`,
      hint: "Fix these days, then run the command again.",
    }),
  },
  "activity.no_mission": {
    fr: () => ({ what: "Aucune mission n'est en cours ce mois-ci.", hint: "Voir les missions : porte missions list" }),
    en: () => ({ what: "No mission is active this month.", hint: "See the missions: porte missions list" }),
  },
  "activity.which_mission": {
    fr: ({ missions }) => ({
      what: `Plusieurs missions sont en cours : ${french.lists.and(missions)}.`,
      hint: `Indiquer laquelle : --mission ${missions[0] ?? "<référence>"}`,
    }),
    en: ({ missions }) => ({
      what: `Several missions are active: ${english.lists.and(missions)}.`,
      hint: `Say which one: --mission ${missions[0] ?? "<reference>"}`,
    }),
  },
  "activity.unknown_mission": {
    fr: ({ mission, missions }) => ({
      what: `La mission « ${mission} » n'existe pas.`,
      hint:
        missions.length === 0
          ? `L'enregistrer : porte missions add ${mission} --client <nom> --tjm <euros> --from <jour>`
          : `Missions possibles : ${french.lists.and(missions)}.`,
    }),
    en: ({ mission, missions }) => ({
      what: `There is no mission "${mission}".`,
      hint:
        missions.length === 0
          ? `Save it: porte missions add ${mission} --client <name> --tjm <euros> --from <day>`
          : `Possible missions: ${english.lists.and(missions)}.`,
    }),
  },
  "activity.already_sent": {
    fr: ({ month: of }) => ({
      what: `Le rapport ${de(french.month(of))} est déjà chez la société, et aucune correction n'est en attente ici.`,
      hint: `porte declare show ${of} le montre ; pour le corriger, donner les jours : porte declare ${of} --days …`,
    }),
    en: ({ month: of }) => ({
      what: `The report of ${english.month(of)} is with the company already, and no correction waits here.`,
      hint: `porte declare show ${of} shows it; to correct it, give the days: porte declare ${of} --days …`,
    }),
  },
  "activity.empty": {
    fr: ({ month: of }) => ({
      what: `Aucun jour n'est indiqué pour ${french.month(of)}.`,
      hint: "Indiquer les jours avec --days, --all ou --csv, ou --empty pour un mois sans activité.",
    }),
    en: ({ month: of }) => ({
      what: `No day is given for ${english.month(of)}.`,
      hint: "Give the days with --days, --all or --csv, or use --empty for a month without activity.",
    }),
  },
  "activity.nothing_to_fill": {
    fr: ({ month: of, ...unfilled }) => ({
      what: `${frenchNotice({ code: "nothing-to-fill", ...unfilled }, of)}.`,
      hint: "Choisir un autre mois, ou une mission en cours : porte missions list",
    }),
    en: ({ month: of, ...unfilled }) => ({
      what: `${englishNotice({ code: "nothing-to-fill", ...unfilled }, of)}.`,
      hint: "Choose another month, or a mission under way: porte missions list",
    }),
  },
  "activity.unconfirmed": {
    fr: ({ month: of, notices, options }) => ({
      what: `Rien n'est envoyé. ${notices.map((notice) => `${frenchNotice(notice, of)}.`).join(" ")}`,
      hint: `Si c'est bien le cas, ajouter ${options.join(" ")}.`,
    }),
    en: ({ month: of, notices, options }) => ({
      what: `Nothing is sent. ${notices.map((notice) => `${englishNotice(notice, of)}.`).join(" ")}`,
      hint: `If that is right, add ${options.join(" ")}.`,
    }),
  },
  "activity.outside_contract": {
    fr: ({ month: of, first, last }) => ({
      what: `Votre contrat ne couvre pas ${french.month(of)} : il ${last === null ? `commence le ${french.day(first)}` : `va du ${french.day(first)} au ${french.day(last)}`}.`,
      hint: "Vérifier le mois.",
    }),
    en: ({ month: of, first, last }) => ({
      what: `Your contract does not cover ${english.month(of)}: it ${last === null ? `starts on ${english.day(first)}` : `runs from ${english.day(first)} to ${english.day(last)}`}.`,
      hint: "Check the month.",
    }),
  },
  "activity.conflict": {
    fr: ({ month: of, version, days }) => ({
      what: `Le rapport ${de(french.month(of))} a changé chez la société (version ${version})${days.length === 0 ? "." : " :"}${days
        .map(
          ({ day, mine, theirs }) =>
            `\n  ${french.day(day)} : ici ${frenchDay(mine)} ; chez la société ${frenchDay(theirs)}`,
        )
        .join("")}`,
      hint: `Pour la remplacer par la vôtre : porte declare ${of} --replace ${version}. Pour la voir : porte declare show ${of}`,
    }),
    en: ({ month: of, version, days }) => ({
      what: `The report for ${english.month(of)} has changed at the company (version ${version})${days.length === 0 ? "." : ":"}${days
        .map(
          ({ day, mine, theirs }) =>
            `\n  ${english.day(day)}: here ${englishDay(mine)}; at the company ${englishDay(theirs)}`,
        )
        .join("")}`,
      hint: `To replace it with yours: porte declare ${of} --replace ${version}. To see it: porte declare show ${of}`,
    }),
  },
  "activity.no_receipt": {
    fr: ({ month: of }) => ({
      what: `Aucun reçu ${de(french.month(of))} n'est enregistré sur cette machine.`,
      hint: "Le reçu arrive avec l'envoi. Pour envoyer ce qui est en attente : porte sync",
    }),
    en: ({ month: of }) => ({
      what: `No receipt for ${english.month(of)} is saved on this machine.`,
      hint: "The receipt comes when the report is sent. To send what is queued: porte sync",
    }),
  },
  "activity.queued_only": {
    fr: ({ month: of, reason }) => ({
      what: `Le rapport ${de(french.month(of))} est enregistré ici, mais pas encore envoyé : ${reason}`,
      hint: "Pour l'envoyer : porte sync",
    }),
    en: ({ month: of, reason }) => ({
      what: `The report for ${english.month(of)} is saved here, but not sent yet: ${reason}`,
      hint: "To send it: porte sync",
    }),
  },
  "activity.no_version": {
    fr: ({ month: of, version, versions }) => ({
      what: `Le rapport ${de(french.month(of))} n'a pas de version ${version}.`,
      hint: `Versions : ${french.lists.and(versions.map(String))}.`,
    }),
    en: ({ month: of, version, versions }) => ({
      what: `The report for ${english.month(of)} has no version ${version}.`,
      hint: `Versions: ${english.lists.and(versions.map(String))}.`,
    }),
  },
  "activity.approved": {
    fr: ({ month: of, version }) => ({
      what: `Le rapport ${de(french.month(of))} est déjà approuvé (version ${version}) : une correction devra être approuvée de nouveau.`,
      hint: `Pour envoyer la correction : --replace ${version} (les deux versions sont conservées)`,
    }),
    en: ({ month: of, version }) => ({
      what: `The report for ${english.month(of)} is already approved (version ${version}): a correction must be approved again.`,
      hint: `To send the correction: --replace ${version} (both versions are retained)`,
    }),
  },
  "activity.locked": {
    fr: ({ month: of, state }) => ({
      what: `Le rapport ${de(french.month(of))} ne peut plus changer : il est ${nameOf(stateNames.fr, state)}.`,
      hint: `porte declare show ${of}`,
    }),
    en: ({ month: of, state }) => ({
      what: `The report for ${english.month(of)} can no longer change: it is ${nameOf(stateNames.en, state)}.`,
      hint: `porte declare show ${of}`,
    }),
  },
};
