import { linkLetter } from "@stsphera/telegram";
import { forbidden } from "@stsphera/core";
import { canSomewhere, type UserActor } from "@stsphera/rbac";
import type { Feature } from "../feature.ts";
import { myObjects } from "../my-objects.ts";
import { onButtons } from "../on-buttons.ts";
import type { Turn } from "../turn.ts";
import type { MadeBy } from "./creation-forms.ts";
import { openThing } from "./entity-card.ts";
import { entityForms } from "./entity-forms.ts";
import { listButtons, showList } from "./entity-list.ts";
import type { Entity, Listed, Thing } from "./entity.ts";
import { onEntityPress } from "./on-entity-press.ts";

/** The feature of one kind of entity: lists, cards, action forms and creation. */
export function entityFeature<C extends Thing, R extends Listed>(
  definition: Entity<C, R>,
  madeBy?: MadeBy,
): Feature {
  const entity: Entity = definition;
  const { name, lists, buttons } = entity;
  const forms = entityForms(entity);
  const [first = ""] = Object.keys(lists?.pages ?? {});
  const made = madeBy === undefined ? [] : [madeBy];
  const listed = lists === undefined ? [] : [lists];
  return {
    entity,
    forms: [forms, ...made.map((one) => one.forms)],
    opens: { kind: name, letter: linkLetter(name), open: (turn, id) => openThing(entity, turn, id) },
    commands: [
      ...listed.map((of) => ({
        ...of.command,
        works: (actor: UserActor) => canSomewhere(actor, of.permission),
        reads: true,
        answer: async (turn: Turn) => {
          const refused = !canSomewhere(turn.person(), of.permission) && (await myObjects(turn)).length > 0;
          if (refused) throw forbidden(of.permission);
          return showList(entity, of, turn, first, 0);
        },
      })),
      ...made.flatMap((one) => one.command ?? []),
    ],
    buttons: [
      ...listed.map((of) => listButtons(entity, of)),
      onButtons(
        buttons.unpack,
        (turn, pressed) => onEntityPress(entity, forms, turn, pressed),
        ({ action }) => action === "open",
      ),
    ],
  };
}
