import fc from "fast-check";
import { type Kind, Known, kinds, Wrong } from "./known-values";

/** How an input is made: of values that fit, with some at the edge of what fits, or with some that fit nothing. */
export const tastes = ["fitting", "edge", "rubbish"] as const;
export type Taste = (typeof tastes)[number];

/** Values of one sort in the three tastes. */
interface Sort {
  fitting: fc.Arbitrary<unknown>;
  edge: fc.Arbitrary<unknown>;
  rubbish: fc.Arbitrary<unknown>;
}

/** Mixes the three by taste. */
export function tasted(taste: Taste, { fitting, edge, rubbish }: Sort): fc.Arbitrary<unknown> {
  if (taste === "fitting") return fitting;
  if (taste === "edge") return fc.oneof({ weight: 3, arbitrary: fitting }, { weight: 2, arbitrary: edge });
  return fc.oneof({ weight: 4, arbitrary: fitting }, { weight: 1, arbitrary: edge }, { weight: 2, arbitrary: rubbish });
}

/** A value of this kind that is really there when the input is sent. */
export const known = (kind: Kind): fc.Arbitrary<Known> => fc.nat({ max: 39 }).map((pick) => new Known(kind, pick));
const anyKnown = fc.constantFrom(...kinds).chain(known);

const units = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 30 }).map((codes) => String.fromCharCode(...codes));
/** Texts that break what takes text for granted: NUL, half an emoji, what folds, what is long, what is code elsewhere. */
export const oddText = fc.oneof(
  fc.constantFrom(
    "",
    " ",
    "\u0000",
    "cat\u0000dog",
    "cat \ud83d dog",
    "\udc00",
    "😀",
    "👩‍👩‍👧‍👦".repeat(40),
    "Cafe\u0301",
    "Café",
    "日本",
    "ＡＢＣ",
    "İı",
    "ﷺ",
    "\u202eabc\u2066",
    "\ufeff",
    "\u2028\u0085",
    "%",
    "_%\\",
    "'; DROP TABLE boards.boards; --",
    "<svg onload=alert(1)>",
    "../../etc/passwd",
    "__proto__",
    "{{7*7}}",
    `${"a".repeat(254)}😀.png`,
    `${"a".repeat(1999)}😀`,
    "x".repeat(10_000),
    "語".repeat(70_000),
  ),
  units,
  fc.string({ unit: "grapheme", maxLength: 300 }),
  fc.string({ unit: "binary", maxLength: 50 }),
);
const notText = fc.constantFrom<unknown>(0, true, [], {}, ["a"], null, 1e308);

const words = fc
  .tuple(fc.constantFrom("harbour", "fox", "rain", "городу", "夜", "Ångström"), fc.nat({ max: 999 }))
  .map(([word, index]) => `${word} ${index}`);

/** Texts. `fitting` replaces the usual words. */
export const text = (fitting: fc.Arbitrary<unknown> = words): Sort => ({ fitting, edge: oddText, rubbish: notText });

/** Whole numbers; those that fit lie between 1 and `most`. */
export const integer = (most = 10, least = 1): Sort => ({
  fitting: fc.integer({ min: least, max: most }),
  edge: fc.oneof(fc.constantFrom(0, -1, 1, 200, 201, 1000, 2_147_483_647, -2_147_483_648), fc.integer()),
  rubbish: fc.constantFrom<unknown>(2_147_483_648, -1e20, 1.5, "1", null, true, [], {}),
});

export const float: Sort = {
  fitting: fc.constantFrom(0.5, 1, 10, 250),
  edge: fc.oneof(
    fc.constantFrom(0, -0, -1, 1e308, -1e308, 5e-324, 1e12, 1e18, 0.0000001, 123_456_789.5),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
  ),
  rubbish: fc.constantFrom<unknown>("1", null, true, [], {}),
};

export const boolean: Sort = { fitting: fc.boolean(), edge: fc.boolean(), rubbish: fc.constantFrom<unknown>("true", 0, null, [], {}) };

