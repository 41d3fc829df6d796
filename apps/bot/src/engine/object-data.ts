/** Letter of each press about an object in callback data, and the numbers that follow it. */
const SHAPES = {
  list: ["l", "page"],
  card: ["o", "objectId"],
  team: ["t", "objectId", "page"],
  add: ["a", "objectId"],
  invite: ["i", "objectId"],
  links: ["k", "objectId", "page"],
  link: ["v", "objectId", "invitationId"],
  revoke: ["z", "objectId", "invitationId", "version"],
  member: ["m", "objectId", "userId"],
  deputy: ["d", "objectId", "userId"],
  returned: ["e", "objectId", "userId", "delegationId", "version"],
  remove: ["r", "objectId", "userId"],
  removed: ["x", "objectId", "userId", "version"],
  handed: ["y", "objectId", "userId", "version", "heirId"],
} as const;

type Shapes = typeof SHAPES;
type Action = keyof Shapes;
type Fields<A extends Action> = Shapes[A] extends readonly [string, ...infer F extends string[]]
  ? F[number]
  : never;
export type ObjectPress = {
  [A in Action]: { readonly action: A } & Readonly<Record<Fields<A>, number>>;
}[Action];

const fieldsOf = (action: Action): readonly string[] => SHAPES[action].slice(1);
const ID = /^[1-9]\d{0,9}$/;
const PAGE = /^\d{1,3}$/;

/** Callback data of objects: `ob:<letter>:<number>…`, as `ob:o:12` for a card. */
export function packObject(press: ObjectPress): string {
  const numbers: Readonly<Record<string, unknown>> = press;
  return ["ob", SHAPES[press.action][0], ...fieldsOf(press.action).map((name) => numbers[name])].join(":");
}

/** Parses callback data of objects; null for other data. */
export function unpackObject(data: string): ObjectPress | null {
  const [prefix, letter, ...parts] = data.split(":");
  const action = (Object.keys(SHAPES) as Action[]).find((one) => SHAPES[one][0] === letter);
  if (prefix !== "ob" || action === undefined) return null;
  const fields = fieldsOf(action);
  const fit = fields.every((name, at) => (name === "page" ? PAGE : ID).test(parts[at] ?? ""));
  if (!fit || parts.length !== fields.length) return null;
  const numbers = Object.fromEntries(fields.map((name, at) => [name, Number(parts[at])]));
  return { action, ...numbers } as ObjectPress;
}
