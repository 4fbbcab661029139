import type { Kernel } from "../kernels/kernel.ts";

const modules = import.meta.glob<{ kernel?: Kernel }>("../kernels/*.ts", { eager: true });

/** Every kernel that is measured, by its title. */
export const kernels: Readonly<Record<string, Kernel>> = Object.fromEntries(
  Object.values(modules).flatMap(({ kernel }) => (kernel === undefined ? [] : [[kernel.title, kernel]])),
);
