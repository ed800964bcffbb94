import type { StepName } from "../../domain/month-end.ts";
import { de } from "../elision.ts";
import { frenchFormat } from "../format.ts";
import type { Labels } from "../labels.ts";

/** What is said of what waits, and the end of a month. */
export const frMonth = {
  status: {
    todo: "À faire",
    waiting: "Chez les autres",
    money: "Argent",
    allDone: "Rien ne vous attend.",
    reportDue: (month: string, day: string) => `rapport ${de(month)} à envoyer avant le ${day}`,
    reportLate: (month: string, day: string) => `rapport ${de(month)} attendu depuis le ${day}`,
    reportDraft: (month: string) => `brouillon ${de(month)} pas encore envoyé`,
    reportRefused: (month: string, reason: string) => `rapport ${de(month)} refusé : ${reason}`,
    expensesWaiting: (count: number, amount: string) => `${count} frais à envoyer, ${amount}`,
    receiptsMissing: (count: number) => `${count} frais sans justificatif`,
    expenseQuestioned: (amount: string, question: string) =>
      `La société demande, d'un frais de ${amount} : ${question}`,
    expenseRefused: (amount: string, reason: string) => `frais de ${amount} refusé : ${reason}`,
    reportQueued: (month: string) => `rapport ${de(month)} en file : il partira dès que la société répondra`,
    reportWaits: (month: string) => `rapport ${de(month)} : la société le lit`,
    reportApproved: (month: string) => `rapport ${de(month)} approuvé : la paie suit`,
    reportAtClient: (month: string) => `rapport ${de(month)} : le client le lit`,
    expensesRead: (count: number, amount: string) => `${count} frais, ${amount} : la société les lit`,
    transfer: (amount: string, day: string) => `virement de ${amount} le ${day}`,
    transferred: (amount: string, day: string) => `dernier virement : ${amount} le ${day}`,
    balance: (balance: string, reserve: string) => `solde ${balance}, dont réserve ${reserve}`,
  },
  monthEnd: {
    title: (month: string) => `Fin ${de(month)}`,
    steps: {
      declare: "déclarer",
      receipts: "justificatifs",
      send: "envoyer",
      approval: "approbations",
      payslip: "bulletin",
    } satisfies Labels<StepName>,
    states: { done: "fait", skipped: "laissée de côté", later: "plus tard" },
    waitingOn: { me: "à vous", machine: "part d'ici", company: "chez la société", client: "chez le client" },
    since: (who: string, instant: string) => `${who} depuis le ${instant}`,
    transfer: (day: string) => `virement le ${day}`,
    ask: (step: string) => `Étape « ${step} » ?`,
    take: "s'en occuper",
    skip: "la laisser de côté ce mois-ci",
    leave: "s'arrêter là",
    askDate: "Date du frais",
  },
  sync: {
    nothing: "Rien n'attend : tout est chez la société.",
    draft: (month: string, code: string) =>
      `Rapport ${de(month)} en brouillon : il n'est pas à envoyer tant qu'il n'est pas terminé (porte declare ${code}).`,
    sent: (month: string, version: number) => `Rapport ${de(month)} envoyé (version ${version}).`,
    waits: (month: string, reason: string) => `Rapport ${de(month)} toujours en file : ${reason}`,
  },
  undo: {
    done: (act: string) => `Défait : ${act}.`,
    none: "Rien à défaire.",
    acts: {
      declare: (about: string) => `jours déclarés ${de(frenchFormat.month(about))}`,
      restore: (about: string) => `version reprise ${de(frenchFormat.month(about))}`,
      "expense-added": (about: string) => `frais gardé (${about} €)`,
      "expense-changed": (about: string) => `frais changé (${about} €)`,
      "expense-removed": (about: string) => `frais oublié (${about} €)`,
      "receipt-attached": (about: string) => `justificatif joint (${about} €)`,
      vehicle: (about: string) => `véhicule (${about})`,
      "step-skipped": (about: string) => `étape laissée de côté (${about})`,
      "step-resumed": (about: string) => `étape reprise (${about})`,
      match: (about: string) => `règle de lecture (${about})`,
      "day-length": (about: string) => `durée d'une journée (${about})`,
    },
  },
};

/** The help of what waits, and the end of a month. */
export const frMonthHelp = {
  month: {
    month: "mois : 2026-11, 11/2026, current ou last ; sans lui, le mois d'avant jusqu'au 15, puis celui-ci",
    skip: "laisser de côté une étape de ce mois",
    resume: "reprendre une étape laissée de côté",
    unattended: "pour cron : envoyer ce qui est en file ; silence et code 0 sauf si vous êtes attendu (code 6)",
  },
  undo: { list: "voir ce qui peut être défait" },
};
