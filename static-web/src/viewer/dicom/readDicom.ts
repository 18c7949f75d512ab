import {
  createJPEGBasicOffsetTable,
  type DataSet,
  type Element,
  readEncapsulatedImageFrame,
  readEncapsulatedPixelDataFromFragments,
} from 'dicom-parser';
import { checkSize, type Drawing, type GreyWindow, orBroken, type Page, Undrawable } from '../drawing.ts';
import { colourPage, paletteOf, rgbOf, ybrOf } from './colours.ts';
import { greyPage } from './greys.ts';
import { decodeJpeg, jpegSamples } from './jpeg.ts';
import { readPalette } from './palette.ts';
import { parse, syntaxTag } from './parse.ts';
import { decodeRunLength } from './runLength.ts';
import { bytesOf, type Layout, readSamples, type Samples } from './samples.ts';

// Transfer syntaxes (DICOM PS3.6, annex A).
const bigEndian = '1.2.840.10008.1.2.2';
const runLength = '1.2.840.10008.1.2.5';
const jpeg = '1.2.840.10008.1.2.4.50';
const plain = ['1.2.840.10008.1.2', '1.2.840.10008.1.2.1', '1.2.840.10008.1.2.1.99', bigEndian];

/** A film of this many pictures is watched elsewhere. */
const mostFrames = 10_000;

interface Image {
  readonly dataSet: DataSet;
  readonly element: Element;
  readonly syntax: string;
  readonly width: number;
  readonly height: number;
  readonly frames: number;
  readonly form: string;
  readonly layout: Layout;
}

/**
 * A DICOM file's frames. Uncompressed, deflated, RLE and JPEG baseline are drawn; other compressions are named as such.
 *
 * @throws {Undrawable} what cannot be drawn
 */
export async function readDicom(file: Blob): Promise<Drawing> {
  const dataSet = await parse(new Uint8Array(await file.arrayBuffer()));
  const image = orBroken(() => readImage(dataSet));
  return {
    pages: image.frames,
    page: async (index) => {
      const samples = await samplesOf(image, index);
      return orBroken(() => pageOf(image, samples));
    },
  };
}

function readImage(dataSet: DataSet): Image {
  const element = dataSet.elements['x7fe00010'];
  const [height, width] = [dataSet.uint16('x00280010') ?? 0, dataSet.uint16('x00280011') ?? 0];
  if (element === undefined) {
    throw new Undrawable('unknownForm');
  }
  checkSize(width, height);
  const syntax = dataSet.string(syntaxTag) ?? '';
  if (![...plain, runLength, jpeg].includes(syntax)) {
    throw new Undrawable('compression');
  }
  const bitsAllocated = dataSet.uint16('x00280100') ?? 0;
  const bitsStored = dataSet.uint16('x00280101') ?? bitsAllocated;
  const frames = dataSet.intString('x00280008') ?? 1;
  if (!(frames >= 1 && frames <= mostFrames)) {
    throw new Undrawable('broken');
  }
  const layout = {
    pixels: width * height,
    samples: dataSet.uint16('x00280002') ?? 1,
    bitsAllocated,
    bitsStored,
    highBit: dataSet.uint16('x00280102') ?? bitsStored - 1,
    signed: dataSet.uint16('x00280103') === 1,
    planar: dataSet.uint16('x00280006') === 1,
    littleEndian: syntax !== bigEndian,
  };
  const form = dataSet.string('x00280004') ?? '';
  return { dataSet, element, syntax, width, height, frames, form, layout };
}

async function samplesOf(image: Image, index: number): Promise<Samples> {
  const { syntax, layout, width, height } = image;
  if (syntax === jpeg) {
    const data = orBroken(() => encapsulated(image, index));
    return jpegSamples(await decodeJpeg(data, width, height));
  }
  return orBroken(() => {
    if (syntax === runLength) {
      const frame = decodeRunLength(encapsulated(image, index), layout);
      return readSamples(frame, { ...layout, planar: true });
    }
    const { dataSet, element } = image;
    const from = element.dataOffset + index * bytesOf(layout);
    const to = Math.min(from + bytesOf(layout), element.dataOffset + element.length);
    return readSamples(dataSet.byteArray.subarray(from, to), layout);
  });
}

/** One frame out of its fragments; where no table says which are whose, there is one for each frame, or a picture's end tells. */
function encapsulated({ dataSet, element, frames, syntax }: Image, index: number): Uint8Array {
  const { fragments = [], basicOffsetTable = [] } = element;
  if (basicOffsetTable.length > 0) {
    return readEncapsulatedImageFrame(dataSet, element, index);
  }
  if (fragments.length === frames) {
    return readEncapsulatedPixelDataFromFragments(dataSet, element, index, 1);
  }
  if (frames === 1) {
    return readEncapsulatedPixelDataFromFragments(dataSet, element, 0, fragments.length);
  }
  if (syntax !== jpeg) {
    throw new Undrawable('broken');
  }
  return readEncapsulatedImageFrame(dataSet, element, index, createJPEGBasicOffsetTable(dataSet, element));
}

function pageOf(image: Image, samples: Samples): Page {
  const { width, height, form, syntax, dataSet, layout } = image;
  switch (form) {
    case 'MONOCHROME1':
    case 'MONOCHROME2': {
      const slope = dataSet.floatString('x00281053') ?? 1;
      const intercept = dataSet.floatString('x00281052') ?? 0;
      const values = new Float32Array(layout.pixels);
      for (let pixel = 0; pixel < values.length; pixel += 1) {
        values[pixel] = samples.at(pixel, 0) * slope + intercept;
      }
      return greyPage({ width, height, values, inverted: form === 'MONOCHROME1', window: windowOf(dataSet) });
    }
    case 'PALETTE COLOR':
      return colourPage(width, height, paletteOf(samples, readPalette(dataSet, layout.littleEndian)));
    case 'RGB':
      return colourPage(width, height, rgbOf(samples));
    case 'YBR_FULL':
    case 'YBR_FULL_422':
      // The browser has made it red, green and blue. What is neither compressed nor whole (4:2:2) has no form that is known here.
      if (syntax === jpeg) {
        return colourPage(width, height, rgbOf(samples));
      }
      if (form === 'YBR_FULL') {
        return colourPage(width, height, ybrOf(samples));
      }
      throw new Undrawable('unknownForm');
    default:
      throw new Undrawable('unknownForm');
  }
}

function windowOf(dataSet: DataSet): GreyWindow | undefined {
  const center = dataSet.floatString('x00281050', 0);
  const width = dataSet.floatString('x00281051', 0);
  return center !== undefined && width !== undefined && Number.isFinite(center) && width >= 1
    ? { center, width }
    : undefined;
}
