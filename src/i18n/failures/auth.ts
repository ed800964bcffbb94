import { english, french, list } from "./say.ts";
import type { Words } from "./words.ts";

/** The words of who asks, and what they may do. */
export const authWords: Words<"auth"> = {
  "auth.required": {
    fr: ({ profile }) => ({
      what: `Pas de connexion pour le profil « ${profile} ».`,
      hint: "porte login https://adresse-de-votre-societe",
    }),
    en: ({ profile }) => ({
      what: `Not logged in for profile "${profile}".`,
      hint: "porte login https://your-company-address",
    }),
  },
  "auth.elsewhere": {
    fr: ({ profile, url, asked }) => ({
      what: `Le profil « ${profile} » est connecté à ${url}, et PORTE_API_URL nomme ${asked}.`,
      hint: `Retirer PORTE_API_URL de l'environnement, ou se connecter là-bas : porte --profile autre login ${asked}`,
    }),
    en: ({ profile, url, asked }) => ({
      what: `Profile "${profile}" is logged in to ${url}, and PORTE_API_URL names ${asked}.`,
      hint: `Remove PORTE_API_URL from the environment, or log in there: porte --profile other login ${asked}`,
    }),
  },
  "auth.refused": {
    fr: ({ url, isGiven = false }) =>
      isGiven
        ? {
            what: `${url} refuse le jeton de la variable PORTE_TOKEN : il est faux, expiré ou révoqué.`,
            hint: "Corriger PORTE_TOKEN, ou le retirer de l'environnement pour utiliser la session de porte login.",
          }
        : { what: `${url} refuse la session : elle a expiré ou a été révoquée.`, hint: "porte login" },
    en: ({ url, isGiven = false }) =>
      isGiven
        ? {
            what: `${url} refuses the token of the variable PORTE_TOKEN: it is wrong, expired or revoked.`,
            hint: "Correct PORTE_TOKEN, or remove it from the environment to use the session of porte login.",
          }
        : { what: `${url} refuses the session: it has expired or was revoked.`, hint: "porte login" },
  },
  "auth.forbidden": {
    fr: ({ scope }) => ({
      what: `Ce jeton n'a pas le droit « ${scope} ».`,
      hint: "Se reconnecter avec porte login, ou prendre un jeton qui a ce droit.",
    }),
    en: ({ scope }) => ({
      what: `This token lacks the right "${scope}".`,
      hint: "Log in again with porte login, or take a token that has it.",
    }),
  },
  "auth.queued": {
    fr: ({ months }) => ({
      what: `${french.form(months.length, "Un rapport n'est pas encore envoyé", "Des rapports ne sont pas encore envoyés")} : ${list(months.map(french.month))}.`,
      hint: "porte sync envoie ce qui attend ; porte logout --yes déconnecte sans rien envoyer.",
    }),
    en: ({ months }) => ({
      what: `${english.form(months.length, "A report is not sent yet", "Some reports are not sent yet")}: ${list(months.map(english.month))}.`,
      hint: "porte sync sends what waits; porte logout --yes logs out without sending it.",
    }),
  },
  "auth.code_expired": {
    fr: () => ({ what: "Le code a expiré avant d'être approuvé.", hint: "porte login" }),
    en: () => ({ what: "The code expired before it was approved.", hint: "porte login" }),
  },
  "auth.denied": {
    fr: () => ({
      what: "L'accès a été refusé sur la page de la société.",
      hint: "porte login pour recommencer.",
    }),
    en: () => ({ what: "Access was refused on the company's page.", hint: "porte login to start again." }),
  },
  "auth.token_empty": {
    fr: () => ({
      what: "Aucun jeton n'est arrivé sur l'entrée standard.",
      hint: "porte login https://… --with-token < jeton.txt",
    }),
    en: () => ({
      what: "No token came on standard input.",
      hint: "porte login https://… --with-token < token.txt",
    }),
  },
  "auth.keyring": {
    fr: ({ profile, reason }) => ({
      what: `Le jeton du profil « ${profile} » est dans le trousseau de la session, qui ne répond pas ici (${reason}).`,
      hint: "Sans session ouverte (cron, ssh) : porte login --secret-store file, ou PORTE_TOKEN.",
    }),
    en: ({ profile, reason }) => ({
      what: `The token of profile "${profile}" is in the session's keyring, which does not answer here (${reason}).`,
      hint: "Without an open session (cron, ssh): porte login --secret-store file, or PORTE_TOKEN.",
    }),
  },
  "auth.store": {
    fr: ({ place, reason }) => ({
      what: `Le jeton n'a pas pu être gardé dans ${place} (${reason}).`,
      hint: "porte login --secret-store file",
    }),
    en: ({ place, reason }) => ({
      what: `The token could not be kept in ${place} (${reason}).`,
      hint: "porte login --secret-store file",
    }),
  },
  "auth.staff_role": {
    fr: ({ role, roles }) => ({
      what: `Ce rôle ne le permet pas : ${role}. Il faut être ${roles.join(" ou ")}.`,
      hint: "Demander à un administrateur de la société.",
    }),
    en: ({ role, roles }) => ({
      what: `This role does not allow it: ${role}. It takes ${roles.join(" or ")}.`,
      hint: "Ask an administrator of the company.",
    }),
  },
};