const day = 24 * 3600 * 1000;
export const time: Sort = {
  fitting: fc.integer({ min: -40, max: 40 }).map((days) => new Date(Date.now() + days * day).toISOString()),
  edge: fc.constantFrom(
    "0000-01-01T00:00:00Z",
    "0000-12-31T23:59:59.999Z",
    "0001-01-01T00:00:00Z",
    "9999-12-31T23:59:59.999Z",
    "9999-12-31T23:59:59-14:00",
    "1970-01-01T00:00:00Z",
    "1969-12-31T23:59:59.999Z",
    "2024-02-29T12:00:00+14:00",
    "2023-02-29T00:00:00Z",
    "2016-12-31T23:59:60Z",
    "2026-11-25T24:00:00Z",
    "2026-03-29T02:30:00.123456789Z",
  ),
  rubbish: fc.oneof(
    fc.constantFrom<unknown>("+275760-09-13T00:00:00.000Z", "-000001-01-01T00:00:00Z", "yesterday", "", "2026-11-25", 0, 1e15, null, {}),
    oddText,
  ),
};

const wrong = (arbitrary: fc.Arbitrary<unknown>) => arbitrary.map((value) => new Wrong(value));
/** Ids of this kind; at the edge those of other kinds, and such as nobody has. */
export const id = (kind: Kind): Sort => ({
  fitting: known(kind),
  edge: wrong(
    fc.oneof(
      anyKnown,
      fc.uuid(),
      fc.constantFrom("00000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff", "0198C1A0-0000-7000-8000-00000000ABCD"),
    ),
  ),
  rubbish: wrong(
    fc.oneof(
      fc.constantFrom<unknown>("", "urn:uuid:0198c1a0-0000-7000-8000-000000000000", "{0198c1a0-0000-7000-8000-000000000000}", 0, null, [], {}),
      oddText,
    ),
  ),
});

/** Cursors that were given out, and such as were tampered with. */
export const cursor: Sort = {
  fitting: known("cursor"),
  edge: fc.oneof(
    fc.constantFrom("", "a", "W10", "bnVsbA", "e30", "==", "GPC:1", "%00"),
    fc.json({ maxDepth: 2 }).map((json) => Buffer.from(json).toString("base64url")),
    fc
      .tuple(fc.constantFrom("2026-11-25T00:00:00.000Z", "0000-01-01T00:00:00.000Z", "+099999-01-01T00:00:00Z", "x", "\u0000"), oddText)
      .map((parts) => Buffer.from(JSON.stringify(parts)).toString("base64url")),
    oddText,
  ),
  rubbish: notText,
};

const nested = (depth: number, wrap: (inner: unknown) => unknown) => Array.from({ length: depth }).reduce<unknown>((inner) => wrap(inner), 1);
/** JSON of every shape; what fits is a flat object. */
export const json: Sort = {
  fitting: fc.dictionary(fc.constantFrom("color", "layout", "note", "zoom"), fc.oneof(words, fc.integer(), fc.boolean()), { maxKeys: 3 }),
  edge: fc.oneof(
    fc.constantFrom<unknown>(
      {},
      { "": "" },
      { "a\u0000b": "c\u0000d" },
      { "\ud83d": "\udc00" },
      JSON.parse('{"__proto__":{"x":1},"constructor":{"prototype":1}}'),
      { n: 1e308, z: -0, i: Number.MAX_SAFE_INTEGER },
      nested(60, (inner) => ({ a: inner })),
      nested(3000, (inner) => ({ a: inner })),
      nested(3000, (inner) => [inner]),
      { list: Array.from({ length: 5000 }, (_, index) => index) },
      Object.fromEntries(Array.from({ length: 2000 }, (_, index) => [`key${index}`, index])),
    ),
    fc.dictionary(oddText, fc.jsonValue({ maxDepth: 4 }), { maxKeys: 4 }),
  ),
  rubbish: fc.oneof(fc.constantFrom<unknown>(null, [], "text", 0, true), fc.jsonValue()),
};

/** Lists of what `one` makes: a few that fit; none, many or the same twice at the edge. */
export function list(taste: Taste, one: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const repeated = (length: number) => one.map((each) => Array.from({ length }, () => each));
  return tasted(taste, {
    fitting: fc.array(one, { minLength: 1, maxLength: 3 }),
    edge: fc.oneof(fc.constant([]), repeated(2), repeated(201), fc.array(fc.uuid(), { minLength: 201, maxLength: 400, size: "max" }), {
      weight: 1,
      arbitrary: repeated(5000),
    }),
    rubbish: fc.oneof(one, fc.constantFrom<unknown>(null, {}, [null], [[]], "a,b")),
  });
}
