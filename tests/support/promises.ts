import type { Ctx } from "@/lib/commands/context";
import { decide } from "@/lib/commands/decision/decide";
import type { Controller } from "@/lib/db/controller";
import { requestByReference } from "@/lib/db/request";
import type { Role } from "@/lib/domain/access/access";
import type { ControllerSettings } from "@/lib/domain/controller/settings";
import type { Answer } from "@/lib/domain/decision/answer";
import { readReference } from "@/lib/domain/intake/reference";
import type { TestApp } from "./app";
import { aController, staffCtxAt } from "./desk";

/** A controller that promises something to everybody, and the people who have to keep it. */
export type Promising = {
  readonly controller: Controller;
  /** Somebody of the staff in one part. */
  staff(role: Role): Promise<Ctx & { readonly staffId: string }>;
  /** Which request, as it is now. */
  seen(reference: string): Promise<{ readonly reference: string; readonly version: number }>;
  /** Decides and sends, as the officer does after the preview. */
  answer(reference: string, answer: Answer): Promise<void>;
};

/** A controller configured as its privacy policy says. */
export async function promising(app: TestApp, settings: Partial<ControllerSettings>): Promise<Promising> {
  return promisingAt(app, await aController(settings));
}

/** The same for a controller that is there. */
export async function promisingAt(app: TestApp, controller: Controller): Promise<Promising> {
  const { id } = controller;
  const staff = async (role: Role) => ({ ...(await staffCtxAt(controller, [role])), baseUrl: app.url });
  const officer = await staff("officer");
  const seen = async (typed: string) => {
    const reference = readReference(typed) ?? "";
    const request = await requestByReference(id, reference);
    if (!request) throw new Error(`There is no request ${typed}.`);
    return { reference, version: request.version };
  };
  return {
    controller,
    staff: async (role) => (role === "officer" ? officer : staff(role)),
    seen,
    answer: async (reference, answer) => decide(officer, { ...(await seen(reference)), answer }),
  };
}
