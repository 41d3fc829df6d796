import { get } from "../api/request.ts";

/** One object with its team, facades and what the person may do there. */
export const getObject = (id: number) => get(`/api/objects/${id}`, (c) => c.objectCard);
