import type { Cents } from "../../domain/money.ts";
import { frenchFormat } from "../format.ts";

/** What is said of the demo. */
export const frDemo = {
  demo: {
    welcome:
      "Deux mois de portage : octobre sur cet ordinateur, sans serveur ni compte, puis novembre avec une société d'essai qui a l'API.",
    step: {
      first: "Octobre, sans serveur ni compte : Claire calcule ce qu'elle touchera",
      sheet: "Elle enregistre sa société et sa mission",
      document: "Elle déclare octobre : un PDF signé, déposé dans un dossier",
      company: "Novembre : sa société ouvre l'API (démarrage de la société d'essai)",
      login: "Elle se connecte avec le même profil (elle autorise la connexion sur la page de la société)",
      missions: "Ses missions",
      declare: "Elle déclare son mois",
      expense: "Elle ajoute un frais et son justificatif, puis l'envoie",
      operator: "La société approuve, encaisse le client, et fait la paie",
      payslip: "Le bulletin arrive",
      account: "Son compte d'activité",
      status: "Ce qu'il reste à faire",
      simulate: "Le même mois, simulé",
    },
    pause: "Entrée pour continuer",
    net: (paid: Cents, simulated: Cents) =>
      paid === simulated
        ? `Net payé par le bulletin, net simulé : ${frenchFormat.euros(paid)}, au centime près.`
        : `Net payé par le bulletin : ${frenchFormat.euros(paid)}. Net simulé : ${frenchFormat.euros(simulated)}.`,
    report: (file: string) => `Le rapport d'octobre : ${file}`,
    pdf: (file: string) => `Le bulletin : ${file}`,
    folder: (folder: string) => `Fichiers de la démonstration : ${folder}`,
    keepHint: (command: string) => `Pour continuer avec cette société d'essai : ${command}`,
    withCompany: (name: string) =>
      `La suite, avec une société qui a l'API, a besoin du paquet ${name} : npm install -g porte ${name}`,
    kept: (url: string) => `La société reste disponible à ${url} jusqu'à Ctrl-C. Pour s'y connecter :`,
    browserLogin: (email: string, password: string) => `sur la page : ${email}, mot de passe ${password}`,
    asClaire: "Pour continuer comme Claire :",
    asOperator: "Pour agir comme la société :",
  },
};

/** The help of the demo. */
export const frDemoHelp = {
  demo: { keep: "laisser la société d'essai disponible à la fin" },
};
