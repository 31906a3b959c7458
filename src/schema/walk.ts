/** Holds values against the few keywords of JSON Schema that `shape.ts` uses, and copies them. Linear, without zod. */

type Type = 'object' | 'array' | 'string' | 'number' | 'integer' | 'boolean' | 'null';

export interface Shape {
  $ref?: string;
  type?: Type | readonly Type[];
  anyOf?: readonly Shape[];
  const?: unknown;
  enum?: readonly unknown[];
  pattern?: string;
  minimum?: number;
  maximum?: number;
  items?: Shape;
  properties?: Readonly<Record<string, Shape>>;
  required?: readonly string[];
  additionalProperties?: boolean | Shape;
}

/** Keys of a place, the innermost first. */
export type Trail = (string | number)[];

/** What no value is copied to. */
export const ASTRAY = Symbol('astray');

/** Copies a value in the order of its shape; where it departs, `ASTRAY`, and the trail holds the place. */
export type Walk = (value: unknown, trail: Trail) => unknown;

/** Walks for shapes that refer to each other by name. */
export function walksOf(shapes: Readonly<Record<string, Shape>>): (name: string) => Walk {
  const known = new Map<string, Walk>();
  const named = (name: string): Walk => {
    let walk = known.get(name);
    if (walk !== undefined) return walk;
    // A shape may contain itself.
    known.set(name, (value, trail) => walk!(value, trail));
    known.set(name, (walk = walkOf(shapes[name]!, named)));
    return walk;
  };
  return named;
}

function walkOf(shape: Shape, named: (name: string) => Walk): Walk {
  if (shape.$ref !== undefined) return named(shape.$ref.slice(shape.$ref.lastIndexOf('/') + 1));
  if (shape.anyOf !== undefined) return anyOf(shape.anyOf.map((each) => walkOf(each, named)));
  const { type } = shape;
  if (isSeveral(type)) return anyOf(type.map((each) => walkOf({ ...shape, type: each }, named)));
  if ('const' in shape) return (value) => (value === shape.const ? value : ASTRAY);
  if (shape.enum !== undefined) {
    const values = new Set(shape.enum);
    return (value) => (values.has(value) ? value : ASTRAY);
  }
  switch (type) {
    case 'object': return shape.properties === undefined ? record(shape, named) : members(shape, named);
    case 'array': return list(walkOf(shape.items!, named));
    case 'string': return text(shape.pattern);
    case 'number': case 'integer': return number(shape);
    case 'boolean': return (value) => (typeof value === 'boolean' ? value : ASTRAY);
    case 'null': return (value) => (value === null ? null : ASTRAY);
    default: return (value) => value;
  }
}

function isSeveral(type: Shape['type']): type is readonly Type[] {
  return Array.isArray(type);
}

function anyOf(walks: readonly Walk[]): Walk {
  return (value, trail) => {
    for (const walk of walks) {
      trail.length = 0;
      const copy = walk(value, trail);
      if (copy !== ASTRAY) return copy;
    }
    return ASTRAY;
  };
}

function text(pattern: string | undefined): Walk {
  const form = pattern === undefined ? null : new RegExp(pattern);
  return (value) => (typeof value === 'string' && (form === null || form.test(value)) ? value : ASTRAY);
}

function number({ type, minimum = -Infinity, maximum = Infinity }: Shape): Walk {
  const fits = type === 'integer' ? Number.isSafeInteger : Number.isFinite;
  return (value) => (fits(value) && (value as number) >= minimum && (value as number) <= maximum ? value : ASTRAY);
}

function list(walk: Walk): Walk {
  return (value, trail) => {
    if (!Array.isArray(value)) return ASTRAY;
    const copy: unknown[] = [];
    for (let index = 0; index < value.length; index++) {
      const item = walk(value[index], trail);
      if (item === ASTRAY) {
        trail.push(index);
        return ASTRAY;
      }
      copy.push(item);
    }
    return copy;
  };
}

type Members = Record<string, unknown>;

function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An object with members of its own choice, all of one shape. */
function record({ additionalProperties }: Shape, named: (name: string) => Walk): Walk {
  const walk = walkOf(additionalProperties as Shape, named);
  return (value, trail) => {
    if (!isMembers(value)) return ASTRAY;
    const copy: Members = {};
    for (const key of Object.keys(value)) {
      if (key === '__proto__') continue;
      const member = walk(value[key], trail);
      if (member === ASTRAY) {
        trail.push(key);
        return ASTRAY;
      }
      copy[key] = member;
    }
    return copy;
  };
}

/** An object with the members of the shape and no others. */
function members({ properties = {}, required = [] }: Shape, named: (name: string) => Walk): Walk {
  const keys = Object.keys(properties);
  const walks = keys.map((key) => walkOf(properties[key]!, named));
  const optional = keys.map((key) => !required.includes(key));
  return (value, trail) => {
    if (!isMembers(value)) return ASTRAY;
    const copy: Members = {};
    let seen = 0;
    for (let index = 0; index < keys.length; index++) {
      const key = keys[index]!;
      const own = value[key];
      if (own === undefined && optional[index]!) {
        if (Object.hasOwn(value, key)) seen++;
        continue;
      }
      const member = walks[index]!(own, trail);
      if (member === ASTRAY) {
        trail.push(key);
        return ASTRAY;
      }
      copy[key] = member;
      seen++;
    }
    return Object.keys(value).length === seen ? copy : ASTRAY;
  };
}
