import type { frenchStaff } from "./fr-staff.ts";

/** The sentences of the staff's program as a client: what it keeps, what was seen, what is taken back. */
export const englishStaff: typeof frenchStaff = {
  options: {
    token: "operator's token; everybody on this machine can read it there: rather PORTE_COMPANY_TOKEN or --token-file",
    tokenFile: "file of the token, - for standard input (or PORTE_COMPANY_TOKEN_FILE)",
    timeout: "seconds to wait for an answer",
  },
  answeredBefore: (at) => `The answer to what was sent on ${at} and had not come back: nothing was done twice.`,
};
