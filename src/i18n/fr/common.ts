/** What is said of what every command may say. */
export const frCommon = {
  failure: {
    title: "Erreur :",
    arrow: "→",
    code: (code: string) => `(${code} · --verbose pour le détail)`,
    bug: "Une erreur inattendue s'est produite : c'est un défaut de porte.",
    bugHint: (file: string) => `Le détail est dans ${file} ; merci de le joindre à un signalement.`,
  },
  /** A name and what is said of it, with the colon of the language. */
  labelled: (name: string, text: string) => `${name} : ${text}`,
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
};
