import type { DocumentState, Party } from "../../domain/contracts/state.ts";
import type { WatchCode } from "../../domain/contracts/watches.ts";
import { de } from "../elision.ts";
import type { Labels } from "../labels.ts";
import { frenchLists } from "../lists.ts";
import { mentionNames } from "../names.ts";

type MissionState = "proposed" | "refused" | "upcoming" | "running" | "ended";

/** Whom a signature is waited for from. */
const frenchOf = {
  client: "du client",
  porte: "du salarié porté",
  company: "de la société",
} satisfies Labels<Party>;

/** What is said of contracts, and of missions that are proposed. */
export const frContracts = {
  contracts: {
    none: "Aucun contrat pour l'instant.",
    id: "Contrat",
    mission: "Mission",
    kind: "Nature",
    kinds: {
      employment: { contract: "contrat de travail", amendment: "avenant au contrat de travail" },
      client: { contract: "contrat client", amendment: "avenant au contrat client" },
    },
    state: "État",
    states: {
      draft: "brouillon",
      sent: "à signer",
      signed: "signé",
      "in-force": "en vigueur",
      amended: "modifié par avenant",
      ending: "bientôt terminé",
      ended: "terminé",
      replaced: "remplacé",
    } satisfies Labels<DocumentState>,
    dates: "Dates",
    client: "Client",
    amends: "Modifie le contrat",
    missing: "Mentions manquantes",
    mentions: (missing: readonly string[]) =>
      frenchLists.and(
        missing.map((mention) => (mentionNames.fr as Readonly<Record<string, string>>)[mention] ?? mention),
      ),
    hash: "Empreinte",
    parties: { client: "le client", porte: "le salarié porté", company: "la société" } satisfies Labels<Party>,
    and: (parties: readonly string[]) => frenchLists.and(parties),
    signature: "Signature",
    signedBy: (name: string, at: string) => `${name}, le ${at}`,
    waitsFor: (name: string) => `en attente ${de(name)}`,
    waitsForParties: (parties: readonly Party[]) =>
      `en attente ${frenchLists.and(parties.map((party) => frenchOf[party]))}`,
    toSend: "pas encore envoyé à la signature",
    saved: (file: string) => `Contrat enregistré : ${file}`,
    savedEvidence: (file: string) => `Preuves de signature : ${file}`,
    asked: (email: string, until: string) =>
      `Un lien de signature est envoyé à ${email}. Il est valable une seule fois, jusqu'au ${until}.`,
    proof: {
      holds: "Ce document est bien celui qui a été signé, par toutes les parties.",
      nobody: "Personne n'a encore signé ce contrat.",
      partly: (parties: string) => `Le document n'est pas changé, mais il manque une signature : ${parties}.`,
      faults: {
        document: "Le document n'est pas celui qui a été signé, ou il a été modifié depuis.",
        key: "La clé de la société n'est pas enregistrée ici : la signature ne peut pas être vérifiée. L'indiquer avec --key, ou lancer porte contracts get.",
        signature: "Une preuve n'est pas signée par la clé de la société.",
        facts: "Une preuve est celle d'un autre contrat.",
      },
    },
    watches: {
      "client-months": (day: string, isLate: boolean) =>
        isLate
          ? `les 36 mois chez ce client sont dépassés depuis le ${day}`
          : `les 36 mois chez ce client s'achèvent le ${day}`,
      "contract-late": (day: string, isLate: boolean) =>
        isLate
          ? `le contrat client devait être conclu au plus tard le ${day}`
          : `le contrat client est à conclure au plus tard le ${day}`,
      "first-level": (day: string, isLate: boolean) =>
        isLate ? `le premier niveau ne pouvait pas durer après le ${day}` : `le premier niveau s'achève le ${day}`,
      "trial-end": (day: string, _isLate: boolean) => `la période d'essai s'achève le ${day}`,
      "days-left": (day: string, isLate: boolean, left: string) =>
        isLate ? `les jours commandés sont épuisés (reste : ${left})` : `il reste ${left} commandés, jusqu'au ${day}`,
      "price-late": (day: string, _isLate: boolean) =>
        `le nouveau prix devait être annoncé à la société au plus tard le ${day} (48 heures)`,
    } satisfies Readonly<Record<WatchCode, (day: string, isLate: boolean, left: string) => string>>,
    watch: (what: string, about: string) => `${about} : ${what}`,
    employment: "Contrat de travail",
  },
  proposals: {
    states: {
      proposed: "proposée",
      refused: "refusée",
      upcoming: "à venir",
      running: "en cours",
      ended: "terminée",
    } satisfies Labels<MissionState>,
    proposed: (reference: string) =>
      `Mission ${reference} proposée à la société. Suivre sa réponse : porte missions list`,
    priceKept:
      "Le nouveau prix est enregistré sur cette machine : porte status l'affiche jusqu'à ce que la société l'ait reçu.",
    amended: (reference: string) =>
      `Avenant à la mission ${reference} proposé à la société. Suivre sa réponse : porte missions list`,
    state: "État",
    reason: "Raison du refus",
    order: "Bon de commande",
    daysOrdered: "Jours commandés",
    left: (left: string) => `reste ${left}`,
    place: "Lieu",
    skills: "Compétences",
    equipment: "Équipements de protection",
    number: "SIREN ou SIRET",
    address: "Adresse",
    routing: "Adresse de facturation",
    chorus: "Chorus Pro",
    engagement: (service: string | null, engagement: string | null) =>
      [service === null ? "" : `service ${service}`, engagement === null ? "" : `engagement ${engagement}`]
        .filter((part) => part !== "")
        .join(", "),
    rate: (rate: string, from: string) => `${rate} à partir du ${from}`,
    rates: "Prix successifs",
    amendment: "Avenant",
    amendmentStates: { proposed: "proposé", accepted: "accepté", refused: "refusé" },
    until: (end: string | null) => (end === null ? "sans dernier jour" : `jusqu'au ${end}`),
    ordered: (days: string) => `${days} commandés`,
    orderedBy: (order: string) => `bon de commande ${order}`,
    decided: (reference: string, state: "accepted" | "refused") =>
      `Proposition ${reference} : ${state === "accepted" ? "acceptée" : "refusée"}.`,
    nothing: "Aucune proposition en attente.",
    ask: { accept: "Accepter cette proposition ?", refuse: "Refuser cette proposition ?" },
    kinds: { mission: "mission", amendment: "avenant" },
    agreedOn: "Convenu le",
    from: "À partir du",
    end: "Dernier jour",
    contact: "Signataire du client",
  },
};

