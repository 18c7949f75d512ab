import { describe, expect, it, vi } from 'vitest';
import { type DicomParts, dicomFile, joined, numbers, runLengthFrame, syntaxes } from '../../testing/dicomFile.ts';
import type { GreyWindow } from '../drawing.ts';
import { inflate } from './inflate.ts';
import { readDicom } from './readDicom.ts';

const six = { rows: 2, columns: 3, pixels: numbers(1, [0, 51, 102, 153, 204, 255]) } as const;

async function paint(parts: DicomParts, index = 0, window?: GreyWindow): Promise<number[]> {
  const page = await (await readDicom(await dicomFile(parts))).page(index);
  return [...page.paint(window)];
}

/** The red of each pixel, for greys. */
async function greys(parts: DicomParts, index = 0, window?: GreyWindow): Promise<number[]> {
  return (await paint(parts, index, window)).filter((_, at) => at % 4 === 0);
}

async function colours(parts: DicomParts): Promise<number[][]> {
  const rgba = await paint(parts);
  return Array.from({ length: rgba.length / 4 }, (_, pixel) => rgba.slice(pixel * 4, pixel * 4 + 3));
}

async function obstacleOf(file: Blob, index = 0): Promise<unknown> {
  return readDicom(file)
    .then((drawing) => drawing.page(index))
    .then(
      () => 'drawn',
      (error: { readonly obstacle?: string }) => error.obstacle,
    );
}

describe('Greys', () => {
  it.each([syntaxes.explicit, syntaxes.implicit, syntaxes.deflated, syntaxes.bigEndian])('Plain_%s', async (syntax) => {
    expect(await greys({ ...six, syntax })).toEqual([0, 51, 102, 153, 204, 255]);
  });

  it('Monochrome1_ShowsTheLeastWhite', async () => {
    expect(await greys({ ...six, form: 'MONOCHROME1' })).toEqual([255, 204, 153, 102, 51, 0]);
  });

  it.each([
    [syntaxes.explicit, true],
    [syntaxes.bigEndian, false],
  ])('SixteenBits_%s', async (syntax, little) => {
    const pixels = numbers(2, [0, 2048, 4095], little);
    const file = { syntax, rows: 1, columns: 3, bits: [16, 12, 11], pixels } as const;
    expect(await greys(file)).toEqual([0, 128, 255]);
  });

  it('BitsBesideTheStoredOnes_AreNotSeen', async () => {
    const pixels = numbers(2, [0xf000, 0xf800, 0xffff]);
    expect(await greys({ rows: 1, columns: 3, bits: [16, 12, 11], pixels })).toEqual([0, 128, 255]);
    const high = numbers(2, [0x000f, 0x800f, 0xffff]);
    expect(await greys({ rows: 1, columns: 3, bits: [16, 12, 15], pixels: high })).toEqual([0, 128, 255]);
  });

  it('SignedValues_AndTheirRescaling', async () => {
    const texts = { '00281052': '-1024', '00281053': '2' };
    const file = { rows: 1, columns: 3, bits: [16, 12, 11], signed: true, texts } as const;
    const pixels = numbers(2, [0x800, 0, 0x7ff]);
    const page = await (await readDicom(await dicomFile({ ...file, pixels }))).page(0);
    expect(page.greys?.least).toBe(-2048 * 2 - 1024);
    expect(page.greys?.most).toBe(2047 * 2 - 1024);
  });

  it('Window_IsTheFilesOwn_OrTheOneChosen', async () => {
    const file = { ...six, texts: { '00281050': '128\\40', '00281051': '2\\400' } };
    expect(await greys(file)).toEqual([0, 0, 0, 255, 255, 255]);
    expect(await greys(file, 0, { center: 128, width: 256 })).toEqual([0, 51, 102, 153, 204, 255]);
    expect(await greys(file, 0, { center: 102.5, width: 1 })).toEqual([0, 0, 0, 255, 255, 255]);
  });

  it('ThirtyTwoBits', async () => {
    const pixels = numbers(4, [0, 0xffffffff]);
    expect(await greys({ rows: 1, columns: 2, bits: [32, 32, 31], pixels })).toEqual([0, 255]);
  });

  it('Frames_AreReadOneByOne', async () => {
    const file = { rows: 1, columns: 2, frames: 3, pixels: numbers(1, [0, 255, 255, 0, 7, 9]) };
    expect((await readDicom(await dicomFile(file))).pages).toBe(3);
    expect(await greys(file, 1)).toEqual([255, 0]);
    expect(await greys(file, 2, { center: 8, width: 3 })).toEqual([64, 255]);
  });
});

