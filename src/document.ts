import { Buffer } from "node:buffer";
import { decodedWhole } from "./text-file.ts";

// A document that a person attaches: not a text that a command reads, but a file that goes on to others as it came.

/** The most bytes of a document that is taken from a person. */
export const largestDocument = 5_000_000;

/** A file as it came: its name, which nobody has looked at yet, and its bytes. */
export interface GivenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A file that is what its name says. */
export interface DocumentFile extends GivenFile {
  readonly mediaType: string;
}

/** The kinds that are taken, by the ending of the name. */
export const documentKinds = ["docx", "doc", "pdf", "wps", "txt", "md"] as const;
export type DocumentKind = (typeof documentKinds)[number];

const mediaTypes: Readonly<Record<DocumentKind, string>> = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  doc: "application/msword",
  pdf: "application/pdf",
  wps: "application/vnd.ms-works",
  txt: "text/plain",
  md: "text/markdown",
};

/** Why a file is not taken: it is of another kind, its content is not of the kind that its name says, … */
export type DocumentFault = "empty" | "large" | "kind" | "content";

/** A file that somebody gave, looked at: its name without what could do harm, its content by what it begins with. */
export function readDocument({ name, bytes }: GivenFile): DocumentFile | { readonly fault: DocumentFault } {
  const ending = endingOf(name);
  const kind = documentKinds.find((each) => each === ending);
  if (!kind) return { fault: "kind" };
  if (bytes.length > largestDocument) return { fault: "large" };
  if (bytes.length === 0) return { fault: "empty" };
  if (!isOf[kind](Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length))) return { fault: "content" };
  return { name: plainName(name, kind), mediaType: mediaTypes[kind], bytes };
}

/** Without the ending: with it and a version it is not too long for any chat. */
const longestName = 60;

/** What no system takes in a name, and what hides or turns round what follows. */
const unwanted = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}<>:"|?*`]/gu;
/** Names that Windows keeps for its devices. */
const devices = /^(con|prn|aux|nul|com\d|lpt\d)$/iu;

/** The name of a file without folders. */
const withoutFolders = (name: string): string => name.split(/[/\\]/u).at(-1) ?? "";

const cleaned = (name: string): string => withoutFolders(name).normalize("NFC").replace(unwanted, "");

const endingOf = (name: string): string =>
  cleaned(name)
    .trim()
    .match(/\.(\w+)$/u)?.[1]
    ?.toLowerCase() ?? "";

function plainName(name: string, kind: DocumentKind): string {
  const stem = cleaned(name)
    .trim()
    .replace(/\.\w+$/u, "")
    .replace(/\s+/gu, " ")
    // no hidden file, and nothing that a shell would take for an option
    .replace(/^[.\-\s]+|[.\s]+$/gu, "");
  const short = stem
    .slice(0, longestName)
    .replace(/[\uD800-\uDBFF]$/u, "")
    .trimEnd();
  return `${short === "" || devices.test(short) ? "minutes" : short}.${kind}`;
}

/** "纪要.docx" in its second version: 纪要-v2.docx. The first has no mark; one that came back with its mark has one. */
export function versionName(name: string, version: number): string {
  const [, stem = name, ending = ""] = name.match(/^(.*)(\.\w+)$/su) ?? [];
  const bare = stem.replace(/-v\d{1,4}$/u, "") || stem;
  return version === 1 ? `${bare}${ending}` : `${bare}-v${version}${ending}`;
}

const begins = (bytes: Buffer, ...signature: readonly number[]): boolean =>
  bytes.subarray(0, signature.length).equals(Buffer.from(signature));

const isZip = (bytes: Buffer): boolean => begins(bytes, 0x50, 0x4b, 0x03, 0x04);
const isPdf = (bytes: Buffer): boolean => begins(bytes, ...Buffer.from("%PDF-"));
/** What Word and WPS wrote before docx (OLE): a file of streams, each with its name. */
const isCompound = (bytes: Buffer): boolean => begins(bytes, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1);
const hasStream = (bytes: Buffer, name: string): boolean => bytes.includes(Buffer.from(name, "utf16le"));

const isText = (bytes: Buffer): boolean =>
  !isZip(bytes) && !isPdf(bytes) && !isCompound(bytes) && decodedWhole(bytes) !== undefined;

const isOf: Readonly<Record<DocumentKind, (bytes: Buffer) => boolean>> = {
  docx(bytes) {
    if (!isZip(bytes)) return false;
    const names = namesInZip(bytes);
    const word = names.includes("[Content_Types].xml") && names.some((each) => /^word\/document\d*\.xml$/u.test(each));
    // a document with programs in it has another ending; whoever hid it means no good
    return word && !names.some((each) => /vbaProject\.bin$/iu.test(each));
  },
  doc: (bytes) => isCompound(bytes) && hasStream(bytes, "WordDocument"),
  pdf: isPdf,
  wps: isCompound,
  txt: isText,
  md: isText,
};

/** The names of what is packed into a zip, from the list at its end; nothing is unpacked. */
function namesInZip(bytes: Buffer): readonly string[] {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 22 > bytes.length) return [];
  const count = bytes.readUInt16LE(end + 10);
  const names: string[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let each = 0; each < count; each++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50) return [];
    const [name = 0, extra = 0, comment = 0] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset));
    names.push(bytes.toString("utf8", at + 46, at + 46 + name));
    at += 46 + name + extra + comment;
  }
  return names;
}

// Options are strings. A file on its way to a command is one as well, made just before the command runs; a file that the
// office keeps already is named by a mark, so that no button carries it.

const packed = "document:";
const kept = "kept-document:";

/** A file as the value of an option. */
export const packDocument = ({ name, bytes }: GivenFile): string =>
  `${packed}${encodeURIComponent(name.slice(0, 300).toWellFormed())}:${Buffer.from(bytes).toString("base64")}`;

export const isPacked = (value: string): boolean => value.startsWith(packed);

/** What packDocument made; undefined for anything else. */
export function unpackDocument(value: string): GivenFile | undefined {
  const [, name, content] = value.startsWith(packed)
    ? (value.match(/^document:([^:]*):([A-Za-z0-9+/=]*)$/u) ?? [])
    : [];
  if (name === undefined || content === undefined) return undefined;
  return { name: asWritten(name), bytes: Buffer.from(content, "base64") };
}

/** A file that the office keeps, as an option names it. */
export interface KeptMark {
  readonly version: number;
  readonly sha256: string;
  readonly name: string;
}

export const keptMark = ({ version, sha256, name }: KeptMark): string =>
  `${kept}${version}:${sha256}:${encodeURIComponent(name)}`;

/** What keptMark made; undefined for anything else. */
export function readKeptMark(value: string): KeptMark | undefined {
  const [, version, sha256, name] = value.match(/^kept-document:(\d{1,9}):([0-9a-f]{64}):([^:]*)$/u) ?? [];
  if (version === undefined || sha256 === undefined || name === undefined) return undefined;
  return { version: Number(version), sha256, name: asWritten(name) };
}

/** A name as it was before it was put into an address. Anybody may type one: what is no encoding stands for itself. */
export function asWritten(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
