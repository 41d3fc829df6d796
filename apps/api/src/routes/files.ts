import { createFileAnswer, createFileInput, fileLinkQuery, fileState } from "@stsphera/contracts";
import { completeFile, createFile, getFileLink } from "@stsphera/core";
import { z } from "zod";
import { endpoint, type Tag } from "./endpoint.ts";

const sha256 = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

const FILES: Tag = { name: "files", about: "Photos and documents" };

export const fileRoutes = [
  endpoint({
    method: "post",
    path: "/api/files",
    tag: FILES,
    summary: "Create a file and get a link to upload it",
    description:
      "A photo is a JPG, PNG, WEBP or HEIC of up to 20 MB; a document is a PDF, XLSX, DOCX, DWG or ZIP of up to 50 MB, " +
      "judged by its file extension. The link accepts only this file, with the headers of the answer.",
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
    tag: FILES,
    summary: "Report that the file is uploaded",
    description:
      "The file is checked in the background; repeat the request for its state: ready, or failed with the reason in error.",
    verb: completeFile,
    answer: fileState,
    examples: { answer: { id: 501, status: "stored", error: null } },
  }),
  endpoint({
    method: "get",
    path: "/api/files/:fileId",
    tag: FILES,
    summary: "Get a link to the file, or to a thumbnail of a photo",
    description:
      "Open to users who may see the task or entry it is attached to, otherwise to its uploader. A document is downloaded " +
      "under its own name.",
    verb: getFileLink,
    query: fileLinkQuery,
    status: 302,
    answer: z.object({ url: z.string() }),
    examples: { answer: { url: "https://files.example.org/stsphera/Vh2c?X-Amz-Signature=0f" } },
  }),
];
