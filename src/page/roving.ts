/** A list whose items point somewhere, as one stop of the tab key. */
import { useEffect, useRef } from 'preact/hooks';
import { rove } from './dom.ts';
import type { Side } from './state.ts';

/** @param grid whether arrows go by where the items stand */
export function useRoving<Container extends HTMLElement = HTMLDivElement>(from: Side | null, grid = false) {
  const container = useRef<Container>(null);
  useEffect(() => (container.current === null ? undefined : rove(container.current, from, grid)));
  return container;
}
