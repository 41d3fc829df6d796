import { get, newKey, write } from "../../../shared/api/request.ts";

export const getConsent = () => get("/api/me/consent", (c) => c.myConsent);

/** Withdraws the agreement and asks the administrators to erase the reader's data. */
export const askErasure = () =>
  write("POST", "/api/me/erasure-requests", { body: {}, key: newKey() }, (c) => c.erasureAsked);

/** Agrees anew to the processing of the reader's data. */
export const agreeAgain = () =>
  write("POST", "/api/me/consents", { body: {}, key: newKey() }, (c) => c.agreedAgain);
