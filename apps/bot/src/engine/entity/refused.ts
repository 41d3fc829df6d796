import type { DomainError } from "@stsphera/core";
import type { Asked } from "../forms/form-feature.ts";
import type { FormState } from "../forms/form-state.ts";
import { conclude } from "../forms/move-on.ts";
import { lackingWords, wordsOfError } from "../refusal-words.ts";
import { allowedOf, conflictMessage, loadThing, stateOf, thingMessage } from "./entity-card.ts";
import type { Entity, EntitySubject, Thing } from "./entity.ts";

type At = Asked<EntitySubject, Thing>;

const CHANGED: readonly string[] = ["version_conflict", "invalid_transition", "conflict", "forbidden"];

/**
 * The form for collected photos, reopened on the fresh version, so that a version conflict does not lose them; else
 * null.
 */
function retryWithPhotos(entity: Entity, { state, subject }: At, thing: Thing): FormState | null {
  const keeps = state.photos.length > 0 && allowedOf(entity, thing).has(state.form);
  const { version, title } = thing;
  return keeps ? { ...state, subject: { ...subject, version, title } } : null;
}

/**
 * Handles a refusal: a version conflict or a missing right shows the fresh card, an invalid answer keeps the question
 * open.
 */
export async function refusedOfThing(
  entity: Entity,
  at: At,
  error: DomainError,
): Promise<boolean | FormState> {
  const { turn, state, subject } = at;
  const { t } = turn;
  const { code } = error;
  const words = wordsOfError(turn, error);
  if (code === "validation_failed") {
    turn.tell(words ?? t("error.not_as_it_is"));
    return true;
  }
  if (!CHANGED.includes(code)) return false;
  const thing = await loadThing(entity, turn, subject.id);
  if (code === "version_conflict") {
    turn.toast(t("error.conflict.title"));
    const again = retryWithPhotos(entity, at, thing);
    if (again === null) conclude(turn, state, conflictMessage(entity, turn, thing), false);
    return again ?? true;
  }
  if (code === "invalid_transition") turn.tell(t("error.not_now", { state: stateOf(entity, turn, thing) }));
  else
    turn.tell(code === "forbidden" ? lackingWords(turn, error).what : (words ?? t("error.conflict.title")));
  conclude(turn, state, thingMessage(entity, turn, thing), false);
  return true;
}
