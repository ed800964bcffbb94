import { scopeNames } from "../names.ts";
import { frenchForm } from "../plural.ts";

/** What has become, at the company, of a token that was erased here. */
const tokenAtCompany = {
  revoked: " et révoqué chez la société",
  unreachable: " ; la société n'a pas pu être prévenue",
  valid: " ; jeton d'accès personnel, il reste valable chez la société jusqu'à son terme",
};

/** What is said of signing in. */
export const frSession = {
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
    askLogout: (months: readonly string[]) =>
      `${frenchForm(months.length, "Un rapport n'est pas encore envoyé", "Des rapports ne sont pas encore envoyés")} (${months.join(", ")}). Se déconnecter quand même ?`,
    records: {
      kept: "Ce que la société a dit reste enregistré sur cette machine, et ne s'affichera qu'après une nouvelle connexion. Pour l'effacer : porte logout --forget",
      erased: "Ce que la société a dit est effacé de cette machine ; vos brouillons restent.",
    },
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
    renews: "se renouvelle seul",
  },
};

/** The help of signing in. */
export const frSessionHelp = {
  logout: {
    yes: "se déconnecter même si un rapport n'est pas encore envoyé",
    forget: "effacer aussi de cette machine ce que la société a dit",
  },
  login: {
    url: "adresse de la société",
    withToken: "lire un jeton d'accès personnel sur l'entrée standard",
    secretStore: "où garder le jeton : auto, keyring ou file",
    noBrowser: "ne pas proposer d'ouvrir le navigateur",
  },
};
