import type { GeneratorForm } from "@boards/client";
import { expect, it } from "vitest";
import { nextSteps, otherProviderOf } from "./next-steps";

it.each([
  ["provider.not_configured", "retry"],
  ["provider.content_refused", "edit"],
  ["generation.input_unusable", "edit"],
  ["artifact.unreadable", "edit"],
  ["generator.ended", "otherProvider"],
  ["provider.timed_out", "retry"],
  ["generation.timed_out", "retry"],
  [null, "retry"],
])("after %s, the first thing to do is %s", (code, first) => {
  expect(nextSteps(code, false)[0]).toBe(first);
});

it.each(["provider.not_configured", "provider.timed_out", null])(
  "while the provider has no key, the first thing to do after %s is to add it",
  (code) => {
    expect(nextSteps(code, true)[0]).toBe("addKey");
    expect(nextSteps(code, true)).not.toContain("retry");
  },
);

it("never offers to send what will be refused again", () => {
  for (const code of ["provider.bad_input", "provider.content_refused", "input.invalid"]) expect(nextSteps(code, false)).not.toContain("retry");
});

it("finds the same model elsewhere: of its family and kind, at another provider, and usable", () => {
  const form = (name: string, changes: Partial<GeneratorForm>) =>
    ({
      name,
      provider: "fal",
      family: "Veo",
      variant: "Fast",
      task: "text-to-video",
      vendor: "Google",
      artifactType: "VIDEO",
      unavailableReason: null,
      ...changes,
    }) as GeneratorForm;
  const own = form("own", {});
  const unusable = form("unusable", { provider: "google", unavailableReason: "No key" });
  const plain = form("plain", { provider: "kie", variant: "" });
  const same = form("same", { provider: "replicate" });
  const sketch = form("sketch", { provider: "replicate", family: "Sketch" });
  expect(otherProviderOf("own", [own, unusable, plain, same, sketch])?.name).toBe("same");
  expect(otherProviderOf("own", [own, unusable, plain, sketch])?.name).toBe("plain");
  expect(otherProviderOf("own", [own, unusable, sketch])).toBeNull();
  expect(otherProviderOf("unknown", [own, same])).toBeNull();
});
