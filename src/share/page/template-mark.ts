/** Stands in the script for what surrounds it: the build writes that in its place. */
export const templateMark = "journeybook:page-template";
