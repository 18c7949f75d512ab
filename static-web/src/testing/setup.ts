import { afterEach } from 'vitest';
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

afterEach(clear);
