import { de } from "../elision.ts";
import type { Labels, Scope } from "../labels.ts";

interface ClientMailFacts {
  readonly porte: string;
  readonly month: string;
  readonly days: string;
  readonly address: string;
  readonly until: string;
  readonly company: string;
}

interface SigningMailFacts {
  readonly kind: "employment" | "client";
  readonly party: "client" | "porte" | "company";
  readonly porte: string;
  readonly client: string;
  readonly mission: string;
  readonly name: string;
  readonly address: string;
  readonly until: string;
  readonly company: string;
}

/** An invoice that a client is reminded of, in words; what is left is null where nothing was paid. */
interface ReminderMailFacts {
  readonly number: string;
  readonly total: string;
  readonly left: string | null;
  readonly issued: string;
  readonly due: string;
  readonly company: string;
}

/** What is said of the company's pages and mails. */
export const frPages = {
  pages: {
    title: "Connexion",
    home: {
      title: "Société de portage salarial",
      about: (company: string) =>
        `Ce serveur est celui ${de(company)}. Ses salariés portés y envoient leurs mois et leurs frais, et y reçoivent leurs bulletins, avec le programme porte.`,
      porteTitle: "Vous êtes salarié porté",
      porte: "Connectez-vous depuis un terminal :",
      clientTitle: "Vous êtes client",
      client: "Le lien pour approuver un mois est dans le courriel que la société vous a envoyé.",
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
      declare: "envoyer vos rapports d'activité, proposer des missions et demander vos liens de signature",
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
    clientReasonFaults: {
      missing: "Indiquez la raison du refus : elle sera transmise telle quelle.",
      unseen: "La raison contient un caractère qui ne s'affiche pas : tapez-la de nouveau, sans la coller.",
    },
    clientRefuse: "Refuser",
    sign: {
      page: "Contrat à signer",
      title: {
        client: "Contrat de prestation à signer",
        employment: "Contrat de travail à signer",
      },
      about: {
        client: (name: string, company: string) =>
          `${name}, vous signez pour l'entreprise cliente. L'autre partie est ${company}.`,
        porte: (name: string, company: string) => `${name}, vous signez comme salarié porté ${de(company)}.`,
        company: (name: string, company: string) => `${name}, vous signez pour ${company}.`,
      },
      porte: "Salarié porté",
      client: "Client",
      mission: "Mission",
      read: "Lire le contrat (PDF)",
      hash: "Empreinte du document (SHA-256) :",
      name: "Votre nom et votre prénom",
      consent: "J'ai lu ce contrat et j'en accepte les termes.",
      faults: {
        name: "Indiquez votre nom.",
        unseen:
          "Ce nom dépasse 120 caractères, ou contient un caractère qui ne s'affiche pas : tapez-le de nouveau, sans le coller.",
        consent: "Cochez la case pour signer.",
        document:
          "Rien n'est signé : la page que vous aviez ouverte montrait un autre document. Lisez celui-ci, puis signez.",
      },
      act: "Signer",
      kept: "Sont conservés comme preuve : l'empreinte du document, votre nom, votre adresse électronique, l'heure et la phrase acceptée. Cette signature est définitive.",
    },
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
      signed: { title: "Merci", next: "Votre signature est enregistrée. Vous pouvez fermer cette page." },
      signingGone: {
        title: "Ce lien n'est plus valable",
        next: "Il a expiré, ou il a été remplacé avec le contrat ou par un lien plus récent. Un nouveau lien peut être demandé à la société.",
      },
      signingDone: {
        title: "Déjà signé",
        next: "Ce contrat a été signé par ce lien, et la signature est enregistrée. Vous n'avez rien d'autre à faire.",
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
    subject: (porte: string, month: string) => `Activité ${de(porte)}, ${month} : à approuver`,
    text: (facts: ClientMailFacts) =>
      `Bonjour,

${facts.porte} a déclaré ${facts.days} pour vous en ${facts.month}.
Pour voir ces jours, les approuver ou les refuser :

${facts.address}

Ce lien est personnel. Il est valable une seule fois, jusqu'au ${facts.until}.

${facts.company}
`,
  },
  reminderMail: {
    subject: (number: string, company: string) => `Facture ${number} ${de(company)} : rappel`,
    text: (facts: ReminderMailFacts) =>
      `Bonjour,

La facture ${facts.number} du ${facts.issued}, de ${facts.total} TTC, était à payer au plus tard le ${facts.due}.
${facts.left === null ? "Elle n'est pas encore payée." : `Il reste ${facts.left} à payer.`} Vous la trouverez jointe à ce message.
Si le paiement est déjà parti, ne tenez pas compte de ce rappel.

${facts.company}
`,
  },
  signingMail: {
    subject: (kind: "employment" | "client", porte: string, mission: string) =>
      `${kind === "client" ? "Contrat de prestation" : "Contrat de travail"} ${de(porte)}, mission ${mission} : à signer`,
    text: (facts: SigningMailFacts) =>
      `Bonjour ${facts.name},

${facts.kind === "client" ? `Le contrat de prestation entre ${facts.company} et ${facts.client}` : `Le contrat de travail entre ${facts.company} et ${facts.porte}`} est prêt à être signé.
Pour le lire et le signer :

${facts.address}

Ce lien est personnel. Il est valable une seule fois, jusqu'au ${facts.until}.

${facts.company}
`,
  },
};
