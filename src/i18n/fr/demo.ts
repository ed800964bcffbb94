/** What is said of the demo. */
export const frDemo = {
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
};

/** The help of the demo. */
export const frDemoHelp = {
  demo: { keep: "laisser la société tourner à la fin" },
};
