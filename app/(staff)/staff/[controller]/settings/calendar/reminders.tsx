import { Button } from "@/app/_ui/button";
import { TextField } from "@/app/_ui/field";
import { words } from "@/app/_ui/words";
import type { CalendarPage } from "@/lib/queries/clock/calendar-page";
import { Part } from "../../../_frame/heading";

/** When the staff are reminded; to change for the administrator, to read for everybody else. */
export async function Reminders({ view }: { readonly view: CalendarPage }) {
  const say = await words("timing");
  const { days, leadDays, escalateDays } = view.reminders;
  const values = { days: days.join(", "), leadDays: String(leadDays), escalateDays: String(escalateDays) };
  return (
    <Part id="reminders" title={say("calendar.remindersTitle")}>
      <p className="mb-4">{say("calendar.remindersLead")}</p>
      {view.mayWrite ? (
        <form method="post" action={`/api/staff/${view.slug}/settings/reminders`} autoComplete="off">
          <input type="hidden" name="version" value={view.settingsVersion} />
          {(["days", "leadDays", "escalateDays"] as const).map((name) => (
            <TextField
              key={name}
              id={`reminder-${name}`}
              name={name}
              label={say(`calendar.${name}`)}
              defaultValue={values[name]}
              required={name !== "days"}
              inputMode="numeric"
              className="max-w-48"
            />
          ))}
          <Button tone="secondary">{say("calendar.saveReminders")}</Button>
        </form>
      ) : (
        <ul className="list-disc pl-5">
          {(["days", "leadDays", "escalateDays"] as const).map((name) => (
            <li key={name}>
              {say(`calendar.${name}`)}: {values[name]}
            </li>
          ))}
        </ul>
      )}
    </Part>
  );
}
