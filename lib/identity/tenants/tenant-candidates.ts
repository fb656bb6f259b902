/** A tenant that a request may mean. */
export interface TenantCandidate {
  slug: string;
  source: "claim" | "email" | "header";
  /** A verified token names it, so it may be founded for its bearer. */
  isVouchedFor: boolean;
  /** It was said so to the letter, and not made a slug by us. */
  isExact: boolean;
}

const orgClaims = ["org", "organization", "org_slug", "org_name"];
const groupClaims = ["namespace", "group", "team", "workspace"];
/** Mail hosts that say nothing about an organization. */
const freeMail = new Set(["gmail", "yahoo", "outlook", "hotmail", "icloud", "protonmail", "aol"]);

/** A claim or header as a slug: lower-case letters, digits and hyphens, 50 at most; an object gives its slug, id or name. */
export function toSlug(value: unknown): string | null {
  const text = value && typeof value === "object" ? nameOf(value as Record<string, unknown>) : value;
  if (typeof text !== "string") return null;
  const slug = text
    .toLowerCase()
    .replace(/[^a-z0-9-]+/g, "-")
    .slice(0, 50)
    .replace(/^-+|-+$/g, "");
  return slug || null;
}

// An organization's id and name are chosen elsewhere, by others.
const isSlugOf = (claim: unknown, slug: string) =>
  claim === slug || (typeof claim === "object" && (claim as { slug?: unknown } | null)?.slug === slug);
const nameOf = (claim: Record<string, unknown>) => claim.slug ?? claim.id ?? claim.name;

/** What a request says about its tenant, in the original's order: claims, the custom claim, the e-mail's domain, groups, the header. */
export function tenantCandidates(
  claims: Record<string, unknown>,
  { email, isEmailVerified, customClaim, header }: { email?: string; isEmailVerified?: boolean; customClaim?: string; header?: string | null },
): TenantCandidate[] {
  const fromClaim = (name: string): TenantCandidate[] => {
    const slug = toSlug(claims[name]);
    return slug ? [{ slug, source: "claim", isVouchedFor: true, isExact: isSlugOf(claims[name], slug) }] : [];
  };
  const domain = isEmailVerified ? email?.split("@")[1]?.split(".")[0]?.toLowerCase() : undefined;
  const fromEmail: TenantCandidate[] =
    domain && !freeMail.has(domain) ? [{ slug: toSlug(domain) ?? "", source: "email", isVouchedFor: false, isExact: false }] : [];
  const headerSlug = header ? toSlug(header) : null;
  return [
    ...fromClaim("tenant"),
    ...orgClaims.flatMap(fromClaim),
    ...(customClaim ? fromClaim(customClaim) : []),
    ...fromEmail.filter(({ slug }) => slug),
    ...groupClaims.flatMap(fromClaim),
    ...(headerSlug ? [{ slug: headerSlug, source: "header" as const, isVouchedFor: false, isExact: headerSlug === header }] : []),
  ];
}
