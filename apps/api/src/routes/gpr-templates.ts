import {
  createGprTemplateInput,
  gprTemplateCode,
  gprTemplateContent,
  gprTemplateSaved,
  saveGprTemplateInput,
} from "@stsphera/contracts";
import { createGprTemplate, getGprTemplate, saveGprTemplate } from "@stsphera/core";
import { endpoint } from "./endpoint.ts";
import { GPR } from "./gpr-tag.ts";

const rows = [
  { key: "construction", parent: null, department: "construction", name: "Монтаж", duration: 0, work: null },
  {
    key: "c1",
    parent: "construction",
    department: "construction",
    name: "Модули",
    duration: 36,
    work: "МОД",
  },
];
const links = [{ from: "d7", to: "c1", type: "FS", lag: 2, unit: "work" }];
const saved = { id: 2, code: "own-5b0f6f1e", name: "НВФ, наш", version: 2 };

export const gprTemplateRoutes = [
  endpoint({
    method: "post",
    path: "/api/gpr-templates",
    tag: GPR,
    summary: "Make a template of a version of some object, or as a copy of another template",
    verb: createGprTemplate,
    body: createGprTemplateInput,
    status: 201,
    answer: gprTemplateSaved,
    examples: { body: { from: "version", name: saved.name, gprId: 3 }, answer: { ...saved, version: 1 } },
  }),
  endpoint({
    method: "get",
    path: "/api/gpr-templates/:code",
    tag: GPR,
    summary: "The rows and links of a template",
    verb: getGprTemplate,
    words: { code: gprTemplateCode },
    mayMiss: true,
    answer: gprTemplateContent,
    examples: {
      answer: {
        code: saved.code,
        name: saved.name,
        own: true,
        archived: false,
        version: 1,
        rows,
        links,
        can: { edit: true },
      },
    },
  }),
  endpoint({
    method: "put",
    path: "/api/gpr-templates/:code",
    tag: GPR,
    summary: "Save a template made here as a whole, or take it out of use",
    verb: saveGprTemplate,
    words: { code: gprTemplateCode },
    mayMiss: true,
    body: saveGprTemplateInput,
    answer: gprTemplateSaved,
    examples: { body: { version: 1, name: saved.name, archived: false, rows, links }, answer: saved },
  }),
];
