import type { frSession, frSessionHelp } from "../fr/session.ts";
import { englishForm } from "../plural.ts";
import { scopeNames } from "../names.ts";

const tokenAtCompany = {
  revoked: " and revoked at the company",
  unreachable: "; the company could not be told",
  valid: "; as a personal access token, it stays valid at the company until it ends",
};

/** What is said of signing in. */
export const enSession: typeof frSession = {
  login: {
    open: (url, code, minutes) => `Open  ${url}  and type  ${code}  (valid ${minutes} min)`,
    orOpen: (url) => `or directly  ${url}`,
    enterOpens: "Enter: open the browser · Ctrl-C: give up",
    waiting: "Waiting for your approval on the company's page…",
    done: (name, company, profile) => `Logged in: ${name} (company ${company}, profile "${profile}")`,
    keptInKeyring: "Token kept in the session's keyring, and read back.",
    keptInFile: (file, why) =>
      `Token kept in ${file} (readable by you alone), and read back${why === null ? "." : `: ${why}.`}`,
    noKeyring: (reason) => `no keyring answered (${reason})`,
    keyringAbsent: (name) => `for the session's keyring, install ${name} beside porte, then log in again`,
    askUrl: "Your company's address",
    byEnvironment: "PORTE_TOKEN is set and wins over this login.",
    loggedOut: (profile, atCompany) =>
      `Logged out of profile "${profile}": the token is erased here${tokenAtCompany[atCompany]}.`,
    askLogout: (months) =>
      `${englishForm(months.length, "A report is not sent yet", "Some reports are not sent yet")} (${months.join(", ")}). Log out all the same?`,
    records: {
      kept: "What the company said stays saved on this machine, and is shown only after another login. To erase it: porte logout --forget",
      erased: "What the company said is erased from this machine; your drafts stay.",
    },
    notLoggedIn: (profile) => `Profile "${profile}" was not logged in.`,
  },
  whoami: {
    profile: "Profile",
    company: "Company",
    person: "Person",
    source: "Token",
    rights: "Rights",
    expires: "Expires",
    sources: { environment: "variable PORTE_TOKEN", keyring: "session keyring", file: "file", none: "none" },
    keyringAbsent: (source, name) => `${source} (for the keyring: npm install -g ${name}, then porte login)`,
    scopes: scopeNames.en,
    renews: "renews by itself",
  },
};

/** The help of signing in. */
export const enSessionHelp: typeof frSessionHelp = {
  logout: {
    yes: "log out although a report is not sent yet",
    forget: "also erase what the company said from this machine",
  },
  login: {
    url: "the company's address",
    withToken: "read a personal access token from standard input",
    secretStore: "where to keep the token: auto, keyring or file",
    noBrowser: "do not offer to open the browser",
  },
};
