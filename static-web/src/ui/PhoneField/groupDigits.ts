/**
 * A light hand with what was typed, once the field is left: ten bare digits under +1 are written 202 555 0143, a repeated calling code is
 * taken off, and anything else stays as it is. Knowing every country's numbers takes ten times the script of the whole page and is
 * the server's part.
 */
export function groupDigits(typed: string, calling: string | undefined): string {
  const trimmed = typed.trim();
  const prefix = calling === undefined ? '+' : `+${calling}`;
  const national = trimmed.startsWith(prefix) ? trimmed.slice(prefix.length).trim() : trimmed;
  const digits = national.replace(/[\s().-]/gu, '');
  if (calling !== '1') {
    return national;
  }
  const ten = /^1?(\d{3})(\d{3})(\d{4})$/u.exec(digits);
  return ten === null ? national : `${ten[1]} ${ten[2]} ${ten[3]}`;
}
