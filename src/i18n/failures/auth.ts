import { nameOf, roleNames, scopeNames } from "../names.ts";
import { english, french } from "./say.ts";
import type { Words } from "./words.ts";

/** The words of who asks, and what they may do. */
export const authWords: Words<"auth"> = {
  "auth.required": {
    fr: ({ profile }) => ({
      what: `Vous n'êtes pas connecté avec le profil « ${profile} ».`,
      hint: "Se connecter : porte login https://adresse-de-votre-societe",
    }),
    en: ({ profile }) => ({
      what: `You are not logged in with profile "${profile}".`,
      hint: "Log in: porte login https://your-company-address",
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
    fr: ({ url, isGiven = false, isTyped = false, isStaff = false }) => {
      if (isTyped)
        return {
          what: `${url} refuse ce jeton : il est faux, expiré ou révoqué.`,
          hint: "Le copier de nouveau depuis la page de la société, ou en créer un autre.",
        };
      if (isStaff)
        return {
          what: `${url} refuse ce jeton : il est faux, expiré ou révoqué.`,
          hint: "Donner un jeton valable : --token-file <fichier>, ou PORTE_COMPANY_TOKEN.",
        };
      return isGiven
        ? {
            what: `${url} refuse le jeton de la variable PORTE_TOKEN : il est faux, expiré ou révoqué.`,
            hint: "Corriger PORTE_TOKEN, ou le retirer de l'environnement pour utiliser la session de porte login.",
          }
        : {
            what: `La session chez ${url} n'est plus valable : elle a expiré ou a été révoquée.`,
            hint: "Se reconnecter : porte login",
          };
    },
    en: ({ url, isGiven = false, isTyped = false, isStaff = false }) => {
      if (isTyped)
        return {
          what: `${url} refuses this token: it is wrong, expired or revoked.`,
          hint: "Copy it again from the company's page, or create another one.",
        };
      if (isStaff)
        return {
          what: `${url} refuses this token: it is wrong, expired or revoked.`,
          hint: "Give a valid token: --token-file <file>, or PORTE_COMPANY_TOKEN.",
        };
      return isGiven
        ? {
            what: `${url} refuses the token of the variable PORTE_TOKEN: it is wrong, expired or revoked.`,
            hint: "Correct PORTE_TOKEN, or remove it from the environment to use the session of porte login.",
          }
        : {
            what: `The session at ${url} is no longer valid: it has expired or was revoked.`,
            hint: "Log in again: porte login",
          };
    },
  },
  "auth.forbidden": {
    fr: ({ scope }) => ({
      what:
        scope === ""
          ? "Cette adresse de la société n'est ouverte à aucun jeton : il lui manque une règle d'accès."
          : `Ce jeton ne donne pas le droit « ${nameOf(scopeNames.fr, scope)} ».`,
      hint:
        scope === "operator"
          ? "Utiliser un jeton qui donne ce droit : --token-file, ou PORTE_COMPANY_TOKEN."
          : "Se reconnecter (porte login), ou utiliser un jeton qui donne ce droit.",
    }),
    en: ({ scope }) => ({
      what:
        scope === ""
          ? "This address of the company is open to no token: it lacks an access rule."
          : `This token does not have the right "${nameOf(scopeNames.en, scope)}".`,
      hint:
        scope === "operator"
          ? "Use a token that has it: --token-file, or PORTE_COMPANY_TOKEN."
          : "Log in again (porte login), or use a token that has it.",
    }),
  },
  "auth.others": {
    fr: ({ count }) => ({
      what: `${french.form(count, "Un élément saisi pour une autre personne est enregistré", `${count} éléments saisis pour une autre personne sont enregistrés`)} dans ce profil : rien n'est supprimé.`,
      hint: `${french.form(count, "Pour le supprimer", "Pour les supprimer")} : porte logout --forget --yes`,
    }),
    en: ({ count }) => ({
      what: `${english.form(count, "1 item typed for somebody else is saved", `${count} items typed for somebody else are saved`)} in this profile: nothing was deleted.`,
      hint: `${english.form(count, "To delete it", "To delete them")}: porte logout --forget --yes`,
    }),
  },
  "auth.queued": {
    fr: ({ months }) => ({
      what: `${french.form(months.length, "Un rapport n'est pas encore envoyé", "Des rapports ne sont pas encore envoyés")} : ${french.lists.and(months.map(french.month))}.`,
      hint: "Pour envoyer ce qui est en attente : porte sync. Pour se déconnecter quand même : porte logout --yes",
    }),
    en: ({ months }) => ({
      what: `${english.form(months.length, "A report is not sent yet", "Some reports are not sent yet")}: ${english.lists.and(months.map(english.month))}.`,
      hint: "To send what is pending: porte sync. To log out anyway: porte logout --yes",
    }),
  },
  "auth.code_expired": {
    fr: () => ({ what: "Le code a expiré avant d'être approuvé.", hint: "Se reconnecter : porte login" }),
    en: () => ({ what: "The code expired before it was approved.", hint: "Log in again: porte login" }),
  },
  "auth.denied": {
    fr: () => ({
      what: "La connexion a été refusée sur la page de la société.",
      hint: "Pour recommencer : porte login",
    }),
    en: () => ({ what: "The login was refused on the company's page.", hint: "To start again: porte login" }),
  },
  "auth.token_empty": {
    fr: () => ({
      what: "L'entrée standard ne contient aucun jeton.",
      hint: "porte login https://… --with-token < jeton.txt",
    }),
    en: () => ({
      what: "Standard input holds no token.",
      hint: "porte login https://… --with-token < token.txt",
    }),
  },
  "auth.keyring": {
    fr: ({ profile, reason }) => ({
      what: `Le jeton du profil « ${profile} » est dans le trousseau de la session, qui ne répond pas (${reason}).`,
      hint: "Sans session ouverte (cron, ssh) : porte login --secret-store file, ou PORTE_TOKEN.",
    }),
    en: ({ profile, reason }) => ({
      what: `The token of profile "${profile}" is in the session keyring, which does not answer (${reason}).`,
      hint: "Without an open session (cron, ssh): porte login --secret-store file, or PORTE_TOKEN.",
    }),
  },
  "auth.store": {
    fr: ({ place, reason }) => ({
      what: `Le jeton n'a pas pu être enregistré dans ${place} (${reason}).`,
      hint: "L'enregistrer dans un fichier : porte login --secret-store file",
    }),
    en: ({ place, reason }) => ({
      what: `The token could not be saved in ${place} (${reason}).`,
      hint: "Save it in a file: porte login --secret-store file",
    }),
  },
  "auth.staff_role": {
    fr: ({ role, roles }) => ({
      what: `Votre rôle (${nameOf(roleNames.fr, role)}) ne le permet pas. Rôle nécessaire : ${french.lists.or(roles.map((one) => nameOf(roleNames.fr, one)))}.`,
      hint: "Demander à un administrateur de la société.",
    }),
    en: ({ role, roles }) => ({
      what: `Your role (${nameOf(roleNames.en, role)}) does not allow this. Required role: ${english.lists.or(roles.map((one) => nameOf(roleNames.en, one)))}.`,
      hint: "Ask an administrator of the company.",
    }),
  },
};
