/** Content of an element: text, child elements, or several elements of the same name. */
export type XmlContent =
  | string
  | number
  | boolean
  | { [name: string]: XmlContent | XmlContent[] | undefined };

function escapeXml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("\r", "&#13;");
}

function element(name: string, content: XmlContent | XmlContent[] | undefined): string {
  if (content === undefined) return "";
  if (Array.isArray(content)) return content.map((item) => element(name, item)).join("");
  const inner =
    typeof content === "object"
      ? Object.entries(content)
          .map(([child, value]) => element(child, value))
          .join("")
      : escapeXml(String(content));
  return `<${name}>${inner}</${name}>`;
}

/** A document with S3's namespace. */
export function xmlDocument(
  root: string,
  content: { [name: string]: XmlContent | XmlContent[] | undefined },
): string {
  const body = element(root, content).replace(
    `<${root}>`,
    `<${root} xmlns="http://s3.amazonaws.com/doc/2006-03-01/">`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${body}`;
}

export function xmlError(content: Record<string, string>): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element("Error", content)}`;
}

function unescapeXml(text: string): string {
  return text.replaceAll(
    /&(?:#x([0-9a-f]+)|#(\d+)|(lt|gt|quot|apos|amp));/gi,
    (_whole, hex, decimal, name) => {
      if (hex) return String.fromCodePoint(Number.parseInt(hex, 16));
      if (decimal) return String.fromCodePoint(Number(decimal));
      return { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" }[String(name).toLowerCase()] ?? "";
    },
  );
}

/** The contents of all elements with this name, still as XML. */
export function elementsOf(xml: string, name: string): string[] {
  return [...xml.matchAll(new RegExp(`<${name}(?:\\s[^>]*)?>([\\s\\S]*?)</${name}>`, "g"))].map(
    (match) => match[1] ?? "",
  );
}

/** The text of the first element with this name. */
export function textOf(xml: string, name: string): string | undefined {
  const [content] = elementsOf(xml, name);
  return content === undefined ? undefined : unescapeXml(content.trim());
}
