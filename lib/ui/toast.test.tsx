// @vitest-environment happy-dom
import { cleanup, render, screen, waitFor } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { LayersAtRest } from "./layers-at-rest";
import { toast } from "./toast";

afterEach(cleanup);

it("shows the messages that came before there was a place for them, but for those taken back since", async () => {
  render(<LayersAtRest />);
  toast("Saved");
  toast.error("No answer", { id: "answer" });
  toast.dismiss(toast.success("Restored"));
  await screen.findByText("Saved");
  expect(screen.getByText("No answer")).toBeTruthy();
  await waitFor(() => expect(screen.queryByText("Restored")).toBeNull());
});
