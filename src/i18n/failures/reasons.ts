/** What a machine's system says, in words; its own code is among the facts that JSON shows. */
const french: Readonly<Record<string, string>> = {
  EACCES: "accès refusé",
  EPERM: "accès refusé",
  EROFS: "le disque est en lecture seule",
  ENOSPC: "le disque est plein",
  EDQUOT: "le quota de disque est atteint",
  EFBIG: "le fichier dépasse la taille autorisée",
  ENOTDIR: "c'est un fichier, et non un dossier",
  EEXIST: "ce n'est pas un dossier, ou c'est un lien rompu",
  ENOTEMPTY: "ce dossier n'est pas vide",
  EISDIR: "c'est un dossier, et non un fichier",
  ENOENT: "introuvable",
  ELOOP: "ses liens forment une boucle",
  ENAMETOOLONG: "son nom est trop long",
  EIO: "erreur du disque",
  EMFILE: "trop de fichiers sont ouverts",
  ECONNREFUSED: "connexion refusée",
  ECONNRESET: "connexion coupée",
  EPIPE: "connexion coupée",
  ECONNABORTED: "connexion coupée",
  ETIMEDOUT: "délai dépassé",
  ENOTFOUND: "nom inconnu",
  EAI_AGAIN: "nom introuvable pour le moment",
  EHOSTUNREACH: "machine injoignable",
  ENETUNREACH: "réseau injoignable",
  ENETDOWN: "réseau coupé",
  EADDRINUSE: "déjà utilisée",
  EADDRNOTAVAIL: "ce n'est pas une adresse de cette machine",
  "not-plain": "ce n'est pas un fichier ordinaire",
};

const english: Readonly<Record<string, string>> = {
  EACCES: "permission denied",
  EPERM: "permission denied",
  EROFS: "the disk is read-only",
  ENOSPC: "the disk is full",
  EDQUOT: "the disk quota is used up",
  EFBIG: "the file is larger than allowed",
  ENOTDIR: "it is a file, not a folder",
  EEXIST: "it is not a folder, or it is a broken link",
  ENOTEMPTY: "this folder is not empty",
  EISDIR: "it is a folder, not a file",
  ENOENT: "not found",
  ELOOP: "its links form a loop",
  ENAMETOOLONG: "its name is too long",
  EIO: "disk error",
  EMFILE: "too many files are open",
  ECONNREFUSED: "connection refused",
  ECONNRESET: "connection cut",
  EPIPE: "connection cut",
  ECONNABORTED: "connection cut",
  ETIMEDOUT: "timed out",
  ENOTFOUND: "unknown name",
  EAI_AGAIN: "name not found for now",
  EHOSTUNREACH: "machine out of reach",
  ENETUNREACH: "network out of reach",
  ENETDOWN: "network down",
  EADDRINUSE: "already in use",
  EADDRNOTAVAIL: "it is not an address of this machine",
  "not-plain": "it is not a regular file",
};

/** Says a system's code, alone or in a sentence of its own, in words; what is not known here as it stands. */
function reasonIn(words: Readonly<Record<string, string>>): (reason: string) => string {
  return (reason) => words[reason] ?? words[/\bE[A-Z_]{3,}\b/.exec(reason)?.[0] ?? ""] ?? reason;
}

export const frenchReason = reasonIn(french);
export const englishReason = reasonIn(english);
