import { englishReason, frenchReason } from "./reasons.ts";
import type { Words } from "./words.ts";

const frenchDoubts = {
  expired: "son certificat TLS a expiré, ou l'horloge de cette machine avance",
  early: "son certificat TLS n'est pas encore valable, ou l'horloge de cette machine retarde",
  authority: "son certificat TLS vient d'une autorité inconnue de cette machine",
  name: "son certificat TLS est au nom d'un autre",
  revoked: "son certificat TLS a été révoqué",
  clear: "la réponse n'est pas chiffrée (TLS)",
  other: "la connexion TLS a échoué",
};

const frenchDoubtHints = {
  expired: "Vérifier la date de cette machine. Si elle est juste, prévenir la société.",
  early: "Vérifier la date de cette machine. Si elle est juste, prévenir la société.",
  authority:
    "Si cette autorité est celle de votre réseau, définir NODE_EXTRA_CA_CERTS=<fichier PEM>. Sinon, ne pas continuer.",
  name: "Vérifier l'adresse. Sur un réseau avec portail de connexion, s'y connecter d'abord.",
  revoked: "Ne pas continuer, et prévenir la société.",
  clear: "Vérifier l'adresse et son port. Sur un réseau avec portail de connexion, s'y connecter d'abord.",
  other: "Vérifier l'adresse et le réseau, puis relancer la commande. Rien n'est perdu.",
};

const englishDoubts = {
  expired: "its TLS certificate has expired, or the clock of this machine is ahead",
  early: "its TLS certificate is not valid yet, or the clock of this machine is behind",
  authority: "its TLS certificate is from an authority that this machine does not know",
  name: "its TLS certificate is in another name",
  revoked: "its TLS certificate was revoked",
  clear: "the answer is not encrypted (TLS)",
  other: "the TLS connection failed",
};

const englishDoubtHints = {
  expired: "Check the date of this machine. If it is right, tell the company.",
  early: "Check the date of this machine. If it is right, tell the company.",
  authority: "If that authority is your network's, set NODE_EXTRA_CA_CERTS=<PEM file>. If not, do not continue.",
  name: "Check the address. On a network with a login portal, log in there first.",
  revoked: "Do not continue, and tell the company.",
  clear: "Check the address and its port. On a network with a login portal, log in there first.",
  other: "Check the address and the network, then run the command again. Nothing is lost.",
};

const frenchProxied = {
  address: "n'a pas une adresse que porte peut utiliser (http:// ou https://)",
  away: "ne répond pas",
  refused: "refuse la connexion",
  login: "refuse le nom ou le mot de passe",
};

const englishProxied = {
  address: "does not have an address that porte can use (http:// or https://)",
  away: "does not answer",
  refused: "refuses the connection",
  login: "refuses the name or the password",
};

/** What a registry of packages did: it answered with a status, or with what is no answer of a registry, or not at all. */
function frenchRegistry(registry: string, reason: string): string {
  if (reason === "404") return `porte n'est pas publié sur ${registry}.`;
  if (/^\d{3}$/.test(reason)) return `Le registre ${registry} a répondu par une erreur (${reason}).`;
  if (reason === "JSON") return `La réponse du registre ${registry} n'est pas celle attendue.`;
  if (/^(Abort|Timeout)Error$/.test(reason)) return `Le registre ${registry} n'a pas répondu à temps.`;
  return `Le registre ${registry} ne répond pas (${frenchReason(reason)}).`;
}

function englishRegistry(registry: string, reason: string): string {
  if (reason === "404") return `porte is not published on ${registry}.`;
  if (/^\d{3}$/.test(reason)) return `The registry ${registry} answered with an error (${reason}).`;
  if (reason === "JSON") return `The answer of the registry ${registry} is not the one expected.`;
  if (/^(Abort|Timeout)Error$/.test(reason)) return `The registry ${registry} did not answer in time.`;
  return `The registry ${registry} does not answer (${englishReason(reason)}).`;
}

