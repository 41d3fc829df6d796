const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
/** What XML 1.0 cannot hold at all. */
const FORBIDDEN = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

export type Xml = string | { name: string; children: readonly Xml[] };

/** Text as the content of an element, with what XML cannot hold left out and white space made one space. */
const escape = (text: string) =>
  text
    .replaceAll(FORBIDDEN, "")
    .replaceAll(/\s+/g, " ")
    .trim()
    .replaceAll(/[&<>]/g, (letter) => ESCAPES[letter] ?? "");

/** An element with a text, or with elements; null is left out. */
export function element(
  name: string,
  content: string | number | boolean | null | readonly (Xml | null)[],
): Xml | null {
  if (content === null) return null;
  if (typeof content === "object") {
    return { name, children: content.filter((one): one is Xml => one !== null) };
  }
  const text = typeof content === "boolean" ? (content ? "1" : "0") : String(content);
  return { name, children: [escape(text)] };
}

/** Writes a document; `namespace` is that of its root. */
export function writeXml(root: Xml, namespace: string): string {
  const lines = ['<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'];
  const write = (one: Xml, indent: string, attributes = ""): void => {
    if (typeof one === "string") return;
    const [text] = one.children;
    if (one.children.length === 1 && typeof text === "string") {
      lines.push(`${indent}<${one.name}${attributes}>${text}</${one.name}>`);
      return;
    }
    lines.push(`${indent}<${one.name}${attributes}>`);
    for (const inner of one.children) write(inner, `${indent} `);
    lines.push(`${indent}</${one.name}>`);
  };
  write(root, "", ` xmlns="${namespace}"`);
  return `${lines.join("\n")}\n`;
}
