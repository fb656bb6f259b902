import { expect, it } from "vitest";
import { readPanel } from "./panel-cookie";

it.each([
  ["open.400", { isOpen: true, width: 400 }],
  ["closed.300", { isOpen: false, width: 300 }],
  ["open.9999", { isOpen: true, width: 560 }],
  ["open.wide", { isOpen: true, width: 320 }],
  [undefined, { isOpen: true, width: 320 }],
])("a cookie of %s is a panel of %o", (text, panel) => expect(readPanel(text)).toEqual(panel));
