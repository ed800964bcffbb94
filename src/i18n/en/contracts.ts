import type { frContracts, frContractsHelp, frContractsStaff } from "../fr/contracts.ts";
import { englishLists } from "../lists.ts";
import { mentionNames } from "../names.ts";

const englishParties = { client: "the client", porte: "the porté", company: "the company" };

/** What is said of contracts, and of missions that are proposed. */
export const enContracts: typeof frContracts = {
  contracts: {
    none: "No contract yet.",
    id: "Contract",
    mission: "Mission",
    kind: "Kind",
    kinds: {
      employment: { contract: "employment contract", amendment: "employment amendment" },
      client: { contract: "client contract", amendment: "client amendment" },
    },
    state: "State",
    states: {
      draft: "draft",
      sent: "to sign",
      signed: "signed",
      "in-force": "in force",
      amended: "amended",
      ending: "ending soon",
      ended: "ended",
      replaced: "replaced",
    },
    dates: "Dates",
    client: "Client",
    amends: "Changes contract",
    missing: "Missing mentions",
    mentions: (missing) =>
      englishLists.and(
        missing.map((mention) => (mentionNames.en as Readonly<Record<string, string>>)[mention] ?? mention),
      ),
    hash: "Hash",
    parties: englishParties,
    and: (parties) => englishLists.and(parties),
    signature: "Signature",
    signedBy: (name, at) => `${name}, ${at}`,
    waitsFor: (name) => `waiting for ${name}`,
    waitsForParties: (parties) => `waiting for ${englishLists.and(parties.map((party) => englishParties[party]))}`,
    toSend: "not sent to be signed yet",
    saved: (file) => `Contract saved: ${file}`,
    savedEvidence: (file) => `Signature evidence: ${file}`,
    asked: (email, until) => `A signing link is sent to ${email}. It can be used once, until ${until}.`,
    proof: {
      holds: "This document is the one that was signed, by every party.",
      nobody: "Nobody has signed this contract yet.",
      partly: (parties) => `The document is unchanged, but a signature is missing: ${parties}.`,
      faults: {
        document: "The document is not the one that was signed, or it was changed since.",
        key: "The company's key is not saved here: the signature cannot be verified. Name it with --key, or run porte contracts get.",
        signature: "A piece of evidence is not signed by the company's key.",
        facts: "A piece of evidence is that of another contract.",
      },
    },
    watches: {
      "client-months": (day, isLate) =>
        isLate ? `the 36 months with this client ended on ${day}` : `the 36 months with this client end on ${day}`,
      "contract-late": (day, isLate) =>
        isLate ? `the client contract was due by ${day}` : `the client contract is due by ${day}`,
      "first-level": (day, isLate) =>
        isLate ? `the first level could not last past ${day}` : `the first level ends on ${day}`,
      "trial-end": (day) => `the trial period ends on ${day}`,
      "days-left": (day, isLate, left) =>
        isLate ? `the days ordered are used up (left: ${left})` : `${left} of those ordered are left, until ${day}`,
      "price-late": (day) => `the new price had to be told to the company by ${day} (48 hours)`,
    },
    watch: (what, about) => `${about}: ${what}`,
    employment: "Employment contract",
  },
  proposals: {
    states: {
      proposed: "proposed",
      refused: "refused",
      upcoming: "upcoming",
      running: "running",
      ended: "ended",
    },
    proposed: (reference) => `Mission ${reference} proposed to the company. Follow its answer: porte missions list`,
    amended: (reference) =>
      `Amendment of mission ${reference} proposed to the company. Follow its answer: porte missions list`,
    state: "State",
    reason: "Reason for the refusal",
    order: "Purchase order",
    daysOrdered: "Days ordered",
    left: (left) => `${left} left`,
    place: "Place",
    skills: "Skills",
    equipment: "Protective equipment",
    number: "SIREN or SIRET",
    address: "Address",
    routing: "Invoicing address",
    chorus: "Chorus Pro",
    engagement: (service, engagement) =>
      [service === null ? "" : `service ${service}`, engagement === null ? "" : `engagement ${engagement}`]
        .filter((part) => part !== "")
        .join(", "),
    rate: (rate, from) => `${rate} from ${from}`,
    rates: "Prices over time",
    amendment: "Amendment",
    amendmentStates: { proposed: "proposed", accepted: "accepted", refused: "refused" },
    until: (end) => (end === null ? "without a last day" : `until ${end}`),
    ordered: (days) => `${days} ordered`,
    orderedBy: (order) => `purchase order ${order}`,
    decided: (reference, state) => `Proposal ${reference}: ${state}.`,
    nothing: "No proposal is waiting.",
    ask: { accept: "Accept this proposal?", refuse: "Refuse this proposal?" },
    kinds: { mission: "mission", amendment: "amendment" },
    agreedOn: "Agreed on",
    from: "From",
    end: "Last day",
    contact: "Client signer",
  },
};

