import { wordFor } from "../../domain/typed/offered.ts";
import { placeholderIn, withPlaceholders } from "../placeholders.ts";
import { example, optionsIn } from "./missing-option.ts";
import { english, french } from "./say.ts";
import type { Words } from "./words.ts";

/** An argument is typed alone, an option after its name. */
const typedBefore = (option: string) => (option.startsWith("-") ? `${option} ` : "");

/** So many commands that may be meant are named; more are not read. */
const MOST_NAMED = 4;

/** The words of mistakes on the command line. */
export const usageWords: Words<"usage"> = {
  "usage.unknown_command": {
    fr: ({ program, name, suggestion }) => ({
      what: `La commande « ${program} ${name} » n'existe pas.`,
      hint:
        suggestion === null ? `Voir les commandes : ${program} --help` : `Vouliez-vous dire ${program} ${suggestion} ?`,
    }),
    en: ({ program, name, suggestion }) => ({
      what: `There is no command "${program} ${name}".`,
      hint: suggestion === null ? `See the commands: ${program} --help` : `Did you mean ${program} ${suggestion}?`,
    }),
  },
  "usage.unknown_option": {
    fr: ({ option, suggestion }) => ({
      what: `L'option « ${option} » n'existe pas ici.`,
      hint:
        suggestion === null ? "Voir les options : ajouter --help à la commande." : `Vouliez-vous dire ${suggestion} ?`,
    }),
    en: ({ option, suggestion }) => ({
      what: `There is no option "${option}" here.`,
      hint: suggestion === null ? "See the options: add --help to the command." : `Did you mean ${suggestion}?`,
    }),
  },
  "usage.missing_argument": {
    fr: ({ argument, command }) => ({
      what: withPlaceholders(placeholderIn.fr, `Il manque <${argument}> à « ${command} ».`),
      hint:
        command === "porte login"
          ? "Si la société n'a pas d'adresse pour porte : porte init"
          : `Voir ce qu'elle attend : ${command} --help`,
    }),
    en: ({ argument, command }) => ({
      what: `<${argument}> is missing from "${command}".`,
      hint:
        command === "porte login"
          ? "If the company has no address for porte: porte init"
          : `See what it takes: ${command} --help`,
    }),
  },
  "usage.missing_value": {
    fr: ({ option }) => ({
      what: `L'option ${option} attend une valeur.`,
      hint: "Voir laquelle : ajouter --help à la commande.",
    }),
    en: ({ option }) => ({
      what: `The option ${option} needs a value.`,
      hint: "See which: add --help to the command.",
    }),
  },
  "usage.excess_argument": {
    fr: ({ argument, command, suggestion }) => ({
      what: `« ${argument} » n'est pas attendu ici.`,
      hint: suggestion ?? `${command} --help`,
    }),
    en: ({ argument, command, suggestion }) => ({
      what: `"${argument}" is not expected here.`,
      hint: suggestion ?? `${command} --help`,
    }),
  },
  "usage.missing_option": {
    fr: ({ option, command, ...facts }) =>
      option === "--yes"
        ? { what: `« ${command} » demande une confirmation.`, hint: "Confirmer sans question : --yes" }
        : {
            what: withPlaceholders(
              placeholderIn.fr,
              `Il manque ${french.lists.or(optionsIn(option))} à « ${command} ».`,
            ),
            hint: withPlaceholders(
              placeholderIn.fr,
              `Par exemple : ${example({ option, command, ...facts }, "adresse-de-votre-societe")}`,
            ),
          },
    en: ({ option, command, ...facts }) =>
      option === "--yes"
        ? { what: `"${command}" asks for a confirmation.`, hint: "Confirm without a question: --yes" }
        : {
            what: `${english.lists.or(optionsIn(option))} is missing from "${command}".`,
            hint: `For example: ${example({ option, command, ...facts }, "your-company-address")}`,
          },
  },
  "usage.long_text": {
    fr: ({ option, length, most }) => ({
      what: `Le texte de ${option} a ${length} caractères, et ne peut pas en avoir plus de ${most}.`,
      hint: "Le raccourcir. Rien n'est envoyé.",
    }),
    en: ({ option, length, most }) => ({
      what: `The text of ${option} has ${length} characters, and cannot have more than ${most}.`,
      hint: "Shorten it. Nothing was sent.",
    }),
  },
  "usage.unseen": {
    fr: ({ option, hasLines }) => ({
      what: `Le texte de ${option} contient ${hasLines ? "" : "un retour à la ligne ou "}un caractère qui ne s'affiche pas.`,
      hint: "Le taper de nouveau, sans le coller. Rien n'est envoyé.",
    }),
    en: ({ option, hasLines }) => ({
      what: `The text of ${option} holds ${hasLines ? "" : "a line break or "}a character that is not shown.`,
      hint: "Type it again rather than paste it. Nothing was sent.",
    }),
  },
  "usage.email": {
    fr: ({ option, value }) => ({
      what: `« ${value} » n'est pas une adresse électronique.`,
      hint: `Par exemple : ${typedBefore(option)}prenom.nom@exemple.fr`,
    }),
    en: ({ option, value }) => ({
      what: `"${value}" is not an email address.`,
      hint: `For example: ${typedBefore(option)}first.last@example.com`,
    }),
  },
  "usage.reference": {
    fr: ({ value, most }) => ({
      what: `« ${value} » n'est pas une référence de mission.`,
      hint: `Une référence a des lettres sans accent, des chiffres et des tirets, sans espace, ${most} au plus. Par exemple : LILLE-2`,
    }),
    en: ({ value, most }) => ({
      what: `"${value}" is not a reference of a mission.`,
      hint: `A reference has letters without accents, digits and dashes, without spaces, ${most} at most. For example: LILLE-2`,
    }),
  },
  "usage.day_order": {
    fr: ({ option, first, last }) => ({
      what: `Le dernier jour, ${french.day(last)}, est avant le premier, ${french.day(first)}. Rien n'est envoyé.`,
      hint: `Indiquer un jour à partir du ${french.day(first)} : ${option} <jour>`,
    }),
    en: ({ option, first, last }) => ({
      what: `The last day, ${english.day(last)}, comes before the first, ${english.day(first)}. Nothing was sent.`,
      hint: `Name a day from ${english.day(first)} on: ${option} <day>`,
    }),
  },
  "usage.choice": {
    fr: ({ option, value, choices }) => ({
      what: `« ${value} » n'est pas une valeur de ${option}.`,
      hint: `Valeurs possibles : ${french.lists.or(choices.map((choice) => wordFor(choice, "fr")))}.`,
    }),
    en: ({ option, value, choices }) => ({
      what: `"${value}" is not a value of ${option}.`,
      hint: `Possible values: ${english.lists.or(choices.map((choice) => wordFor(choice, "en")))}.`,
    }),
  },
  "usage.conflict": {
    fr: ({ options }) => ({
      what: `${french.lists.and(options)} ne peuvent pas être utilisées ensemble.`,
      hint: "N'en utiliser qu'une.",
    }),
    en: ({ options }) => ({ what: `${english.lists.and(options)} cannot be used together.`, hint: "Use only one." }),
  },
  "usage.two_values": {
    fr: ({ first, second }) => ({
      what: `Deux valeurs différentes sont données : ${french.when(first)} et ${french.when(second)}.`,
      hint: "N'en utiliser qu'une.",
    }),
    en: ({ first, second }) => ({
      what: `Two different values are given: ${english.when(first)} and ${english.when(second)}.`,
      hint: "Use only one.",
    }),
  },
  "usage.month_outside": {
    fr: ({ option, month: asked, first, last }) => ({
      what: `${option} indique ${french.when(asked)}, qui n'est pas simulé.`,
      hint: `Mois simulés : de ${french.when(first)} à ${french.when(last)}.`,
    }),
    en: ({ option, month: asked, first, last }) => ({
      what: `${option} gives ${english.when(asked)}, which is not simulated.`,
      hint: `Months simulated: ${english.when(first)} to ${english.when(last)}.`,
    }),
  },
  "usage.one_of": {
    fr: ({ options }) => ({
      what: `Indiquer ${french.lists.or(options)}.`,
      hint: "Par exemple : porte simulate --tjm 550",
    }),
    en: ({ options }) => ({
      what: `Give ${english.lists.or(options)}.`,
      hint: "For example: porte simulate --tjm 550",
    }),
  },
  "usage.unknown_field": {
    fr: ({ field, known }) => ({
      what: `Le champ « ${field} » n'est pas dans cette réponse.`,
      hint: `Champs : ${french.lists.and(known)}.`,
    }),
    en: ({ field, known }) => ({
      what: `This answer has no field "${field}".`,
      hint: `Fields: ${english.lists.and(known)}.`,
    }),
  },
  "usage.no_list": {
    fr: ({ command }) => ({
      what: `« porte ${command} » ne répond pas par une liste : pas de CSV.`,
      hint: "--json donne sa réponse entière.",
    }),
    en: ({ command }) => ({
      what: `"porte ${command}" does not answer with a list: there is no CSV of it.`,
      hint: "--json gives the whole answer.",
    }),
  },
  "usage.no_identifier": {
    fr: ({ command }) => ({
      what: `La réponse de « porte ${command} » n'a pas d'identifiant : --quiet n'a rien à montrer.`,
      hint: "--json --fields choisit ce qui est montré.",
    }),
    en: ({ command }) => ({
      what: `The answer of "porte ${command}" has no identifier: --quiet has nothing to show.`,
      hint: "--json --fields chooses what is shown.",
    }),
  },
  "usage.filter": {
    fr: ({ filter, reason }) => ({
      what: `Le filtre jq « ${filter} » ne s'applique pas : ${reason}`,
      hint: "Le manuel de jq : https://jqlang.org/manual/",
    }),
    en: ({ filter, reason }) => ({
      what: `The jq filter "${filter}" cannot be applied: ${reason}`,
      hint: "The manual of jq: https://jqlang.org/manual/",
    }),
  },
  "usage.unknown_topic": {
    fr: ({ topic, topics }) => ({
      what: `Il n'y a ni commande ni sujet d'aide « ${topic} ».`,
      hint: `Sujets : ${french.lists.and(topics)}. porte --help montre les commandes.`,
    }),
    en: ({ topic, topics }) => ({
      what: `There is no command and no help topic "${topic}".`,
      hint: `Topics: ${english.lists.and(topics)}. porte --help shows the commands.`,
    }),
  },
  "usage.unknown_setting": {
    fr: ({ setting, known }) => ({
      what: `Il n'y a pas de réglage « ${setting} ».`,
      hint: `Réglages : ${french.lists.and(known)}.`,
    }),
    en: ({ setting, known }) => ({
      what: `There is no setting "${setting}".`,
      hint: `Settings: ${english.lists.and(known)}.`,
    }),
  },
  "usage.clock": {
    fr: ({ value }) => ({
      what: `« ${value} », la valeur de PORTE_NOW, n'est pas un instant.`,
      hint: "Écrire par exemple 2026-11-25T09:00:00Z, ou retirer PORTE_NOW de l'environnement.",
    }),
    en: ({ value }) => ({
      what: `"${value}", the value of PORTE_NOW, is not a moment.`,
      hint: "Write for example 2026-11-25T09:00:00Z, or remove PORTE_NOW from the environment.",
    }),
  },
  "usage.no_answer": {
    fr: ({ command, known }) => ({
      what: `Aucune commande « ${command} » ne répond en JSON.`,
      hint:
        known.length > MOST_NAMED
          ? "Voir lesquelles : schema, sans argument."
          : `Vouliez-vous dire ${french.lists.or(known)} ?`,
    }),
    en: ({ command, known }) => ({
      what: `No command "${command}" answers in JSON.`,
      hint:
        known.length > MOST_NAMED
          ? "See which do: schema, without an argument."
          : `Did you mean ${english.lists.or(known)}?`,
    }),
  },
};
