import type { RenderedMessage } from "../buttons.ts";
import {
  renderAccessClosed,
  renderStartApproved,
  renderStartRefused,
  type StartApproved,
  type StartRefused,
} from "./access.ts";
import { type DocumentRefused, renderDocumentRefused } from "./documents.ts";
import { renderFactDayCard, type FactDayCard } from "./fact-day-card.ts";
import {
  type PhotoRefused,
  type PhotosArrived,
  type PhotosLate,
  renderPhotoRefused,
  renderPhotosArrived,
  renderPhotosLate,
} from "./photos.ts";
import type { Rendering } from "./rendering.ts";
import { renderTaskCard, type TaskNotice } from "./task-card.ts";
import { type Delegation, renderDelegation, renderUserJoined, type UserJoined } from "./team.ts";
import { renderUserRegistered, type UserRegistered } from "./user-registered.ts";

/** Every message of this folder by its key in the words of the bot. */
export type NotificationPayloads = {
  "fact.day_card": FactDayCard;
  "user.registered": UserRegistered;
  "start.approved": StartApproved;
  "start.refused": StartRefused;
  "access.closed": Record<never, never>;
  "photos.late": PhotosLate;
  "photos.arrived": PhotosArrived;
  "photo.refused": PhotoRefused;
  "document.refused": DocumentRefused;
  "task.card": TaskNotice;
  "user.joined": UserJoined;
  delegation: Delegation;
};

export type NotificationKey = keyof NotificationPayloads;

const RENDERERS: {
  readonly [K in NotificationKey]: (
    payload: NotificationPayloads[K],
    rendering: Rendering,
  ) => RenderedMessage;
} = {
  "fact.day_card": renderFactDayCard,
  "user.registered": renderUserRegistered,
  "start.approved": renderStartApproved,
  "start.refused": renderStartRefused,
  "access.closed": (_payload, rendering) => renderAccessClosed(rendering),
  "photos.late": renderPhotosLate,
  "photos.arrived": renderPhotosArrived,
  "photo.refused": renderPhotoRefused,
  "document.refused": renderDocumentRefused,
  "task.card": renderTaskCard,
  "user.joined": renderUserJoined,
  delegation: renderDelegation,
};

/** Renders a message by its key. */
export function renderNotification<K extends NotificationKey>(
  key: K,
  payload: NotificationPayloads[K],
  rendering: Rendering,
): RenderedMessage {
  return RENDERERS[key](payload, rendering);
}
