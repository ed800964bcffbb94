import { type Given, given } from "../given.ts";

/** What a client's record is completed by, beside its name, as typed. */
export interface ClientDetails {
  readonly siren?: string;
  readonly siret?: string;
  readonly address?: string;
  readonly routingCode?: string;
  readonly chorusService?: string;
  readonly chorusEngagement?: string;
  readonly contactName?: string;
  readonly contactEmail?: string;
}

/** Takes the details of a client that were given among other things. */
export function clientDetails(input: ClientDetails): Given<ClientDetails> {
  const { siren, siret, address, routingCode, chorusService, chorusEngagement, contactName, contactEmail } = input;
  return given({ siren, siret, address, routingCode, chorusService, chorusEngagement, contactName, contactEmail });
}
