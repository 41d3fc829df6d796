import { me, updateMeInput, userSummary } from "@stsphera/contracts";
import { getMe, updateMe } from "@stsphera/core";
import { endpoint, type Tag } from "./endpoint.ts";
import * as people from "./examples/people.ts";

export const ME: Tag = {
  name: "me",
  about: "The signed-in user: settings, deputies, invitations to accept",
};

export const meRoutes = [
  endpoint({
    method: "get",
    path: "/api/me",
    tag: ME,
    summary: "The user, their permissions and objects",
    description: "The only route open to a pending account.",
    verb: getMe,
    answer: me,
    examples: { answer: people.me },
  }),
  endpoint({
    method: "patch",
    path: "/api/me",
    tag: ME,
    summary: "Change one's own name, language or time zone",
    verb: updateMe,
    body: updateMeInput,
    answer: userSummary,
    examples: { body: { locale: "en" }, answer: { ...people.user, locale: "en" } },
  }),
];
