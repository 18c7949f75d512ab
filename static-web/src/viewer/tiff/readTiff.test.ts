import { encodeImage } from 'utif2';
import { describe, expect, it } from 'vitest';
import { joined, numbers } from '../../testing/dicomFile.ts';
import { readTiff } from './readTiff.ts';

type Field = readonly [tag: number, type: 3 | 4, ...values: number[]];

interface PageParts {
  readonly fields: readonly Field[];
  readonly pixels: Uint8Array<ArrayBuffer>;
}

const wide = { 3: 2, 4: 4 } as const;

/** A file of pages, each with its pixels in one strip (TIFF 6.0). */
function tiffFile(pages: readonly PageParts[], little = true): Blob {
  const parts = [
    little ? numbers(1, [0x49, 0x49]) : numbers(1, [0x4d, 0x4d]),
    numbers(2, [42], little),
    numbers(4, [8], little),
  ];
  let at = 8;
  pages.forEach(({ fields, pixels }, index) => {
    const all = [...fields, [273, 4, 0], [279, 4, pixels.length]] as Field[];
    all.sort((one, other) => one[0] - other[0]);
    const long = all.filter(([, type, ...values]) => values.length * wide[type] > 4);
    const longBytes = long.reduce((sum, [, type, ...values]) => sum + values.length * wide[type], 0);
    const extra = at + 2 + 12 * all.length + 4;
    const strip = extra + longBytes;
    let next = extra;
    const entries = all.map(([tag, type, ...given]) => {
      const values = tag === 273 ? [strip] : given;
      const bytes = numbers(wide[type], values, little);
      const head = [numbers(2, [tag, type], little), numbers(4, [values.length], little)];
      if (bytes.length > 4) {
        next += bytes.length;
        return joined([...head, numbers(4, [next - bytes.length], little)]);
      }
      return joined([...head, bytes, new Uint8Array(4 - bytes.length)]);
    });
    const rest = long.map(([, type, ...values]) => numbers(wide[type], values, little));
    const end = strip + pixels.length + (pixels.length % 2);
    parts.push(numbers(2, [all.length], little), ...entries, numbers(4, [index + 1 < pages.length ? end : 0], little));
    parts.push(...rest, pixels, new Uint8Array(pixels.length % 2));
    at = end;
  });
  return new Blob([joined(parts)]);
}

function grey(pixels: Uint8Array<ArrayBuffer>, change: readonly Field[] = []): PageParts {
  const fields: Field[] = [
    [256, 3, 3],
    [257, 3, 1],
    [258, 3, 8],
    [259, 3, 1],
    [262, 3, 1],
    [277, 3, 1],
    [278, 3, 1],
  ];
  return { fields: [...fields.filter(([tag]) => change.every(([other]) => other !== tag)), ...change], pixels };
}

async function paint(file: Blob, index = 0): Promise<number[]> {
  return [...(await (await readTiff(file)).page(index)).paint(undefined)];
}

async function obstacleOf(file: Blob): Promise<unknown> {
  return readTiff(file)
    .then((drawing) => drawing.page(0))
    .then(
      () => 'drawn',
      (error: { readonly obstacle?: string }) => error.obstacle,
    );
}

const three = numbers(1, [0, 128, 255]);
const painted = [0, 0, 0, 255, 128, 128, 128, 255, 255, 255, 255, 255];

