import type { Labels, Scope } from "../labels.ts";

interface ClientMailFacts {
  readonly porte: string;
  readonly month: string;
  readonly days: string;
  readonly address: string;
  readonly until: string;
  readonly company: string;
}

/** What is said of the company's pages and mails. */
export const frPages = {
  pages: {
    title: "Connexion",
    home: {
      title: "Société de portage salarial",
      about: (company: string) =>
        `Ce serveur est celui de ${company}. Ses salariés portés y envoient leurs mois et leurs frais, et y reçoivent leurs bulletins, avec le programme porte.`,
      porteTitle: "Vous êtes salarié porté",
      porte: "Connectez-vous depuis un terminal :",
      clientTitle: "Vous êtes client",
      client: "Le lien pour approuver un mois est dans le courrier que la société vous a envoyé.",
      programTitle: "Vous écrivez un programme",
      program: "L'interface, en JSON, est à cette adresse :",
    },
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
    } satisfies Labels<Scope>,
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
};
