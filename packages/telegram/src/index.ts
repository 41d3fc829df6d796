export { createBotApi, type BotApi, type BotApiOptions } from "./bot-api.ts";
export { toInlineKeyboard, type Button, type RenderedMessage } from "./buttons.ts";
export {
  formatDeepLink,
  miniAppUrl,
  parseDeepLink,
  telegramAppLink,
  type DeepLink,
  type DeepLinkKind,
} from "./deep-link.ts";
export {
  TelegramError,
  TelegramFileTooLarge,
  TelegramUnreachable,
  type UnreachableReason,
} from "./errors.ts";
export { CAPTION_LIMIT, fitCaption, fitText, MESSAGE_LIMIT } from "./fit-text.ts";
export {
  card,
  escapeHtml,
  html,
  joinHtml,
  line,
  progressBar,
  raw,
  type Html,
  type HtmlValue,
} from "./html.ts";
export {
  signInitData,
  verifyInitData,
  type InitDataCheck,
  type InitDataRefusal,
  type InitDataUser,
} from "./init-data.ts";
export type { CallParams, InputFile } from "./request-body.ts";
export type * from "./types.ts";
export {
  createTranslators,
  translator,
  type SharedKey,
  type TextKey,
  type Texts,
  type TextValues,
  type Translator,
} from "./i18n.ts";
export {
  renderAccessClosed,
  renderStartApproved,
  renderStartRefused,
  type StartApproved,
  type StartRefused,
} from "./notifications/access.ts";
export { packCommand, unpackCommand } from "./notifications/command-data.ts";
export { renderFactDayCard, type DayFigure, type FactDayCard } from "./notifications/fact-day-card.ts";
export {
  packRegistration,
  unpackRegistration,
  type RegistrationAction,
  type RoleCode,
} from "./notifications/registration-data.ts";
export {
  renderPhotoRefused,
  renderPhotosArrived,
  renderPhotosLate,
  type PhotoRefused,
  type PhotosArrived,
  type PhotosLate,
} from "./notifications/photos.ts";
export {
  isNotificationKey,
  renderNotification,
  type NotificationKey,
  type NotificationPayloads,
} from "./notifications/render-notification.ts";
export type { Rendering } from "./notifications/rendering.ts";
export {
  packTask,
  RESCHEDULE_ACTIONS,
  type RescheduleActionName,
  TASK_ACTIONS,
  type TaskActionName,
  type TaskCommand,
  unpackTask,
} from "./notifications/task-command-data.ts";
export { renderTaskCard, type TaskNews, type TaskNotice } from "./notifications/task-card.ts";
export { type TaskButtons, taskButtons } from "./notifications/task-buttons.ts";
export {
  type Delegation,
  renderDelegation,
  renderUserJoined,
  type UserJoined,
} from "./notifications/team.ts";
export {
  maskPhone,
  renderUserRegistered,
  type RegistrationDecision,
  type UserRegistered,
} from "./notifications/user-registered.ts";
