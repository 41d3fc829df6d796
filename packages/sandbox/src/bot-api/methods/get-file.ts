import { refOf } from "../../world/files.ts";
import { badRequest } from "../errors.ts";
import type { Method } from "./method.ts";

const downloadLimit = 20 * 1024 * 1024;

export const getFile: Method = {
  parameters: ["file_id"],
  run(world, input) {
    const file = world.files.get(input.text("file_id") ?? "");
    if (!file) throw badRequest("wrong file_id or the file is temporarily unavailable");
    if (file.size > downloadLimit) throw badRequest("file is too big");
    return { ...refOf(file), file_path: file.path };
  },
};
