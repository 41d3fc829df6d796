import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { queryKeys } from "../../api/query-keys.ts";
import { getObject } from "../../requests/get-object.ts";
import { PageHeader } from "../page-header.tsx";
import { Together } from "../together.tsx";
import { ObjectSections } from "./object-sections.tsx";
import type { Section } from "./sections-of.ts";

type Props = {
  id: number;
  title: string;
  /** Its section; null for a page below one. */
  here: Section | null;
  children: ReactNode;
};

/**
 * A page of an object under its name and sections. The name and the reader's sections decide how high they stand: what
 * is below is drawn once they are read.
 */
export function ObjectFrame({ id, title, here, children }: Props) {
  const object = useQuery({ queryKey: queryKeys.object(id), queryFn: () => getObject(id) });
  return (
    <>
      <PageHeader title={object.data === undefined ? title : `${title} · ${object.data.name}`} />
      <Together reads={[object]} rows={5}>
        {here !== null && <ObjectSections id={id} here={here} />}
        {children}
      </Together>
    </>
  );
}
