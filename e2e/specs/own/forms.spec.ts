import { expect, test } from "playwright/test";
import { cleanUp } from "../../fixtures/clean-up";
import { startInstallation } from "../../fixtures/installation";
import { formsSettings } from "../../forms/forms-settings";
import { runForms } from "../../forms/run-forms";
import type { Manner } from "../../forms/submit-form";

// `npm run forms` sends them all, each in every manner. Here stands one of each kind of field: unions, lists of groups, groups, voices, weights,
// rules, slots. Each is filled in, and two are sent once more with less.
const sample = new Map<string, Manner[]>([
  ["collage", ["every field", "defaults"]],
  ["fal-gpt-image-2", ["every field", "settings open"]],
  ["elevenlabs-text-to-dialogue", ["every field"]],
  ["fal-minimax-speech-28-hd", ["every field"]],
  ["fal-kling-video-v3-pro-motion-control", ["every field"]],
]);

test.afterAll(cleanUp);

test("forms are accepted as they start, with all settings open, and with every field filled in, and simulated runs cost nothing", async ({
  page,
}) => {
  test.setTimeout(900_000);
  const boards = await startInstallation("forms", formsSettings);
  const report = await runForms(page, boards.url, (name, manner) => sample.get(name)?.includes(manner) ?? false);
  expect(report.failures).toEqual([]);
  expect(report.accepted).toEqual({ defaults: 1, "settings open": 1, "every field": 5 });
  const answer = await page.request.post(`${boards.url}/api/graphql`, { data: { query: "{ spending(groupBy: GENERATOR) { usd generations } }" } });
  expect((await answer.json()).data.spending).toEqual([]);
});
