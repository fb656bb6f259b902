import { describe, expect, it } from "vitest";
import { mayReset, type Standing } from "@/lib/identity/passwords/may-reset";

const [first, acme, beta] = ["default", "acme", "beta"];
const is = (tenantRole: Standing["tenantRole"], tenantId: string): Standing => ({ tenantRole, tenantId });

describe("a reset link is made for", () => {
  it.each([
    ["a member, by an admin of their tenant", is("admin", acme), [is("member", acme)], true],
    ["a member, by the owner", is("owner", acme), [is("member", acme)], true],
    ["an admin, by the owner", is("owner", acme), [is("admin", acme)], true],
    ["an admin, by another admin", is("admin", acme), [is("admin", acme)], false],
    ["an owner, by an admin", is("admin", acme), [is("owner", acme)], false],
    ["a member, by a member", is("member", acme), [is("member", acme)], false],
    ["a member who is in another tenant, too", is("owner", acme), [is("member", acme), is("member", beta)], false],
    ["a member who owns another tenant", is("owner", acme), [is("member", acme), is("owner", beta)], false],
    ["a member who is in the first tenant, too", is("owner", acme), [is("member", acme), is("member", first)], false],
    ["a member of another tenant", is("owner", acme), [is("member", beta)], false],
    ["somebody of no tenant, by the owner of one", is("owner", acme), [], false],
    ["the owner of a tenant, by an admin of the installation", is("admin", first), [is("owner", acme)], true],
    ["somebody of no tenant, by an admin of the installation", is("admin", first), [], true],
    ["a member of the first tenant who owns another", is("admin", first), [is("member", first), is("owner", acme)], true],
    ["an admin of the installation, by another", is("admin", first), [is("admin", first)], false],
    ["an admin of the installation in their own tenant", is("owner", acme), [is("owner", acme), is("admin", first)], false],
    ["an admin of the installation, by its owner", is("owner", first), [is("admin", first), is("owner", acme)], true],
    ["the owner of the installation, by an admin of it", is("admin", first), [is("owner", first)], false],
    ["the owner of the installation, by themselves", is("owner", first), [is("owner", first)], false],
    ["anybody, by a member of the first tenant", is("member", first), [is("member", acme)], false],
  ])("%s: %#", (_name, maker, person, expected) => {
    expect(mayReset(maker, person, first)).toBe(expected);
  });
});
