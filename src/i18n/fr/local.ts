import type { SheetFacts } from "../../domain/local/sheet-facts.ts";
import { frenchLists } from "../lists.ts";
import { frenchForm } from "../plural.ts";

const { and } = frenchLists;

/** What is said of a profile without a company: the company's sheet, and the missions that one writes down oneself. */
export const frLocal = {
  sheet: {
    labels: {
      company: "société",
      siren: "SIREN",
      address: "adresse",
      contract: "contrat",
      category: "statut",
      level: "niveau",
      since: "début du contrat",
      until: "fin du contrat",
      alsaceMoselle: "Alsace-Moselle",
      taxRate: "taux d'impôt",
      fee: "frais de gestion",
      feeCap: "plafond des frais de gestion",
      feeBase: "assiette des frais de gestion",
      expenseCap: "plafond des frais de fonctionnement",
      deliver: "envoi des documents",
      deliverExpenses: "envoi des frais",
      reportDay: "rapport",
      payDay: "virement",
      name: "votre nom",
      email: "votre adresse",
    } satisfies Record<keyof SheetFacts, string>,
    questions: {
      company: "Nom de votre société de portage ?",
      contract: "Votre contrat ? (CDI ou CDD, cadre ou non-cadre, niveau, date de début)",
      fee: "Frais de gestion ? (taux, puis plafond par mois et assiette s'il y en a)",
      delivery: "Comment partent vos documents ? (mail:<adresse>, folder:<dossier> ou imprimer)",
      days: "Rapport demandé pour quel jour du mois, et virement quel jour du mois suivant ?",
    },
    howToAnswer: (mark: string) =>
      `Entrée : prendre la réponse proposée · ${mark} : laisser inconnu · Ctrl-C : abandonner`,
    readOn: (file: string, what: string) => `Lu sur ${file}, à vérifier : ${what}.`,
    nothingRead: (file: string) => `Rien n'a pu être lu de la société ni du contrat sur ${file}.`,
    mails: {
      "by-hand":
        "Un message est préparé dans un fichier .eml : l'ouvrir, puis l'envoyer. Pour un envoi direct : porte company set --via smtp",
      "no-server":
        "Pour que les messages partent : porte config set mail.host <serveur>, puis mail.user et mail.password",
    },
    taxRead: (rate: string) => `taux d'impôt ${rate}`,
    saved: (company: string | null) =>
      company === null ? "Fiche de la société enregistrée." : `Fiche de la société enregistrée : ${company}`,
    asBefore: "Rien n'a changé.",
    thenMission: "Enregistrer une mission : porte missions add <référence> --client <nom> --tjm <euros> --from <jour>",
    thenDeclare: "Déclarer le mois : porte declare",
    unknown: (labels: readonly string[]) =>
      `Inconnu : ${and(labels)}. Pour compléter : porte company set. D'ici là, les simulations prennent les valeurs usuelles.`,
    empty: "Rien n'est connu de la société. Pour l'enregistrer : porte init",
    unread: (file: string, count: number) =>
      `${frenchForm(count, "Une ligne", `${count} lignes`)} de ${file} ${frenchForm(count, "est illisible ou vient", "sont illisibles ou viennent")} d'une version plus récente de porte : rien n'y a été modifié, et la fiche affichée est la dernière lisible. Pour repartir sans ce fichier : mv ${file} ${file}.bak`,
    missionAdded: (reference: string) => `Mission ${reference} enregistrée.`,
    missionChanged: (reference: string) => `Mission ${reference} modifiée.`,
    missionEnded: (reference: string, day: string) => `Mission ${reference} : dernier jour ${day}.`,
    declaredOutside: (reference: string, days: readonly string[]) =>
      `Hors des dates de la mission ${reference}, ${frenchForm(days.length, "un jour est déclaré", `${days.length} jours sont déclarés`)} : ${and(days)}.`,
    unbilled: "Jours non facturés",
    nextFree: (day: string) => `Premier jour sans mission : ${day}`,
    fact: "Donnée",
    before: "Avant",
    after: "Après",
    none: "inconnu",
    oddFee: (rate: string) =>
      `Frais de gestion enregistrés : ${rate}. Ce taux est inhabituel (3 à 10 % le plus souvent). Pour le corriger : porte company set --fee 7`,
    oddMail: (address: string, likely: string) =>
      `Adresse enregistrée : ${address}. S'il s'agit de ${likely}, la corriger : porte company set --deliver mail:${likely}`,
    noFolder: (folder: string) => `Le dossier ${folder} n'existe pas encore.`,
    capOf: {
      gross: (rate: string) => `${rate} du salaire brut`,
      turnover: (rate: string) => `${rate} du chiffre d'affaires`,
    },
    reportDay: (day: number) => `avant le ${day} du mois`,
    payDay: (day: number) => `le ${day} du mois suivant`,
    ways: {
      mail: (address: string, via: string) => `par mail à ${address} (${via})`,
      via: { smtp: "serveur SMTP", eml: "fichier .eml", mailto: "lien mailto, sans pièce jointe" },
      folder: (folder: string) => `dans le dossier ${folder}`,
      print: "à imprimer",
    },
    exported: (file: string) => `Fiche enregistrée dans ${file}`,
    exportedShared: (isWithDelivery: boolean): string =>
      isWithDelivery
        ? "Elle contient les conditions de la société et les adresses d'envoi ; rien de vous ni de votre contrat."
        : "Elle contient les conditions de la société ; rien de vous, de votre contrat ni des adresses d'envoi.",
    exportedAll: "Elle contient tout, y compris votre contrat et votre nom.",
    askImport: "Enregistrer ces changements ?",
    unknownTerms: (names: readonly string[]) =>
      `${and(names)} : ${frenchForm(names.length, "donnée inconnue de cette version de porte, ignorée", "données inconnues de cette version de porte, ignorées")}.`,
    from: (company: string | null, day: string) =>
      company === null ? `d'après votre fiche du ${day}` : `d'après la fiche de ${company} du ${day}`,
  },
};

