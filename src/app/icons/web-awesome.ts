import { registerIconLibrary } from "@awesome.me/webawesome/dist/components/icon/library.js";
import { icons } from "@awesome.me/webawesome/dist/components/icon/library.system.js";

const parsed = new Map<string, SVGElement | null>();

function shape(name: string): SVGElement | null {
  const known = parsed.get(name);
  if (known !== undefined) return known;
  const text =
    (icons as Record<string, Record<string, string>>)["solid"]?.[name] ?? (icons as Record<string, Record<string, string>>)["regular"]?.[name];
  const root = text === undefined ? null : new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
  const found = root instanceof SVGElement ? root : null;
  parsed.set(name, found);
  return found;
}

/** Gives Web Awesome its icons from the page itself: as a sprite it fetches nothing, and the mutator fills in the shape. */
export function inlineWebAwesomeIcons(): void {
  for (const library of ["system", "default"]) {
    registerIconLibrary(library, {
      spriteSheet: true,
      resolver: (name) => `#${name}`,
      mutator(svg, host) {
        const name = host?.name ?? "";
        const source = shape(name);
        if (source === null || svg.dataset["icon"] === name) return;
        svg.dataset["icon"] = name;
        for (const { name: key, value } of source.attributes) if (key !== "xmlns") svg.setAttribute(key, value);
        if (!svg.hasAttribute("fill")) svg.setAttribute("fill", "currentColor");
        for (const old of svg.querySelectorAll(":scope > :not(use)")) old.remove();
        for (const child of source.children) svg.append(document.importNode(child, true));
      },
    });
  }
}
