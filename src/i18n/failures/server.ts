import type { Words } from "./words.ts";

const frenchDoubts = {
  expired: "son certificat TLS a expiré, ou l'horloge de cette machine avance",
  early: "son certificat TLS ne vaut pas encore, ou l'horloge de cette machine retarde",
  authority: "son certificat TLS vient d'une autorité inconnue de cette machine",
  name: "son certificat TLS est au nom d'un autre",
  revoked: "son certificat TLS a été révoqué",
  clear: "ce qui répond ne parle pas TLS",
  other: "la connexion TLS a échoué",
};

const frenchDoubtHints = {
  expired: "Vérifier la date de cette machine ; si elle est juste, le dire à la société.",
  early: "Vérifier la date de cette machine ; si elle est juste, le dire à la société.",
  authority:
    "Si cette autorité est celle de votre réseau : NODE_EXTRA_CA_CERTS=<fichier PEM>. Sinon, ne pas continuer.",
  name: "Vérifier l'adresse ; sur un réseau à portail, s'y connecter d'abord.",
  revoked: "Ne pas continuer ; le dire à la société.",
  clear: "Vérifier l'adresse et son port ; sur un réseau à portail, s'y connecter d'abord.",
  other: "Vérifier l'adresse et le réseau, puis relancer : rien n'est perdu.",
};

const englishDoubts = {
  expired: "its TLS certificate has expired, or the clock of this machine is ahead",
  early: "its TLS certificate is not valid yet, or the clock of this machine is behind",
  authority: "its TLS certificate is from an authority that this machine does not know",
  name: "its TLS certificate is in another name",
  revoked: "its TLS certificate was revoked",
  clear: "what answers does not speak TLS",
  other: "the TLS connection failed",
};

const englishDoubtHints = {
  expired: "Check the date of this machine; if it is right, tell the company.",
  early: "Check the date of this machine; if it is right, tell the company.",
  authority: "If that authority is your network's: NODE_EXTRA_CA_CERTS=<PEM file>. If not, do not go on.",
  name: "Check the address; on a network with a portal, sign in there first.",
  revoked: "Do not go on; tell the company.",
  clear: "Check the address and its port; on a network with a portal, sign in there first.",
  other: "Check the address and the network, then run it again: nothing is lost.",
};

const frenchProxied = {
  address: "n'est pas une adresse de proxy que porte sache suivre (http:// ou https://)",
  away: "ne répond pas",
  refused: "refuse de passer",
  login: "demande un autre nom ou mot de passe",
};

const englishProxied = {
  address: "is no address of a proxy that porte can follow (http:// or https://)",
  away: "does not answer",
  refused: "does not let it through",
  login: "asks for another name or password",
};

