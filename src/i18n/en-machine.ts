import type { FailureWords } from "./fr-failures.ts";
import type { frenchMachine } from "./fr-machine.ts";

const reasons: Readonly<Record<string, string>> = {
  EACCES: "the rights are missing",
  EPERM: "the rights are missing",
  EROFS: "the disk is read-only",
  ENOSPC: "the disk is full",
  EDQUOT: "the disk quota is used up",
  EFBIG: "the file is larger than is allowed here",
  ENOTDIR: "it is a file where a folder is needed",
  EEXIST: "it is no folder, or a link to what does not exist",
  ENOTEMPTY: "this folder should be empty",
  EISDIR: "it is a folder where a file is needed",
  ENOENT: "not found",
  ELOOP: "its links go round in circles",
  ENAMETOOLONG: "its name is too long",
  EIO: "the disk is at fault",
  EMFILE: "too many files are open",
};

/** What porte itself finds: no code of the file system's. */
const found: Readonly<Record<string, string>> = { "not-plain": "it is not a plain file" };

const because = (reason: string) => {
  const words = reasons[reason];
  return words === undefined ? (found[reason] ?? reason) : `${words}, ${reason}`;
};

const at = (way: string) => (way === "" ? "" : `, at ${way}`);
const beside = (copy: string | null) => (copy === null ? "" : ` A copy is beside it: ${copy}.`);

const damages = {
  empty: "it is empty",
  mark: "it begins with a byte order mark (BOM)",
  bytes: "it is no UTF-8 text",
  json: "it is no JSON",
  shape: "it does not say what it must",
};

const mendings = {
  mark: "Save it as UTF-8 without a BOM, then run the command again.",
  other: "Mend it, or put it aside (mv), then run the command again.",
};

const doubts = {
  expired: "its TLS certificate has expired, or the clock of this machine is ahead",
  early: "its TLS certificate is not valid yet, or the clock of this machine is behind",
  authority: "its TLS certificate is from an authority that this machine does not know",
  name: "its TLS certificate is in another name",
  revoked: "its TLS certificate was revoked",
  clear: "what answers does not speak TLS",
  other: "the TLS connection failed",
};

const doubtHints = {
  expired: "Check the date of this machine; if it is right, tell the company.",
  early: "Check the date of this machine; if it is right, tell the company.",
  authority: "If that authority is your network's: NODE_EXTRA_CA_CERTS=<PEM file>. If not, do not go on.",
  name: "Check the address; on a network with a portal, sign in there first.",
  revoked: "Do not go on; tell the company.",
  clear: "Check the address and its port; on a network with a portal, sign in there first.",
  other: "Check the address and the network, then run it again: nothing is lost.",
};

const proxied = {
  address: "is no address of a proxy that porte can follow (http:// or https://)",
  away: "does not answer",
  refused: "does not let it through",
  login: "asks for another name or password",
};

/** The same in English. */
export const englishMachine: { readonly [Code in keyof typeof frenchMachine]: FailureWords[Code] } = {
  "file.unreadable": ({ file, reason }) => ({
    what: `The file ${file} cannot be read (${because(reason)}).`,
    hint: "Check the path and the rights.",
  }),
  "file.unwritable": ({ file, reason }) => ({
    what: `${file} cannot be written (${because(reason)}).`,
    hint: "Choose another place (PORTE_CONFIG_DIR and PORTE_DATA_DIR for what porte keeps), or check the rights and the space left.",
  }),
  "file.no_home": () => ({
    what: "Nothing says which folder is yours: HOME is missing, and porte does not know where to keep its files.",
    hint: "Set HOME, or PORTE_CONFIG_DIR and PORTE_DATA_DIR.",
  }),
  "file.damaged": ({ file, fault, at: way, copy }) => ({
    what: `The file ${file} is damaged: ${damages[fault]}${at(way)}; it was left alone.${beside(copy)}`,
    hint: fault === "mark" ? mendings.mark : mendings.other,
  }),
  "file.newer": ({ file, copy }) => ({
    what: `${file} was written by a later version of porte; it was left alone.${beside(copy)}`,
    hint: "Update porte.",
  }),
  "file.busy": ({ file }) => ({
    what: `Another porte is writing ${file} right now.`,
    hint: `Run the command again in a moment; if no porte is running, remove ${file}.lock.`,
  }),
  "server.tls": ({ url, fault, reason }) => ({
    what: `${url} may not be the company: ${doubts[fault]} (${reason}).`,
    hint: doubtHints[fault],
  }),
  "server.proxy": ({ url, proxy, fault, reason }) => ({
    what: `The proxy ${proxy}, on the way to ${url}, ${proxied[fault]}${reason === "" ? "" : ` (${reason})`}.`,
    hint: "Check HTTPS_PROXY; NO_PROXY names what goes without it.",
  }),
};
