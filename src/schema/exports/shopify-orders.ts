import type { KnownExport } from "./known-export.ts";

/** Orders of a Shopify shop, a row per line item with the totals on the first. Names: Shopify Help Center, "Exporting orders". */
export const shopifyOrders: KnownExport = {
  name: "Shopify orders",
  signature: ["Name", "Email", "Financial Status", "Lineitem name", "Created at"],
  roles: { customer: ["Email", "Phone"], time: ["Created at", "Paid at"], event: "=purchase", value: "Total", id: "Name", channel: "Source" },
  where: [{ column: "Total", missing: false }],
};
