import { isConcurrent, withoutComments } from "./apply-migrations.ts";

/** Names the promise that nothing of the former release reads what goes: `-- unread since 0023`. */
const UNREAD = /--\s*unread since \d{4}\b/i;

type Rule = { problem: string; applies: (statement: string, created: ReadonlySet<string>) => boolean };

const TABLE = /\b(?:alter\s+table(?:\s+only)?(?:\s+if\s+exists)?|on)\s+(?:only\s+)?"?([a-z_]+)"?/i;
const isOnNew = (statement: string, created: ReadonlySet<string>): boolean =>
  created.has(TABLE.exec(statement)?.[1] ?? "");
const existing =
  (pattern: RegExp): Rule["applies"] =>
  (statement, created) =>
    pattern.test(statement) && !isOnNew(statement, created);

const RULES: readonly Rule[] = [
  {
    problem: "adds a required column without a default: the former release does not fill it",
    applies: existing(/\badd\s+column\b(?!.*\b(?:default|generated)\b).*\bnot\s+null\b/is),
  },
  {
    problem: "requires a column at once: check it with NOT VALID, fill it, require it in the next release",
    applies: existing(/\balter\s+column\b.*\bset\s+not\s+null\b/is),
  },
  {
    problem: "builds an index on a table in use without CONCURRENTLY",
    applies: existing(/^create\s+(?:unique\s+)?index\s+(?!concurrently\b)/i),
  },
  {
    problem:
      "checks all rows under a lock: add the constraint with NOT VALID and validate it in a later migration",
    applies: existing(/\badd\s+constraint\b.*\b(?:check|foreign\s+key)\b(?!.*\bnot\s+valid\b)/is),
  },
  {
    problem: "takes away or renames what the former release reads: say in the file since when it is unread",
    applies: existing(
      /\brename\s+(?:to|column|constraint)\b|\bdrop\s+(?:table|column)\b|\balter\s+column\b.*\btype\b/is,
    ),
  },
];

/**
 * Problems of a migration file that would stop or break the former release while both run: it is deployed step by step
 * (expand, move, contract).
 */
export function checkMigration(text: string): string[] {
  const statements = text.split(/--> statement-breakpoint|;\s*$/m);
  const bare = statements.map(withoutComments).filter((statement) => statement !== "");
  const created = new Set(
    bare.flatMap((one) => /^create\s+table\s+(?:if\s+not\s+exists\s+)?"?([a-z_]+)/i.exec(one)?.[1] ?? []),
  );
  const problems = bare.flatMap((statement) =>
    RULES.filter(({ applies }) => applies(statement, created)).map(({ problem }) => problem),
  );
  const isMixed = isConcurrent({ sql: bare }) && !bare.every((one) => isConcurrent({ sql: [one] }));
  return [
    ...new Set(problems.filter((problem) => !(problem === RULES.at(-1)?.problem && UNREAD.test(text)))),
    ...(isMixed ? ["mixes concurrent indexes with other statements: they run outside a transaction"] : []),
  ];
}
