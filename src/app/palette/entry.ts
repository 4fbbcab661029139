/** One line of the palette. */
export interface Entry {
  /** The same for the same thing as long as the page is open. */
  id: string;
  group: string;
  title: string;
  /** What it is, in a few words. */
  detail: string;
  /** A lucide icon. */
  icon: string;
  /** Whether its title is a name in the notebook. */
  mono?: true;
  /** Its keys, as commands write them. */
  keys?: string;
  run: () => void;
}
