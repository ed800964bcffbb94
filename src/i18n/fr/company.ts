import { de } from "../elision.ts";
import type { Labels, LeftOutReason, WorkingTime } from "../labels.ts";
import { frenchForm as form } from "../plural.ts";

const counted = (rows: number, receipts: number) =>
  `${rows} ${form(rows, "ligne", "lignes")} et ${receipts} ${form(receipts, "justificatif", "justificatifs")}`;

/** What is said of the company's own program. */
export const frCompany = {
  company: {
    about: "porte-company : le serveur d'une société de portage, et les commandes de son équipe.",
    summaries: {
      serve: "démarrer le serveur de la société",
      migrate: "mettre la base à jour",
      seed: "remplir une société vide avec des données d'essai",
      backup: "sauvegarder la société dans un dossier, clés comprises",
      restore: "rétablir une sauvegarde dans une base vide",
      verify: "vérifier une sauvegarde en entier, et la comparer à une société",
      reports: "voir, approuver ou refuser les rapports",
      expenses: "voir, approuver ou refuser les frais",
      payments: "enregistrer les paiements des clients",
      contacts: "indiquer quel client approuve les mois d'une mission",
      contracts: "gérer les contrats de travail ; établir, envoyer et montrer les contrats des missions",
      leave: "accorder un congé",
      question: "demander une précision sur un frais",
      setContract: "modifier un contrat : décompte du temps, emploi, classification, durée du travail",
      establishment: "indiquer l'établissement employeur",
      setEstablishment: "enregistrer le SIRET et le code APE du bulletin",
      grantLeave: "accorder un congé, premier et dernier jour compris",
      payroll: "faire la paie d'un mois",
      list: "lister ce qui est à décider",
      approve: "approuver",
      reject: "refuser, avec une raison",
      record: "enregistrer un paiement",
      recordContact: "enregistrer l'adresse qui approuve les mois d'une mission",
      run: "payer un mois",
      profile: "voir les réglages de paie de la société, ou les enregistrer depuis un fichier JSON",
    },
    options: {
      law: "fichier de loi à ajouter, autant de fois qu'il faut (ou PORTE_COMPANY_LAW)",
      data: "dossier des justificatifs et de la base embarquée (à réserver aux essais)",
      database: "adresse d'une base PostgreSQL, pour un usage réel (de préférence PORTE_COMPANY_DATABASE_FILE)",
      port: "port d'écoute, 0 pour un port libre",
      host: "interface d'écoute",
      publicUrl: "adresse publique, derrière un serveur frontal",
      trustProxy: "adresses des serveurs frontaux, ou leur nombre : eux seuls indiquent l'origine d'une requête",
      apiRate: "requêtes de l'API par seconde et par appelant, 0 sans limite",
      adoptReceipts:
        "utiliser l'entrepôt de justificatifs d'une autre base ; aucune autre société ne doit plus l'utiliser",
      pooler: "la base est derrière un répartiteur de connexions (mode transaction)",
      demo: "remplir la société si elle est vide, et afficher les accès",
      logLevel: "niveau du journal sur la sortie d'erreur",
      smtp: "serveur de courriel, smtp://hôte:port (de préférence PORTE_COMPANY_SMTP) ; par défaut, aucun message n'est envoyé aux clients",
      receipts:
        "entrepôt des justificatifs, un seau S3 : s3://seau?endpoint=https://s3.exemple ; par défaut : un dossier des données",
      mailFrom: "adresse d'expédition des courriels",
      clientEmail: "adresse du client",
      nobody: "ne plus demander d'approbation à ce client",
      clientLanguage: "langue du courriel",
      question: "la question, affichée au porté",
      workingTime: "décompte du temps : days, forfait-days ou hours",
      job: "emploi, tel qu'écrit sur le bulletin",
      position: "position dans la classification de la convention",
      weeklyHours: "heures de la semaine",
      forfaitDays: "jours de l'année d'un forfait jours",
      siret: "SIRET, 14 chiffres",
      ape: "code APE, par exemple 78.30Z",
      establishmentName: "nom de l'établissement, s'il n'est pas le siège",
      leaveKind: "congé payé ou sans solde",
      firstDay: "premier jour",
      holdsFrom: "premier jour d'application ; par défaut : tout ce qui n'est pas encore payé",
      lastDay: "dernier jour",
      config: "fichier JSON de réglages ; chacun est aussi PORTE_COMPANY_<NOM>, un secret PORTE_COMPANY_<NOM>_FILE",
      eventsDatabase:
        "adresse directe de la base, où les annonces d'événements sont écoutées quand un pooler est devant elle",
      databaseLimit: "attente maximale d'une réponse de la base, en secondes",
      bodyWait: "attente maximale du contenu d'une requête, en secondes",
      metrics: "ouvrir /metrics à toutes les machines, et non à celle-ci seulement",
      stopLimit: "durée maximale de l'arrêt, en secondes",
      codeLifetime: "durée d'un code de connexion, en secondes",
      json: "réponse en JSON",
      url: "adresse de la société (ou PORTE_COMPANY_URL)",
      reason: "raison du refus, affichée au porté",
      porte: "adresse électronique du porté",
      mission: "référence de la mission",
      month: "mois",
      amount: "montant hors taxes",
      receivedOn: "jour du paiement",
      forcePayment: "enregistrer un paiement malgré ce qui est signalé ; demande --reason",
      forceReason: "pourquoi le paiement est enregistré quand même ; la raison est conservée",
    },
    embedded:
      "La base embarquée peut perdre des données en cas de coupure de courant. Pour un usage réel, utiliser une base PostgreSQL (--database).",
    ready: (url: string) => `La société est démarrée : ${url} (Ctrl-C pour l'arrêter).`,
    access: (who: string, email: string, password: string, token: string) =>
      `${who} : ${email}, mot de passe ${password}, jeton ${token}`,
    profileSet: (company: string) =>
      `${company} : ces valeurs s'appliquent aux prochaines paies ; les bulletins déjà faits ne changent pas.`,
    migrated: (names: readonly string[]) =>
      names.length === 0 ? "La base est à jour." : `La base est à jour : ${names.join(", ")}.`,
    backup: {
      folder: "dossier de la sauvegarde",
      keyFile: "fichier de la clé qui scelle la sauvegarde : 64 chiffres hexadécimaux",
      compare: "comparer à la société que désignent les réglages",
      compared: "comparer à la société de cette base, `postgres://…`",
      comparedData: "comparer à la société de ce dossier",
      made: (rows: number, receipts: number, folder: string) =>
        `${counted(rows, receipts)} ${form(rows + receipts, "sauvegardé", "sauvegardés")} dans ${folder}. Il contient les clés de la société : le protéger comme elles.`,
      restored: (rows: number, receipts: number) =>
        `${counted(rows, receipts)} ${form(rows + receipts, "rétabli et vérifié", "rétablis et vérifiés")}.`,
      whole: (rows: number, receipts: number) =>
        `La sauvegarde est complète : ${counted(rows, receipts)} ${form(rows + receipts, "vérifié", "vérifiés")}.`,
      lost: (receipt: string) => `Ce justificatif est absent de l'entrepôt, ou a changé : ${receipt}`,
      differs: (part: string) => `Différence avec la société : ${part}`,
    },
    notEmpty: "La société n'est pas vide : rien n'a été ajouté.",
    nothingWaits: "Rien à décider.",
    decided: (what: string, name: string, state: string) => `${what} ${de(name)} : ${state}.`,
    report: (month: string, turnover: string) => `rapport ${de(month)}, ${turnover}`,
    expense: (amount: string, category: string) => `frais de ${amount}, ${category}`,
    contact: (client: string, mission: string, email: string | null) =>
      email === null
        ? `${client} (${mission}) : aucune approbation ne lui est plus demandée.`
        : `${client} (${mission}) : les mois sont à approuver par ${email}.`,
    questioned: (name: string) => `Question posée à ${name}.`,
    mentionsSet: (porte: string, job: string, position: string) => `${porte} : ${job}, ${position}.`,
    establishmentSet: (siret: string, ape: string) => `Établissement employeur : SIRET ${siret}, APE ${ape}.`,
    contractSet: (porte: string, unit: WorkingTime) =>
      `${porte} : contrat ${{ days: "en jours", "forfait-days": "au forfait jours", hours: "en heures" }[unit]}.`,
    leaveGranted: (porte: string, kind: string, from: string, to: string) => `${porte} : ${kind} du ${from} au ${to}.`,
    recorded: (amount: string, fee: string, balance: string) =>
      `Paiement de ${amount} enregistré. Frais de gestion : ${fee}. Solde : ${balance}.`,
    paid: (name: string, net: string, transfer: string) => `${name} : net ${net}, virement le ${transfer}`,
    leftOut: (name: string, reason: string) => `${name} : pas payé (${reason})`,
    reasons: {
      "no-report": "aucun rapport",
      "report-not-approved": "rapport pas encore approuvé",
      "client-not-paid": "le client n'a pas encore payé",
      "nothing-due": "rien à payer",
      "not-enough": "montant insuffisant pour un salaire",
      "already-paid": "déjà payé par une autre paie",
      failed: "paie impossible à calculer",
    } satisfies Labels<LeftOutReason>,
    nobody: "Personne à payer ce mois-ci.",
  },
};
