import type { Kind } from "../../domain/activity.ts";
import type { RestWord } from "../../domain/rest-statement.ts";
import type { TimeCode } from "../../domain/working-time.ts";
import type { MonthNotice } from "../../errors/activity.ts";
import { de } from "../elision.ts";
import { frenchNotice } from "../failures/month-notices.ts";
import { frenchFormat } from "../format.ts";
import type { Labels } from "../labels.ts";
import { frDeliveriesHelp } from "./deliveries.ts";

/** A limit of working time that was passed. */
interface LimitFacts {
  readonly code: TimeCode;
  readonly day: string;
  readonly value: number;
  readonly most: number;
  readonly source: string;
  readonly isEstimate: boolean;
}

/** What is stated of a month's rest. */
interface RestFacts {
  readonly word: RestWord;
  readonly daysGivenUp: number;
}

const rests = {
  respected: "repos de chaque jour et de chaque semaine respectés",
  "daily-not": "repos de 11 heures par jour non respecté",
  "weekly-not": "repos de 35 heures par semaine non respecté",
  neither: "ni le repos de 11 heures par jour ni celui de 35 heures par semaine respectés",
  unsaid: "pas encore déclaré",
} satisfies Labels<RestWord>;

const limits = {
  "day-hours": (day: string) => `heures du ${day}`,
  "daily-rest": (day: string) => `moins de 11 heures de repos le ${day}, heures en dehors du repos`,
  "legal-week": (day: string) => `semaine du ${day}, heures au-delà de la durée légale`,
  "week-hours": (day: string) => `heures de la semaine du ${day}`,
  "average-hours": (day: string) => `heures en moyenne sur douze semaines, jusqu'à celle du ${day}`,
  "weekly-rest": (day: string) => `pas de repos dans la semaine du ${day}, jours travaillés`,
  "forfait-days": (day: string) => `forfait jours sur douze mois, au ${day}`,
  "forfait-most": (day: string) =>
    `forfait jours sur douze mois, au ${day}, au-delà de ce que permet même un avenant annuel`,
} satisfies Readonly<Record<TimeCode, (day: string) => string>>;

