import { expect, test } from "playwright/test";
import { cleanUp } from "../../fixtures/clean-up";
import { startInstallation } from "../../fixtures/installation";
import { formsSettings } from "../../forms/forms-settings";
import { runForms } from "../../forms/run-forms";

// `npm run forms` sends them all. Here stands one of each kind of field: unions, lists of groups, groups, voices, weights, rules, slots.
const sample = ["collage", "fal-gpt-image-2", "elevenlabs-text-to-dialogue", "fal-minimax-speech-28-hd", "fal-kling-video-v3-pro-motion-control"];

test.afterAll(cleanUp);

test("forms are accepted as they start, with all settings open, and with every field filled in, and simulated runs cost nothing", async ({
  page,
}) => {
  test.setTimeout(900_000);
  const boards = await startInstallation("forms", formsSettings);
  const report = await runForms(page, boards.url, (name) => sample.includes(name));
  expect(report.failures).toEqual([]);
  expect(report.accepted).toEqual({ defaults: sample.length, "settings open": sample.length, "every field": sample.length });
  const answer = await page.request.post(`${boards.url}/api/graphql`, { data: { query: "{ spending(groupBy: GENERATOR) { usd generations } }" } });
  expect((await answer.json()).data.spending).toEqual([]);
});
