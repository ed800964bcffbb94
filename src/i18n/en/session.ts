import type { frSession, frSessionHelp } from "../fr/session.ts";
import { scopeNames } from "../names.ts";
import { englishForm } from "../plural.ts";

const tokenAtCompany = {
  revoked: " and revoked at the company",
  unreachable: ", but the company could not be told",
  valid: ". It is a personal access token: it stays valid at the company until it expires",
};

/** What is said of signing in. */
export const enSession: typeof frSession = {
  login: {
    open: (url, code, minutes) => `Open  ${url}  and type  ${code}  (valid ${minutes} min)`,
    orOpen: (url) => `or directly  ${url}`,
    enterOpens: "Enter: open the browser · Ctrl-C: cancel",
    waiting: "Waiting for your approval on the company's page…",
    done: (name, company, profile) => `Logged in: ${name} (company ${company}, profile "${profile}")`,
    keptInKeyring: "Token saved in the session keyring.",
    keptInFile: (file, why) => `Token saved in ${file} (only you can read it)${why === null ? "." : `, ${why}.`}`,
    noKeyring: "as this machine has no keyring",
    keyringAbsent: (name) => `as there is no keyring; to use one, install ${name} and log in again`,
    askUrl: "Your company's address",
    byEnvironment: "PORTE_TOKEN is set: it is used instead of this login.",
    loggedOut: (profile, atCompany) =>
      `Logged out of profile "${profile}": the token is deleted here${tokenAtCompany[atCompany]}.`,
    askLogout: (months) =>
      `${englishForm(months.length, "A report is not sent yet", "Some reports are not sent yet")} (${months.join(", ")}). Log out anyway?`,
    askForget: (count) =>
      `${englishForm(count, "1 item typed for somebody else will be deleted", `${count} items typed for somebody else will be deleted`)} from this machine without having been sent. Continue?`,
    records: {
      kept: "The company's data stays saved on this machine, and is shown only after another login. To delete it: porte logout --forget",
      erased: "The company's data is deleted from this machine. What you saved yourself stays.",
      own: "No company is connected to this profile: what you saved in it stays on this machine.",
    },
    compared: (company) => `Your months saved before this login, and those of ${company}:`,
    comparedHeads: { month: "Month", state: "State", here: "Here", held: "Company" },
    comparedStates: { same: "the same", differs: "different", here: "unknown to the company" },
    comparedDays: (count) => englishForm(count, "1 day differs", `${count} days differ`),
    askDiffering: "Log in anyway? Both versions stay, and nothing is sent.",
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
    renews: "renewed automatically",
  },
};

/** The help of signing in. */
export const enSessionHelp: typeof frSessionHelp = {
  logout: {
    yes: "log out although a report is not sent yet",
    forget: "also delete the company's data and what was typed for other people from this machine",
  },
  login: {
    url: "the company's address",
    withToken: "read a personal access token from standard input",
    secretStore: "where to save the token",
    noBrowser: "do not offer to open the browser",
    yes: "log in although months differ",
  },
};
