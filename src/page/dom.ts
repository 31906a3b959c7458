/** Moving and pointing with the document itself: focus that travels among many elements, and what lights up. */
import type { Model } from './model.ts';
import { litBy } from './model.ts';
import { select, selection, side, type Side } from './state.ts';
import type { Target } from './text/marks.ts';

const POINTING = '[data-target]';

const asElement = (target: EventTarget | null): Element | null => (target instanceof Element ? target : null);

/** The target of the element that an event happened in. */
function targetOf(event: Event): Target | null {
  return (asElement(event.target)?.closest<HTMLElement>(POINTING)?.dataset['target'] ?? null) as Target | null;
}

/**
 * Makes the pointing elements of a container one stop of the tab key: arrows move among them, Enter or a click selects.
 *
 * @param grid whether arrows go by where the elements stand, in all four directions
 */
export function rove(container: HTMLElement, from: Side | null, grid: boolean): () => void {
  const all = (): HTMLElement[] => [...container.querySelectorAll<HTMLElement>(POINTING)];
  const stop = (element: HTMLElement): void => {
    for (const other of container.querySelectorAll<HTMLElement>(`${POINTING}[tabindex="0"]`)) other.tabIndex = -1;
    element.tabIndex = 0;
  };
  const choose = (event: Event): void => {
    const target = targetOf(event);
    if (target !== null) select(target, from);
  };
  const onFocus = (event: FocusEvent): void => {
    const element = asElement(event.target)?.closest<HTMLElement>(POINTING);
    if (element != null) stop(element);
  };
  const onKey = (event: KeyboardEvent): void => {
    const here = asElement(event.target)?.closest<HTMLElement>(POINTING);
    if (here == null || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      choose(event);
      return;
    }
    const next = grid ? nearest(all(), here, event.key) : stepped(all(), here, event.key);
    if (next === null) return;
    event.preventDefault();
    next.focus();
    next.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };
  const first = container.querySelector<HTMLElement>(POINTING);
  if (first !== null && container.querySelector(`${POINTING}[tabindex="0"]`) === null) first.tabIndex = 0;
  container.addEventListener('click', choose);
  container.addEventListener('focusin', onFocus);
  container.addEventListener('keydown', onKey);
  return () => {
    container.removeEventListener('click', choose);
    container.removeEventListener('focusin', onFocus);
    container.removeEventListener('keydown', onKey);
  };
}

function stepped(all: readonly HTMLElement[], here: HTMLElement, key: string): HTMLElement | null {
  if (key === 'Home') return all[0] ?? null;
  if (key === 'End') return all.at(-1) ?? null;
  const step = key === 'ArrowRight' || key === 'ArrowDown' ? 1 : key === 'ArrowLeft' || key === 'ArrowUp' ? -1 : 0;
  return step === 0 ? null : all[all.indexOf(here) + step] ?? null;
}

const DIRECTIONS: Readonly<Record<string, readonly [number, number]>> = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };

/** The element that stands next in a direction, one in line before one aside. */
function nearest(all: readonly HTMLElement[], here: HTMLElement, key: string): HTMLElement | null {
  const direction = DIRECTIONS[key];
  if (direction === undefined) return key === 'Home' || key === 'End' ? stepped(all, here, key) : null;
  const middle = ({ left, right, top, bottom }: DOMRect): [number, number] => [(left + right) / 2, (top + bottom) / 2];
  const [x, y] = middle(here.getBoundingClientRect());
  let best: HTMLElement | null = null;
  let least = Infinity;
  for (const other of all) {
    if (other === here) continue;
    const [otherX, otherY] = middle(other.getBoundingClientRect());
    const along = (otherX - x) * direction[0] + (otherY - y) * direction[1];
    const aside = Math.abs((otherX - x) * direction[1]) + Math.abs((otherY - y) * direction[0]);
    const distance = along + 4 * aside;
    if (along > 2 && distance < least) [best, least] = [other, distance];
  }
  return best;
}

/** Lights up what is selected on both sides, and brings the other side to it. */
export function light(root: HTMLElement, model: Model): void {
  for (const lit of root.querySelectorAll('[aria-current]')) lit.removeAttribute('aria-current');
  const now = selection.value;
  if (now === null) return;
  const { targets, line } = litBy(model, now.target);
  for (const target of targets) {
    for (const element of root.querySelectorAll(`[data-target="${CSS.escape(target)}"]`)) element.setAttribute('aria-current', 'true');
  }
  for (const pane of ['form', 'text'] as const) {
    if (now.from === pane) continue;
    const container = root.querySelector(`[data-side="${pane}"]`);
    if (container === null || (now.from === null && isNarrow() && side.value !== pane)) continue;
    const found = targets.map((target) => container.querySelector(`.points[data-target="${CSS.escape(target)}"]`)).find((element) => element !== null)
      ?? (pane === 'text' && line !== null ? container.querySelector(`[data-line="${line}"]`) : null);
    found?.scrollIntoView({ block: 'center', inline: 'nearest' });
  }
  // The list of findings stands in the same pane as the form: it is scrolled in itself alone.
  const item = root.querySelector<HTMLElement>('.findings [aria-current]')?.parentElement;
  const list = item?.parentElement;
  if (item != null && list != null) list.scrollTop = Math.max(0, item.offsetTop - list.offsetTop - list.clientHeight / 3);
}

function isNarrow(): boolean {
  return matchMedia('(max-width: 899px)').matches;
}

/** Hands a file to the person. */
export function download(name: string, content: string, type: string): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => { URL.revokeObjectURL(url); }, 10_000);
}
