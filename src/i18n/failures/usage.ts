import { wordFor } from "../../domain/typed/offered.ts";
import { placeholderIn, withPlaceholders } from "../placeholders.ts";
import { english, french, list } from "./say.ts";
import type { Words } from "./words.ts";

/** The words of mistakes on the command line. */
export const usageWords: Words<"usage"> = {
  "usage.unknown_command": {
    fr: ({ program, name, suggestion }) => ({
      what: `La commande « ${name} » n'existe pas.`,
      hint: suggestion === null ? `${program} --help` : `${program} ${suggestion}`,
    }),
    en: ({ program, name, suggestion }) => ({
      what: `There is no command "${name}".`,
      hint: suggestion === null ? `${program} --help` : `${program} ${suggestion}`,
    }),
  },
  "usage.unknown_option": {
    fr: ({ option, suggestion }) => ({
      what: `L'option « ${option} » n'existe pas ici.`,
      hint:
        suggestion === null ? "Ajouter --help à la commande montre ses options." : `Vouliez-vous dire ${suggestion} ?`,
    }),
    en: ({ option, suggestion }) => ({
      what: `There is no option "${option}" here.`,
      hint: suggestion === null ? "Add --help to the command to see its options." : `Did you mean ${suggestion}?`,
    }),
  },
  "usage.missing_argument": {
    fr: ({ argument, command }) => ({
      what: withPlaceholders(placeholderIn.fr, `Il manque <${argument}> à « ${command} ».`),
      hint: `${command} --help`,
    }),
    en: ({ argument, command }) => ({
      what: `"${command}" lacks <${argument}>.`,
      hint: `${command} --help`,
    }),
  },
  "usage.missing_value": {
    fr: ({ option }) => ({
      what: `L'option ${option} attend une valeur.`,
      hint: "Ajouter --help à la commande montre laquelle.",
    }),
    en: ({ option }) => ({
      what: `The option ${option} takes a value.`,
      hint: "Add --help to the command to see which.",
    }),
  },
  "usage.excess_argument": {
    fr: ({ argument }) => ({
      what: `« ${argument} » est de trop.`,
      hint: "Ajouter --help à la commande montre ce qu'elle attend.",
    }),
    en: ({ argument }) => ({
      what: `"${argument}" is one word too many.`,
      hint: "Add --help to the command to see what it takes.",
    }),
  },
  "usage.missing_option": {
    fr: ({ option, command }) => ({
      what: `« ${command} » a besoin de ${option}, et rien ne peut être demandé ici.`,
      hint: `${command} ${option}`,
    }),
    en: ({ option, command }) => ({
      what: `"${command}" needs ${option}, and nothing can be asked here.`,
      hint: `${command} ${option}`,
    }),
  },
  "usage.choice": {
    fr: ({ option, value, choices }) => ({
      what: `« ${value} » ne convient pas à ${option}.`,
      hint: `Choix : ${list(choices.map((choice) => wordFor(choice, "fr")))}.`,
    }),
    en: ({ option, value, choices }) => ({
      what: `"${value}" does not suit ${option}.`,
      hint: `Choices: ${list(choices.map((choice) => wordFor(choice, "en")))}.`,
    }),
  },
  "usage.conflict": {
    fr: ({ options }) => ({ what: `${list(options)} ne vont pas ensemble.`, hint: "N'en garder qu'une." }),
    en: ({ options }) => ({ what: `${list(options)} do not go together.`, hint: "Keep one of them." }),
  },
  "usage.two_values": {
    fr: ({ first, second }) => ({
      what: `Deux valeurs différentes sont données : ${french.when(first)} et ${french.when(second)}.`,
      hint: "N'en garder qu'une.",
    }),
    en: ({ first, second }) => ({
      what: `Two different values are given: ${english.when(first)} and ${english.when(second)}.`,
      hint: "Keep one of them.",
    }),
  },
  "usage.month_outside": {
    fr: ({ option, month: asked, first, last }) => ({
      what: `${option} nomme ${french.when(asked)}, qui n'est pas simulé.`,
      hint: `Mois simulés : ${french.when(first)} à ${french.when(last)}.`,
    }),
    en: ({ option, month: asked, first, last }) => ({
      what: `${option} names ${english.when(asked)}, which is not simulated.`,
      hint: `Months simulated: ${english.when(first)} to ${english.when(last)}.`,
    }),
  },
  "usage.one_of": {
    fr: ({ options }) => ({
      what: `Il faut l'une de ces options : ${list(options)}.`,
      hint: "porte simulate --tjm 550",
    }),
    en: ({ options }) => ({
      what: `One of these options is needed: ${list(options)}.`,
      hint: "porte simulate --tjm 550",
    }),
  },
};
