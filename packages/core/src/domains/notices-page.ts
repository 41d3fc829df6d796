import { EVENT_TYPES } from "@stsphera/contracts/vocabulary";
import { PUSH_KINDS, PUSH_TERMS } from "../platform/push/index.ts";
import type { Notice, NoticeRegistry, Notices } from "../platform/notify/index.ts";

const HEAD = ["event", "who", "priority", "rings", "actions", "group copy"];
const RINGS: Readonly<Record<Notice["alert"], string>> = {
  always: "sent anew",
  first: "when first sent",
  never: "silent",
  edit: "edit only",
};
/** Names of people in the rows, where they are not words by themselves. */
const WHO: Readonly<Record<string, string>> = {
  known: "who has the card",
  managers: "project managers of the object",
  previousAssignee: "former assignee",
};

const rowsOf = (notices: Notices): readonly Notice[] =>
  "card" in notices ? [notices] : "to" in notices ? [] : notices;

function lineOf(event: string, row: Notice): string[] {
  const who = row.to.map((name) => WHO[name] ?? name).join(", ");
  return [
    `\`${event}\``,
    row.deputies === true ? `${who}; deputies instead of who is away` : who,
    row.priority ?? "normal",
    row.digest === undefined ? RINGS[row.alert] : "a digest",
    row.card.acts?.join(", ") ?? "",
    row.group === undefined ? "" : "●",
  ];
}

function table(rows: readonly (readonly string[])[]): string {
  const widths = HEAD.map((_head, at) => Math.max(3, ...rows.map((row) => row[at]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(" | ")} |`;
  const [head = [], ...body] = rows;
  return [line(head), `| ${widths.map((width) => "-".repeat(width)).join(" | ")} |`, ...body.map(line)].join(
    "\n",
  );
}

/** After how many minutes what Telegram did not take rings in a browser. */
const terms = (): string =>
  PUSH_KINDS.map((kind) => `${kind} after ${PUSH_TERMS[kind].after / 60} min`).join(", ");

/** The catalogue of notices as a page in Markdown, made from the rows of all domains. */
export function noticesPage(registry: NoticeRegistry): string {
  const told = EVENT_TYPES.flatMap((event) => rowsOf(registry[event]).map((row) => lineOf(event, row)));
  const silent = EVENT_TYPES.filter((event) => rowsOf(registry[event]).length === 0);
  return `# Who is told of what

Made from the rows in the \`notices.ts\` of the domains; \`pnpm vitest run --project unit notices-page -u\` writes it anew.

The first row of an event and card that names a user counts for that user; nobody is told of what they did themselves, unless
the row says so. A user's settings, quiet hours and days off apply to all but critical ones (architecture.md, Messages).
What Telegram has not taken in time rings in the browsers where its reader switched that on: ${terms()}.
Actions are those that a message may offer: each reader sees only the ones that their rights allow.

${table([HEAD, ...told])}

Recorded, and told to nobody: ${silent.map((event) => `\`${event}\``).join(", ")}.
`;
}
