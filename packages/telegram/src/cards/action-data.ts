/** The meaning of a button of a thing's card, as encoded in callback data. */
export type CardCommand<A extends string> = {
  readonly action: A;
  readonly id: number;
  /** Version of the thing shown by the card, or of the part if one is named. */
  readonly version: number;
  /** A part of the thing that the action applies to, such as a request. */
  readonly partId?: number;
};

export type ActionData<A extends string> = {
  pack(command: CardCommand<A>): string;
  /** Null for anything not made by a card of this thing. The verb checks whether it is allowed. */
  unpack(data: string): CardCommand<A> | null;
};

const NUMBER = "([1-9]\\d{0,9})";
const MAX_ID = 2_147_483_647;

/**
 * Callback data of the buttons under a thing's card: `<entity>:<action>:<id>:<version>`, and
 * `<entity>:<action>:<id>:<partId>:<version>` for an action on a part. `aliases` are the action names of former
 * releases, still present in chats. Names of actions are lower-case letters only; throws RangeError for another.
 */
export function actionData<A extends string>({
  entity,
  actions,
  ofPart = [],
  aliases = {},
}: {
  entity: string;
  actions: readonly A[];
  ofPart?: readonly A[];
  aliases?: Readonly<Record<string, A>>;
}): ActionData<A> {
  const unfit = actions.find((action) => !/^[a-z]+$/.test(action));
  if (unfit !== undefined) throw new RangeError(`Not the name of an action: "${unfit}"`);
  const pattern = new RegExp(`^${entity}:([a-z]+):${NUMBER}(?::${NUMBER})?:${NUMBER}$`);
  const nameOf = (text: string): A | undefined =>
    actions.find((action) => action === text) ?? (Object.hasOwn(aliases, text) ? aliases[text] : undefined);

  function unpack(data: string): CardCommand<A> | null {
    const match = pattern.exec(data);
    const action = nameOf(match?.[1] ?? "");
    if (match === null || action === undefined) return null;
    const [id, partId, version] = [Number(match[2]), Number(match[3] ?? 0), Number(match[4])];
    if (Math.max(id, partId, version) > MAX_ID || partId > 0 !== ofPart.includes(action)) return null;
    return partId > 0 ? { action, id, partId, version } : { action, id, version };
  }

  return {
    unpack,
    pack({ action, id, partId, version }) {
      const data = [entity, action, id, ...(partId === undefined ? [] : [partId]), version].join(":");
      if (unpack(data) === null) throw new RangeError(`Not a button of a card: "${data}"`);
      return data;
    },
  };
}