describe('Colours', () => {
  const two = { rows: 1, columns: 2, samples: 3, form: 'RGB' } as const;

  it('Rgb_PixelByPixelAndPlaneByPlane', async () => {
    const expected = [
      [1, 2, 3],
      [4, 5, 6],
    ];
    expect(await colours({ ...two, pixels: numbers(1, [1, 2, 3, 4, 5, 6]) })).toEqual(expected);
    expect(await colours({ ...two, planar: true, pixels: numbers(1, [1, 4, 2, 5, 3, 6]) })).toEqual(expected);
  });

  it('Rgb_OfSixteenBits', async () => {
    const pixels = numbers(2, [0, 0x8080, 0xffff, 0, 0, 0]);
    expect(await colours({ ...two, bits: [16, 16, 15], pixels })).toEqual([
      [0, 128, 255],
      [0, 0, 0],
    ]);
  });

  it('Ybr_BecomesRedGreenAndBlue', async () => {
    const pixels = numbers(1, [76, 85, 255, 128, 128, 128]);
    expect(await colours({ ...two, form: 'YBR_FULL', pixels })).toEqual([
      [254, 0, 0],
      [128, 128, 128],
    ]);
  });

  it.each([8, 16] as const)('Palette_Of%dBits', async (bits) => {
    const scaled = (values: number[]) => values.map((value) => (bits === 16 ? value * 257 : value));
    const palette = {
      descriptor: [4, 10, bits],
      tables: [scaled([10, 20, 30, 40]), scaled([50, 60, 70, 80]), scaled([90, 100, 110, 120])],
    } as const;
    const file = { rows: 1, columns: 4, form: 'PALETTE COLOR', palette, pixels: numbers(1, [10, 12, 0, 255]) };
    expect(await colours(file)).toEqual([
      [10, 50, 90],
      [30, 70, 110],
      [10, 50, 90],
      [40, 80, 120],
    ]);
  });
});

describe('RunLength', () => {
  const rle = { syntax: syntaxes.runLength, rows: 1, columns: 4 };

  it('RunsAndLiterals_OfOneByte', async () => {
    // 3 times 0, then one literal of 255; 128 says nothing.
    const fragments = [runLengthFrame([[254, 0, 128, 0, 255]])];
    expect(await greys({ ...rle, fragments })).toEqual([0, 0, 0, 255]);
  });

  it('TwoBytes_TheHighestFirst', async () => {
    const fragments = [
      runLengthFrame([
        [3, 0, 8, 15, 15],
        [3, 0, 0, 255, 255],
      ]),
    ];
    expect(await greys({ ...rle, bits: [16, 12, 11], fragments })).toEqual([0, 128, 255, 255]);
  });

  it('ThreeColours_AndSeveralFrames', async () => {
    const frame = (red: number) =>
      runLengthFrame([
        [253, red],
        [253, 2],
        [253, 3],
      ]);
    const file = { ...rle, samples: 3, form: 'RGB', frames: 2, fragments: [frame(1), frame(9)] };
    expect((await paint(file, 1)).slice(0, 4)).toEqual([9, 2, 3, 255]);
  });

  it.each([
    ['segments that end too soon', [runLengthFrame([[2, 0, 0, 0]])]],
    ['too few segments', [runLengthFrame([])]],
    ['no head', [numbers(1, [1, 0])]],
    ['two fragments for three frames', [runLengthFrame([[253, 1]]), runLengthFrame([[253, 1]])], 3],
  ] as [string, Uint8Array[], number?][])('Broken_%s', async (_, fragments, frames = 1) => {
    expect(await obstacleOf(await dicomFile({ ...rle, frames, fragments }))).toBe('broken');
  });
});

