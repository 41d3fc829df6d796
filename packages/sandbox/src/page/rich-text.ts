import type { Entity } from "../bot-api/text/entity.ts";
import { element } from "./dom.ts";

export type TextActions = { openLink(url: string): void; sendCommand(command: string): void };

/** Renders Telegram's formatting with text nodes and known tags only, never from an HTML string. */
export function richText(text: string, entities: readonly Entity[], actions: TextActions): DocumentFragment {
  const sorted = entities.toSorted((a, b) => a.offset - b.offset || b.length - a.length);
  const fragment = document.createDocumentFragment();
  fragment.append(...pieces(text, 0, text.length, sorted, actions));
  return fragment;
}

function pieces(
  text: string,
  start: number,
  end: number,
  entities: readonly Entity[],
  actions: TextActions,
): (Node | string)[] {
  const result: (Node | string)[] = [];
  let cursor = start;
  entities.forEach((entity, index) => {
    const from = Math.max(entity.offset, cursor);
    const to = Math.min(entity.offset + entity.length, end);
    if (to <= from || entity.offset < cursor) return;
    result.push(text.slice(cursor, from));
    const inner = entities.slice(index + 1).filter((other) => other.offset < to);
    result.push(wrap(entity, text.slice(from, to), pieces(text, from, to, inner, actions), actions));
    cursor = to;
  });
  result.push(text.slice(cursor, end));
  return result.filter((piece) => piece !== "");
}

const tags = {
  bold: "b",
  italic: "i",
  underline: "u",
  strikethrough: "s",
  code: "code",
  pre: "pre",
  blockquote: "blockquote",
} as const;

function wrap(entity: Entity, text: string, children: (Node | string)[], actions: TextActions): HTMLElement {
  switch (entity.type) {
    case "bold":
    case "italic":
    case "underline":
    case "strikethrough":
    case "code":
    case "pre":
    case "blockquote":
      return element(tags[entity.type], {}, ...children);
    case "expandable_blockquote": {
      const node = element("blockquote", { class: "expandable" }, ...children);
      node.addEventListener("click", () => node.classList.toggle("open"));
      return node;
    }
    case "spoiler":
      return element("span", { class: "spoiler" }, ...children);
    case "text_link":
    case "url":
      return link(entity.url ?? text, children, actions);
    case "bot_command": {
      const node = element("button", { type: "button", class: "command" }, ...children);
      node.addEventListener("click", () => actions.sendCommand(text));
      return node;
    }
    default:
      return element("span", {}, ...children);
  }
}

function link(url: string, children: (Node | string)[], actions: TextActions): HTMLElement {
  if (!/^https?:\/\//i.test(url)) return element("span", {}, ...children);
  const node = element("a", { href: url, rel: "noopener noreferrer", target: "_blank" }, ...children);
  node.addEventListener("click", (event) => {
    event.preventDefault();
    actions.openLink(url);
  });
  return node;
}
