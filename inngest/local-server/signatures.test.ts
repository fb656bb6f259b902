import { describe, expect, it } from "vitest";
import { canonicalJson, hashSigningKey, sign, verifySignature } from "./signatures";

describe("signatures", () => {
  it("writes canonical JSON", () => {
    expect(canonicalJson({ b: [1, undefined, { d: null, c: "é" }], a: undefined, "10": 1, "9": 1e21 })).toBe(
      '{"10":1,"9":1e+21,"b":[1,null,{"c":"é","d":null}]}',
    );
  });
  it("hashes the signing key as the spec's example does", () => {
    expect(hashSigningKey("signkey-prod-12345678")).toBe("signkey-prod-b2ed992186a5cb19f6668aade821f502c1d00970dfd0e35128d51bac4649916c");
  });
  it("accepts its own signature for five minutes, whatever the key's prefix", () => {
    const now = Math.floor(Date.now() / 1000);
    expect(verifySignature("body", sign("body", "signkey-test-ab"), "ab")).toBe(true);
    expect(verifySignature("other", sign("body", "ab"), "ab")).toBe(false);
    expect(verifySignature("body", sign("body", "ab", now - 301), "ab")).toBe(false);
    expect(verifySignature("body", undefined, "ab")).toBe(false);
  });
});
