import type { LineCode } from "../domain/line-code.ts";
import type { ReceiptDifference } from "../domain/receipt/from-invoice.ts";
import type { ReceiptReading } from "../domain/receipt/reading.ts";
import { de } from "./elision.ts";
import { type Format, frenchFormat } from "./format.ts";
import { frAdministration } from "./fr-administration.ts";
import { frenchStaff } from "./fr-staff.ts";
import { frTables, frTablesHelp, type TableFacts } from "./fr-tables.ts";
import { frenchForm as form } from "./plural.ts";

const csvDates = {
  iso: "année-mois-jour",
  "day-first": "jour/mois/année",
  "month-first": "mois/jour/année",
  "year-first": "année/mois/jour",
};

/** What has become, at the company, of a token that was erased here. */
const tokenAtCompany = {
  revoked: " et révoqué chez la société",
  unreachable: " ; la société n'a pas pu être prévenue",
  valid: " ; jeton d'accès personnel, il reste valable chez la société jusqu'à son terme",
};

/** A line of a bank's file that is no payment to take. */
interface BankAsideWords {
  readonly line: number;
  readonly reason: keyof typeof bankReasons;
  readonly text: string;
}

/** Money that came back. */
interface BankRefundWords {
  readonly line: number;
  readonly date: string;
  readonly amount: string;
}

const bankReasons = {
  currency: "autre monnaie que l'euro",
  declined: "paiement refusé ou annulé",
  pending: "paiement en attente",
  amount: "montant illisible",
  date: "date illisible",
  both: "débit et crédit à la fois",
  future: "jour à venir",
  range: "montant hors limites",
  balance: "solde ou total, pas un paiement",
};

interface VehicleWords {
  readonly name: string;
  readonly kind: keyof typeof vehicleKinds;
  readonly power: number;
  readonly electric: boolean;
}

const vehicleKinds = { car: "voiture", motorcycle: "moto", moped: "cyclomoteur" };

/** A limit of working time that was passed. */
interface LimitFacts {
  readonly code: keyof typeof limits;
  readonly day: string;
  readonly value: number;
  readonly most: number;
  readonly source: string;
  readonly isEstimate: boolean;
}

/** What is stated of a month's rest. */
interface RestFacts {
  readonly word: keyof typeof rests;
  readonly daysGivenUp: number;
}

const rests = {
  respected: "repos de chaque jour et de chaque semaine respectés",
  "daily-not": "repos de 11 heures par jour non respecté",
  "weekly-not": "repos de 35 heures par semaine non respecté",
  neither: "ni le repos de 11 heures par jour ni celui de 35 heures par semaine respectés",
  unsaid: "rien de déclaré",
};

const limits = {
  "day-hours": (day: string) => `heures du ${day}`,
  "daily-rest": (day: string) => `moins de 11 heures de repos le ${day}, heures hors repos`,
  "legal-week": (day: string) => `semaine du ${day}, heures au-delà de la durée légale`,
  "week-hours": (day: string) => `heures de la semaine du ${day}`,
  "average-hours": (day: string) => `heures en moyenne sur douze semaines, jusqu'à celle du ${day}`,
  "weekly-rest": (day: string) => `pas de repos dans la semaine du ${day}, jours travaillés`,
  "forfait-days": (day: string) => `forfait jours sur douze mois, au ${day}`,
  "forfait-most": (day: string) =>
    `forfait jours sur douze mois, au ${day}, au-delà de ce que permet même un avenant annuel`,
};

interface ClientMailFacts {
  readonly porte: string;
  readonly month: string;
  readonly days: string;
  readonly address: string;
  readonly until: string;
  readonly company: string;
}

/** What a receipt says, each part as it is written; what is not sure has a question mark. */
function readParts({ date, totalCents, vat, merchant, number, currency, confidence }: ReceiptReading): string[] {
  const unsure = (of: "total" | "date") => (confidence[of] === "doubtful" ? " ?" : "");
  const total = totalCents === null ? null : `${moneyOf(totalCents, currency)}${unsure("total")}`;
  const day = date === null ? null : `${frenchFormat.day(date)}${unsure("date")}`;
  return [merchant, number, total, day, ...vat.map(taxOf)].filter((part) => part !== null);
}

function taxOf({ ratePpm, vatCents }: ReceiptReading["vat"][number]): string {
  const rate = ratePpm === null ? "" : `${String(ratePpm / 10_000).replace(".", ",")} % `;
  return `TVA ${rate}${frenchFormat.euros(vatCents)}`;
}

function moneyOf(cents: number, currency: string | null): string {
  const euros = frenchFormat.euros(cents);
  return currency === null || currency === "EUR" ? euros : euros.replace("€", currency);
}

function readField({ totalCents, date, currency, vat }: ReceiptReading, field: ReceiptDifference): string {
  if (field === "total") return totalCents === null ? "pas de total" : moneyOf(totalCents, currency);
  if (field === "date") return date === null ? "pas de date" : frenchFormat.day(date);
  if (field === "currency") return currency ?? "pas de devise";
  return vat.length === 0 ? "pas de TVA" : vat.map(taxOf).join(" + ");
}

