import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { words } from "@/app/_ui/words";
import { ownAccount } from "@/lib/queries/access/own-account";
import { mayCreateController, settingsChoices } from "@/lib/queries/controller/settings";
import { installationStaffPageCtx, onPage } from "@/lib/session/staff";
import { Heading } from "../_frame/heading";
import { StaffFrame } from "../_frame/staff-frame";
import { ControllerForm } from "../_settings/controller-form.client";
import { settingsWords } from "../_settings/settings-words";

const PATH = "/staff/first-controller";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await words("staffAccess"))("settings.first.title") };
}

/** Makes a controller: the first of an installation, or another one. */
export default async function FirstControllerPage() {
  const ctx = await installationStaffPageCtx(PATH);
  if (!(await mayCreateController(ctx))) notFound();
  const { name } = await onPage(ownAccount(ctx), PATH);
  const say = await words("staffAccess");
  return (
    <StaffFrame person={name}>
      <div className="max-w-text">
        <Heading lead={say("settings.first.lead")}>{say("settings.first.title")}</Heading>
        <ControllerForm
          words={settingsWords(
            say,
            await words("law"),
            await settingsChoices(ctx),
            say("settings.first.submit"),
          )}
        />
      </div>
    </StaffFrame>
  );
}
