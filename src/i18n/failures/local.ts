import { english, french } from "./say.ts";
import type { Words } from "./words.ts";

/** What a person does themself, where no company does it: the operation of the contract, and the sentence. */
const INSTEAD: Readonly<Record<string, { readonly fr: string; readonly en: string }>> = {
  proposeMission: {
    fr: "Enregistrer la mission : porte missions add",
    en: "Save the mission: porte missions add",
  },
  proposeAmendment: {
    fr: "Noter ce qui change : porte missions edit",
    en: "Note what changes: porte missions edit",
  },
  requestSigningLink: {
    fr: "Signer l'exemplaire que la société a envoyé, sur papier ou par son propre service.",
    en: "Sign the copy that the company sent, on paper or with its own service.",
  },
  uploadReceipt: {
    fr: "Écrire les frais du mois en un dossier PDF, et le remettre soi-même : porte expenses export --pdf",
    en: "Write the month's expenses as one PDF, and hand it over yourself: porte expenses export --pdf",
  },
  submitExpense: {
    fr: "Écrire les frais du mois en un dossier PDF, et le remettre soi-même : porte expenses export --pdf",
    en: "Write the month's expenses as one PDF, and hand it over yourself: porte expenses export --pdf",
  },
  answerExpense: {
    fr: "Répondre à la société par le moyen qu'elle utilise.",
    en: "Answer the company by the means that it uses.",
  },
};

/** The words of a profile that has no company behind it. */
export const localWords: Words<"local"> = {
  "local.differs": {
    fr: ({ months, company }) => ({
      what: `${french.form(months.length, `Le mois de ${french.month(months[0] ?? "")} enregistré ici n'est pas celui`, `${months.length} mois enregistrés ici ne sont pas ceux`)} que détient la société ${company}.`,
      hint: "Vous n'êtes pas connecté, et rien n'est changé. Se connecter quand même, en conservant les deux : ajouter --yes",
    }),
    en: ({ months, company }) => ({
      what: `${english.form(months.length, `The month of ${english.month(months[0] ?? "")} saved here is not the one`, `${months.length} months saved here are not those`)} that ${company} holds.`,
      hint: "You are not logged in, and nothing is changed. To log in anyway, with both retained: add --yes",
    }),
  },
  "local.no_other_end": {
    fr: ({ operation }) => ({
      what: "Ce profil n'est relié à aucune société : seule une société reliée peut le faire.",
      hint: INSTEAD[operation]?.fr ?? "Si la société a une adresse pour porte : porte login <adresse>",
    }),
    en: ({ operation }) => ({
      what: "This profile has no company connected, and only a connected company can do that.",
      hint: INSTEAD[operation]?.en ?? "If the company has an address for porte: porte login <address>",
    }),
  },
  "local.unknown": {
    fr: ({ what }) => ({
      what: `${{ fee: "Les frais de gestion ne sont pas connus", contract: "Le contrat de travail n'est pas connu", payslip: "Aucun bulletin n'est connu", delivery: "Personne n'a dit où envoyer les documents", account: "Rien n'est connu du compte" }[what]} sur cette machine.`,
      hint: what === "payslip" ? "Ajouter un bulletin : porte payslips add <fichier>" : "Le dire : porte init",
    }),
    en: ({ what }) => ({
      what: `${{ fee: "The management fee is not known", contract: "The employment contract is not known", payslip: "No payslip is known", delivery: "Nobody said where documents go", account: "Nothing is known of the account" }[what]} on this machine.`,
      hint: what === "payslip" ? "Add a payslip: porte payslips add <file>" : "Say it: porte init",
    }),
  },
  "local.connected": {
    fr: ({ profile, company }) => ({
      what: `Le profil « ${profile} » est relié à ${company} : la fiche de la société vient d'elle, et ne se modifie pas ici.`,
      hint: "Pour une société sans adresse pour porte, utiliser un autre profil : porte --profile autre init",
    }),
    en: ({ profile, company }) => ({
      what: `Profile "${profile}" is connected to ${company}: the company's sheet comes from it, and is not changed here.`,
      hint: "For a company without an address for porte, use another profile: porte --profile other init",
    }),
  },
  "local.nothing_said": {
    fr: ({ command }) => ({
      what: "Rien n'est modifié : aucune option n'indique ce qui change.",
      hint: `Voir les options : ${command} --help`,
    }),
    en: ({ command }) => ({
      what: "Nothing is changed: no option states what changes.",
      hint: `See the options: ${command} --help`,
    }),
  },
  "local.unknown_entry": {
    fr: ({ id }) => ({
      what: `Aucun mouvement enregistré ne correspond à « ${id} », ou plusieurs commencent ainsi.`,
      hint: "Voir les mouvements : porte account --all --json",
    }),
    en: ({ id }) => ({
      what: `No saved entry matches "${id}", or several begin with it.`,
      hint: "See the entries: porte account --all --json",
    }),
  },
  "local.statement": {
    fr: ({ line, value }) => ({
      what: `Ligne ${line} du relevé : « ${value} » est illisible. Rien n'est enregistré.`,
      hint: "Corriger la ligne, puis recommencer : porte account add --statement <fichier>",
    }),
    en: ({ line, value }) => ({
      what: `Line ${line} of the statement: "${value}" cannot be read. Nothing was saved.`,
      hint: "Fix the line, then try again: porte account add --statement <file>",
    }),
  },
  "local.contract_days": {
    fr: ({ start, end }) => ({
      what: `Le contrat se terminerait le ${french.day(end)}, avant de commencer le ${french.day(start)}.`,
      hint: "Corriger --since ou --until.",
    }),
    en: ({ start, end }) => ({
      what: `The contract would end on ${english.day(end)}, before it starts on ${english.day(start)}.`,
      hint: "Fix --since or --until.",
    }),
  },
  "local.mission_exists": {
    fr: ({ reference }) => ({
      what: `La mission ${reference} est déjà enregistrée.`,
      hint: `Pour la modifier : porte missions edit ${reference}`,
    }),
    en: ({ reference }) => ({
      what: `Mission ${reference} is already saved.`,
      hint: `To change it: porte missions edit ${reference}`,
    }),
  },
  "local.mission_days": {
    fr: ({ reference, start, end }) => ({
      what: `La mission ${reference} se terminerait le ${french.day(end)}, avant de commencer le ${french.day(start)}.`,
      hint: "Indiquer un autre jour.",
    }),
    en: ({ reference, start, end }) => ({
      what: `Mission ${reference} would end on ${english.day(end)}, before it starts on ${english.day(start)}.`,
      hint: "Give another day.",
    }),
  },
  "local.to_amend": {
    fr: ({ reference }) => ({
      what: `La mission ${reference} vient de la société : ce qui change doit lui être annoncé.`,
      hint: `Annoncer ce qui a été convenu : porte missions amend ${reference} --agreed-on <jour>`,
    }),
    en: ({ reference }) => ({
      what: `Mission ${reference} comes from the company: what changes must be told to it.`,
      hint: `Tell what was agreed: porte missions amend ${reference} --agreed-on <day>`,
    }),
  },
};