describe('Jpeg', () => {
  const frame = (bits: number, height: number, width: number) =>
    joined([
      numbers(1, [0xff, 0xd8, 0xff, 0xc0, 0, 11, bits]),
      numbers(2, [height, width], false),
      numbers(1, [1, 1, 17, 0, 0xff, 0xd9]),
    ]);

  function decodeTo(rgba: readonly number[]) {
    const context = { drawImage: vi.fn(), getImageData: () => ({ data: Uint8ClampedArray.from(rgba) }) };
    vi.stubGlobal('createImageBitmap', async () => ({ close: () => undefined }));
    vi.stubGlobal('document', { createElement: () => ({ getContext: () => context }) });
  }

  it('Baseline_IsDecodedByTheBrowserAndKeepsItsWindow', async () => {
    decodeTo([0, 0, 0, 255, 200, 200, 200, 255]);
    const file = { syntax: syntaxes.jpeg, rows: 1, columns: 2, fragments: [frame(8, 1, 2)] };
    expect(await greys(file, 0, { center: 100, width: 1 })).toEqual([0, 255]);
    expect(await greys({ ...file, form: 'MONOCHROME1' }, 0, { center: 100, width: 1 })).toEqual([255, 0]);
    expect(await colours({ ...file, samples: 3, form: 'YBR_FULL_422' })).toEqual([
      [0, 0, 0],
      [200, 200, 200],
    ]);
  });

  it.each([
    ['12 bits', frame(12, 1, 2), 'compression'],
    ['another size than the file says', frame(8, 1, 3), 'broken'],
    ['a size that fills the memory', frame(8, 65_000, 65_000), 'huge'],
    ['no picture', numbers(1, [0xff, 0xd8]), 'broken'],
  ])('%s_IsNotDecoded', async (_, fragment, expected) => {
    decodeTo([]);
    expect(
      await obstacleOf(await dicomFile({ syntax: syntaxes.jpeg, rows: 1, columns: 2, fragments: [fragment] })),
    ).toBe(expected);
  });
});

describe('WhatCannotBeDrawn', () => {
  it.each([syntaxes.jpegLossless, syntaxes.jpegLs, syntaxes.jpeg2000])('Compression_%s', async (syntax) => {
    expect(await obstacleOf(await dicomFile({ ...six, syntax, fragments: [numbers(1, [1, 2])] }))).toBe('compression');
  });

  it('HugeDimensions_AreRefusedBeforeAnythingIsMade', async () => {
    expect(await obstacleOf(await dicomFile({ ...six, rows: 65_535, columns: 65_535 }))).toBe('huge');
    expect(await obstacleOf(await dicomFile({ ...six, rows: 0 }))).toBe('broken');
    expect(await obstacleOf(await dicomFile({ ...six, frames: 1_000_000_000 }))).toBe('broken');
  });

  it.each([
    ['no pixels', { pixels: undefined }, 'unknownForm'],
    ['too few pixels', { pixels: numbers(1, [1, 2, 3, 4]) }, 'broken'],
    ['a frame that is not there', { frames: 2 }, 'broken'],
    ['an unknown form', { form: 'CMYK' }, 'unknownForm'],
    ['one bit', { bits: [1, 1, 0] }, 'unknownForm'],
    ['more bits than there is room for', { bits: [8, 12, 11] }, 'unknownForm'],
    ['a palette without tables', { form: 'PALETTE COLOR' }, 'broken'],
  ] as const)('%s', async (_, change, expected) => {
    const parts = { ...six, ...change } as DicomParts;
    expect(await obstacleOf(await dicomFile(parts), parts.frames === 2 ? 1 : 0)).toBe(expected);
  });

  it('EveryTruncation_EndsInASentence', async () => {
    for (const syntax of [syntaxes.explicit, syntaxes.implicit, syntaxes.deflated, syntaxes.bigEndian]) {
      const whole = await dicomFile({ ...six, syntax });
      for (let length = 0; length < whole.size; length += 1) {
        expect
          .soft(await obstacleOf(whole.slice(0, length)), `${syntax} ${length}`)
          .toMatch(/broken|unknownForm|compression/u);
      }
    }
  });

  it('NoDicomAtAll', async () => {
    expect(await obstacleOf(new Blob(['hello']))).toBe('broken');
    expect(await obstacleOf(new Blob([new Uint8Array(1000)]))).toBe('broken');
  });

  it('ASmallFileThatUnfoldsToALargeOne_IsGivenUp', async () => {
    const zeros = new Blob([new Uint8Array(1_000_000)]).stream().pipeThrough(new CompressionStream('deflate-raw'));
    const packed = new Uint8Array(await new Response(zeros).arrayBuffer());
    await expect(inflate(packed, 100_000)).rejects.toMatchObject({ obstacle: 'huge' });
  });
});
