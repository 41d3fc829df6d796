const LETTERS = {
  object: "o",
  task: "t",
  gpr: "g",
  supply: "s",
  shipment: "m",
  stage: "c",
  defect: "f",
  document: "d",
  notification: "n",
} as const;

type DeepLinkKind = keyof typeof LETTERS;

/** A place in the Mini App; only an object has sections (`fact`, `gpr`, …). */
export type DeepLink =
  | { readonly kind: "object"; readonly id: number; readonly section?: string }
  | PlainLink;
export type PlainLink = { readonly kind: Exclude<DeepLinkKind, "object">; readonly id: number };

const KINDS = new Map<string, DeepLinkKind>(
  Object.entries(LETTERS).map(([kind, letter]) => [letter, kind as DeepLinkKind]),
);
const LINK = /^([a-z])([1-9]\d{0,9})(?:_([a-z]{1,24}))?$/;
const MAX_ID = 2_147_483_647;

/** The letter of a kind in links; callback data of lists across kinds use it too. */
export const linkLetter = (kind: DeepLinkKind): string => LETTERS[kind];

/** The `startapp` text of a place: `o12_fact`, `t5`. Throws RangeError for an invalid id or section. */
export function formatDeepLink(link: DeepLink): string {
  const section = link.kind === "object" && link.section !== undefined ? `_${link.section}` : "";
  const text = `${LETTERS[link.kind]}${link.id}${section}`;
  if (parseDeepLink(text) === null) throw new RangeError(`Not a deep link: "${text}"`);
  return text;
}

/** Parses a `startapp` text; null if invalid. It grants no rights: the server checks them. */
export function parseDeepLink(text: string): DeepLink | null {
  const match = LINK.exec(text);
  const kind = KINDS.get(match?.[1] ?? "");
  const id = Number(match?.[2]);
  const section = match?.[3];
  if (kind === undefined || !(id <= MAX_ID)) return null;
  if (kind !== "object") return section === undefined ? { kind, id } : null;
  return section === undefined ? { kind, id } : { kind, id, section };
}

/** URL for `web_app` buttons in private chats. */
export function miniAppUrl(publicUrl: string, link: DeepLink): string {
  return `${publicUrl.replace(/\/+$/, "")}/?startapp=${formatDeepLink(link)}`;
}