/** The words of a company that cannot be reached, or does not answer as one. */
export const serverWords: Words<"server"> = {
  "server.unreachable": {
    fr: ({ url, reason }) => ({
      what: `La société ne répond pas à ${url} (${reason}).`,
      hint: "Vérifier la connexion, puis relancer : rien n'est perdu.",
    }),
    en: ({ url, reason }) => ({
      what: `The company does not answer at ${url} (${reason}).`,
      hint: "Check the connection and run it again: nothing is lost.",
    }),
  },
  "server.tls": {
    fr: ({ url, fault, reason }) => ({
      what: `${url} n'est pas sûr d'être la société : ${frenchDoubts[fault]} (${reason}).`,
      hint: frenchDoubtHints[fault],
    }),
    en: ({ url, fault, reason }) => ({
      what: `${url} may not be the company: ${englishDoubts[fault]} (${reason}).`,
      hint: englishDoubtHints[fault],
    }),
  },
  "server.proxy": {
    fr: ({ url, proxy, fault, reason }) => ({
      what: `Le proxy ${proxy}, sur le chemin de ${url}, ${frenchProxied[fault]}${reason === "" ? "" : ` (${reason})`}.`,
      hint: "Vérifier HTTPS_PROXY ; NO_PROXY nomme ce qui s'en passe.",
    }),
    en: ({ url, proxy, fault, reason }) => ({
      what: `The proxy ${proxy}, on the way to ${url}, ${englishProxied[fault]}${reason === "" ? "" : ` (${reason})`}.`,
      hint: "Check HTTPS_PROXY; NO_PROXY names what goes without it.",
    }),
  },
  "server.never_seen": {
    fr: () => ({
      what: "Rien n'est encore enregistré ici de ce que la société dit à ce sujet.",
      hint: "Une fois en ligne : porte status, puis la même commande.",
    }),
    en: () => ({
      what: "Nothing of what the company says about this is saved here yet.",
      hint: "Once online: porte status, then the same command.",
    }),
  },
  "server.timeout": {
    fr: ({ url, seconds }) => ({
      what: `${url} n'a pas répondu en ${seconds} s.`,
      hint: "Relancer, ou attendre plus avec --timeout 60 : rien n'est perdu.",
    }),
    en: ({ url, seconds }) => ({
      what: `${url} did not answer within ${seconds} s.`,
      hint: "Run it again, or wait longer with --timeout 60: nothing is lost.",
    }),
  },
  "server.not_porte": {
    fr: ({ url }) => ({
      what: `Ce qui répond à ${url} n'est pas une société de portage (API Portage).`,
      hint: "Vérifier l'adresse donnée par votre société.",
    }),
    en: ({ url }) => ({
      what: `What answers at ${url} is not a portage company (Portage API).`,
      hint: "Check the address your company gave you.",
    }),
  },
  "server.answer": {
    fr: ({ url, fault, at }) => ({
      what: {
        cut: `La réponse de ${url} s'est arrêtée au milieu.`,
        json: `La réponse de ${url} est illisible : ce n'est pas du JSON.`,
        shape: `La réponse de ${url} n'est pas ce que dit le contrat des sociétés de portage${at === "" ? "" : `, à ${at}`}.`,
        large: `La réponse de ${url} est plus grande qu'elle ne peut l'être.`,
        endless: `La liste que donne ${url} ne finit pas.`,
        file: `Ce que donne ${url} n'est pas un fichier entier du genre demandé : rien n'a été enregistré.`,
      }[fault],
      hint: "Relancer : rien n'est perdu. Si cela dure, le signaler à la société.",
    }),
    en: ({ url, fault, at }) => ({
      what: {
        cut: `The answer of ${url} stopped in its middle.`,
        json: `The answer of ${url} cannot be read: it is not JSON.`,
        shape: `The answer of ${url} is not what the contract of portage companies says${at === "" ? "" : `, at ${at}`}.`,
        large: `The answer of ${url} is larger than it can be.`,
        endless: `The list that ${url} gives does not end.`,
        file: `What ${url} gives is not a whole file of the kind that was asked for: nothing was saved.`,
      }[fault],
      hint: "Run it again: nothing is lost. If it lasts, tell the company.",
    }),
  },
  "server.foreign": {
    fr: ({ url, named }) => ({
      what: `La société à ${url} renvoie vers ${named}, qui n'est pas une page https à elle : elle n'a pas été ouverte.`,
      hint: "Vérifier l'adresse donnée par votre société, et le lui signaler.",
    }),
    en: ({ url, named }) => ({
      what: `The company at ${url} sends you to ${named}, which is not one of its own https pages: it was not opened.`,
      hint: "Check the address your company gave you, and tell them.",
    }),
  },
  "server.insecure": {
    fr: ({ url }) => ({
      what: `${url} n'est pas chiffrée : un jeton y serait lisible par tous.`,
      hint: "Utiliser l'adresse en https:// ; http:// ne vaut que pour cette machine.",
    }),
    en: ({ url }) => ({
      what: `${url} is not encrypted: anybody could read a token there.`,
      hint: "Use the https:// address; http:// is for this machine only.",
    }),
  },
  "server.address": {
    fr: ({ url }) => ({
      what: `« ${url} » n'est pas l'adresse d'une société.`,
      hint: "porte login https://portage.example",
    }),
    en: ({ url }) => ({
      what: `"${url}" is not a company's address.`,
      hint: "porte login https://portage.example",
    }),
  },
  "server.busy": {
    fr: ({ url, retryAfter }) => ({
      what: `${url} est trop occupée pour répondre.`,
      hint: `Relancer dans ${Math.max(1, retryAfter)} s : rien n'est perdu.`,
    }),
    en: ({ url, retryAfter }) => ({
      what: `${url} is too busy to answer.`,
      hint: `Run it again in ${Math.max(1, retryAfter)} s: nothing is lost.`,
    }),
  },
  "server.fault": {
    fr: ({ url, status }) => ({
      what: `La société a eu une panne (${status}) à ${url}.`,
      hint: "Relancer dans un moment ; si cela dure, le lui signaler.",
    }),
    en: ({ url, status }) => ({
      what: `The company had a failure (${status}) at ${url}.`,
      hint: "Run it again in a while; if it lasts, tell them.",
    }),
  },
};
