import { afterEach, describe, expect, test, vi } from "vitest";
import { proxyFor } from "../../src/client/proxy.ts";

const PROXY = "http://proxy.test:3128";
const ASKED = "https://pay.company.test/v1/me";

afterEach(() => vi.unstubAllEnvs());

describe("the proxy for an address", () => {
  test.each<[string, Record<string, string | undefined>, string | null]>([
    ["none", {}, null],
    ["one in capital letters", { HTTPS_PROXY: PROXY }, PROXY],
    ["one in small letters, which goes before", { https_proxy: PROXY, HTTPS_PROXY: "http://other.test" }, PROXY],
    ["one for all", { ALL_PROXY: PROXY }, PROXY],
    ["one for all, after the scheme's own", { all_proxy: "http://other.test", HTTPS_PROXY: PROXY }, PROXY],
    ["one for another scheme", { HTTP_PROXY: PROXY }, null],
    ["one that is empty", { HTTPS_PROXY: "", ALL_PROXY: "" }, null],
    ["one without its scheme", { HTTPS_PROXY: "proxy.test:3128" }, PROXY],
    ["one of a kind that nobody follows", { HTTPS_PROXY: "socks5://proxy.test" }, "socks5://proxy.test"],
  ])("is as the environment says: %s", (_name, env, proxy) => {
    expect(proxyFor(new URL(ASKED), env)).toBe(proxy);
  });

  test.each<[string, string, boolean]>([
    ["*", ASKED, true],
    ["pay.company.test", ASKED, true],
    ["PAY.Company.TEST", ASKED, true],
    ["company.test", ASKED, false],
    [".company.test", ASKED, true],
    [".company.test", "https://company.test", false],
    ["*.company.test", ASKED, true],
    ["*company.test", "https://company.test", true],
    ["other.test, pay.company.test", ASKED, true],
    ["other.test pay.company.test", ASKED, true],
    ["other.test,*", ASKED, true],
    [" , ", ASKED, false],
    ["pay.company.test:443", ASKED, true],
    ["pay.company.test:8443", ASKED, false],
    ["pay.company.test:8443", "https://pay.company.test:8443", true],
    [".company.test:8443", "https://pay.company.test:8443", true],
    ["pay.company.test", "https://pay.company.test:8443", true],
    ["[2001:db8::1]", "https://[2001:db8::1]:8443", true],
    ["[2001:db8::1]:443", "https://[2001:db8::1]", true],
  ])("with a NO_PROXY of %j, for %s, is left out: %s", (noProxy, asked, isLeftOut) => {
    for (const name of ["NO_PROXY", "no_proxy"])
      expect(proxyFor(new URL(asked), { HTTPS_PROXY: PROXY, [name]: noProxy })).toBe(isLeftOut ? null : PROXY);
  });

  test("is asked of that environment alone", () => {
    vi.stubEnv("HTTPS_PROXY", "http://other.test");
    vi.stubEnv("NO_PROXY", "*");
    expect(proxyFor(new URL(ASKED), {})).toBeNull();
    expect(proxyFor(new URL(ASKED), { https_proxy: PROXY })).toBe(PROXY);
  });
});