describe('Tiff', () => {
  it.each([true, false])('Grey_LittleEndian%s', async (little) => {
    expect(await paint(tiffFile([grey(three)], little))).toEqual(painted);
  });

  it('WhiteIsZero_AndOneBit', async () => {
    expect(await paint(tiffFile([grey(three, [[262, 3, 0]])]))).toEqual([
      255, 255, 255, 255, 127, 127, 127, 255, 0, 0, 0, 255,
    ]);
    const bits = await paint(tiffFile([grey(numbers(1, [0b01000000]), [[258, 3, 1]])]));
    expect(bits.filter((_, at) => at % 4 === 0)).toEqual([0, 255, 0]);
  });

  it('Colours_OfTheEncoder', async () => {
    const rgba = numbers(1, [1, 2, 3, 255, 4, 5, 6, 255]);
    expect(await paint(new Blob([encodeImage(rgba, 2, 1)]))).toEqual([...rgba]);
  });

  it('PackBits', async () => {
    expect(await paint(tiffFile([grey(numbers(1, [2, 0, 128, 255]), [[259, 3, 32_773]])]))).toEqual(painted);
  });

  it('Deflate', async () => {
    const stream = new Blob([three.slice()]).stream().pipeThrough(new CompressionStream('deflate'));
    const packed = new Uint8Array(await new Response(stream).arrayBuffer());
    expect(await paint(tiffFile([grey(packed, [[259, 3, 8]])]))).toEqual(painted);
  });

  it('Lzw', async () => {
    // Clear (256), 0, 128, 255, end (257): codes of 9 bits, the highest bit first.
    const bits = [256, 0, 128, 255, 257]
      .map((code) => code.toString(2).padStart(9, '0'))
      .join('')
      .padEnd(48, '0');
    const packed = numbers(
      1,
      (bits.match(/.{8}/gu) ?? []).map((byte) => Number.parseInt(byte, 2)),
    );
    expect(await paint(tiffFile([grey(packed, [[259, 3, 5]])]))).toEqual(painted);
  });

  it('Pages_AreReadOneByOne', async () => {
    const file = tiffFile([grey(three), grey(numbers(1, [255, 0, 0]))]);
    expect((await readTiff(file)).pages).toBe(2);
    expect((await paint(file, 1)).slice(0, 8)).toEqual([255, 255, 255, 255, 0, 0, 0, 255]);
  });
});

describe('WhatCannotBeDrawn', () => {
  it('HugeDimensions_AreRefused', async () => {
    expect(
      await obstacleOf(
        tiffFile([
          grey(three, [
            [256, 4, 100_000],
            [257, 4, 100_000],
          ]),
        ]),
      ),
    ).toBe('huge');
    expect(
      await obstacleOf(
        tiffFile([
          grey(three, [
            [322, 4, 100_000],
            [323, 4, 100_000],
            [324, 4, 8],
            [325, 4, 3],
          ]),
        ]),
      ),
    ).toBe('huge');
    expect(await obstacleOf(tiffFile([grey(three, [[256, 3, 0]])]))).toBe('broken');
  });

  it('OtherCompressionsAndForms_AreNamed', async () => {
    expect(await obstacleOf(tiffFile([grey(three, [[259, 3, 34_712]])]))).toBe('compression');
    expect(
      await obstacleOf(
        tiffFile([
          grey(three, [
            [277, 3, 3],
            [284, 3, 2],
          ]),
        ]),
      ),
    ).toBe('unknownForm');
    expect(await obstacleOf(tiffFile([grey(three, [[258, 3, 64]])]))).toBe('unknownForm');
  });

  it('AChainOfPagesThatBitesItsTail_Ends', async () => {
    const bytes = new Uint8Array(await tiffFile([grey(three)]).arrayBuffer());
    const count = new DataView(bytes.buffer).getUint16(8, true);
    new DataView(bytes.buffer).setUint32(10 + 12 * count, 8, true);
    expect(await obstacleOf(new Blob([bytes]))).toBe('broken');
  });

  it('AFieldThatIsLongerThanTheFile_IsNotRead', async () => {
    const bytes = new Uint8Array(await tiffFile([grey(three)]).arrayBuffer());
    new DataView(bytes.buffer).setUint32(10 + 4, 0xffffffff, true);
    expect(await obstacleOf(new Blob([bytes]))).toBe('broken');
  });

  it('EveryTruncation_EndsInASentence', async () => {
    // The last byte but makes the length even.
    const whole = tiffFile([grey(three)]);
    for (let length = 0; length < whole.size - 1; length += 1) {
      expect.soft(await obstacleOf(whole.slice(0, length)), String(length)).toMatch(/broken|unknownForm/u);
    }
  });

  it('NoTiffAtAll', async () => {
    expect(await obstacleOf(new Blob(['hello there']))).toBe('unknownForm');
  });
});
