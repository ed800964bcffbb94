import { mentionNames } from "../names.ts";
import { english, french } from "./say.ts";
import type { Words } from "./words.ts";

const NUMBER = { siren: "SIREN", siret: "SIRET" };

function namesOf(names: Readonly<Record<string, string>>, missing: readonly string[]): string[] {
  return missing.map((mention) => names[mention] ?? mention);
}

/** The words of what speaks against a proposal of a mission, or against a contract. */
export const contractsWords: Words<"mission" | "contract"> = {
  "mission.client_number": {
    fr: ({ kind, number }) => ({
      what: `« ${number} » n'est pas un numéro ${NUMBER[kind]} : sa clé de contrôle n'est pas la bonne, ou il est celui d'une autre entreprise.`,
      hint: "Le recopier depuis un document du client, ou depuis annuaire-entreprises.data.gouv.fr.",
    }),
    en: ({ kind, number }) => ({
      what: `"${number}" is not a ${NUMBER[kind]}: its check digit is wrong, or it belongs to another company.`,
      hint: "Copy it from a document of the client, or from annuaire-entreprises.data.gouv.fr.",
    }),
  },
  "mission.amendment_day": {
    fr: ({ day, start, end }) => ({
      what: `Le ${french.day(day)} n'est pas un jour de la mission, qui va du ${french.day(start)} ${end === null ? "à un terme non fixé" : `au ${french.day(end)}`}.`,
      hint: "Indiquer un autre jour : --from <jour>",
    }),
    en: ({ day, start, end }) => ({
      what: `${english.day(day)} is not a day of the mission, which runs from ${english.day(start)} ${end === null ? "without a set end" : `to ${english.day(end)}`}.`,
      hint: "Name another day: --from <day>",
    }),
  },
  "mission.amendment_end": {
    fr: ({ end, start }) => ({
      what: `La mission commence le ${french.day(start)} : elle ne peut pas se terminer le ${french.day(end)}.`,
      hint: "Indiquer un autre dernier jour : --to <jour>",
    }),
    en: ({ end, start }) => ({
      what: `The mission starts on ${english.day(start)}: it cannot end on ${english.day(end)}.`,
      hint: "Name another last day: --to <day>",
    }),
  },
  "mission.amendment_open": {
    fr: ({ reference }) => ({
      what: `Un avenant à la mission ${reference} attend déjà la réponse de la société : celui-ci n'est pas envoyé.`,
      hint: `Voir celui qui attend : porte missions show ${reference}. Pour le remplacer, demander à la société de le refuser.`,
    }),
    en: ({ reference }) => ({
      what: `An amendment of mission ${reference} is already waiting for the company's answer: this one was not sent.`,
      hint: `See the one that waits: porte missions show ${reference}. To replace it, ask the company to refuse it.`,
    }),
  },
  "mission.nothing_changed": {
    fr: () => ({
      what: "Rien n'est modifié : aucune option ne dit ce qui a été convenu.",
      hint: "Indiquer --tjm, --to, --days-ordered ou --purchase-order.",
    }),
    en: () => ({
      what: "Nothing is changed: no option says what was agreed.",
      hint: "Give --tjm, --to, --days-ordered or --purchase-order.",
    }),
  },
  "contract.incomplete": {
    fr: ({ missing }) => ({
      what: `Le contrat ne peut pas être envoyé : il lui manque des mentions obligatoires (${french.lists.and(namesOf(mentionNames.fr, missing))}).`,
      hint: "Les compléter, puis établir le contrat de nouveau : porte-company contracts draw",
    }),
    en: ({ missing }) => ({
      what: `The contract cannot be sent: mandatory mentions are missing (${english.lists.and(namesOf(mentionNames.en, missing))}).`,
      hint: "Complete them, then draw the contract again: porte-company contracts draw",
    }),
  },
  "contract.no_mail": {
    fr: () => ({
      what: "Les liens de signature ne peuvent pas partir : la société n'envoie pas de courriel.",
      hint: "Démarrer le serveur avec --smtp et --mail-from.",
    }),
    en: () => ({
      what: "Signing links cannot be sent: the company sends no mail.",
      hint: "Start the server with --smtp and --mail-from.",
    }),
  },
  "contract.no_signer": {
    fr: ({ client }) => ({
      what: `Personne n'est indiqué pour signer au nom de ${client}.`,
      hint: "Indiquer qui : --client-name <nom> --client-email <adresse>",
    }),
    en: ({ client }) => ({
      what: `Nobody is named to sign for ${client}.`,
      hint: "Name someone: --client-name <name> --client-email <address>",
    }),
  },
  "contract.closed": {
    fr: ({ state }) => ({
      what:
        state === "replaced"
          ? "Ce contrat a été remplacé par un autre : il ne se signe plus."
          : "Ce contrat est déjà signé par tous.",
      hint: "Voir le contrat actuel : porte contracts list",
    }),
    en: ({ state }) => ({
      what:
        state === "replaced"
          ? "This contract was replaced by another one: it can no longer be signed."
          : "This contract is already signed by everybody.",
      hint: "See the current contract: porte contracts list",
    }),
  },
  "contract.not_to_sign": {
    fr: ({ reason }) => ({
      what: {
        "not-sent": "Ce contrat n'est pas encore envoyé à la signature.",
        "not-yours": "Ce contrat est signé par le client et la société : vous n'avez pas à le signer.",
        signed: "Vous avez déjà signé ce contrat.",
      }[reason],
      hint: "Voir où il en est : porte contracts show <id>",
    }),
    en: ({ reason }) => ({
      what: {
        "not-sent": "This contract has not been sent to be signed yet.",
        "not-yours": "This contract is signed by the client and the company: you do not have to sign it.",
        signed: "You have already signed this contract.",
      }[reason],
      hint: "See where it stands: porte contracts show <id>",
    }),
  },
  "contract.evidence_file": {
    fr: ({ file }) => ({
      what: `« ${file} » n'est pas un fichier de preuve de signature.`,
      hint: "L'obtenir avec le contrat : porte contracts get <id> --pdf <fichier>",
    }),
    en: ({ file }) => ({
      what: `"${file}" is not a file of signature evidence.`,
      hint: "Get it with the contract: porte contracts get <id> --pdf <file>",
    }),
  },
  "contract.no_evidence": {
    fr: ({ file, evidence }) => ({
      what: `Il n'y a pas de preuve de signature à côté de « ${file} » : personne n'avait signé quand il a été enregistré, ou « ${evidence} » a été déplacé.`,
      hint: "L'enregistrer de nouveau avec ses signatures : porte contracts get <id> --pdf <fichier>",
    }),
    en: ({ file, evidence }) => ({
      what: `There is no signature evidence beside "${file}": nobody had signed when it was saved, or "${evidence}" was moved.`,
      hint: "Save it again with its signatures: porte contracts get <id> --pdf <file>",
    }),
  },
  "contract.not_here": {
    fr: ({ id }) => ({
      what: `Le document du contrat ${id} n'est pas enregistré sur cette machine.`,
      hint: `L'enregistrer : porte contracts get ${id}`,
    }),
    en: ({ id }) => ({
      what: `The document of contract ${id} is not saved on this machine.`,
      hint: `Save it: porte contracts get ${id}`,
    }),
  },
};
