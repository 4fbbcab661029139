/** Browsers paint no canvas that is longer on one side. */
const longest = 16_000;

/** An SVG that stands alone as a PNG. @param scale Pixels to a pixel of the drawing, as far as a canvas can be so large. */
export async function painted(svg: string, scale = 2): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const { naturalWidth: width, naturalHeight: height } = image;
    const by = Math.min(scale, longest / Math.max(width, height));
    const canvas = document.createElement("canvas");
    Object.assign(canvas, { width: Math.round(width * by), height: Math.round(height * by) });
    canvas.getContext("2d")!.drawImage(image, 0, 0, canvas.width, canvas.height);
    const png = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
    if (png === null) throw new Error("The browser could not paint this figure.");
    return png;
  } finally {
    URL.revokeObjectURL(address);
  }
}
