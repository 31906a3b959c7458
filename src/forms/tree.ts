/** The tree of `tables` as a form lays it out: which branch a cell hangs on, and under which key. */
import type { FormCell } from './cells.ts';

/** A cell with its place in the tree. */
export interface Slot {
  path: string;
  optional: boolean;
  /** Index of the branch it hangs on. */
  branch: number;
  key: string;
  /** Key of the amount's unit, `null` where the cell is no amount. */
  unitKey: string | null;
}

export interface Layout {
  /** In the order of the cells. */
  slots: readonly Slot[];
  /** Branches, each behind the one it hangs on; the first is `tables` itself. */
  branches: readonly { parent: number; key: string; path: string }[];
}

const layouts = new WeakMap<readonly FormCell[], Layout>();

/** @param cells of a form, all of them; the layout is made once for the same list */
export function layoutOf(cells: readonly FormCell[]): Layout {
  let layout = layouts.get(cells);
  if (layout === undefined) layouts.set(cells, (layout = makeLayout(cells)));
  return layout;
}

function makeLayout(cells: readonly FormCell[]): Layout {
  const branches = [{ parent: -1, key: '', path: '' }];
  const known = new Map([['', 0]]);
  const branchOf = (path: string): number => {
    let branch = known.get(path);
    if (branch === undefined) {
      const dot = path.lastIndexOf('.');
      const parent = branchOf(path.slice(0, Math.max(dot, 0)));
      known.set(path, (branch = branches.length));
      branches.push({ parent, key: path.slice(dot + 1), path });
    }
    return branch;
  };
  const slots = cells.map(({ path, unitPath, optional }): Slot => {
    const dot = path.lastIndexOf('.');
    return {
      path, optional, branch: branchOf(path.slice(0, Math.max(dot, 0))), key: path.slice(dot + 1),
      unitKey: unitPath?.slice(unitPath.lastIndexOf('.') + 1) ?? null,
    };
  });
  return { slots, branches };
}