/** The words of a company that cannot be reached, or does not answer as one. */
export const serverWords: Words<"server"> = {
  "server.unreachable": {
    fr: ({ url, reason }) => ({
      what: `La société ne répond pas à ${url} (${frenchReason(reason)}).`,
      hint: "Vérifier la connexion, puis relancer la commande. Rien n'est perdu.",
    }),
    en: ({ url, reason }) => ({
      what: `The company does not answer at ${url} (${englishReason(reason)}).`,
      hint: "Check the connection, then run the command again. Nothing is lost.",
    }),
  },
  "server.tls": {
    fr: ({ url, fault }) => ({
      what: `Impossible de vérifier que ${url} est bien la société : ${frenchDoubts[fault]}.`,
      hint: frenchDoubtHints[fault],
    }),
    en: ({ url, fault }) => ({
      what: `Cannot verify that ${url} is the company: ${englishDoubts[fault]}.`,
      hint: englishDoubtHints[fault],
    }),
  },
  "server.proxy": {
    fr: ({ url, proxy, fault, reason }) => ({
      what: `Le proxy ${proxy}, utilisé pour ${url}, ${frenchProxied[fault]}${reason === "" ? "" : ` (${frenchReason(reason)})`}.`,
      hint: "Vérifier HTTPS_PROXY. Les adresses à joindre sans proxy sont dans NO_PROXY.",
    }),
    en: ({ url, proxy, fault, reason }) => ({
      what: `The proxy ${proxy}, used for ${url}, ${englishProxied[fault]}${reason === "" ? "" : ` (${englishReason(reason)})`}.`,
      hint: "Check HTTPS_PROXY. Addresses to reach without a proxy are in NO_PROXY.",
    }),
  },
  "server.never_seen": {
    fr: () => ({
      what: "Ces données de la société ne sont pas encore enregistrées sur cette machine.",
      hint: "Se connecter une fois à la société (porte status), puis relancer la commande.",
    }),
    en: () => ({
      what: "This data of the company is not saved on this machine yet.",
      hint: "Connect to the company once (porte status), then run the command again.",
    }),
  },
  "server.timeout": {
    fr: ({ url, seconds }) => ({
      what: `${url} n'a pas répondu en ${seconds} s.`,
      hint: "Relancer la commande, ou attendre plus longtemps avec --timeout 60. Rien n'est perdu.",
    }),
    en: ({ url, seconds }) => ({
      what: `${url} did not answer within ${seconds} s.`,
      hint: "Run the command again, or wait longer with --timeout 60. Nothing is lost.",
    }),
  },
  "server.not_porte": {
    fr: ({ url }) => ({
      what: `L'adresse ${url} n'est pas celle d'une société de portage (API Portage).`,
      hint: "Vérifier l'adresse donnée par votre société.",
    }),
    en: ({ url }) => ({
      what: `${url} is not a portage company (Portage API).`,
      hint: "Check the address given by your company.",
    }),
  },
  "server.answer": {
    fr: ({ url, fault, at }) => ({
      what: {
        cut: `La réponse de ${url} est incomplète.`,
        json: `La réponse de ${url} est illisible : ce n'est pas du JSON.`,
        shape: `La réponse de ${url} n'est pas conforme à l'API Portage${at === "" ? "" : ` (${at})`}.`,
        large: `La réponse de ${url} est trop volumineuse.`,
        endless: `La liste envoyée par ${url} est sans fin.`,
        file: `Le fichier envoyé par ${url} est incomplet, ou n'est pas du type demandé : rien n'est enregistré.`,
      }[fault],
      hint: "Relancer la commande : rien n'est perdu. Si cela continue, le signaler à la société.",
    }),
    en: ({ url, fault, at }) => ({
      what: {
        cut: `The answer of ${url} is incomplete.`,
        json: `The answer of ${url} cannot be read: it is not JSON.`,
        shape: `The answer of ${url} does not follow the Portage API${at === "" ? "" : ` (${at})`}.`,
        large: `The answer of ${url} is too large.`,
        endless: `The list sent by ${url} has no end.`,
        file: `The file sent by ${url} is incomplete, or not of the requested type: nothing was saved.`,
      }[fault],
      hint: "Run the command again: nothing is lost. If this goes on, tell the company.",
    }),
  },
  "server.foreign": {
    fr: ({ url, named }) => ({
      what: `La société (${url}) renvoie vers ${named}, qui n'est pas une de ses pages sécurisées (https) : cette page n'a pas été ouverte.`,
      hint: "Vérifier l'adresse donnée par votre société, et la prévenir.",
    }),
    en: ({ url, named }) => ({
      what: `The company (${url}) redirects to ${named}, which is not one of its secure pages (https): that page was not opened.`,
      hint: "Check the address given by your company, and tell them.",
    }),
  },
  "server.registry": {
    fr: ({ registry, reason }) => ({
      what: frenchRegistry(registry, reason),
      hint: "porte fonctionne sans lui. Réessayer plus tard : porte update-check",
    }),
    en: ({ registry, reason }) => ({
      what: englishRegistry(registry, reason),
      hint: "porte works without it. Try again later: porte update-check",
    }),
  },
  "server.insecure": {
    fr: ({ url }) => ({
      what: `L'adresse ${url} n'est pas chiffrée : un jeton pourrait y être lu par d'autres.`,
      hint: "Utiliser l'adresse en https:// (http:// n'est accepté que pour cette machine).",
    }),
    en: ({ url }) => ({
      what: `The address ${url} is not encrypted: others could read a token sent there.`,
      hint: "Use the https:// address (http:// is accepted for this machine only).",
    }),
  },
  "server.address": {
    fr: ({ url }) => ({
      what: `« ${url} » n'est pas l'adresse d'une société.`,
      hint: "Se connecter : porte login https://portage.example",
    }),
    en: ({ url }) => ({
      what: `"${url}" is not a company's address.`,
      hint: "Log in: porte login https://portage.example",
    }),
  },
  "server.busy": {
    fr: ({ url, retryAfter }) => ({
      what: `La société (${url}) reçoit trop de demandes en ce moment.`,
      hint: `Relancer la commande dans ${Math.max(1, retryAfter)} s. Rien n'est perdu.`,
    }),
    en: ({ url, retryAfter }) => ({
      what: `The company (${url}) has too many requests right now.`,
      hint: `Run the command again in ${Math.max(1, retryAfter)} s. Nothing is lost.`,
    }),
  },
  "server.fault": {
    fr: ({ url, status }) => ({
      what: `Le serveur de la société a rencontré une erreur (${status}, ${url}).`,
      hint: "Relancer la commande dans un moment. Si cela continue, le signaler à la société.",
    }),
    en: ({ url, status }) => ({
      what: `The company's server had an error (${status}, ${url}).`,
      hint: "Run the command again in a while. If this goes on, tell the company.",
    }),
  },
};
