/**
 * The policy of a page that is mailed or saved: the built page's without its own host, from which a shared page needs nothing.
 *
 * @example sharedPolicy("connect-src data: 'self'; manifest-src 'self'; base-uri 'none'") // "connect-src data:; base-uri 'none'"
 */
export const sharedPolicy = (policy: string): string => policy.replaceAll(/; [\w-]+ 'self'(?=;|$)| 'self'/g, "");
