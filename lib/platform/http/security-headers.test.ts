import { describe, expect, it } from "vitest";
import { contentSecurityPolicy, corsHeadersFor } from "@/lib/platform/http/security-headers";

describe("pages of other origins", () => {
  it("get nothing unless they are listed, and never with cookies", () => {
    const allowed = ["https://front.example"];
    expect(corsHeadersFor(null, allowed)).toEqual({});
    for (const origin of ["https://evil.example", "https://front.example.evil.example", "null", "http://front.example"])
      expect(corsHeadersFor(origin, allowed)).toEqual({});
    const headers = corsHeadersFor("https://front.example", allowed);
    expect(headers).toMatchObject({ "access-control-allow-origin": "https://front.example", vary: "origin" });
    expect(headers).not.toHaveProperty("access-control-allow-credentials");
  });
});

describe("the policy of pages", () => {
  it("runs scripts of ours alone", () => {
    const policy = contentSecurityPolicy("abc", { isDevelopment: false, storageOrigins: [] });
    expect(policy).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic';");
    expect(policy).not.toContain("unsafe-eval");
    for (const rule of ["object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'"]) expect(policy).toContain(rule);
    expect(policy).toContain("connect-src 'self';");
  });

  it("lets files come from the storage's own origin, and go there", () => {
    const policy = contentSecurityPolicy("abc", { isDevelopment: false, storageOrigins: ["http://files.example:9000"] });
    for (const name of ["img-src", "media-src", "connect-src"])
      expect(policy).toMatch(new RegExp(`${name} 'self' [^;]*http://files\\.example:9000[;]`));
    expect(policy).toMatch(/script-src 'self' 'nonce-abc' 'strict-dynamic';/);
  });
});
