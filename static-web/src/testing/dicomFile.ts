/** DICOM files made by code: enough of the format (DICOM PS3.5 and PS3.10) to say anything that the viewer reads. */

export const syntaxes = {
  implicit: '1.2.840.10008.1.2',
  explicit: '1.2.840.10008.1.2.1',
  deflated: '1.2.840.10008.1.2.1.99',
  bigEndian: '1.2.840.10008.1.2.2',
  runLength: '1.2.840.10008.1.2.5',
  jpeg: '1.2.840.10008.1.2.4.50',
  jpegLossless: '1.2.840.10008.1.2.4.70',
  jpegLs: '1.2.840.10008.1.2.4.80',
  jpeg2000: '1.2.840.10008.1.2.4.90',
} as const;

export interface DicomParts {
  readonly syntax?: string;
  readonly rows?: number;
  readonly columns?: number;
  readonly form?: string;
  readonly samples?: number;
  readonly bits?: readonly [allocated: number, stored: number, high: number];
  readonly signed?: boolean;
  readonly planar?: boolean;
  readonly frames?: number;
  /** Texts by their tag, such as the window: 00281050. */
  readonly texts?: Readonly<Record<string, string>>;
  /** Colours: the table's descriptor, and the entries of each colour. */
  readonly palette?: {
    readonly descriptor: readonly [number, number, number];
    readonly tables: readonly (readonly number[])[];
  };
  /** What the pixels are, as they lie in the file. */
  readonly pixels?: Uint8Array;
  /** Instead: one or several fragments. */
  readonly fragments?: readonly Uint8Array[];
}

interface Form {
  readonly explicit: boolean;
  readonly little: boolean;
}

const long = ['OB', 'OW'];

export async function dicomFile(parts: DicomParts): Promise<Blob> {
  return new Blob([await dicomBytes(parts)]);
}

export async function dicomBytes(parts: DicomParts): Promise<Uint8Array<ArrayBuffer>> {
  const syntax = parts.syntax ?? syntaxes.explicit;
  const form = { explicit: syntax !== syntaxes.implicit, little: syntax !== syntaxes.bigEndian };
  const head = element('00020010', 'UI', text(syntax), { explicit: true, little: true });
  const length = element('00020000', 'UL', numbers(4, [head.length], true), { explicit: true, little: true });
  const body = joined([...elementsOf(parts, form), pixelElement(parts, form)]);
  const packed = syntax === syntaxes.deflated ? await deflate(joined([body])) : body;
  return joined([new Uint8Array(128), text('DICM'), length, head, packed]);
}

function elementsOf(parts: DicomParts, form: Form): Uint8Array[] {
  const { bits = [8, 8, 7], palette } = parts;
  const words = (tag: string, ...values: number[]) => element(tag, 'US', numbers(2, values, form.little), form);
  return [
    words('00280002', parts.samples ?? 1),
    element('00280004', 'CS', text(parts.form ?? 'MONOCHROME2'), form),
    words('00280006', parts.planar ? 1 : 0),
    ...(parts.frames === undefined ? [] : [element('00280008', 'IS', text(String(parts.frames)), form)]),
    words('00280010', parts.rows ?? 1),
    words('00280011', parts.columns ?? 1),
    words('00280100', bits[0]),
    words('00280101', bits[1]),
    words('00280102', bits[2]),
    words('00280103', parts.signed ? 1 : 0),
    ...Object.entries(parts.texts ?? {}).map(([tag, value]) => element(tag, 'DS', text(value), form)),
    ...(palette ? [1, 2, 3].map((color) => words(`0028110${color}`, ...palette.descriptor)) : []),
    ...(palette?.tables ?? []).map((table, index) =>
      element(`0028120${index + 1}`, 'OW', numbers(palette?.descriptor[2] === 16 ? 2 : 1, table, form.little), form),
    ),
  ];
}

function pixelElement({ pixels, fragments }: DicomParts, form: Form): Uint8Array<ArrayBuffer> {
  if (fragments === undefined) {
    return pixels === undefined ? new Uint8Array() : element('7fe00010', 'OW', pixels, form);
  }
  const items = fragments.flatMap((fragment) => [item('fffee000', even(fragment).length), even(fragment)]);
  const start = joined([tagBytes('7fe00010', true), text('OB'), new Uint8Array(2), numbers(4, [0xffffffff], true)]);
  return joined([start, item('fffee000', 0), ...items, item('fffee0dd', 0)]);
}

function item(tag: string, length: number): Uint8Array<ArrayBuffer> {
  return joined([tagBytes(tag, true), numbers(4, [length], true)]);
}

function element(tag: string, vr: string, value: Uint8Array, { explicit, little }: Form): Uint8Array<ArrayBuffer> {
  const whole = even(value);
  const length = long.includes(vr)
    ? joined([new Uint8Array(2), numbers(4, [whole.length], little)])
    : numbers(2, [whole.length], little);
  return joined([
    tagBytes(tag, little),
    ...(explicit ? [text(vr), length] : [numbers(4, [whole.length], little)]),
    whole,
  ]);
}

function tagBytes(tag: string, little: boolean): Uint8Array<ArrayBuffer> {
  return numbers(2, [Number.parseInt(tag.slice(0, 4), 16), Number.parseInt(tag.slice(4), 16)], little);
}

/** Numbers of so many bytes each. */
export function numbers(bytes: 1 | 2 | 4, values: readonly number[], little = true): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(values.length * bytes));
  values.forEach((value, index) => {
    if (bytes === 1) {
      view.setUint8(index, value);
    } else if (bytes === 2) {
      view.setUint16(index * 2, value, little);
    } else {
      view.setUint32(index * 4, value, little);
    }
  });
  return new Uint8Array(view.buffer);
}

/** A frame as RLE: each byte plane by itself, every run of its own. */
export function runLengthFrame(planes: readonly (readonly number[])[]): Uint8Array {
  const segments = planes.map((plane) => even(numbers(1, plane)));
  const offsets = segments.map((_, index) => 64 + segments.slice(0, index).reduce((sum, one) => sum + one.length, 0));
  const head = numbers(4, [segments.length, ...offsets, ...Array<number>(15 - segments.length).fill(0)]);
  return joined([head, ...segments]);
}

export function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  parts.reduce((at, part) => {
    whole.set(part, at);
    return at + part.length;
  }, 0);
  return whole;
}

function text(value: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(value);
}

function even(value: Uint8Array): Uint8Array {
  return value.length % 2 === 0 ? value : joined([value, new Uint8Array(1)]);
}

async function deflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
