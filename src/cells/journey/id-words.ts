import type { IdType } from "../../journey/identity/id-type.ts";

/** What each kind of id is called. */
export const idWords: Readonly<Record<IdType, string>> = {
  user_id: "account",
  email: "e-mail",
  phone: "telephone",
  loyalty_id: "card",
  device_id: "device",
  anonymous_id: "anonymous id",
};
