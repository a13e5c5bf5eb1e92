import { readFileSync, readdirSync } from 'node:fs';
import { createHmac } from 'node:crypto';
import { join } from 'node:path';

import { expect } from './test.ts';

const FOLDER = process.env.DATA_DIR!;

/** The words of the newest mail to the address, once there are so many. */
export async function mailTo(address: string, nth = 1): Promise<string> {
  let found: string[] = [];
  await expect
    .poll(() => {
      found = files(FOLDER).filter((mail) => mail.includes(`\r\nTo: ${address}\r\n`));
      return found.length;
    }, { message: `mails to ${address}` })
    .toBeGreaterThanOrEqual(nth);
  return decoded(found.at(-1)!);
}

/** The words of the newest mail to the address that holds these, once there is one. */
export async function mailHolding(address: string, words: string, folder = FOLDER): Promise<string> {
  let found: string | undefined;
  await expect
    .poll(() => {
      const mails = files(folder).filter((mail) => mail.includes(`\r\nTo: ${address}\r\n`)).map(decoded);
      found = mails.findLast((mail) => mail.includes(words));
      return found !== undefined;
    }, { message: `a mail to ${address} that says ${words}` })
    .toBe(true);
  return found!;
}

/** The address of the link in a mail, as its text part says it. */
export function linkOf(mail: string): string {
  return mail.match(/^http\S+$/m)![0];
}

/** The mails in the data folder of a site. */
function files(folder: string): string[] {
  try {
    const names = readdirSync(join(folder, 'mail')).filter((name) => name.endsWith('.eml'));
    return names.toSorted().map((name) => readFileSync(join(folder, 'mail', name), 'utf8'));
  } catch {
    // The folder is made with the first mail.
    return [];
  }
}

/** Without the soft line ends and signs of quoted-printable. */
function decoded(mail: string): string {
  const bytes = mail.replaceAll('=\r\n', '').replaceAll('\r\n', '\n').replaceAll(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

/** The code an app shows for a secret in base 32 (RFC 6238). */
export function codeOf(secret: string): string {
  const bits = [...secret].map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from(bits.match(/.{8}/g)!.map((byte) => parseInt(byte, 2)));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const digest = createHmac('sha1', key).update(step).digest();
  const at = digest.at(-1)! & 15;
  return String((digest.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}
