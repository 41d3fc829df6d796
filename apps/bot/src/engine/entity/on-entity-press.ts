import { asksNothing } from "@stsphera/contracts/forms";
import type { CardCommand } from "@stsphera/telegram";
import type { AnyForms } from "../forms/form-feature.ts";
import { openForm } from "../forms/move-on.ts";
import { refusalWords } from "../refusal-words.ts";
import type { Turn } from "../turn.ts";
import { allowedOf, conflictMessage, loadThing, showThing } from "./entity-card.ts";
import type { Entity, Instead, Thing } from "./entity.ts";

/** True when the button was drawn for an older version than the current one. */
function isStale({ part }: Entity, thing: Thing, { partId, version }: CardCommand<string>): boolean {
  if (partId === undefined) return thing.version !== version;
  const waits = part?.open(thing) ?? [];
  return !waits.some((one) => one.id === partId && one.version === version);
}

/** The form to open for a button, given the currently allowed actions. */
function formToOpen({ instead }: Entity, action: string, allowed: ReadonlySet<string>): Instead {
  const other = allowed.has(action) ? undefined : instead?.[action];
  return other !== undefined && allowed.has(other.form) ? other : { form: action };
}

/**
 * Handles a button of an entity's card, whether a list, a notification or the card itself sent it. A form without
 * questions runs its verb at once; a form with questions opens only if the action is allowed.
 */
export async function onEntityPress(
  entity: Entity,
  forms: AnyForms,
  turn: Turn,
  command: CardCommand<string>,
): Promise<void> {
  const thing = await loadThing(entity, turn, command.id);
  if (command.action === "open") return showThing(entity, turn, thing);
  if (isStale(entity, thing, command)) {
    turn.toast(turn.t("error.conflict.title"));
    return showThing(entity, turn, thing, conflictMessage(entity, turn, thing));
  }
  const allowed = allowedOf(entity, thing);
  const start = formToOpen(entity, command.action, allowed);
  if (!allowed.has(start.form) && !asksNothing(entity.forms[start.form] ?? {})) {
    const why = entity.whyNot?.(thing, start.form) ?? null;
    turn.toast(why === null ? turn.t("error.forbidden.title_plain") : refusalWords(turn, why));
    return showThing(entity, turn, thing);
  }
  const { id, objectId, version, title } = thing;
  const { partId } = command;
  const part = partId === undefined ? null : { id: partId, version: command.version };
  const subject = { id, objectId, version, title, part };
  return openForm(forms, turn, { ...start, subject, card: entity.card.key(id) });
}
