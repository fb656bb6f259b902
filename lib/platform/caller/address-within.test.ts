import { expect, it } from "vitest";
import { addressWithin } from "@/lib/platform/caller/address-within";

const site = "https://boards.example";

it.each([
  ["/account", `${site}/account`],
  ["/boards/1?tab=2#top", `${site}/boards/1?tab=2#top`],
  [`${site}/account`, `${site}/account`],
  ["", `${site}/`],
  ["//elsewhere.example", `${site}/`],
  ["/\\elsewhere.example", `${site}/`],
  ["/\t/elsewhere.example", `${site}/`],
  ["https://boards.example.elsewhere.example", `${site}/`],
  ["https://boards.example@elsewhere.example", `${site}/`],
  ["http://boards.example/", `${site}/`],
  ["javascript:alert(1)", `${site}/`],
  ["https://", `${site}/`],
  ["/.//elsewhere.example", `${site}//elsewhere.example`],
])("%j leads to %s", (address, leads) => {
  expect(addressWithin(site, address)).toBe(leads);
});
