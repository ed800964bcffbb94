type Lines = readonly (readonly [name: string, text: string])[];

/** What is said of porte itself: where to start, its settings, its version. */
export const frProgram = {
  home: {
    alone: "Aucune société n'est enregistrée sur cette machine. Sans société, on peut déjà :",
    steps: [
      ["porte simulate --tjm 550", "calculer un net au centime, avec chaque ligne du bulletin"],
      ["porte init", "enregistrer sa société, même sans adresse pour porte"],
      ["porte demo", "suivre deux mois entiers, sans société puis avec une société d'essai"],
      ["porte help", "voir toutes les commandes"],
    ] as Lines,
    thenLogin: "Si la société a une adresse pour porte : porte login https://portage.example",
  },
  program: {
    version: (version: string, node: string, contract: string) =>
      `porte ${version} · Node ${node} · interface ${contract}`,
    untriedShell: "Ce script n'a pas été essayé sous PowerShell.",
    asking: (registry: string) => `Connexion à ${registry}… Seule cette commande interroge ce registre.`,
    newer: (latest: string, installed: string) =>
      `porte ${latest} est disponible (installé : ${installed}).\nnpm install -g porte`,
    upToDate: (installed: string) => `porte ${installed} est à jour.`,
  },
  config: {
    setting: "Réglage",
    value: "Valeur",
    source: "Origine",
    sources: { option: "option --profile", environment: "variable", file: "fichier", default: "valeur par défaut" },
    askPassword: "Mot de passe du serveur de messagerie (rien ne s'affiche ; vide : rien ne change)",
    isNow: (key: string, value: string) => `${key} : ${value}`,
    overruled: (name: string) => `La variable ${name} est définie : elle l'emporte sur ce réglage.`,
    places: {
      settings: "Réglages",
      credentials: "Jetons",
      data: "Brouillons et données",
      templates: "Modèles de documents",
    },
  },
  topics: [
    {
      names: ["environment", "environnement"],
      title: "Variables d'environnement",
      lines: [
        ["PORTE_PROFILE", "profil à utiliser (--profile l'emporte)"],
        ["PORTE_API_URL", "adresse de la société"],
        ["PORTE_TOKEN", "jeton d'accès ; il l'emporte sur la session enregistrée"],
        ["PORTE_SMTP_PASSWORD", "mot de passe du serveur de messagerie"],
        ["PORTE_LANG", "langue : fr ou en"],
        ["PORTE_CONFIG_DIR", "dossier des réglages et des jetons (sinon XDG_CONFIG_HOME, ou ~/.config/porte)"],
        ["PORTE_DATA_DIR", "dossier des brouillons et des données (sinon XDG_DATA_HOME, ou ~/.local/share/porte)"],
        ["PORTE_CACHE_DIR", "dossier du code compilé (sinon XDG_CACHE_HOME, ou ~/.cache/porte)"],
        ["PORTE_NOW", "instant à prendre pour maintenant, pour les essais"],
        ["NO_COLOR, FORCE_COLOR", "refuser ou forcer les couleurs"],
        ["ACCESSIBLE", "questions simples, sans rien redessiner"],
        ["HTTPS_PROXY, NO_PROXY", "proxy par lequel joindre la société, et adresses jointes sans lui"],
        ["NODE_EXTRA_CA_CERTS", "fichier d'autorités de certification à ajouter"],
        ["npm_config_registry", "registre que demande porte update-check"],
      ] as Lines,
    },
    { names: ["exit-codes", "codes-de-sortie"], title: "Codes de sortie", lines: [] as Lines },
    {
      names: ["formats"],
      title: "Formes des réponses",
      lines: [
        ["--json", "un document JSON sur la sortie standard ; porte schema <commande> le décrit"],
        ["--fields a,b", "seulement ces champs ; seul, il vaut aussi --json"],
        ["--jq <filtre>", "la réponse JSON passée par jq ; les textes sont écrits sans guillemets"],
        ["--format csv", "une liste en CSV : virgules, points décimaux, noms des champs"],
        ["--format csv-fr", "une liste pour Excel en français : points-virgules, virgules décimales, mots français"],
        ["--quiet", "seulement les identifiants, un par ligne"],
        ["montants", "en euros, deux décimales : 1234.56 dans le JSON ; 1234,56 et 1 234,56 € s'écrivent aussi"],
        ["taux", "une fraction dans le JSON (0.0855), un pourcentage sur la ligne de commande (8,55)"],
        ["jours et mois", "2026-11-30 et 2026-11 ; un jour est celui de Paris"],
        ["erreurs", 'sur la sortie d\'erreur ; avec --json : {"error":{"code","message","hint","details"}}'],
      ] as Lines,
    },
    {
      names: ["privacy", "confidentialité", "confidentialite"],
      title: "porte n'envoie rien à personne d'autre que votre société.",
      lines: [
        ["votre société", "ce que vous envoyez part à l'adresse de porte login, et nulle part ailleurs"],
        ["statistiques", "aucune : ni mesure d'usage, ni rapport d'erreur envoyé"],
        ["mises à jour", "porte update-check interroge le registre npm, seulement quand vous le tapez"],
        ["simulations", "calculées sur cette machine ; la société n'est interrogée que pour son bulletin"],
        ["justificatifs", "lus sur cette machine ; envoyés par porte expenses submit seulement"],
        ["sur cette machine", "porte config path montre chaque dossier ; porte logout supprime le jeton"],
        ["journal d'erreur", "last-error.log, sans jeton ; il n'est jamais envoyé"],
      ] as Lines,
    },
  ],
};

/** The help of what is about porte itself. */
export const frProgramHelp = {
  config: {
    list: "lister les réglages, leur valeur et son origine",
    get: "montrer un réglage",
    set: "modifier un réglage ; default le remet comme au début",
    path: "montrer où porte enregistre",
    setting:
      "profile, lang, timeout, color, exposure-threshold, remind.quiet, ou mail.host, mail.port, mail.security, mail.user, mail.from, mail.password",
    value: "sa nouvelle valeur",
  },
  schema: { command: "la commande dont on veut le schéma" },
  completion: { shell: "le shell (powershell : jamais essayé)" },
};