/** What is said of missions and reports of activity. */
export const frActivity = {
  missions: {
    dayLength: "Journée",
    none: "Aucune mission pour l'instant.",
    reference: "Mission",
    client: "Client",
    dates: "Dates",
    dailyRate: "TJM",
    title: "Objet",
    codes: "Codes projet",
    until: (start: string, end: string | null) => (end === null ? `depuis le ${start}` : `du ${start} au ${end}`),
  },
  declare: {
    fileWord: "rapport",
    heads: {
      day: "Jour",
      time: "Temps",
      month: "Mois",
      state: "État",
      version: "Version",
      sentOn: "Envoyée",
      decision: "Décision",
      change: "Changement",
    },
    title: (month: string, state: string, version: number | null) =>
      `Rapport ${de(month)} · ${state}${version === null ? "" : ` · version ${version}`}`,
    totals: "Total",
    turnover: "Chiffre d'affaires HT",
    none: "Aucun rapport pour l'instant.",
    sent: (month: string) => `Le rapport ${de(month)} est envoyé.`,
    hours: (count: number) => `${String(count).replace(".", ",")} h`,
    hoursWorked: "Heures travaillées",
    forfait: (days: number, most: number) => `${String(days).replace(".", ",")} sur ${most} jours en douze mois`,
    forfaitDays: "Forfait jours",
    limit: ({ code, day, value, most, source, isEstimate }: LimitFacts) =>
      `${limits[code](frenchFormat.day(day))} : ${String(value).replace(".", ",")}, au plus ${most} (${source}${isEstimate ? ", non vérifié à ce jour" : ""}).`,
    notice: (notice: MonthNotice, month: string) => `${frenchNotice(notice, month)}.`,
    rest: "Repos",
    rests,
    restSaid: ({ word, daysGivenUp }: RestFacts) =>
      daysGivenUp === 0
        ? rests[word]
        : `${rests[word]} ; jours de repos auxquels vous avez renoncé : ${String(daysGivenUp).replace(".", ",")}`,
    askRest: "Vos repos de 11 heures par jour et de 35 heures par semaine ont-ils été respectés ?",
    interview:
      "Vous avez droit à un entretien sur votre charge de travail, dans les 7 jours qui suivent votre demande.",
    clients: "Clients",
    clientAnswer: (decision: "approve" | "reject" | null, at: string | null) =>
      decision === null ? "n'a pas encore répondu" : `${decision === "approve" ? "a approuvé" : "a refusé"} le ${at}`,
    receipt: (id: string, at: string) => `Reçu ${id} signé par la société le ${at}.`,
    nextClient: "Le client l'approuve d'abord, puis la société. Pour suivre son état : porte status",
    next: "La société doit maintenant l'approuver. Pour suivre son état : porte status",
    reason: (reason: string) => `Refusé : ${reason}`,
    queued: (month: string, reason: string) =>
      `Le rapport ${de(month)} est enregistré ici, pas encore envoyé. ${reason === "--offline" ? "" : `${reason} `}La prochaine commande qui montre vos mois (porte status, porte month, porte declare list) l'enverra dès que la société répondra. Pour l'envoyer tout de suite : porte sync`,
    queuedAlone: (month: string, reason: string) =>
      `Le rapport ${de(month)} est enregistré ici, pas encore envoyé. ${reason === "--offline" ? "" : `${reason} `}Pour l'envoyer : porte sync`,
    askCorrect: (version: number) =>
      `Ce mois est déjà approuvé (version ${version}). Envoyer une correction, à approuver de nouveau ?`,
    askReplace: (version: number) => `Remplacer la version ${version} enregistrée chez la société ?`,
    conflict: (month: string) => `Le rapport ${de(month)} a changé chez la société depuis votre dernière lecture.`,
    mine: "Ici",
    theirs: (version: number) => `Société (version ${version})`,
    history: (month: string) => `Versions du rapport ${de(month)}`,
    decisions: { approve: "approuvée", reject: "refusée" },
    undecided: "pas encore de décision",
    versionReplaced: (version: number) => `remplacée par la version ${version}`,
    versionWithdrawn: (at: string) => `retirée le ${at}`,
    restored: (month: string, version: number) =>
      `La version ${version} ${de(month)} est de nouveau votre brouillon : rien n'est envoyé.`,
    unqueued: (month: string) => `Le rapport ${de(month)} ne sera pas envoyé ; il reste ici comme brouillon.`,
    withdrawn: (month: string) => `Le rapport ${de(month)} est retiré ; il reste ici comme brouillon.`,
    saved: (file: string) => `Compte rendu d'activité enregistré : ${file}`,
    draftKept: (file: string) => `Brouillon enregistré : ${file}`,
    dryRun: "Rien n'est envoyé (--dry-run) : voici le mois tel qu'il serait envoyé.",
    canceled: "Brouillon enregistré : rien n'est envoyé.",
    askMonth: "Quel mois ?",
    askMission: "Quelle mission ?",
    askMore: "Autre chose ce mois-ci ?",
    nothingMore: "non, c'est tout",
    clearDays: "effacer des jours",
    stepBack: "revenir en arrière",
    askWhichDays: (what: string) => `Quels jours : ${what} (par exemple 5,9-13)`,
    askHours: "Combien d'heures ce jour-là ?",
    askLength: "Quelle durée ?",
    askDays: "Jours travaillés (par exemple 2-13,16,30)",
    askSend: "Envoyer ce rapport ?",
    askSendDespite: "Envoyer quand même ce rapport ?",
    askRestDays: (days: string) => `Confirmez-vous un travail ces jours de repos : ${days} ?`,
    unchanged: (month: string) => `Le rapport ${de(month)} est déjà chez la société, sans changement : rien à envoyer.`,
  },
  grid: {
    title: (month: string, mission: string | null) =>
      mission === null ? `${month} · aucune mission en cours` : `${month} · mission ${mission}`,
    weekdays: ["lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim."],
    keys: [
      "flèches : se déplacer",
      "Maj+flèches : étendre",
      "espace : autre temps",
      "/ : demi-journée",
      "f : remplir",
      "x : effacer",
      "z : annuler",
      "Tab : autre mission",
      "Entrée : envoyer",
      "q : quitter, le brouillon est enregistré",
    ],
    kinds: {
      mission: "mission",
      unbilled: "non facturé",
      prospecting: "prospection",
      training: "formation",
      delegation: "délégation",
      "paid-leave": "congés payés",
      "unpaid-leave": "sans solde",
      sick: "maladie",
      holiday: "férié",
      intermission: "intermission",
    } satisfies Labels<Kind>,
    kind: (letter: string, kind: string) => `${letter} : ${kind}`,
    half: "Une lettre minuscule dans le mois est une demi-journée.",
    hours: "1 à 9 : heures de ce jour",
    more: (above: number, below: number) => `↑ ${above} · ↓ ${below} lignes de plus (PgPréc, PgSuiv)`,
    askUnseen: "Le mois n'est pas affiché en entier. Entrée : l'envoyer quand même ; une autre touche : continuer.",
  },
  proof: {
    holds: (month: string) => `La société a bien signé le rapport ${de(month)} tel qu'il est enregistré ici.`,
    faults: {
      signature: "La signature n'est pas celle de la clé publiée par la société.",
      report: "Le rapport enregistré ici n'est pas celui du reçu.",
      facts: "Le texte signé ne correspond pas à ce que le reçu affiche.",
      key: "La clé de la société n'est pas enregistrée ici : la signature ne peut pas être vérifiée.",
    },
    receipt: "Reçu",
    version: "Version",
    at: "Signé le",
    hash: "Empreinte du rapport",
    key: "Clé",
  },
};

