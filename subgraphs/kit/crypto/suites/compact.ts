/** What a compact JWS signs: header and payload, each in base64url. */
export function signingInput(header: object, payload: string): string {
  return `${encodeText(JSON.stringify(header))}.${encodeText(payload)}`;
}

export function encodeText(text: string): string {
  return Buffer.from(text).toString('base64url');
}

export function decodeText(part: string | undefined): string {
  return Buffer.from(part ?? '', 'base64url').toString('utf8');
}
