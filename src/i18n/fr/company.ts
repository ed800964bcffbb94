import { de } from "../elision.ts";
import type { Labels, LeftOutReason, WorkingTime } from "../labels.ts";
import { frenchForm as form } from "../plural.ts";

const counted = (rows: number, receipts: number) =>
  `${rows} ${form(rows, "ligne", "lignes")} et ${receipts} ${form(receipts, "justificatif", "justificatifs")}`;

/** What is said of the company's own program. */
export const frCompany = {
  company: {
    about: "porte-company : une société de portage de référence, et ce que fait son équipe.",
    summaries: {
      serve: "faire tourner la société",
      migrate: "mettre la base à jour",
      seed: "remplir une société vide pour un essai",
      backup: "sauvegarder la société dans un dossier, clés comprises",
      restore: "rétablir une sauvegarde dans une base vide",
      verify: "relire une sauvegarde jusqu'au bout, et la comparer à une société",
      reports: "lire, approuver ou refuser les rapports",
      expenses: "lire, approuver ou refuser les frais",
      payments: "enregistrer les paiements des clients",
      contacts: "dire à quel client montrer les mois d'une mission",
      contracts: "dire ce qu'il faut savoir d'un contrat",
      leave: "accorder un congé",
      question: "demander une précision sur un frais",
      setContract: "compte du temps, emploi, classification, durée du travail",
      establishment: "dire quel établissement emploie",
      setEstablishment: "SIRET et code APE, comme le bulletin les nomme",
      grantLeave: "accorder un congé, premier et dernier jour compris",
      payroll: "faire la paie d'un mois",
      list: "lister ce qui attend une décision",
      approve: "approuver",
      reject: "refuser, avec une raison",
      record: "enregistrer un paiement",
      recordContact: "noter l'adresse qui approuve les mois d'une mission",
      run: "payer un mois",
      profile: "montrer ce que la paie prend de la société, ou l'enregistrer d'un fichier JSON",
    },
    options: {
      law: "un fichier de loi à ajouter ; se répète (ou PORTE_COMPANY_LAW)",
      data: "dossier des justificatifs, et de la base embarquée : elle survit à un arrêt brutal, pas à une coupure de courant",
      database: "adresse d'une base PostgreSQL, pour ce qui doit durer (mieux : PORTE_COMPANY_DATABASE_FILE)",
      port: "port d'écoute, 0 pour un port libre",
      host: "interface d'écoute",
      publicUrl: "adresse publique, derrière un serveur frontal",
      trustProxy: "adresses des serveurs frontaux, ou leur nombre : eux seuls disent d'où vient une requête",
      apiRate: "requêtes de l'API par seconde et par appelant, 0 sans limite",
      adoptReceipts:
        "reprendre une réserve de justificatifs qu'avait une autre base ; aucune autre société ne doit plus s'en servir",
      pooler: "un répartiteur de connexions précède la base (mode transaction)",
      demo: "remplir la société si elle est vide, et donner les accès",
      logLevel: "niveau du journal sur la sortie d'erreur",
      smtp: "serveur de courrier, smtp://hôte:port (mieux : PORTE_COMPANY_SMTP) ; sans lui, aucun client n'est sollicité",
      receipts:
        "où garder les justificatifs, un seau S3 : s3://seau?endpoint=https://s3.exemple ; sinon un dossier des données",
      mailFrom: "adresse d'expédition du courrier",
      clientEmail: "adresse du client",
      nobody: "ne plus rien demander à ce client",
      clientLanguage: "langue du courrier",
      question: "la question, montrée au porté",
      workingTime: "compte du temps : days, forfait-days ou hours",
      job: "emploi, tel que le bulletin le nomme",
      position: "position dans la classification de la convention",
      weeklyHours: "heures de la semaine",
      forfaitDays: "jours de l'année d'un forfait jours",
      siret: "SIRET, 14 chiffres",
      ape: "code APE, par exemple 78.30Z",
      establishmentName: "nom de l'établissement, s'il n'est pas le siège",
      leaveKind: "congé payé ou sans solde",
      firstDay: "premier jour",
      holdsFrom: "jour à partir duquel cela vaut ; sans lui, pour tout ce qui n'est pas payé",
      lastDay: "dernier jour",
      config: "fichier JSON de réglages ; chacun est aussi PORTE_COMPANY_<NOM>, un secret PORTE_COMPANY_<NOM>_FILE",
      databaseLimit: "temps laissé à la base pour répondre avant qu'une demande soit remise, en secondes",
      bodyWait: "temps pendant lequel une demande peut ne rien apporter de son contenu, en secondes",
      metrics: "montrer /metrics à toutes les machines, et non à celle-ci seule",
      stopLimit: "temps laissé à l'arrêt pour finir, en secondes",
      codeLifetime: "durée d'un code de connexion, en secondes",
      json: "réponse en JSON",
      url: "adresse de la société (ou PORTE_COMPANY_URL)",
      reason: "raison du refus, montrée au porté",
      porte: "adresse électronique du porté",
      mission: "référence de la mission",
      month: "mois",
      amount: "montant hors taxes",
      receivedOn: "jour du paiement",
    },
    embedded:
      "La base embarquée survit à un processus tué, pas à une coupure de courant : elle ne fait jamais écrire le disque aussitôt. Pour garder une société, donner une base PostgreSQL (--database).",
    ready: (url: string) => `La société répond à ${url} (Ctrl-C pour l'arrêter).`,
    access: (who: string, email: string, password: string, token: string) =>
      `${who} : ${email}, mot de passe ${password}, jeton ${token}`,
    profileSet: (company: string) =>
      `${company} : les paies à venir prennent ces valeurs ; les bulletins déjà faits ne changent pas.`,
    migrated: (names: readonly string[]) =>
      names.length === 0 ? "La base est à jour." : `La base est à jour : ${names.join(", ")}.`,
    backup: {
      folder: "dossier de la sauvegarde",
      keyFile: "fichier de la clé qui scelle la sauvegarde : 64 chiffres hexadécimaux",
      compare: "comparer à la société que désignent les réglages",
      compared: "comparer à la société de cette base, `postgres://…`",
      comparedData: "comparer à la société de ce dossier",
      made: (rows: number, receipts: number, folder: string) =>
        `${counted(rows, receipts)} ${form(rows + receipts, "sauvegardé", "sauvegardés")} dans ${folder}. Les clés de la société y sont : le garder comme elles.`,
      restored: (rows: number, receipts: number) =>
        `${counted(rows, receipts)} ${form(rows + receipts, "rétabli, relu et comparé", "rétablis, tous relus et comparés")}.`,
      whole: (rows: number, receipts: number) =>
        `La sauvegarde est entière : ${counted(rows, receipts)} ${form(rows + receipts, "relu", "relus")}.`,
      lost: (receipt: string) => `Ce justificatif n'était plus dans la réserve, ou plus le même : ${receipt}`,
      differs: (part: string) => `La société n'a plus la même chose : ${part}`,
    },
    notEmpty: "La société n'est pas vide : rien n'a été ajouté.",
    nothingWaits: "Rien n'attend.",
    waits: (id: string, name: string, what: string) => `${id}  ${name}  ${what}`,
    decided: (what: string, name: string, state: string) => `${what} de ${name} : ${state}.`,
    report: (month: string, turnover: string) => `rapport ${de(month)}, ${turnover}`,
    expense: (amount: string, category: string) => `frais de ${amount}, ${category}`,
    contact: (client: string, mission: string, email: string | null) =>
      email === null
        ? `${client} (${mission}) : plus rien ne lui est demandé.`
        : `${client} (${mission}) : ses mois sont montrés à ${email}.`,
    questioned: (name: string) => `Question posée à ${name}.`,
    mentionsSet: (porte: string, job: string, position: string) => `${porte} : ${job}, ${position}.`,
    establishmentSet: (siret: string, ape: string) => `Établissement employeur : SIRET ${siret}, APE ${ape}.`,
    contractSet: (porte: string, unit: WorkingTime) =>
      `${porte} : le contrat compte ${{ days: "des jours", "forfait-days": "un forfait jours", hours: "des heures" }[unit]}.`,
    leaveGranted: (porte: string, kind: string, from: string, to: string) => `${porte} : ${kind} du ${from} au ${to}.`,
    recorded: (amount: string, fee: string, balance: string) =>
      `Paiement de ${amount} enregistré, frais de gestion ${fee}, solde ${balance}.`,
    paid: (name: string, net: string, transfer: string) => `${name} : net ${net}, virement le ${transfer}`,
    leftOut: (name: string, reason: string) => `${name} : pas payé, ${reason}`,
    reasons: {
      "no-report": "aucun rapport",
      "report-not-approved": "rapport pas encore approuvé",
      "client-not-paid": "client pas encore payé",
      "nothing-due": "rien n'est dû",
      "not-enough": "pas assez pour un salaire",
      "already-paid": "payé par une autre paie",
      failed: "sa paie ne peut pas être calculée",
    } satisfies Labels<LeftOutReason>,
    nobody: "Personne à payer ce mois-ci.",
  },
};
