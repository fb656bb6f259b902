import { expect, it } from "vitest";
import { readForm } from "./read-form";

it.each(["multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=x y"])(
  "a form without a proper boundary is the sender's mistake: %s",
  async (contentType) => {
    const request = new Request("http://localhost/", { method: "POST", headers: { "content-type": contentType }, body: "--x y--\r\n" });
    await expect(readForm(request, "/nowhere", 1000)).rejects.toMatchObject({ reason: "input.invalid", field: "file" });
  },
);
