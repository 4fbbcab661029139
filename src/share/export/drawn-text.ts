import { svgElement } from "../../figures/element.ts";

interface Line {
  words: string;
  left: number;
  right: number;
  top: number;
  height: number;
}

/** A text node's lines as the browser laid them out, cut where its box cuts them with an ellipsis. */
function linesOf(text: Text, box: HTMLElement, style: CSSStyleDeclaration): Line[] {
  const range = document.createRange();
  const lines: Line[] = [];
  for (const { 0: word, index } of text.data.matchAll(/\S+/g)) {
    range.setStart(text, index);
    range.setEnd(text, index + word.length);
    const { left, right, top, height, width } = range.getBoundingClientRect();
    if (width === 0) continue;
    const last = lines.at(-1);
    if (last !== undefined && Math.abs(last.top - top) < height / 2) Object.assign(last, { words: `${last.words} ${word}`, right });
    else lines.push({ words: word, left, right, top, height });
  }
  const clip = box.closest<HTMLElement>("td, code, span");
  const edge = clip !== null && getComputedStyle(clip).textOverflow === "ellipsis" ? clip.getBoundingClientRect().right : Infinity;
  return lines.map((line) => {
    if (line.right <= edge + 0.5) return line;
    const share = (edge - line.left - Number.parseFloat(style.fontSize)) / (line.right - line.left);
    return { ...line, right: edge, words: `${line.words.slice(0, Math.max(1, Math.floor(line.words.length * share))).trimEnd()}…` };
  });
}

let context: CanvasRenderingContext2D | null = null;

/** How far below the top of its line a font's letters stand. */
function baselineOf({ top, height }: Line, font: string): number {
  context ??= document.createElement("canvas").getContext("2d")!;
  context.font = font;
  const { fontBoundingBoxAscent: ascent, fontBoundingBoxDescent: descent } = context.measureText("x");
  return top + (height - ascent - descent) / 2 + ascent;
}

/** A text of the page as texts of a picture, line by line, where they stand. @param from The picture's corner on the page. */
export function drawnText(text: Text, from: DOMRect): SVGTextElement[] {
  const box = text.parentElement!;
  const style = getComputedStyle(box);
  const { fontFamily, fontSize, fontWeight, fontStyle, color, textAlign } = style;
  const isRight = textAlign === "right" || textAlign === "end";
  return linesOf(text, box, style).map((line) => {
    const made = svgElement("text", {
      x: ((isRight ? line.right : line.left) - from.left).toFixed(2),
      y: (baselineOf(line, `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`) - from.top).toFixed(2),
      fill: color,
      "font-family": fontFamily,
      "font-size": fontSize,
      ...(fontWeight === "400" ? {} : { "font-weight": fontWeight }),
      ...(fontStyle === "normal" ? {} : { "font-style": fontStyle }),
      ...(isRight ? { "text-anchor": "end" } : {}),
    });
    made.textContent = style.textTransform === "uppercase" ? line.words.toUpperCase() : line.words;
    return made;
  });
}