/** The help of contracts, and of missions that are proposed. */
export const enContractsHelp: typeof frContractsHelp = {
  contracts: {
    list: "list your contracts and your clients' contracts",
    show: "show a contract: its state, its signatures, what it lacks",
    get: "save a contract and the evidence of its signatures",
    sign: "ask for your signing link by mail",
    verify: "verify a contract and its signatures, without a network",
    id: "identifier of the contract, or its beginning",
    file: "PDF file, or identifier of a contract that is saved here",
    pdf: "file to save the PDF to",
    evidence: "file of the evidence; by default: beside the PDF",
    key: "file of the keys that the company publishes",
  },
  proposals: {
    add: "propose a mission to the company",
    amend: "tell what was agreed anew with the client",
    client: "name of the client",
    tjm: "price of a day before VAT",
    from: "first day",
    to: "last day",
    title: "what the mission is about; by default: its reference",
    siren: "SIREN of the client",
    siret: "SIRET of the client",
    address: "address of the client",
    routing: "e-invoicing address of the client",
    chorusService: "Chorus Pro service code of a public client",
    chorusEngagement: "Chorus Pro engagement number",
    contactName: "who signs for the client",
    contactEmail: "their email address",
    daysOrdered: "days ordered",
    purchaseOrder: "reference of the purchase order",
    place: "place of the service",
    skills: "skills, qualifications, areas of expertise",
    equipment: 'protective equipment that the client provides; "none" where there is none',
    agreedOn: "day on which it was agreed",
    changeFrom: "first day of the new price; by default: the day it was agreed on",
  },
};

/** What the company's program says of proposals, contracts and clients. */
export const enContractsStaff: typeof frContractsStaff = {
  summaries: {
    proposals: "list the proposals of portés that wait for an answer",
    proposal: "show a proposal",
    accept: "accept a proposal: it becomes a mission, or changes one",
    refuse: "refuse a proposal, with a reason",
    draw: "draw both contracts of a mission",
    documents: "list the contracts that were drawn",
    document: "show a contract that was drawn",
    send: "send each signer their link",
    getDocument: "save the PDF of a contract",
    terms: "record what contracts state of the company: insurer, funds",
    clients: "manage the clients of the company",
    setClient: "complete the record of a client",
  },
  options: {
    skills: "skills, qualifications, areas of expertise",
    place: "place of the service",
    equipment: 'protective equipment that the client provides; "none" where there is none',
    leastDays: "minimum duration in days, without a set end",
    trialMonths: "trial period in months; 0 where there is none",
    clientName: "who signs for the client",
    clientEmail: "email address of the signer",
    clientLanguage: "language of the mail to the client: fr or en",
    insurer: "insurer of the civil liability",
    policy: "policy number",
    pensionFund: "supplementary pension fund",
    pensionAddress: "its address",
    providentFund: "provident fund",
    providentAddress: "its address",
    siren: "SIREN",
    siret: "SIRET",
    address: "address",
    routing: "e-invoicing address",
    chorusService: "Chorus Pro service code",
    chorusEngagement: "Chorus Pro engagement number",
    document: "identifier of the contract, or its beginning",
    pdf: "file to save the PDF to",
  },
};
