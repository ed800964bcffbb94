import { frenchLists } from "../lists.ts";
import { placeholderIn, withPlaceholders } from "../placeholders.ts";
import { frenchForm } from "../plural.ts";
import { frenchSpan } from "../span.ts";

/** What is said of what every command may say. */
export const frCommon = {
  failure: {
    title: "Erreur :",
    arrow: "→",
    code: (code: string) => `(${code} · --verbose pour le détail)`,
    bug: "Une erreur inattendue s'est produite : c'est une anomalie de porte.",
    bugHint: (file: string) => `Le détail est dans ${file} ; merci de le joindre à un signalement.`,
  },
  /** A name and what is said of it, with the colon of the language. */
  labelled: (name: string, text: string) => `${name} : ${text}`,
  warning: "Attention :",
  newerContract: (version: string) =>
    `La société utilise une version de l'interface (${version}) plus récente que ce programme : les nouveautés ne sont pas affichées. Mettre le programme à jour.`,
  /** @param aheadMs by how much the clock is ahead, in milliseconds; less than nothing where it is behind. */
  clockOff: (aheadMs: number) =>
    `L'horloge de cette machine ${aheadMs > 0 ? "avance" : "retarde"} de ${frenchSpan(aheadMs)} sur celle de la société : la régler avant de déclarer.`,
  /** Of an answer that the company did not give now. */
  recorded: (at: string) => `Données du ${at}.`,
  others: (count: number) =>
    `${frenchForm(count, "Un élément saisi pour une autre personne est enregistré dans ce profil : il n'est ni affiché ni envoyé. Pour le retrouver", `${count} éléments saisis pour une autre personne sont enregistrés dans ce profil : ils ne sont ni affichés ni envoyés. Pour les retrouver`)}, se connecter avec son compte ou son jeton : porte login. ${frenchForm(count, "Pour le supprimer", "Pour les supprimer")} : porte logout --forget`,
  /** Of a profile that was named and holds nothing, beside others that do. */
  newProfile: (profile: string, known: readonly string[], near: string | null) =>
    `Rien n'est encore enregistré dans le profil « ${profile} ». ${frenchForm(known.length, "L'autre profil de cette machine", "Les autres profils de cette machine")} : ${frenchLists.and(known)}.${near === null ? "" : ` Vouliez-vous dire --profile ${near} ?`}`,
  ownOnly: "Seul ce qui est enregistré sur cette machine est affiché.",
  /** A command that is proposed and can be typed as it is; it keeps the profile that was typed. */
  proposed: (command: string) => command,
  waiting: "Connexion à la société…",
  /** What was typed, as it was understood. */
  typed: {
    month: (month: string) => `Mois : ${month}.`,
    day: (day: string) => `Jour : ${day}.`,
    /** Of an option that says what another word of the command line does. */
    same: (term: string) => `comme ${withPlaceholders(placeholderIn.fr, term)}`,
  },
  words: {
    yes: "oui",
    no: "non",
    /** Beside a question that Enter answers by yes. */
    yesOrNo: "O/n",
    /** Before the first of the questions that are written line after line. */
    howToLeave: "Pour quitter : q, puis Entrée.",
    /** Under a list with numbers. */
    number: "Numéro",
    numberNeeded: (most: number) => `Répondre par un numéro de 1 à ${most}.`,
    numbers: "Numéros, par exemple 1,3 (Entrée : aucun)",
    numbersNeeded: (most: number) => `Répondre par des numéros de 1 à ${most}, séparés par des virgules.`,
    /** Where neither was typed. */
    yesOrNoNeeded: "Répondre par oui ou par non.",
    noOrYes: "o/N",
    /** What the keys of a list do, by the library's own words. */
    keys: {
      navigate: "se déplacer",
      select: "choisir",
      all: "tout",
      invert: "inverser",
      submit: "valider",
    } as Readonly<Record<string, string>>,
  },
};
