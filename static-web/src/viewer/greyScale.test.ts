import { describe, expect, it } from 'vitest';
import { scaleOf, windowFrom } from './greyScale.ts';
import { zoomBy } from './zoom.ts';

const greys = { window: { center: 0, width: 1 }, least: 0, most: 4095 };

describe('GreyScale', () => {
  it('Middle_IsEverythingEvenly', () => {
    expect(windowFrom({ brightness: 50, contrast: 50 }, greys)).toEqual({ center: 2048, width: 4096 });
    expect(scaleOf({ center: 2048, width: 4096 }, greys)).toEqual({ brightness: 50, contrast: 50 });
  });

  it('MoreContrast_IsANarrowerWindow_AndMoreBrightnessADarkerMiddle', () => {
    expect(windowFrom({ brightness: 75, contrast: 60 }, greys)).toEqual({ center: 1024, width: 2048 });
    expect(windowFrom({ brightness: 50, contrast: 100 }, { ...greys, most: 7 }).width).toBe(1);
  });

  it('AWindowBesideAllGreys_IsAtTheEndOfTheSlider', () => {
    expect(scaleOf({ center: -9000, width: 1 }, greys)).toEqual({ brightness: 100, contrast: 100 });
  });
});

describe('Zoom', () => {
  it('Steps_EndAtBothEnds', () => {
    expect(zoomBy('fit', -1)).toBe('fit');
    expect(zoomBy('fit', 1)).toBe('actual');
    expect(zoomBy('quadruple', 1)).toBe('quadruple');
  });
});
