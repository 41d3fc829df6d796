import { useQuery } from "@tanstack/react-query";
import { useWords } from "../../shared/i18n/locale.ts";
import { Link } from "../../shared/ui/link.tsx";
import { Mark } from "../../shared/ui/mark.tsx";
import { PageHeader } from "../../shared/ui/page-header.tsx";
import { QueryView } from "../../shared/ui/query-view.tsx";
import { calendarKeys, listCalendars } from "./calendars-requests.ts";
import { dictionariesWords } from "./dictionaries-words.ts";

/** The years of the production calendar. */
export default function CalendarsPage() {
  const words = useWords(dictionariesWords).calendars;
  const query = useQuery({ queryKey: calendarKeys.list, queryFn: listCalendars });
  return (
    <>
      <PageHeader title={words.title} />
      <QueryView query={query}>
        {({ items }) => (
          <section className="section">
            {items.map(({ year, provisional, workdays }) => (
              <Link
                key={year}
                to={`/dictionaries/calendars/${year}`}
                className="card stack"
                testId={`calendar-${year}`}
              >
                <span className="spread">
                  <b className="tabular">{year}</b>
                  <span className="muted tabular">{words.workdays(workdays)}</span>
                </span>
                <Mark tone={provisional ? "amber" : "green"}>
                  {provisional ? words.provisional : words.published}
                </Mark>
              </Link>
            ))}
          </section>
        )}
      </QueryView>
    </>
  );
}
