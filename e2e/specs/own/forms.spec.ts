import { expect, test } from "playwright/test";
import { cleanUp } from "../../fixtures/clean-up";
import { startInstallation } from "../../fixtures/installation";
import { formsSettings } from "../../forms/forms-settings";
import { runForms } from "../../forms/run-forms";
import type { Manner } from "../../forms/submit-form";

// `npm run forms` sends them all, each in every manner. Here stands one of each kind of field: unions, lists of groups, groups, voices, weights,
// rules, slots. Each is filled in, and sent once more with less.
const sample = new Map<string, Manner>([
  ["collage", "defaults"],
  ["fal-gpt-image-2", "settings open"],
  ["elevenlabs-text-to-dialogue", "defaults"],
  ["fal-minimax-speech-28-hd", "settings open"],
  ["fal-kling-video-v3-pro-motion-control", "defaults"],
]);

test.afterAll(cleanUp);

test("forms are accepted as they start, with all settings open, and with every field filled in, and simulated runs cost nothing", async ({
  page,
}) => {
  test.setTimeout(900_000);
  const boards = await startInstallation("forms", formsSettings);
  const report = await runForms(page, boards.url, (name, manner) => sample.has(name) && [sample.get(name), "every field"].includes(manner));
  expect(report.failures).toEqual([]);
  expect(report.accepted).toEqual({ defaults: 3, "settings open": 2, "every field": 5 });
  const answer = await page.request.post(`${boards.url}/api/graphql`, { data: { query: "{ spending(groupBy: GENERATOR) { usd generations } }" } });
  expect((await answer.json()).data.spending).toEqual([]);
});
