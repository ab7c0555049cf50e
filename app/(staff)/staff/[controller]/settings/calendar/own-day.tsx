import { Button } from "@/app/_ui/button";
import { TextField } from "@/app/_ui/field";
import { words } from "@/app/_ui/words";
import { OWN_DAY_CHANGES } from "@/lib/domain/law/own-days";
import type { CalendarPage } from "@/lib/queries/clock/calendar-page";
import { SelectField } from "../../../_form/select-field";
import { Part } from "../../../_frame/heading";

/** A day of the controller's own: added, taken out or given back, always with a reason. */
export async function OwnDay({ view }: { readonly view: CalendarPage }) {
  const say = await words("timing");
  return (
    <Part id="own-day" title={say("calendar.ownTitle")}>
      <p className="mb-4">{say("calendar.ownLead")}</p>
      <form method="post" action={`/api/staff/${view.slug}/settings/calendar-day`} autoComplete="off">
        <SelectField
          name="change"
          label={say("calendar.what")}
          options={OWN_DAY_CHANGES.map((value) => ({ value, label: say(`calendar.change.${value}`) }))}
        />
        <TextField name="day" type="date" required label={say("calendar.day")} className="max-w-48" />
        <TextField name="reason" required maxLength={300} label={say("calendar.reason")} />
        <Button tone="secondary">{say("calendar.save")}</Button>
      </form>
    </Part>
  );
}
