import { english, french } from "./say.ts";
import type { Words } from "./words.ts";

/** The words of how a run ends. */
export const programWords: Words<"check" | "demo" | "run" | "undo"> = {
  "check.found": {
    fr: ({ count }) => ({
      what: `La vérification a trouvé ${count} ${french.form(count, "défaut", "défauts")}.`,
      hint: "Chacun est dit plus haut.",
    }),
    en: ({ count }) => ({
      what: `The check found ${count} ${english.form(count, "fault", "faults")}.`,
      hint: "Each is said above.",
    }),
  },
  "check.yours": {
    fr: ({ month, steps }) => ({
      what: `Le mois ${month} vous attend : ${steps.join(", ")}.`,
      hint: `porte month ${month} propose chaque étape.`,
    }),
    en: ({ month, steps }) => ({
      what: `The month ${month} waits for you: ${steps.join(", ")}.`,
      hint: `porte month ${month} offers each step.`,
    }),
  },
  "demo.no-company": {
    fr: ({ package: name }) => ({
      what: `La visite a besoin d'une société d'essai, et le paquet ${name} n'est pas installé à côté de porte.`,
      hint: `Installer les deux : npm install -g porte ${name}, puis relancer : porte demo`,
    }),
    en: ({ package: name }) => ({
      what: `The tour needs a trial company, and the package ${name} is not installed beside porte.`,
      hint: `Install both: npm install -g porte ${name}, then again: porte demo`,
    }),
  },
  "demo.failed": {
    fr: ({ command, code }) => ({
      what: `Dans la visite, « ${command} » s'est terminée par ${code}.`,
      hint: "Ce qu'elle a dit est juste au-dessus.",
    }),
    en: ({ command, code }) => ({
      what: `In the tour, "${command}" ended with ${code}.`,
      hint: "What it said stands just above.",
    }),
  },
  "run.interrupted": {
    fr: ({ kept }) => ({ what: kept ? "Interrompu ; le brouillon est gardé." : "Interrompu." }),
    en: ({ kept }) => ({ what: kept ? "Interrupted; the draft is kept." : "Interrupted." }),
  },
  "undo.nothing": {
    fr: () => ({ what: "Rien à défaire sur cette machine.", hint: "porte undo --list" }),
    en: () => ({ what: "Nothing to undo on this machine.", hint: "porte undo --list" }),
  },
  "undo.changed": {
    fr: () => ({
      what: "Ce que la dernière modification avait écrit a changé depuis : rien n'est annulé.",
      hint: "porte undo annule la modification précédente. Un mois envoyé se retire avec porte declare withdraw.",
    }),
    en: () => ({
      what: "What the last change wrote has changed since: nothing is undone.",
      hint: "porte undo undoes the change before it. A month that was sent is withdrawn with porte declare withdraw.",
    }),
  },
};
