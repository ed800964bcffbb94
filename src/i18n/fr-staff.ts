/** The sentences of the staff's program as a client: what it keeps, what was seen, what is taken back. */
export const frenchStaff = {
  options: {
    token:
      "jeton d'opérateur ; chacun sur cette machine peut le lire ainsi : mieux, PORTE_COMPANY_TOKEN ou --token-file",
    tokenFile: "fichier du jeton, - pour l'entrée standard (ou PORTE_COMPANY_TOKEN_FILE)",
    timeout: "secondes d'attente d'une réponse",
  },
  answeredBefore: (at: string) =>
    `Réponse à l'envoi du ${at}, qui n'avait pas eu de retour : rien n'a été fait deux fois.`,
};
