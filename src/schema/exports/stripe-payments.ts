import type { KnownExport } from "./known-export.ts";

/** Payments exported from the Stripe dashboard. Names: Stripe Support, "Exporting payment reports". */
export const stripePayments: KnownExport = {
  name: "Stripe payments",
  signature: ["id", "Amount", "Amount Refunded", ["Created date (UTC)", "Created (UTC)", "Created"], "Status"],
  roles: {
    customer: ["Customer ID", "Customer Email"],
    time: ["Created date (UTC)", "Created (UTC)", "Created"],
    event: "=payment",
    value: ["Converted Amount", "Amount"],
    id: "id",
  },
  where: [{ column: "Status", in: ["Paid", "paid", "succeeded", "Succeeded"] }],
};
