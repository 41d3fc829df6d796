/** What a button of a thing's card asks for, as callback data says it. */
export type CardCommand<A extends string> = {
  readonly action: A;
  readonly id: number;
  /** Version of the thing that the card shows; of the part, where one is named. */
  readonly version: number;
  /** A part of the thing that the action is about, such as a request. */
  readonly partId?: number;
};

export type ActionData<A extends string> = {
  pack(command: CardCommand<A>): string;
  /** Null for anything that no card of the thing made. Whether it may be done is judged by the verb. */
  unpack(data: string): CardCommand<A> | null;
};

const NUMBER = "([1-9]\\d{0,9})";
const MAX_ID = 2_147_483_647;

/**
 * Callback data of the buttons under a thing's card: `<entity>:<action>:<id>:<version>`, and
 * `<entity>:<action>:<id>:<partId>:<version>` for what is done to a part. `aliases` are the names that buttons of former
 * releases carry in the chats.
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
