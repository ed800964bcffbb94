import type { FailureWords } from "./fr-failures.ts";

/** What the file system says, in words; its own code stays beside them. */
const reasons: Readonly<Record<string, string>> = {
  EACCES: "les droits manquent",
  EPERM: "les droits manquent",
  EROFS: "le disque est en lecture seule",
  ENOSPC: "le disque est plein",
  EDQUOT: "le quota de disque est atteint",
  EFBIG: "le fichier dépasse la taille permise ici",
  ENOTDIR: "c'est un fichier, là où il faut un dossier",
  EEXIST: "ce n'est pas un dossier, ou c'est un lien vers ce qui n'existe pas",
  ENOTEMPTY: "ce dossier devait être vide",
  EISDIR: "c'est un dossier, là où il faut un fichier",
  ENOENT: "introuvable",
  ELOOP: "ses liens tournent en rond",
  ENAMETOOLONG: "son nom est trop long",
  EIO: "le disque est en défaut",
  EMFILE: "trop de fichiers sont ouverts",
};

/** What porte itself finds: no code of the file system's. */
const found: Readonly<Record<string, string>> = { "not-plain": "ce n'est pas un fichier ordinaire" };

const because = (reason: string) => {
  const words = reasons[reason];
  return words === undefined ? (found[reason] ?? reason) : `${words}, ${reason}`;
};

const at = (way: string) => (way === "" ? "" : `, à ${way}`);
const beside = (copy: string | null) => (copy === null ? "" : ` Une copie est à côté : ${copy}.`);

const damages = {
  empty: "il est vide",
  mark: "il commence par une marque d'ordre des octets (BOM)",
  bytes: "ce n'est pas du texte UTF-8",
  json: "ce n'est pas du JSON",
  shape: "il ne dit pas ce qu'il doit dire",
};

const mendings = {
  mark: "L'enregistrer en UTF-8 sans BOM, puis relancer la commande.",
  other: "Le corriger, ou le mettre de côté (mv), puis relancer la commande.",
};

const doubts = {
  expired: "son certificat TLS a expiré, ou l'horloge de cette machine avance",
  early: "son certificat TLS ne vaut pas encore, ou l'horloge de cette machine retarde",
  authority: "son certificat TLS vient d'une autorité inconnue de cette machine",
  name: "son certificat TLS est au nom d'un autre",
  revoked: "son certificat TLS a été révoqué",
  clear: "ce qui répond ne parle pas TLS",
  other: "la connexion TLS a échoué",
};

const doubtHints = {
  expired: "Vérifier la date de cette machine ; si elle est juste, le dire à la société.",
  early: "Vérifier la date de cette machine ; si elle est juste, le dire à la société.",
  authority:
    "Si cette autorité est celle de votre réseau : NODE_EXTRA_CA_CERTS=<fichier PEM>. Sinon, ne pas continuer.",
  name: "Vérifier l'adresse ; sur un réseau à portail, s'y connecter d'abord.",
  revoked: "Ne pas continuer ; le dire à la société.",
  clear: "Vérifier l'adresse et son port ; sur un réseau à portail, s'y connecter d'abord.",
  other: "Vérifier l'adresse et le réseau, puis relancer : rien n'est perdu.",
};

const proxied = {
  address: "n'est pas une adresse de proxy que porte sache suivre (http:// ou https://)",
  away: "ne répond pas",
  refused: "refuse de passer",
  login: "demande un autre nom ou mot de passe",
};

/** What this machine and its network do not let happen. */
export const frenchMachine = {
  "file.unreadable": ({ file, reason }) => ({
    what: `Le fichier ${file} ne peut pas être lu (${because(reason)}).`,
    hint: "Vérifier le chemin et les droits.",
  }),
  "file.unwritable": ({ file, reason }) => ({
    what: `${file} ne peut pas être écrit (${because(reason)}).`,
    hint: "Choisir un autre endroit (PORTE_CONFIG_DIR et PORTE_DATA_DIR pour ce que porte garde), ou vérifier les droits et la place.",
  }),
  "file.no_home": () => ({
    what: "Rien ne dit quel est votre dossier : HOME manque, et porte ne sait pas où garder ses fichiers.",
    hint: "Définir HOME, ou PORTE_CONFIG_DIR et PORTE_DATA_DIR.",
  }),
  "file.damaged": ({ file, fault, at: way, copy }) => ({
    what: `Le fichier ${file} est abîmé : ${damages[fault]}${at(way)} ; il n'a pas été touché.${beside(copy)}`,
    hint: fault === "mark" ? mendings.mark : mendings.other,
  }),
  "file.newer": ({ file, copy }) => ({
    what: `${file} vient d'une version plus récente de porte ; il n'a pas été touché.${beside(copy)}`,
    hint: "Mettre porte à jour.",
  }),
  "file.busy": ({ file }) => ({
    what: `Un autre porte écrit ${file} en ce moment.`,
    hint: `Relancer la commande dans un instant ; si aucun porte ne tourne, supprimer ${file}.lock.`,
  }),
  "server.tls": ({ url, fault, reason }) => ({
    what: `${url} n'est pas sûr d'être la société : ${doubts[fault]} (${reason}).`,
    hint: doubtHints[fault],
  }),
  "server.proxy": ({ url, proxy, fault, reason }) => ({
    what: `Le proxy ${proxy}, sur le chemin de ${url}, ${proxied[fault]}${reason === "" ? "" : ` (${reason})`}.`,
    hint: "Vérifier HTTPS_PROXY ; NO_PROXY nomme ce qui s'en passe.",
  }),
} satisfies Partial<FailureWords>;
