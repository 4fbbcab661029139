import type { PersonalType } from "./personal-data.ts";

const persons =
  "customer|user|client|member|account|visitor|anonymous|device|cookie|contact|person|people|patient|subscriber|guest|profile|household|lead|employee|kunden?|klanten?|nutzer|benutzer|usuario|cliente|utilisateur";

/** What columns of such data are called, as plain names; the first that fits counts. */
export const columnNames: readonly (readonly [PersonalType, RegExp])[] = [
  ["e-mail", /(^|_)(e_?mail|mail)(_(address|adresse))?$/],
  ["phone", /(^|_)(phone|telephone|telefono?|tel|mobile|cell_?phone|handy|fax|msisdn|whatsapp)(_?(number|no|nr|nummer))?$/],
  ["iban", /(^|_)(iban|bank_account|account_iban|kontonummer)$/],
  ["card", /(^|_)(card|credit_card|cc|pan|kreditkarte)_?(number|no|nr|num)$|^(credit_?card|pan)$/],
  ["ip address", /(^|_)(ip|ip_?addr(ess)?|remote_addr|client_ip|user_ip)$/],
  [
    "national id",
    /(^|_)(ssn|social_security(_number)?|national_id|passport(_?(no|number))?|tax_?id|steuer_?id|nino|dni|nif|bsn|ahv|pesel|codice_fiscale|personnummer)$/,
  ],
  [
    "name",
    /^(name|full_?name|first_?name|last_?name|given_?name|family_?name|middle_?name|sur_?name|vorname|nachname|nom|prenom|apellidos?)$|^(customer|client|user|contact|person|patient|member|guest|billing|shipping|kunden?|recipient)_?(first_|last_|full_)?name$/,
  ],
  ["address", /(^|_)(street|street_address|address_line_?\d?|strasse|postal_address|home_address|billing_address|shipping_address)(_\d)?$|^address$/],
  ["birth date", /(^|_)(birth_?(day|date)?|date_of_birth|dob|born(_on)?|geburtsdatum|geburtstag|birth_?year|year_of_birth|yob)$/],
  ["age", /^(age|customer_age|user_age|alter|leeftijd|edad)(_years)?$/],
  ["coordinates", /(^|_)(lat|lon|lng|latitude|longitude|geo|geo_?location|coordinates|gps)$/],
  ["free text", /(^|_)(comments?|feedback|verbatim|message(_text)?|review_?text|free_?text|notes?|remarks?|transcript)$/],
  [
    "identifier",
    new RegExp(
      `^(${persons})_?(id|ids|key|no|nr|num|number|nummer|uuid|guid|code|hash|token|reference)$|^(id|case_id|customer|user|client|visitor|subscriber|patient|member|kunde|klant|cliente)$|^(case_concept_name|session_?id|uid|uuid|guid|imei|idfa|gaid|loyalty_(card|id|number)|customer_ref)$`,
    ),
  ],
];
