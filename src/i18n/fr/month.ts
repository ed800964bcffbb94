import type { StepName } from "../../domain/month-end.ts";
import { de } from "../elision.ts";
import { frenchFormat } from "../format.ts";
import type { Labels } from "../labels.ts";
import { nameOf } from "../names.ts";
import { frenchForm as form } from "../plural.ts";

const steps = {
  declare: "déclarer",
  receipts: "justificatifs",
  send: "envoyer",
  approval: "approbations",
  payslip: "bulletin",
} satisfies Labels<StepName>;

const euros = (plain: string) => frenchFormat.euros(Math.round(Number(plain) * 100));
const step = (name: string) => nameOf(steps, name);

/** What is said of what is left to do, and of the end of a month. */
export const frMonth = {
  status: {
    todo: "À faire",
    waiting: "En attente d'une réponse",
    money: "Argent",
    allDone: "Vous êtes à jour.",
    reportDue: (month: string, day: string) => `rapport ${de(month)} à envoyer avant le ${day}`,
    reportLate: (month: string, day: string) => `rapport ${de(month)} attendu depuis le ${day}`,
    reportDraft: (month: string, day: string) => `brouillon ${de(month)} à envoyer avant le ${day}`,
    reportDraftLate: (month: string, day: string) =>
      `rapport ${de(month)} attendu depuis le ${day} : brouillon, pas encore envoyé`,
    reportRefused: (month: string, reason: string) =>
      `rapport ${de(month)} refusé${reason === "" ? "" : ` : ${reason}`}`,
    expensesWaiting: (count: number, amount: string) => `${count} frais à envoyer, ${amount}`,
    receiptsMissing: (count: number) => `${count} frais sans justificatif`,
    expenseQuestioned: (amount: string, question: string) =>
      `question de la société sur un frais de ${amount} : ${question}`,
    expenseRefused: (amount: string, reason: string) =>
      `frais de ${amount} refusé${reason === "" ? "" : ` : ${reason}`}`,
    reportQueued: (month: string) => `rapport ${de(month)} en attente d'envoi`,
    reportWaits: (month: string) => `rapport ${de(month)} chez la société`,
    reportApproved: (month: string) => `rapport ${de(month)} approuvé : paie à venir`,
    reportAtClient: (month: string) => `rapport ${de(month)} chez le client`,
    expensesRead: (count: number, amount: string) => `${count} frais chez la société, ${amount}`,
    transfer: (amount: string, day: string) => `virement de ${amount} le ${day}`,
    transferred: (amount: string, day: string) => `dernier virement : ${amount} le ${day}`,
    live: (instant: string) => `En direct, état du ${instant}. Pour quitter : Ctrl-C`,
    notLive: (instant: string) => `État du ${instant} ; nouvel essai en cours. Pour quitter : Ctrl-C`,
    calendar: (file: string, count: number) =>
      `Calendrier écrit : ${file} (${count} ${count < 2 ? "échéance" : "échéances"}).`,
    contractToSign: (mission: string) => `contrat de la mission ${mission} à signer`,
    contractAtOthers: (mission: string, who: "client" | "company") =>
      `contrat de la mission ${mission} en attente de la signature ${who === "client" ? "du client" : "de la société"}`,
    invoiceLate: (number: string, mission: string, amount: string, state: string) =>
      `facture ${number} de la mission ${mission}, ${amount} hors taxes : ${state}`,
    reminded: (day: string) => `dernière relance le ${day}`,
    invoiceCancelled: (number: string, mission: string, amount: string) =>
      `facture ${number} de la mission ${mission} annulée, ${amount} hors taxes : elle n'est pas remplacée`,
    invoiceDue: (number: string, mission: string, amount: string, day: string) =>
      `facture ${number} de la mission ${mission}, ${amount} hors taxes : échéance le ${day}`,
    missionProposed: (mission: string, isToldLate: boolean) =>
      `mission ${mission} proposée à la société${isToldLate ? ", prix annoncé après 48 heures" : ""}`,
    amendmentProposed: (mission: string, isToldLate: boolean) =>
      `avenant de la mission ${mission} proposé à la société${isToldLate ? ", prix annoncé après 48 heures" : ""}`,
    priceToTell: (mission: string, rate: string, day: string) =>
      `nouveau prix de la mission ${mission} à annoncer à la société : ${rate} par jour, convenu le ${day}`,
    minimumOwed: (month: string, amount: string) =>
      `minimum dû pour ${month} : ${amount} brut, même si le client n'a pas payé`,
    collected: (count: number, amount: string) =>
      `${count} ${form(count, "paiement de client reçu", "paiements de clients reçus")} par la société et pas encore ${form(count, "versé", "versés")}, ${amount} hors taxes`,
    complement: (amount: string, advance: string | null) =>
      `à venir quand les clients paient : ${amount}, frais de gestion déduits${advance === null ? "" : `, ainsi que ${advance} d'avance sur salaire minimum`}`,
    setup: "rien n'est encore connu de la société : cinq questions, toutes facultatives",
    missionMissing: "aucune mission enregistrée : rien à déclarer",
    documents: {
      report: (month: string) => `rapport ${de(month)}`,
      expenses: (month: string) => `dossier de frais ${de(month)}`,
      client: (month: string) => `rapport ${de(month)} pour le client`,
    },
    deliveries: {
      waiting: (document: string) => `${document} en attente d'envoi`,
      sending: (document: string) => `${document} : envoi interrompu, arrivée inconnue`,
      prepared: (document: string) => `${document} prêt : à envoyer soi-même`,
      failed: (document: string) => `${document} pas arrivé : envoi refusé`,
      unknown: (document: string) => `${document} : arrivée inconnue`,
    },
    payslipMissing: (month: string, day: string) => `bulletin ${de(month)} attendu depuis le ${day}`,
    payExpected: (month: string, turnover: string, day: string | null) =>
      `paie ${de(month)} à venir, ${turnover} HT déclarés, ${day === null ? "jour inconnu" : `prévue le ${day}`}`,
    since: (day: string) => `depuis le ${day}`,
    promised: (day: string) => `promis pour le ${day}`,
    promisedLate: (day: string) => `promis pour le ${day} : en retard`,
    until: (day: string) => `avant le ${day}`,
    balance: (balance: string, reserve: string) => `solde ${balance}, dont réserve ${reserve}`,
  },
  reminder: {
    title: (count: number) => (count === 1 ? "porte : une chose à faire" : `porte : ${count} choses à faire`),
    cron: "Ligne à ajouter à votre crontab (crontab -e)",
    systemd: "Fichiers pour systemd",
    install: "Pour écrire les fichiers de systemd : porte remind --install",
    written: (file: string) => `Fichier écrit : ${file}`,
    removed: (file: string) => `Fichier supprimé : ${file}`,
    unchanged: "Rien à changer.",
    start:
      "Pour démarrer les rappels : systemctl --user daemon-reload && systemctl --user enable --now porte-remind.timer",
    stop: "Pour arrêter les rappels : systemctl --user disable --now porte-remind.timer",
  },
  monthEnd: {
    title: (month: string) => `Fin ${de(month)}`,
    steps,
    states: { done: "fait", skipped: "ignorée", later: "plus tard" },
    waitingOn: { me: "à faire", machine: "à envoyer", company: "chez la société", client: "chez le client" },
    since: (who: string, instant: string) => `${who} depuis le ${instant}`,
    transfer: (day: string) => `virement le ${day}`,
    ask: (step: string) => `Étape « ${step} » ?`,
    take: "la faire maintenant",
    skip: "l'ignorer ce mois-ci",
    leave: "quitter",
  },
  sync: {
    copyRead: (file: string) =>
      `Deux machines ont écrit en même temps ce dossier synchronisé : ${file} est lu avec le reste, rien n'est perdu.`,
    copyUnread: (file: string) =>
      `Deux machines ont écrit en même temps ce dossier synchronisé : ${file} n'est pas lu. Pour le prendre à la place de l'autre, lui donner son nom ; sinon, le supprimer.`,
    nothingHere: "Rien n'est en attente d'envoi.",
    nothing: "Rien à envoyer : tout est déjà chez la société.",
    draft: (month: string, code: string) =>
      `Rapport ${de(month)} encore en brouillon : il n'est pas envoyé. Pour le terminer : porte declare ${code}`,
    sent: (month: string, version: number) => `Rapport ${de(month)} envoyé (version ${version}).`,
    waits: (month: string, reason: string) => `Rapport ${de(month)} toujours en attente d'envoi : ${reason}`,
  },
  undo: {
    done: (act: string) => `Annulé : ${act}.`,
    none: "Rien à annuler.",
    acts: {
      declare: (about: string) => `jours déclarés ${de(frenchFormat.month(about))}`,
      restore: (about: string) => `ancienne version ${de(frenchFormat.month(about))} remise en brouillon`,
      "expense-added": (about: string) => `frais enregistré (${euros(about)})`,
      "expense-changed": (about: string) => `frais modifié (${euros(about)})`,
      "expense-removed": (about: string) => `frais supprimé (${euros(about)})`,
      "receipt-attached": (about: string) => `justificatif joint (${euros(about)})`,
      vehicle: (about: string) => `véhicule (${about})`,
      "refusal-noted": (about: string) => `refus du frais de ${euros(about)} pris en compte`,
      "step-skipped": (about: string) => `étape ignorée (${step(about)})`,
      "step-resumed": (about: string) => `étape rétablie (${step(about)})`,
      match: (about: string) => `règle de lecture (${about})`,
      "day-length": (about: string) => `durée d'une journée (${about})`,
      sheet: (about: string) => `fiche de la société${about === "" ? "" : ` (${about})`} modifiée`,
      "mission-added": (about: string) => `mission ${about} enregistrée`,
      "mission-changed": (about: string) => `mission ${about} modifiée`,
    },
  },
};

