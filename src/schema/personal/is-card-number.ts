/** Beginning and length of the numbers that card schemes give out. */
const schemes =
  /^(?:4\d{15}(?:\d{3})?|(?:5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)\d{10,14}|3[47]\d{13}|3(?:0[0-5]|[68]\d)\d{11}|6(?:011|5\d\d|4[4-9]\d)\d{12}|35\d{14})$/;

/**
 * Whether digits are a payment card's number: a scheme's beginning and length, and its check digit.
 *
 * One in ten numbers of the right beginning and length has a right check digit by chance.
 *
 * @param digits Digits only.
 * @example isCardNumber("4111111111111111") // true
 * @see ISO/IEC 7812-1, annex B (Luhn)
 */
export function isCardNumber(digits: string): boolean {
  if (!schemes.test(digits)) return false;
  let sum = 0;
  for (let place = 0; place < digits.length; place++) {
    const digit = Number(digits[digits.length - 1 - place]);
    const doubled = place % 2 === 1 ? 2 * digit : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}
