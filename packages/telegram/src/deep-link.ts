import { isDay } from "@stsphera/contracts/forms";

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
  delegation: "r",
  extra: "x",
} as const;

type DeepLinkKind = keyof typeof LETTERS;

/** A place in the Mini App; only an object has sections (`fact`, `gpr`, …), and a section a day or a filter. */
export type DeepLink = ObjectLink | PlainLink;
type ObjectLink = { readonly kind: "object"; readonly id: number } & (
  | { readonly section?: string }
  | { readonly section: string; readonly day: string }
  | { readonly section: string; readonly state: string }
);
export type PlainLink = { readonly kind: Exclude<DeepLinkKind, "object">; readonly id: number };

const KINDS = new Map<string, DeepLinkKind>(
  Object.entries(LETTERS).map(([kind, letter]) => [letter, kind as DeepLinkKind]),
);
const LINK = /^([a-z])([1-9]\d{0,9})(?:_([a-z]{1,24})(?:_(?:(\d{8})|([a-z]{1,24})))?)?$/;
const MAX_ID = 2_147_483_647;

/** The letter of a kind in links; callback data of lists across kinds use it too. */
export const linkLetter = (kind: DeepLinkKind): string => LETTERS[kind];

/** What follows the id: the section, then a day as `20261127` or a filter. */
function tailOf(link: DeepLink): string {
  if (link.kind !== "object" || link.section === undefined) return "";
  if ("day" in link) return `_${link.section}_${link.day.replaceAll("-", "")}`;
  return "state" in link ? `_${link.section}_${link.state}` : `_${link.section}`;
}

/** The `startapp` text of a place: `o12_fact_20261127`, `t5`. Throws RangeError for an invalid part. */
export function formatDeepLink(link: DeepLink): string {
  const text = `${LETTERS[link.kind]}${link.id}${tailOf(link)}`;
  if (parseDeepLink(text) === null) throw new RangeError(`Not a deep link: "${text}"`);
  return text;
}

/** Parses a `startapp` text; null if invalid. It grants no rights: the server checks them. */
export function parseDeepLink(text: string): DeepLink | null {
  const match = LINK.exec(text);
  const kind = KINDS.get(match?.[1] ?? "");
  const id = Number(match?.[2]);
  const [section, digits, state] = match?.slice(3) ?? [];
  if (kind === undefined || !(id <= MAX_ID)) return null;
  if (kind !== "object") return section === undefined ? { kind, id } : null;
  if (section === undefined) return { kind, id };
  if (state !== undefined) return { kind, id, section, state };
  if (digits === undefined) return { kind, id, section };
  const day = digits.replace(/^(\d{4})(\d\d)(\d\d)$/, "$1-$2-$3");
  return isDay(day) ? { kind, id, section, day } : null;
}

/** URL for `web_app` buttons in private chats. */
export function miniAppUrl(publicUrl: string, link: DeepLink): string {
  return `${publicUrl.replace(/\/+$/, "")}/?startapp=${formatDeepLink(link)}`;
}
