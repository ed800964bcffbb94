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
    wrongCode: "Ce code est inconnu ou a expiré. Vérifiez-le, ou relancez porte login.",
    confirmCode: "Est-ce le code affiché dans votre terminal ?",
    confirmCodeHint: "Si vous n'avez pas lancé porte login vous-même, refusez.",
    sameCode: "Oui, c'est ce code",
    otherCode: "Non, refuser",
    signIn: "Se connecter",
    wrongPassword: "L'adresse ou le mot de passe est incorrect.",
    tooManyTries: (seconds: number) =>
      `Trop de tentatives pour cette adresse. Réessayez dans ${seconds < 60 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`}.`,
    email: "Adresse électronique",
    password: "Mot de passe",
    approveTitle: "Autoriser porte à accéder à votre compte ?",
    approveAs: (name: string, email: string) => `Vous êtes ${name} (${email}). porte pourra :`,
    scopes: {
      read: "consulter vos missions, rapports, frais, bulletins et votre compte",
      declare: "envoyer vos rapports d'activité",
      expenses: "envoyer vos frais et leurs justificatifs",
      operator: "gérer la société",
    } satisfies Labels<Scope>,
    clientPage: "Activité à approuver",
    clientTitle: (porte: string, month: string) => `${porte}, ${month}`,
    clientAbout: (client: string, mission: string) =>
      `Jours déclarés pour ${client} (mission ${mission}). Votre réponse est définitive.`,
    clientUnbilled: "non facturé",
    clientTotal: "Total",
    clientApprove: "Approuver ces jours",
    clientReason: "Ou indiquer ce qui n'est pas correct",
    clientNeedsReason: "Indiquez la raison du refus : elle sera transmise telle quelle.",
    clientRefuse: "Refuser",
    approve: "Autoriser",
    deny: "Refuser",
    otherPerson: "Ce n'est pas vous ?",
    outcomes: {
      done: { title: "Connexion autorisée", next: "Vous pouvez fermer cette page et revenir au terminal." },
      clientApproved: { title: "Merci", next: "Ces jours sont approuvés. Vous pouvez fermer cette page." },
      clientRefused: { title: "Refus enregistré", next: "La raison est transmise. Un mois corrigé vous sera proposé." },
      linkGone: {
        title: "Ce lien n'est plus valable",
        next: "Il a déjà été utilisé, il a expiré, ou le mois a changé : dans ce dernier cas, un nouveau message vous est envoyé.",
      },
      tooMany: { title: "Trop de tentatives", next: "Attendez une minute, puis rechargez la page." },
      denied: { title: "Connexion refusée", next: "Aucun accès n'a été autorisé. Vous pouvez fermer cette page." },
      failed: {
        title: "Cette page a expiré",
        next: "Relancez porte login dans le terminal pour obtenir un nouveau code.",
      },
    },
  },
  clientMail: {
    subject: (porte: string, month: string) => `Activité de ${porte}, ${month} : à approuver`,
    text: (facts: ClientMailFacts) =>
      `Bonjour,

${facts.porte} a déclaré ${facts.days} pour vous en ${facts.month}.
Pour voir ces jours, les approuver ou les refuser :

${facts.address}

Ce lien est personnel. Il est valable une seule fois, jusqu'au ${facts.until}.

${facts.company}
`,
  },
};
