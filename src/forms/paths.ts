/** The addresses and trees of the forms' cells as types, derived from the forms. */
import type { Block, Column, Form, FormTable, Row } from './form.ts';

type Dotted<Head extends string, Tail extends string> = Head extends '' ? Tail : Tail extends '' ? Head : `${Head}.${Tail}`;

/** The rows of a block that hold numbers. */
type Counting<B extends Block> = Exclude<B['rows'][number], { readonly heading: true }>;

interface CellType {
  path: string;
  optional: boolean;
  amount: boolean;
}

type CellAt<T extends FormTable, R extends Row, C extends Column> = {
  path: Dotted<T['path'], Dotted<R['code'], C['code']>>;
  optional: R extends { readonly optional: true } ? true : C extends { readonly optional: true } ? true : false;
  amount: C extends { readonly kind: 'amount' } ? true : false;
};

type CellsOfRow<T extends FormTable, R extends Row, C extends Column> = C extends Column ? CellAt<T, R, C> : never;
type CellsOfRows<T extends FormTable, R extends Row, C extends Column> = R extends Row ? CellsOfRow<T, R, C> : never;
type CellsOfBlock<T extends FormTable, B extends Block> = B extends Block ? CellsOfRows<T, Counting<B>, B['columns'][number]> : never;
type CellsOfTable<T extends FormTable> = T extends FormTable ? CellsOfBlock<T, T['blocks'][number]> : never;
type CellsOf<F extends Form> = CellsOfTable<F['tables'][number]>;

/** Every address of a form's cells: `'applications.received.total'`. */
export type PathOf<F extends Form> = F extends Form ? CellsOf<F>['path'] : never;

type Head<Path extends string> = Path extends `${infer First}.${string}` ? First : Path;
type Rest<Path extends string, First extends string> = Path extends `${First}.${infer Tail}` ? Tail : never;

/** 元 or 万元 as printed beside an amount, `null` where neither is. */
export type AmountUnit = '元' | '万元' | null;

type Leaf<Units extends string, Key extends string> = Key extends Units ? AmountUnit : number | null;
type Node<Must extends string, May extends string, Units extends string, Key extends string> =
  [Rest<Must | May | Units, Key>] extends [never] ? Leaf<Units, Key> : Tree<Rest<Must, Key>, Rest<May, Key>, Rest<Units, Key>>;

/** `Must` are the paths that are always there, `May` those of optional rows and columns, `Units` those of amounts' units. */
type Tree<Must extends string, May extends string, Units extends string> = Flat<
  { [Key in Head<Must | Units>]: Node<Must, May, Units, Key> }
  & { [Key in Exclude<Head<May>, Head<Must | Units>>]?: Node<Must, May, Units, Key> }
>;
type Flat<T> = { [Key in keyof T]: T[Key] };

type TreeOfCells<C extends CellType> = Tree<
  Extract<C, { optional: false }>['path'], Extract<C, { optional: true }>['path'], `${Extract<C, { amount: true }>['path']}Unit`
>;

/** The tables of a form, every row and column named; optional ones are there only where the report prints them. */
export type TreeOf<F extends Form> = TreeOfCells<CellsOf<F>>;

/** Names of a form's members of `tables`. */
export type TableNameOf<F extends Form> = Head<PathOf<F>>;
