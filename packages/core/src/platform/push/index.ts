export { PUSH_KINDS, PUSH_TERMS } from "./push-terms.ts";
export { asEndpoint, isPushEndpoint } from "./push-endpoint.ts";
export {
  createPusher,
  type PushAnswer,
  type Pusher,
  type PusherDeps,
  type PushRequest,
  type PushSender,
} from "./pusher.ts";
