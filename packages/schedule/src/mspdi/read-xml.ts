import { SaxesParser } from "saxes";
import type { Refusal } from "./project.ts";

/** A part of a document that is small enough to hold. */
export type XmlElement = { name: string; text: string; children: XmlElement[] };

export const MAX_BYTES = 20_000_000;
/** Files of Microsoft Project are nested eight deep. */
export const MAX_DEPTH = 16;
/** Of one row or calendar: hundreds of links, years of days off. */
const MAX_ELEMENTS = 100_000;
/** Files of Microsoft Project have one, the namespace. */
const MAX_ATTRIBUTES = 20;
/** Long enough for any name; notes and descriptions are not read. */
const MAX_TEXT = 2000;

export class Refused extends Error {
  readonly refusal: Refusal;
  constructor(kind: Refusal["kind"], line: number | null = null) {
    super(`the file is refused: ${kind}${line === null ? "" : ` in line ${line}`}`);
    this.refusal = { kind, line };
  }
}

/** The text of a file: UTF-8, or UTF-16 where it says so by its first bytes. */
export function decodeXml(bytes: Uint8Array): string {
  if (bytes.byteLength > MAX_BYTES) throw new Refused("too_large");
  const [first, second] = bytes;
  const wide =
    first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : null;
  try {
    return new TextDecoder(wide ?? "utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new Refused("encoding");
  }
}

/**
 * Reads a document as a stream: each element whose path is asked for is handed over whole, and forgotten. No entities
 * but the five of XML are known, and a document type is refused. Throws Refused with the line.
 */
export function readXml(
  text: string,
  wanted: ReadonlySet<string>,
  visit: (path: string, element: XmlElement, line: number) => void,
): void {
  const parser = new SaxesParser();
  const names: string[] = [];
  /** The open elements from the wanted one down; empty outside of one. */
  const open: XmlElement[] = [];
  let elements = 0;
  let attributes = 0;
  const refuse = (kind: Refusal["kind"]): never => {
    throw new Refused(kind, parser.line);
  };
  const addText = (more: string) => {
    const element = open.at(-1);
    if (element && element.text.length < MAX_TEXT) element.text += more.slice(0, MAX_TEXT);
  };
  parser.on("doctype", () => refuse("doctype"));
  parser.on("error", () => refuse("malformed"));
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.on("attribute", () => {
    attributes += 1;
    if (attributes > MAX_ATTRIBUTES) refuse("too_large");
  });
  parser.on("opentag", ({ name }) => {
    attributes = 0;
    names.push(name);
    if (names.length > MAX_DEPTH) refuse("too_deep");
    if (open.length === 0 && !wanted.has(names.join("/"))) return;
    elements = open.length === 0 ? 1 : elements + 1;
    if (elements > MAX_ELEMENTS) refuse("too_large");
    const element: XmlElement = { name, text: "", children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on("closetag", () => {
    const element = open.pop();
    if (element && open.length === 0) visit(names.join("/"), element, parser.line);
    names.pop();
  });
  // In pieces, so that a refusal ends the work early.
  for (let at = 0; at < text.length; at += 65_536) parser.write(text.slice(at, at + 65_536));
  parser.close();
}

export const child = (element: XmlElement, name: string): XmlElement | undefined =>
  element.children.find((one) => one.name === name);

/** The text of a child; null where it is missing or empty. */
export function textOf(element: XmlElement, name: string): string | null {
  const text = child(element, name)?.text.replaceAll(/\s+/g, " ").trim();
  return text ? text : null;
}
