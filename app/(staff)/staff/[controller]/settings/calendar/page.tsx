import type { Metadata } from "next";
import { Banner } from "@/app/_ui/banner";
import { pageLanguage, words } from "@/app/_ui/words";
import { formatDate, formatInstant } from "@/lib/i18n/format";
import { calendarPage } from "@/lib/queries/clock/calendar-page";
import { onPage } from "@/lib/session/staff";
import { deskDoor } from "../../../_desk/door";
import { one, type Search } from "../../../_desk/one";
import { Heading, Part } from "../../../_frame/heading";
import { Days } from "./days";
import { OwnDay } from "./own-day";
import { Recompute } from "./recompute";
import { Reminders } from "./reminders";

type Props = {
  readonly params: Promise<{ controller: string }>;
  readonly searchParams: Promise<Search>;
};

const DONE = ["day", "reminders", "settings"];

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words("timing"))("calendar.title") };
}

/** The calendar that the clocks run by, year by year, with the controller's own days; and what a change moves. */
export default async function CalendarSettingsPage({ params, searchParams }: Props) {
  const { controller } = await params;
  const search = await searchParams;
  const ctx = await deskDoor(controller, "/settings/calendar");
  const asked = { year: numberIn(search, "year"), page: numberIn(search, "page"), run: one(search, "run") };
  const view = await onPage(calendarPage(ctx, asked), `/staff/${controller}/settings/calendar`);
  const say = await words("timing");
  const language = await pageLanguage();
  const done = DONE.find((each) => each === one(search, "done"));
  const checked = view.checkedBy
    ? say("calendar.checked", { by: view.checkedBy })
    : say("calendar.unchecked");
  return (
    <div className="max-w-text">
      <Heading
        lead={say("calendar.lead", {
          region: view.region,
          version: view.version,
          policy: say(`box.policy.${view.policy}`),
        })}
      >
        {say("calendar.title")}
      </Heading>
      {done ? (
        <div role="status">
          <Banner tone="ok">{say(`calendar.done.${done}`)}</Banner>
        </div>
      ) : null}
      <Banner tone={view.checkedBy ? "info" : "warn"}>
        {checked} {say("calendar.years", { from: view.years[0], to: view.years[1] })}
      </Banner>
      <Recompute view={view} follow={one(search, "follow") !== "no"} />
      <Days view={view} />
      {view.mayWrite ? <OwnDay view={view} /> : null}
      <Part id="own-history" title={say("calendar.historyTitle")}>
        {view.history.length === 0 ? <p className="text-soft">{say("calendar.noHistory")}</p> : null}
        <ol className="grid gap-3">
          {view.history.map((change) => (
            <li key={change.version} className="border-l-4 border-line pl-4">
              <strong>{say("calendar.version", { version: change.version })}</strong>
              {": "}
              {say(`calendar.change.${change.change}`)}, {formatDate(change.day, language)}
              <div className="break-words">{change.reason}</div>
              <div className="text-soft">
                {formatInstant(change.createdAt.toISOString(), view.zone, language)}
                {change.by ? `, ${change.by}` : ""}
              </div>
            </li>
          ))}
        </ol>
      </Part>
      <Reminders view={view} />
    </div>
  );
}

function numberIn(search: Search, name: string): number {
  const text = one(search, name);
  return /^\d{1,6}$/.test(text) ? Number(text) : 0;
}