/** The reference language. What it has, every other language must have, or the build fails. */
export const fr = {
  format: frenchFormat as Format,
  administration: frAdministration,
  tables: frTables,
  failure: {
    title: "Erreur :",
    arrow: "→",
    code: (code: string) => `(${code} · --verbose pour le détail)`,
    bug: "Une erreur inattendue s'est produite : c'est un défaut de porte.",
    bugHint: (file: string) => `Le détail est dans ${file} ; merci de le joindre à un signalement.`,
  },
  warning: "Attention :",
  newerContract: (version: string) =>
    `la société suit une version plus récente (${version}) de l'interface que ce programme : ce qu'elle ajoute n'est pas montré. Mettre le programme à jour.`,
  waiting: "J'attends la société…",
  words: {
    yes: "oui",
    no: "non",
    /** Beside a question that Enter answers by yes. */
    yesOrNo: "O/n",
    /** What the keys of a list do, by the library's own words. */
    keys: {
      navigate: "se déplacer",
      select: "choisir",
      all: "tout",
      invert: "inverser",
      submit: "valider",
    } as Readonly<Record<string, string>>,
  },
  help: {
    tables: frTablesHelp,
    about: "porte : la vie d'un salarié porté, du jour travaillé au virement.",
    usage: "Usage :",
    commands: "Commandes :",
    options: "Options :",
    arguments: "Arguments :",
    globals: "Options communes :",
    choices: (values: readonly string[]) => `au choix : ${values.join(", ")}`,
    byDefault: (value: string) => `sinon ${value}`,
    examples: "Exemples :",
    firstSteps: [
      ["porte login https://portage.example", "se connecter à sa société"],
      ["porte declare 2026-11 --csv temps.csv", "déclarer son mois"],
      ["porte simulate --tjm 550", "estimer son revenu net"],
      ["porte status", "voir ce qui attend"],
    ] as readonly (readonly [string, string])[],
    moreHelp:
      "porte <commande> --help montre ce qu'une commande sait faire ; porte help exit-codes, les codes de sortie.",
    samples: {
      login: [
        ["porte login https://portage.example", "par la page de la société"],
        ["porte login https://portage.example --with-token < jeton.txt", "par un jeton, sans navigateur"],
      ],
      declare: [
        ["porte declare", "remplir le mois à l'écran, et l'envoyer"],
        ["porte declare 2026-11 --all mission=ACME --except 12 --leave 24-28", "le mois en quelques mots"],
        ["porte declare 2026-11 --days 2-20,30 --mission ACME", "des jours entiers d'une mission"],
        ["porte declare 2026-11 --csv temps.csv --dry-run", "voir ce qui partirait, sans rien envoyer"],
        ["porte declare last --empty --yes", "un mois sans activité"],
      ],
      month: [
        ["porte month", "où en est la fin du mois, et chez qui"],
        ["porte month last --skip receipts", "aucun frais ce mois-là"],
        ["porte month --until-human", "depuis cron : ce qu'une machine peut faire"],
      ],
      expenses: [
        ["porte expenses add ticket.jpg --amount 21,40 --category restaurant", "garder un frais"],
        ["porte expenses submit", "envoyer ce qui est gardé"],
      ],
      payslips: [
        ["porte payslips", "lister ses bulletins"],
        ["porte payslips get 2026-11 --pdf bulletin.pdf", "enregistrer un bulletin"],
        ["porte payslips verify bulletin.pdf", "vérifier qu'il est signé, et que rien n'y a changé"],
      ],
      simulate: [
        ["porte simulate --tjm 550 --days 18", "18 jours à 550 €"],
        ["porte simulate --turnover 10000 --fee 5 --expenses 300", "depuis un chiffre d'affaires"],
        ["porte simulate --gross 4000 --explain", "un brut, ligne par ligne, textes compris"],
        ["porte simulate --paid 3000 --days 18", "le TJM qu'il faut pour 3 000 € en poche"],
        ["porte simulate --tjm 550 --year --leave-days 2026-08:15", "l'année, mois par mois"],
        ["porte simulate --tjm 550 --margins --plot", "ce que vaut un jour, et la courbe"],
        ["porte simulate --tjm 550 --date 2027-01 --law 2027.json", "avec une loi qui n'est pas encore dans porte"],
      ],
      law: [
        ["porte law", "toutes les tables, et jusqu'à quand elles sont vérifiées"],
        ["porte law show pmss", "une table : ses lignes et leurs textes"],
        ["porte law check 2027.json", "relire un fichier, sans le garder"],
        ["porte law add 2027.json", "l'ajouter : porte simulate s'en sert"],
        ["porte law remove 2027", "le retirer"],
      ],
    } as Readonly<Partial<Record<string, readonly (readonly [string, string])[]>>>,
    exitCodes: [
      ["0", "fait"],
      ["1", "panne inattendue (un défaut de porte)"],
      ["2", "mauvais usage ou saisie invalide ; rien n'a changé"],
      ["3", "pas connecté, ou session refusée"],
      ["4", "société injoignable ; rien n'est perdu"],
      ["5", "la société a refusé"],
      ["6", "une vérification a trouvé quelque chose"],
      ["130", "interrompu ; les brouillons sont gardés"],
    ] as readonly (readonly [string, string])[],
    summaries: {
      login: "se connecter à sa société",
      logout: "se déconnecter et effacer le jeton",
      whoami: "dire qui enverra la prochaine requête",
      status: "montrer ce qui attend, et chez qui",
      declare: "déclarer les jours d'un mois",
      expenses: "ajouter et envoyer ses frais",
      missions: "voir ses missions",
      payslips: "voir et télécharger ses bulletins",
      account: "voir son compte d'activité",
      sync: "envoyer ce qui attend sur cette machine",
      month: "finir un mois, étape par étape",
      undo: "défaire le dernier geste de cette machine",
      law: "voir la loi appliquée, et lui ajouter un fichier",
      simulate: "calculer un net, au centime",
      demo: "vivre un mois entier sur une société d'essai",
    },
    global: {
      json: "réponse en JSON sur la sortie standard",
      profile: "profil (société) à utiliser",
      lang: "langue : fr ou en",
      noColor: "sans couleur",
      noInput: "ne rien demander",
      verbose: "montrer le détail technique",
      timeout: "attente maximale d'une réponse, en secondes",
      version: "version de porte",
      help: "cette aide",
    },
    login: {
      url: "adresse de la société",
      withToken: "lire un jeton d'accès personnel sur l'entrée standard",
      secretStore: "où garder le jeton : auto, keyring ou file",
      noBrowser: "ne pas proposer d'ouvrir le navigateur",
    },
    month: {
      month: "mois : 2026-11, 11/2026, current ou last ; sans lui, le mois d'avant jusqu'au 15, puis celui-ci",
      skip: "laisser de côté une étape de ce mois",
      resume: "reprendre une étape laissée de côté",
      untilHuman: "pour cron : envoyer ce qui est en file ; silence et code 0 sauf si vous êtes attendu (code 6)",
    },
    declare: {
      from: "fichier d'un autre outil : calendrier, timew export, Toggl, Clockify, JSON ; - pour l'entrée standard",
      ics: "calendrier iCalendar",
      match: "mot d'un événement et ce qu'il vaut : \"point hebdo=ACME\", formation=training",
      dayLength: "heures d'une journée entière (celles de la mission, ou 7)",
      takeBack: "reprendre ce mois envoyé, tant que personne n'a décidé",
      matches: "voir les règles gardées pour lire les calendriers, ou en ajouter une",
      forget: "oublier la règle de ce mot",
      history: "toutes les versions d'un mois, chez la société",
      restore: "reprendre une version comme brouillon, sans rien envoyer",
      version: "numéro de la version",
      withdraw: "reprendre un mois envoyé, tant que personne n'a décidé",
      get: "enregistrer le mois signé en PDF, pour le client",
      pdf: "fichier PDF à écrire",
      linear: "des questions une à une, pour un lecteur d'écran",
      all: "remplir les jours ouvrés : mission=ACME, ou training, prospecting…",
      except: "moins ces jours : 11,24-28",
      half: "ces jours à moitié",
      leave: "ces jours en congé payé",
      day: "un jour entier : 13=ACME:0.5,training:0.5 (autant de fois qu'il faut)",
      offline: "ne rien demander à la société : mettre en file, envoyer plus tard",
      requireSent: "échouer (code 4) si le rapport n'est qu'en file",
      replace: "remplacer cette version, vue, de la société",
      proof: "vérifier le reçu signé d'un mois, sans réseau",
      month: "mois : 2026-11, 11/2026, current ou last",
      csv: "fichier CSV (modèle : templates/timesheet.csv), - pour l'entrée standard",
      days: "jours travaillés, par exemple 2-13,16,30 ; une suite saute les jours de repos",
      mission: "référence de la mission",
      includeDeclined: "compter aussi les événements déclinés et ceux qui laissent le temps libre",
      restDays: "confirmer le travail un samedi, un dimanche ou un jour férié",
      rest: "ce que vous déclarez de vos repos de 11 h par jour et de 35 h par semaine ; unsaid le retire",
      restDaysGivenUp: "jours de repos du forfait jours auxquels vous avez renoncé, à la demi-journée près",
      times: "heures de début et de fin de ces jours : 3-6=9:00-17:30 (autant de fois qu'il faut) ; 3= les retire",
      empty: "un mois sans activité",
      dryRun: "montrer ce qui serait envoyé, sans rien envoyer",
      yes: "envoyer sans demander",
      list: "lister ses rapports",
      show: "montrer un rapport",
    },
    expenses: {
      add: "garder un frais et son justificatif, à envoyer plus tard",
      remove: "oublier un frais qui n'est gardé qu'ici",
      id: "identifiant du frais",
      list: "lister ses frais",
      submit: "dire ce que la société fera des frais gardés, puis les envoyer",
      submitYes: "envoyer sans demander ce qui peut être refusé, plafonné ou imposé",
      onlyMonth: "seulement ceux de ce mois",
      edit: "changer un frais gardé ; ce qui n'est pas dit reste",
      operating: "ne plus le refacturer : frais de fonctionnement",
      receipt: "justificatif : PDF, JPEG, PNG ou WebP, 10 Mio au plus",
      amount: "montant TTC, par exemple 21,40",
      date: "date du justificatif",
      category: "catégorie",
      vat: "TVA comprise dans le montant : 4,84, ou par taux 10=3,64 (autant de fois que de taux)",
      mission: "mission à laquelle le refacturer",
      note: "note",
      units: "repas, nuits ou jours de télétravail que couvre le frais (1 par défaut)",
      department: "département des nuits d'hôtel, par exemple 75",
      import: "prendre des paiements d'un relevé bancaire CSV, justificatifs à joindre ensuite",
      bankFile: "relevé CSV de la banque, tel quel",
      layout: "disposition retenue à suivre : porte expenses layouts",
      lines: "lignes à prendre : 3,7-9",
      take: "prendre les libellés qui contiennent ce mot : sncf=transport (autant de fois qu'il faut)",
      read: "prendre du justificatif ce qui n'est pas dit : montant, date, TVA",
      recurring: "voir les frais qui reviennent chaque mois, en garder un, ou l'oublier",
      recurringName: "nom du frais : forfait mobile",
      recurringDay: "jour du mois où il est payé (1 par défaut, 28 au plus)",
      forgetRecurring: "oublier ce frais récurrent ; ce qu'il a préparé reste",
      export: "enregistrer les frais d'un mois, pour soi",
      exportMonth: "mois : 2026-11, 11/2026, current ou last",
      exportCsv: "fichier CSV à écrire",
      exportPdf: "dossier PDF à écrire : un récapitulatif, puis les justificatifs",
      rates: "voir les cours gardés, ou importer une table ; rien n'est demandé à internet",
      ratesFile: "CSV ou XML de la BCE (Date,USD,GBP… ou SDMX), ou date,currency,rate ; - pour l'entrée standard",
      currency: "monnaie du montant : USD, GBP…",
      rate: "unités de cette monnaie pour 1 € ; sans lui, la table importée",
      attach: "joindre son justificatif à un frais gardé",
      missing: "ceux à qui il manque un justificatif",
      answer: "répondre à une question de la société",
      answerText: "la réponse",
      check: "voir d'avance ce que la société en fera, et par quelle règle",
      rules: "les refus déjà reçus, qui avertissent des suivants",
      forgetRule: "oublier cette règle",
      mileage: "garder un ou plusieurs trajets, au barème kilométrique",
      kilometres: "kilomètres : 42 ou 42,5",
      vehicleName: "nom du véhicule",
      tripDate: "jour du trajet",
      return: "aller et retour : deux fois la distance",
      from: "lieu de départ",
      to: "lieu d'arrivée",
      tripsIcs:
        "agenda dont les événements sont des trajets : « Grenoble 106 km A/R », ou avec --match ceux d'une même distance ; - pour l'entrée standard",
      tripsMonth: "mois de l'agenda (le mois courant par défaut)",
      tripsMatch: "mot des événements à prendre, tous de la distance donnée",
      tripsCsv:
        "plusieurs trajets : date, km, et si besoin depart, arrivee, retour, mission, note ; - pour l'entrée standard",
      vehicle: "voir les véhicules gardés, en garder un, ou l'oublier",
      power: "puissance fiscale (P.6 de la carte grise)",
      vehicleKind: "car (voiture), motorcycle (moto), moped (cyclomoteur)",
      electric: "véhicule électrique",
      forgetVehicle: "oublier ce véhicule",
    },
    undo: { list: "voir ce qui peut être défait" },
    law: {
      show: "montrer chaque table : ses lignes, leurs textes, et jusqu'à quand elle est vérifiée",
      table: "une table, ou une famille : pmss, cet",
      check: "vérifier un fichier de loi, sans le garder",
      file: "un fichier de loi, en JSON",
      add: "ajouter un fichier de loi à cette machine",
      force: "remplacer le fichier du même nom",
      remove: "retirer un fichier ajouté",
      name: "nom du fichier, tel qu'il est écrit dedans",
      schema: "donner la forme d'un fichier de loi, en JSON Schema",
    },
    missions: {
      list: "lister ses missions",
      show: "montrer une mission",
      reference: "référence de la mission",
      set: "garder sur cette machine ce qui vaut pour une mission",
      dayLength: "heures d'une journée entière : 7, 7,5…",
    },
    payslips: {
      list: "lister ses bulletins",
      get: "montrer un bulletin, ou le télécharger",
      month: "mois",
      pdf: "enregistrer le PDF dans ce fichier",
      model: "modèle de bulletin obligatoire à partir de janvier 2027",
      verify: "vérifier le PDF d'un bulletin, sans réseau",
      file: "PDF du bulletin",
      key: "fichier des clés publiées par la société ; sinon celles que cette machine garde",
    },
    account: { month: "mois" },
    simulate: {
      explain: "montrer chaque ligne du bulletin, ses taux et son texte de loi",
      tjm: "taux journalier moyen, en euros",
      days: "jours facturés ; sinon les jours ouvrés du mois",
      turnover: "chiffre d'affaires hors taxes",
      gross: "salaire brut",
      net: "net avant impôt visé ; donne le chiffre d'affaires, et le TJM avec --days",
      paid: "net payé visé, après impôt",
      fee: "frais de gestion, en % du chiffre d'affaires",
      feeCap: "plafond mensuel des frais de gestion",
      feeBase: "ce sur quoi les frais de gestion se prennent",
      charge: "charge hors frais de gestion : nom=0,1% du chiffre d'affaires, ou nom=12,50 euros par mois",
      expenses: "frais professionnels du mois",
      reserve: "réserve, en % du salaire de base, ou none",
      reserveBase: "salaire de base de la réserve : base-pay, minimum, minimum-and-reserve, ou un montant",
      leave: "congés payés chaque mois, ou provisionnés",
      date: "mois du calcul",
      category: "cadre ou non-cadre",
      contract: "cdi ou cdd",
      contractMonths: "durée du CDD en mois ; deux au plus allègent le taux neutre",
      level: "niveau de la convention : first, junior, senior ou expert",
      workTime: "temps de travail, en % du temps plein",
      branch: "branche : 3219 (portage salarial), ou none pour la loi seule",
      presentDays: "jours calendaires de présence dans le mois",
      fullPay: "salaire d'un mois entier : le SMIC de la réduction suit le brut sur lui",
      partialMonth: "mois incomplet : plafonds selon les jours payés (calendar), ou entiers (none)",
      forfaitDays: "jours d'un forfait réduit, moins de 218 par an",
      headcount: "effectif de la société",
      workAccidentRate: "taux AT/MP de la société, en %",
      mobilityRate: "versement mobilité, en %",
      apprenticeShare: "part d'apprentis, en %",
      healthPlan: "mutuelle du mois, en euros",
      healthPlanEmployerShare: "part employeur de la mutuelle, en %",
      providentRate: "prévoyance employeur sur la tranche 1, en %",
      providentEmployeeRate: "prévoyance salarié sur la tranche 1, en %",
      providentT2Rate: "prévoyance employeur sur la tranche 2, en %",
      providentT2EmployeeRate: "prévoyance salarié sur la tranche 2, en %",
      alsaceMoselle: "régime d'Alsace-Moselle",
      taxRate: "taux de prélèvement : neutral, non-resident, ou un taux en %",
      taxZone: "domicile fiscal, pour la grille neutre",
      payDate: "jour où le salaire est reçu, qui choisit la grille neutre",
      national: "ignorer ce que la société a dit, et prendre les valeurs nationales",
      months: "tant de mois de suite, plafonds suivis",
      year: "les douze mois de l'année",
      leaveDays: "jours de congé par mois, par exemple 2026-05:3,2026-08:15",
      intermission: "jours sans mission par mois, écrits de même",
      margins: "ce que rapporte ou coûte un petit changement",
      plot: "dessiner le net selon le TJM ou les jours (tjm ou days)",
      report: "écrire une page HTML qui s'imprime",
      csv: "répondre en CSV",
      save: "garder la simulation sous un nom, datée",
      promise: "garder des chiffres promis par une société, sans calculer (avec --save)",
      compare: "montrer l'écart avec une simulation gardée",
      against: "l'autre simulation gardée",
      payslip: "le vrai bulletin d'un mois",
      saved: "lister ce qui est gardé",
      law: "un fichier de loi, pour cette réponse seulement",
      batch: "un fichier JSON Lines, ou - pour l'entrée standard ; une réponse par ligne",
    },
    demo: { keep: "laisser la société tourner à la fin" },
  },
  states: {
    questioned: "questionné",
    withdrawn: "repris",
    queued: "mis en file",
    draft: "brouillon",
    submitted: "envoyé",
    "awaiting-client": "attend le client",
    approved: "approuvé",
    refused: "refusé",
    locked: "payé",
    reimbursed: "remboursé",
  },
  kinds: {
    mission: "mission",
    unbilled: "non facturé",
    prospecting: "prospection",
    training: "formation",
    delegation: "délégation",
    "paid-leave": "congés payés",
    "unpaid-leave": "congé sans solde",
    sick: "maladie",
    holiday: "férié",
    intermission: "intermission",
  },
  categories: {
    restaurant: "restaurant",
    "meal-away": "repas en déplacement",
    lodging: "hébergement",
    transport: "transport",
    mileage: "kilomètres",
    telecom: "télécom",
    equipment: "matériel",
    "home-office": "bureau à domicile",
    telework: "télétravail",
    training: "formation",
    other: "autre",
  },
  entries: {
    "client-payment": "paiement du client",
    "management-fee": "frais de gestion",
    "expense-reimbursement": "frais remboursés",
    "reserve-transfer": "réserve financière",
    "employer-contributions": "cotisations employeur",
    "employee-contributions": "cotisations salariales",
    withholding: "prélèvement à la source",
    "net-pay": "salaire net",
    charge: "charge hors frais de gestion",
    "provision-transfer": "gardé pour congés et fin de contrat",
  },
  sections: {
    health: "Santé",
    workAccident: "Accidents du travail – maladies professionnelles",
    retirement: "Retraite",
    family: "Famille",
    unemployment: "Assurance chômage",
    other: "Autres contributions dues par l'employeur",
    company: "Cotisations déclarées par la société",
    csg: "CSG et CRDS",
  },
  lines: {
    health: "Sécurité sociale – maladie, maternité, invalidité, décès",
    provident: "Complémentaire – incapacité, invalidité, décès",
    providentT2: "Complémentaire – incapacité, invalidité, décès, tranche 2",
    healthPlan: "Complémentaire – santé",
    workAccident: "Accidents du travail – maladies professionnelles",
    family: "Allocations familiales",
    unemployment: "Chômage",
    ags: "AGS",
    apec: "Apec",
    oldAgeCapped: "Sécurité sociale plafonnée",
    oldAgeUncapped: "Sécurité sociale déplafonnée",
    supplementaryPensionT1: "Complémentaire tranche 1",
    supplementaryPensionT2: "Complémentaire tranche 2",
    cegT1: "Contribution d'équilibre général tranche 1",
    cegT2: "Contribution d'équilibre général tranche 2",
    cet: "Contribution d'équilibre technique",
    csa: "Contribution solidarité autonomie",
    fnal: "Fonds national d'aide au logement",
    training: "Formation professionnelle",
    trainingBranch: "Formation professionnelle de la branche",
    cpfFixedTerm: "CPF des contrats à durée déterminée",
    apprenticeship: "Taxe d'apprentissage",
    apprenticeshipExtra: "Contribution supplémentaire à l'apprentissage",
    housing: "Participation à l'effort de construction",
    socialDialogue: "Contribution au dialogue social",
    socialDialogueBranch: "Dialogue social de la branche",
    mobility: "Versement mobilité",
    socialLevy: "Forfait social",
    csgDeductible: "CSG déductible de l'impôt sur le revenu",
    csgCrdsNonDeductible: "CSG/CRDS non déductible de l'impôt sur le revenu",
  } satisfies Readonly<Record<LineCode, string>>,
  /** Why each line is due, in one sentence. */
  why: {
    health: "Finance les soins, les arrêts de travail et les congés de maternité ; l'employeur paie, sur tout le brut.",
    provident: "Garantit un revenu en cas d'arrêt long, d'invalidité ou de décès, sur la part du brut sous le plafond.",
    providentT2: "La même garantie, sur la part du brut au-dessus du plafond.",
    healthPlan: "La mutuelle que tout employeur doit proposer ; il en paie la moitié au moins.",
    workAccident: "Indemnise les accidents du travail, à un taux notifié à chaque société.",
    family: "Finance les prestations familiales ; l'employeur paie, sur tout le brut.",
    unemployment: "Ouvre droit aux allocations de chômage, jusqu'à quatre plafonds.",
    ags: "Garantit les salaires si la société ne peut plus les payer, jusqu'à quatre plafonds.",
    apec: "Finance l'accompagnement des cadres, jusqu'à quatre plafonds.",
    oldAgeCapped: "Retraite de base, sur la part du brut sous le plafond.",
    oldAgeUncapped: "Retraite de base, sur tout le brut.",
    supplementaryPensionT1: "Points de retraite Agirc-Arrco, sur la part du brut sous le plafond.",
    supplementaryPensionT2: "Points de retraite Agirc-Arrco, sur la part d'un à huit plafonds.",
    cegT1: "Équilibre le régime Agirc-Arrco, sans donner de points, sous le plafond.",
    cegT2: "Équilibre le régime Agirc-Arrco, sans donner de points, d'un à huit plafonds.",
    cet: "Équilibre le régime Agirc-Arrco ; due sur tout le brut dès qu'il passe le plafond.",
    csa: "Finance l'autonomie des personnes âgées et handicapées.",
    fnal: "Finance les aides au logement ; taux et assiette selon l'effectif.",
    training: "Finance la formation professionnelle ; taux selon l'effectif.",
    trainingBranch: "Part de formation que la branche du portage ajoute à celle de la loi.",
    cpfFixedTerm: "Finance le compte de formation des salariés en contrat à durée déterminée.",
    apprenticeship: "Finance l'apprentissage.",
    apprenticeshipExtra: "Due à partir de 250 salariés quand les alternants sont moins de 5 %.",
    housing: "Finance le logement des salariés, à partir de 50 salariés.",
    socialDialogue: "Finance les organisations syndicales et patronales.",
    socialDialogueBranch: "Finance le dialogue social de la branche du portage.",
    mobility: "Finance les transports publics ; taux de la commune, à partir de 11 salariés.",
    socialLevy: "Taxe sur la part de l'employeur à la mutuelle et à la prévoyance, à partir de 11 salariés.",
    csgDeductible: "Impôt social sur le brut et sur la prévoyance de l'employeur ; déduit du revenu imposable.",
    csgCrdsNonDeductible: "Le reste de cet impôt social : payé, et imposable tout de même.",
    reduction:
      "Allègement des cotisations de l'employeur sur les salaires bas et moyens ; il dépend du brut et de l'effectif.",
    company: "Cotisation déclarée par la société, hors loi et hors branche.",
  } satisfies Readonly<Record<LineCode | "reduction" | "company", string>>,
  lineOrigins: { branch: "branche", company: "société" },
  login: {
    open: (url: string, code: string, minutes: number) => `Ouvrez  ${url}  et tapez  ${code}  (valable ${minutes} min)`,
    orOpen: (url: string) => `ou directement  ${url}`,
    enterOpens: "Entrée : ouvrir le navigateur · Ctrl-C : abandonner",
    waiting: "J'attends votre accord sur la page de la société…",
    done: (name: string, company: string, profile: string) =>
      `Connecté : ${name} (société ${company}, profil « ${profile} »)`,
    keptInKeyring: "Jeton gardé dans le trousseau de la session, puis relu.",
    keptInFile: (file: string, why: string | null) =>
      `Jeton gardé dans ${file} (lisible par vous seul), puis relu${why === null ? "." : ` : ${why}.`}`,
    noKeyring: (reason: string) => `aucun trousseau n'a répondu (${reason})`,
    keyringAbsent: (name: string) =>
      `pour le trousseau de la session, installer ${name} à côté de porte, puis se reconnecter`,
    askUrl: "Adresse de votre société",
    byEnvironment: "PORTE_TOKEN est défini et l'emporte sur cette connexion.",
    loggedOut: (profile: string, atCompany: keyof typeof tokenAtCompany) =>
      `Déconnecté du profil « ${profile} » : le jeton est effacé d'ici${tokenAtCompany[atCompany]}.`,
    notLoggedIn: (profile: string) => `Le profil « ${profile} » n'était pas connecté.`,
  },
  whoami: {
    profile: "Profil",
    company: "Société",
    person: "Personne",
    source: "Jeton",
    rights: "Droits",
    expires: "Expire",
    sources: { environment: "variable PORTE_TOKEN", keyring: "trousseau de la session", file: "fichier" },
    keyringAbsent: (source: string, name: string) =>
      `${source} (pour le trousseau : npm install -g ${name}, puis porte login)`,
    scopes: { read: "lire", declare: "déclarer", expenses: "frais", operator: "gérer" },
    renews: "se renouvelle seul",
  },
  missions: {
    dayLength: "Journée",
    none: "Aucune mission pour l'instant.",
    reference: "Mission",
    client: "Client",
    dates: "Dates",
    dailyRate: "TJM",
    title: "Objet",
    codes: "Codes projet",
    until: (start: string, end: string | null) => `${start} → ${end ?? "…"}`,
  },
  declare: {
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
    nextClient: "Le client le lit d'abord ; porte status dira où il en est.",
    next: "La société le lit et l'approuve ; porte status dira où il en est.",
    reason: (reason: string) => `Refusé : ${reason}`,
    queued: (month: string, reason: string) =>
      `Le rapport ${de(month)} est gardé et en file ; il partira au prochain porte sync (${reason})`,
    askCorrect: (version: number) =>
      `Ce mois est approuvé (version ${version}). Déposer une correction, à approuver de nouveau ?`,
    askReplace: (version: number) => `Remplacer la version ${version} de la société ?`,
    conflict: (month: string) => `La société tient une autre version ${de(month)}, qui n'a pas été vue ici.`,
    mine: "Ici",
    theirs: (version: number) => `Société (version ${version})`,
    history: (month: string) => `Versions du rapport ${de(month)}`,
    decisions: { approve: "approuvée", reject: "refusée" },
    undecided: "sans décision",
    restored: (month: string, version: number) =>
      `La version ${version} ${de(month)} est reprise comme brouillon : rien n'est envoyé.`,
    withdrawn: (month: string) => `Le rapport ${de(month)} est repris à la société ; il reste ici comme brouillon.`,
    saved: (file: string) => `Mois signé enregistré : ${file}`,
    draftKept: (file: string) => `Brouillon gardé : ${file}`,
    dryRun: "Rien n'est envoyé (--dry-run). Le corps de la requête serait :",
    canceled: "Rien n'est envoyé ; le brouillon est gardé.",
    askMonth: "Quel mois ?",
    askMission: "Quelle mission ?",
    askMore: "Autre chose ce mois-ci ?",
    nothingMore: "non, c'est tout",
    clearDays: "vider des jours",
    stepBack: "revenir en arrière",
    askWhichDays: (what: string) => `Quels jours : ${what} (par exemple 5,9-13)`,
    askHours: "Combien d'heures ce jour-là ?",
    askLength: "Quelle durée ?",
    askDays: "Jours travaillés (par exemple 2-13,16,30)",
    askSend: "Envoyer ce rapport ?",
    askRestDays: (days: string) => `Travail un jour de repos (${days}) : c'est bien le cas ?`,
    unchanged: (month: string) => `Le rapport ${de(month)} est déjà chez la société, identique : rien à envoyer.`,
  },
  grid: {
    title: (month: string, mission: string | null) =>
      mission === null ? `${month} · aucune mission en cours` : `${month} · mission ${mission}`,
    weekdays: ["lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim."],
    keys: "flèches : aller · Maj+flèches : étendre · espace : suite · f : remplir · / : demi-journée · x : vider · z : défaire · Tab : mission · Entrée : envoyer · q : quitter, brouillon gardé",
    hours: "1 à 9 : les heures de ce jour",
    letters:
      "M mission · U non facturé · P prospection · T formation · D délégation · C congés payés · N sans solde · S maladie · H férié · I intermission ; en minuscule, une demi-journée",
  },
  imports: {
    formats: {
      timesheet: "feuille de temps CSV",
      ics: "calendrier",
      timewarrior: "export Timewarrior",
      toggl: "export Toggl",
      clockify: "export Clockify",
      harvest: "export Harvest",
      kimai: "export Kimai",
      tracker: "relevé de temps",
      report: "rapport JSON",
    },
    read: (format: string, days: number) =>
      `Lu comme ${format} : ${days} ${form(days, "jour", "jours")}. Trois quarts de journée font un jour, un quart une demi-journée.`,
    notes: {
      unmatched: (text: string, where: string) =>
        `${where} : « ${text} » ne correspond à aucune mission (--match le dirait).`,
      too_short: (text: string, where: string) =>
        `${where} : « ${text} » fait moins d'un quart de journée, laissé de côté.`,
      over_midnight: (text: string, where: string) =>
        `${where} : « ${text} » passe minuit ; ses heures sont comptées à chaque jour.`,
      rest_day: (text: string, where: string) => `${where} : « ${text} » couvre un jour de repos, non compté.`,
      at_once: (text: string, where: string) =>
        `${where} : « ${text} » ont lieu en même temps ; chacun est compté pour sa mission.`,
      declined: (text: string, where: string) =>
        `${where} : « ${text} » a été décliné, laissé de côté (--include-declined le compterait).`,
      transparent: (text: string, where: string) =>
        `${where} : « ${text} » laisse le temps libre, laissé de côté (--include-declined le compterait).`,
      backwards: (text: string, where: string) => `${where} : « ${text} » finit avant de commencer, laissé de côté.`,
      bad_line: (text: string, _where: string, detail: string, at: string) =>
        `Ligne ${at} : « ${detail === "" ? text : detail} » ne se lit pas, le reste est lu.`,
      bad_rule: (text: string, _where: string, detail: string, at: string) =>
        `Ligne ${at} : la répétition de « ${text} », « ${detail} », ne se lit pas ; seule sa première date est comptée.`,
      bad_time: (text: string, where: string, detail: string) =>
        `${where} : « ${text} » a une date qui ne se lit pas, « ${detail} » ; laissé de côté.`,
      no_start: (text: string, _where: string, _detail: string, at: string) =>
        `Ligne ${at} : « ${text} » n'a pas de début, laissé de côté.`,
      no_zone: (text: string, where: string, detail: string) =>
        `${where} : « ${text} » est à l'heure de « ${detail} », que personne ne connaît ; laissé de côté.`,
      too_many: (text: string, _where: string, _detail: string, at: string) =>
        `Ligne ${at} : « ${text} » se répète trop souvent pour être compté, laissé de côté.`,
      cut: (text: string, _where: string, _detail: string, at: string) =>
        `Ligne ${at} : le fichier s'arrête au milieu de « ${text} », laissé de côté.`,
      elsewhere: (text: string) =>
        `${text} ${form(Number(text), "ligne d'un autre mois, laissée", "lignes d'autres mois, laissées")} de côté.`,
      twice: (text: string) =>
        `${text} ${form(Number(text), "ligne est", "lignes sont")} dans plusieurs fichiers, ${form(Number(text), "comptée", "comptées")} une fois.`,
      bad_distance: (text: string, where: string) =>
        `${where} : la distance de « ${text} » ne se lit pas, laissé de côté.`,
      running: (text: string, where: string) => `${where} : « ${text} » court encore, laissé de côté.`,
      more: (text: string) => `Et ${text} autres remarques de même sorte.`,
    },
    line: (at: string) => `ligne ${at}`,
    reading: ({ layout, decimal, dates }: { layout: TableFacts; decimal: string; dates: keyof typeof csvDates }) =>
      `${frTables.read(layout, { amount: "part de jour" })} Décimales « ${decimal} », dates ${csvDates[dates]}.`,
    askReading: "Est-ce bien ainsi ?",
    noMatches: 'Aucune règle gardée : porte declare match "point hebdo=ACME" en garde une.',
  },
  clientMail: {
    subject: (porte: string, month: string) => `Activité de ${porte}, ${month} : à approuver`,
    text: (facts: ClientMailFacts) =>
      `Bonjour,

${facts.porte} a déclaré ${facts.days} pour vous en ${facts.month}.
Pour voir ces jours, les approuver ou dire ce qui ne va pas :

${facts.address}

Ce lien est à vous seul : il sert une fois, jusqu'au ${facts.until}.

${facts.company}
`,
  },
  law: {
    table: "table",
    value: "valeur",
    since: "depuis",
    checkedUntil: "vérifiée jusqu'au",
    file: "fichier",
    several: "…",
    until: (month: string, payDate: string) =>
      `Une paie se fait pour un mois commencé au plus tard le ${month}, versée au plus tard le ${payDate} ; après, une simulation est une estimation.`,
    files: (names: readonly string[]) =>
      names.length === 0
        ? "Loi de cette version de porte, sans fichier ajouté."
        : `Loi de cette version de porte, et ${form(names.length, "le fichier ajouté", "les fichiers ajoutés")} ${names.join(", ")}.`,
    checked: (day: string) => `vérifiée jusqu'au ${day}`,
    published: (day: string) => `publié le ${day}`,
    noDay: "jour de publication non lu",
    noLink: "adresse non lue",
    addedBy: (name: string) => `ajoutée par le fichier ${name}`,
    fine: (name: string, rows: number, tables: number) =>
      `Le fichier ${name} convient : ${rows} ${form(rows, "ligne", "lignes")} dans ${tables} ${form(tables, "table", "tables")}.`,
    kept: {
      added: (name: string, place: string) => `Le fichier ${name} est ajouté : ${place}.`,
      replaced: (name: string, place: string) => `Le fichier ${name} est remplacé : ${place}.`,
      known: (name: string, place: string) => `Le fichier ${name} est déjà là, sans changement : ${place}.`,
    },
    removed: (name: string) => `Le fichier ${name} est retiré.`,
    covers: (day: string) => `Toutes les tables de la paie sont alors vérifiées jusqu'au ${day}.`,
    lacking: (day: string, tables: readonly string[]) =>
      `Restent à vérifier jusqu'au ${day} (${tables.length}) : ${tables.join(", ")}.`,
    coversRules: (day: string) =>
      `Toutes les tables des frais, des trajets et du temps de travail sont alors vérifiées jusqu'au ${day}.`,
    lackingRules: (day: string, tables: readonly string[]) =>
      `Pour les frais, les trajets et le temps de travail, restent à vérifier jusqu'au ${day} (${tables.length}) : ${tables.join(", ")}.`,
    leftOut: (file: string, why: string) => `fichier de loi laissé de côté (${file}) : ${why}`,
  },
  undo: {
    done: (act: string) => `Défait : ${act}.`,
    none: "Rien à défaire.",
    acts: {
      declare: (about: string) => `jours déclarés ${de(frenchFormat.month(about))}`,
      restore: (about: string) => `version reprise ${de(frenchFormat.month(about))}`,
      "expense-added": (about: string) => `frais gardé (${about} €)`,
      "expense-changed": (about: string) => `frais changé (${about} €)`,
      "expense-removed": (about: string) => `frais oublié (${about} €)`,
      "receipt-attached": (about: string) => `justificatif joint (${about} €)`,
      vehicle: (about: string) => `véhicule (${about})`,
      "step-skipped": (about: string) => `étape laissée de côté (${about})`,
      "step-resumed": (about: string) => `étape reprise (${about})`,
      match: (about: string) => `règle de lecture (${about})`,
      "day-length": (about: string) => `durée d'une journée (${about})`,
    },
  },
  monthEnd: {
    title: (month: string) => `Fin ${de(month)}`,
    steps: {
      declare: "déclarer",
      receipts: "justificatifs",
      send: "envoyer",
      approval: "approbations",
      payslip: "bulletin",
    },
    states: { done: "fait", skipped: "laissée de côté", later: "plus tard" },
    balls: { you: "à vous", machine: "part d'ici", company: "chez la société", client: "chez le client" },
    since: (ball: string, instant: string) => `${ball} depuis le ${instant}`,
    transfer: (day: string) => `virement le ${day}`,
    ask: (step: string) => `Étape « ${step} » ?`,
    take: "s'en occuper",
    skip: "la laisser de côté ce mois-ci",
    leave: "s'arrêter là",
    askDate: "Date du frais",
  },
  sync: {
    nothing: "Rien n'attend : tout est chez la société.",
    sent: (month: string, version: number) => `Rapport ${de(month)} envoyé (version ${version}).`,
    waits: (month: string, reason: string) => `Rapport ${de(month)} toujours en file : ${reason}`,
  },
  proof: {
    holds: (month: string) => `La société a bien signé pour le rapport ${de(month)} tel qu'il est gardé ici.`,
    faults: {
      signature: "La signature n'est pas celle de la clé publiée par la société.",
      report: "Le rapport gardé ici n'est pas celui que le reçu nomme.",
      facts: "Le texte signé ne dit pas ce que le reçu affiche.",
      key: "La clé de la société n'est pas gardée ici : la signature ne peut pas être vérifiée.",
    },
    receipt: "Reçu",
    version: "Version",
    at: "Signé le",
    hash: "Empreinte du rapport",
    key: "Clé",
  },
  expenses: {
    removed: (amount: string) => `Frais de ${amount} oublié.`,
    stay: (count: number) =>
      `${count} frais ${form(count, "refusé : gardé", "refusés : gardés")} ici, rien n'est perdu.`,
    kept: (amount: string, category: string) => `Frais gardé : ${amount}, ${category}. Rien n'est encore envoyé.`,
    sendHint: "porte expenses submit pour l'envoyer",
    sent: (count: number, total: string) =>
      `${count} ${form(count, "frais envoyé", "frais envoyés")}, ${total}. La société les lit ; porte expenses list dira la suite.`,
    alreadyKept: "Ce justificatif est déjà gardé pour un frais identique : rien n'est ajouté.",
    none: "Aucun frais pour l'instant.",
    date: "Date",
    category: "Catégorie",
    amount: "Montant",
    state: "État",
    mission: "Mission",
    reason: "Raison",
    read: (reading: ReceiptReading, syntax: string | null) =>
      `${syntax === null ? "Lu sur le justificatif, à vérifier" : `Lu dans la facture électronique (${syntax})`} : ${readParts(reading).join(" · ")}`,
    readOtherwise: (page: ReceiptReading, differences: readonly ReceiptDifference[]) =>
      `La page dit autrement : ${differences.map((field) => readField(page, field)).join(", ")}. La facture électronique est retenue.`,
    invoiceDoubts: {
      several:
        "Cette facture électronique contient plusieurs documents ou plusieurs totaux : lequel compte n'est pas sûr.",
      unread: "Cette facture électronique contient un montant ou une date illisible.",
      "no-total": "Cette facture électronique ne dit pas son total : seule la page peut le dire.",
      sums: "Les montants de cette facture électronique ne s'additionnent pas.",
    },
    foreignVat: "La TVA de cette facture n'est pas française : elle ne se récupère pas ici, rien n'en est gardé.",
    vatUnsure: "La TVA n'est pas lue sûrement, rien n'en est gardé : --vat 20=2,00 la dit.",
    isCredit: "Ce justificatif est un avoir : il rend de l'argent.",
    datedAsRead: (day: string) => `Daté du ${day}, lu sur le justificatif.`,
    askCurrency: "Devise du justificatif",
    pageToCome: (id: string) => `porte expenses attach ${id} <facture.pdf> : une facture XML seule ne se joint pas.`,
    notRead: {
      "no-text": "Rien ne se lit sur ce justificatif.",
      "no-tesseract": "Pour lire les photos : installer tesseract et ses données françaises (tesseract-ocr-fra).",
    },
    askDate: "Date du justificatif",
    recurring: (name: string, category: string, amount: string, day: number) =>
      `${name} · ${category} · ${amount}, le ${day} de chaque mois`,
    noRecurring: "Aucun frais récurrent.",
    exported: (count: number, file: string) =>
      `${count} ${form(count, "frais enregistré", "frais enregistrés")} : ${file}`,
    converted: (how: string, euros: string) => `${how} : ${euros}`,
    dossier: (month: string) => `Frais ${de(month)}`,
    total: "Total",
    notDrawn: "Ce justificatif ne se reproduit pas ici : son fichier est joint à celui-ci.",
    noRate: "Aucun cours gardé.",
    bankAside: ({ line, reason, text }: BankAsideWords) =>
      `Ligne ${line} laissée de côté (${bankReasons[reason]}) : ${text}`,
    bankAsides: (count: number) => `${count} ${form(count, "autre ligne laissée", "autres lignes laissées")} de côté.`,
    bankRefund: (line: number, amount: string, { line: other, date, amount: back }: BankRefundWords) =>
      `Ligne ${line}, ${amount} : ${back} rendus le ${date} (ligne ${other}). Un remboursement n'est pas un frais ; ce qui a été rendu n'est pas à déclarer.`,
    bankNothing: "Aucun paiement à prendre.",
    bankChoose: (others: number) =>
      `Rien n'est gardé : --lines ou --take choisissent.${others === 0 ? "" : ` ${others} ${form(others, "autre paiement non montré", "autres paiements non montrés")}.`}`,
    bankKept: (added: number, known: number, sent: number) =>
      `${added} ${form(added, "frais gardé", "frais gardés")}${known === 0 ? "" : `, ${known} déjà là`}${sent === 0 ? "" : `, ${sent} ${form(sent, "déjà envoyé", "déjà envoyés")}`}. Les justificatifs sont à joindre.`,
    askLines: "Quels paiements ?",
    id: "Identifiant",
    attached: (amount: string) => `Justificatif joint au frais de ${amount}.`,
    noneMissing: "Aucun justificatif ne manque.",
    receiptMissing: "justificatif à joindre",
    answered: "Réponse envoyée : la société reprend la lecture.",
    stays: (day: string, amount: string, reason: string) => `  ${day}, ${amount} : ${reason}`,
    paidBack: (month: string) => `remboursé sur le bulletin ${de(month)}`,
    kilometres: (count: number) => `${String(count).replace(".", ",")} km`,
    tripsKept: (count: number, total: string) =>
      `${count} ${form(count, "trajet gardé", "trajets gardés")}, ${total}. Rien n'est encore envoyé.`,
    eventsAside: (count: number) =>
      `${count} ${form(count, "événement laissé", "événements laissés")} de côté : sans distance, ou à venir.`,
    noDrive: "Aucun trajet dans cet agenda pour ce mois.",
    noVehicle: "Aucun véhicule : porte expenses vehicle clio --power 5 en garde un.",
    vehicle: ({ name, kind, power, electric }: VehicleWords) =>
      [
        name,
        vehicleKinds[kind],
        ...(kind === "moped" ? [] : [`${power} CV`]),
        ...(electric ? ["électrique"] : []),
      ].join(" · "),
    nothingToCheck: "Aucun frais n'attend ici.",
    verdicts: {
      accepted: "devrait passer",
      taxable: "en partie imposable",
      capped: "plafonné",
      "likely-refused": "refus probable",
    },
    noted: (count: number, text: string) => `  ${count} frais : ${text}`,
    notes: {
      "trip-from-home": (source: string) => `le trajet part du domicile, faute de lieu de travail habituel · ${source}`,
      "law-unchecked": (day: string) =>
        `loi vérifiée jusqu'au ${day} ; après, c'est une estimation d'après les derniers montants connus`,
    },
    rules: {
      receipt: () => "il manque le justificatif",
      contract: () => "son jour est avant votre contrat",
      duplicate: () => "un frais identique est déjà chez la société",
      "refused-before": () => "un frais de cette nature a été refusé",
      vat: () => "cette TVA ne se récupère pas",
      cap: (over: string) => `${over} au-dessus du plafond de fonctionnement du mois`,
      limit: (over: string) => `${over} au-dessus de la limite d'exonération, payés comme salaire`,
      none: () => "",
    },
    bases: { gross: "du salaire brut", turnover: "du chiffre d'affaires" },
    cap: (month: string, left: string, most: string, rate: number, basis: string) =>
      `Frais de fonctionnement ${de(month)} : il reste ${left} sur ${most} (${String(rate).replace(".", ",")} % ${basis}).`,
    capUnknown: (month: string, basis: string) =>
      `Frais de fonctionnement ${de(month)} : le plafond se calcule sur une part ${basis}, qui n'est pas encore connu.`,
    noRule: "Aucun refus reçu.",
    rule: (id: string, category: string, since: string, reason: string) =>
      `${category}, depuis le ${since} : ${reason} (${id})`,
    askReceipt: "Justificatif (fichier)",
    askAmount: "Montant TTC",
    askVat: "TVA (10=3,64 20=1,20 ; 0 : aucune)",
    askMission: "Refacturé à quelle mission ?",
    noMission: "aucune : frais de fonctionnement",
    missionLater: "La société ne répond pas : porte expenses edit <identifiant> --mission <référence> dira la mission.",
    askNights: "Nombre de nuits",
    askDays: "Nombre de jours de télétravail",
    askDepartment: "Département des nuits",
    askSend: "Envoyer quand même ?",
    ruleMet: (which: string, why: string) => `  ${which} : ${why}`,
    edited: (amount: string, category: string) => `Frais changé : ${amount}, ${category}. Rien n'est encore envoyé.`,
    monthOf: (month: string, count: number, total: string) => `${month} · ${count} frais · ${total}`,
    askCategory: "Catégorie",
  },
  payslips: {
    none: "Aucun bulletin pour l'instant.",
    month: "Mois",
    gross: "Brut",
    net: "Net payé",
    transfer: "Virement",
    title: (month: string) => `Bulletin ${de(month)}`,
    saved: (file: string) => `Bulletin enregistré : ${file}`,
    paidOn: (amount: string, date: string) => `Virement de ${amount} le ${date}.`,
    advanced: (amount: string) =>
      `Salaire minimum (convention, art. 21.3) : le client n'a pas encore tout payé. La société avance ${amount}, cotisations et réserve comprises ; le complément vient avec son paiement.`,
    recovered: (amount: string) => `Avance d'un mois précédent reprise : ${amount}.`,
  },
  payslipProof: {
    holds: (company: string) => `Ce bulletin est bien celui que la société ${company} a signé : rien n'y a changé.`,
    faults: {
      key: "La clé de la société n'est pas gardée ici : la signature ne peut pas être vérifiée (--key, ou porte payslips get).",
      signature: "La signature n'est pas celle de la clé publiée par la société.",
      file: "Le fichier a été changé, ou enregistré de nouveau, depuis que la société l'a fait.",
      page: "La page n'affiche pas ce qui a été signé.",
    },
    differs: (name: string, signed: string, printed: string) => `${name} : signé ${signed}, affiché ${printed}`,
    nowhere: "nulle part, ou plus d'une fois",
    stands: "La société dit qu'il vaut toujours.",
    reversed: (at: string, reason: string) => `La société a annulé ce bulletin le ${at} : ${reason}`,
    replaced: (id: string) => `Le bulletin qui vaut maintenant pour le mois : ${id}`,
    notReplaced: "Aucun autre ne vaut encore pour le mois.",
    notAsked: "On ne sait pas s'il a été annulé depuis : la société n'a pas répondu, ou vous n'y êtes pas connecté.",
    unproven: "Ce que la pièce jointe dit, sans preuve :",
    names: {
      month: "Mois",
      company: "Société",
      siret: "SIRET",
      porte: "Salarié porté",
      gross: "Salaire brut",
      netSocial: "Montant net social",
      net: "Salaire net après impôt",
      received: "Somme reçue, frais compris",
      paidOn: "Date de paiement",
    },
    key: "Clé",
  },
  account: {
    title: (month: string) => `Compte d'activité · ${month}`,
    entry: "Mouvement",
    amount: "Montant",
    day: "Jour",
    label: "Libellé",
    none: "Aucun mouvement ce mois-ci.",
    reserve: "dont réserve financière",
    provision: "dont gardé pour congés et fin de contrat",
    advance: (amount: string) =>
      `Avec le dernier bulletin, la société a avancé ${amount} pour le salaire minimum (convention, art. 21.3), cotisations et réserve comprises : la prochaine paie les reprend.`,
    activity: "dont disponible",
    balance: "Solde",
    business: (amount: string) => `Le salaire brut du mois comprend ${amount} d'indemnité d'apport d'affaires.`,
  },
  pay: {
    turnover: "Chiffre d'affaires HT",
    fee: "Frais de gestion",
    expenses: "Frais professionnels",
    reserve: "Réserve (à vous, gardée)",
    otherProvisions: "Autres provisions",
    employer: "Cotisations employeur",
    reduction: "Réduction générale des cotisations",
    gross: "Salaire brut",
    employee: "Cotisations salariales",
    netBeforeTax: "Net avant impôt",
    netSocial: "Montant net social",
    netTaxable: "Net imposable",
    withholding: (rate: string) => `Prélèvement à la source (${rate})`,
    netPaid: "Net payé",
    remainder: "Reste sur le compte",
    kept: {
      leave: "Congés payés (à vous, gardés sur le compte)",
      endOfContract: "Fin de contrat (à vous, gardée sur le compte)",
    },
    heldYours: "Gardé sur le compte, à vous, cotisations comprises",
    inHand: "En main, avec les frais",
    cost: "Coût total employeur",
    base: "Base",
    rate: "Taux",
    texts: "Textes",
    grossParts: "Le salaire brut se compose de",
    total: "Total",
    employeeShare: "Salarié",
    employerShare: "Employeur",
    parts: {
      basePayCents: "Salaire de base",
      businessContributionCents: "Indemnité d'apport d'affaires (5 %)",
      paidLeaveCents: "Congés payés (10 %)",
      complementCents: "Complément",
      endOfContractCents: "Indemnité de fin de contrat (10 %)",
    },
    ofTurnover: (share: string) => `${share} du chiffre d'affaires`,
  },
  simulate: {
    title: (month: string, working: string) => `Simulation · ${month} · ${working}`,
    workingDays: (count: string, whole: boolean) => (whole ? `${count} ouvrés` : `${count} facturés`),
    noDays: "montants donnés",
    wishes: {
      netBeforeTaxCents: (amount: string) => `${amount} net avant impôt`,
      netPaidCents: (amount: string) => `${amount} net payé`,
    },
    wishTurnover: (wish: string, turnover: string) => `Pour ${wish} : ${turnover} de chiffre d'affaires.`,
    wishDailyRate: (wish: string, rate: string, days: string, turnover: string) =>
      `Pour ${wish} : un TJM de ${rate} sur ${days}, soit ${turnover}.`,
    assumptions: (company: string | null, day: string | null) =>
      company === null ? "Hypothèses" : `Hypothèses (${company}, au ${day})`,
    origins: { option: "option", company: "société", default: "par défaut" },
    belowMinimum: (paid: string, minimum: string, turnover: string | null) =>
      `brut (${paid}) sous le minimum conventionnel du niveau (${minimum}) ; ${
        turnover === null
          ? "aucun chiffre d'affaires ne l'atteint"
          : `il faut ${turnover} de chiffre d'affaires pour l'atteindre`
      }.`,
    unlikely: {
      unlikely_fee: (rate: string) => `des frais de gestion de ${rate} : est-ce bien ce que vous vouliez écrire ?`,
      unlikely_work_accident: (rate: string) => `un taux AT/MP de ${rate} : est-ce bien ce que vous vouliez écrire ?`,
      thin_health_plan: (rate: string) =>
        `une part employeur de mutuelle de ${rate} : la loi en demande la moitié au moins (CSS, art. L. 911-7).`,
      thin_provident: (rate: string) =>
        `une prévoyance de cadre à ${rate} : l'employeur doit 1,5 % de la tranche 1 au moins (ANI du 17/11/2017).`,
    },
    providentNotBranch:
      "la prévoyance retenue n'est pas le régime de la branche, dû à tous et partagé par moitié (accord du 12/11/2020) : donnez les taux de la société (--provident-rate, --provident-employee-rate, --provident-t2-rate).",
    partialMonth: {
      calendar: (other: string | null) =>
        `mois incomplet : les jours sans mission suspendent le contrat (convention, art. 22.2), plafonds réduits ; une société qui ne les réduit pas (--partial-month none) verserait ${other ?? "un autre net"}.`,
      none: (other: string | null) =>
        `mois incomplet aux plafonds entiers ; réduits aux jours payés (--partial-month calendar, convention, art. 22.2), le net serait ${other ?? "autre"}.`,
    },
    lowNet: {
      "health-plan": (net: string) => `net payé de ${net} : la mutuelle, à montant fixe, prend le reste du mois.`,
      charges: (net: string) => `net payé de ${net} : les charges hors frais de gestion prennent le reste du mois.`,
      expenses: (net: string) => `net payé de ${net} : les frais remboursés prennent le reste du mois.`,
      pay: (net: string) => `net payé de ${net} : les cotisations et l'impôt prennent presque tout de ce mois.`,
    },
    anEstimate: "estimation",
    isEstimate: (day: string) => `Estimation : la loi n'est vérifiée que jusqu'au ${day}.`,
    estimate: (day: string) =>
      `estimation : la loi a été vérifiée jusqu'au ${day} ; après, la dernière connue est prise. porte law dit ce qui manque.`,
    lawFiles: (names: string) => `Lignes de loi ajoutées : ${names}`,
    flattering: "Ce que les valeurs par défaut peuvent embellir",
    flatteringIf: (name: string, value: string, difference: string) =>
      `${name} à ${value} : ${difference} de net avant impôt`,
    branches: { "3219": "portage salarial (IDCC 3219)", none: "aucune" },
    partialModes: { calendar: "plafonds selon les jours payés", none: "plafonds entiers" },
    taxRates: { neutral: "grille neutre", "non-resident": "non-résident" },
    taxZones: {
      metropole: "métropole",
      "guadeloupe-reunion-martinique": "Guadeloupe, Réunion, Martinique",
      "guyane-mayotte": "Guyane, Mayotte",
    },
    reserveBases: {
      "base-pay": "salaire de base",
      minimum: "minimum du niveau",
      "minimum-and-reserve": "minimum du niveau et sa réserve",
    },
    monthAlone: "aucun, mois calculé seul",
    grossToDate: (gross: string, month: string) => `${gross} jusqu'à ${month}`,
    feeBases: { turnover: "chiffre d'affaires", "turnover-less-expenses": "chiffre d'affaires moins frais" },
    leaveModes: { paid: "payés chaque mois", provisioned: "provisionnés sur le compte" },
    names: {
      fee: "frais de gestion",
      feeCap: "plafond des frais",
      feeBase: "assiette des frais",
      charges: "charges hors frais de gestion",
      reserve: "réserve",
      reserveBase: "assiette de la réserve",
      leave: "congés payés",
      level: "niveau",
      category: "statut",
      contract: "contrat",
      shortContract: "contrat de deux mois au plus",
      workTime: "temps de travail",
      forfaitDays: "jours du forfait",
      presentDays: "jours de présence",
      fullPay: "salaire du mois entier",
      partialMonth: "mois incomplet",
      branch: "branche",
      headcount: "effectif",
      workAccidentRate: "taux AT/MP",
      mobilityRate: "versement mobilité",
      apprenticeShare: "part d'apprentis",
      healthPlan: "mutuelle",
      healthPlanEmployerShare: "part employeur de la mutuelle",
      providentRate: "prévoyance employeur, tranche 1",
      providentEmployeeRate: "prévoyance salarié, tranche 1",
      providentT2Rate: "prévoyance employeur, tranche 2",
      providentT2EmployeeRate: "prévoyance salarié, tranche 2",
      alsaceMoselle: "Alsace-Moselle",
      taxRate: "taux d'impôt",
      taxZone: "domicile fiscal",
      payDate: "jour du versement",
      grossToDate: "brut déjà payé dans l'année",
    },
    none: "aucun",
    month: "Mois",
    billed: "Facturés",
    turnover: "CA HT",
    daysOf: (billed: string, working: string) => `${billed} / ${working}`,
    progressive:
      "Plafonds et réduction générale suivis mois après mois ; un mois sans facture ni congé n'est pas payé.",
    change: "Ce qui change",
    changes: {
      one_day_more: "un jour de plus",
      one_day_less: "un jour de moins",
      one_euro_of_rate: "1 € de TJM en plus",
      hundred_of_turnover: "100 € de chiffre d'affaires en plus",
      hundred_of_expenses: "100 € de frais remboursés en plus",
      one_point_of_fee: "un point de frais de gestion en plus",
    },
    changesRate: "* passe à une autre tranche du taux neutre : tout le mois est alors prélevé à ce taux.",
    inHand: "En main",
    axes: { tjm: "TJM", days: "jours facturés" },
    compared: (promised: string, actual: string) => `${promised}, et ${actual}`,
    keptOn: {
      simulation: (day: string) => `simulation gardée le ${day}`,
      promise: (day: string) => `promesse gardée le ${day}`,
    },
    drift: "Écart",
    noDrift: (figure: string) => `Rien ne s'écarte, jusqu'au ${figure.toLowerCase()}.`,
    thisSimulation: (month: string) => `simulation ${de(month)}`,
    payslipOf: (month: string) => `bulletin ${de(month)}`,
    figures: {
      turnover: "Chiffre d'affaires HT",
      managementFee: "Frais de gestion",
      expenses: "Frais professionnels",
      reserve: "Réserve",
      employerContributions: "Cotisations employeur",
      gross: "Salaire brut",
      employeeContributions: "Cotisations salariales",
      netBeforeTax: "Net avant impôt",
      netTaxable: "Net imposable",
      withholding: "Prélèvement à la source",
      netPaid: "Net payé",
    },
    saved: (name: string, file: string) =>
      `« ${name} » est gardé, daté : ${file}\n→ porte simulate … --compare ${name}`,
    savedTitle: { name: "Nom", kind: "Genre", day: "Gardé le", netPaid: "Net payé" },
    kinds: { simulation: "simulation", promise: "promesse" },
    noneSaved: "Aucune simulation gardée : porte simulate … --save <nom> en garde une.",
    reportSaved: (file: string) => `Rapport écrit : ${file}`,
    companyUnreachable: "La société n'a pas répondu : les valeurs par défaut la remplacent.",
    report: {
      subtitle: "Ce que devient un mois facturé, ligne par ligne",
      waterfall: "Le chemin de l'argent",
      lines: "Le bulletin",
      sources: "Les textes",
      assumptions: "Les hypothèses",
      name: "Nom",
      value: "Valeur",
      origin: "Origine",
      law: "Texte",
      share: "Part",
      made: (day: string, version: string) =>
        `Calculé le ${day} par porte ${version}. Une simulation n'est pas un bulletin.`,
    },
  },
  status: {
    todo: "À faire",
    others: "Chez les autres",
    money: "Argent",
    allDone: "Rien ne vous attend.",
    reportDue: (month: string, day: string) => `rapport ${de(month)} à envoyer avant le ${day}`,
    reportLate: (month: string, day: string) => `rapport ${de(month)} attendu depuis le ${day}`,
    reportDraft: (month: string) => `brouillon ${de(month)} pas encore envoyé`,
    reportRefused: (month: string, reason: string) => `rapport ${de(month)} refusé : ${reason}`,
    expensesWaiting: (count: number, amount: string) => `${count} frais à envoyer, ${amount}`,
    receiptsMissing: (count: number) => `${count} frais sans justificatif`,
    expenseQuestioned: (amount: string, question: string) =>
      `La société demande, d'un frais de ${amount} : ${question}`,
    expenseRefused: (amount: string, reason: string) => `frais de ${amount} refusé : ${reason}`,
    reportQueued: (month: string) => `rapport ${de(month)} en file : il partira dès que la société répondra`,
    reportWaits: (month: string) => `rapport ${de(month)} : la société le lit`,
    reportApproved: (month: string) => `rapport ${de(month)} approuvé : la paie suit`,
    reportAtClient: (month: string) => `rapport ${de(month)} : le client le lit`,
    expensesRead: (count: number, amount: string) => `${count} frais, ${amount} : la société les lit`,
    transfer: (amount: string, day: string) => `virement de ${amount} le ${day}`,
    transferred: (amount: string, day: string) => `dernier virement : ${amount} le ${day}`,
    balance: (balance: string, reserve: string) => `solde ${balance}, dont réserve ${reserve}`,
  },
  demo: {
    welcome: "Un mois de portage, du jour travaillé au virement, sur une société d'essai.",
    step: {
      company: "La société d'essai démarre",
      login: "Claire se connecte (accord donné sur la page de la société)",
      missions: "Ses missions",
      declare: "Elle déclare son mois",
      expense: "Elle ajoute un frais et son justificatif, puis l'envoie",
      operator: "La société approuve, encaisse le client, et fait la paie",
      payslip: "Le bulletin arrive",
      account: "Son compte d'activité",
      status: "Ce qui attend",
      simulate: "Le même mois, simulé",
    },
    pdf: (file: string) => `Le bulletin : ${file}`,
    folder: (folder: string) => `Tout ce qui a été écrit : ${folder}`,
    keepHint: (command: string) => `Pour continuer à jouer : ${command}`,
    kept: (url: string) => `La société tourne à ${url} jusqu'à Ctrl-C. Pour y entrer :`,
    browserLogin: (email: string, password: string) => `sur la page : ${email}, mot de passe ${password}`,
    asClaire: "Pour continuer comme Claire :",
    asOperator: "Pour agir comme la société :",
  },
  staff: frenchStaff,
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
        `${rows} lignes et ${receipts} justificatifs sauvegardés dans ${folder}. Les clés de la société y sont : le garder comme elles.`,
      restored: (rows: number, receipts: number) =>
        `${rows} lignes et ${receipts} justificatifs rétablis, tous relus et comparés.`,
      whole: (rows: number, receipts: number) =>
        `La sauvegarde est entière : ${rows} lignes et ${receipts} justificatifs relus.`,
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
    contractSet: (porte: string, unit: "days" | "forfait-days" | "hours") =>
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
    },
    nobody: "Personne à payer ce mois-ci.",
  },
  pages: {
    title: "Connexion",
    next: "Continuer",
    enterCode: "Tapez le code affiché dans le terminal",
    enterCodeHint: "Huit lettres, valables dix minutes.",
    wrongCode: "Ce code n'est pas connu, ou il a expiré. Vérifiez-le, ou relancez porte login.",
    confirmCode: "Est-ce le code de votre terminal ?",
    confirmCodeHint: "Si vous n'avez pas lancé porte login vous-même, arrêtez ici.",
    sameCode: "Oui, c'est le même",
    otherCode: "Non, arrêter",
    signIn: "Se connecter",
    wrongPassword: "L'adresse ou le mot de passe ne convient pas.",
    tooManyTries: (seconds: number) =>
      `Trop d'essais pour cette adresse. Réessayez dans ${seconds < 60 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`}.`,
    email: "Adresse électronique",
    password: "Mot de passe",
    approveTitle: "Laisser porte agir pour vous ?",
    approveAs: (name: string, email: string) => `Vous êtes ${name} (${email}). porte pourra :`,
    scopes: {
      read: "lire vos missions, rapports, frais, bulletins et votre compte",
      declare: "envoyer vos rapports d'activité",
      expenses: "envoyer vos frais et leurs justificatifs",
      operator: "gérer la société",
    },
    clientPage: "Activité à approuver",
    clientTitle: (porte: string, month: string) => `${porte}, ${month}`,
    clientAbout: (client: string, mission: string) =>
      `Jours déclarés pour ${client} (mission ${mission}). Votre réponse est enregistrée une fois pour toutes.`,
    clientUnbilled: "offert",
    clientTotal: "Total",
    clientApprove: "Approuver ces jours",
    clientReason: "Ou dire ce qui ne va pas",
    clientNeedsReason: "Une raison est nécessaire : elle est transmise telle quelle.",
    clientRefuse: "Refuser",
    approve: "Autoriser",
    deny: "Refuser",
    otherPerson: "Une autre personne",
    outcomes: {
      done: { title: "C'est fait", next: "Vous pouvez fermer cette page et revenir au terminal." },
      clientApproved: { title: "Merci", next: "Ces jours sont approuvés. Vous pouvez fermer cette page." },
      clientRefused: { title: "C'est noté", next: "Votre raison est transmise. Un mois corrigé vous sera montré." },
      linkGone: {
        title: "Ce lien ne sert plus",
        next: "Il a déjà servi, il a expiré, ou le mois a changé : dans ce cas, un autre courrier vous est envoyé.",
      },
      tooMany: { title: "Trop d'essais", next: "Patientez une minute, puis rechargez la page." },
      denied: { title: "Accès refusé", next: "Rien n'a été autorisé. Vous pouvez fermer cette page." },
      failed: {
        title: "Cette page a expiré",
        next: "Relancez porte login dans le terminal pour avoir un nouveau code.",
      },
    },
  },
};
