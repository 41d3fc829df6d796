type Json = Readonly<Record<string, unknown>>;

/** An operation of the document, as far as this server describes one. */
export type Operation = {
  operationId: string;
  tags: readonly string[];
  summary: string;
  description?: string;
  /** Empty for public routes; undefined when the document's default applies. */
  security?: readonly Json[];
  parameters?: readonly Json[];
  requestBody?: Json;
  /** By status. */
  responses: Json;
};