/** The help of contracts, and of missions that are proposed. */
export const frContractsHelp = {
  contracts: {
    list: "lister ses contrats et ceux de ses clients",
    show: "montrer un contrat : son état, ses signatures, ce qui lui manque",
    get: "enregistrer un contrat et les preuves de ses signatures",
    sign: "demander par courriel son lien de signature",
    verify: "vérifier un contrat et ses signatures, sans réseau",
    id: "identifiant du contrat, ou son début",
    file: "fichier PDF, ou identifiant d'un contrat enregistré ici",
    pdf: "fichier où enregistrer le PDF",
    evidence: "fichier des preuves ; par défaut : à côté du PDF",
    key: "fichier des clés publiées par la société",
  },
  proposals: {
    add: "proposer une mission à la société, ou l'enregistrer ici s'il n'y en a pas de reliée",
    amend: "annoncer ce qui a été convenu de nouveau avec le client",
    client: "nom du client",
    tjm: "prix de la journée hors taxe",
    from: "premier jour",
    to: "dernier jour",
    title: "objet de la mission ; par défaut : sa référence",
    siren: "SIREN du client",
    siret: "SIRET du client",
    address: "adresse du client",
    routing: "adresse de facturation électronique du client",
    chorusService: "code service Chorus Pro d'un client public",
    chorusEngagement: "numéro d'engagement Chorus Pro",
    contactName: "qui signe pour le client",
    contactEmail: "son adresse électronique",
    daysOrdered: "jours commandés",
    purchaseOrder: "référence du bon de commande",
    place: "lieu de la prestation",
    skills: "compétences, qualifications, domaines d'expertise",
    equipment: "équipements de protection fournis par le client ; « aucun » s'il n'y en a pas",
    agreedOn: "jour où cela a été convenu",
    changeFrom: "premier jour du nouveau prix ; par défaut : le jour convenu",
  },
};

/** What the company's program says of proposals, contracts and clients. */
export const frContractsStaff = {
  summaries: {
    proposals: "lister les propositions des portés qui attendent une réponse",
    proposal: "montrer une proposition",
    accept: "accepter une proposition : elle devient une mission, ou la modifie",
    refuse: "refuser une proposition, avec une raison",
    draw: "établir les deux contrats d'une mission",
    documents: "lister les contrats établis",
    document: "montrer un contrat établi",
    send: "envoyer à chaque signataire son lien",
    getDocument: "enregistrer le PDF d'un contrat",
    terms: "enregistrer ce que les contrats indiquent de la société : assureur, caisses",
    clients: "gérer les clients de la société",
    setClient: "compléter la fiche d'un client",
  },
  options: {
    skills: "compétences, qualifications, domaines d'expertise",
    place: "lieu de la prestation",
    equipment: "équipements de protection fournis par le client ; « aucun » s'il n'y en a pas",
    leastDays: "durée minimale en jours, sans terme précis",
    trialMonths: "période d'essai en mois ; 0 s'il n'y en a pas",
    clientName: "qui signe pour le client",
    clientEmail: "adresse électronique du signataire",
    clientLanguage: "langue du courriel au client : fr ou en",
    insurer: "assureur de la responsabilité civile",
    policy: "numéro de police",
    pensionFund: "caisse de retraite complémentaire",
    pensionAddress: "son adresse",
    providentFund: "organisme de prévoyance",
    providentAddress: "son adresse",
    siren: "SIREN",
    siret: "SIRET",
    address: "adresse",
    routing: "adresse de facturation électronique",
    chorusService: "code service Chorus Pro",
    chorusEngagement: "numéro d'engagement Chorus Pro",
    document: "identifiant du contrat, ou son début",
    pdf: "fichier où enregistrer le PDF",
  },
};
