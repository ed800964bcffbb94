/** The settings of the machine that say by which proxy others are reached. */
export type Environment = Readonly<Record<string, string | undefined>>;

const PORTS: Readonly<Record<string, number>> = { "http:": 80, "https:": 443 };

/**
 * Finds the proxy that an environment names for an address, as curl and most programs do: `https_proxy`, else `all_proxy`, in small
 * or in capital letters, unless `no_proxy` names the address: `*`, or hosts between commas or spaces, each alone (`a.test`), with
 * all that end as it does (`.a.test`, `*.a.test`), or for one port (`a.test:8443`). One without a scheme is spoken to in clear.
 * @returns what is written there, which may be no address; null where the address is asked without a proxy.
 */
export function proxyFor({ protocol, host, port }: URL, env: Environment): string | null {
  const said = (name: string) => env[name] || env[name.toUpperCase()] || "";
  const proxy = said(`${protocol.slice(0, -1)}_proxy`) || said("all_proxy");
  /** What an address writes in brackets stays in them. */
  const hostname = host.replace(/:\d+$/, "");
  if (proxy === "" || isLeftOut(hostname, Number(port) || PORTS[protocol], said("no_proxy"))) return null;
  return proxy.includes("://") ? proxy : `http://${proxy}`;
}

function isLeftOut(hostname: string, port: number | undefined, noProxy: string): boolean {
  return noProxy
    .toLowerCase()
    .split(/[,\s]+/)
    .some((entry) => {
      const [, name = entry, only] = /^(.+):(\d+)$/.exec(entry) ?? [];
      if (name === "" || (only !== undefined && Number(only) !== port)) return false;
      if (name.startsWith("*")) return hostname.endsWith(name.slice(1));
      return name.startsWith(".") ? hostname.endsWith(name) : hostname === name;
    });
}