/** The help of missions and reports of activity. */
export const frActivityHelp = {
  declare: {
    ...frDeliveriesHelp,
    from: "fichier d'un autre outil : calendrier, timew export, Toggl, Clockify, JSON ; - pour l'entrée standard",
    ics: "calendrier iCalendar",
    match: "mot d'un événement et ce qu'il représente : \"point hebdo=ACME\", stage=formation",
    dayLength: "heures d'une journée entière (celles de la mission, ou 7)",
    takeBack: "retirer ce mois envoyé, tant qu'il n'est pas approuvé",
    matches: "voir les règles de lecture des calendriers, ou en ajouter une",
    forget: "supprimer la règle de ce mot",
    history: "voir toutes les versions d'un mois chez la société",
    restore: "faire d'une version un brouillon, sans rien envoyer",
    version: "numéro de la version",
    withdraw: "retirer un mois envoyé, tant qu'il n'est pas approuvé",
    get: "enregistrer le mois signé en PDF, pour le client",
    pdf: "fichier PDF à écrire ; sans nom : rapport-2026-11-jeanne-martin.pdf",
    linear: "questions une à une, pour un lecteur d'écran",
    all: "remplir les jours ouvrés : mission=ACME, ou formation, prospection…",
    except: "sauf ces jours : 11,24-28",
    half: "demi-journée pour ces jours",
    leave: "congés payés pour ces jours",
    day: "un jour entier : 13=ACME:0,5,formation:0,5 (autant de fois qu'il faut)",
    offline: "enregistrer sans se connecter à la société, envoyer plus tard",
    requireSent: "échouer (code 4) si le rapport n'a pas pu être envoyé",
    replace: "remplacer cette version, enregistrée chez la société",
    proof: "vérifier le reçu signé d'un mois, sans réseau",
    month: "mois : 2026-11, 11/2026, courant ou dernier",
    csv: "fichier CSV (modèle : templates/timesheet.csv), - pour l'entrée standard",
    days: "jours travaillés, par exemple 2-13,16,30 ; les jours de repos sont sautés",
    mission: "référence de la mission",
    includeDeclined: "compter aussi les événements déclinés et ceux marqués « disponible »",
    restDays: "confirmer le travail un samedi, un dimanche ou un jour férié",
    rest: "déclaration sur vos repos de 11 h par jour et de 35 h par semaine (unsaid la supprime)",
    restDaysGivenUp: "jours de repos du forfait jours auxquels vous avez renoncé, à la demi-journée près",
    times: "heures de début et de fin de ces jours : 3-6=9:00-17:30 (autant de fois qu'il faut) ; 3= les supprime",
    empty: "un mois sans activité",
    partial: "envoyer le mois bien que des jours ouvrés ne soient pas remplis",
    ahead: "déclarer un mois qui n'a pas commencé",
    dryRun: "montrer ce qui serait envoyé, sans rien envoyer",
    yes: "envoyer sans demander",
    list: "lister ses rapports",
    show: "montrer un rapport",
  },
  missions: {
    list: "lister ses missions",
    show: "montrer une mission",
    edit: "modifier une mission enregistrée sur cette machine",
    end: "terminer une mission enregistrée sur cette machine",
    endOn: "dernier jour ; par défaut : aujourd'hui",
    reference: "référence de la mission",
    set: "enregistrer sur cette machine les réglages d'une mission",
    dayLength: "heures d'une journée entière : 7, 7,5…",
  },
};
