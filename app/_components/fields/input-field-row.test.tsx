// @vitest-environment happy-dom
import { type InputValues, initialValues, type PlainField, plainFieldsOf, readInputSchema } from "@boards/client";
import { cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { Tooltip } from "radix-ui";
import { useState } from "react";
import { afterEach, describe, expect, it } from "vitest";
import { MessagesProvider } from "@/app/_components/messages-provider";
import { generators } from "@/lib/generators/catalogue/registry";
import { inputSchemaOf } from "@/lib/generators/contract/input-schema";
import en from "@/lib/messages/en.json";
import type { FieldErrors, ForbiddenOptions } from "./control-props";
import { InputFieldRow } from "./input-field-row";

afterEach(cleanup);

interface FormProps {
  fields: PlainField[];
  errors?: FieldErrors;
  forbidden?: ForbiddenOptions;
  onValues: (values: InputValues) => void;
}

function Form({ fields, onValues, ...rest }: FormProps) {
  const [values, setValues] = useState(() => initialValues(fields));
  onValues(values);
  return fields.map((field) => (
    <InputFieldRow
      key={field.name}
      field={field}
      value={values[field.name]}
      onChange={(value) => setValues((before) => ({ ...before, [field.name]: value }))}
      {...rest}
    />
  ));
}

/** Shows fields as a form does, and tells what it holds. */
function show(fields: PlainField[], rest: Pick<FormProps, "errors" | "forbidden"> = {}) {
  let form: InputValues = {};
  render(
    <MessagesProvider messages={{ ui: en.ui, app: en.app }}>
      <Tooltip.Provider>
        <Form
          fields={fields}
          onValues={(values) => {
            form = values;
          }}
          {...rest}
        />
      </Tooltip.Provider>
    </MessagesProvider>,
  );
  return { held: (name: string) => form[name] };
}

const fieldsOf = (properties: Record<string, object>, required: string[] = []) => plainFieldsOf(readInputSchema({ properties, required }));

describe("a field", () => {
  it("has a name for everybody, of whatever shape", () => {
    const shapes = new Map(
      generators.flatMap((generator) => plainFieldsOf(readInputSchema(inputSchemaOf(generator)))).map((field) => [shapeOf(field), field]),
    );
    expect(shapes.size).toBeGreaterThan(12);
    show([...shapes.values()].map((field, index) => ({ ...field, name: `field-${index}` })));
    const controls = [...document.querySelectorAll("input, textarea, button, fieldset, [role=slider]")];
    expect(controls.length).toBeGreaterThan(shapes.size);
    for (const control of controls) expect(nameOf(control), control.outerHTML).not.toBe("");
  });

  it("that must be chosen and has no default starts empty", () => {
    const { held } = show(fieldsOf({ facing: { title: "Facing", enum: ["left", "right"] } }, ["facing"]));
    expect(screen.getByRole("combobox", { name: "Facing" }).textContent).toBe(en.app.input.choose);
    expect(held("facing")).toBeNull();
  });

  it("says what is wrong with it, also to screen readers", () => {
    show(fieldsOf({ name: { type: "string", title: "Name" } }), { errors: new Map([["name", "use 3 characters or fewer"]]) });
    const input = screen.getByRole("textbox", { name: "Name" });
    expect(input.getAttribute("aria-invalid")).toBe("true");
    expect(document.getElementById(input.getAttribute("aria-describedby")?.split(" ").at(-1) ?? "")?.textContent).toBe("use 3 characters or fewer");
  });

  it("of several kinds has a control for each", () => {
    const size = { type: "object", properties: { width: { type: "integer", title: "Width" }, height: { type: "integer", title: "Height" } } };
    const { held } = show(fieldsOf({ size: { title: "Size", anyOf: [{ enum: ["square", "wide"] }, size], default: "square" } }));
    const kinds = screen.getByRole("radiogroup", { name: "Kind of Size" });
    expect(screen.getByRole("combobox", { name: "Size" }).textContent).toBe("square");
    fireEvent.click(within(kinds).getByRole("radio", { name: en.app.input.kind.size }));
    fireEvent.change(screen.getByRole("spinbutton", { name: "Width" }), { target: { value: "640" } });
    expect(held("size")).toEqual({ width: 640, height: null });
    expect(screen.queryByRole("combobox", { name: "Size" })).toBeNull();
    fireEvent.click(within(kinds).getByRole("radio", { name: en.app.input.kind.choice }));
    expect(held("size")).toBeNull();
    expect(screen.getByRole("combobox", { name: "Size" })).toBeTruthy();
  });

  it("that is a list takes more, fewer and another order, within its limits", () => {
    const { held } = show(fieldsOf({ codes: { title: "Codes", type: "array", items: { type: "string" }, maxItems: 2 } }));
    const add = screen.getByRole("button", { name: "Add to Codes" });
    for (const text of ["one", "two"]) {
      fireEvent.click(add);
      fireEvent.change(screen.getAllByRole("textbox").at(-1) as HTMLElement, { target: { value: text } });
    }
    fireEvent.click(add);
    expect(held("codes")).toEqual(["one", "two"]);
    fireEvent.click(screen.getByRole("button", { name: "Move Codes 2 up" }));
    expect(held("codes")).toEqual(["two", "one"]);
    fireEvent.click(screen.getByRole("button", { name: "Remove Codes 1" }));
    expect(held("codes")).toEqual(["one"]);
    expect(document.activeElement).toBe(add);
  });

  it("says what is wrong within it", () => {
    const group = { title: "Voice", type: "object", properties: { speed: { title: "Speed", type: "number", default: 1 } } };
    show(fieldsOf({ voice: group }, ["voice"]), { errors: new Map([["voice.speed", "use 2 or less"]]) });
    expect(screen.getByRole("spinbutton", { name: "Speed" }).getAttribute("aria-invalid")).toBe("true");
    expect(screen.getByRole("alert").textContent).toBe("use 2 or less");
  });

  it("with many options can be searched by keyboard", () => {
    const voices = Array.from({ length: 40 }, (_, index) => `Voice ${index}`);
    const { held } = show(fieldsOf({ voice: { title: "Voice", enum: voices, default: "Voice 3" } }), {
      forbidden: new Map([["Voice 21", "Too loud"]]),
    });
    const input = screen.getByRole("combobox", { name: "Voice" }) as HTMLInputElement;
    expect(input.value).toBe("Voice 3");
    fireEvent.click(input);
    expect(screen.getAllByRole("option")).toHaveLength(40);
    fireEvent.change(input, { target: { value: "2" } });
    expect(screen.getAllByRole("option").map(({ textContent }) => textContent)).toContain("Voice 21Too loud");
    fireEvent.change(input, { target: { value: "32" } });
    fireEvent.keyDown(input, { key: "Enter" });
    expect(held("voice")).toBe("Voice 32");
    expect(input.value).toBe("Voice 32");
    fireEvent.click(input);
    fireEvent.change(input, { target: { value: "nobody" } });
    fireEvent.blur(input);
    expect(input.value).toBe("Voice 32");
  });

  it("that may be left to the model says so", () => {
    const { held } = show(fieldsOf({ boost: { title: "Boost", type: ["boolean", "null"] } }));
    expect(held("boost")).toBeNull();
    fireEvent.click(screen.getByRole("radio", { name: en.app.input.off }));
    expect(held("boost")).toBe(false);
    fireEvent.click(screen.getByRole("radio", { name: en.app.input.modelDefault }));
    expect(held("boost")).toBeNull();
  });
});

function shapeOf(field: PlainField): string {
  const inner = field.kind === "group" ? field.fields : field.kind === "list" ? [field.item] : field.kind === "union" ? field.branches : [];
  const isLong = field.kind === "choice" && field.options.length > 12;
  return `${field.kind} ${"isOptional" in field && field.isOptional} ${isLong} ${inner.map(({ kind }) => kind).join()}`;
}

function nameOf(element: Element): string {
  const id = element.getAttribute("id");
  const label = id ? document.querySelector(`label[for="${CSS.escape(id)}"]`) : null;
  return (element.getAttribute("aria-label") ?? label?.textContent ?? element.textContent ?? "").trim();
}
