import { de } from "../elision.ts";
import { nameOf } from "../names.ts";
import { english, french } from "./say.ts";
import type { Words } from "./words.ts";

/** What is left to do in a month, by its step. */
const frenchSteps: Readonly<Record<string, string>> = {
  declare: "le rapport",
  receipts: "les justificatifs",
  send: "l'envoi",
  approval: "les approbations",
  payslip: "le bulletin",
};

const englishSteps: Readonly<Record<string, string>> = {
  declare: "the report",
  receipts: "the receipts",
  send: "the sending",
  approval: "the approvals",
  payslip: "the payslip",
};

/** Whether an act wrote a month's days. */
const isOfMonth = (kind: string) => kind === "declare" || kind === "restore";

/** The words of how a run ends. */
export const programWords: Words<"check" | "demo" | "run" | "undo"> = {
  "check.found": {
    fr: ({ count }) => ({
      what: `La vérification a trouvé ${count} ${french.form(count, "problème", "problèmes")}.`,
      hint: french.form(count, "Il est affiché ci-dessus.", "Ils sont affichés ci-dessus."),
    }),
    en: ({ count }) => ({
      what: `The check found ${count} ${english.form(count, "problem", "problems")}.`,
      hint: english.form(count, "It is shown above.", "They are shown above."),
    }),
  },
  "check.todo": {
    fr: ({ count }) => ({
      what: `Il vous reste ${count} ${french.form(count, "chose", "choses")} à faire.`,
      hint: french.form(count, "Elle est affichée ci-dessus.", "Elles sont affichées ci-dessus."),
    }),
    en: ({ count }) => ({
      what: `You have ${count} ${english.form(count, "thing", "things")} to do.`,
      hint: english.form(count, "It is shown above.", "They are shown above."),
    }),
  },
  "check.yours": {
    fr: ({ month, steps }) => ({
      what: `Il vous reste à faire pour ${french.month(month)} : ${french.lists.and(steps.map((step) => nameOf(frenchSteps, step)))}.`,
      hint: `Les faire étape par étape : porte month ${month}`,
    }),
    en: ({ month, steps }) => ({
      what: `Still to do for ${english.month(month)}: ${english.lists.and(steps.map((step) => nameOf(englishSteps, step)))}.`,
      hint: `Do it step by step: porte month ${month}`,
    }),
  },
  "demo.failed": {
    fr: ({ command, code }) => ({
      what: `La démonstration s'est arrêtée : « ${command} » a échoué (code ${code}).`,
      hint: "Son message est affiché ci-dessus.",
    }),
    en: ({ command, code }) => ({
      what: `The demo stopped: "${command}" failed (exit code ${code}).`,
      hint: "Its message is shown above.",
    }),
  },
  "run.interrupted": {
    fr: ({ kept, isLeft, resume }) => {
      if (isLeft && kept && resume !== null)
        return { what: `Ce qui a été saisi est enregistré : rien n'est envoyé. Pour reprendre : ${resume}` };
      if (isLeft) return { what: kept ? "Brouillon enregistré : rien n'est envoyé." : "Rien n'est envoyé." };
      if (!kept) return { what: "Interrompu." };
      return {
        what:
          resume === null
            ? "Interrompu : ce qui a été saisi est enregistré."
            : `Interrompu : ce qui a été saisi est enregistré. Pour reprendre : ${resume}`,
      };
    },
    en: ({ kept, isLeft, resume }) => {
      if (isLeft && kept && resume !== null)
        return { what: `What was typed is saved: nothing was sent. To go on: ${resume}` };
      if (isLeft) return { what: kept ? "Draft saved: nothing was sent." : "Nothing was sent." };
      if (!kept) return { what: "Interrupted." };
      return {
        what:
          resume === null
            ? "Interrupted: what was typed is saved."
            : `Interrupted: what was typed is saved. To go on: ${resume}`,
      };
    },
  },
  "run.notify": {
    fr: ({ reason }) => ({
      what: `La notification n'a pas pu être affichée : notify-send a répondu « ${reason} ».`,
      hint: "Recevoir le rappel par cron à la place : porte remind --print",
    }),
    en: ({ reason }) => ({
      what: `The notification could not be shown: notify-send answered "${reason}".`,
      hint: "Get the reminder by cron instead: porte remind --print",
    }),
  },
  "undo.nothing": {
    fr: () => ({ what: "Rien à annuler sur cette machine.", hint: "Voir ce qui peut être annulé : porte undo --list" }),
    en: () => ({ what: "Nothing to undo on this machine.", hint: "See what can be undone: porte undo --list" }),
  },
  "undo.changed": {
    fr: ({ kind, about }) =>
      isOfMonth(kind)
        ? {
            what: `Le rapport ${de(french.month(about))} a été envoyé depuis : rien n'est annulé.`,
            hint: `Retirer le mois envoyé : porte declare withdraw ${about}. Annuler l'action précédente : porte undo`,
          }
        : {
            what: "Cet élément a été modifié depuis : rien n'est annulé.",
            hint: "Annuler l'action précédente : porte undo",
          },
    en: ({ kind, about }) =>
      isOfMonth(kind)
        ? {
            what: `The report for ${english.month(about)} has been sent since: nothing was undone.`,
            hint: `Withdraw the month: porte declare withdraw ${about}. Undo the action before it: porte undo`,
          }
        : {
            what: "This has been changed since: nothing was undone.",
            hint: "Undo the action before it: porte undo",
          },
  },
};
