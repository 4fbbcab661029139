/**
 * Given names common in Europe, the Americas and India, in small letters. Too few to find every name; enough to tell a column of names
 * from one of products.
 */
export const givenNames: ReadonlySet<string> = new Set(
  "ahmed aisha alexander ali alice amy ana andrea andreas andrew anna anne antonio barbara ben carlos carmen charlotte chris christian christine clara claudia daniel david diana elena elif elizabeth emily emma eric eva fatima felix francesco frank george giulia hannah hans helen ida jack james jan jean jennifer jessica joao john jonas jose juan julia karin karl kevin klaus laura lea lena linda lisa louis lucas luis lukas marco maria marie mark markus martin mary max mehmet mia michael mohamed mohammed monika nicole nina noah olga oliver paul peter petra pierre priya rachel rahul richard robert rosa samir sara sarah sebastian silvia simon sofia sophie stefan susan thomas tim tom uwe victoria wim wolfgang yara".split(
    " ",
  ),
);
