import { scopeNames } from "../names.ts";
import { frenchForm } from "../plural.ts";

/** What has become, at the company, of a token that was erased here. */
const tokenAtCompany = {
  revoked: " et révoqué chez la société",
  unreachable: ", mais la société n'a pas pu être prévenue",
  valid: ". C'est un jeton d'accès personnel : il reste valable chez la société jusqu'à sa date d'expiration",
};

/** What is said of signing in. */
export const frSession = {
  login: {
    open: (url: string, code: string, minutes: number) => `Ouvrez  ${url}  et tapez  ${code}  (valable ${minutes} min)`,
    orOpen: (url: string) => `ou directement  ${url}`,
    enterOpens: "Entrée : ouvrir le navigateur · Ctrl-C : abandonner",
    waiting: "En attente de votre autorisation sur la page de la société…",
    done: (name: string, company: string, profile: string) =>
      `Connecté : ${name} (société ${company}, profil « ${profile} »)`,
    keptInKeyring: "Jeton enregistré dans le trousseau de la session.",
    keptInFile: (file: string, why: string | null) =>
      `Jeton enregistré dans ${file} (vous seul pouvez le lire)${why === null ? "." : `, ${why}.`}`,
    noKeyring: "faute de trousseau sur cette machine",
    keyringAbsent: (name: string) => `faute de trousseau ; pour en utiliser un, installer ${name} puis se reconnecter`,
    askUrl: "Adresse de votre société",
    byEnvironment: "PORTE_TOKEN est défini : il est utilisé à la place de cette connexion.",
    loggedOut: (profile: string, atCompany: keyof typeof tokenAtCompany) =>
      `Déconnecté du profil « ${profile} » : le jeton est supprimé ici${tokenAtCompany[atCompany]}.`,
    askLogout: (months: readonly string[]) =>
      `${frenchForm(months.length, "Un rapport n'est pas encore envoyé", "Des rapports ne sont pas encore envoyés")} (${months.join(", ")}). Se déconnecter quand même ?`,
    askForget: (count: number) =>
      `${frenchForm(count, "Un élément saisi pour une autre personne sera supprimé", `${count} éléments saisis pour une autre personne seront supprimés`)} de cette machine, sans avoir été ${frenchForm(count, "envoyé", "envoyés")}. Continuer ?`,
    records: {
      kept: "Les données de la société restent enregistrées sur cette machine, et ne s'afficheront qu'après une nouvelle connexion. Pour les supprimer : porte logout --forget",
      erased:
        "Les données de la société sont supprimées de cette machine. Ce que vous avez enregistré vous-même reste.",
      own: "Aucune société n'est connectée à ce profil : ce que vous y avez enregistré reste sur cette machine.",
    },
    compared: (company: string) => `Vos mois enregistrés avant cette connexion, et ceux de la société ${company} :`,
    comparedHeads: { month: "Mois", state: "État", here: "Ici", held: "Société" },
    comparedStates: { same: "identique", differs: "différent", here: "inconnu de la société" },
    comparedDays: (count: number) => frenchForm(count, "1 jour diffère", `${count} jours diffèrent`),
    askDiffering: "Se connecter quand même ? Les deux versions sont conservées, et rien n'est envoyé.",
    notLoggedIn: (profile: string) => `Le profil « ${profile} » n'était pas connecté.`,
  },
  whoami: {
    profile: "Profil",
    company: "Société",
    person: "Personne",
    source: "Jeton",
    rights: "Droits",
    expires: "Expire",
    sources: {
      environment: "variable PORTE_TOKEN",
      keyring: "trousseau de la session",
      file: "fichier",
      none: "aucun",
    },
    keyringAbsent: (source: string, name: string) =>
      `${source} (pour le trousseau : npm install -g ${name}, puis porte login)`,
    scopes: scopeNames.fr,
    renews: "renouvelé automatiquement",
  },
};

/** The help of signing in. */
export const frSessionHelp = {
  logout: {
    yes: "se déconnecter même si un rapport n'est pas encore envoyé",
    forget: "supprimer aussi de cette machine les données de la société et ce qui y est saisi pour d'autres personnes",
  },
  login: {
    url: "adresse de la société",
    withToken: "lire un jeton d'accès personnel sur l'entrée standard",
    secretStore: "où enregistrer le jeton",
    noBrowser: "ne pas proposer d'ouvrir le navigateur",
    yes: "se connecter même si des mois diffèrent",
  },
};
