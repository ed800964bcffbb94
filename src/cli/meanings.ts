/** What people type, in either language, by the line that it means: words without accents, in small letters. */
interface Meanings {
  /** A line that may follow `porte`: a command, with its subcommand where it has one. */
  readonly [line: string]: readonly string[];
}

/** What is typed after `porte` and is no command of it. */
export const MEANT_BY_PORTE: Meanings = {
  init: ["setup", "configurer", "installer", "commencer", "start"],
  company: ["entreprise", "portage", "employeur", "employer"],
  login: ["connexion", "connecter", "connect", "auth", "signin", "identifier", "token", "inscription"],
  logout: ["deconnexion", "deconnecter", "signout", "quitter"],
  whoami: ["moi", "me", "qui", "profil", "profils", "profile", "profiles", "user", "utilisateur"],
  status: ["statut", "etat", "todo", "resume", "home", "accueil", "dashboard", "aujourdhui", "today"],
  declare: [
    ...[
      "cra",
      "timesheet",
      "timesheets",
      "temps",
      "jour",
      "jours",
      "days",
      "heures",
      "hours",
      "saisir",
      "saisie",
      "log",
    ],
    ...[
      "rapport",
      "rapports",
      "report",
      "reports",
      "activite",
      "activity",
      "conges",
      "conge",
      "leave",
      "vacances",
      "cp",
    ],
  ],
  "declare history": ["historique", "history", "versions"],
  month: ["fin", "cloture", "cloturer", "close"],
  expenses: ["note", "notes", "ndf", "depense", "depenses", "frai", "costs"],
  "expenses add": ["receipt", "recu", "ticket", "justificatif", "justificatifs", "add", "ajouter"],
  "expenses mileage": ["km", "ik", "kilometres", "trajet", "trajets", "deplacement", "mileage"],
  "expenses vehicle": ["vehicule", "voiture", "car", "vehicle"],
  "expenses import": ["banque", "bank", "releve", "import"],
  "expenses export": ["export", "exporter", "dossier"],
  missions: ["client", "clients", "projet", "projets", "projects"],
  payslips: ["fiche", "fiches", "paie", "paye", "pay", "payroll", "salaire", "salaires", "salary"],
  "payslips verify": ["verify", "verifier", "audit"],
  account: [
    "solde",
    "balance",
    "facture",
    "factures",
    "invoice",
    "invoices",
    "virement",
    "virements",
    "paiement",
    "paiements",
  ],
  simulate: ["net", "brut", "gross", "tjm", "calcul", "calculer", "estimer", "estimate", "simulation", "devis"],
  sync: ["envoyer", "send", "push", "pull", "refresh", "upload", "actualiser"],
  undo: ["annuler", "revert", "rollback", "cancel"],
  law: ["taux", "rates", "bareme", "baremes", "smic", "pmss"],
  demo: ["essai", "essayer", "try", "tour", "visite", "exemple", "example"],
  "--help": ["aide", "man", "doc", "docs", "manual", "manuel", "documentation"],
  "--version": ["version", "v"],
};

/** What a company's staff types after `porte-company` and is no command of it. */
export const MEANT_BY_STAFF: Meanings = {
  serve: ["start", "demarrer", "lancer", "server", "serveur"],
  "reports list": ["rapport", "rapports", "cra", "timesheets", "activity"],
  "expenses list": ["frais", "note", "notes", "ndf", "depenses"],
  "expenses receipt": ["receipt", "justificatif"],
  "people list": ["portes", "salaries", "employees", "users", "personnes", "staff"],
  "payments record": ["paiement", "paiements", "virement", "encaisser", "facture", "factures", "invoice"],
  "payroll run": ["paie", "paye", "pay", "payslips", "bulletins", "salaires"],
  "trail list": ["audit", "journal", "log", "history", "historique"],
  "--help": ["aide", "help", "man", "doc", "docs"],
  "--version": ["version", "v"],
};

/** What is typed for the verb of a subcommand, whatever it is about. */
export const VERBS: Meanings = {
  get: ["open", "ouvrir", "download", "telecharger", "show", "view", "voir", "afficher", "pdf", "last"],
  show: ["open", "ouvrir", "get", "view", "voir", "afficher", "montrer", "detail", "details", "read", "lire"],
  list: ["ls", "lister", "liste", "all", "tous", "toutes", "index", "show", "voir"],
  add: ["new", "create", "ajouter", "creer", "nouveau", "nouvelle"],
  remove: ["rm", "delete", "del", "supprimer", "effacer", "enlever", "oublier", "forget"],
  edit: ["modify", "modifier", "change", "changer", "update", "corriger", "set"],
  set: ["edit", "modify", "modifier", "change", "changer", "update"],
  attach: ["joindre", "upload", "justificatif", "receipt"],
  answer: ["reply", "repondre", "respond"],
  submit: ["send", "envoyer", "push", "soumettre"],
  withdraw: ["retirer", "reprendre", "cancel", "annuler"],
  mileage: ["km", "ik", "trajet", "trajets"],
  import: ["importer", "bank", "banque", "load", "charger"],
  export: ["exporter", "dossier", "pdf", "csv"],
  check: ["verify", "verifier", "valider", "controler"],
  verify: ["check", "verifier", "valider", "controler", "audit"],
  approve: ["accept", "accepter", "approuver", "valider", "ok"],
  reject: ["refuse", "refuser", "rejeter", "deny"],
  question: ["ask", "demander"],
  receipt: ["justificatif", "recu", "attachment"],
  record: ["add", "new", "enregistrer"],
  reverse: ["cancel", "annuler", "undo"],
  end: ["remove", "delete", "stop", "close", "terminer", "arreter"],
  run: ["start", "launch", "lancer"],
};

/** What is typed for the name of an option, by the option. */
export const OPTIONS: Meanings = {
  "--yes": ["force", "confirm", "oui", "y"],
  "--pdf": ["output", "out", "file", "fichier", "o"],
  "--output": ["out", "pdf", "file", "fichier", "o"],
  "--tjm": ["rate", "daily-rate", "taux", "prix"],
  "--days": ["jours", "nb-jours"],
  "--amount": ["montant", "total", "price", "prix"],
  "--category": ["categorie", "type", "kind"],
  "--date": ["day", "jour", "le"],
  "--note": ["message", "comment", "commentaire", "description", "text"],
  "--mission": ["client", "project", "projet"],
  "--profile": ["company", "societe", "account"],
  "--format": ["csv", "csv-fr", "excel", "output-format"],
  "--lang": ["language", "langue", "locale"],
  "--no-input": ["non-interactive", "batch", "quiet"],
  "--version": ["v"],
  "--verbose": ["debug"],
};

const MONTH =
  /^(?:\d{4}-\d{2}|\d{1,2}\/\d{4}|(?:janv|jan|f[ée]vr?|feb|mars?|avr|apr|mai|may|jui[nl]|jun|jul|ao[uû]|aug|sept?|oct|nov|d[ée]c)\p{L}*|courant|dernier|current|last)$/iu;

/** What a bare word stands for where a command or a group takes none: what it looks like, and the option or subcommand that says it. */
export const BARE_WORDS: readonly { readonly path: string; readonly looks: RegExp; readonly option: string }[] = [
  { path: "porte simulate", looks: /^\d[\d\s.,]*€?$/, option: "--tjm" },
  { path: "porte payslips", looks: MONTH, option: "get" },
  { path: "porte missions", looks: /^[A-Z0-9][A-Z0-9_-]+$/, option: "show" },
  { path: "porte simulate", looks: /^\d{4}-\d{2}$|^\d{1,2}\/\d{4}$/, option: "--date" },
];
