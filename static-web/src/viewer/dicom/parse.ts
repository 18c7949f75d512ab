import { type DataSet, parseDicom, readPart10Header } from 'dicom-parser';
import { orBroken } from '../drawing.ts';
import { inflate } from './inflate.ts';

/** A transfer syntax, of which there is one in every file. */
export const syntaxTag = 'x00020010';
const deflated = '1.2.840.10008.1.2.1.99';

// The head says its own length first: after the preamble and its mark, as (0002,0000) UL 4 (DICOM PS3.10, 7.1).
const lengthAt = 140;
const lengthEnd = 144;

/**
 * All elements of a file; what is deflated is inflated first.
 *
 * @throws {Undrawable} not a DICOM file, or not a whole one
 */
export async function parse(bytes: Uint8Array<ArrayBuffer>): Promise<DataSet> {
  const end = orBroken(() => lengthEnd + new DataView(bytes.buffer).getUint32(lengthAt, true));
  const head = bytes.subarray(0, end);
  const syntax = orBroken(() => readPart10Header(head).string(syntaxTag));
  const whole = syntax === deflated ? joined([head, ...(await inflate(bytes.subarray(end)))]) : bytes;
  return orBroken(() => parseDicom(whole, { inflater: (inflated) => inflated }));
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