/** The help of what waits, and the end of a month. */
export const frMonthHelp = {
  status: {
    check: "terminer avec le code 6 s'il vous reste quelque chose à faire",
    watch: "afficher chaque changement, jusqu'à Ctrl-C",
    ics: "écrire un calendrier des échéances (fichier .ics, ou - pour la sortie standard)",
  },
  remind: {
    notify: "afficher une notification (notify-send)",
    print: "afficher la ligne de cron et les fichiers de systemd",
    install: "écrire les fichiers de systemd de votre compte",
    uninstall: "supprimer ces fichiers",
    quietHours:
      "heures sans rappel, comme les week-ends et les jours fériés ; none : aucune ; par défaut : le réglage remind.quiet",
  },
  month: {
    month:
      "mois : 2026-11, 11/2026, courant ou dernier ; par défaut : le mois précédent jusqu'au 15, puis le mois courant",
    skip: "ignorer une étape de ce mois",
    resume: "rétablir une étape ignorée",
    unattended:
      "pour cron : envoyer ce qui est en attente ; code 0 sans message, ou 6 s'il vous reste quelque chose à faire",
  },
  undo: { list: "voir ce qui peut être annulé" },
  export: {
    folder: "le dossier, créé s'il n'existe pas",
    verify: "vérifier chaque fichier du dossier, sans rien demander à la société",
  },
};
