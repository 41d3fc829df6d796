import { createFileAnswer, createFileInput, fileLinkQuery, fileState } from "@stsphera/contracts";
import { completeFile, createFile, getFileLink } from "@stsphera/core";
import { z } from "zod";
import { endpoint } from "./endpoint.ts";

const sha256 = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

export const fileRoutes = [
  endpoint({
    method: "post",
    path: "/api/files",
    tag: "files",
    summary: "Get a link to upload a file to",
    verb: createFile,
    body: createFileInput,
    status: 201,
    answer: createFileAnswer,
    examples: {
      body: {
        objectId: 3,
        name: "Фасад юг.jpg",
        size: 482_113,
        sha256,
        contentType: "image/jpeg",
        purpose: "photo",
      },
      answer: {
        id: 501,
        uploadUrl: "https://files.example.org/stsphera/Vh2c?X-Amz-Signature=0f",
        headers: { "content-type": "image/jpeg" },
      },
    },
  }),
  endpoint({
    method: "post",
    path: "/api/files/:fileId/complete",
    tag: "files",
    summary: "Say that the file is uploaded",
    verb: completeFile,
    answer: fileState,
    examples: { answer: { id: 501, status: "stored", error: null } },
  }),
  endpoint({
    method: "get",
    path: "/api/files/:fileId",
    tag: "files",
    summary: "Follow to the file, or to a smaller picture of a photo",
    verb: getFileLink,
    query: fileLinkQuery,
    status: 302,
    answer: z.object({ url: z.string() }),
    examples: { answer: { url: "https://files.example.org/stsphera/Vh2c?X-Amz-Signature=0f" } },
  }),
];
