import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { signInErrorOf, signInErrors } from "@/lib/identity/sign-in/sign-in-errors";
import { tidyAnswer } from "@/lib/identity/sign-in/tidy-answer";

const codes: readonly string[] = signInErrors;
const errorIn = (address: string | null) => new URL(address ?? "", "http://localhost").searchParams.get("error");
const redirect = (location: string) => new Response(null, { status: 302, headers: { location } });

describe("an answer of next-auth", () => {
  it.each([
    ["/sign-in?error=Can%27t%20reach%20database%20server%20at%20%60127.0.0.1%3A5432%60", "/sign-in?error=unknown"],
    ["http://localhost:3000/api/auth/error?error=auth.wrong_credentials", "http://localhost:3000/api/auth/error?error=auth.wrong_credentials"],
    ["/sign-in?error=Callback", "/sign-in?error=refused"],
    ["/sign-in?callbackUrl=%2Fboards%2F1&error=OAuthCallback", "/sign-in?callbackUrl=%2Fboards%2F1&error=unfinished"],
    ["/sign-in?error=x&anything=else", "/sign-in?error=unknown"],
    ["https://id.example/authorize?client_id=a&state=b", "https://id.example/authorize?client_id=a&state=b"],
    ["/", "/"],
  ])("that leads to %s leads to %s", async (from, to) => {
    expect((await tidyAnswer(redirect(from), new Headers())).headers.get("location")).toBe(to);
  });

  it("holds a code of ours, whatever it said, as an address and as JSON", async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), fc.constantFrom("__proto__", "constructor", "toString", "hasOwnProperty")), async (said) => {
        const address = `http://localhost/api/auth/error?error=${encodeURIComponent(said)}`;
        expect(codes).toContain(errorIn((await tidyAnswer(redirect(address), new Headers())).headers.get("location")));
        const json = await tidyAnswer(Response.json({ url: address }, { status: 401 }), new Headers());
        expect(codes).toContain(errorIn((await json.json()).url));
      }),
    );
  });

  it("keeps its cookies and status, and says when to come back", async () => {
    const headers = new Headers({ location: "/" });
    headers.append("set-cookie", "a=1");
    headers.append("set-cookie", "b=2");
    const extra = new Headers({ "set-cookie": "c=3" });
    const tidied = await tidyAnswer(new Response(null, { status: 302, headers }), extra);
    expect([tidied.status, tidied.headers.getSetCookie()]).toEqual([302, ["a=1", "b=2", "c=3"]]);
    const late = await tidyAnswer(Response.json({ url: "/?error=request.rate_limited" }, { status: 401 }), new Headers({ "retry-after": "40" }));
    expect([late.status, late.headers.get("retry-after")]).toEqual([429, "40"]);
  });
});

it("the words of next-auth and of strangers become codes", () => {
  expect(signInErrorOf("AccessDenied")).toBe("refused");
  expect(signInErrorOf("anything a stranger writes")).toBe("unknown");
});
