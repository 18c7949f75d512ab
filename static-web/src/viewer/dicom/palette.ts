import type { DataSet } from 'dicom-parser';
import { Undrawable } from '../drawing.ts';
import type { Palette } from './colours.ts';

/** @throws {Undrawable} a table that is missing or shorter than it says */
export function readPalette(dataSet: DataSet, littleEndian: boolean): Palette {
  const table = (color: number) => readTable(dataSet, color, littleEndian);
  return { first: dataSet.uint16('x00281101', 1) ?? 0, tables: [table(1), table(2), table(3)] };
}

function readTable(dataSet: DataSet, color: number, littleEndian: boolean): Uint8ClampedArray {
  // How many entries (0 stands for 65,536), from which value on, of how many bits.
  const stated = dataSet.uint16(`x0028110${color}`, 0);
  const bits = dataSet.uint16(`x0028110${color}`, 2);
  const element = dataSet.elements[`x0028120${color}`];
  if (stated === undefined || element === undefined || (bits !== 8 && bits !== 16)) {
    throw new Undrawable('broken');
  }
  const entries = stated === 0 ? 65_536 : stated;
  // Some writers give 8 bits the room of 16 (DICOM PS3.3, C.7.6.3.1.6).
  const bytes = element.length >= entries * 2 ? 2 : 1;
  if (element.length < entries * bytes) {
    throw new Undrawable('broken');
  }
  const view = new DataView(
    dataSet.byteArray.buffer,
    dataSet.byteArray.byteOffset + element.dataOffset,
    element.length,
  );
  return Uint8ClampedArray.from({ length: entries }, (_, entry) => {
    if (bytes === 1) {
      return view.getUint8(entry);
    }
    const value = view.getUint16(entry * 2, littleEndian);
    return bits === 16 ? value >> 8 : value;
  });
}
