import type { Chance } from "./chance.ts";

export interface Identity {
  name: string;
  email: string;
  phone: string | null;
  country: string;
  born: number | null;
}

const given =
  "Anna Ben Clara David Elif Finn Greta Hannes Ida Jonas Karin Lukas Mara Nils Olga Paul Rosa Samir Tilda Uwe Vera Wim Yara Zoe Emil Frieda Henrik Jule Kemal Lotte".split(
    " ",
  );
const family =
  "Ahlers Brandt Conrad Dietz Ebert Falk Gruber Holm Imhof Jansen Kaya Lorenz Meinert Novak Ott Petersen Quandt Reuter Sommer Thiele Urban Vogel Wagner Yilmaz Ziegler Bakker Egli Huber Maurer Visser".split(
    " ",
  );
const domains = ["example.com", "example.com", "example.org", "example.net", "mail.example", "post.example"] as const;
const countries = ["DE", "DE", "DE", "DE", "DE", "DE", "AT", "AT", "CH", "NL"] as const;

/** Germany's numbers for film and fiction: each of these is followed by 000 to 999 and given to nobody (Bundesnetzagentur, Mitteilung 148/2021). */
const exchanges = ["30 23125", "69 90009", "40 66969", "221 4710", "89 99998"] as const;

/** A number for every fourth of the first 20,000, so that nobody shares theirs. */
function phoneOf(chance: Chance, index: number): string | null {
  const style = chance.between(0, 2);
  if (index % 4 !== 0) return null;
  const number = index / 4;
  const exchange = exchanges[Math.floor(number / 1000)];
  if (exchange === undefined) return null;
  const last = String(number % 1000).padStart(3, "0");
  return [`+49 ${exchange} ${last}`, `0${exchange}-${last}`, `0049 ${exchange}${last}`][style]!;
}

/** An invented name with an address and a number that are reserved for examples. */
export function identityOf(chance: Chance, index: number, isLocal: boolean): Identity {
  const first = chance.pick(given);
  const last = chance.pick(family);
  const country = isLocal ? "DE" : chance.pick(countries);
  const phone = phoneOf(chance, index);
  return {
    name: `${first} ${last}`,
    email: `${first}.${last}${index}@${chance.pick(domains)}`.toLowerCase(),
    phone: country === "DE" ? phone : null,
    country,
    born: chance.happens(0.08) ? null : chance.around(1945, 2006),
  };
}
