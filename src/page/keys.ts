/** The keys of the page. None acts while somebody types. */
import { helpOpen, marks, model, selection, setMark, stepFinding } from './state.ts';

export function onKey(event: KeyboardEvent): void {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const element = event.target instanceof HTMLElement ? event.target : null;
  if (event.key === 'Escape') {
    if (helpOpen.value) helpOpen.value = false;
    else selection.value = null;
    return;
  }
  if (element !== null && (element.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(element.tagName))) return;
  const action = ACTIONS[event.key];
  if (action === undefined) return;
  event.preventDefault();
  action();
}

const ACTIONS: Readonly<Record<string, () => void>> = {
  n: () => { if (model.value !== null) stepFinding(1); },
  p: () => { if (model.value !== null) stepFinding(-1); },
  r: () => { judge('right'); },
  w: () => { judge('wrong'); },
  '/': () => { document.getElementById('search')?.focus(); },
  '?': () => { helpOpen.value = true; },
};

/** Judges the cell that is selected; the same key again takes it back. */
function judge(verdict: 'right' | 'wrong'): void {
  const [, path] = /^cell:(.+)$/s.exec(selection.value?.target ?? '') ?? [];
  if (path === undefined) return;
  if (marks.value[path]?.verdict === verdict) setMark(path, null);
  else setMark(path, verdict === 'right' ? { verdict } : { verdict, value: undefined });
}
