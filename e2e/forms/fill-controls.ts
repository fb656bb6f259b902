import type { Locator, Page } from "playwright/test";

/** Texts that a person may try in turn where one is refused for its form. */
const samples = ["A lighthouse at dusk", "01234567", "00:00:05", "1024x1024", "en", "#b8431a", "https://example.com/file.safetensors"];
const mostTries = 12;

/** How much is filled in: what is empty and asked for, or everything. */
export type Extent = "missing" | "everything";

/** What the form says is wrong within a part of it, once it has said all that it has to say of what was changed last. */
export async function complaintsIn(part: Locator): Promise<string[]> {
  await atRest(part.page());
  // As they are written: on the screen each begins with a capital.
  return part.getByRole("alert").allTextContents();
}

/** The form checks its values a moment after they change: then the page has nothing to do. */
const atRest = (page: Page) =>
  page.evaluate(() => new Promise<void>((resolve) => requestAnimationFrame(() => requestIdleCallback(() => resolve(), { timeout: 1000 }))));

/** Fills the controls of one input, as its labels and complaints ask for. */
export async function fillInput(page: Page, input: Locator, extent: Extent) {
  if (extent === "everything") await openUp(input);
  for (const add of await visible(input.getByRole("button", { name: /^Add (image|video|audio|text|LoRA|3D model) to / })))
    await pickArtifact(page, add);
  for (const radios of await visible(input.getByRole("radiogroup"))) if (extent === "everything") await chooseLast(radios);
  for (const box of await visible(input.getByRole("combobox"))) await choose(page, box, extent);
  for (const number of await visible(input.getByRole("spinbutton")))
    if (extent === "everything" || (await isEmpty(number))) await fillNumber(input, number);
  for (const text of await visible(input.getByRole("textbox"))) if (extent === "everything" || (await isEmpty(text))) await fillText(input, text);
  if (extent === "everything")
    for (const toggle of await visible(input.getByRole("switch"))) if (!(await opensGroup(toggle))) await flip(input, toggle);
}

const visible = async (controls: Locator) => {
  const all = await controls.all();
  const shown = await Promise.all(all.map((each) => each.isVisible()));
  return all.filter((_, index) => shown[index]);
};
const isEmpty = async (control: Locator) => (await control.inputValue()).trim() === "";

/** Groups that are left to the model, and lists without a line. */
async function openUp(input: Locator) {
  for (const toggle of await visible(input.getByRole("switch", { checked: false }))) if (await opensGroup(toggle)) await toggle.click();
  for (const add of await visible(input.getByRole("button", { name: /^Add to / })))
    if ((await input.getByRole("textbox").or(input.getByRole("combobox")).or(input.getByRole("spinbutton")).count()) === 0) await add.click();
}

/** Whether a switch opens a group of fields; others are named by a label beside them. */
const opensGroup = async (toggle: Locator) => (await toggle.getAttribute("aria-label")) !== null;

/** Takes as many artifacts as are asked for at least, from the picker. */
async function pickArtifact(page: Page, add: Locator) {
  await add.click();
  const picker = page.getByRole("dialog");
  const artifacts = picker.getByRole("listitem").getByRole("button");
  await artifacts.first().waitFor();
  await artifacts.first().click();
  const done = picker.getByRole("button", { name: "Done" });
  if (await done.isVisible()) {
    const [, maximum = ""] = /up to (\d[\d,]*)/.exec((await picker.textContent()) ?? "") ?? [];
    if ((await artifacts.count()) > 1) await artifacts.nth(1).click();
    // It closes by itself once it is full.
    if (maximum !== "2") await done.click();
  }
  await picker.waitFor({ state: "hidden" });
}

async function chooseLast(radios: Locator) {
  const open = await visible(radios.getByRole("radio", { disabled: false }));
  await open.at(-1)?.click();
}

/** Another option than the one that is chosen, if there is one that may be chosen. */
async function choose(page: Page, box: Locator, extent: Extent) {
  const isSearch = (await box.evaluate((element) => element.tagName)) === "INPUT";
  const before = isSearch ? await box.inputValue() : ((await box.textContent()) ?? "");
  const isUnset = before === "" || before === "Choose…" || (await box.getAttribute("data-placeholder")) !== null;
  if (extent === "missing" && !isUnset) return;
  await box.click();
  const options = page.getByRole("option", { disabled: false });
  await options.first().waitFor();
  const texts = await options.allInnerTexts();
  const other = texts.findLastIndex((text) => text.trim() !== before.trim() && text !== "Model default");
  if (other < 0) return page.keyboard.press("Escape");
  await options.nth(other).click();
  await options.first().waitFor({ state: "hidden" });
}

async function fillNumber(input: Locator, number: Locator) {
  // Sides of an image are multiples, and make so many pixels together.
  const isSide =
    (await input
      .getByRole("spinbutton", { name: /width|height/i })
      .and(number)
      .count()) > 0;
  let value = isSide ? "1024" : "1";
  for (let tries = 0; tries < mostTries; tries++) {
    await number.fill(value);
    const [, wanted] = /(?:use|must be) .*?(-?[\d,.]+)/.exec((await complaintsIn(input)).join(" ")) ?? [];
    if (wanted === undefined) return;
    const limit = wanted.replaceAll(",", "").replace(/\.$/, "");
    value = /more than/.test((await complaintsIn(input)).join(" ")) ? String(Number(limit) * 1.1 + 0.01) : limit;
  }
}

async function fillText(input: Locator, text: Locator) {
  let value = samples[0] ?? "";
  for (let tries = 0; tries < mostTries; tries++) {
    await text.fill(value);
    const complaint = (await complaintsIn(input)).join(" ");
    const [, count] = /(\d[\d,]*) characters/.exec(complaint) ?? [];
    if (count !== undefined) {
      const length = Number(count.replaceAll(",", ""));
      value = /or fewer/.test(complaint) ? value.slice(0, length).trim() : value.padEnd(length, " and on");
    } else if (/check the format/.test(complaint)) value = samples[tries + 1] ?? "a";
    else return;
  }
}

/** A switch is left as it is where a rule forbids the other way. */
async function flip(input: Locator, toggle: Locator) {
  if (await toggle.isEnabled()) await toggle.click();
  if ((await complaintsIn(input)).length > 0) await toggle.click();
}
