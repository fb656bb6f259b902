import fc from "fast-check";
import { json, known, oddText, type Taste, tasted } from "./values";

/** A request before its known values are filled in. */
export interface Plan {
  method: string;
  path: string;
  parameters: Record<string, unknown>;
  query: Record<string, unknown>;
  headers: Record<string, string>;
  body: PlannedBody | null;
}

type PlannedBody =
  | { type: "json"; value: unknown }
  | { type: "form"; parts: Part[]; boundary: string }
  | { type: "raw"; bytes: Buffer; contentType: string };

interface Part {
  name: string;
  value: unknown;
  filename?: string;
  contentType?: string;
}

export const jsonBody = (value: unknown): PlannedBody => ({ type: "json", value });

/** The smallest files that are what they say, and some that are not. */
const png = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC", "base64");
const gif = Buffer.from("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7", "base64");
const wav = Buffer.concat([
  Buffer.from(
    "RIFF\x2c\x00\x00\x00WAVEfmt \x10\x00\x00\x00\x01\x00\x01\x00\x40\x1f\x00\x00\x40\x1f\x00\x00\x01\x00\x08\x00data\x08\x00\x00\x00",
    "latin1",
  ),
  Buffer.alloc(8, 128),
]);
const files = {
  image: [png, gif],
  audio: [wav],
  text: [Buffer.from("a note"), Buffer.from("日本 😀\r\n"), Buffer.from("\ufeffnote")],
};
const oddFiles = [
  Buffer.alloc(0),
  png.subarray(0, 20),
  png.subarray(0, -4),
  Buffer.concat([png, Buffer.alloc(70_000)]),
  Buffer.from([0xff, 0xfe, 0x61, 0x00]),
  Buffer.from("a\u0000b"),
  Buffer.from([0xed, 0xa0, 0x80]),
  Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>"),
  Buffer.from("<html><script>alert(1)</script>"),
  Buffer.from("%PDF-1.7"),
  Buffer.from("RIFF\xff\xff\xff\xffWAVEfmt ", "latin1"),
  Buffer.from("\x00\x00\x00\x20ftypisom\x00\x00\x02\x00isomiso2mp41\xff\xff\xff\xff", "latin1"),
  Buffer.from("\x1aE\xdf\xa3\xff\xff\xff", "latin1"),
];
const fitting = fc
  .constantFrom(...(Object.keys(files) as (keyof typeof files)[]))
  .chain((artifactType) => fc.record({ artifactType: fc.constant<unknown>(artifactType), bytes: fc.constantFrom(...files[artifactType]) }));
const odd = fc.record({
  artifactType: fc.constantFrom<unknown>("image", "video", "audio", "text", "lora", "", "IMAGE", "\u0000"),
  bytes: fc.oneof(
    fc.constantFrom(...oddFiles),
    fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
  ),
});

/** A file's bytes, as they go straight to the storage. */
export const rawBody: fc.Arbitrary<PlannedBody> = fc
  .oneof(fitting, odd)
  .map(({ bytes }) => ({ type: "raw" as const, bytes, contentType: "application/octet-stream" }));

const filename = fc.oneof(
  fc.constantFrom("fox.png", "夜.png", `${"a".repeat(254)}😀.png`, "../../x.png", 'a"b.png', "a\r\nX: y.png", "cat\u0000.png", "Cafe\u0301.png", ""),
  oddText,
);

/** The form of an upload: what fits, or parts that are odd, missing, twice or in another order. */
export function multipartBody(taste: Taste): fc.Arbitrary<PlannedBody> {
  const file = tasted(taste, { fitting, edge: odd, rubbish: odd }) as typeof fitting;
  const more = fc.record({
    name: taste === "fitting" ? fc.constant("fox.png") : filename,
    description: fc.option(taste === "fitting" ? fc.constant("a fox in the rain") : oddText),
    boardId: tasted(taste, { fitting: known("board"), edge: known("generation"), rubbish: oddText }),
    parentId: fc.option(tasted(taste, { fitting: known("generation"), edge: known("board"), rubbish: oddText })),
    order: taste === "rubbish" ? fc.shuffledSubarray<number>([0, 1, 2, 3, 4]) : fc.constant<number[]>([0, 1, 2, 3, 4]),
    boundary: taste === "rubbish" ? fc.constantFrom("fuzz", "fuzz", "", "x y", "a".repeat(80)) : fc.constant("fuzz"),
  });
  return fc.tuple(file, more).map(([{ artifactType, bytes }, { name, description, boardId, parentId, order, boundary }]) => {
    const optional = (part: string, value: unknown): Part[] => (value === null ? [] : [{ name: part, value }]);
    const groups: Part[][] = [
      [{ name: "board_id", value: boardId }],
      [{ name: "artifact_type", value: artifactType }],
      optional("user_description", description),
      optional("parent_generation_id", parentId),
      [{ name: "file", value: bytes, filename: name, contentType: "application/octet-stream" }],
    ];
    return { type: "form" as const, parts: order.flatMap((index) => groups[index] ?? []), boundary };
  });
}

/** Bodies that are no JSON, or no proper one, under content types that fit or do not. */
export const oddBody: fc.Arbitrary<PlannedBody> = fc.record({
  type: fc.constant("raw" as const),
  bytes: fc.oneof(
    fc
      .constantFrom(
        "",
        "{",
        "null",
        "[]",
        '"text"',
        "1e999",
        '{"a":1,"a":2}',
        '\ufeff{"query":"{ me { id } }"}',
        "[".repeat(20_000),
        '{"a":'.repeat(5000),
        "query=%zz&variables=%00",
        "--fuzz\r\n\r\n--fuzz--",
      )
      .map((each) => Buffer.from(each)),
    oddText.map((each) => Buffer.from(each)),
    json.edge.map((each) => Buffer.from(JSON.stringify(each))),
    fc.uint8Array({ maxLength: 100 }).map((each) => Buffer.from(each)),
  ),
  contentType: fc.constantFrom(
    "application/json",
    "application/json",
    "text/plain",
    "application/x-www-form-urlencoded",
    "multipart/form-data",
    "multipart/form-data; boundary=fuzz",
    "application/json; charset=utf-16",
    "x",
    "",
    "application/graphql-response+json",
  ),
});

/** The bytes of a body whose known values are filled in, and its content type. */
export function writeBody(body: PlannedBody): { bytes: Buffer; contentType: string } {
  if (body.type === "raw") return body;
  if (body.type === "json") return { bytes: Buffer.from(JSON.stringify(body.value) ?? "null"), contentType: "application/json" };
  const parts = body.parts.map(({ name, value, filename: file, contentType }) => {
    const disposition = `content-disposition: form-data; name="${name}"${file === undefined ? "" : `; filename="${file}"`}`;
    const heading = `--${body.boundary}\r\n${disposition}\r\n${contentType ? `content-type: ${contentType}\r\n` : ""}\r\n`;
    return Buffer.concat([Buffer.from(heading), Buffer.isBuffer(value) ? value : Buffer.from(String(value)), Buffer.from("\r\n")]);
  });
  return { bytes: Buffer.concat([...parts, Buffer.from(`--${body.boundary}--\r\n`)]), contentType: `multipart/form-data; boundary=${body.boundary}` };
}
