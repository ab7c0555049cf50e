import { type Form, files } from "@/app/api/staff/form-fields";

export const ORIGINAL: Form = [files("original", "register.received.attachLabel")];
