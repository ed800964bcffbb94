import { generateKeyPairSync, randomBytes } from "node:crypto";
import { type ClientMetadata, Provider } from "oidc-provider";
import { companyProfile } from "../company/queries.ts";
import { serverKey } from "../crypto/keys.ts";
import type { Deps } from "../deps.ts";
import { messagePage } from "../pages/render.ts";
import { hasAccess } from "../people/queries.ts";
import { answerAway } from "./away.ts";
import { boundDeviceCodes, devicePages } from "./device-flow.ts";
import { OidcAdapter } from "./oidc-adapter.ts";
import { CLI_SCOPES } from "./scopes.ts";

/** The public client that every copy of `porte` is. */
const CLIENT_ID = "porte-cli";

const MINUTE = 60;
const DAY = 86_400;

const CLIENT: ClientMetadata = {
  client_id: CLIENT_ID,
  client_name: "porte",
  application_type: "native",
  token_endpoint_auth_method: "none",
  grant_types: ["urn:ietf:params:oauth:grant-type:device_code", "refresh_token"],
  redirect_uris: [],
  response_types: [],
  id_token_signed_response_alg: "ES256",
};

const TTL = {
  AccessToken: 60 * MINUTE,
  RefreshToken: 90 * DAY,
  Grant: 90 * DAY,
  Interaction: 15 * MINUTE,
  Session: 15 * MINUTE,
  IdToken: 60 * MINUTE,
};

const ROUTES = {
  authorization: "/oauth/authorize",
  code_verification: "/device",
  device_authorization: "/oauth/device",
  jwks: "/oauth/jwks",
  revocation: "/oauth/revoke",
  token: "/oauth/token",
  pushed_authorization_request: "/oauth/par",
  end_session: "/oauth/end",
};

/** Makes the OAuth server of the company. Its keys and records are in the database: every instance is the same server. */
export async function makeProvider(deps: Deps, codeSeconds: number): Promise<Provider> {
  const { db } = deps;
  const cookies = await serverKey(
    db,
    "oauth-cookies",
    () => ({ keys: [randomBytes(32).toString("base64url")] }),
    deps.now(),
  );
  const jwks = await serverKey(db, "oauth-jwks", makeJwks, deps.now());
  const { name } = await companyProfile(deps).catch(() => ({ name: "porte-company" }));
  const provider = new Provider(deps.url(), {
    adapter: (model: string) => new OidcAdapter(model, db),
    clients: [CLIENT],
    cookies: { keys: cookies.keys },
    jwks: jwks as never,
    scopes: ["openid", "offline_access", ...CLI_SCOPES],
    findAccount: async (_ctx, sub) =>
      (await hasAccess(db, sub)) ? { accountId: sub, claims: async () => ({ sub }) } : undefined,
    interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
    rotateRefreshToken: true,
    responseTypes: ["none"],
    ttl: { ...TTL, DeviceCode: codeSeconds },
    routes: ROUTES,
    features: {
      devInteractions: { enabled: false },
      userinfo: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      revocation: { enabled: true },
      deviceFlow: devicePages(deps, name),
    },
    renderError: async (ctx, out) => {
      ctx.type = "html";
      ctx.body = await messagePage(
        deps,
        ctx.get("accept-language"),
        name,
        out.error === "access_denied" ? "denied" : "failed",
      );
    },
  });
  answerAway(provider);
  boundDeviceCodes(provider, db, ROUTES.device_authorization);
  provider.proxy = deps.url().startsWith("https:");
  return provider;
}

function makeJwks(): { keys: object[] } {
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  return {
    keys: [{ ...privateKey.export({ format: "jwk" }), use: "sig", alg: "ES256", kid: randomBytes(6).toString("hex") }],
  };
}
