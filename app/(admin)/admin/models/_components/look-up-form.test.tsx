// @vitest-environment happy-dom
import { act, fireEvent, render, screen } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { MessagesProvider } from "@/app/_components/messages-provider";
import en from "@/lib/messages/en.json";
import { LookUpForm } from "./look-up-form";

const providers = [
  { name: "fal", title: "fal", exampleId: "fal-ai/flux/dev", examplePage: "https://fal.ai/models/fal-ai/flux/dev" },
  { name: "replicate", title: "Replicate", exampleId: null, examplePage: null },
];

it("looks models up at the first provider, also where the providers come after the form", async () => {
  const look = vi.fn(() => new Promise<never>(() => undefined));
  const formWith = (known: typeof providers) => (
    <MessagesProvider messages={{ ui: en.ui, app: en.app, admin: en.admin }}>
      <LookUpForm providers={known} look={look} onFound={vi.fn()} onClose={vi.fn()} />
    </MessagesProvider>
  );
  const { rerender } = render(formWith([]));
  // Sent too early, it would ask nobody.
  await act(async () => {
    fireEvent.submit(screen.getByLabelText(en.admin.models.lookUp.model, { exact: false }).closest("form") as HTMLFormElement);
  });
  expect(look).not.toHaveBeenCalled();
  rerender(formWith(providers));
  const model = screen.getByLabelText(en.admin.models.lookUp.model, { exact: false });
  expect(model.getAttribute("placeholder")).toBe("fal-ai/flux/dev");
  fireEvent.change(model, { target: { value: "fal-ai/flux/schnell" } });
  await act(async () => {
    fireEvent.submit(model.closest("form") as HTMLFormElement);
  });
  expect(look).toHaveBeenCalledWith("fal", "fal-ai/flux/schnell", null);
});