/** The help of a profile without a company. */
export const frLocalHelp = {
  sheet: {
    company: "nom de la société de portage",
    contract: "contrat de travail",
    category: "statut",
    level: "niveau de la convention",
    since: "premier jour du contrat",
    until: "dernier jour d'un CDD",
    fee: "frais de gestion, en pourcentage : 7",
    feeCap: "plafond des frais de gestion par mois ; none s'il n'y en a pas",
    feeBase: "assiette des frais de gestion",
    deliver: "comment partent les documents : mail:<adresse>, folder:<dossier> ou print",
    via: "comment part un mail : par un serveur SMTP, par un fichier .eml à ouvrir, ou par un lien mailto",
    deliverExpenses: "comment partent les frais, s'ils partent autrement",
    reportDay: "jour du mois avant lequel la société demande le rapport",
    payDay: "jour du mois suivant où le salaire est viré",
    name: "votre nom, qui signe les documents",
    email: "votre adresse électronique",
    siren: "SIREN de la société",
    address: "adresse de la société",
    taxRate: "taux d'impôt personnel",
    expenseCap: "plafond mensuel des frais de fonctionnement : 30%:gross ou 15%:turnover",
    clear: "donnée à laisser inconnue",
    payslip: "un bulletin de paie en PDF, où lire la société, le contrat, les frais et le taux d'impôt",
    from: "dossier d'un export de porte, dont le profil est établi",
    yes: "ne poser aucune question",
    show: "montrer ce qui est connu de la société",
    set: "modifier une partie de la fiche",
    export: "enregistrer la fiche dans un fichier, sans rien de personnel",
    exportFile: "fichier à écrire",
    withDelivery: "avec les adresses d'envoi",
    withAll: "avec tout, y compris votre contrat et votre nom",
    import: "reprendre la fiche d'un fichier",
    importFile: "fichier d'une fiche",
    importYes: "enregistrer sans demander",
    schema: "afficher le format d'une fiche de société, en JSON Schema",
  },
};
