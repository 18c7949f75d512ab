import { afterEach, expect } from 'vitest';
import { takeUnanswered } from './service.ts';
import { clear } from './show.tsx';

// What jsdom lacks and browsers have.
if (typeof window !== 'undefined') {
  window.scrollTo = () => {};
  HTMLCanvasElement.prototype.getContext = () => null;
  Element.prototype.scrollIntoView = () => {};
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.setAttribute('open', '');
  };
  HTMLDialogElement.prototype.close = function close() {
    this.removeAttribute('open');
  };
}

afterEach(() => {
  clear();
  expect(takeUnanswered(), 'asked of the service, with no route in the test').toEqual([]);
});
