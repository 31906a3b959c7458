/** What the functions of `shape.ts` are made of: values held against a shape, and copied. Linear, without zod. */

/** Keys of a place, the innermost first. */
export type Trail = (string | number)[];

/** What no value is copied to. */
export const ASTRAY = Symbol('astray');

/** Copies a value in the order of its shape; where it departs, `ASTRAY`, and the trail holds the place. */
export type Walk = (value: unknown, trail: Trail) => unknown;

export type Members = Record<string, unknown>;

export function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The member of that key departs. */
export function astrayAt(trail: Trail, key: string | number): typeof ASTRAY {
  trail.push(key);
  return ASTRAY;
}

export function isText(value: unknown): boolean {
  return typeof value === 'string';
}

export function isTextOf(pattern: RegExp, value: unknown): boolean {
  return typeof value === 'string' && pattern.test(value);
}

export function isTextOrNull(value: unknown): boolean {
  return value === null || typeof value === 'string';
}

export function isTextOfOrNull(pattern: RegExp, value: unknown): boolean {
  return value === null || isTextOf(pattern, value);
}

export function isNumber(value: unknown, least: number, most: number): boolean {
  return typeof value === 'number' && Number.isFinite(value) && value >= least && value <= most;
}

export function isInteger(value: unknown, least: number, most: number): boolean {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= least && value <= most;
}

const NONE: readonly string[] = [];

export function isNumberOrNull(value: unknown, least: number, most: number): boolean {
  return value === null || isNumber(value, least, most);
}

export function isIntegerOrNull(value: unknown, least: number, most: number): boolean {
  return value === null || isInteger(value, least, most);
}

/** Whether an object has no members but `known` ones and those of `optional` that are there without a value. */
export function isWhole(value: Members, known: number, optional = NONE): boolean {
  let others = Object.keys(value).length - known;
  if (others === 0) return true;
  for (const key of optional) if (value[key] === undefined && Object.hasOwn(value, key)) others--;
  return others === 0;
}

export function copyList(value: unknown, trail: Trail, walk: Walk): unknown {
  if (!Array.isArray(value)) return ASTRAY;
  const copy: unknown[] = [];
  for (let index = 0; index < value.length; index++) {
    const item = walk(value[index], trail);
    if (item === ASTRAY) return astrayAt(trail, index);
    copy.push(item);
  }
  return copy;
}

/** An object with members of its own choice, all of one shape. */
export function copyRecord(value: unknown, trail: Trail, walk: Walk): unknown {
  if (!isMembers(value)) return ASTRAY;
  const copy: Members = {};
  for (const key of Object.keys(value)) {
    if (key === '__proto__') continue;
    const member = walk(value[key], trail);
    if (member === ASTRAY) return astrayAt(trail, key);
    copy[key] = member;
  }
  return copy;
}
