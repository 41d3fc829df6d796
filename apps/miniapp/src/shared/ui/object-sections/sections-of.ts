import type { ObjectCard } from "@stsphera/contracts";
import type { Role } from "@stsphera/rbac";
import { maySetUp } from "./may-set-up.ts";

/** All sections of an object, in the order in which they are listed. */
const SECTIONS = [
  "overview",
  "fact",
  "facade",
  "tasks",
  "gpr",
  "defects",
  "supply",
  "extras",
  "zones",
  "crews",
  "team",
  "chats",
  "setup",
] as const;
export type Section = (typeof SECTIONS)[number];

/** Sections that need a right on the object. */
const NEEDED: Readonly<Partial<Record<Section, string>>> = {
  tasks: "task.view",
  gpr: "gpr.view",
  defects: "defect.view",
  supply: "supply.view",
  extras: "extra.view",
  zones: "production.view",
  crews: "production.view",
  chats: "chat.link",
};

const DAILY: readonly Section[] = ["overview", "tasks", "facade"];
const SITE: readonly Section[] = ["fact", "facade", "tasks"];
/** What a role opens every day stands first; the rest is one press away. */
const PINNED: Readonly<Partial<Record<Role, readonly Section[]>>> = {
  construction_itr: SITE,
  installer: SITE,
  geodesist: SITE,
  pto: ["fact", "overview", "tasks"],
  project_manager: ["overview", "fact", "tasks"],
  viewer: ["overview", "facade", "fact"],
};
/** One more is no reason to hide it behind a press. */
const FEW = 4;

export type OwnSections = { readonly pinned: readonly Section[]; readonly more: readonly Section[] };

/** The sections that a reader may open, those of the role first. */
export function sectionsOf(card: ObjectCard | undefined, role: Role | null): OwnSections {
  const isOpen = (section: Section) => {
    if (section === "setup") return card !== undefined && maySetUp(card);
    const needed = NEEDED[section];
    return needed === undefined || card?.can.permissions.includes(needed) === true;
  };
  const first = (role === null ? undefined : PINNED[role]) ?? DAILY;
  const rest = SECTIONS.filter((section) => !first.includes(section)).filter(isOpen);
  const pinned = first.filter(isOpen);
  return pinned.length + rest.length <= FEW
    ? { pinned: [...pinned, ...rest], more: [] }
    : { pinned, more: rest };
}
